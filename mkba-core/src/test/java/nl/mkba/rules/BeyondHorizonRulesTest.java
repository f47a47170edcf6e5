package nl.mkba.rules;

import static nl.mkba.rules.Appraised.SOCIETY;
import static nl.mkba.rules.Appraised.assertSame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import nl.mkba.Mkba;
import nl.mkba.appraisal.AlternativeResult;
import nl.mkba.appraisal.AlternativeResult.InternalRate;
import nl.mkba.discounting.DiscountPolicy;
import nl.mkba.distribution.Distribution;
import nl.mkba.engine.input.WrittenNumber;
import nl.mkba.golden.CashFlows;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.scenario.Intervention;
import nl.mkba.scenario.Prices;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import nl.mkba.scenario.Simulation;
import nl.mkba.scenario.Stream;
import nl.mkba.scenario.Stream.BeyondHorizon;
import nl.mkba.time.FlowTiming;
import nl.mkba.uncertainty.SimulationRequest;
import nl.mkba.uncertainty.Workers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Flows that go on after the last year counted: section 6.3 of the scenario format. */
class BeyondHorizonRulesTest {

    private static final Consumer<Stream.Builder<?>> FOR_EVER = stream -> stream.beyondHorizon(BeyondHorizon.CONTINUE);
    /**
     * Growth just below the discount rate: 1 a year from year 1 on, growing with g, is worth (1 + g)/(r − g) after year 0. The
     * expected value is decimal, from the two doubles as they are.
     */
    @Test
    void ratesThatLieCloseTogetherLoseNoDigits() {
        for (double apart : new double[] {1e-3, 1e-6, 1e-10, 1e-13}) {
            double rate = 0.03;
            double growth = rate - apart;
            BigDecimal g = new BigDecimal(growth);
            double expected = g.add(BigDecimal.ONE)
                    .divide(new BigDecimal(rate).subtract(g), MathContext.DECIMAL128)
                    .doubleValue();
            double found = Appraised.only(
                            1,
                            rate,
                            Intervention.builder("for_ever")
                                    .effect(
                                            "gain",
                                            e -> FOR_EVER.accept(e.quantity(1)
                                                    .value(1)
                                                    .accruesTo(SOCIETY)
                                                    .growth(growth))))
                    .residualValue()
                    .value();
            assertThat(found).isCloseTo(expected, withinPercentage(1e-11));
        }
    }

