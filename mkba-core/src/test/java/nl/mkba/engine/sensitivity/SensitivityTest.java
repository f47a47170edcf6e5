package nl.mkba.engine.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import nl.mkba.distribution.Distribution;
import nl.mkba.engine.uncertainty.MonteCarlo;
import nl.mkba.price.PriceIndex;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.scenario.Correlation;
import nl.mkba.scenario.Parameter;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import nl.mkba.scenario.Simulation;
import nl.mkba.sensitivity.SensitivityRequest;
import nl.mkba.sensitivity.SensitivityRequest.Analysis;
import nl.mkba.sensitivity.SensitivityResult;
import nl.mkba.sensitivity.SensitivityResult.FrontierPoint;
import nl.mkba.sensitivity.SensitivityResult.PartialInformation;
import nl.mkba.sensitivity.SensitivityResult.SensitiveCase;
import nl.mkba.sensitivity.SensitivityResult.SobolIndex;
import nl.mkba.sensitivity.SensitivityResult.SwitchingValue;
import nl.mkba.sensitivity.SensitivityResult.TornadoBar;
import nl.mkba.sensitivity.SensitivityResult.ValueOfInformation;
import nl.mkba.uncertainty.SimulationRequest;
import nl.mkba.uncertainty.Workers;
import org.junit.jupiter.api.Test;

/** Small scenarios whose answers are found by hand. */
class SensitivityTest {

    private static Parameter uncertain(String id, String value, Distribution distribution) {
        return Parameter.builder(id).value(value).distribution(distribution).build();
    }

    private static Parameter grouped(String group, Parameter plain) {
        return plain.toBuilder().group(group).build();
    }

    /** One year at no discount: NPV = {@code quantity} · {@code value} − {@code cost}. */
    private static Scenario.Builder oneYear(String quantity, String value, String cost) {
        return Scenario.builder("one")
                .title("One year")
                .baseYear(2026)
                .priceLevel(2026)
                .horizon(1)
                .discounting(0)
                .stakeholder("city", s -> s.name("Gemeente").sector("public"))
                .intervention(
                        "coach",
                        i -> i.cost("staff", c -> c.paidBy("city").amount(cost))
                                .effect(
                                        "gain",
                                        e -> e.quantity(quantity).value(value).accruesTo("city")));
    }

    /** NPV = 10 x − c with x uniform on 0 … 20 (central 8) and c uniform on 40 … 60 (central 50). Central NPV 30. */
    private static Scenario.Builder linear() {
        return oneYear("x", "b", "c")
                .parameter("b", "10")
                .parameter(uncertain("x", "8", Distribution.uniform(0, 20)))
                .parameter(uncertain("c", "50", Distribution.uniform(40, 60)));
    }

    private static SensitivityResult analyse(Scenario scenario, Analysis first, Analysis... others) {
        return Sensitivity.run(
                scenario, Selection.ALL, SensitivityRequest.of(scenario).only(first, others), Workers.callerOnly());
    }

    private static SensitiveCase only(Scenario scenario, Analysis first, Analysis... others) {
        return analyse(scenario, first, others).results().get(0);
    }

    /** x at 2 and 18: NPV −30 and 130; c at 42 and 58: 38 and 22; the unused one: 30 and 30. */
    @Test
    void tornado() {
        Scenario scenario = linear().parameter(uncertain("unused", "1", Distribution.uniform(0, 2)))
                .build();
        SensitiveCase result = only(scenario, Analysis.TORNADO);
        assertThat(result.npv()).isEqualTo(30);
        assertThat(result.tornado()).extracting(TornadoBar::name).containsExactly("x", "c", "unused");
        TornadoBar x = result.tornado().get(0);
        assertThat(x.low().getAsDouble()).isCloseTo(2, within(1e-12));
        assertThat(x.high().getAsDouble()).isCloseTo(18, within(1e-12));
        assertThat(x.npvLow()).isCloseTo(-30, within(1e-10));
        assertThat(x.npvHigh()).isCloseTo(130, within(1e-10));
        TornadoBar c = result.tornado().get(1);
        assertThat(c.npvLow()).isCloseTo(8 * 10 - 42, within(1e-10));
        assertThat(c.npvHigh()).isCloseTo(8 * 10 - 58, within(1e-10));
        TornadoBar unused = result.tornado().get(2);
        assertThat(unused.npvLow()).isEqualTo(30);
        assertThat(unused.npvHigh()).isEqualTo(30);
        assertThat(result.groupTornado()).isEmpty();
    }

    /**
     * What nothing depends on tells nothing: no value of information, no index, no coefficient, no correlation. The same of a parameter
     * that only a stakeholder without standing feels.
     */
    @Test
    void aParameterThatCannotMatterTellsExactlyNothing() {
        Scenario scenario = linear().parameter(uncertain("unused", "1", Distribution.uniform(0, 2)))
                .parameter(uncertain("elsewhere", "1", Distribution.uniform(0, 2)))
                .stakeholder("abroad", s -> s.counts(false))
                .intervention(
                        "far", i -> i.cost("far_cost", c -> c.paidBy("abroad").amount("elsewhere")))
                .build();
        SensitivityResult result =
                analyse(scenario, Analysis.VALUE_OF_INFORMATION, Analysis.SOBOL, Analysis.REGRESSION);
        SensitiveCase only = result.results().get(0);
        for (String id : List.of("unused", "elsewhere")) {
            assertThat(result.valueOfInformation().get(0).parameters())
                    .filteredOn(each -> each.name().equals(id))
                    .singleElement()
                    .satisfies(each -> assertThat(each.value()).isEqualTo(0.0));
            assertThat(only.sobol().indices())
                    .filteredOn(each -> each.name().equals(id))
                    .singleElement()
                    .satisfies(each -> {
                        assertThat(each.firstOrder()).isEqualTo(0.0);
                        assertThat(each.total()).isEqualTo(0.0);
                    });
            assertThat(only.regression().orElseThrow().coefficients())
                    .filteredOn(each -> each.parameter().equals(id))
                    .singleElement()
                    .satisfies(each -> {
                        assertThat(each.standardised()).isEqualTo(0.0);
                        assertThat(each.rank()).isEqualTo(0.0);
                    });
        }
        Map<String, OptionalDouble> correlations = MonteCarlo.run(
                        scenario,
                        Selection.ALL,
                        SimulationRequest.of(new Simulation(500, 1, Simulation.Sampling.RANDOM)),
                        Workers.callerOnly())
                .results()
                .get(0)
                .rankCorrelations();
        assertThat(correlations.get("unused")).hasValue(0);
        assertThat(correlations.get("elsewhere")).hasValue(0);
        assertThat(correlations.get("x").getAsDouble()).isGreaterThan(0.9);
    }

