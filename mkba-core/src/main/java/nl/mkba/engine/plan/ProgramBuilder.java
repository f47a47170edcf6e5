package nl.mkba.engine.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.mkba.engine.number.LostDigits;
import org.jspecify.annotations.Nullable;

/**
 * Writes a {@link Program}. What depends on no input is calculated by the same machine that runs the program, once, and a vector
 * or what follows from one only when it is asked for: most of a plan is never looked at where only its total is. An
 * instruction with the same operation and operands as an earlier one is that one, so that streams with equal timing,
 * growth and rate share their time factor. A value that is not a number stands for one that was reported as a problem,
 * and silences what depends on it.
 */
final class ProgramBuilder implements RegisterValues {

    private final int years;
    private final Interpreter folder;
    private final Interpreter.Sink sink;
    private final List<Boolean> vectors = new ArrayList<>();
    private final List<double @Nullable []> constants = new ArrayList<>();

    /** Per register what makes it, if that is the same in every draw; it may be put off. */
    private final List<@Nullable Instruction> makers = new ArrayList<>();

    private final Map<Key, Integer> known = new HashMap<>();
    private final Map<Long, Integer> numbers = new HashMap<>();
    private final List<Instruction> instructions = new ArrayList<>();
    private final List<Integer> inputs = new ArrayList<>();

    /** The registers of numbers and inputs. */
    private final BitSet given = new BitSet();

    /** Whether a constant is so small or large that digits may be lost: see {@link Underflow}. */
    private boolean isNearUnderflow;

    /** What an instruction calculates. Compared by hand: a record's own way would slow the start of a short command. */
    private static final class Key {
        private final Op op;
        private final int[] operands;
        private final int[] immediates;
        private final int hash;

