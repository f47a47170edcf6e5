package nl.mkba.rules;

import static nl.mkba.rules.Appraised.SOCIETY;
import static nl.mkba.rules.Appraised.assertSame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import nl.mkba.appraisal.AlternativeResult;
import nl.mkba.discounting.DiscountPolicy;
import nl.mkba.expression.Expression;
import nl.mkba.golden.CashFlows;
import nl.mkba.scenario.Intervention;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Stream.Per;
import nl.mkba.testkit.EngineResult;
import nl.mkba.testkit.Figure;
import nl.mkba.testkit.ScenarioArbitraries;
import nl.mkba.testkit.ScenarioChanges;
import nl.mkba.time.FlowTiming;
import nl.mkba.time.Profile;
import org.junit.jupiter.api.Test;

/** What happens to the figures when amounts are multiplied or spread. */
class AmountRulesTest {

    /** Ratios, shares, factors and numbers of what happens. */
    private static final Pattern WITHOUT_CURRENCY = Pattern.compile(
            "(.*\\.)?bcr|mvpf|irr|quality\\..*|.*\\.(discount_factor|participants|units|units_discounted|units_per_year\\.\\d+)");

    /** In another unit of the currency, by a power of two, every digit is the same: of ratios, rates, years and amounts. */
    @Property(tries = 120)
    void figuresDoNotDependOnTheSizeOfTheCurrency(@ForAll("scenarios") Scenario scenario, @ForAll boolean large) {
        double size = Math.scalb(1.0, large ? 200 : -200);
        String factor = new BigDecimal(size).toString();
        List<AlternativeResult> before = Appraised.everything(scenario);
        List<AlternativeResult> after = Appraised.everything(ScenarioChanges.multiplied(scenario, factor));
        for (int i = 0; i < before.size(); i++) {
            assertThat(after.get(i).internalRate()).isEqualTo(before.get(i).internalRate());
            assertThat(after.get(i).payback()).isEqualTo(before.get(i).payback());
            Map<String, Figure> found = EngineResult.of(after.get(i)).figures();
            EngineResult.of(before.get(i)).figures().forEach((path, value) -> {
                boolean isAmount = value.number().isPresent()
                        && !WITHOUT_CURRENCY.matcher(path).matches();
                assertThat(found.get(path)).as(path).isEqualTo(isAmount ? Figure.of(value.value() * size) : value);
            });
        }
    }

    /** 3 · 7 · 10 = 210 a year, and 2.5 times as much, for two years at 5 %: 210 + 200 = 410 and 1,025. */
    @Test
    void twoAndAHalfTimesTheValueIsTwoAndAHalfTimesTheBenefit() {
        assertThat(quantityTimesValue("3 * 7", "10")).isCloseTo(410, within(1e-12));
        assertThat(quantityTimesValue("3 * 7", "25")).isCloseTo(1025, within(1e-12));
        assertThat(quantityTimesValue("7.5 * 7", "10")).isCloseTo(1025, within(1e-12));
    }

    private static double quantityTimesValue(String quantity, String value) {
        return Appraised.only(
                        2,
                        0.05,
                        Intervention.builder("measure")
                                .effect(
                                        "gain",
                                        e -> e.quantity(quantity).value(value).accruesTo(SOCIETY)))
                .pvBenefits()
                .value();
    }

    /** 12,000 over four years that build up, 1/3, 2/3, 1, 1: 2,000, 4,000 (in full strength 6,000 … sum 3) … */
    @Test
    void aTotalIsSpreadByStrength() {
        AlternativeResult result = Appraised.only(
                5,
                0,
                Intervention.builder("works")
                        .cost(
                                "building",
                                c -> c.paidBy(SOCIETY)
                                        .total(12_000)
                                        .when(w -> w.years(4).rampUp(3))));
        // strengths 1/3, 2/3, 1, 1 add up to 3, so 4,000 at full strength
        double[] costs = result.years().stream()
                .mapToDouble(year -> year.costs().value())
                .toArray();
        assertThat(costs).containsExactly(new double[] {4000.0 / 3, 8000.0 / 3, 4000, 4000, 0}, within(1e-9));
    }

    /** 12,000 over four years of which the horizon sees three: 9,000. */
    @Test
    void aTotalIsSpreadOverTheYearsAfterTheHorizonToo() {
        AlternativeResult result = Appraised.only(
                3,
                0,
                Intervention.builder("works")
                        .cost("building", c -> c.paidBy(SOCIETY).total(12_000).when(w -> w.years(4))));
        assertThat(result.pvCosts().value()).isCloseTo(9000, within(1e-9));
    }