    /** Unused, but correlated with x: knowing it tells of x. */
    @Test
    void aParameterThatIsCorrelatedWithOneThatMattersTells() {
        Scenario scenario = linear().parameter(uncertain("sign", "1", Distribution.uniform(0, 2)))
                .correlation(new Correlation("x", "sign", 0.9))
                .build();
        assertThat(analyse(scenario, Analysis.VALUE_OF_INFORMATION)
                        .valueOfInformation()
                        .get(0)
                        .parameters())
                .filteredOn(each -> each.name().equals("sign"))
                .singleElement()
                .satisfies(each -> assertThat(each.value()).isPositive());
    }

    /** Both at the 10th: 10 · 2 − 42 = −22; both at the 90th: 10 · 18 − 58 = 122. Alone, e: 10 · 8 − 50 = 30 always. */
    @Test
    void aGroupGoesUpAndDownTogether() {
        Scenario scenario = oneYear("x", "10", "c")
                .parameter(grouped("effects", uncertain("x", "8", Distribution.uniform(0, 20))))
                .parameter(grouped("effects", uncertain("c", "50", Distribution.uniform(40, 60))))
                .parameter(grouped("idle", uncertain("e", "1", Distribution.uniform(0, 2))))
                .parameter(grouped("certain", Parameter.builder("f").value(3).build()))
                .build();
        List<TornadoBar> groups = only(scenario, Analysis.TORNADO).groupTornado();
        assertThat(groups).extracting(TornadoBar::name).containsExactly("effects", "idle");
        assertThat(groups.get(0).npvLow()).isCloseTo(-22, within(1e-10));
        assertThat(groups.get(0).npvHigh()).isCloseTo(122, within(1e-10));
        assertThat(groups.get(0).low()).isEmpty();
    }

    /** 10 x = 50 at x = 5; 8 b = 50 at b = 6.25; c = 80 lies outside 40 … 60. */
    @Test
    void switchingValues() {
        List<SwitchingValue> values =
                only(linear().build(), Analysis.SWITCHING_VALUES).switchingValues();
        // Changes: x −0.375 and b −0.375, in the scenario's order; c has none.
        assertThat(values).extracting(SwitchingValue::parameter).containsExactly("b", "x", "c");
        assertThat(values.get(0).central()).isEqualTo(10);
        assertThat(values.get(0).value().getAsDouble()).isCloseTo(6.25, within(1e-12));
        assertThat(values.get(0).change().getAsDouble()).isCloseTo(-0.375, within(1e-12));
        assertThat(values.get(1).value().getAsDouble()).isCloseTo(5, within(1e-12));
        assertThat(values.get(2).value()).isEmpty();
        assertThat(values.get(2).change()).isEmpty();
    }

    /**
     * NPV = 8 (x² − 6x + 5) = 8 (x − 1)(x − 5), central 2.5: the zeros are 1 and 5, of which 1 is nearer. In d = 5 the
     * factor is 2.5² − 15 + d = 0 at d = 8.75.
     */
    @Test
    void theNearestOfTwoZeros() {
        Scenario scenario = oneYear("x * x - 6 * x + d", "8", "0")
                .parameter("x", "2.5")
                .parameter("d", "5")
                .parameter("zero", "0")
                .parameter("formula", "d + 1")
                .build();
        List<SwitchingValue> values = only(scenario, Analysis.SWITCHING_VALUES).switchingValues();
        assertThat(values).extracting(SwitchingValue::parameter).containsExactly("x", "d", "zero");
        assertThat(values.get(0).value().getAsDouble()).isCloseTo(1, within(1e-12));
        assertThat(values.get(1).value().getAsDouble()).isCloseTo(8.75, within(1e-12));
        assertThat(values.get(2)).isEqualTo(new SwitchingValue("zero", 0, OptionalDouble.empty()));
    }

    /** NPV = n / 30 − 3 n: 0 at n = 0, exactly, and not at the smallest number a search comes upon. */
    @Test
    void aScaleOfTheWholeProgrammeSwitchesAtZero() {
        Scenario scenario =
                oneYear("n / 30", "1", "3 * n").parameter("n", "4000").build();
        assertThat(only(scenario, Analysis.SWITCHING_VALUES).switchingValues())
                .containsExactly(new SwitchingValue("n", 4000, OptionalDouble.of(0)));
    }