        Key(Op op, int[] operands, int[] immediates) {
            this.op = op;
            this.operands = operands;
            this.immediates = immediates;
            this.hash = 31 * (31 * op.name().hashCode() + Arrays.hashCode(operands)) + Arrays.hashCode(immediates);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && op == key.op
                    && Arrays.equals(operands, key.operands)
                    && Arrays.equals(immediates, key.immediates);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    /** @param sink told of rules that constants break */
    ProgramBuilder(int years, Interpreter.Sink sink) {
        this.years = years;
        this.folder = new Interpreter(years);
        this.sink = sink;
    }

    /** How many years a vector has. */
    int years() {
        return years;
    }

    /** A register with this number. */
    int number(double value) {
        Long bits = Double.doubleToLongBits(value);
        Integer register = numbers.get(bits);
        if (register == null) {
            register = register(false, new double[] {value});
            given.set(register);
            isNearUnderflow |= LostDigits.areNear(value);
            numbers.put(bits, register);
        }
        return register;
    }

    /** A register with this number in every year. */
    int everyYear(double value) {
        double[] all = new double[years];
        Arrays.fill(all, value);
        return register(true, all);
    }

    /** The register of the next input. */
    int input() {
        int register = register(false, null);
        given.set(register);
        inputs.add(register);
        return register;
    }

    private int register(boolean vector, double @Nullable [] constant) {
        vectors.add(vector);
        constants.add(constant);
        makers.add(null);
        return vectors.size() - 1;
    }

    /** The result of an operation without immediates. */
    int emit(Op op, int... operands) {
        return emit(op, operands, new int[0]);
    }

    /** The result of an operation; for a check −1. */
    int emit(Op op, int[] operands, int[] immediates) {
        Key key = new Key(op, operands, immediates);
        Integer earlier = known.get(key);
        if (earlier != null) {
            return earlier;
        }
        requireTaken(op, operands, immediates);
        int result = areConstant(operands) ? fold(op, operands, immediates) : append(op, operands, immediates);
        known.put(key, result);
        return result;
    }

    /** Of a vector taken for a scalar only the first year would be read, without a word. */
    private void requireTaken(Op op, int[] operands, int[] immediates) {
        Signature signature = op.signature();
        boolean taken = signature.takesOperands(operands.length)
                && signature.takesImmediates(immediates.length, operands.length, years);
        for (int i = 0; taken && i < operands.length; i++) {
            taken = vectors.get(operands[i]) == (op.operand(i) == Op.Kind.YEARS);
        }
        if (!taken) {
            throw new IllegalArgumentException("The operation " + op + " does not take the registers "
                    + Arrays.toString(operands) + " with the immediates " + Arrays.toString(immediates));
        }
    }

    /** The result of an operation on lists of operands and immediates. */
    int emit(Op op, List<Integer> operands, List<Integer> immediates) {
        return emit(op, unboxed(operands), unboxed(immediates));
    }

    static int[] unboxed(List<Integer> numbers) {
        int[] plain = new int[numbers.size()];
        for (int i = 0; i < plain.length; i++) {
            plain[i] = numbers.get(i);
        }
        return plain;
    }

    private boolean areConstant(int[] registers) {
        for (int register : registers) {
            if (!isConstant(register)) {
                return false;
            }
        }
        return true;
    }

    private int append(Op op, int[] operands, int[] immediates) {
        int result = op.hasResult() ? register(op.isVector(), null) : Instruction.NONE;
        instructions.add(new Instruction(op, operands, immediates, result));
        return result;
    }

    private int fold(Op op, int[] operands, int[] immediates) {
        if (op.tells()) {
            // What is wrong is reported in the order in which it is compiled.
            double[] result = calculated(op, operands, immediates);
            return op.hasResult() ? made(op, operands, immediates, result) : Instruction.NONE;
        }
        boolean isPutOff = op.isVector() || !areKnown(operands);
        return made(op, operands, immediates, isPutOff ? null : calculated(op, operands, immediates));
    }

    private int made(Op op, int[] operands, int[] immediates, double @Nullable [] constant) {
        int result = register(op.isVector(), constant);
        makers.set(result, new Instruction(op, operands, immediates, result));
        return result;
    }

    /** Whether no operand is a vector, or was put off. */
    private boolean areKnown(int[] operands) {
        for (int operand : operands) {
            if (vectors.get(operand) || constants.get(operand) == null) {
                return false;
            }
        }
        return true;
    }

    private double[] calculated(Op op, int[] operands, int[] immediates) {
        double[][] constant = new double[operands.length][];
        for (int i = 0; i < operands.length; i++) {
            constant[i] = constant(operands[i]);
        }
        double[] result = calculated(folder, op, constant, immediates, sink);
        isNearUnderflow |= op.hasResult() && Underflow.isNear(op, result);
        return result;
    }

    /** What an operation makes of these operands. */
    double[] calculated(
            Interpreter interpreter, Op op, double[][] operands, int[] immediates, Interpreter.Sink listener) {
        double[][][] in = new double[operands.length][][];
        for (int i = 0; i < operands.length; i++) {
            in[i] = rows(operands[i]);
        }
        double[][] out = new double[op.isVector() ? years : 1][1];
        interpreter.execute(op, in, immediates, out, 1, listener);
        return out.length == 1 ? out[0] : column(out);
    }

    /** Whether a constant that was calculated is so small or large that digits may be lost: see {@link Underflow}. */
    boolean isNearUnderflow() {
        return isNearUnderflow;
    }

    /** How many registers there are. */
    int size() {
        return vectors.size();
    }

    /** What makes a register, if it is the same in every draw and no number that was given. */
    @Nullable
    Instruction maker(int register) {
        return makers.get(register);
    }

    /** A constant as the register of a block of one draw. */
    private static double[][] rows(double[] constant) {
        if (constant.length == 1) {
            return new double[][] {constant};
        }
        double[][] rows = new double[constant.length][];
        for (int y = 0; y < rows.length; y++) {
            rows[y] = new double[] {constant[y]};
        }
        return rows;
    }

    private static double[] column(double[][] rows) {
        double[] column = new double[rows.length];
        for (int y = 0; y < rows.length; y++) {
            column[y] = rows[y][0];
        }
        return column;
    }

    /** The register of an input. */
    int input(int index) {
        return inputs.get(index);
    }

    /** Whether a register holds a number that was given, or that of an input: nothing was calculated. */
    boolean isGiven(int register) {
        return given.get(register);
    }

    /** Whether a register holds a vector of years. */
    boolean isVector(int register) {
        return vectors.get(register);
    }

    /** Per register its value, if it is the same in every draw and was asked for; null otherwise. */
    double[][] constants() {
        return constants.toArray(double[][]::new);
    }

    /** Whether a register is the same in every draw. */
    boolean isConstant(int register) {
        return constants.get(register) != null || makers.get(register) != null;
    }

    /** What a constant register holds. Plans are shared between threads, and one of them calculates it. */
    private synchronized double[] constant(int register) {
        double[] known = constants.get(register);
        if (known != null) {
            return known;
        }
        if (makers.get(register) == null) {
            throw new IllegalStateException("The register (" + register + ") depends on an input");
        }
        // No recursion: what follows from what may be a long row.
        Deque<Integer> wanted = new ArrayDeque<>();
        wanted.push(register);
        while (!wanted.isEmpty()) {
            int next = wanted.peek();
            Instruction maker = makers.get(next);
            if (maker == null || constants.get(next) != null || !isMissingAny(maker.operands, wanted)) {
                wanted.pop();
                if (maker != null && constants.get(next) == null) {
                    constants.set(next, calculated(maker.op, maker.operands, maker.immediates));
                }
            }
        }
        return constant(register);
    }

    /** Whether registers are still to be calculated, which are then wanted first. */
    private boolean isMissingAny(int[] registers, Deque<Integer> wanted) {
        boolean isMissing = false;
        for (int register : registers) {
            if (constants.get(register) == null) {
                wanted.push(register);
                isMissing = true;
            }
        }
        return isMissing;
    }

    /** The number in a constant scalar register. */
    @Override
    public double value(int register) {
        return constant(register)[0];
    }

    /** The numbers in a constant vector register. */
    @Override
    public double[] vector(int register) {
        return constant(register).clone();
    }

    /**
     * The program, without the instructions on which neither a check nor one of the outputs depends.
     *
     * @param outputs registers that will be read
     */
    Program build(int... outputs) {
        return program(needed(outputs), outputs);
    }

    /** The program with every register kept, to be read as that of a central estimate is. */
    Program buildWhole() {
        int[] all = new int[vectors.size()];
        for (int r = 0; r < all.length; r++) {
            all[r] = r;
        }
        return build(all);
    }

    /**
     * The same program in fewer instructions; see {@link Fusion}.
     *
     * @param witness an output that is not finite if what it is made of is not
     */
    Program buildFused(int witness, int... outputs) {
        return program(Fusion.of(needed(outputs), constants, outputs, witness), outputs);
    }

    /**
     * The same for values in which nothing is refused, as was seen before: without checks.
     *
     * @param outputs registers that will be read
     */
    Program buildUnchecked(int... outputs) {
        return program(Fusion.of(needed(false, outputs), constants, outputs, Plan.NONE), outputs);
    }

    /** The instructions on which a check or one of these registers depends, in their order. */
    List<Instruction> needed(int... outputs) {
        return needed(true, outputs);
    }

    private List<Instruction> needed(boolean checks, int... outputs) {
        boolean[] needed = new boolean[vectors.size()];
        for (int output : outputs) {
            needed[output] = true;
            calculate(output);
        }
        List<Instruction> kept = new ArrayList<>();
        for (int k = instructions.size() - 1; k >= 0; k--) {
            Instruction instruction = instructions.get(k);
            if (instruction.result < 0 ? checks : needed[instruction.result]) {
                kept.add(instruction);
                for (int operand : instruction.operands) {
                    needed[operand] = true;
                    calculate(operand);
                }
            }
        }
        Collections.reverse(kept);
        return kept;
    }

    /** Has a constant register hold its value. */
    private void calculate(int register) {
        if (isConstant(register)) {
            constant(register);
        }
    }

    /** A program of these instructions. */
    Program program(List<Instruction> kept, int... outputs) {
        return program(kept, vectors, constants, unboxed(inputs), outputs, years);
    }

    /**
     * The same, over other registers.
     *
     * @param vectors per register whether it holds a vector of years
     * @param constants per register its value, if it is the same in every draw
     */
    static Program program(
            List<Instruction> kept,
            List<Boolean> vectors,
            List<double @Nullable []> constants,
            int[] inputs,
            int[] outputs,
            int years) {
        boolean[] vector = new boolean[vectors.size()];
        for (int r = 0; r < vector.length; r++) {
            vector[r] = vectors.get(r);
        }
        return new Program(
                lateVectors(kept, vector.length, outputs),
                vector,
                constants.toArray(double[][]::new),
                inputs,
                outputs,
                years);
    }

    /**
     * The same instructions with each vector made just before it is first read, while it is still in the processor's cache.
     * What tells of values that break rules stays in its order.
     */
    private static List<Instruction> lateVectors(List<Instruction> kept, int registers, int[] outputs) {
        @Nullable Instruction[] waiting = new Instruction[registers];
        List<Instruction> ordered = new ArrayList<>();
        for (Instruction instruction : kept) {
            if (instruction.op.isVector() && instruction.op != Op.CLAMP_YEARS) {
                waiting[instruction.result] = instruction;
            } else {
                addWaiting(instruction.operands, waiting, ordered);
                ordered.add(instruction);
            }
        }
        addWaiting(outputs, waiting, ordered);
        return ordered;
    }

    /** Adds the instructions that make these registers and are still waiting, each after those that make its operands. */
    private static void addWaiting(int[] registers, @Nullable Instruction[] waiting, List<Instruction> ordered) {
        for (int register : registers) {
            Instruction maker = waiting[register];
            if (maker != null) {
                waiting[register] = null;
                addWaiting(maker.operands, waiting, ordered);
                ordered.add(maker);
            }
        }
    }
}
