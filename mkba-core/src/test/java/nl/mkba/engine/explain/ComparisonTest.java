package nl.mkba.engine.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import nl.mkba.Mkba;
import nl.mkba.explain.Comparison;
import nl.mkba.scenario.Alternative;
import nl.mkba.scenario.Effect;
import nl.mkba.scenario.Intervention;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import nl.mkba.scenario.Stream;
import nl.mkba.text.Text;
import nl.mkba.time.FlowTiming;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final Consumer<Stream.Builder<?>> ONCE = stream -> stream.when(w -> w.in(0));

    private static Scenario.Builder begin() {
        return Scenario.builder("s")
                .title("S")
                .baseYear(2026)
                .horizon(2)
                .priceLevel(2025)
                .discounting(0)
                .stakeholder("city", s -> s.name("City").sector("public"));
    }

    private static Intervention.Builder coach(String wage) {
        return Intervention.builder("coach")
                .cost("wage", c -> ONCE.accept(c.paidBy("city").amount(wage)));
    }

    private static Effect rest(String deadweight) {
        Effect.Builder rest = Effect.builder("rest")
                .quantity("households")
                .value("gain")
                .accruesTo("city")
                .deadweight(deadweight);
        ONCE.accept(rest);
        return rest.build();
    }

    private static Scenario scenario(String households, String gain, String wage, String deadweight) {
        return begin().parameter("households", households)
                .parameter("gain", gain)
                .intervention(coach(wage).effect(rest(deadweight)).build())
                .build();
    }

    private static Comparison.Side only(Scenario scenario) {
        return new Comparison.Side(scenario, Alternative.ALL, Optional.empty());
    }

    private static double npv(Scenario scenario) {
        Selection selection = scenario.outlooks().isEmpty()
                ? Selection.ALL
                : Selection.ALL.inOutlooks(
                        scenario.outlooks().keySet().iterator().next());
        return Mkba.appraise(scenario, selection).results().get(0).npv().value();
    }

    private static Comparison compare(Comparison.Side before, Comparison.Side after) {
        return CaseComparer.compare(before, after, ComparisonTest::npv);
    }

    @Test
    void theSameCaseDoesNotDiffer() {
        Scenario scenario = scenario("10", "100", "300", "0");
        Comparison comparison = compare(only(scenario), only(scenario("10", "100", "300", "0")));
        assertThat(comparison.differences()).isEmpty();
        assertThat(comparison.npvBefore()).isEqualTo(700).isEqualTo(comparison.npvAfter());
        assertThat(comparison.rest()).isZero();
    }

    @Test
    void eachDifferenceIsAppliedAloneAndTheRestIsWhatTheyDoTogether() {
        Comparison comparison =
                compare(only(scenario("10", "100", "300", "0")), only(scenario("20", "150", "400", "0")));
        assertThat(comparison.differences())
                .extracting(Comparison.Difference::path)
                .containsExactly("parameters.households", "parameters.gain", "interventions.coach.costs.wage");
        assertThat(comparison.differences())
                .extracting(difference -> difference.effect().orElseThrow())
                .containsExactly(1000.0, 500.0, -100.0);
        // 20 · 150 − 400 = 2600, where 700 + 1000 + 500 − 100 = 2100
        assertThat(comparison.npvAfter()).isEqualTo(2600);
        assertThat(comparison.rest()).isEqualTo(500);
    }

    @Test
    void aDifferenceIsShownByPathWithBothTexts() {
        Comparison comparison =
                compare(only(scenario("10", "100", "300", "0")), only(scenario("10", "100", "300", "20%")));
        assertThat(comparison.differences())
                .containsExactly(new Comparison.Difference(
                        "interventions.coach.effects.rest",
                        List.of(new Comparison.Detail(
                                "interventions.coach.effects.rest.deadweight", Text.of("0"), Text.of("20%"))),
                        OptionalDouble.of(-200)));
    }

    /** With the keys of a file; the weights of incomes bear on no plain net present value. */
    @Test
    void whatIsSaidOfTheWholeIsNamedToo() {
        Scenario before = begin().incomeWeights(w -> w.reference("30000").elasticity("1"))
                .priceIndex(Map.of(2020, 100.0, 2025, 120.0))
                .stakeholder("family", s -> s.weight("2"))
                .intervention(coach("300").build())
                .build();
        Scenario after = begin().title("T")
                .incomeWeights(w -> w.reference("30000").elasticity("2"))
                .priceIndex(Map.of(2020, 100.0, 2025, 125.5))
                .stakeholder("family", s -> s.weight("3"))
                .intervention(coach("300").name("Coach").build())
                .build();
        assertThat(compare(only(before), only(after)).differences())
                .flatExtracting(Comparison.Difference::details)
                .containsExactly(
                        new Comparison.Detail("title", Text.of("S"), Text.of("T")),
                        new Comparison.Detail("price_index.2025", Text.of("120"), Text.of("125.5")),
                        new Comparison.Detail("income_weights.elasticity", Text.of("1"), Text.of("2")),
                        new Comparison.Detail("stakeholders.family.weight", Text.of("2"), Text.of("3")),
                        new Comparison.Detail("interventions.coach.name", null, Text.of("Coach")));
    }

    @Test
    void whatAnAlternativeOrAnOutlookSetsIsInForce() {
        Scenario scenario = begin().parameter("households", "10")
                .parameter("gain", "100")
                .intervention(coach("300").effect(rest("0")).build())
                .alternative("small", a -> a.interventions("coach"))
                .alternative("large", a -> a.interventions("coach").set("households", 20))
                .outlook("low", o -> o.set("gain", r -> r.times("50%")))
                .build();
        Comparison comparison = compare(
                new Comparison.Side(scenario, "small", Optional.of("low")),
                new Comparison.Side(scenario, "large", Optional.of("low")));
        assertThat(comparison.npvBefore()).isEqualTo(200);
        assertThat(comparison.npvAfter()).isEqualTo(700);
        assertThat(comparison.differences())
                .containsExactly(new Comparison.Difference(
                        "parameters.households",
                        List.of(new Comparison.Detail("parameters.households.value", Text.of("10"), Text.of("20"))),
                        OptionalDouble.of(500)));
    }

    @Test
    void whatMakesNoScenarioAloneIsInTheRest() {
        Scenario before = scenario("10", "100", "300", "0");
        Scenario after = begin().parameter("households", "10")
                .parameter("value", "200")
                .intervention(coach("300")
                        .effect(
                                "rest",
                                e -> ONCE.accept(
                                        e.quantity("households").value("value").accruesTo("city")))
                        .build())
                .build();
        Comparison comparison = compare(only(before), only(after));
        assertThat(comparison.differences())
                .extracting(Comparison.Difference::path)
                .containsExactly("parameters.gain", "parameters.value", "interventions.coach.effects.rest");
        assertThat(comparison.differences().get(0).effect()).isEmpty();
        assertThat(comparison.differences().get(1).effect()).hasValue(0);
        assertThat(comparison.differences().get(2).effect()).isEmpty();
        assertThat(comparison.rest()).isEqualTo(1000);
    }

    @Test
    void anInterventionThatOnlyOneCarriesOutIsOneDifference() {
        Intervention park = Intervention.builder("park")
                .name("Park")
                .cost("trees", c -> ONCE.accept(c.paidBy("city").amount(50)))
                .build();
        Scenario scenario = begin().intervention(coach("300").build())
                .intervention(park)
                .alternative("small", a -> a.interventions("coach"))
                .alternative("large", a -> a.interventions("coach", "park"))
                .build();
        Comparison.Side small = new Comparison.Side(scenario, "small", Optional.empty());
        Comparison.Side large = new Comparison.Side(scenario, "large", Optional.empty());
        assertThat(compare(small, large).differences())
                .containsExactly(new Comparison.Difference(
                        "interventions.park",
                        List.of(new Comparison.Detail("interventions.park", null, Text.of("Park"))),
                        OptionalDouble.of(-50)));
        assertThat(compare(large, small).differences().get(0).effect()).hasValue(50);
    }

    @Test
    void settingsAreAppliedToo() {
        Scenario before = scenario("10", "100", "300", "0");
        Scenario after = begin().discounting(0.1)
                .flowsAt(FlowTiming.END)
                .parameter("households", "10")
                .parameter("gain", "100")
                .intervention(coach("300").effect(rest("0")).build())
                .build();
        Comparison comparison = compare(only(before), only(after));
        assertThat(comparison.differences())
                .extracting(Comparison.Difference::path)
                .containsExactly("flows_at", "discounting");
        assertThat(comparison.differences())
                .extracting(difference -> difference.effect().orElseThrow())
                .containsExactly(0.0, 0.0);
        assertThat(comparison.rest()).isCloseTo(700 / 1.1 - 700, within(1e-9));
    }
}
