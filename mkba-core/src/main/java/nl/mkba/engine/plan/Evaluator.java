package nl.mkba.engine.plan;

import java.io.Serializable;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates a plan in blocks: a column of values per input in, a column per figure out. Immutable; every thread takes a
 * {@link DrawBlock} of its own. It can be sent to another machine.
 */
public final class Evaluator implements Serializable {

    private static final long serialVersionUID = 1;

    /** The figure of society's present value of costs. */
    public static final int COSTS = 0;

    /** The figure of society's present value of benefits. */
    public static final int BENEFITS = 1;

    /** The figure of society's benefits with net transfers from outside: what the benefit-cost ratio divides by costs. */
    public static final int GAINS = 2;

    /** The figure of the net present value. */
    public static final int NPV = 3;

    /** The figure of the weighted net present value. */
    public static final int WEIGHTED_NPV = 4;

    private static final int STAKEHOLDERS = 5;

    private final Program program;
    private final Program careful;
    private final List<String> inputs;
    private final List<Check> checks;
    private final List<String> stakeholders;
    private final int[] outputs;
    private final int further;
    private final int yearly;

    /** @param further registers of scalars that are to be figures too, after all others */
    Evaluator(
            CompilationContext compilation,
            Plan.Society society,
            int gains,
            Map<String, Plan.Account> accounts,
            int[] further) {
        this.inputs = compilation.inputIds();
        this.checks = List.copyOf(compilation.checks());
        this.stakeholders = List.copyOf(accounts.keySet());
        this.further = further.length;
        this.outputs = new int[STAKEHOLDERS + 2 * stakeholders.size() + further.length];
        outputs[COSTS] = society.costs();
        outputs[BENEFITS] = society.benefits();
        outputs[GAINS] = gains;
        outputs[NPV] = society.npv();
        outputs[WEIGHTED_NPV] = society.weightedNpv();
        for (int p = 0; p < stakeholders.size(); p++) {
            Plan.Account account = accounts.get(stakeholders.get(p));
            if (account != null) {
                outputs[net(p)] = account.net();
                outputs[cash(p)] = account.cash();
            }
        }
        System.arraycopy(further, 0, outputs, outputs.length - further.length, further.length);
        this.yearly = Plan.NONE;
        this.program = compilation.program().buildFused(society.npv(), outputs);
        this.careful = compilation.program().build(outputs);
    }

    /** One that gives a vector year by year, and no other figure, of values in which nothing is refused. */
    Evaluator(CompilationContext compilation, int yearly) {
        this.inputs = compilation.inputIds();
        this.checks = List.of();
        this.stakeholders = List.of();
        this.further = 0;
        this.outputs = new int[STAKEHOLDERS];
        Arrays.fill(outputs, Plan.NONE);
        this.yearly = yearly;
        this.program = compilation.program().buildUnchecked(yearly);
        this.careful = program;
    }

    /** One that gives the net present value, and no other figure. */
    Evaluator(List<String> inputs, List<Check> checks, Program program, Program careful, int npv) {
        this.inputs = List.copyOf(inputs);
        this.checks = checks;
        this.stakeholders = List.of();
        this.further = 0;
        this.outputs = new int[STAKEHOLDERS];
        Arrays.fill(outputs, Plan.NONE);
        outputs[NPV] = npv;
        this.yearly = Plan.NONE;
        this.program = program;
        this.careful = careful;
    }

    /**
     * {@return the figure of a stakeholder's net}
     *
     * @param stakeholder the stakeholder's number, from 0 in the scenario's order
     */
    public static int net(int stakeholder) {
        return STAKEHOLDERS + 2 * stakeholder;
    }

    /**
     * {@return the figure of a stakeholder's cash}
     *
     * @param stakeholder the stakeholder's number, from 0 in the scenario's order
     */
    public static int cash(int stakeholder) {
        return STAKEHOLDERS + 2 * stakeholder + 1;
    }

    /** {@return how many figures there are, without those that were asked for besides} */
    public int figures() {
        return outputs.length - further;
    }

    /** {@return how many figures were asked for besides; the first has the number {@link #figures}} */
    public int furtherFigures() {
        return further;
    }

    /** {@return the ids of the stakeholders, in the scenario's order} */
    public List<String> stakeholders() {
        return stakeholders;
    }

    /**
     * {@return the name of a figure: {@code pv_costs}, {@code net_household} and so on}
     *
     * @param figure the figure's number, from 0
     */
    public String name(int figure) {
        return switch (figure) {
            case COSTS -> "pv_costs";
            case BENEFITS -> "pv_benefits";
            case GAINS -> "gains";
            case NPV -> "npv";
            case WEIGHTED_NPV -> "weighted_npv";
            default -> {
                String stakeholder = stakeholders.get((figure - STAKEHOLDERS) / 2);
                yield (figure == net((figure - STAKEHOLDERS) / 2) ? "net_" : "cash_") + stakeholder;
            }
        };
    }

    /** {@return what is calculated, as data: to be carried out where this library does not run} */
    public PlanDescription describe() {
        Map<String, Integer> figures = new LinkedHashMap<>();
        for (int figure = 0; figure < figures(); figure++) {
            figures.put(name(figure), register(figure));
        }
        return careful.describe(inputs, figures);
    }

    private int register(int figure) {
        int register = outputs[figure];
        if (register == Plan.NONE) {
            throw new IllegalStateException("This evaluator does not give " + name(figure));
        }
        return register;
    }

