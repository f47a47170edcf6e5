package nl.mkba.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import nl.mkba.Mkba;
import nl.mkba.Model;
import nl.mkba.appraisal.AlternativeResult;
import nl.mkba.discounting.DiscountPolicy;
import nl.mkba.distribution.Distribution;
import nl.mkba.golden.CashFlows;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.scenario.Intervention;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import nl.mkba.scenario.Simulation;
import nl.mkba.sensitivity.SensitivityRequest;
import nl.mkba.testkit.EngineResult;
import nl.mkba.testkit.Figure;
import nl.mkba.testkit.naive.NaiveAppraisal;
import nl.mkba.testkit.naive.NaiveFigure;
import nl.mkba.time.FlowTiming;
import nl.mkba.uncertainty.SimulationRequest;
import nl.mkba.uncertainty.SimulationResult.SimulatedCase;
import nl.mkba.uncertainty.Workers;
import org.junit.jupiter.api.Test;

/** At every size a figure is right or refused by its name. */
class ExtremeSizeRulesTest {

    private static final double TOLERANCE = 1e-9;

    /** A figure below this is nothing beside ordinary amounts; it may have lost digits there. */
    private static final double NOTHING = 1e-290;

    @Provide
    Arbitrary<Double> amounts() {
        return Combinators.combine(
                        Arbitraries.doubles().between(1, 10),
                        Arbitraries.integers().between(-300, 300))
                .as((digits, exponent) -> digits * Math.pow(10, exponent));
    }

    @Provide
    Arbitrary<Double> rates() {
        return Arbitraries.oneOf(
                Arbitraries.doubles().between(-0.5, 2),
                Arbitraries.doubles().between(-0.9, 20),
                Arbitraries.of(-0.999999, -0.99, 0.0, 1e-12, 0.03, 1e6));
    }

    /** What a scenario comes to, or null if it is refused: only because of a figure, which is named. */
    private static List<AlternativeResult> appraised(Scenario scenario) {
        try {
            return Mkba.appraise(scenario).results();
        } catch (InvalidScenarioException refused) {
            assertThat(refused.problems())
                    .filteredOn(problem -> problem.severity() == Problem.Severity.ERROR)
                    .isNotEmpty()
                    .allSatisfy(problem -> {
                        assertThat(problem.code())
                                .isIn(ProblemCode.OVERFLOW, ProblemCode.UNDERFLOW, ProblemCode.NOT_FINITE);
                        assertThat(problem.arguments().get(0)).isNotBlank();
                    });
            return List.of();
        }
    }

    private static void assertRightOrRefused(Scenario scenario) {
        assertRightOrRefused(scenario, TOLERANCE);
    }

    /** Every figure is right to the tolerance, of itself or of what it was added up from, or it is nothing beside the streams. */
    private static void assertRightOrRefused(Scenario scenario, double tolerance) {
        List<AlternativeResult> found = appraised(scenario);
        if (found.isEmpty()) {
            return;
        }
        Map<String, NaiveFigure> expected =
                NaiveAppraisal.appraise(scenario).get(0).figures();
        Map<String, Figure> figures = EngineResult.of(found.get(0)).figures();
        double all = presentValues(expected);
        double nothing = Math.min(NOTHING, TOLERANCE * all);
        expected.forEach((path, figure) -> {
            // Of benefits that are nothing no quality has a share.
            boolean isShareOfNothing = path.matches("quality\\..*\\.benefits")
                    && Math.abs(found.get(0).pvBenefits().value()) <= nothing;
            if (figure.isUnsure() || isShareOfNothing) {
                return;
            }
            Figure value = figures.get(path);
            if (figure.value() == null || value.value() == null) {
                assertThat(value.text()).as(path).isEqualTo(figure.text());
                return;
            }
            // Of what fades a late year is that small beside the first ones, whatever their size.
            double nothingInYear = Math.max(nothing, NOTHING * ofAllYears(path, all, expected));
            BigDecimal size = figure.value().abs().max(figure.size());
            BigDecimal off =
                    new BigDecimal(value.value()).subtract(figure.value()).abs();
            assertThat(off)
                    .as("%s is %s, expected %s", path, value, figure.value())
                    .isLessThanOrEqualTo(
                            size.multiply(new BigDecimal(tolerance)).add(new BigDecimal(nothingInYear)));
        });
    }

