package nl.mkba.rules;

import static nl.mkba.rules.Appraised.SOCIETY;
import static nl.mkba.rules.Appraised.assertSame;
import static nl.mkba.rules.Appraised.rounding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import nl.mkba.Mkba;
import nl.mkba.appraisal.AlternativeResult;
import nl.mkba.appraisal.AlternativeResult.StreamResult;
import nl.mkba.discounting.DiscountPolicy;
import nl.mkba.golden.CashFlows;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.scenario.Scenario;
import nl.mkba.time.Profile;
import org.junit.jupiter.api.Test;

/** What several measures change together: section 8 of the scenario format. */
class OutcomeRulesTest {

    private static final double BASELINE = 120;
    private static final double VALUE = 1000;

    /** Measures that each take away so many percent, in this order, over three years. */
    private static AlternativeResult reduced(List<Integer> percentages, Profile when) {
        Scenario.Builder scenario = CashFlows.empty(3, DiscountPolicy.flat(0.03))
                .outcome("evictions", o -> o.baseline(BASELINE).value(VALUE).borneBy(SOCIETY));
        for (int k = 0; k < percentages.size(); k++) {
            String by = percentages.get(k) + "%";
            scenario.intervention(
                    "measure_" + k,
                    i -> i.effect(
                            "reduction", e -> e.reduces("evictions").by(by).when(when)));
        }
        return Appraised.only(scenario.build());
    }

    @Property(tries = 200)
    void reductionsTogetherAreNoMoreThanTheirSum(
            @ForAll @Size(min = 1, max = 5) List<@IntRange(max = 100) Integer> percentages) {
        AlternativeResult together = reduced(percentages, Profile.ALWAYS);
        double sum = 0;
        double largest = 0;
        for (int percentage : percentages) {
            double alone = reduced(List.of(percentage), Profile.ALWAYS).npv().value();
            sum += alone;
            largest = Math.max(largest, alone);
        }
        double all = reduced(List.of(100), Profile.ALWAYS).npv().value();
        double rounding = rounding(together).value;
        assertThat(together.npv().value()).isBetween(largest - rounding, sum + rounding);
        // nothing is counted twice: no more is taken away than there is
        assertThat(together.npv().value()).isLessThanOrEqualTo(all + rounding);
        assertSame(together.grossToNet().gross(), sum, within(1e-9 * sum + 1e-12));
        assertSame(together.grossToNet().overlap(), together.npv().value() - sum, within(1e-9 * sum + 1e-12));
    }

    @Property(tries = 200)
    void theOrderOfReductionsDoesNotMatter(
            @ForAll @Size(min = 2, max = 5) List<@IntRange(max = 100) Integer> percentages) {
        List<Integer> backwards = new ArrayList<>(percentages);
        Collections.reverse(backwards);
        AlternativeResult one = reduced(percentages, Profile.of(w -> w.in(0, 2)));
        AlternativeResult other = reduced(backwards, Profile.of(w -> w.in(0, 2)));
        assertSame(one.npv(), other.npv().value(), rounding(one));
        for (int i = 0; i < percentages.size(); i++) {
            assertSame(
                    one.streams().get(i).pv(),
                    other.streams().get(percentages.size() - 1 - i).pv().value(),
                    rounding(one));
        }
    }

    @Property(tries = 200)
    void creditsAddUpToWhatIsTakenAway(@ForAll @Size(min = 1, max = 5) List<@IntRange(max = 100) Integer> percentages) {
        AlternativeResult result = reduced(percentages, Profile.ALWAYS);
        double left = 1;
        double sum = 0;
        for (int percentage : percentages) {
            left *= 1 - percentage / 100.0;
            sum += percentage;
        }
        double taken = BASELINE * VALUE * (1 - left) * 3;
        double credited = result.streams().stream()
                .mapToDouble(stream -> stream.undiscounted().value())
                .sum();
        assertThat(credited).isCloseTo(taken, within(1e-6));
        for (int i = 0; i < percentages.size() && sum > 0; i++) {
            StreamResult stream = result.streams().get(i);
            assertSame(stream.undiscounted(), taken * percentages.get(i) / sum, within(1e-6));
        }
    }

    /** 30 % and 40 % of 120 at 1,000 leave 0.7 · 0.6 = 42 %: 69,600 a year, credited 3 to 4. */
    @Test
    void thirtyAndFortyPercentTakeAwayFiftyEight() {
        AlternativeResult result = reduced(List.of(30, 40), Profile.of(w -> w.in(0)));
        assertSame(result.npv(), 69_600, within(1e-9));
        assertSame(result.streams().get(0).pv(), 69_600 * 3.0 / 7, within(1e-9));
        assertSame(result.streams().get(1).pv(), 69_600 * 4.0 / 7, within(1e-9));
        // 36,000 + 48,000 = 84,000 as if alone; together 14,400 less
        assertSame(result.grossToNet().gross(), 84_000, within(1e-9));
        assertSame(result.grossToNet().overlap(), -14_400, within(1e-9));
        // without the first the second takes away 48,000
        assertSame(result.interventions().get("measure_0").last().orElseThrow(), 21_600, within(1e-9));
    }

    @Test
    void moreThanEverythingIsRefused() {
        Scenario scenario = CashFlows.empty(1, DiscountPolicy.flat(0))
                .outcome("evictions", o -> o.baseline(1).value(1).borneBy(SOCIETY))
                .intervention(
                        "measure",
                        i -> i.effect("reduction", e -> e.reduces("evictions").by("101%")))
                .build();
        assertThatThrownBy(() -> Mkba.appraise(scenario))
                .isInstanceOfSatisfying(
                        InvalidScenarioException.class,
                        refused -> assertThat(refused.problems())
                                .extracting(Problem::code)
                                .containsAnyOf(ProblemCode.REDUCTION_OUT_OF_RANGE, ProblemCode.OUT_OF_RANGE));
    }

    /** 10 in 2024 and 40 in 2030 make 15 in 2025; constant before and after. Half of it at 100 each. */
    @Test
    void aBaselineByYearIsLinearBetween() {
        Scenario scenario = CashFlows.empty(9, DiscountPolicy.flat(0))
                .firstYear(2023)
                .outcome(
                        "evictions",
                        o -> o.baseline(2024, 10).baseline(7, 40).value(100).borneBy(SOCIETY))
                .intervention(
                        "measure",
                        i -> i.effect("reduction", e -> e.reduces("evictions").by("50%")))
                .build();
        assertThat(Appraised.only(scenario).years().stream()
                        .mapToDouble(year -> year.benefits().value())
                        .toArray())
                .containsExactly(new double[] {500, 500, 750, 1000, 1250, 1500, 1750, 2000, 2000}, within(1e-9));
    }
}
