package nl.mkba.rules;

import static nl.mkba.golden.CashFlows.BASE_YEAR;
import static nl.mkba.rules.Appraised.SOCIETY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import nl.mkba.appraisal.AlternativeResult;
import nl.mkba.appraisal.AlternativeResult.YearResult;
import nl.mkba.discounting.DiscountPolicy;
import nl.mkba.discounting.DiscountPolicy.RateSchedule;
import nl.mkba.discounting.PublishedPolicy;
import nl.mkba.expression.Expression;
import nl.mkba.golden.CashFlows;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.scenario.Intervention;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Stream;
import nl.mkba.time.FlowTiming;
import nl.mkba.time.Profile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Discounting: section 5 of the scenario format. Check values are six-digit annuities of the policies as published. */
class DiscountingRulesTest {

    private static final Intervention NOTHING = Intervention.builder("nothing").build();

    private static Intervention oneAYear(Consumer<Stream.Builder<?>> terms) {
        return Intervention.builder("annuity")
                .effect("one", e -> terms.accept(e.quantity(1).value(1).accruesTo(SOCIETY)))
                .build();
    }

    private static double value(Scenario.Builder scenario, Consumer<Stream.Builder<?>> terms) {
        return Appraised.only(scenario.intervention(oneAYear(terms)).build())
                .npv()
                .value();
    }

    private static DiscountPolicy policy(String text) {
        return PublishedPolicy.find(text)
                .map(PublishedPolicy::policy)
                .orElseGet(() -> DiscountPolicy.flat(Expression.parse(text)));
    }

    @ParameterizedTest
    @CsvSource({
        "2.25%, 10, 9.065706, 8.965406, 8.866216",
        "2.25%, 25, 19.389036, 19.174523, 18.962383",
        "1.6%, 10, 9.320294, 9.246614, 9.173518",
        "1.6%, 25, 20.799690, 20.635263, 20.472136",
        "3.0%, 10, 8.786109, 8.657210, 8.530203",
        "3.0%, 25, 17.935542, 17.672415, 17.413148",
        "nl_2026, 10, 8.859236, 8.737752, 8.617934",
        "nl_2026, 25, 18.306260, 18.055232, 17.807646",
        "uk_green_book, 10, 8.607687, 8.460894, 8.316605",
        "uk_green_book, 25, 17.058368, 16.767461, 16.481515",
        "nl_2021, 25, 19.389036, 19.174523, 18.962383",
        "nl_2016, 25, 17.935542, 17.672415, 17.413148",
        "eu_cohesion, 25, 17.935542, 17.672415, 17.413148",
    })
    void oneAYearIsWorthTheAnnuityOfThePolicy(String policy, int years, double start, double mid, double end) {
        Map<FlowTiming, Double> annuities = Map.of(FlowTiming.START, start, FlowTiming.MID, mid, FlowTiming.END, end);
        annuities.forEach((timing, annuity) -> assertThat(
                        value(CashFlows.empty(years, policy(policy)).flowsAt(timing), gain -> {}))
                .isCloseTo(annuity, within(5.1e-7)));
    }

    @ParameterizedTest
    @CsvSource({
        "2.25%, 39.641741",
        "1.6%, 49.720637",
        "3%, 31.598905",
        "nl_2026, 36.634212",
        "uk_green_book, 28.863363",
    })
    void aHundredYearsAreWorthTheAnnuityOfThePolicy(String policy, double annuity) {
        assertThat(value(CashFlows.empty(100, policy(policy)).flowsAt(FlowTiming.END), gain -> {}))
                .isCloseTo(annuity, within(5.1e-7));
    }

    @ParameterizedTest
    @CsvSource({
        "nl_2026, 35, 0.380400",
        "nl_2026, 36, 0.373674",
        "uk_green_book, 25, 0.4231469893",
        "uk_green_book, 30, 0.3562784106",
        "uk_green_book, 31, 0.3459013695",
        "uk_green_book, 75, 0.0942137726",
        "uk_green_book, 76, 0.0919158757",
        "uk_green_book, 100, 0.0508180223",
        "uk_green_book_health, 1, 0.9852216749",
        "uk_green_book_health, 30, 0.6397624299",
        "uk_green_book_health, 31, 0.6316146015",
        "uk_green_book_health, 75, 0.3593544536",
    })
    void factorsAreThePublishedOnes(String policy, int year, String printed) {
        List<YearResult> years = Appraised.only(CashFlows.empty(101, policy(policy))
                        .intervention(NOTHING)
                        .build())
                .years();
        double lastDigit = Math.pow(10, printed.indexOf('.') + 1 - printed.length());
        assertThat(years.get(year).discountFactor()).isCloseTo(Double.parseDouble(printed), within(0.51 * lastDigit));
    }

