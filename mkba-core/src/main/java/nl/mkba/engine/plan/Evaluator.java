package nl.mkba.engine.plan;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.mkba.problem.InvalidScenarioException;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates a plan in blocks: a column of values per input in, a column per figure out. Immutable; every thread takes a
 * {@link DrawBlock} of its own. It can be sent to another machine.
 */
public final class Evaluator implements Serializable {

    private static final long serialVersionUID = 1;

    /** Society's present value of costs. */
    public static final Figure COSTS = new Figure(0);

    /** Society's present value of benefits. */
    public static final Figure BENEFITS = new Figure(1);

    /** Society's benefits with net transfers from outside: what the benefit-cost ratio divides by costs. */
    public static final Figure GAINS = new Figure(2);

    /** The net present value. */
    public static final Figure NPV = new Figure(3);

    /** The weighted net present value. */
    public static final Figure WEIGHTED_NPV = new Figure(4);

    private static final int STAKEHOLDERS = 5;

    /** Stands for the register of a figure that an evaluator does not give. */
    private static final int NOT_GIVEN = -1;

    /** One of the figures that an evaluator gives. */
    public static final class Figure implements Serializable {

        private static final long serialVersionUID = 1;

        private final int index;

        private Figure(int index) {
            this.index = index;
        }

        /** {@return its place, from 0, where a column or the like is kept for each figure} */
        public int index() {
            return index;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Figure figure && index == figure.index;
        }

        @Override
        public int hashCode() {
            return index;
        }
    }

    private final Program program;
    private final Program careful;
    private final List<String> inputs;
    private final List<Check> checks;
    private final List<String> stakeholders;
    private final int[] outputs;
    private final int further;
    private final int yearly;

    /** @param further what is to be a figure too, after all others */
    Evaluator(
            CompilationContext compilation,
            Plan.Society society,
            Scalar gains,
            Map<String, Plan.Account> accounts,
            List<Scalar> further) {
        this.inputs = compilation.inputIds();
        this.checks = List.copyOf(compilation.checks());
        this.stakeholders = List.copyOf(accounts.keySet());
        this.further = further.size();
        this.outputs = new int[STAKEHOLDERS + 2 * stakeholders.size() + this.further];
        give(COSTS, society.costs());
        give(BENEFITS, society.benefits());
        give(GAINS, gains);
        give(NPV, society.npv());
        give(WEIGHTED_NPV, society.weightedNpv());
        for (int p = 0; p < stakeholders.size(); p++) {
            Plan.Account account = accounts.get(stakeholders.get(p));
            if (account != null) {
                give(net(p), account.net());
                give(cash(p), account.cash());
            }
        }
        for (int k = 0; k < this.further; k++) {
            give(further(k), further.get(k));
        }
        this.yearly = NOT_GIVEN;
        this.program = compilation.program().buildFused(society.npv(), outputs);
        this.careful = compilation.program().build(outputs);
    }

    /** One that gives a vector year by year, and no other figure, of values in which nothing is refused. */
    Evaluator(CompilationContext compilation, Vector yearly) {
        this.inputs = compilation.inputIds();
        this.checks = List.copyOf(compilation.checks());
        this.stakeholders = List.of();
        this.further = 0;
        this.outputs = new int[STAKEHOLDERS];
        Arrays.fill(outputs, NOT_GIVEN);
        this.yearly = yearly.number();
        this.program = compilation.program().buildUnchecked(this.yearly);
        this.careful = program;
    }

    /** One that gives the net present value, and no other figure. */
    Evaluator(List<String> inputs, List<Check> checks, Program program, Program careful, int npv) {
        this.inputs = List.copyOf(inputs);
        this.checks = checks;
        this.stakeholders = List.of();
        this.further = 0;
        this.outputs = new int[STAKEHOLDERS];
        Arrays.fill(outputs, NOT_GIVEN);
        outputs[NPV.index()] = npv;
        this.yearly = NOT_GIVEN;
        this.program = program;
        this.careful = careful;
    }

