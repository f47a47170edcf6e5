package nl.mkba.budget;

import java.util.Optional;
import nl.mkba.scenario.Prices;

/**
 * What is asked of a budget.
 *
 * @param stakeholder id of the stakeholder whose budget it is; one that does not count has a budget too
 * @param years the years to show; without them the horizon
 * @param label key of the labels by which to cut it; without it there is one row
 * @param prices in which prices
 */
public record BudgetRequest(String stakeholder, Optional<Years> years, Optional<String> label, Prices prices) {

    /**
     * Calendar years, both included.
     *
     * @param first the first one
     * @param last the last one, not before the first
     */
    public record Years(int first, int last) {

        /**
         * A range of years.
         *
         * @param first see {@link #first()}
         * @param last see {@link #last()}
         * @throws IllegalArgumentException if the last is before the first
         */
        public Years {
            if (last < first) {
                throw new IllegalArgumentException("The last year (" + last + ") must not be before " + first);
            }
        }
    }

    /**
     * {@return a request for the whole horizon in one row, in nominal prices}
     *
     * @param stakeholder id of the stakeholder whose budget it is
     */
    public static BudgetRequest of(String stakeholder) {
        return new BudgetRequest(stakeholder, Optional.empty(), Optional.empty(), Prices.NOMINAL);
    }

    /**
     * {@return the same request for some years only}
     *
     * @param first the first calendar year to show
     * @param last the last one, included; not before the first
     * @throws IllegalArgumentException if the last year is before the first
     */
    public BudgetRequest between(int first, int last) {
        return new BudgetRequest(stakeholder, Optional.of(new Years(first, last)), label, prices);
    }

    /**
     * {@return the same request with a row for each text of the labels of a key}
     *
     * @param key the labels' key
     */
    public BudgetRequest by(String key) {
        return new BudgetRequest(stakeholder, years, Optional.of(key), prices);
    }

    /**
     * {@return the same request in other prices}
     *
     * @param others nominal prices, or those of the price level
     */
    public BudgetRequest in(Prices others) {
        return new BudgetRequest(stakeholder, years, label, others);
    }
}