    /** What a figure of one year is a part of; 0 for other figures. */
    private static double ofAllYears(String path, double streams, Map<String, NaiveFigure> expected) {
        int perYear = path.indexOf("_per_year");
        if (perYear >= 0) {
            return expected.get(path.substring(0, perYear)).size().doubleValue();
        }
        return path.startsWith("years.") ? streams : 0;
    }

    /** The sizes of all streams' present values together. */
    private static double presentValues(Map<String, NaiveFigure> expected) {
        double sum = 0;
        for (Map.Entry<String, NaiveFigure> entry : expected.entrySet()) {
            if (entry.getKey().matches("streams\\..*\\.pv")) {
                sum += entry.getValue().size().doubleValue();
            }
        }
        return sum;
    }

    @Property(tries = 60)
    void amountsOfAnySizeAtAnyRate(
            @ForAll("amounts") double cost,
            @ForAll("amounts") double quantity,
            @ForAll("amounts") double value,
            @ForAll("rates") double rate,
            @ForAll @IntRange(min = 1, max = 200) int horizon) {
        // A rate next to -1 is known to half a unit in its last place only, which is that part of 1 + r, for every
        // year.
        double ofRate = horizon * Math.ulp(rate) / 2 / (1 + rate);
        assertRightOrRefused(
                CashFlows.empty(horizon, DiscountPolicy.flat(rate))
                        .stakeholder("home", s -> s.name("Home").sector("households"))
                        .intervention(
                                "measure",
                                i -> i.cost(
                                                "cost",
                                                c -> c.paidBy("society", 0.75)
                                                        .paidBy("home", 0.25)
                                                        .amount(cost))
                                        .effect(
                                                "gain",
                                                e -> e.quantity(quantity)
                                                        .value(value)
                                                        .accruesTo("home")))
                        .build(),
                TOLERANCE + 2 * ofRate);
    }

    /** A factor of a flow may become as small or large as it likes: a run that falls away, growth, a product of parameters. */
    @Property(tries = 60)
    void factorsOfAnySize(
            @ForAll("amounts") double cost,
            @ForAll("factors") double one,
            @ForAll("factors") double other,
            @ForAll("amounts") double value,
            @ForAll("fallingAway") double dropOff,
            @ForAll("rates") double growth,
            @ForAll("rates") double rate,
            @ForAll @IntRange(min = 1, max = 200) int horizon) {
        double ofRates = horizon
                * (Math.ulp(rate) / (1 + rate) + Math.ulp(growth) / (1 + growth) + Math.ulp(dropOff) / (1 - dropOff));
        assertRightOrRefused(
                CashFlows.empty(horizon, DiscountPolicy.flat(rate))
                        .stakeholder("home", s -> s.name("Home").sector("households"))
                        .parameter("one", p -> p.value(one))
                        .parameter("other", p -> p.value(other))
                        .intervention(
                                "measure",
                                i -> i.cost("cost", c -> c.paidBy("society").amount(cost + " * one / other"))
                                        .effect(
                                                "gain",
                                                e -> e.quantity("one * other")
                                                        .value(value)
                                                        .when(w -> w.dropOff(dropOff))
                                                        .growth(growth)
                                                        .accruesTo("home")))
                        .build(),
                TOLERANCE + ofRates);
    }

    /** The product of two may be as small or large as a number is, and beyond. */
    @Provide
    Arbitrary<Double> factors() {
        return Combinators.combine(
                        Arbitraries.doubles().between(1, 10),
                        Arbitraries.integers().between(-160, 160))
                .as((digits, exponent) -> digits * Math.pow(10, exponent));
    }

