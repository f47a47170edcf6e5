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

        public Years {
            if (last < first) {
                throw new IllegalArgumentException("The last year (" + last + ") must not be before " + first);
            }
        }
    }

    /** The whole horizon in one row, in nominal prices. */
    public static BudgetRequest of(String stakeholder) {
        return new BudgetRequest(stakeholder, Optional.empty(), Optional.empty(), Prices.NOMINAL);
    }

    /** The same for some years only. */
    public BudgetRequest between(int first, int last) {
        return new BudgetRequest(stakeholder, Optional.of(new Years(first, last)), label, prices);
    }

    /** The same with a row for each text of the labels of a key. */
    public BudgetRequest by(String key) {
        return new BudgetRequest(stakeholder, years, Optional.of(key), prices);
    }

    /** The same in other prices. */
    public BudgetRequest in(Prices others) {
        return new BudgetRequest(stakeholder, years, label, others);
    }
}
