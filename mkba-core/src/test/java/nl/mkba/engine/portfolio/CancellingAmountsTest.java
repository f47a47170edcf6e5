package nl.mkba.engine.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import nl.mkba.Mkba;
import nl.mkba.appraisal.AlternativeResult;
import nl.mkba.distribution.Distribution;
import nl.mkba.engine.uncertainty.MonteCarlo;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import nl.mkba.scenario.Simulation;
import nl.mkba.uncertainty.SimulationRequest;
import nl.mkba.uncertainty.SimulationResult;
import nl.mkba.uncertainty.SimulationResult.SimulatedCase;
import nl.mkba.uncertainty.Workers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Amounts that cancel out are 0 and no gain or loss: in the central estimate, in draws and in rows of a table, whatever the unit of money is. */
class CancellingAmountsTest {

    private static final int NPV = 2;

    /** The city pays u; the household gains 0.7 u and 0.3 u, and hands on 0.1 u + 0.2 u of the 0.3 u that it receives. */
    private static Scenario.Builder even(double money, String more) {
        return Scenario.builder("even")
                .title("Even")
                .baseYear(2026)
                .priceLevel(2026)
                .horizon(3)
                .discounting("3%")
                .stakeholder("city", s -> s.sector("public"))
                .stakeholder("household", s -> s.sector("households"))
                .stakeholder("fund", s -> s.sector("private"))
                .stakeholder("school", s -> s.sector("private"))
                .parameter("money", money)
                .parameter("u", p -> p.value(1500).distribution(Distribution.uniform(1000, 2000)))
                .intervention(
                        "coach",
                        i -> i.cost("a", c -> c.paidBy("city").amount("u * money"))
                                .effect(
                                        "b",
                                        e -> e.quantity("0.7 * u")
                                                .value("money")
                                                .accruesTo("household"))
                                .effect(
                                        "c",
                                        e -> e.quantity("0.3 * u" + more)
                                                .value("money")
                                                .accruesTo("household"))
                                .transfer("d", t -> t.from("school").to("fund").amount("0.1 * u * money"))
                                .transfer("e", t -> t.from("school").to("fund").amount("0.2 * u * money"))
                                .transfer("f", t -> t.from("fund").to("school").amount("0.3 * u * money")));
    }

    private static AlternativeResult central(Scenario scenario) {
        return Mkba.appraise(scenario).result("all");
    }

