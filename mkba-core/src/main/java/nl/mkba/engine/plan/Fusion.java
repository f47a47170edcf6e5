package nl.mkba.engine.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The same calculation in fewer and longer instructions, so that what they pass on need not go through memory. Where
 * nothing is refused every result is the same bits: factors and terms are taken in the same order, and what is left out
 * is a factor 1 or a term 0. That something is refused still shows, though no longer always where:
 *
 * <ul>
 *   <li>a value is not checked to be finite where it would show in a later one that is checked, or in the witness;
 *   <li>products of products become one, and so do sums of single values;
 *   <li>a present value runs over the years in which something flows, and a run that is read only for its present value
 *       is not kept year by year.
 * </ul>
 */
final class Fusion {

    private final List<double @Nullable []> constants;
    private final int[] outputs;
    private final int[] reads;
    private final @Nullable Instruction[] makers;

    private Fusion(List<double @Nullable []> constants, int[] outputs) {
        this.constants = constants;
        this.outputs = outputs;
        this.reads = new int[constants.size()];
        this.makers = new Instruction[constants.size()];
    }

    /**
     * Fuses instructions.
     *
     * @param constants per register its value, if it is the same in every draw
     * @param outputs registers that will be read
     * @param witness an output that is not finite if what it is made of is not; it gets a check of its own; −1 where nothing is checked
     */
    static List<Instruction> of(
            List<Instruction> plain, List<double @Nullable []> constants, int[] outputs, int witness) {
        Fusion fusion = new Fusion(constants, outputs);
        List<Instruction> instructions = new ArrayList<>(plain.size() + 1);
        plain.forEach(instruction -> instructions.add(fusion.shortened(instruction)));
        if (witness != Plan.NONE && !fusion.isConstant(witness)) {
            instructions.add(new Instruction(Op.CHECK_FINITE, new int[] {witness}, new int[] {-1}, Instruction.NONE));
        }
        return fusion.fused(fusion.withoutImpliedChecks(instructions));
    }

    private boolean isConstant(int register) {
        return constants.get(register) != null;
    }

    private boolean isNumber(int register, double number) {
        double[] constant = constants.get(register);
        return constant != null && constant.length == 1 && constant[0] == number;
    }

    /** Without factors 1, terms 0 and years in which nothing flows. */
    private Instruction shortened(Instruction instruction) {
        return switch (instruction.op) {
            case SUM_OF_PRODUCTS -> sum(instruction);
            case DOT -> dot(instruction);
            default -> instruction;
        };
    }

    private Instruction sum(Instruction instruction) {
        int[] pairs = instruction.operands;
        int[] present = IntStream.range(0, pairs.length / 2)
                .filter(k -> !isNumber(pairs[2 * k], 0))
                .flatMap(k -> IntStream.of(pairs[2 * k], pairs[2 * k + 1]))
                .toArray();
        int[] weights =
                IntStream.range(0, present.length / 2).map(k -> present[2 * k]).toArray();
        if (!IntStream.of(weights).allMatch(weight -> isNumber(weight, 1))) {
            return new Instruction(Op.SUM_OF_PRODUCTS, present, instruction.immediates, instruction.result);
        }
        int[] terms =
                IntStream.range(0, weights.length).map(k -> present[2 * k + 1]).toArray();
        return new Instruction(Op.SUM, terms, instruction.immediates, instruction.result);
    }

    private Instruction dot(Instruction instruction) {
        int first = instruction.operands[0];
        int second = instruction.operands[1];
        double[] weights = constants.get(first);
        if (weights == null) {
            weights = constants.get(second);
            second = first;
            first = instruction.operands[1];
        }
        if (weights == null) {
            return instruction;
        }
        double[] known = weights;
        int[] years =
                IntStream.range(0, known.length).filter(y -> known[y] != 0).toArray();
        return new Instruction(Op.WEIGHTED_TOTAL, new int[] {first, second}, years, instruction.result);
    }

    /** Whether the result is not a finite number if one of the scalars it is made of is not. */
    private static boolean passesOn(Op op) {
        return switch (op) {
            case ADD, SUBTRACT, BALANCE, MULTIPLY, SUM, SUM_OF_PRODUCTS -> true;
            default -> false;
        };
    }

    private List<Instruction> withoutImpliedChecks(List<Instruction> instructions) {
        boolean[] shows = new boolean[constants.size()];
        List<Instruction> kept = new ArrayList<>(instructions.size());
        for (int k = instructions.size() - 1; k >= 0; k--) {
            Instruction instruction = instructions.get(k);
            if (instruction.op == Op.CHECK_FINITE) {
                if (shows[instruction.operands[0]]) {
                    continue;
                }
                shows[instruction.operands[0]] = true;
            } else if (instruction.result >= 0 && shows[instruction.result] && passesOn(instruction.op)) {
                for (int operand : instruction.operands) {
                    shows[operand] = true;
                }
            }
            kept.add(instruction);
        }
        Collections.reverse(kept);
        return kept;
    }

    private List<Instruction> fused(List<Instruction> instructions) {
        for (Instruction instruction : instructions) {
            for (int operand : instruction.operands) {
                reads[operand]++;
            }
        }
        for (int output : outputs) {
            reads[output]++;
        }
        @Nullable Instruction[] fused = new Instruction[instructions.size()];
        int[] places = new int[constants.size()];
        for (int k = 0; k < fused.length; k++) {
            Instruction instruction = instructions.get(k);
            for (int operand : instruction.operands) {
                Instruction longer = fuse(instruction, operand);
                if (longer != instruction) {
                    instruction = longer;
                    fused[places[operand]] = null;
                    break;
                }
            }
            fused[k] = instruction;
            if (instruction.result >= 0) {
                makers[instruction.result] = instruction;
                places[instruction.result] = k;
            }
        }
        List<Instruction> kept = new ArrayList<>(fused.length);
        for (Instruction instruction : fused) {
            if (instruction != null) {
                kept.add(instruction);
            }
        }
        return kept;
    }

    /** An instruction that also does what makes one of its operands, if that is read nowhere else; or the same one. */
    private Instruction fuse(Instruction instruction, int operand) {
        Instruction maker = makers[operand];
        if (maker == null || reads[operand] != 1) {
            return instruction;
        }
        if (instruction.op == Op.MULTIPLY && (maker.op == Op.MULTIPLY || maker.op == Op.PRODUCT)) {
            return new Instruction(
                    Op.PRODUCT,
                    appended(maker.operands, other(instruction, operand)),
                    instruction.immediates,
                    instruction.result);
        }
        if (instruction.op == Op.DOT && maker.op == Op.RUN && maker.immediates[VectorKernels.EVERY] == 1) {
            return new Instruction(
                    Op.RUN_DOT,
                    appended(maker.operands, other(instruction, operand)),
                    maker.immediates,
                    instruction.result);
        }
        return instruction;
    }

    private static int other(Instruction instruction, int operand) {
        return instruction.operands[instruction.operands[0] == operand ? 1 : 0];
    }

    private static int[] appended(int[] registers, int register) {
        int[] more = Arrays.copyOf(registers, registers.length + 1);
        more[registers.length] = register;
        return more;
    }
}