    /**
     * {@return a stakeholder's net}
     *
     * @param stakeholder the stakeholder's number, from 0 in the scenario's order
     */
    public static Figure net(int stakeholder) {
        return new Figure(STAKEHOLDERS + 2 * stakeholder);
    }

    /**
     * {@return a stakeholder's cash}
     *
     * @param stakeholder the stakeholder's number, from 0 in the scenario's order
     */
    public static Figure cash(int stakeholder) {
        return new Figure(STAKEHOLDERS + 2 * stakeholder + 1);
    }

    /** The rule that instructions know by this number. */
    Check check(int number) {
        return checks.get(number);
    }

    private void give(Figure figure, Scalar register) {
        outputs[figure.index()] = register.number();
    }

    private Figure further(int place) {
        return new Figure(outputs.length - further + place);
    }

    /** {@return the figures, in the order of their places, without those that were asked for besides} */
    public List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        for (int index = 0; index < outputs.length - further; index++) {
            figures.add(new Figure(index));
        }
        return figures;
    }

    /** {@return the figures that were asked for besides, in that order; their places come after all others} */
    public List<Figure> further() {
        List<Figure> figures = new ArrayList<>();
        for (int k = 0; k < further; k++) {
            figures.add(further(k));
        }
        return figures;
    }

    /** {@return the ids of the stakeholders, in the scenario's order} */
    public List<String> stakeholders() {
        return stakeholders;
    }

    /**
     * {@return the name of a figure: {@code pv_costs}, {@code net_household} and so on}
     *
     * @param figure of this evaluator, but none that was asked for besides
     */
    public String name(Figure figure) {
        return switch (figure.index()) {
            case 0 -> "pv_costs";
            case 1 -> "pv_benefits";
            case 2 -> "gains";
            case 3 -> "npv";
            case 4 -> "weighted_npv";
            default -> {
                int stakeholder = (figure.index() - STAKEHOLDERS) / 2;
                yield (figure.equals(net(stakeholder)) ? "net_" : "cash_") + stakeholders.get(stakeholder);
            }
        };
    }

    /** {@return what is calculated, as data: to be carried out where this library does not run} */
    public PlanDescription describe() {
        Map<String, Integer> figures = new LinkedHashMap<>();
        for (Figure figure : figures()) {
            figures.put(name(figure), register(figure));
        }
        return careful.describe(inputs, figures);
    }

    private int register(Figure figure) {
        int register = outputs[figure.index()];
        if (register == NOT_GIVEN) {
            throw new IllegalStateException("This evaluator does not give " + name(figure));
        }
        return register;
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
         * @param check the rule
         * @param draw the draw's number, from 0
         * @param value the value before it was clamped
         */
        void clamped(Check check, int draw, double value);

        /**
         * A rule does not hold in a draw of the block.
         *
         * @param check the rule
         * @param draw the draw's number, from 0
         * @param value the value that breaks the rule
         */
        void refused(Check check, int draw, double value);
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
                    sink.clamped(checks.get(check), draw, value);
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
                    sink.refused(checks.get(check), draw, value);
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
            public void clamped(Check check, int draw, double value) {
                // Of no concern where nobody counts.
            }

            @Override
            public void refused(Check check, int draw, double value) {
                throw new InvalidScenarioException(check.problem(value));
            }
        };

        /**
         * {@return a figure in a draw}
         *
         * @param figure of this evaluator
         * @param draw the draw's number, from 0
         */
        public double value(Figure figure, int draw) {
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
            if (yearly == NOT_GIVEN) {
                throw new IllegalStateException(
                        "This evaluator gives no years; Plan.balanceEvaluator() makes one that does");
            }
            frame.copyYear(yearly, year, target, from, n);
        }

        /**
         * Copies a figure of the first {@code n} draws.
         *
         * @param figure of this evaluator
         * @param target takes the figure, draw by draw
         * @param from where in it the first draw goes
         * @param n how many draws
         */
        public void copy(Figure figure, double[] target, int from, int n) {
            frame.copy(register(figure), target, from, n);
        }
    }
}
