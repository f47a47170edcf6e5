package nl.mkba.engine.portfolio;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import nl.mkba.engine.plan.Evaluator;
import nl.mkba.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A case compiled for rows with the same values in the columns that shape its years.
 *
 * <p>Immutable. One object is one plan: it is compared by identity.
 */
final class RowPlan implements Serializable {

    private static final long serialVersionUID = 1;

    private final List<Problem> problems;
    private final @Nullable BoundEvaluator central;
    private final @Nullable BoundEvaluator drawn;

    private RowPlan(List<Problem> problems, @Nullable BoundEvaluator central, @Nullable BoundEvaluator drawn) {
        this.problems = problems;
        this.central = central;
        this.drawn = drawn;
    }

    static RowPlan of(BoundEvaluator central, @Nullable BoundEvaluator drawn) {
        return new RowPlan(List.of(), central, drawn);
    }

    /** The plan of rows whose values in the shaping columns are refused. */
    static RowPlan refused(List<Problem> problems) {
        return new RowPlan(List.copyOf(problems), null, null);
    }

    /** Why no row with these values can be evaluated; empty if it can. */
    List<Problem> problems() {
        return problems;
    }

    /** Evaluates the central estimate. */
    BoundEvaluator central() {
        if (central == null) {
            throw new IllegalStateException("A plan that was refused cannot be evaluated");
        }
        return central;
    }

    /** Evaluates draws; null if none are asked for. */
    @Nullable
    BoundEvaluator drawn() {
        return drawn;
    }

    /**
     * What an input of an evaluator is: a column of the table, or drawn.
     *
     * <p>Immutable.
     */
    static final class Input implements Serializable {

        private static final long serialVersionUID = 1;

        private final int column;
        private final double @Nullable [] draws;

        private Input(int column, double @Nullable [] draws) {
            this.column = column;
            this.draws = draws;
        }

        static Input ofColumn(int column) {
            return new Input(column, null);
        }

        /** @param draws its value in every draw */
        static Input drawn(double[] draws) {
            return new Input(0, draws);
        }

        boolean isDrawn() {
            return draws != null;
        }

        /** The column of the table. */
        int column() {
            if (draws != null) {
                throw new IllegalStateException("An input that is drawn has no column");
            }
            return column;
        }

        /** Its value in every draw; to be read only. */
        double[] draws() {
            if (draws == null) {
                throw new IllegalStateException("An input from a column is not drawn");
            }
            return draws;
        }
    }

    /**
     * What amounts of a row are made of, as absolute amounts.
     *
     * @param costs of society's costs
     * @param benefits of society's benefits
     * @param weighted of the weighted net
     * @param nets of the net of every stakeholder, in the scenario's order; where there is none, the net itself
     */
    record Sizes(
            Evaluator.Figure costs, Evaluator.Figure benefits, Evaluator.Figure weighted, List<Evaluator.Figure> nets)
            implements Serializable {

        /** Those in this order; null of none. */
        static @Nullable Sizes of(List<Evaluator.Figure> figures) {
            return figures.isEmpty()
                    ? null
                    : new Sizes(
                            figures.get(0),
                            figures.get(1),
                            figures.get(2),
                            List.copyOf(figures.subList(3, figures.size())));
        }
    }

    /**
     * An evaluator, what its inputs are, and which of its figures are wanted besides those that all have.
     *
     * <p>Immutable.
     */
    static final class BoundEvaluator implements Serializable {

        private static final long serialVersionUID = 1;

        private final Evaluator evaluator;
        private final List<Input> inputs;
        private final @Nullable Sizes sizes;
        private final List<Evaluator.@Nullable Figure> units;
        private final List<Evaluator.Figure> choiceCosts;

        /**
         * @param inputs in the order of the evaluator
         * @param sizes what amounts are made of; null for draws
         * @param units of each effect whose units are wanted; null where the case lacks it
         * @param choiceCosts the costs that a choice needs, if society's total will not do
         */
        BoundEvaluator(
                Evaluator evaluator,
                List<Input> inputs,
                @Nullable Sizes sizes,
                List<Evaluator.@Nullable Figure> units,
                List<Evaluator.Figure> choiceCosts) {
            this.evaluator = evaluator;
            this.inputs = List.copyOf(inputs);
            this.sizes = sizes;
            this.units = Collections.unmodifiableList(new ArrayList<>(units));
            this.choiceCosts = List.copyOf(choiceCosts);
        }

        Evaluator evaluator() {
            return evaluator;
        }

        List<Input> inputs() {
            return inputs;
        }

        /** What amounts are made of; draws have none. */
        Sizes sizes() {
            if (sizes == null) {
                throw new IllegalStateException("Draws are measured by the amounts of their row");
            }
            return sizes;
        }

        List<Evaluator.@Nullable Figure> units() {
            return units;
        }

        List<Evaluator.Figure> choiceCosts() {
            return choiceCosts;
        }
    }
}
