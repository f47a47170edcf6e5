package nl.mkba.golden;

import java.util.LinkedHashMap;
import java.util.Map;
import nl.mkba.discounting.DiscountPolicy;
import nl.mkba.expression.Expression;
import nl.mkba.scenario.Cost;
import nl.mkba.scenario.Effect;
import nl.mkba.scenario.Intervention;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Shares;
import nl.mkba.scenario.Stakeholder;
import nl.mkba.scenario.StreamTerms;
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
                .intervention(Intervention.builder("project")
                        .cost(Cost.perYear(
                                "losses",
                                Shares.of("society"),
                                "1",
                                StreamTerms.DEFAULT.when(new Profile.Series(losses))))
                        .effect(Effect.valued(
                                "gains",
                                "1",
                                "1",
                                Shares.of("society"),
                                StreamTerms.DEFAULT.when(new Profile.Series(gains))))
                        .build())
                .build();
    }

    /** A scenario with one party, {@code society}, and no measures yet. */
    public static Scenario.Builder empty(int horizon, DiscountPolicy policy) {
        return Scenario.builder("flows", "Flows")
                .baseYear(BASE_YEAR)
                .priceLevel(BASE_YEAR)
                .horizon(horizon)
                .discounting(policy)
                .stakeholder(Stakeholder.of("society", "Society", "public"));
    }
}
