package nl.mkba.engine.plan;

import java.util.List;
import java.util.Optional;

/**
 * Costs of single years that a plan gives besides its totals: what interventions cost in that year, not discounted.
 *
 * @param stakeholder whose costs; all of society's if absent
 * @param years calendar years within the horizon
 * @param nominal whether in prices of each year, and not in those of the price level
 */
public record YearCosts(Optional<String> stakeholder, List<Integer> years, boolean nominal) {

    /** No costs of single years. */
    public static final YearCosts NONE = new YearCosts(Optional.empty(), List.of(), false);

    /**
     * Copies its list, so that it cannot change.
     *
     * @param stakeholder see {@link #stakeholder()}
     * @param years see {@link #years()}
     * @param nominal see {@link #nominal()}
     */
    public YearCosts {
        years = List.copyOf(years);
    }
}
