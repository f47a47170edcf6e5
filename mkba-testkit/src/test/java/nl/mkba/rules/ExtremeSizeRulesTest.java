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
import nl.mkba.appraisal.AlternativeResult;
import nl.mkba.discounting.DiscountPolicy;
import nl.mkba.distribution.Uniform;
import nl.mkba.golden.CashFlows;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.problem.Severity;
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

    /** Numbers below this have lost digits: they are nothing beside any amount that was written. */
    private static final double LEAST = 1e-305;

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
                    .filteredOn(problem -> problem.severity() == Severity.ERROR)
                    .isNotEmpty()
                    .allSatisfy(problem -> {
                        assertThat(problem.code()).isEqualTo(ProblemCode.OVERFLOW);
                        assertThat(problem.arguments().get(0)).isNotBlank();
                    });
            return List.of();
        }
    }

    private static void assertRightOrRefused(Scenario scenario) {
        assertRightOrRefused(scenario, TOLERANCE, LEAST);
    }

    /** @param least below this a figure has lost digits */
    private static void assertRightOrRefused(Scenario scenario, double tolerance, double least) {
        List<AlternativeResult> found = appraised(scenario);
        if (found.isEmpty()) {
            return;
        }
        Map<String, NaiveFigure> expected =
                NaiveAppraisal.appraise(scenario).get(0).figures();
        Map<String, Figure> figures = EngineResult.of(found.get(0)).figures();
        expected.forEach((path, figure) -> {
            if (figure.isUnsure()) {
                return;
            }
            Figure value = figures.get(path);
            if (figure.value() == null || value.value() == null) {
                assertThat(value.text()).as(path).isEqualTo(figure.text());
                return;
            }
            boolean isOfBenefits = path.equals("bcr") || (path.startsWith("quality.") && path.endsWith(".benefits"));
            boolean isOfCosts = path.equals("bcr") || (path.startsWith("quality.") && path.endsWith(".costs"));
            if ((isOfBenefits && isNextToNothing(found.get(0).pvBenefits().value(), least))
                    || (isOfCosts && isNextToNothing(found.get(0).pvCosts().value(), least))) {
                return;
            }
            BigDecimal size = figure.value().abs().max(figure.size());
            BigDecimal off =
                    new BigDecimal(value.value()).subtract(figure.value()).abs();
            assertThat(off)
                    .as("%s is %s, expected %s", path, value, figure.value())
                    .isLessThanOrEqualTo(
                            size.multiply(new BigDecimal(tolerance)).add(new BigDecimal(least)));
        });
    }

    /** A rate below 0 makes the last year count for most: what a flow of 1e-310 has lost, it multiplies. */
    private static double least(double rate, int horizon) {
        return Math.min(Double.MAX_VALUE, LEAST * Math.max(1, Math.pow(1 + rate, -horizon)));
    }

    /** Whether the steps towards an amount may have lost the digits that a ratio of it needs. */
    private static boolean isNextToNothing(double amount, double least) {
        return Math.abs(amount) < 1e3 * least / TOLERANCE;
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
                TOLERANCE + 2 * ofRate,
                least(rate, horizon));
    }

    @Property(tries = 30)
    void amountsOfOneSizeThatNearlyCancel(
            @ForAll("amounts") double size,
            @ForAll @Size(min = 2, max = 40) List<@DoubleRange(min = -1, max = 1) Double> parts,
            @ForAll @DoubleRange(min = -0.3, max = 0.5) double rate) {
        double[] flows = parts.stream().mapToDouble(part -> part * size).toArray();
        assertRightOrRefused(
                CashFlows.scenario(flows, DiscountPolicy.flat(rate), FlowTiming.MID),
                TOLERANCE,
                least(rate, flows.length));
    }

    /** 500 parties, each of whom pays and gains, for 200 years. */
    @Test
    void manyPartiesForManyYears() {
        for (double amount : new double[] {1e-300, 1, 1e300}) {
            Scenario.Builder builder = CashFlows.empty(200, DiscountPolicy.flat(0.01));
            Intervention.Builder measure = Intervention.builder("measure");
            for (int k = 0; k < 499; k++) {
                String name = "Party " + k;
                builder.stakeholder("party_" + k, s -> s.name(name).sector("households"));
            }
            for (int k = 0; k < 499; k += 25) {
                int p = k;
                measure.cost("cost_" + p, c -> c.paidBy("party_" + p).amount("" + amount * (p + 1)));
                measure.effect(
                        "gain_" + p,
                        e -> e.quantity(1.1).value("" + amount * (p + 1)).accruesTo("party_" + (498 - p)));
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
                .parameter("a", p -> p.value("1e307").distribution(new Uniform(0, 2e307)))
                .parameter("b", p -> p.value(1).distribution(new Uniform(0.5, 1.5)))
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
                .parameter("a", p -> p.value(1).distribution(new Uniform(1, 1e9)))
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
                .parameter("a", p -> p.value(1).distribution(new Uniform(0, 2)))
                .build();
        assertThatThrownBy(() -> Mkba.simulate(
                        scenario, Selection.ALL, SimulationRequest.of(scenario.simulation()), Workers.callerOnly()))
                .isInstanceOfSatisfying(
                        InvalidScenarioException.class,
                        e -> assertThat(e.problems().get(0).arguments().get(0)).isEqualTo("bcr"));
    }
}
