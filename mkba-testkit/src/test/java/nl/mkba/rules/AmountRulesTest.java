package nl.mkba.rules;

import static nl.mkba.rules.Appraised.SOCIETY;
import static nl.mkba.rules.Appraised.assertSame;
import static nl.mkba.rules.Appraised.rounding;
import static nl.mkba.rules.Appraised.times;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
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
import nl.mkba.scenario.Cost;
import nl.mkba.scenario.Effect;
import nl.mkba.scenario.Intervention;
import nl.mkba.scenario.Outcome;
import nl.mkba.scenario.Per;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.StreamAmount;
import nl.mkba.scenario.Transfer;
import nl.mkba.testkit.Copies;
import nl.mkba.testkit.EngineResult;
import nl.mkba.testkit.Figure;
import nl.mkba.testkit.ScenarioArbitraries;
import nl.mkba.time.FlowTiming;
import nl.mkba.time.Profile;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** What happens to the figures when amounts are multiplied, split, put in another order or spread. */
class AmountRulesTest {

    /** How the streams of an intervention are changed. */
    private interface Change {
        void cost(Cost cost, Intervention.Builder to);

        void effect(Effect.Valued effect, Intervention.Builder to);

        void transfer(Transfer transfer, Intervention.Builder to);
    }

    private static Intervention changed(Intervention measure, Change change) {
        Intervention.Builder copy = measure.toBuilder();
        measure.costs().forEach(cost -> change.cost(cost, copy));
        for (Effect effect : measure.effects()) {
            if (effect instanceof Effect.Valued valued) {
                change.effect(valued, copy);
            } else {
                copy.effect(effect);
            }
        }
        measure.transfers().forEach(transfer -> change.transfer(transfer, copy));
        measure.interactions().forEach(copy::interaction);
        return copy.build();
    }

    private static Cost multiplied(String id, Cost cost, String factor) {
        Cost.Builder copy = cost.toBuilder(id);
        Expression amount = times(cost.amount().amount(), factor);
        return (cost.amount() instanceof StreamAmount.Total ? copy.total(amount) : copy.amount(amount)).build();
    }

    private static Transfer multiplied(String id, Transfer transfer, String factor) {
        Transfer.Builder copy = transfer.toBuilder(id);
        Expression amount = times(transfer.amount().amount(), factor);
        return (transfer.amount() instanceof StreamAmount.Total ? copy.total(amount) : copy.amount(amount)).build();
    }

    private static Scenario.Builder changed(Scenario scenario, Change change) {
        return Copies.of(
                scenario,
                scenario.interventions().values().stream()
                        .map(measure -> changed(measure, change))
                        .toList());
    }

    /** Every amount, multiplied. */
    private record Multiplied(String factor) implements Change {
        @Override
        public void cost(Cost cost, Intervention.Builder to) {
            to.cost(multiplied(cost.id(), cost, factor));
        }

        @Override
        public void effect(Effect.Valued effect, Intervention.Builder to) {
            to.effect(effect.toBuilder(effect.id())
                    .value(times(effect.value(), factor))
                    .build());
        }

        @Override
        public void transfer(Transfer transfer, Intervention.Builder to) {
            to.transfer(multiplied(transfer.id(), transfer, factor));
        }
    }

    /** Every stream in two, of 30 % and 70 %; an effect by its quantity, unless a transfer follows it. */
    private record Split(List<Transfer> transfers) implements Change {
        @Override
        public void cost(Cost cost, Intervention.Builder to) {
            to.cost(multiplied(cost.id() + "_a", cost, "30%"));
            to.cost(multiplied(cost.id() + "_b", cost, "0.7"));
        }

        @Override
        public void effect(Effect.Valued effect, Intervention.Builder to) {
            boolean followed = transfers.stream()
                    .anyMatch(transfer -> transfer.amount() instanceof StreamAmount.PerUnitOf follower
                            && follower.effect().equals(effect.id()));
            if (followed) {
                to.effect(effect);
                return;
            }
            for (String part : List.of("30%", "0.7")) {
                to.effect(effect.toBuilder(effect.id() + (part.equals("30%") ? "_a" : "_b"))
                        .quantity(times(effect.quantity(), part))
                        .build());
            }
        }

        @Override
        public void transfer(Transfer transfer, Intervention.Builder to) {
            for (String part : List.of("30%", "0.7")) {
                to.transfer(multiplied(transfer.id() + (part.equals("30%") ? "_a" : "_b"), transfer, part));
            }
        }
    }