    @Provide
    Arbitrary<Double> fallingAway() {
        return Arbitraries.oneOf(Arbitraries.doubles().between(0, 0.99), Arbitraries.of(0.0, 0.5, 0.99, 0.999999));
    }

    @Property(tries = 30)
    void amountsOfOneSizeThatNearlyCancel(
            @ForAll("amounts") double size,
            @ForAll @Size(min = 2, max = 40) List<@DoubleRange(min = -1, max = 1) Double> parts,
            @ForAll @DoubleRange(min = -0.3, max = 0.5) double rate) {
        double[] flows = parts.stream().mapToDouble(part -> part * size).toArray();
        assertRightOrRefused(CashFlows.scenario(flows, DiscountPolicy.flat(rate), FlowTiming.MID));
    }

    /** 500 stakeholders, each of whom pays and gains, for 200 years. */
    @Test
    void manyStakeholdersForManyYears() {
        for (double amount : new double[] {1e-300, 1, 1e300}) {
            Scenario.Builder builder = CashFlows.empty(200, DiscountPolicy.flat(0.01));
            Intervention.Builder measure = Intervention.builder("measure");
            for (int k = 0; k < 499; k++) {
                String name = "Stakeholder " + k;
                builder.stakeholder("stakeholder_" + k, s -> s.name(name).sector("households"));
            }
            for (int k = 0; k < 499; k += 25) {
                int p = k;
                measure.cost("cost_" + p, c -> c.paidBy("stakeholder_" + p).amount("" + amount * (p + 1)));
                measure.effect(
                        "gain_" + p,
                        e -> e.quantity(1.1).value("" + amount * (p + 1)).accruesTo("stakeholder_" + (498 - p)));
            }
            Scenario scenario = builder.intervention(measure.build()).build();
            assertThat(appraised(scenario)).isNotEmpty();
            assertRightOrRefused(scenario);
        }
    }

    private static Scenario.Builder one(String cost, String quantity, String value) {
        return CashFlows.empty(2, DiscountPolicy.flat(0.03))
                .stakeholder("home", s -> s.name("Home").sector("households"))
                .intervention(
                        "m",
                        i -> i.cost("c", c -> c.paidBy("society").amount(cost))
                                .effect(
                                        "e",
                                        e -> e.quantity(quantity).value(value).accruesTo("home")));
    }

    private static List<String> refused(Scenario scenario) {
        List<String> names = new ArrayList<>();
        assertThatThrownBy(() -> Mkba.appraise(scenario))
                .isInstanceOfSatisfying(
                        InvalidScenarioException.class,
                        e -> e.problems()
                                .forEach(problem -> names.add(problem.code() + " " + problem.path() + " "
                                        + problem.arguments().get(0))));
        return names;
    }

    @Test
    void whatIsTooLargeIsRefusedByItsName() {
        assertThat(refused(one("1", "1e200", "1e200").build()))
                .containsExactly("OVERFLOW interventions.m.effects.e streams.m.e.pv");
        // 1.7e308 in two years each is too large together, though neither flow is.
        assertThat(refused(one("1", "1", "1.7e308").build()))
                .containsExactly("OVERFLOW interventions.m.effects.e streams.m.e.pv");
        // Both are finite, and a euro of nearly nothing yields more than can be said.
        assertThat(refused(one("1e-200", "1", "1e200").build())).containsExactly("OVERFLOW alternatives.all bcr");
        Problem problem = Problem.of(ProblemCode.OVERFLOW, "alternatives.all", "bcr", "all");
        assertThat(problem.message(Locale.ENGLISH))
                .isEqualTo("the figure `bcr` of `all` is too large to calculate: it is beyond 1e308");
    }

