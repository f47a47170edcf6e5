package nl.mkba.engine.portfolio;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a choice of places needs of every line: what an option is worth, and what it takes of each budget. Without years there
 * is one budget, for the present value of costs; with years one for the costs of each.
 *
 * @param objective what an option is worth
 * @param stakeholder whose costs the budget is for; all of society's if absent
 * @param years calendar years within the horizon, ascending; empty for the present value
 * @param nominal whether the costs of a year are in prices of that year, and not in those of the price level
 */
public record ChoiceFigures(Objective objective, Optional<String> stakeholder, List<Integer> years, boolean nominal) {

    /**
     * Copies its list, so that it cannot change.
     *
     * @param objective see {@link #objective()}
     * @param stakeholder see {@link #stakeholder()}
     * @param years see {@link #years()}
     * @param nominal see {@link #nominal()}
     */
    public ChoiceFigures {
        years = List.copyOf(years);
    }

    /** {@return the greatest net present value within a budget for the present value of society's costs} */
    public static ChoiceFigures netPresentValue() {
        return new ChoiceFigures(new Objective.NetPresentValue(), Optional.empty(), List.of(), false);
    }

    /**
     * {@return the same within a budget for what a stakeholder pays}
     *
     * @param id the stakeholder's id
     */
    public ChoiceFigures paidBy(String id) {
        return new ChoiceFigures(objective, Optional.of(id), years, nominal);
    }

    /** The names of the figures of costs that lines have for the choice only. */
    List<String> names() {
        String of = "costs" + stakeholder.map(id -> "_" + id).orElse("");
        if (years.isEmpty()) {
            return stakeholder.isEmpty() ? List.of() : List.of(of);
        }
        List<String> names = new ArrayList<>();
        years.forEach(year -> names.add(of + "_" + year));
        return names;
    }

    /** {@return the names of the figures of what an option takes, a figure for each budget} */
    public List<String> costs() {
        return names().isEmpty() ? List.of("pv_costs") : names();
    }
}
