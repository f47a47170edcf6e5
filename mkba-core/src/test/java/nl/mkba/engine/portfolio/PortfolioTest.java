package nl.mkba.engine.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.mkba.distribution.Distribution;
import nl.mkba.engine.uncertainty.MonteCarlo;
import nl.mkba.expression.Expression;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.scenario.Replacement;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import nl.mkba.scenario.Simulation;
import nl.mkba.uncertainty.SimulationRequest;
import nl.mkba.uncertainty.SimulationResult;
import nl.mkba.uncertainty.Workers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PortfolioTest {

    private static final int NPV = 2;
    private static final int RATIO = 3;
    private static final int WEIGHTED = 4;

    /** A coach costs {@code cost} in the first year; each of {@code people} gains {@code gain} a year, so many years long. */
    private static Scenario.Builder programme() {
        return Scenario.builder("programme")
                .title("Programme")
                .baseYear(2026)
                .priceLevel(2026)
                .horizon(10)
                .discounting("0%")
                .stakeholder("city", s -> s.name("Gemeente").sector("public"))
                .stakeholder("household", s -> s.name("Huishouden").sector("households"))
                .parameter("cost", 1000)
                .parameter("people", 5)
                .parameter("gain", p -> p.value(30).distribution(Distribution.triangular(10, 30, 60)))
                .parameter("share", p -> p.value("50%").distribution(Distribution.uniform(0.2, 0.8)))
                .parameter("years", 4)
                .intervention(
                        "coach",
                        i -> i.cost(
                                        "staff",
                                        c -> c.paidBy("city").amount("cost").when(w -> w.in(0)))
                                .effect(
                                        "rest",
                                        e -> e.quantity("people * share")
                                                .value("gain")
                                                .accruesTo("household")
                                                .when(w -> w.years("years"))));
    }

    private static Portfolio portfolio(Scenario scenario, String... columns) {
        return Portfolio.of(scenario, Selection.ALL, List.of(columns), null);
    }

    private static RowEvaluator evaluated(Portfolio portfolio, double[]... rows) {
        RowEvaluator evaluator = portfolio.evaluator();
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < rows[row].length; column++) {
                evaluator.column(column)[row] = rows[row][column];
            }
        }
        evaluator.evaluate(rows.length);
        return evaluator;
    }

    /** Without discounting: people · 50 % · 30 · years − cost. */
    @Test
    void aRowReplacesTheValuesOfTheScenario() {
        Portfolio portfolio = portfolio(programme().build(), "people", "cost");
        RowEvaluator rows = evaluated(portfolio, new double[] {10, 400}, new double[] {100, 0});
        assertThat(portfolio.figures())
                .containsExactly("pv_costs", "pv_benefits", "npv", "bcr", "weighted_npv", "net_city", "net_household");
        assertThat(rows.figure(0, NPV, 0)).isEqualTo(10 * 0.5 * 30 * 4 - 400);
        assertThat(rows.figure(0, RATIO, 0)).isEqualTo(600.0 / 400);
        assertThat(rows.isAbsent(0, RATIO, 0)).isFalse();
        assertThat(rows.figure(0, 5, 0)).isEqualTo(-400);
        assertThat(rows.figure(0, NPV, 1)).isEqualTo(6000);
        assertThat(rows.isAbsent(0, RATIO, 1)).isTrue();
    }

    /** One cost is u, two others −0.7 u and −0.3 u: 0 but for rounding in the central case, in every draw, and in a row. */
    @Test
    void costsThatCancelOutGiveNoRatio() {
        Scenario scenario = programme()
                .parameter("u", p -> p.value(1500).distribution(Distribution.uniform(1000, 2000)))
                .intervention(
                        "coach",
                        i -> i.cost("a", c -> c.paidBy("city").amount("u"))
                                .cost("b", c -> c.paidBy("city").amount("0 - 0.7 * u"))
                                .cost("c", c -> c.paidBy("city").amount("0 - 0.3 * u"))
                                .effect(
                                        "rest",
                                        e -> e.quantity("people").value(10).accruesTo("household")))
                .build();
        RowEvaluator rows =
                evaluated(portfolio(scenario, "u", "people"), new double[] {1234.5, 5}, new double[] {0.07, 0});
        assertThat(rows.isAbsent(0, RATIO, 0)).isTrue();
        assertThat(rows.isAbsent(0, RATIO, 1)).isTrue();
        assertThat(rows.figure(0, NPV, 0)).isCloseTo(500, within(1e-9));
        SimulationResult result = MonteCarlo.run(
                scenario,
                Selection.ALL,
                SimulationRequest.of(new Simulation(500, 1, Simulation.Sampling.RANDOM)),
                Workers.callerOnly());
        assertThat(result.results().get(0).expected().bcr()).isEmpty();
        assertThat(result.results().get(0).bcr().absent()).isEqualTo(500);
    }

    @Test
    void columnsThatShapeYearsAreCompiledAnew() {
        Portfolio portfolio = portfolio(programme().build(), "people", "years");
        assertThat(portfolio.shaping()).containsExactly(1);
        RowEvaluator rows = evaluated(
                portfolio,
                new double[] {10, 2},
                new double[] {10, 3},
                new double[] {20, 2},
                new double[] {20, 0},
                new double[] {20, 2.5});
        assertThat(rows.figure(0, NPV, 0)).isEqualTo(300 - 1000);
        assertThat(rows.figure(0, NPV, 1)).isEqualTo(450 - 1000);
        assertThat(rows.figure(0, NPV, 2)).isEqualTo(600 - 1000);
        assertThat(rows.problems(2)).isEmpty();
        assertThat(rows.problems(3)).extracting(Problem::code).containsExactly(ProblemCode.OUT_OF_RANGE);
        assertThat(rows.problems(4)).extracting(Problem::code).containsExactly(ProblemCode.NOT_WHOLE);
    }

    /** The row comes first, then the alternative, then the outlook, then the selection. */
    @Test
    void alternativesOutlooksAndTheSelectionComeAfterTheRow() {
        Scenario scenario = programme()
                .alternative("plain", a -> a.interventions("coach"))
                .alternative("cheap", a -> a.interventions("coach").set("cost", 100))
                .outlook("busy", o -> o.set("people", r -> r.times(2)))
                .build();
        Selection selection =
                new Selection(List.of(), List.of("busy"), true, Map.of("share", Replacement.by("100%")), null);
        Portfolio portfolio = Portfolio.of(scenario, selection, List.of("people", "cost", "share"), null);
        RowEvaluator rows = evaluated(portfolio, new double[] {10, 400, 0.1});
        assertThat(portfolio.cases()).isEqualTo(4);
        assertThat(portfolio.alternative(1)).isEqualTo("plain");
        assertThat(portfolio.outlook(1)).contains("busy");
        assertThat(rows.figure(0, NPV, 0)).isEqualTo(10 * 30 * 4 - 400);
        assertThat(rows.figure(1, NPV, 0)).isEqualTo(20 * 30 * 4 - 400);
        assertThat(rows.figure(2, NPV, 0)).isEqualTo(10 * 30 * 4 - 100);
        assertThat(rows.figure(3, NPV, 0)).isEqualTo(20 * 30 * 4 - 100);
    }

    @Test
    void aRowThatAScenarioCouldNotHaveIsRefusedAndNoOther() {
        RowEvaluator rows = evaluated(
                portfolio(programme().parameter("lost", "1 / people").build(), "people", "share"),
                new double[] {10, 0.5},
                new double[] {0, 0.5},
                new double[] {10, 1.5});
        assertThat(rows.problems(0)).isEmpty();
        assertThat(rows.problems(1)).extracting(Problem::code).containsExactly(ProblemCode.NOT_FINITE);
        assertThat(rows.problems(2)).isEmpty();
    }

    /** All amounts, or the costs alone, may lack digits; an effect of next to nothing beside costs is no fault. */
    @Test
    void aRowOfWhichTheAmountsMayLackDigitsIsRefusedAndNoOther() {
        Scenario scenario = Scenario.builder("s")
                .title("S")
                .baseYear(2026)
                .horizon(1)
                .discounting("0%")
                .stakeholder("city", s -> s.name("City"))
                .parameter("cost", 1)
                .parameter("distance", 1)
                .intervention(
                        "i",
                        i -> i.cost("c", c -> c.paidBy("city").amount("cost"))
                                .effect(
                                        "e",
                                        e -> e.quantity("exp(-distance)")
                                                .value(1)
                                                .accruesTo("city")))
                .build();
        RowEvaluator rows = evaluated(
                portfolio(scenario, "cost", "distance"),
                new double[] {1e6, 900},
                new double[] {1e6, 700},
                new double[] {1e-291, 1},
                new double[] {-1e-300, 690},
                new double[] {0, 690},
                new double[] {0, 900});
        assertThat(rows.problems(0)).isEmpty();
        assertThat(rows.problems(1)).isEmpty();
        assertThat(rows.problems(2)).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.UNDERFLOW);
            assertThat(problem.arguments()).containsExactly("pv_costs", "all");
        });
        assertThat(rows.problems(3)).extracting(Problem::code).containsExactly(ProblemCode.UNDERFLOW);
        assertThat(rows.problems(4))
                .singleElement()
                .satisfies(problem -> assertThat(problem.arguments()).containsExactly("npv", "all"));
        assertThat(rows.problems(5)).isEmpty();
    }

    @Test
    void aFractionOutsideItsBoundsIsRefusedInTheCentralCase() {
        Scenario scenario = Scenario.builder("s")
                .title("S")
                .baseYear(2026)
                .priceLevel(2026)
                .horizon(2)
                .discounting("0%")
                .stakeholder("city", s -> s.name("Gemeente").sector("public"))
                .parameter("fade", "10%")
                .intervention(
                        "coach",
                        i -> i.cost("staff", c -> c.paidBy("city").amount(100).when(w -> w.dropOff("fade"))))
                .build();
        RowEvaluator rows = evaluated(portfolio(scenario, "fade"), new double[] {0.5}, new double[] {1.5});
        assertThat(rows.figure(0, NPV, 0)).isEqualTo(-100 - 50);
        assertThat(rows.problems(1)).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.OUT_OF_RANGE);
            assertThat(problem.path()).isEqualTo("interventions.coach.costs.staff.when.drop_off");
        });
    }

    @Test
    void aColumnThatIsNoParameterIsRefused() {
        assertThatThrownBy(() -> portfolio(programme().build(), "poeple"))
                .isInstanceOf(InvalidScenarioException.class)
                .hasMessageContaining("poeple")
                .hasMessageContaining("people");
    }

    @ParameterizedTest
    @EnumSource(Simulation.Sampling.class)
    void theDrawsOfARowAreThoseOfASimulationWithItsValues(Simulation.Sampling sampling) {
        Scenario scenario = programme().build();
        Simulation settings = new Simulation(700, 42, sampling);
        Portfolio portfolio = Portfolio.of(scenario, Selection.ALL, List.of("people", "gain"), settings);
        double[][] values = new double[20][];
        for (int row = 0; row < values.length; row++) {
            values[row] = new double[] {10 + row, 20 + row / 8.0};
        }
        RowEvaluator rows = portfolio.evaluator();
        int most = rows.most();
        assertThat(most).isLessThan(values.length);
        for (int from = 0; from < values.length; from += most) {
            int n = Math.min(most, values.length - from);
            for (int row = 0; row < n; row++) {
                rows.column(0)[row] = values[from + row][0];
                rows.column(1)[row] = values[from + row][1];
            }
            rows.evaluate(n);
            for (int row = 0; row < n; row++) {
                agree(rows, row, simulated(scenario, settings, values[from + row]));
            }
        }
    }

    private static SimulationResult.SimulatedCase simulated(Scenario scenario, Simulation settings, double[] row) {
        Selection selection = Selection.ALL
                .with("people", new Replacement.Value(Expression.of(row[0]), null))
                .with("gain", new Replacement.Value(Expression.of(row[1]), null));
        return MonteCarlo.run(scenario, selection, SimulationRequest.of(settings), Workers.callerOnly())
                .results()
                .get(0);
    }

    private static void agree(RowEvaluator rows, int row, SimulationResult.SimulatedCase result) {
        assertThat(rows.figure(0, 7, row)).isEqualTo(result.npv().mean());
        assertThat(rows.figure(0, 8, row)).isEqualTo(result.npv().p5());
        assertThat(rows.figure(0, 9, row)).isEqualTo(result.npv().p50());
        assertThat(rows.figure(0, 10, row)).isEqualTo(result.npv().p95());
        assertThat(rows.figure(0, 11, row)).isEqualTo(result.npv().probabilityPositive());
    }

    @Test
    void aRefusedDrawNamesTheDrawAndItsValues() {
        Scenario scenario = programme()
                .parameter("root", "sqrt(gain - limit)")
                .parameter("limit", 0)
                .build();
        Portfolio portfolio = Portfolio.of(
                scenario, Selection.ALL, List.of("limit"), new Simulation(500, 1, Simulation.Sampling.LATIN_HYPERCUBE));
        RowEvaluator rows = evaluated(portfolio, new double[] {5}, new double[] {20});
        assertThat(rows.problems(0)).isEmpty();
        assertThat(rows.problems(1))
                .extracting(Problem::code)
                .containsExactly(ProblemCode.NOT_FINITE, ProblemCode.REFUSED_DRAW);
        assertThat(rows.problems(1).get(1).toString()).contains("gain = ").doesNotContain("limit =");
    }

    @Test
    void aPortfolioSentElsewhereGivesTheSameBits() throws IOException, ClassNotFoundException {
        Portfolio portfolio = Portfolio.of(
                programme().build(),
                Selection.ALL,
                List.of("people", "years"),
                new Simulation(300, 7, Simulation.Sampling.RANDOM));
        portfolio.prepare(List.of(new double[] {0, 3}, new double[] {1, 6}));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(portfolio);
        }
        Portfolio sent;
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            sent = (Portfolio) in.readObject();
        }
        double[][] values = {{10, 3}, {12, 6}};
        RowEvaluator here = evaluated(portfolio, values);
        RowEvaluator there = evaluated(sent, values);
        for (int row = 0; row < values.length; row++) {
            for (int figure = 0; figure < portfolio.figures().size(); figure++) {
                assertThat(there.figure(0, figure, row)).isEqualTo(here.figure(0, figure, row));
            }
        }
        assertThatThrownBy(() -> evaluated(sent, new double[] {10, 4})).hasMessageContaining("not prepared");
    }

    /** In a draw x: 2 x units in each of two years, 4 x together; costs of 7 x in 2026, and twice that in 2027. */
    @Test
    void aDrawKeepsUnitsAndTheCostsOfEachYear() {
        Scenario scenario = Scenario.builder("kept")
                .title("Kept")
                .baseYear(2026)
                .priceLevel(2026)
                .horizon(2)
                .discounting("3%")
                .stakeholder("city", s -> s.sector("public"))
                .parameter("k", 1)
                .parameter("x", p -> p.distribution(Distribution.uniform(1, 2)))
                .intervention(
                        "m",
                        i -> i.cost("c", c -> c.paidBy("city").amount("k * x").growth("100%"))
                                .effect("e", e -> e.quantity("2 * x").value(50).accruesTo("city")))
                .build();
        Portfolio portfolio = Portfolio.of(
                scenario,
                Selection.ALL,
                List.of("k"),
                new Simulation(100, 1, Simulation.Sampling.RANDOM),
                false,
                new ChoiceFigures(new Objective.Units("m.e"), Optional.empty(), List.of(2026, 2027), false));
        RowEvaluator rows = portfolio.evaluatorKeepingDraws();
        rows.column(0)[0] = 7;
        rows.evaluate(1);
        for (int draw = 0; draw < 100; draw++) {
            double x = rows.drawnValues(0, 0)[draw] / 4;
            assertThat(x).isBetween(1.0, 2.0);
            assertThat(rows.drawnCosts(0, 0, 0)[draw]).isCloseTo(7 * x, within(1e-12));
            assertThat(rows.drawnCosts(0, 1, 0)[draw]).isCloseTo(14 * x, within(1e-12));
        }
    }
}