    /**
     * {@return the path of the key whose value a check is about}
     *
     * @param check the check's number
     */
    public String checkedPath(int check) {
        return checks.get(check).path();
    }

    /**
     * {@return the message about a refused value}
     *
     * @param check the check's number
     * @param value the value that is refused
     */
    public Problem problem(int check, double value) {
        return checks.get(check).problem(value);
    }

    /**
     * {@return whether a value that is clamped in a draw would be refused in a central estimate} A reduction of an outcome may
     * be outside 0 … 1 by rounding.
     *
     * @param check the check's number
     * @param value the value before it was clamped
     */
    public boolean isRefusedCentrally(int check, double value) {
        double rounding =
                checks.get(check).code() == ProblemCode.REDUCTION_OUT_OF_RANGE ? Interpreter.SHARES_TOLERANCE : 0;
        return value < -rounding || value > 1 + rounding;
    }

    /** {@return the ids of the parameters that are inputs, in the order of the columns} */
    public List<String> inputs() {
        return inputs;
    }

    /** {@return per input whether the net present value depends on it} */
    public boolean[] influential() {
        return program.inputsOf(register(NPV));
    }

    /**
     * {@return working memory for blocks of draws}
     *
     * @param most the most draws in a block
     */
    public DrawBlock block(int most) {
        return new DrawBlock(most);
    }

    /** Told of values that break a rule. */
    public interface Sink {
        /**
         * A fraction outside 0 … 1 was clamped in a draw of the block.
         *
         * @param check the check's number
         * @param draw the draw's number, from 0
         * @param value the value before it was clamped
         */
        void clamped(int check, int draw, double value);

        /**
         * A rule does not hold in a draw of the block.
         *
         * @param check the check's number
         * @param draw the draw's number, from 0
         * @param value the value that breaks the rule
         */
        void refused(int check, int draw, double value);
    }

    /** The columns of a block of draws. For one thread at a time. */
    public final class DrawBlock {
        private final Program.Frame frame;
        private Program.@Nullable Frame carefulFrame;

        private DrawBlock(int most) {
            this.frame = program.frame(most);
        }

        /**
         * {@return the column of an input, to be filled before {@link #evaluate}}
         *
         * @param index the input's number, from 0
         */
        public double[] input(int index) {
            return frame.input(index);
        }

        /**
         * {@return the column of whether an intervention is carried out, 1 or 0, of a plan made for every part of its case}
         *
         * @param intervention its index in the case
         */
        public double[] carriedOut(int intervention) {
            return frame.input(inputs.size() + intervention);
        }

        /**
         * Evaluates the first {@code n} draws.
         *
         * @param n how many draws
         * @param sink told of what is clamped or refused
         */
        public void evaluate(int n, Sink sink) {
            boolean[] refused = {false};
            frame.run(n, new Interpreter.Sink() {
                @Override
                public void clamped(int check, int draw, double value) {
                    sink.clamped(check, draw, value);
                }

                @Override
                public void refused(int check, int draw, double value) {
                    refused[0] = true;
                }
            });
            if (refused[0]) {
                tellRefusals(n, sink);
            }
        }

        /** Evaluates again, with every value checked where it is made: the fused program only knows that something is wrong. */
        private void tellRefusals(int n, Sink sink) {
            Program.Frame again = carefulFrame == null ? careful.frame(frame.block()) : carefulFrame;
            carefulFrame = again;
            for (int p = 0; p < program.inputCount(); p++) {
                System.arraycopy(frame.input(p), 0, again.input(p), 0, n);
            }
            again.run(n, new Interpreter.Sink() {
                @Override
                public void clamped(int check, int draw, double value) {
                    // Told already.
                }

                @Override
                public void refused(int check, int draw, double value) {
                    sink.refused(check, draw, value);
                }
            });
        }

        /**
         * Evaluates the first {@code n} draws, in which nothing may be refused; fractions are clamped.
         *
         * @param n how many draws
         */
        public void evaluate(int n) {
            evaluate(n, refusing);
        }

        private final Sink refusing = new Sink() {
            @Override
            public void clamped(int check, int draw, double value) {
                // Of no concern where nobody counts.
            }

            @Override
            public void refused(int check, int draw, double value) {
                throw new InvalidScenarioException(problem(check, value));
            }
        };

        /**
         * {@return a figure in a draw}
         *
         * @param figure the figure's number, from 0
         * @param draw the draw's number, from 0
         */
        public double value(int figure, int draw) {
            return frame.value(register(figure), draw);
        }

        /**
         * Copies the yearly figure that the evaluator was made for, such as society's cumulative discounted net at the end
         * of a year, of the first {@code n} draws.
         *
         * @param year counted from 0
         * @param target takes the figure, draw by draw
         * @param from where in it the first draw goes
         * @param n how many draws
         * @throws IllegalStateException if the evaluator gives no years
         */
        public void copyYear(int year, double[] target, int from, int n) {
            if (yearly == Plan.NONE) {
                throw new IllegalStateException(
                        "This evaluator gives no years; Plan.balanceEvaluator() makes one that does");
            }
            frame.copyYear(yearly, year, target, from, n);
        }

        /**
         * Copies a figure of the first {@code n} draws.
         *
         * @param figure the figure's number, from 0
         * @param target takes the figure, draw by draw
         * @param from where in it the first draw goes
         * @param n how many draws
         */
        public void copy(int figure, double[] target, int from, int n) {
            frame.copy(register(figure), target, from, n);
        }
    }
}