    private static Outcome dearer(Outcome outcome, String factor) {
        Outcome.Builder copy = outcome.toBuilder();
        outcome.values()
                .forEach((id, value) -> copy.values(
                        id,
                        value.toBuilder().value(times(value.value(), factor)).build()));
        return copy.build();
    }

    private static void assertSameFigures(
            List<AlternativeResult> found, List<AlternativeResult> expected, double factor) {
        double rounding =
                expected.stream().mapToDouble(result -> rounding(result).value).sum();
        for (int i = 0; i < expected.size(); i++) {
            assertSameFigures(found.get(i), expected.get(i), factor, within(factor * rounding));
        }
    }

    private static void assertSameFigures(
            AlternativeResult found, AlternativeResult expected, double factor, Offset<Double> rounding) {
        Map<String, Figure> before = EngineResult.of(expected).figures();
        Map<String, Figure> after = EngineResult.of(found).figures();
        before.forEach((path, value) -> {
            boolean isNumber = value.number().isPresent();
            if (path.endsWith("bcr") || path.equals("mvpf") || path.equals("irr") || path.endsWith("discount_factor")) {
                assertThat(after.get(path).number().isPresent()).as(path).isEqualTo(isNumber);
            } else if (isNumber && path.startsWith("quality.")) {
                assertThat(after.get(path).value()).as(path).isCloseTo(value.value(), within(1e-6));
            } else if (isNumber && !path.startsWith("streams.")) {
                double times = path.endsWith(".participants") ? 1 : factor;
                assertThat(after.get(path).value()).as(path).isCloseTo(value.value() * times, rounding);
            } else if (!path.startsWith("streams.")) {
                assertThat(after.get(path)).as(path).isEqualTo(value);
            }
        });
    }

    @Property(tries = 120)
    void figuresAreLinearInAmounts(@ForAll("scenarios") Scenario scenario) {
        List<AlternativeResult> before = Appraised.everything(scenario);
        Scenario.Builder multiplied = changed(scenario, new Multiplied("2.5"));
        scenario.outcomes().values().forEach(outcome -> multiplied.outcome(dearer(outcome, "2.5")));
        List<AlternativeResult> after = Appraised.everything(multiplied.build());
        assertSameFigures(after, before, 2.5);
    }

    /** Ratios, shares, factors and numbers of what happens. */
    private static final Pattern WITHOUT_CURRENCY = Pattern.compile(
            "(.*\\.)?bcr|mvpf|irr|quality\\..*|.*\\.(discount_factor|participants|units|units_discounted|units_per_year\\.\\d+)");

    /** In another unit of the currency, by a power of two, every digit is the same: of ratios, rates, years and amounts. */
    @Property(tries = 120)
    void figuresDoNotDependOnTheSizeOfTheCurrency(@ForAll("scenarios") Scenario scenario, @ForAll boolean large) {
        double size = Math.scalb(1.0, large ? 200 : -200);
        String factor = new BigDecimal(size).toString();
        List<AlternativeResult> before = Appraised.everything(scenario);
        Scenario.Builder multiplied = changed(scenario, new Multiplied(factor));
        scenario.outcomes().values().forEach(outcome -> multiplied.outcome(dearer(outcome, factor)));
        List<AlternativeResult> after = Appraised.everything(multiplied.build());
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

    @Property(tries = 120)
    void splittingAStreamChangesNothing(@ForAll("scenarios") Scenario scenario) {
        List<AlternativeResult> before = Appraised.everything(scenario);
        List<Intervention> split = scenario.interventions().values().stream()
                .map(measure -> changed(measure, new Split(measure.transfers())))
                .toList();
        List<AlternativeResult> after =
                Appraised.everything(Copies.of(scenario, split).build());
        assertSameFigures(after, before, 1);
    }

    @Property(tries = 120)
    void theOrderOfStreamsAndMeasuresChangesNothing(@ForAll("scenarios") Scenario scenario) {
        List<AlternativeResult> before = Appraised.everything(scenario);
        List<Intervention> reversed = new ArrayList<>();
        for (Intervention measure : scenario.interventions().values()) {
            Intervention.Builder copy = measure.toBuilder();
            backwards(measure.costs()).forEach(copy::cost);
            backwards(measure.effects()).forEach(copy::effect);
            backwards(measure.transfers()).forEach(copy::transfer);
            backwards(measure.interactions()).forEach(copy::interaction);
            reversed.add(copy.build());
        }
        Collections.reverse(reversed);
        List<AlternativeResult> after =
                Appraised.everything(Copies.of(scenario, reversed).build());
        assertSameFigures(after, before, 1);
    }

    private static <T> List<T> backwards(List<T> list) {
        List<T> copy = new ArrayList<>(list);
        Collections.reverse(copy);
        return copy;
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