    @Test
    void ratesAreChainedNeverRestarted() {
        double[] factors =
                Appraised.only(CashFlows.empty(32, policy("uk_green_book"))
                                .intervention(NOTHING)
                                .build())
                        .years()
                        .stream()
                        .mapToDouble(YearResult::discountFactor)
                        .toArray();
        // the 31st year after the base year: thirty years at 3.5 %, then one at 3 %
        assertThat(factors[31]).isCloseTo(StrictMath.pow(1.035, -30) / 1.03, within(1e-15));
        // a restart would give 1.03^−31 = 0.400
        assertThat(factors[31]).isLessThan(factors[30]);
    }

    @Test
    void halfAYearIsHalfAStep() {
        Scenario scenario = CashFlows.empty(3, steps(0, "4%", 1, "9%"))
                .firstYear(BASE_YEAR - 1)
                .flowsAt(FlowTiming.MID)
                .intervention(NOTHING)
                .build();
        List<YearResult> years = Appraised.only(scenario).years();
        // x = −½: carried forward at the first rate; x = ½: half a year at 4 %; x = 1½: one at 4 %, half a one at 9 %
        assertThat(years.get(0).discountFactor()).isCloseTo(Math.sqrt(1.04), within(1e-15));
        assertThat(years.get(1).discountFactor()).isCloseTo(1 / Math.sqrt(1.04), within(1e-15));
        assertThat(years.get(2).discountFactor()).isCloseTo(1 / 1.04 / Math.sqrt(1.09), within(1e-15));
    }

    /** 5 % up to and including 2039, the fourteenth year after 2026, and 1 % from 2040 on; 2026 itself is step 0. */
    @Test
    void aStepFromAThousandOnIsACalendarYear() {
        double[] factors = Appraised.only(CashFlows.empty(20, steps(2026, "5%", 2040, "1%"))
                        .baseYear(2026)
                        .firstYear(2026)
                        .intervention(NOTHING)
                        .build())
                .years()
                .stream()
                .mapToDouble(YearResult::discountFactor)
                .toArray();
        assertThat(factors[14]).isCloseTo(StrictMath.pow(1.05, -14), within(1e-15));
        assertThat(factors[15]).isCloseTo(StrictMath.pow(1.05, -14) / 1.01, within(1e-15));
        assertThat(factors[16]).isCloseTo(StrictMath.pow(1.05, -14) / 1.01 / 1.01, within(1e-15));
    }

    @Test
    void stepsBeforeTheBaseYearTwiceOrWithoutABeginningAreRefused() {
        assertThat(refusedFor(steps(0, "5%", 2020, "1%"))).containsExactly(ProblemCode.YEAR_BEFORE_BASE);
        assertThat(refusedFor(steps(0, "5%", 2026, "1%"))).containsExactly(ProblemCode.YEAR_NAMED_TWICE);
        assertThat(refusedFor(steps(0, "5%", 14, "2%", 2040, "1%"))).containsExactly(ProblemCode.YEAR_NAMED_TWICE);
        assertThat(refusedFor(steps(2040, "1%"))).containsExactly(ProblemCode.MISSING_KEY);
        assertThat(refusedFor(steps(0, "5%", -3, "1%"))).containsExactly(ProblemCode.OUT_OF_RANGE);
    }

    private static List<ProblemCode> refusedFor(DiscountPolicy policy) {
        Scenario.Builder scenario =
                CashFlows.empty(20, policy).baseYear(2026).firstYear(2026).intervention(NOTHING);
        return catchThrowableOfType(InvalidScenarioException.class, scenario::build).problems().stream()
                .map(Problem::code)
                .toList();
    }

    private static DiscountPolicy steps(Object... yearAndRate) {
        TreeMap<Integer, Expression> steps = new TreeMap<>();
        for (int i = 0; i < yearAndRate.length; i += 2) {
            steps.put((Integer) yearAndRate[i], Expression.parse((String) yearAndRate[i + 1]));
        }
        return new DiscountPolicy(null, new RateSchedule(steps), Map.of());
    }

    @Test
    void aClassHasItsOwnRate() {
        Consumer<Stream.Builder<?>> fixed = gain -> gain.rateClass("fixed_costs");
        Scenario.Builder scenario = CashFlows.empty(25, policy("nl_2021")).flowsAt(FlowTiming.END);
        // 1.6 %, 25 years, end of the year
        assertThat(value(scenario, fixed)).isCloseTo(20.472136, within(5.1e-7));
        // a policy without classes discounts it as everything else
        Scenario.Builder without = CashFlows.empty(25, policy("nl_2026")).flowsAt(FlowTiming.END);
        assertThat(value(without, fixed)).isCloseTo(17.807646, within(5.1e-7));
    }

