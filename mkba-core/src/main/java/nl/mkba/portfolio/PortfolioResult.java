package nl.mkba.portfolio;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import nl.mkba.engine.result.CaseResults;
import nl.mkba.problem.Problem;

/**
 * The results of many places: for each row a line per alternative and outlook. Made by the engine only: later versions add to
 * it. Immutable.
 */
public interface PortfolioResult {

    /** {@return how many rows there are} */
    int rows();

    /**
     * {@return why a row has no figures; empty if it has}
     *
     * @param row counted from 0
     * @throws IndexOutOfBoundsException if there is no such row
     */
    List<Problem> problems(int row);

    /**
     * {@return the names of the figures of a line: {@code pv_costs}, {@code pv_benefits}, {@code npv}, {@code bcr}, {@code
     * weighted_npv} and {@code net_STAKEHOLDER} for every stakeholder, in the scenario's order; with draws then {@code
     * npv_mean}, {@code npv_p5}, {@code npv_p50}, {@code npv_p95} and {@code probability_positive}}
     */
    List<String> figures();

    /**
     * {@return the lines of a row: one for each alternative in the scenario's order, outlook by outlook}
     *
     * @param row counted from 0
     */
    List<Line> results(int row);

    /**
     * {@return the line of a row for an alternative in the first outlook that was asked for}
     *
     * @param row counted from 0
     * @param alternative the alternative's id
     * @throws IllegalArgumentException if that alternative was not calculated
     */
    default Line result(int row, String alternative) {
        return new CaseResults<>(results(row), Line::alternative, Line::outlook).find(alternative);
    }

    /**
     * {@return the line of a row for an alternative in an outlook}
     *
     * @param row counted from 0
     * @param alternative the alternative's id
     * @param outlook the outlook's id
     * @throws IllegalArgumentException if that alternative was not calculated in that outlook
     */
    default Line result(int row, String alternative, String outlook) {
        return new CaseResults<>(results(row), Line::alternative, Line::outlook).find(alternative, outlook);
    }

    /** What one row comes to, in one alternative and outlook. */
    interface Line {

        /** {@return the alternative's id} */
        String alternative();

        /** {@return the outlook's id; empty for the run without one} */
        Optional<String> outlook();

        /**
         * {@return a figure, in the scenario's currency and prices, discounted to its base year; a cost is above 0, and a
         * probability a number from 0 to 1} Absent for a ratio without costs above 0, and for a row that is refused.
         *
         * @param name one of {@link #figures}
         * @throws IllegalArgumentException if there is no such figure
         */
        OptionalDouble figure(String name);

        /** {@return the net present value; absent for a row that is refused} */
        default OptionalDouble npv() {
            return figure("npv");
        }

        /** {@return the benefits per euro of costs; absent without costs above 0, and for a row that is refused} */
        default OptionalDouble bcr() {
            return figure("bcr");
        }
    }
}