    /** Digits that are lost show in these figures; a formula, a rate and a share may lose them. */
    @Test
    void whatIsTooSmallIsRefusedByItsName() {
        assertThat(refused(one("1e-200 * 1e-200", "1", "1").build()))
                .containsExactly("UNDERFLOW alternatives.all pv_costs");
        assertThat(refused(one("1e-307 / 100", "1e-300", "1e-5").build()))
                .containsExactly("UNDERFLOW interventions.m.costs.c streams.m.c.pv");
        // 1e-360 times 1e300 is 1e-60.
        assertThat(refused(one("1", "1e-180 * 1e-180", "1e300").build()))
                .containsExactly("UNDERFLOW interventions.m.effects.e streams.m.e.pv");
        Problem problem = Problem.of(ProblemCode.UNDERFLOW, "alternatives.all", "pv_costs", "all");
        assertThat(problem.message(Locale.ENGLISH))
                .isEqualTo("the figure `pv_costs` of `all` is too small to calculate: below 2.3e-308 digits are lost");
    }

    /** 0.01, 10 and 1 / 0.1 to the power 160 are 1e-320, 1e160 and 1e160: their product is 1 in every year. */
    @Test
    void whatIsLostAndThenMultipliedIsRefused() {
        Scenario scenario = CashFlows.empty(200, DiscountPolicy.flat(-0.9))
                .intervention(
                        "m",
                        i -> i.effect(
                                "e",
                                e -> e.quantity(1)
                                        .value(1)
                                        .when(w -> w.dropOff("99%"))
                                        .growth("900%")
                                        .accruesTo("society")))
                .build();
        assertThat(refused(scenario)).containsExactly("UNDERFLOW interventions.m.effects.e streams.m.e.pv");
    }

    /** What becomes nothing beside other amounts is no fault: a fade, a far future, a chance that is hardly there, what cancels out. */
    @Test
    void whatIsNothingBesideTheRestIsNotRefused() {
        List<Scenario> scenarios = List.of(
                one("1e6", "exp(-800)", "100").build(),
                one("1e6", "exp(-690)", "1e-20").build(),
                one("1e6", "1 - pow(0.01, 200)", "100").build(),
                one("0.3", "1", "0.1 + 0.2").build(),
                one("1e-300", "1", "1e-299").build(),
                one("1e6", "0", "1e-300").build(),
                CashFlows.empty(200, DiscountPolicy.flat(1e6))
                        .intervention(
                                "m",
                                i -> i.cost("c", c -> c.paidBy("society").amount("1e6"))
                                        .effect(
                                                "e",
                                                e -> e.quantity(1)
                                                        .value(100)
                                                        .when(w -> w.dropOff("99.9%"))
                                                        .accruesTo("society")))
                        .build());
        for (Scenario scenario : scenarios) {
            assertThat(appraised(scenario)).isNotEmpty();
            assertRightOrRefused(scenario);
        }
    }

    /** Half of the draws of such a distribution are below 1e-6, and some of 4,000 below 1e-60: that is what it says. */
    @Test
    void drawsOfNextToNothingAreNotRefused() {
        Scenario scenario = one("100 * a", "b * b", "1000")
                .parameter("a", p -> p.distribution(Distribution.gamma(0.02, 50)))
                .parameter("b", p -> p.distribution(Distribution.beta(0.02, 0.02, 0.0, 1.0)))
                .simulation(new Simulation(4_000, 1, Simulation.Sampling.RANDOM))
                .build();
        SimulatedCase found = Mkba.simulate(
                        scenario, Selection.ALL, SimulationRequest.of(scenario.simulation()), Workers.callerOnly())
                .results()
                .get(0);
        assertThat(found.npv().isFinite()).isTrue();
    }

    /** A scenario that is compiled once is held to the same, for whatever values. */
    @Test
    void everyEvaluationOfAModelIsHeldToTheSame() {
        Scenario scenario = one("c", "exp(-d)", "v")
                .parameter("c", p -> p.value(1))
                .parameter("d", p -> p.value(1))
                .parameter("v", p -> p.value(1))
                .build();
        Model model = Mkba.compile(scenario);
        assertThat(model.appraise(Map.of("c", 1e6, "d", 900.0))
                        .results()
                        .get(0)
                        .pvBenefits()
                        .value())
                .isZero();
        assertThatThrownBy(() -> model.appraise(Map.of("c", 1e-307, "d", 5.0, "v", 1e-307)))
                .isInstanceOfSatisfying(
                        InvalidScenarioException.class,
                        e -> assertThat(e.problems()).extracting(Problem::code).containsExactly(ProblemCode.UNDERFLOW));
    }

