package nl.mkba.portfolio;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import nl.mkba.scenario.Prices;

/**
 * What is asked of a choice of places within a budget: in each place one alternative at most, so that together they have the
 * most of something. Immutable.
 *
 * @param amount the most that may be spent, as a present value; absent if there is a budget for each year
 * @param years the most that may be spent in each calendar year, in ascending order of the years; empty if there is one amount
 * @param stakeholder id of the stakeholder whose costs are spent; all of society's if absent
 * @param prices in which prices the budgets of years are; of no meaning for one amount, which is in those of the price level
 * @param objective what to have the most of: see {@link #most}
 * @param atLeast in how many places of each group something is to be done at least; 0 without groups
 * @param groups the group of each row, such as its district, in the order of the rows; empty without groups
 */
public record ChoiceRequest(
        OptionalDouble amount,
        Map<Integer, Double> years,
        Optional<String> stakeholder,
        Prices prices,
        String objective,
        int atLeast,
        List<String> groups) {

    /**
     * Copies its lists and maps, so that it cannot change.
     *
     * @param amount see {@link #amount()}
     * @param years see {@link #years()}
     * @param stakeholder see {@link #stakeholder()}
     * @param prices see {@link #prices()}
     * @param objective see {@link #objective()}
     * @param atLeast see {@link #atLeast()}
     * @param groups see {@link #groups()}
     * @throws IllegalArgumentException if there is not either an amount or a year, a budget is not a number of 0 or more, or
     *     there is a least number of places without groups, or groups without one
     */
    public ChoiceRequest {
        years = Collections.unmodifiableMap(new TreeMap<>(years));
        groups = List.copyOf(groups);
        if (amount.isPresent() != years.isEmpty()) {
            throw new IllegalArgumentException("A budget must be either one amount or an amount for each year");
        }
        amount.ifPresent(ChoiceRequest::requireBudget);
        years.values().forEach(ChoiceRequest::requireBudget);
        if (atLeast < 0 || (atLeast == 0) != groups.isEmpty()) {
            throw new IllegalArgumentException("The least number of places (" + atLeast
                    + ") must be 1 or more with groups, and 0 without; there are groups for " + groups.size()
                    + " rows");
        }
    }

    private static void requireBudget(double budget) {
        if (!(budget >= 0 && budget < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("The budget (" + budget + ") must be a number of 0 or more");
        }
    }

    /**
     * {@return a request for the greatest net present value within an amount}
     *
     * @param amount the most that the present value of society's costs may come to, 0 or more
     */
    public static ChoiceRequest within(double amount) {
        return new ChoiceRequest(
                OptionalDouble.of(amount), Map.of(), Optional.empty(), Prices.NOMINAL, "npv", 0, List.of());
    }

    /**
     * {@return a request for the greatest net present value within amounts year by year, in nominal prices} What is spent in
     * other years has no limit.
     *
     * @param years the most that may be spent in each calendar year, 0 or more; at least one year
     */
    public static ChoiceRequest within(Map<Integer, Double> years) {
        return new ChoiceRequest(OptionalDouble.empty(), years, Optional.empty(), Prices.NOMINAL, "npv", 0, List.of());
    }

    /**
     * {@return the same request within what one stakeholder pays}
     *
     * @param id the stakeholder's id
     */
    public ChoiceRequest paidBy(String id) {
        return new ChoiceRequest(amount, years, Optional.of(id), prices, objective, atLeast, groups);
    }

    /**
     * {@return the same request with the budgets of years in other prices}
     *
     * @param others nominal prices, or those of the price level
     */
    public ChoiceRequest in(Prices others) {
        return new ChoiceRequest(amount, years, stakeholder, others, objective, atLeast, groups);
    }

    /**
     * {@return the same request for the most of something else}
     *
     * @param what {@code npv}, {@code weighted_npv} (with the stakeholders' distributional weights), {@code
     *     units:INTERVENTION.EFFECT} (over the horizon) or {@code net:STAKEHOLDER}
     */
    public ChoiceRequest most(String what) {
        return new ChoiceRequest(amount, years, stakeholder, prices, what, atLeast, groups);
    }

    /**
     * {@return the same request, with something done in a number of places of every group, whatever it yields}
     *
     * @param places 1 or more
     * @param groupOfRow the group of each row, such as its district, in the order of the rows
     */
    public ChoiceRequest atLeast(int places, List<String> groupOfRow) {
        return new ChoiceRequest(amount, years, stakeholder, prices, objective, places, groupOfRow);
    }
}
