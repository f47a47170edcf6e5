package nl.mkba.engine.sensitivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import nl.mkba.distribution.Distribution;
import nl.mkba.engine.plan.Case;
import nl.mkba.engine.plan.Evaluator;
import nl.mkba.engine.plan.FirstRefusal;
import nl.mkba.engine.plan.Plan;
import nl.mkba.engine.plan.Rounding;
import nl.mkba.engine.plan.Surroundings;
import nl.mkba.engine.uncertainty.UncertainCase;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;

/**
 * A case in which every parameter that is not a formula can be given another value while the others stay central. Immutable;
 * every thread takes a {@link Probe} of its own.
 */
final class VariedCase {

    private final UncertainCase uncertain;
    private final Case theCase;
    private final Map<String, Double> central;
    private final Surroundings surroundings;
    private final double npvSize;

    VariedCase(UncertainCase uncertain) {
        this.uncertain = uncertain;
        Plan plan = uncertain.central();
        this.theCase = plan.compiled();
        this.central = theCase.centralValues();
        Map<String, Double> inputs = new LinkedHashMap<>(central);
        inputs.keySet().removeAll(plan.shaping());
        this.surroundings = Surroundings.of(theCase, inputs);
        this.npvSize = plan.size(plan.society().npv());
    }

    Case theCase() {
        return theCase;
    }

    /** The net present value of the central estimate. */
    double npv() {
        return uncertain.centralNpv();
    }

    /** The central values of all parameters that are not formulas, in the scenario's order. */
    Map<String, Double> central() {
        return central;
    }

    /** Whether a parameter shapes the plan, so that no probe can vary it. */
    boolean shapes(String parameter) {
        return uncertain.central().shaping().contains(parameter);
    }

    /** The distribution of a parameter, if it is uncertain. */
    Optional<Distribution> distribution(String parameter) {
        int index = uncertain.parameters().indexOf(parameter);
        return index < 0 ? Optional.empty() : Optional.of(uncertain.distribution(index));
    }

    /** The ids of the uncertain parameters, in the scenario's order. */
    List<String> uncertainParameters() {
        return central.keySet().stream()
                .filter(uncertain.parameters()::contains)
                .toList();
    }

    /** The uncertain parameters of each group, in the scenario's order. */
    Map<String, List<String>> groups() {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        for (String id : uncertainParameters()) {
            String group = theCase.parameter(id).group();
            if (group != null) {
                groups.computeIfAbsent(group, key -> new ArrayList<>()).add(id);
            }
        }
        return groups;
    }

    /**
     * Rows of values of some parameters.
     *
     * @param parameters ids of what is varied; the others stay central
     * @param rows the most rows at a time
     */
    Probe probe(List<String> parameters, int rows) {
        return new Probe(surroundings.varying(parameters), rows);
    }

    /** Rows of values of the parameters that are varied: central, but for those that were set. For one thread. */
    final class Probe implements Evaluator.Sink {
        private final Evaluator evaluator;
        private final Evaluator.DrawBlock block;
        private final FirstRefusal refusal;
        private final BitSet clamped = new BitSet();
        private final int rows;

        private Probe(Evaluator evaluator, int rows) {
            this.evaluator = evaluator;
            this.block = evaluator.block(rows);
            this.refusal = new FirstRefusal(evaluator, rows);
            this.rows = rows;
            evaluator.inputs().forEach(this::reset);
        }

        /** The most rows at a time. */
        int rows() {
            return rows;
        }

        private double[] column(String parameter) {
            return block.input(evaluator.inputs().indexOf(parameter));
        }

        /** Sets a parameter in one row. */
        void set(int row, String parameter, double value) {
            column(parameter)[row] = value;
        }

        /** Sets a parameter in every row. */
        void set(String parameter, double value) {
            Arrays.fill(column(parameter), value);
        }

        /** Makes a parameter central again in every row. */
        void reset(String parameter) {
            Double value = central.get(parameter);
            if (value != null) {
                set(parameter, value);
            }
        }

        /** Evaluates the first rows. */
        void evaluate(int n) {
            clamped.clear();
            refusal.clear();
            block.evaluate(n, this);
        }

        @Override
        public void clamped(int check, int row, double value) {
            if (!surroundings.clamped().contains(check)) {
                clamped.set(row);
            }
        }

        @Override
        public void refused(int check, int row, double value) {
            refusal.refused(check, row, value);
        }

        /** The net present value of a row. */
        double npv(int row) {
            return block.value(Evaluator.NPV, row);
        }

        /** The same; 0 where it is rounding of what that of the central estimate is made of. */
        double cleanedNpv(int row) {
            return Rounding.cleaned(npv(row), npvSize);
        }

        /** Whether a central estimate with the values of a row would be refused. */
        boolean isOutside(int row) {
            return refusal.isRefused(row) || clamped.get(row);
        }

        /**
         * Throws if a draw with the values of a row would be refused; fractions may be clamped.
         *
         * @param values what was set, for the message
         */
        void requireAccepted(int row, Supplier<String> values) {
            if (refusal.isRefused(row)) {
                Problem problem = refusal.problem(row);
                throw new InvalidScenarioException(List.of(
                        problem,
                        Problem.of(
                                ProblemCode.REFUSED_VARIATION, problem.path(), uncertain.alternative(), values.get())));
            }
        }
    }
}