    private static SimulatedCase simulated(Scenario scenario) {
        return MonteCarlo.run(
                        scenario,
                        Selection.ALL,
                        SimulationRequest.of(new Simulation(500, 1, Simulation.Sampling.RANDOM)),
                        Workers.callerOnly())
                .results()
                .get(0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-9, 1, 0.07, 1e9})
    void aNetThatCancelsOutIsNothingInTheCentralEstimate(double money) {
        AlternativeResult result = central(even(money, "").build());
        assertThat(result.pvCosts().value()).isPositive();
        assertThat(result.npv().value()).isZero();
        assertThat(result.interventions().get("coach").npv().value()).isZero();
        assertThat(result.stakeholders().get("fund").net().value()).isZero();
        assertThat(result.stakeholders().get("school").cash().value()).isZero();
        assertThat(result.sectors().get("private").net().value()).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-9, 1, 0.07, 1e9})
    void noDrawOfANetThatCancelsOutGainsOrLoses(double money) {
        SimulatedCase result = simulated(even(money, "").build());
        assertThat(result.npv().min()).isZero();
        assertThat(result.npv().max()).isZero();
        assertThat(result.npv().probabilityPositive()).isZero();
        assertThat(result.stakeholders().get("fund").net().max()).isZero();
        assertThat(result.stakeholders().get("fund").net().min()).isZero();
    }

    /** One alternative gains u, the other 0.7 u and 0.1 u + 0.2 u: neither is better in any draw. */
    @Test
    void alternativesThatDifferByRoundingAreEquallyGood() {
        Scenario scenario = even(1, "")
                .intervention(
                        "one", i -> i.effect("a", e -> e.quantity("u").value(1).accruesTo("household")))
                .intervention(
                        "parts",
                        i -> i.effect("b", e -> e.quantity("0.7 * u").value(1).accruesTo("household"))
                                .effect("c", e -> e.quantity("0.1 * u").value(1).accruesTo("household"))
                                .effect("d", e -> e.quantity("0.2 * u").value(1).accruesTo("household")))
                .alternative("whole", a -> a.interventions("one"))
                .alternative("in_parts", a -> a.interventions("parts"))
                .build();
        SimulationResult.ProbabilityBest best = MonteCarlo.run(
                        scenario,
                        Selection.ALL,
                        SimulationRequest.of(new Simulation(500, 1, Simulation.Sampling.RANDOM)),
                        Workers.callerOnly())
                .probabilityBest()
                .get(0);
        assertThat(best.alternatives()).containsEntry("whole", 0.5).containsEntry("in_parts", 0.5);
        assertThat(best.reference()).isZero();
    }

    @Test
    void noRowOfANetThatCancelsOutGainsOrLoses() {
        Portfolio portfolio = Portfolio.of(
                even(1, "").build(),
                Selection.ALL,
                List.of("money"),
                new Simulation(100, 1, Simulation.Sampling.RANDOM));
        RowEvaluator rows = portfolio.evaluator();
        rows.column(0)[0] = 0.07;
        rows.column(0)[1] = 1234567.89;
        rows.evaluate(2);
        int chance = portfolio.figures().indexOf("probability_positive");
        for (int row = 0; row < 2; row++) {
            for (String figure : List.of("weighted_npv", "net_fund", "net_school")) {
                assertThat(rows.figure(0, portfolio.figures().indexOf(figure), row))
                        .as(figure)
                        .isZero();
            }
            assertThat(rows.figure(0, NPV, row)).isZero();
            assertThat(rows.figure(0, chance, row)).isZero();
        }
    }

    /** Amounts of single draws are larger, or smaller, than the central 1500 by more than fifteen digits. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-19, 1.1e19})
    void aDrawIsMeasuredByItsOwnAmounts(double size) {
        Distribution sizes = Distribution.discrete(List.of(size, 3 * size), null);
        Scenario even = even(1, "")
                .parameter("u", p -> p.value(1500).distribution(sizes))
                .build();
        SimulatedCase nothing = simulated(even);
        assertThat(nothing.npv().min()).isZero();
        assertThat(nothing.npv().max()).isZero();
        assertThat(nothing.stakeholders().get("household").net().min()).isPositive();
        // The city pays u, and the household gains 2 u.
        Scenario gain = even(1, " + u")
                .parameter("u", p -> p.value(1500).distribution(sizes))
                .build();
        assertThat(simulated(gain).npv().probabilityPositive()).isEqualTo(1);
    }

    /** 0.1 + 0.2 - 0.3 of something is nothing, in any row: there is no ratio, and no gain. */
    @Test
    void costsAndBenefitsOfARowThatCancelOutAreNothing() {
        Scenario scenario = even(1, "")
                .intervention(
                        "coach",
                        i -> i.cost("a", c -> c.paidBy("city").amount("0.1 * money"))
                                .cost("b", c -> c.paidBy("city").amount("0.2 * money"))
                                .cost("c", c -> c.paidBy("city").amount("-0.3 * money"))
                                .effect(
                                        "e",
                                        e -> e.quantity("0.1 * money").value(1).accruesTo("household"))
                                .effect(
                                        "f",
                                        e -> e.quantity("0.2 * money").value(1).accruesTo("household"))
                                .effect(
                                        "g",
                                        e -> e.quantity("-0.3 * money").value(1).accruesTo("household")))
                .build();
        Portfolio portfolio = Portfolio.of(scenario, Selection.ALL, List.of("money"), null);
        RowEvaluator rows = portfolio.evaluator();
        rows.column(0)[0] = 1234567.89;
        rows.evaluate(1);
        for (String figure : List.of("pv_costs", "pv_benefits", "npv", "weighted_npv", "net_city", "net_household")) {
            assertThat(rows.figure(0, portfolio.figures().indexOf(figure), 0))
                    .as(figure)
                    .isZero();
        }
        assertThat(rows.isAbsent(0, portfolio.figures().indexOf("bcr"), 0)).isTrue();
    }

    /** 1e-8 beside 1500 a year is little, but no rounding: 0.00000001 · (1 + 1/1.03 + 1/1.03²). */
    @Test
    void aSmallGainThatIsNoRoundingIsAGain() {
        Scenario scenario = even(1, " + 0.00000001").build();
        assertThat(central(scenario).npv().value()).isCloseTo(2.913e-8, within(1e-11));
        assertThat(simulated(scenario).npv().probabilityPositive()).isEqualTo(1);
    }
}