    /**
     * NPV = 100 (1 − q) − c. With c = 30 and q = 0.5 it is 20, and 0 at q = 0.7. With c = −1 it is 51 and would be 0 at q =
     * 1.01, which is no fraction.
     */
    @Test
    void theSearchEndsWhereTheScenarioWouldBeRefused() {
        Scenario.Builder base = Scenario.builder("one")
                .title("One year")
                .baseYear(2026)
                .priceLevel(2026)
                .horizon(1)
                .discounting(0)
                .stakeholder("city", s -> s.name("Gemeente").sector("public"))
                .parameter("q", "0.5")
                .parameter("left", "c")
                .intervention(
                        "coach",
                        i -> i.cost("staff", c -> c.paidBy("city").amount("c"))
                                .effect(
                                        "gain",
                                        e -> e.quantity(100)
                                                .value(1)
                                                .accruesTo("city")
                                                .when(w -> w.dropOff("q"))));
        // In its only year nothing has dropped off yet; two years: 100 + 100 (1 − q) − 2 c.
        Scenario within = base.horizon(2).parameter("c", "62.5").build();
        // 200 − 100 q − 125 = 0 at q = 0.75.
        SwitchingValue found = only(within, Analysis.SWITCHING_VALUES).switchingValues().stream()
                .filter(value -> value.parameter().equals("q"))
                .findFirst()
                .orElseThrow();
        assertThat(found.value().getAsDouble()).isCloseTo(0.75, within(1e-12));
        // 200 − 100 q − 98 = 0 at q = 1.02.
        Scenario beyond = base.parameter("c", "49").build();
        assertThat(only(beyond, Analysis.SWITCHING_VALUES).switchingValues())
                .contains(new SwitchingValue("q", 0.5, OptionalDouble.empty()));
        // 200 − 100 q − 100.5 = 0 at q = 0.995, between the last point tried and the edge.
        Scenario edge = base.parameter("c", "50.25").build();
        assertThat(only(edge, Analysis.SWITCHING_VALUES).switchingValues().stream()
                        .filter(value -> value.parameter().equals("q"))
                        .findFirst()
                        .orElseThrow()
                        .value()
                        .getAsDouble())
                .isCloseTo(0.995, within(1e-12));
    }

    /** NPV = 10 − x: 0 at x = 10, nine standard deviations away, and beyond a support that ends at 9. */
    @Test
    void theSearchGoesOnWhereTheSupportHasNoEndAndNotBeyondOneThatHas() {
        Scenario.Builder far = oneYear("10", "1", "x");
        Scenario normal =
                far.parameter(uncertain("x", "1", Distribution.normal(1, 1))).build();
        assertThat(only(normal, Analysis.SWITCHING_VALUES)
                        .switchingValues()
                        .get(0)
                        .value()
                        .getAsDouble())
                .isCloseTo(10, within(1e-9));
        Scenario bounded = far.parameter(uncertain("x", "1", Distribution.normal(1, 1, null, 9.0)))
                .build();
        Scenario outside =
                far.parameter(uncertain("x", "12", Distribution.uniform(0, 9))).build();
        for (Scenario without : List.of(bounded, outside)) {
            assertThat(only(without, Analysis.SWITCHING_VALUES)
                            .switchingValues()
                            .get(0)
                            .value())
                    .isEmpty();
        }
    }

    /** Each stream is a number until x = 0.11; from x = 0.22 down the costs together are none, from 0.19 the benefits neither. */
    @Test
    void theSearchEndsWhereTheTotalIsTooLargeForANumber() {
        Scenario scenario = Scenario.builder("large")
                .title("Large")
                .baseYear(2026)
                .priceLevel(2026)
                .horizon(1)
                .discounting(0)
                .stakeholder("city", s -> s.name("Gemeente").sector("public"))
                .parameter("x", "1")
                .intervention(
                        "coach",
                        i -> i.cost("one", c -> c.paidBy("city").amount("2e307 / x"))
                                .cost("other", c -> c.paidBy("city").amount("2e307 / x"))
                                .effect(
                                        "gain",
                                        e -> e.quantity("2e307 / x").value(1).accruesTo("city"))
                                .effect(
                                        "more",
                                        e -> e.quantity("1.5e307 / x").value(1).accruesTo("city")))
                .build();
        assertThat(only(scenario, Analysis.SWITCHING_VALUES).switchingValues())
                .containsExactly(new SwitchingValue("x", 1, OptionalDouble.empty()));
    }

    /** A hundred parameters, fifty draws: least squares has many answers, and the one with the smallest coefficients is taken. */
    @Test
    void fewerDrawsThanParameters() {
        List<String> ids = new ArrayList<>();
        for (int p = 0; p < 100; p++) {
            ids.add("p" + p);
        }
        Scenario.Builder builder = oneYear(String.join(" + ", ids), "1", "0");
        ids.forEach(id -> builder.parameter(uncertain(id, "0.5", Distribution.uniform(0, 1))));
        Scenario scenario = builder.simulation(new Simulation(50, 1, Simulation.Sampling.LATIN_HYPERCUBE))
                .build();
        SensitivityResult.Regression regression =
                only(scenario, Analysis.REGRESSION).regression().orElseThrow();
        assertThat(regression.rSquared()).isCloseTo(1, within(1e-6));
        assertThat(regression.coefficients()).hasSize(100).allMatch(each -> Math.abs(each.standardised()) < 1);
    }

    /** 1000 / x − 50 = 0 at x = 20; below 0 lies another branch, behind the pole at 0, which is never looked at. */
    @Test
    void aPoleIsNoZero() {
        Scenario scenario = oneYear("1000 / x", "1", "50").parameter("x", "3").build();
        assertThat(only(scenario, Analysis.SWITCHING_VALUES)
                        .switchingValues()
                        .get(0)
                        .value()
                        .getAsDouble())
                .isCloseTo(20, within(1e-10));
        // −1000 / x − 50: 0 only at −20, on the other side of the pole.
        Scenario behind = oneYear("-1000 / x", "1", "50").parameter("x", "3").build();
        assertThat(only(behind, Analysis.SWITCHING_VALUES)
                        .switchingValues()
                        .get(0)
                        .value())
                .isEmpty();
    }