    @Property(tries = 200)
    void aTotalComesToTheWholeSumWithoutDiscounting(
            @ForAll @IntRange(min = 1, max = 12) int years,
            @ForAll @IntRange(min = 1, max = 5) int rampUp,
            @ForAll @IntRange(max = 95) int dropOff,
            @ForAll @IntRange(min = 0, max = 8) int delay,
            @ForAll FlowTiming timing) {
        Profile when =
                Profile.of(w -> w.delay(delay).years(years).rampUp(rampUp).dropOff(dropOff + "%"));
        Scenario scenario = CashFlows.empty(20, DiscountPolicy.flat(0))
                .flowsAt(timing)
                .intervention(
                        "works",
                        i -> i.participants(n -> n.count(10).when(w -> w.in(0)))
                                .cost(
                                        "whole",
                                        c -> c.paidBy(SOCIETY).total(7000).when(when))
                                .cost(
                                        "each",
                                        c -> c.paidBy(SOCIETY)
                                                .total(50)
                                                .when(when)
                                                .per(Per.PARTICIPANT)))
                .build();
        AlternativeResult result = Appraised.only(scenario);
        assertSame(result.streams().get(0).pv(), 7000, within(1e-9));
        assertSame(result.streams().get(1).pv(), 500, within(1e-9));
    }

    @Property(tries = 200)
    void oneEntrantPerParticipantIsAPlainStream(
            @ForAll @IntRange(min = 1, max = 12) int years,
            @ForAll @IntRange(min = 1, max = 5) int rampUp,
            @ForAll @IntRange(max = 99) int fadeOut,
            @ForAll @IntRange(min = 0, max = 8) int entry) {
        Consumer<Profile.Builder> since = w -> w.years(years).rampUp(rampUp).fadeOut(fadeOut + "%");
        Scenario scenario = CashFlows.empty(20, DiscountPolicy.flat(0.03))
                .intervention(
                        "coaching",
                        i -> i.participants(n -> n.count(1).when(w -> w.in(entry)))
                                .effect(
                                        "each",
                                        e -> e.quantity(1)
                                                .value(9)
                                                .accruesTo(SOCIETY)
                                                .when(since)
                                                .per(Per.PARTICIPANT))
                                .effect(
                                        "plain",
                                        e -> e.quantity(1)
                                                .value(9)
                                                .accruesTo(SOCIETY)
                                                .when(since.andThen(w -> w.from(entry)))))
                .build();
        AlternativeResult result = Appraised.only(scenario);
        assertSame(result.streams().get(0).pv(), result.streams().get(1).pv().value(), within(1e-9));
    }

    /** Two years of 10 entrants, 100 each in their first year and 50 in their second: 1,000, 1,500, 500. */
    @Test
    void cohortsAddUp() {
        Map<Integer, Expression> strengths = new LinkedHashMap<>();
        strengths.put(0, Expression.ONE);
        strengths.put(1, Expression.parse("50%"));
        AlternativeResult result = Appraised.only(
                4,
                0,
                Intervention.builder("coaching")
                        .participants(n -> n.count(10).when(w -> w.in(0, 1)))
                        .effect(
                                "gain",
                                e -> e.quantity(1)
                                        .value(100)
                                        .accruesTo(SOCIETY)
                                        .when(new Profile.Series(strengths))
                                        .per(Per.PARTICIPANT)));
        assertThat(result.years().stream()
                        .mapToDouble(year -> year.benefits().value())
                        .toArray())
                .containsExactly(1000, 1500, 500, 0);
    }

    /** A run of three years, 100, that loses 10 % a year in it and 50 % a year after it. */
    @Test
    void aRunDropsOffAndFadesOut() {
        AlternativeResult result = Appraised.only(
                6,
                0,
                Intervention.builder("works")
                        .effect(
                                "gain",
                                e -> e.quantity(1)
                                        .value(100)
                                        .accruesTo(SOCIETY)
                                        .when(w -> w.from(1)
                                                .years(3)
                                                .dropOff("10%")
                                                .fadeOut("50%"))));
        // 100, 90, 81 and then 40.5, 20.25
        assertThat(result.years().stream()
                        .mapToDouble(year -> year.benefits().value())
                        .toArray())
                .containsExactly(new double[] {0, 100, 90, 81, 40.5, 20.25}, within(1e-12));
    }

    @Provide
    Arbitrary<Scenario> scenarios() {
        return ScenarioArbitraries.any();
    }
}