    /** One at the end of the tenth year, with which the scenario ends: 1.045^−10, 1.016^−10 and 1.029^−10, worked out by hand. */
    @ParameterizedTest
    @CsvSource({
        "nl_2016, public_physical_investment, 0.643928",
        "nl_2016, travel_time, 0.643928",
        "nl_2021, fixed_costs, 0.853224",
        "nl_2021, travel_time, 0.751357",
    })
    void theClassesOfThePoliciesAreThePublishedOnes(String policy, String rateClass, double factor) {
        Scenario.Builder scenario = CashFlows.empty(10, policy(policy)).flowsAt(FlowTiming.END);
        assertThat(value(scenario, gain -> gain.rateClass(rateClass).when(w -> w.in(9))))
                .isCloseTo(factor, within(5.1e-7));
    }

    @Test
    void withoutDiscountingTenTimesTenIsAHundred() {
        AlternativeResult result = Appraised.only(
                10,
                0,
                Intervention.builder("annuity")
                        .effect("ten", e -> e.quantity(2).value(5).accruesTo(SOCIETY)));
        assertThat(result.npv().value()).isEqualTo(100);
        assertThat(result.equivalentAnnualValue().orElseThrow().value()).isEqualTo(10);
    }

    @Property(tries = 200)
    void aDelayMultipliesByTheChainedFactor(
            @ForAll("policies") DiscountPolicy policy,
            @ForAll FlowTiming timing,
            @ForAll @IntRange(max = 60) int year,
            @ForAll @IntRange(max = 40) int delay) {
        Consumer<Profile.Builder> once = w -> w.from(year).years(1);
        Scenario.Builder scenario = CashFlows.empty(101, policy).flowsAt(timing);
        AlternativeResult soon = Appraised.only(
                scenario.intervention(oneAYear(gain -> gain.when(once))).build());
        double late = value(scenario, gain -> gain.when(once.andThen(w -> w.delay(delay))));
        double chained = soon.years().get(year + delay).discountFactor()
                / soon.years().get(year).discountFactor();
        assertThat(late).isCloseTo(soon.npv().value() * chained, within(1e-12));
    }

    /** A thousand in year 5 at 5 % is 783.53 (healthiar's tests); two years later 783.53 / 1.05² = 710.68. */
    @Test
    void aDelayOfTwoYearsDividesByTheSquare() {
        Consumer<Profile.Builder> once = w -> w.from(5).years(1);
        Scenario.Builder scenario = CashFlows.empty(10, DiscountPolicy.flat(0.05));
        assertThat(1000 * value(scenario, gain -> gain.when(once))).isCloseTo(783.53, within(0.01));
        assertThat(1000 * value(scenario, gain -> gain.when(once.andThen(w -> w.delay(2)))))
                .isCloseTo(710.68, within(0.01));
    }

    @Property(tries = 200)
    void aHigherRateLowersTheValueOfAnInvestment(
            @ForAll @Scale(4) @DoubleRange(min = 0, max = 0.2) double rate,
            @ForAll @Scale(4) @DoubleRange(min = 0.001, max = 0.1) double more,
            @ForAll @IntRange(min = 2, max = 30) int years) {
        double[] flows = new double[years];
        for (int year = 0; year < years; year++) {
            flows[year] = year == 0 ? -1000 : 10 + 7 * year;
        }
        assertThat(npv(rate + more, flows)).isLessThan(npv(rate, flows));
    }

    /** Het woonrekenboek, chapter 3. */
    @Test
    void theInvestmentOfTheWoonrekenboekIsWorthLessAtFivePercent() {
        double[] anchor = {-500_000, 100_000, 100_000, 100_000, 100_000, 100_000};
        assertThat(npv(0.02, anchor)).isCloseTo(-28_654.05, within(0.01));
        assertThat(npv(0.05, anchor)).isCloseTo(-67_052.33, within(0.01));
    }

    private static double npv(double rate, double[] flows) {
        return Appraised.only(CashFlows.scenario(flows, DiscountPolicy.flat(rate), FlowTiming.START))
                .npv()
                .value();
    }

    @Provide
    Arbitrary<DiscountPolicy> policies() {
        return Arbitraries.of(
                policy("3%"),
                policy("0"),
                policy("nl_2021"),
                policy("nl_2026"),
                policy("uk_green_book"),
                steps(0, "5%", 3, "1%", 10, "4%"));
    }
}