    /** 0.9e308 twice: each present value is finite, and so is the net; the undiscounted sum is not. */
    @Test
    void anUndiscountedSumIsRefusedToo() {
        Scenario scenario = CashFlows.empty(3, DiscountPolicy.flat(10))
                .intervention(
                        "m",
                        i -> i.cost("c", c -> c.paidBy("society").amount("0.9e308"))
                                .effect("e", e -> e.quantity(1).value("0.9e308").accruesTo("society")))
                .build();
        assertThat(refused(scenario)).containsExactly("OVERFLOW alternatives.all streams.m.c.undiscounted");
    }

    /** Draws up to 2e307 · 1.5 for two years are finite, and so is everything that is said of them. */
    @Test
    void drawsNearTheLargestNumber() {
        Scenario scenario = one("b", "a", "b")
                .parameter("a", p -> p.value("1e307").distribution(Distribution.uniform(0, 2e307)))
                .parameter("b", p -> p.value(1).distribution(Distribution.uniform(0.5, 1.5)))
                .simulation(new Simulation(1_000, 3, Simulation.Sampling.LATIN_HYPERCUBE))
                .build();
        SimulatedCase found = Mkba.simulate(
                        scenario,
                        Selection.ALL,
                        SimulationRequest.of(scenario.simulation()).withPrecision(0.5),
                        Workers.callerOnly())
                .results()
                .get(0);
        assertThat(found.npv().isFinite()).isTrue();
        // 1e307 · 1 · (1 + 1/1.03), within four standard errors
        assertThat(found.npv().mean() / 1e307)
                .isBetween(
                        1.970873786 - 4 * found.npv().standardError().orElseThrow() / 1e307,
                        1.970873786 + 4 * found.npv().standardError().orElseThrow() / 1e307);
        assertThat(found.replication().orElseThrow().halfWidth()).isFinite();
        var sensitivity = Mkba.sensitivity(
                scenario, Selection.ALL, SensitivityRequest.of(scenario).withBaseSample(256), Workers.callerOnly());
        assertThat(sensitivity.valueOfInformation().get(0).evpi()).isFinite();
        assertThat(sensitivity.results().get(0).sobol().indices())
                .allSatisfy(index -> assertThat(index.total()).isBetween(0.0, 1.5));
    }

    /** In a draw a figure may be too large though it is not in the central case: the draw and its values are named. */
    @Test
    void aDrawThatIsTooLargeIsNamed() {
        Scenario scenario = one("1", "a", "1e300")
                .parameter("a", p -> p.value(1).distribution(Distribution.uniform(1, 1e9)))
                .build();
        assertThatThrownBy(() -> Mkba.simulate(
                        scenario, Selection.ALL, SimulationRequest.of(scenario.simulation()), Workers.callerOnly()))
                .isInstanceOfSatisfying(InvalidScenarioException.class, e -> {
                    assertThat(e.problems())
                            .extracting(Problem::code)
                            .containsExactly(ProblemCode.OVERFLOW, ProblemCode.REFUSED_DRAW);
                    assertThat(e.problems().get(0).arguments().get(0)).isEqualTo("streams.m.e.pv");
                });
    }

    /** Costs of next to nothing in some draws: the ratio there is too large, and nothing else is. */
    @Test
    void aRatioThatIsTooLargeInADrawIsNamed() {
        Scenario scenario = one("a * 1e-300", "1", "1e8")
                .parameter("a", p -> p.value(1).distribution(Distribution.uniform(0, 2)))
                .build();
        assertThatThrownBy(() -> Mkba.simulate(
                        scenario, Selection.ALL, SimulationRequest.of(scenario.simulation()), Workers.callerOnly()))
                .isInstanceOfSatisfying(
                        InvalidScenarioException.class,
                        e -> assertThat(e.problems().get(0).arguments().get(0)).isEqualTo("bcr"));
    }
}