    /** 40 a year for as many years as the parameter says, against 100 at once: 2 years give −20, 3 give +20. */
    @Test
    void aNumberOfYearsSwitchesAtAWholeValue() {
        Scenario scenario = Scenario.builder("years")
                .title("Years")
                .baseYear(2026)
                .priceLevel(2026)
                .horizon(10)
                .discounting(0)
                .stakeholder("city", s -> s.name("Gemeente").sector("public"))
                .parameter("years", "5")
                .parameter("start", "0")
                .intervention(
                        "coach",
                        i -> i.cost("staff", c -> c.paidBy("city").amount(100).when(w -> w.in(0)))
                                .effect(
                                        "gain",
                                        e -> e.quantity(40)
                                                .value(1)
                                                .accruesTo("city")
                                                .when(w -> w.years("years").delay("start"))))
                .build();
        List<SwitchingValue> values = only(scenario, Analysis.SWITCHING_VALUES).switchingValues();
        assertThat(values.get(0)).isEqualTo(new SwitchingValue("years", 5, OptionalDouble.of(2)));
        // Within ten times 0 there is only 0 itself.
        assertThat(values.get(1)).isEqualTo(new SwitchingValue("start", 0, OptionalDouble.empty()));
    }

    /** Prices doubled since: 2 · p · 1 − 300 = 0 at p = 150 as written. */
    @Test
    void valuesAreAsWrittenBeforeThePriceIndex() {
        Scenario scenario = oneYear("1", "p", "300")
                .priceIndex(PriceIndex.of(Map.of(
                        2020, 100.0, 2021, 110.0, 2022, 130.0, 2023, 150.0, 2024, 170.0, 2025, 190.0, 2026, 200.0)))
                .parameter(
                        "p",
                        p -> p.value(200)
                                .distribution(Distribution.uniform(100, 300))
                                .priceYear(2020))
                .build();
        SensitiveCase result = only(scenario, Analysis.SWITCHING_VALUES, Analysis.TORNADO);
        assertThat(result.switchingValues().get(0).value().getAsDouble()).isCloseTo(150, within(1e-10));
        assertThat(result.tornado().get(0).low().getAsDouble()).isCloseTo(120, within(1e-10));
        assertThat(result.tornado().get(0).npvLow()).isCloseTo(240 - 300, within(1e-10));
    }

    /** NPV = 10 x − c with x as the widest: c = 10 x, where 40 ≤ 10 x ≤ 60. */
    @Test
    void frontier() {
        SensitiveCase result = only(linear().build(), Analysis.FRONTIER);
        assertThat(result.tornado()).isEmpty();
        assertThat(result.frontier().orElseThrow().first()).isEqualTo("x");
        assertThat(result.frontier().orElseThrow().second()).isEqualTo("c");
        List<FrontierPoint> points = result.frontier().orElseThrow().points();
        assertThat(points).hasSize(21);
        for (int k = 0; k < 21; k++) {
            double x = 1 + 18 * k / 20.0;
            assertThat(points.get(k).first()).isCloseTo(x, within(1e-12));
            assertThat(points.get(k).npv()).isCloseTo(10 * x - 50, within(1e-10));
            if (10 * x >= 40 && 10 * x <= 60) {
                assertThat(points.get(k).second().getAsDouble()).isCloseTo(10 * x, within(1e-10));
            } else {
                assertThat(points.get(k).second()).isEmpty();
            }
        }
    }

    /**
     * Variances: 100 · 20²/12 and 20²/12, so x has 100/101 and c 1/101, first order and total, and a group of both 1;
     * standardised coefficients 10/√101 and −1/√101 with R² 1.
     */
    @Test
    void variance() {
        Scenario scenario = oneYear("x", "10", "c")
                .parameter(grouped("all", uncertain("x", "8", Distribution.uniform(0, 20))))
                .parameter(grouped("all", uncertain("c", "50", Distribution.uniform(40, 60))))
                .build();
        SensitiveCase result = only(scenario, Analysis.SOBOL, Analysis.REGRESSION);
        assertThat(result.sobol().correlated()).isFalse();
        assertThat(result.sobol().firstOrderFromRanks()).isEmpty();
        assertThat(result.sobol().indices()).extracting(SobolIndex::name).containsExactly("x", "c");
        SobolIndex x = result.sobol().indices().get(0);
        assertThat(x.firstOrder()).isCloseTo(100 / 101.0, within(1e-3));
        assertThat(x.total()).isCloseTo(100 / 101.0, within(1e-3));
        assertThat(x.firstOrderHalfWidth()).isBetween(0.0, 0.1);
        assertThat(result.sobol().indices().get(1).total()).isCloseTo(1 / 101.0, within(1e-3));
        assertThat(result.sobol().groupIndices().get(0).firstOrder()).isCloseTo(1, within(1e-3));
        assertThat(result.regression().orElseThrow().rSquared()).isCloseTo(1, within(1e-12));
        assertThat(result.regression().orElseThrow().coefficients().get(0).standardised())
                .isCloseTo(10 / Math.sqrt(101), within(0.01));
        assertThat(result.regression().orElseThrow().coefficients().get(1).standardised())
                .isCloseTo(-1 / Math.sqrt(101), within(0.01));
    }