    /** Costs of 10 a year for ever and no effect: there are no benefits that the residual value could be a part of. */
    @Test
    void aResidualValueWithoutBenefitsIsSaidInWords() {
        Scenario scenario = CashFlows.empty(3, DiscountPolicy.flat(0.03))
                .intervention(
                        "park",
                        i -> i.cost(
                                "upkeep", c -> FOR_EVER.accept(c.paidBy(SOCIETY).amount(10))))
                .build();
        assertThat(Mkba.appraise(scenario).warnings())
                .filteredOn(problem -> problem.code() == ProblemCode.LARGE_RESIDUAL_VALUE)
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.format(Locale.ENGLISH))
                            .contains("there is a residual value, and the benefits are 0: most of the result lies");
                    assertThat(problem.format(Locale.forLanguageTag("nl")))
                            .contains("er is een restwaarde, en de baten zijn 0: het grootste deel");
                });
    }

    private static Scenario.Builder gain(int horizon, DiscountPolicy policy, Consumer<Stream.Builder<?>> terms) {
        return CashFlows.empty(horizon, policy)
                .intervention(
                        "measure",
                        i -> i.effect(
                                "gain",
                                e -> terms.accept(e.quantity(1).value(100).accruesTo(SOCIETY))));
    }

    /** 100 a year for ever from now on, at 2.5 %: 100 · 1.025 / 0.025 = 4,100; at the end of each year 4,000. */
    @Test
    void aPerpetuity() {
        AlternativeResult result =
                Appraised.only(gain(10, DiscountPolicy.flat(0.025), FOR_EVER).build());
        assertSame(result.npv(), 4100, within(1e-9));
        assertSame(result.residualValue(), 4100 * StrictMath.pow(1.025, -10), within(1e-9));
        // 100 a year, without end
        assertSame(result.equivalentAnnualValue().orElseThrow(), 100, within(1e-9));
        assertThat(result.internalRate().absent()).contains(InternalRate.Reason.RESIDUAL_VALUE);
        AlternativeResult atEnd = Appraised.only(gain(10, DiscountPolicy.flat(0.025), FOR_EVER)
                .flowsAt(FlowTiming.END)
                .build());
        assertSame(atEnd.npv(), 4000, within(1e-9));
    }

    /** Growing 1 % at 3 %: 100 · 1.03 / (0.03 − 0.01) = 5,150. Losing 10 % a year: 100 · 1.03 / 0.13 = 792.31. */
    @Test
    void aGrowingAndAShrinkingPerpetuity() {
        DiscountPolicy policy = DiscountPolicy.flat(0.03);
        assertSame(
                Appraised.only(gain(7, policy, FOR_EVER.andThen(gain -> gain.growth("1%")))
                                .build())
                        .npv(),
                5150,
                within(1e-9));
        assertSame(
                Appraised.only(gain(7, policy, FOR_EVER.andThen(gain -> gain.when(w -> w.dropOff("10%"))))
                                .build())
                        .npv(),
                103 / 0.13,
                within(1e-9));
    }

    /** Every fourth year for ever at 5 %: 100 / (1 − 1.05^−4) = 564.02, wherever the horizon falls. */
    @Property(tries = 12)
    void everyFourthYearForEver(@ForAll @IntRange(min = 1, max = 12) int horizon) {
        Consumer<Stream.Builder<?>> terms = FOR_EVER.andThen(gain -> gain.when(w -> w.every(4)));
        assertSame(
                Appraised.only(gain(horizon, DiscountPolicy.flat(0.05), terms).build())
                        .npv(),
                100 / (1 - StrictMath.pow(1.05, -4)),
                within(1e-9));
    }

    @Property(tries = 100)
    void whatGoesOnDoesNotDependOnTheHorizon(
            @ForAll @IntRange(min = 5, max = 90) int shorter,
            @ForAll @IntRange(min = 5, max = 90) int longer,
            @ForAll @IntRange(max = 90) int dropOff,
            @ForAll @IntRange(min = -300, max = 120) int growthInHundredths,
            @ForAll FlowTiming timing) {
        Consumer<Stream.Builder<?>> terms = FOR_EVER.andThen(gain ->
                gain.when(w -> w.delay(1).rampUp(3).dropOff(dropOff + "%")).growth(growthInHundredths / 100.0 + "%"));
        DiscountPolicy policy = DiscountPolicy.published("nl_2026");
        double one = Appraised.only(gain(shorter, policy, terms).flowsAt(timing).build())
                .npv()
                .value();
        double other = Appraised.only(
                        gain(longer, policy, terms).flowsAt(timing).build())
                .npv()
                .value();
        assertThat(one).isCloseTo(other, within(1e-9 * other));
    }

    /** Discounted at 2.8 % for 35 years and at 1.8 % after: the annuity of 35 years, and 1.8 %'s perpetuity behind it. */
    @Test
    void aPerpetuityOverAStep() {
        double annuity = (1 - StrictMath.pow(1.028, -35)) / 0.028 * 1.028;
        double rest = StrictMath.pow(1.028, -35) * 1.018 / 0.018;
        assertSame(
                Appraised.only(gain(20, DiscountPolicy.published("nl_2026"), FOR_EVER)
                                .build())
                        .npv(),
                100 * (annuity + rest),
                within(1e-9));
    }

    @Test
    void aFlowThatGrowsAsFastAsItIsDiscountedIsRefused() {
        Scenario scenario = gain(10, DiscountPolicy.flat(0.02), FOR_EVER.andThen(gain -> gain.growth("2%")))
                .build();
        assertThatThrownBy(() -> Mkba.appraise(scenario))
                .isInstanceOfSatisfying(
                        InvalidScenarioException.class,
                        refused -> assertThat(refused.problems())
                                .extracting(Problem::code)
                                .containsExactly(ProblemCode.DOES_NOT_CONVERGE));
    }

    /**
     * Rates of which (1 + g)(1 − d) = (1 + i)(1 + r) as decimals, whatever the doubles nearest to them say: 1.0506 = 1.03 · 1.02;
     * 1.25 · 0.8 = 1; 1.0404 = 1.02²; 1.04856 = 1.028 · 1.02; 1.09 · 0.95 = 1.0355; 1.12 · 0.95 = 1.064; and 1.03 · 1.02 − 1 as a
     * formula calculates it, a few units in the last place from 0.0506.
     */
    @ParameterizedTest
    @CsvSource({
        "3%, 5.06%, 0%, 2%",
        "0%, 25%, 20%, 0%",
        "2%, 4.04%, 0%, 2%",
        "2.8%, 4.856%, 0%, 2%",
        "3.55%, 9%, 5%, 0%",
        "6.4%, 12%, 5%, 0%",
        "3%, 1.03*1.02-1, 0%, 2%"
    })
    void growthThatEqualsDiscountingButForRoundingIsRefused(
            String rate, String growth, String dropOff, String inflation) {
        assertThatThrownBy(() -> Mkba.appraise(growing(rate, growth, dropOff, inflation)))
                .isInstanceOfSatisfying(
                        InvalidScenarioException.class,
                        refused -> assertThat(refused.problems())
                                .extracting(Problem::code)
                                .containsExactly(ProblemCode.DOES_NOT_CONVERGE));
    }

    /** A hundredth of a percentage point less growth: 100 · (1.0506 − 1.0505)⁻¹ · 1.0506 = 1,050,600 in all, real terms of year 0. */
    @Test
    void growthJustBelowDiscountingHasASum() {
        AlternativeResult result = Appraised.only(growing("3%", "5.05%", "0%", "2%"));
        assertThat(result.npv().value()).isCloseTo(1_050_600, withinPercentage(1e-9));
    }

    private static Scenario growing(String rate, String growth, String dropOff, String inflation) {
        return gain(
                        5,
                        DiscountPolicy.flat(WrittenNumber.parse(rate).value()),
                        FOR_EVER.andThen(gain ->
                                gain.growth(growth).prices(Prices.NOMINAL).when(w -> w.dropOff(dropOff))))
                .inflation(inflation)
                .build();
    }

    /** In a draw as in the central case: growth of 5.06% is refused where 5% is not. */
    @Test
    void growthThatEqualsDiscountingButForRoundingIsRefusedInDrawsToo() {
        Scenario scenario = gain(
                        5,
                        DiscountPolicy.flat(0.03),
                        FOR_EVER.andThen(gain -> gain.growth("g").prices(Prices.NOMINAL)))
                .inflation("2%")
                .parameter("g", p -> p.value(0.05).distribution(Distribution.empirical(0.05, 0.0506)))
                .build();
        assertThatThrownBy(() -> Mkba.simulate(
                        scenario,
                        Selection.ALL,
                        SimulationRequest.of(new Simulation(100, 1, Simulation.Sampling.LATIN_HYPERCUBE)),
                        Workers.callerOnly()))
                .isInstanceOfSatisfying(
                        InvalidScenarioException.class,
                        refused -> assertThat(refused.problems())
                                .extracting(Problem::code)
                                .contains(ProblemCode.DOES_NOT_CONVERGE));
    }

    /** Without discounting, what halves each year still has a finite sum, but a year without end has no equal part of it. */
    @Test
    void anEqualAmountAYearWithoutEndNeedsDiscounting() {
        AlternativeResult result = Appraised.only(gain(
                        3, DiscountPolicy.flat(0), FOR_EVER.andThen(gain -> gain.when(w -> w.dropOff("50%"))))
                .build());
        // the first year counts: 1 + 1/2 + 1/4 + …, each year 1 − 50 % after the first
        assertSame(result.npv(), 200, within(1e-9));
        assertThat(result.equivalentAnnualValue()).isEmpty();
    }

    /** A tail that stays outside society, or within it as a transfer, is no residual value. */
    @Test
    void onlySocietysPartIsResidualValue() {
        Scenario scenario = CashFlows.empty(2, DiscountPolicy.flat(0.05))
                .stakeholder("abroad", s -> s.name("Abroad").sector("public").counts(false))
                .stakeholder("tenant", s -> s.name("Tenant").sector("households"))
                .intervention(
                        "measure",
                        i -> i.cost("works", c -> c.paidBy(SOCIETY).amount(100).when(w -> w.in(0)))
                                .effect(
                                        "gain",
                                        e -> e.quantity(1)
                                                .value(110)
                                                .accruesTo(SOCIETY)
                                                .when(w -> w.in(1)))
                                .effect(
                                        "elsewhere",
                                        e -> FOR_EVER.accept(
                                                e.quantity(1).value(7).accruesTo("abroad")))
                                .transfer(
                                        "rent",
                                        t -> FOR_EVER.accept(
                                                t.from("tenant").to("society").amount(50))))
                .build();
        AlternativeResult result = Appraised.only(scenario);
        assertThat(result.residualValue().value()).isEqualTo(0.0);
        assertThat(result.internalRate().rate().orElseThrow()).isCloseTo(0.1, within(1e-12));
        // over two years: 4.7619 / (1 + 1/1.05)
        assertSame(result.equivalentAnnualValue().orElseThrow(), (110 / 1.05 - 100) / (1 + 1 / 1.05), within(1e-9));
        // 7 · 1.05 / 0.05
        assertSame(result.stakeholders().get("abroad").net(), 147, within(1e-9));
        assertSame(result.stakeholders().get("tenant").transfers(), -1050, within(1e-9));
    }
}
