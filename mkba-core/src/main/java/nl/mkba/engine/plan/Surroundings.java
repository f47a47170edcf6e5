package nl.mkba.engine.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The surroundings of a point: the net present value of a case where its parameters have certain values, and a few of them vary at
 * a time. What does not depend on those was calculated once, for the point, so that to vary a parameter costs what it touches.
 * The figures and what is refused are the same, bit for bit, as in a plan of which all these parameters are inputs. Immutable, and
 * safe for any number of threads.
 */
public final class Surroundings {

    private final ProgramBuilder builder;
    private final List<Check> checks;
    private final List<String> inputs;
    private final Scalar npv;
    private final List<Instruction> instructions;

    /** Per register its value at the point, if an instruction makes it or it is the same everywhere. */
    private final double[][] at;

    private final Set<Check> clamped = new HashSet<>();

    private Surroundings(Plan plan, Map<String, Double> point) {
        CompilationContext compilation = plan.compilation();
        this.builder = compilation.program();
        this.checks = List.copyOf(compilation.checks());
        this.inputs = compilation.inputIds();
        this.npv = plan.society().npv();
        this.instructions = builder.needed(npv.number());
        this.at = builder.constants();
        evaluate(point);
    }

    /**
     * {@return the surroundings of a point at which nothing is refused}
     *
     * @param theCase an alternative, in an outlook or without
     * @param point a value, as written, for every parameter that may be varied; none of them shapes the plan
     */
    public static Surroundings of(Case theCase, Map<String, Double> point) {
        return new Surroundings(Plan.of(theCase, point.keySet()), point);
    }

    private void evaluate(Map<String, Double> point) {
        int[] results = instructions.stream()
                .filter(Instruction::hasResult)
                .mapToInt(instruction -> instruction.result)
                .toArray();
        Program.Frame frame = builder.program(instructions, results).frame(1);
        for (int i = 0; i < inputs.size(); i++) {
            Double value = point.get(inputs.get(i));
            if (value == null) {
                throw new IllegalArgumentException("The parameter (" + inputs.get(i) + ") must have a value");
            }
            frame.input(i)[0] = value;
            at[builder.input(i).number()] = new double[] {value};
        }
        frame.run(1, new Interpreter.Sink() {
            @Override
            public void clamped(int check, int draw, double value) {
                clamped.add(checks.get(check));
            }

            @Override
            public void refused(int check, int draw, double value) {
                throw new IllegalStateException(checks.get(check).problem(value).toString());
            }
        });
        for (int result : results) {
            at[result] = frame.contents(result);
        }
    }

    /** {@return the rules that fractions break which are clamped at the point itself} */
    public Set<Check> clamped() {
        return Collections.unmodifiableSet(clamped);
    }

    /** {@return the parameters that may be varied and that something depends on} */
    public List<String> inputs() {
        return inputs;
    }

    /**
     * {@return an evaluator whose inputs are some parameters, while the others keep their values at the point} It gives the net
     * present value, and no other figure.
     *
     * @param varied ids of some of {@link #inputs}
     */
    public Evaluator varying(List<String> varied) {
        boolean[] varies = new boolean[at.length];
        int[] open = new int[varied.size()];
        for (int k = 0; k < open.length; k++) {
            open[k] = builder.input(inputs.indexOf(varied.get(k))).number();
            varies[open[k]] = true;
        }
        List<Instruction> touched = new ArrayList<>();
        for (Instruction instruction : instructions) {
            if (readsAny(instruction.operands, varies)) {
                touched.add(instruction);
                if (instruction.hasResult()) {
                    varies[instruction.result] = true;
                }
            }
        }
        return new Renumbered(open, varies).evaluator(varied, touched);
    }

    private static boolean readsAny(int[] operands, boolean[] registers) {
        for (int operand : operands) {
            if (registers[operand]) {
                return true;
            }
        }
        return false;
    }

    /** The few registers that matter where few parameters vary, by numbers of their own. */
    private final class Renumbered {
        private static final int UNSEEN = -1;

        private final boolean[] varies;
        private final int[] numbers = new int[at.length];
        private final List<Boolean> vectors = new ArrayList<>();
        private final List<double @Nullable []> constants = new ArrayList<>();
        private final int[] open;

        Renumbered(int[] open, boolean[] varies) {
            this.varies = varies;
            Arrays.fill(numbers, UNSEEN);
            this.open = of(open);
        }

        private int of(int register) {
            if (numbers[register] == UNSEEN) {
                numbers[register] = vectors.size();
                vectors.add(builder.isVector(register));
                constants.add(varies[register] ? null : at[register]);
            }
            return numbers[register];
        }

        private int[] of(int[] registers) {
            int[] renumbered = new int[registers.length];
            for (int k = 0; k < renumbered.length; k++) {
                renumbered[k] = of(registers[k]);
            }
            return renumbered;
        }

        Evaluator evaluator(List<String> varied, List<Instruction> touched) {
            List<Instruction> renumbered = new ArrayList<>(touched.size());
            for (Instruction each : touched) {
                renumbered.add(new Instruction(
                        each.op,
                        of(each.operands),
                        each.immediates,
                        each.hasResult() ? of(each.result) : Instruction.NONE));
            }
            int witness = of(npv.number());
            int[] outputs = {witness};
            return new Evaluator(
                    varied,
                    checks,
                    program(Fusion.of(renumbered, constants, outputs, OptionalInt.of(witness)), outputs),
                    program(renumbered, outputs),
                    witness);
        }

        private Program program(List<Instruction> some, int[] outputs) {
            boolean[] plain = new boolean[vectors.size()];
            for (int r = 0; r < plain.length; r++) {
                plain[r] = vectors.get(r);
            }
            return ProgramBuilder.program(some, plain, constants, open, outputs, builder.years());
        }
    }
}