    /** As {@link #variance()}, each parameter in a group of its own, and the one that matters least first in the file. */
    @Test
    void aGroupHasTheVarianceOfItsOwnMembers() {
        Scenario scenario = oneYear("x", "10", "c")
                .parameter(grouped("costs", uncertain("c", "50", Distribution.uniform(40, 60))))
                .parameter(grouped("effects", uncertain("x", "8", Distribution.uniform(0, 20))))
                .build();
        SensitiveCase result = only(scenario, Analysis.SOBOL);
        assertThat(result.sobol().groupIndices()).extracting(SobolIndex::name).containsExactly("effects", "costs");
        assertThat(result.sobol().groupIndices().get(0).total()).isCloseTo(100 / 101.0, within(1e-3));
        assertThat(result.sobol().groupIndices().get(1).total()).isCloseTo(1 / 101.0, within(1e-3));
    }

    /** Two standard normal gains with rank correlation 0.5: E[NPV | x] = x (1 + ρ) with ρ = 2 sin(π/12); Var = 2 + 2 ρ. */
    @Test
    void correlatedParametersGetRankIndicesAndAWord() {
        Scenario scenario = oneYear("x + y", "1", "0")
                .parameter(uncertain("x", "0", Distribution.normal(0, 1)))
                .parameter(uncertain("y", "0", Distribution.normal(0, 1)))
                .correlation(new Correlation("x", "y", 0.5))
                .build();
        SensitivityResult result = analyse(scenario, Analysis.SOBOL, Analysis.FRONTIER);
        assertThat(result.warnings()).extracting(Problem::code).containsExactly(ProblemCode.CORRELATED_PARAMETERS);
        assertThat(result.warnings().get(0).message(Locale.ENGLISH)).contains("correlated");
        assertThat(result.warnings().get(0).message(Locale.forLanguageTag("nl")))
                .contains("hangen samen");
        SensitiveCase only = result.results().get(0);
        assertThat(only.sobol().correlated()).isTrue();
        assertThat(only.sobol().indices()).isEmpty();
        double rho = 2 * Math.sin(Math.PI / 12);
        assertThat(only.sobol().firstOrderFromRanks())
                .hasSize(2)
                .allSatisfy(index -> assertThat(index.firstOrder()).isCloseTo((1 + rho) / 2, within(0.03)));
        assertThat(only.frontier().orElseThrow().first()).isEqualTo("x");
    }

    /**
     * NPV ~ N(1, √5), split in p1 ~ N(1, 1) and p2 ~ N(0, 2): EVPI 0.4798107063, EVPPI 0.0833154706 and 0.3955931148 (unit
     * normal loss), and of both together the EVPI. Latin hypercube draws come nearer than the standard error.
     */
    @Test
    void valueOfInformation() {
        Scenario scenario = oneYear("p1 + p2", "1", "0")
                .parameter(grouped("both", uncertain("p1", "1", Distribution.normal(1, 1))))
                .parameter(grouped("both", uncertain("p2", "0", Distribution.normal(0, 2))))
                .parameter(uncertain("unused", "0", Distribution.normal(0, 2)))
                .build();
        SensitivityResult result =
                analyse(scenario, Analysis.VALUE_OF_INFORMATION, Analysis.VALUE_OF_INFORMATION_OF_GROUPS);
        ValueOfInformation value = result.valueOfInformation().get(0);
        assertThat(value.evpi())
                .isCloseTo(0.4798107063, within(4 * value.evpiStandardError().orElseThrow()));
        assertThat(value.evpi()).isCloseTo(0.4798107063, within(0.02));
        assertThat(value.parameters()).extracting(PartialInformation::name).containsExactly("p2", "p1", "unused");
        assertThat(value.parameters().get(0).value()).isCloseTo(0.3955931148, within(0.015));
        assertThat(value.parameters().get(1).value()).isCloseTo(0.0833154706, within(0.015));
        assertThat(value.parameters().get(2).value()).isCloseTo(0, within(1e-3));
        assertThat(value.groups().get(0).value()).isCloseTo(value.evpi(), within(1e-6));
        assertThat(value.evpiStandardError().orElseThrow()).isBetween(0.001, 0.02);
    }

    /**
     * Alternatives with NPV x and x − 1, x = ±2 with equal chance: choosing now, x has mean 0, as doing nothing; knowing x is
     * worth (2 + 0)/2 − 0 = 1. In the outlook with x = 2 for certain nothing is left to know.
     */
    @Test
    void alternativesShareTheirDraws() {
        Distribution coin = Distribution.discrete(List.of(-2.0, 2.0), null);
        Scenario scenario = Scenario.builder("two")
                .title("Two")
                .baseYear(2026)
                .priceLevel(2026)
                .horizon(1)
                .discounting(0)
                .stakeholder("city", s -> s.name("Gemeente").sector("public"))
                .parameter(uncertain("x", "0", coin))
                .intervention(
                        "plain",
                        i -> i.effect("gain", e -> e.quantity("x").value(1).accruesTo("city")))
                .intervention(
                        "dear",
                        i -> i.effect("more", e -> e.quantity("x - 1").value(1).accruesTo("city")))
                .alternative("one", a -> a.interventions("plain"))
                .alternative("other", a -> a.interventions("dear"))
                .simulation(new Simulation(1000, 1, Simulation.Sampling.LATIN_HYPERCUBE))
                .build();
        SensitivityResult result = analyse(scenario, Analysis.VALUE_OF_INFORMATION);
        assertThat(result.results()).extracting(SensitiveCase::alternative).containsExactly("one", "other");
        ValueOfInformation value = result.valueOfInformation().get(0);
        assertThat(value.evpi()).isCloseTo(1, within(1e-9));
        assertThat(value.parameters().get(0).value()).isCloseTo(1, within(1e-6));
    }

