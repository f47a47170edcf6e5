package nl.mkba.golden;

import java.util.LinkedHashMap;
import java.util.Map;
import nl.mkba.discounting.DiscountPolicy;
import nl.mkba.expression.Expression;
import nl.mkba.scenario.Scenario;
import nl.mkba.time.FlowTiming;
import nl.mkba.time.Profile;

/** A scenario of plain yearly flows: losses are a cost, gains an effect. */
public final class CashFlows {

    /** The base year, and the year of the first flow. */
    public static final int BASE_YEAR = 2024;

    private CashFlows() {}

    /** These flows from the base year on. */
    public static Scenario scenario(double[] flows, DiscountPolicy policy, FlowTiming timing) {
        Map<Integer, Expression> losses = new LinkedHashMap<>();
        Map<Integer, Expression> gains = new LinkedHashMap<>();
        for (int year = 0; year < flows.length; year++) {
            losses.put(year, Expression.of(Math.max(0, -flows[year])));
            gains.put(year, Expression.of(Math.max(0, flows[year])));
        }
        return empty(flows.length, policy)
                .flowsAt(timing)
                .intervention(
                        "project",
                        i -> i.cost("losses", c -> c.paidBy("society").amount(1).when(new Profile.Series(losses)))
                                .effect(
                                        "gains",
                                        e -> e.quantity(1)
                                                .value(1)
                                                .accruesTo("society")
                                                .when(new Profile.Series(gains))))
                .build();
    }

    /** A scenario with one stakeholder, {@code society}, and no measures yet. */
    public static Scenario.Builder empty(int horizon, DiscountPolicy policy) {
        return Scenario.builder("flows")
                .title("Flows")
                .baseYear(BASE_YEAR)
                .priceLevel(BASE_YEAR)
                .horizon(horizon)
                .discounting(policy)
                .stakeholder("society", s -> s.name("Society").sector("public"));
    }
}
