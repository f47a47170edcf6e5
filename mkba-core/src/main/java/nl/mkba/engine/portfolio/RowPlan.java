package nl.mkba.engine.portfolio;

import java.io.Serializable;
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
     * An evaluator, and what its inputs are.
     *
     * <p>Immutable.
     */
    static final class BoundEvaluator implements Serializable {

        private static final long serialVersionUID = 1;

        private final Evaluator evaluator;
        private final int[] columns;
        private final double[][] draws;
        private final int firstSize;

        /**
         * @param columns per input its column of the table; −1 if it is drawn
         * @param draws per input its value in every draw, empty if it comes from the table
         * @param firstSize the figure of what the costs are made of, as absolute amounts; after it stand those of the benefits, the weighted
         *     net and the net of every stakeholder. Of draws none of them is there
         */
        BoundEvaluator(Evaluator evaluator, int[] columns, double[][] draws, int firstSize) {
            this.evaluator = evaluator;
            this.columns = columns;
            this.draws = draws;
            this.firstSize = firstSize;
        }

        Evaluator evaluator() {
            return evaluator;
        }

        int inputs() {
            return columns.length;
        }

        int column(int input) {
            return columns[input];
        }

        int costSize() {
            return firstSize;
        }

        int benefitSize() {
            return firstSize + 1;
        }

        int weightedSize() {
            return firstSize + 2;
        }

        /** That of a stakeholder's net; where there is none, the net itself. */
        int netSize(int stakeholder) {
            return firstSize + 3 + stakeholder;
        }

        double[] draws(int input) {
            return draws[input];
        }
    }
}