    /**
     * NPV x + 2 y − 2, or 2 y − 1 where x is 1 for certain; x and y normal around 1 with sd 1 and correlation r. Given x the
     * mean of y is 1 + r (x − 1), in both: with d = x − 1 the options are worth 0, 1 + (1 + 2 r) d and 1 + 2 r d. Now the best
     * is worth 1.
     */
    @Test
    void aParameterTellsOfAnotherAlsoWhereItIsCertainItself() {
        Scenario scenario = oneYear("x + 2 * y", "1", "2")
                .parameter(uncertain("x", "1", Distribution.normal(1, 1)))
                .parameter(uncertain("y", "1", Distribution.normal(1, 1)))
                .correlation(new Correlation("x", "y", 0.6))
                .alternative("free", a -> a.interventions("coach"))
                .alternative("fixed", a -> a.interventions("coach").set("x", 1))
                .build();
        double r = 2 * Math.sin(Math.PI * 0.6 / 6);
        Distribution standard = Distribution.normal(0, 1);
        int n = 100_000;
        double sum = 0;
        for (int k = 0; k < n; k++) {
            double d = standard.quantile((k + 0.5) / n);
            sum += Math.max(0, Math.max(1 + (1 + 2 * r) * d, 1 + 2 * r * d));
        }
        double expected = sum / n - 1;
        assertThat(analyse(scenario, Analysis.VALUE_OF_INFORMATION)
                        .valueOfInformation()
                        .get(0)
                        .parameters())
                .filteredOn(each -> each.name().equals("x"))
                .singleElement()
                .satisfies(x -> assertThat(x.value()).isCloseTo(expected, within(0.02)));
    }

