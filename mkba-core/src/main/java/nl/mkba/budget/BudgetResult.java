package nl.mkba.budget;

import java.util.List;
import java.util.Optional;
import nl.mkba.appraisal.Amount;
import nl.mkba.engine.result.CaseResults;
import nl.mkba.problem.Problem;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Simulation;

/**
 * The budget of one stakeholder, as its own accounts see it: cash, year by year and not discounted. What goes on beyond the
 * horizon belongs to no year.
 *
 * @param scenario whose budget it is
 * @param request what was asked
 * @param simulation how it was drawn, if it was
 * @param results outlook by outlook within each alternative, in the scenario's order
 * @param warnings what the author should look at
 */
public record BudgetResult(
        Scenario scenario,
        BudgetRequest request,
        Optional<Simulation> simulation,
        List<Budget> results,
        List<Problem> warnings) {

    /**
     * Copies its lists, so that it cannot change.
     *
     * @param scenario see {@link #scenario()}
     * @param request see {@link #request()}
     * @param simulation see {@link #simulation()}
     * @param results see {@link #results()}
     * @param warnings see {@link #warnings()}
     */
    public BudgetResult {
        results = List.copyOf(results);
        warnings = List.copyOf(warnings);
    }

    /**
     * {@return the result of an alternative in the first outlook that was asked for}
     *
     * @param alternative the alternative's id
     * @throws IllegalArgumentException if that alternative was not calculated
     */
    public Budget result(String alternative) {
        return new CaseResults<>(results, Budget::alternative, Budget::outlook).find(alternative);
    }

    /**
     * {@return the result of an alternative in an outlook}
     *
     * @param alternative the alternative's id
     * @param outlook the outlook's id
     * @throws IllegalArgumentException if that alternative was not calculated in that outlook
     */
    public Budget result(String alternative, String outlook) {
        return new CaseResults<>(results, Budget::alternative, Budget::outlook).find(alternative, outlook);
    }

    /**
     * One alternative in one outlook or without.
     *
     * @param alternative the alternative's id
     * @param outlook the outlook's id, if any
     * @param years the calendar years
     * @param rows one for each text of the labels asked for, in the scenario's order, and last one for what has no such label;
     *     just that one without labels
     * @param total the rows added up
     * @param net how the total net spreads over the draws, year by year; empty without draws
     */
    public record Budget(
            String alternative,
            Optional<String> outlook,
            List<Integer> years,
            List<Row> rows,
            Row total,
            List<Interval> net) {

        /**
         * Copies its lists, so that it cannot change.
         *
         * @param alternative see {@link #alternative()}
         * @param outlook see {@link #outlook()}
         * @param years see {@link #years()}
         * @param rows see {@link #rows()}
         * @param total see {@link #total()}
         * @param net see {@link #net()}
         */
        public Budget {
            years = List.copyOf(years);
            rows = List.copyOf(rows);
            net = List.copyOf(net);
        }
    }

    /**
     * Cash, year by year. A negative cost is negative expenditure, a negative benefit negative income; a transfer stays on its
     * side whatever its sign.
     *
     * @param label the text of the label; empty for what has none, and for a total
     * @param expenditure cash costs, and transfers paid
     * @param income cash benefits, and transfers received
     * @param net income − expenditure
     */
    public record Row(String label, List<Amount> expenditure, List<Amount> income, List<Amount> net) {

        /**
         * Copies its lists, so that it cannot change.
         *
         * @param label see {@link #label()}
         * @param expenditure see {@link #expenditure()}
         * @param income see {@link #income()}
         * @param net see {@link #net()}
         */
        public Row {
            expenditure = List.copyOf(expenditure);
            income = List.copyOf(income);
            net = List.copyOf(net);
        }
    }

    /**
     * Where the middle 90 % of the draws lie.
     *
     * @param p5 the 5th percentile
     * @param p95 the 95th percentile
     */
    public record Interval(Amount p5, Amount p95) {}
}