    @Test
    void anyNumberOfThreadsGivesTheSameBits() {
        Scenario scenario = linear().parameter(grouped("all", uncertain("d", "3", Distribution.lognormal(3, 2))))
                .simulation(new Simulation(2000, 7, Simulation.Sampling.LATIN_HYPERCUBE))
                .build();
        SensitivityRequest request = SensitivityRequest.of(scenario).withBaseSample(512);
        SensitivityResult alone = Sensitivity.run(scenario, Selection.ALL, request, Workers.callerOnly());
        ExecutorService executor = Executors.newFixedThreadPool(8);
        try {
            for (int threads : new int[] {2, 8}) {
                SensitivityResult together =
                        Sensitivity.run(scenario, Selection.ALL, request, Workers.on(executor, threads));
                assertThat(together).isEqualTo(alone);
            }
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void withoutUncertaintyThereIsNothingToSay() {
        Scenario scenario = oneYear("5", "b", "30").parameter("b", "10").build();
        SensitivityResult result =
                Sensitivity.run(scenario, Selection.ALL, SensitivityRequest.of(scenario), Workers.callerOnly());
        SensitiveCase only = result.results().get(0);
        assertThat(only.tornado()).isEmpty();
        assertThat(only.sobol().indices()).isEmpty();
        assertThat(only.frontier()).isEmpty();
        assertThat(only.regression()).isEmpty();
        assertThat(only.switchingValues()).hasSize(1);
        assertThat(result.valueOfInformation().get(0).evpi()).isEqualTo(0);
        assertThat(result.valueOfInformation().get(0).parameters()).isEmpty();
    }

    /** At its 10th percentile the divisor is 0. */
    @Test
    void aRefusedVariationIsNamed() {
        Scenario scenario = oneYear("1 / x", "1", "0")
                .parameter(uncertain("x", "5", Distribution.discrete(List.of(0.0, 5.0), null)))
                .build();
        assertThatThrownBy(() -> analyse(scenario, Analysis.TORNADO))
                .isInstanceOfSatisfying(
                        InvalidScenarioException.class,
                        refused -> assertThat(refused.problems().get(1).toString())
                                .isEqualTo(
                                        "interventions.coach.effects.gain.quantity: first seen in the sensitivity analysis"
                                                + " of `all`, at x = 0.0. Narrow the distribution of the parameter that causes it."));
    }

    /**
     * 100 x² − 50 + z with x normal about 0, sd 2, and z on ±0.1: at the 10th and 90th percentile of x, ±2.563103, 606.949766;
     * in between −50 at the 50th, which is the centre. Spreads: 656.95 and 0.16.
     */
    @Test
    void aBarThatBendsReachesToItsExtreme() {
        Scenario scenario = oneYear("1", "100*x*x-50+z", "0")
                .parameter(uncertain("z", "0", Distribution.uniform(-0.1, 0.1)))
                .parameter(uncertain("x", "0", Distribution.normal(0, 2)))
                .build();
        List<TornadoBar> bars = only(scenario, Analysis.TORNADO).tornado();
        assertThat(bars).extracting(TornadoBar::name).containsExactly("x", "z");
        TornadoBar x = bars.get(0);
        assertThat(x.npvLow()).isCloseTo(606.949766, within(1e-5));
        assertThat(x.npvHigh()).isCloseTo(606.949766, within(1e-5));
        assertThat(x.extreme().orElseThrow().percentile()).isEqualTo(50);
        assertThat(x.extreme().orElseThrow().value().orElseThrow()).isCloseTo(0, within(1e-12));
        assertThat(x.extreme().orElseThrow().npv()).isCloseTo(-50, within(1e-12));
        assertThat(x.spread()).isCloseTo(656.949766, within(1e-5));
        assertThat(bars.get(1).extreme()).isEmpty();
        assertThat(bars.get(1).spread()).isCloseTo(0.16, within(1e-10));
    }

    /** Uniform on 0 … 1: 4 x (1 − x) is 0.36 at 0.1 and at 0.9; with 1 at the centre of 1 as its value, 0 the centre. */
    @Test
    void theCentralValueBelongsToTheSpread() {
        Scenario scenario = oneYear("1", "4 * x * (1 - x)", "0")
                .parameter(uncertain("x", "1", Distribution.uniform(0, 1)))
                .build();
        TornadoBar bar = only(scenario, Analysis.TORNADO).tornado().get(0);
        assertThat(bar.npvLow()).isCloseTo(0.36, within(1e-12));
        assertThat(bar.extreme().orElseThrow().npv()).isCloseTo(1, within(1e-12));
        assertThat(bar.spread()).isCloseTo(1, within(1e-12));
    }

    /** x − 2 is 0 at 2: which 1 and 3 are not, and one of 1, 2 and 3 is. */
    @Test
    void aDiscreteParameterSwitchesAtAValueItCanHave() {
        for (Distribution without :
                List.of(Distribution.discrete(List.of(1.0, 3.0), null), Distribution.empirical(1.0, 3.0))) {
            assertThat(switching(without, "x - 2")).isEmpty();
        }
        assertThat(switching(Distribution.discrete(List.of(1.0, 2.0, 3.0), null), "x - 2"))
                .hasValue(2);
        assertThat(switching(Distribution.empirical(3.0, 2.0, 1.0), "x - 2")).hasValue(2);
        // A value without a chance is none.
        assertThat(switching(Distribution.discrete(List.of(1.0, 2.0, 3.0), List.of(1.0, 0.0, 1.0)), "x - 2"))
                .isEmpty();
    }

    private static OptionalDouble switching(Distribution distribution, String value) {
        Scenario scenario = oneYear("1", value, "0")
                .parameter(uncertain("x", "" + distribution.mean(), distribution))
                .build();
        return only(scenario, Analysis.SWITCHING_VALUES)
                .switchingValues()
                .get(0)
                .value();
    }

    /** (x − 7)² − e² is 0 at 7 ± e, and above 0 all around. */
    @Test
    void aClosePairOfZerosIsFound() {
        for (double apart : new double[] {0.1, 1e-3, 1e-5}) {
            assertThat(switching(Distribution.uniform(0, 10), "(x - 7) * (x - 7) - " + apart * apart)
                            .orElseThrow())
                    .isCloseTo(7 - apart, within(1e-6 * apart + 1e-9));
        }
        assertThat(switching(Distribution.uniform(0, 10), "(x - 7) * (x - 7) + 1e-4"))
                .isEmpty();
    }

    /**
     * max(0, x − 7) is 0 up to 7, below a central value of 9; max(0, x − 7) + min(0, x − 3) is 0 from 3 to 7: seen from 1
     * first at 3, and from 9 first at 7.
     */
    @Test
    void whereItIsZeroOverAStretchTheNearestEndCounts() {
        assertThat(switchingFrom(9, Distribution.uniform(0, 10), "max(0, x - 7)"))
                .isCloseTo(7, within(1e-9));
        assertThat(switchingFrom(1, Distribution.uniform(0, 10), "max(0, x - 7) + min(0, x - 3)"))
                .isCloseTo(3, within(1e-9));
        assertThat(switchingFrom(9, Distribution.uniform(0, 10), "max(0, x - 7) + min(0, x - 3)"))
                .isCloseTo(7, within(1e-9));
    }

    /** x − 5 is 0 at 5, in whatever unit the parameter is, and its values with it. */
    @Test
    void aSwitchingValueDoesNotDependOnTheSizeOfTheParameter() {
        for (double unit : new double[] {1e-250, 1e-200, 1e-160, 1, 1e200, 1e300}) {
            Distribution distribution = Distribution.uniform(0, 10 * unit);
            assertThat(switchingFrom(2 * unit, distribution, "x - " + 5 * unit) / unit)
                    .isCloseTo(5, within(1e-9));
        }
    }

    private static double switchingFrom(double central, Distribution distribution, String value) {
        Scenario scenario = oneYear("1", value, "0")
                .parameter(uncertain("x", "" + central, distribution))
                .build();
        return only(scenario, Analysis.SWITCHING_VALUES)
                .switchingValues()
                .get(0)
                .value()
                .orElseThrow();
    }

    /** All of it in a currency a milliardth of a milliardth, or a milliard milliards, as large. */
    @Test
    void nothingDependsOnTheSizeOfTheCurrency() {
        SensitivityResult plain = ofSize(1);
        // Powers of two: the same digits.
        for (double size : new double[] {Math.scalb(1.0, 200), Math.scalb(1.0, -200), Math.scalb(1.0, 600)}) {
            SensitivityResult other = ofSize(size);
            SensitiveCase one = plain.results().get(0);
            SensitiveCase two = other.results().get(0);
            assertThat(two.sobol()).isEqualTo(one.sobol());
            assertThat(two.regression()).isEqualTo(one.regression());
            assertThat(two.switchingValues()).isEqualTo(one.switchingValues());
            assertThat(two.tornado())
                    .extracting(TornadoBar::spread)
                    .containsExactlyElementsOf(one.tornado().stream()
                            .map(bar -> bar.spread() * size)
                            .toList());
            ValueOfInformation worth = plain.valueOfInformation().get(0);
            ValueOfInformation scaled = other.valueOfInformation().get(0);
            assertThat(scaled.evpi()).isEqualTo(worth.evpi() * size);
            assertThat(scaled.parameters())
                    .extracting(PartialInformation::value)
                    .containsExactlyElementsOf(worth.parameters().stream()
                            .map(each -> each.value() * size)
                            .toList());
        }
    }

    private static SensitivityResult ofSize(double size) {
        Scenario scenario = oneYear("1", "(10 * x + y * y) * " + size, "50 * " + size)
                .parameter(uncertain("x", "5", Distribution.uniform(0, 10)))
                .parameter(uncertain("y", "1", Distribution.beta(2, 3)))
                .simulation(new Simulation(2000, 7, Simulation.Sampling.LATIN_HYPERCUBE))
                .build();
        return Sensitivity.run(
                scenario, Selection.ALL, SensitivityRequest.of(scenario).withBaseSample(512), Workers.callerOnly());
    }

    /** Parameters of a size at which thresholds used to bite: everything is found, and 0 ≤ EVPPI ≤ EVPI. */
    @Test
    void parametersOfAnySizeAndShapeAreRegressedOn() {
        for (Distribution distribution : List.of(
                Distribution.uniform(0, 2e-10),
                Distribution.uniform(0, 2e-200),
                Distribution.uniform(0, 2e200),
                Distribution.beta(0.05, 0.05),
                Distribution.gamma(0.05, 10))) {
            double mean = distribution.mean();
            Scenario scenario = oneYear("x", "b", "" + mean)
                    .parameter(uncertain("x", "" + mean, distribution))
                    .parameter(uncertain("b", "1", Distribution.uniform(0.5, 1.5)))
                    .simulation(new Simulation(2000, 7, Simulation.Sampling.LATIN_HYPERCUBE))
                    .build();
            SensitivityResult result = Sensitivity.run(
                    scenario, Selection.ALL, SensitivityRequest.of(scenario).withBaseSample(512), Workers.callerOnly());
            ValueOfInformation value = result.valueOfInformation().get(0);
            assertThat(value.evpi()).isPositive().isFinite();
            for (PartialInformation each : value.parameters()) {
                assertThat(each.value()).as("%s of %s", each, distribution).isBetween(0.0, value.evpi());
            }
            // x alone: nearly all there is to know, for b only stretches it.
            assertThat(value.parameters().get(0).name()).isEqualTo("x");
            assertThat(value.parameters().get(0).value()).isGreaterThan(0.5 * value.evpi());
        }
    }

    /** Knowing the only uncertain parameter is knowing everything, whatever its shape. */
    @Test
    void theOnlyUncertainParameterIsWorthPerfectInformation() {
        for (Distribution distribution : List.of(
                Distribution.uniform(0, 2), Distribution.gamma(0.05, 20), Distribution.beta(0.05, 0.05, 0.0, 2.0))) {
            Scenario scenario = oneYear("1", "max(x, 0.3) * max(x - 1.2, x * 0.2)", "0.3")
                    .parameter(uncertain("x", "1", distribution))
                    .build();
            ValueOfInformation value = analyse(scenario, Analysis.VALUE_OF_INFORMATION)
                    .valueOfInformation()
                    .get(0);
            assertThat(value.evpi()).isPositive();
            assertThat(value.parameters().get(0).value()).isEqualTo(value.evpi());
        }
    }

    /** The net present value is above 0 in every draw, so nothing is worth knowing; but a smooth curve dips below it. */
    @Test
    void partialInformationIsCutOffAtPerfectInformation() {
        Scenario scenario = oneYear("max(x - 0.5, 1e-6)", "1", "0")
                .parameter(uncertain("x", "0.5", Distribution.uniform(0, 1)))
                .parameter(uncertain("idle", "1", Distribution.uniform(0, 2)))
                .build();
        SensitivityResult result = analyse(scenario, Analysis.VALUE_OF_INFORMATION);
        ValueOfInformation value = result.valueOfInformation().get(0);
        assertThat(value.evpi()).isEqualTo(0);
        assertThat(value.parameters()).extracting(PartialInformation::value).containsOnly(0.0);
        assertThat(result.warnings())
                .extracting(Problem::code)
                .containsExactly(ProblemCode.PARTIAL_INFORMATION_CLIPPED);
        assertThat(result.warnings().get(0).arguments()).containsExactly("x");
    }

    /**
     * Against nested Monte Carlo: 400 strata of what is known, for each of them the mean over 1,000 independent draws of the
     * rest, with arithmetic written out here. NPV = people · gain · (1 − lost) − 150.
     */
    @Test
    void partialInformationAgreesWithNestedMonteCarlo() {
        Distribution people = Distribution.pert(5, 10, 20);
        Distribution gain = Distribution.lognormal(20, 8);
        Distribution lost = Distribution.beta(2, 6);
        Scenario scenario = oneYear("people * gain * (1 - lost)", "1", "150")
                .parameter(uncertain("people", "10", people))
                .parameter(uncertain("gain", "20", gain))
                .parameter(uncertain("lost", "0.25", lost))
                .build();
        ValueOfInformation value = analyse(scenario, Analysis.VALUE_OF_INFORMATION)
                .valueOfInformation()
                .get(0);
        int outer = 400;
        int inner = 1000;
        double[][] rest = Normals.uniforms(2, outer * inner, 9);
        double positive = 0;
        double all = 0;
        for (int k = 0; k < outer; k++) {
            double known = gain.quantile((k + 0.5) / outer);
            double mean = 0;
            for (int i = k * inner; i < (k + 1) * inner; i++) {
                mean += (people.quantile(rest[0][i]) * known * (1 - lost.quantile(rest[1][i])) - 150) / inner;
            }
            all += mean / outer;
            positive += Math.max(0, mean) / outer;
        }
        double nested = positive - Math.max(0, all);
        PartialInformation gained = value.parameters().get(0);
        assertThat(gained.name()).isEqualTo("gain");
        assertThat(nested).isBetween(10.0, 30.0);
        assertThat(gained.value()).isCloseTo(nested, within(0.05 * nested));
    }
}
