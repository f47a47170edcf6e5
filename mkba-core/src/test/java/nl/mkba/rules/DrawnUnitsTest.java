package nl.mkba.rules;

import static nl.mkba.rules.Appraised.SOCIETY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import nl.mkba.Mkba;
import nl.mkba.discounting.DiscountPolicy;
import nl.mkba.distribution.Distribution;
import nl.mkba.engine.portfolio.ChoiceFigures;
import nl.mkba.engine.portfolio.Portfolio;
import nl.mkba.engine.portfolio.RowEvaluator;
import nl.mkba.golden.CashFlows;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import nl.mkba.scenario.Simulation;
import nl.mkba.uncertainty.SimulationRequest;
import nl.mkba.uncertainty.SimulationResult;
import nl.mkba.uncertainty.Statistics;
import nl.mkba.uncertainty.Workers;
import org.junit.jupiter.api.Test;

/** Units of effects in simulations and portfolios. */
class DrawnUnitsTest {

    private static final Simulation SETTINGS = new Simulation(2000, 1, Simulation.Sampling.LATIN_HYPERCUBE);

    /** Two measures; 0 to 10 jobs a year, 5 expected, for two years; and a loss of 3 nights. */
    private static Scenario scenario(String first, String second) {
        return CashFlows.empty(2, DiscountPolicy.flat(0.03))
                .parameter("jobs", p -> p.distribution(Distribution.uniform(0, 10)))
                .intervention(
                        first,
                        i -> i.effect("c", e -> e.quantity("jobs").value(100).accruesTo(SOCIETY)))
                .intervention(
                        second,
                        i -> i.effect("b_c", e -> e.quantity(-1.5).value(10).accruesTo(SOCIETY)))
                .alternative("one", a -> a.interventions(first))
                .alternative("both", a -> a.interventions(first, second))
                .build();
    }

    private static SimulationResult simulated(Selection selection) {
        return Mkba.simulate(
                scenario("work", "nights"),
                selection,
                SimulationRequest.of(SETTINGS).withUnits(),
                Workers.callerOnly());
    }

    /** Uniform on 0 … 20 over two years: 5 % of the draws below 1. Not asked for, they are not there. */
    @Test
    void theUnitsOfEveryEffectSpreadAsItsQuantity() {
        SimulationResult result = simulated(Selection.ALL);
        assertThat(result.results().get(0).units()).containsOnlyKeys("work.c");
        assertThat(result.results().get(1).units()).containsOnlyKeys("work.c", "nights.b_c");
        Statistics jobs = result.results().get(1).units().get("work.c");
        assertThat(jobs.mean()).isCloseTo(10, within(1e-2));
        assertThat(jobs.p5()).isCloseTo(1, within(2e-2));
        assertThat(result.results().get(1).units().get("nights.b_c").max()).isEqualTo(-3);
        assertThat(result.draws().columns()).contains("both/units_work_c", "both/units_nights_b_c");
        SimulationResult plain = Mkba.simulate(
                scenario("work", "nights"), Selection.ALL, SimulationRequest.of(SETTINGS), Workers.callerOnly());
        assertThat(plain.results().get(1).units()).isEmpty();
        assertThat(plain.results().get(1).npv())
                .isEqualTo(result.results().get(1).npv());
    }

    /** Up to 1.5e308 a year, for two years: beyond the largest number, 1.8e308, from 0.9e308 on. What they are worth is small. */
    @Test
    void unitsThatAreTooLargeInADrawAreRefusedByTheirName() {
        Scenario scenario = CashFlows.empty(2, DiscountPolicy.flat(0.03))
                .parameter("jobs", p -> p.distribution(Distribution.uniform(0, 1.5e308)))
                .intervention(
                        "work",
                        i -> i.effect("c", e -> e.quantity("jobs").value(1e-300).accruesTo(SOCIETY)))
                .build();
        assertThatThrownBy(() -> Mkba.simulate(
                        scenario, Selection.ALL, SimulationRequest.of(SETTINGS).withUnits(), Workers.callerOnly()))
                .isInstanceOfSatisfying(
                        InvalidScenarioException.class,
                        refused -> assertThat(refused.problems()).anySatisfy(problem -> {
                            assertThat(problem.code()).isEqualTo(ProblemCode.OVERFLOW);
                            assertThat(problem.arguments()).contains("streams.work.c.units");
                        }));
    }

    /** Half of every gain: half of its units; a loss stays whole. */
    @Test
    void theyAreMultipliedAsTheEffectsAre() {
        SimulationResult half = simulated(Selection.ALL.alternatives("both").effectsTimes(0.5));
        assertThat(half.results().get(0).units().get("work.c").mean()).isCloseTo(5, within(1e-2));
        assertThat(half.results().get(0).units().get("nights.b_c").mean()).isEqualTo(-3);
    }

    @Test
    void aPortfolioHasAColumnForEachEffectAndNoneWhereAnAlternativeLacksIt() {
        Portfolio portfolio = Portfolio.of(
                scenario("work", "nights"),
                Selection.ALL,
                List.of("jobs"),
                SETTINGS,
                true,
                ChoiceFigures.netPresentValue().paidBy("society"));
        List<String> figures = portfolio.figures();
        int jobs = figures.indexOf("units_work_c");
        int nights = figures.indexOf("units_nights_b_c");
        assertThat(figures.get(figures.size() - 1)).isEqualTo("costs_society");
        RowEvaluator rows = portfolio.evaluator();
        rows.column(0)[0] = 4;
        rows.evaluate(1);
        assertThat(rows.problems(0)).isEmpty();
        assertThat(rows.figure(0, jobs, 0)).isEqualTo(8);
        assertThat(rows.isAbsent(0, nights, 0)).isTrue();
        assertThat(rows.figure(1, nights, 0)).isEqualTo(-3);
        assertThat(rows.isAbsent(1, nights, 0)).isFalse();
        assertThat(rows.figure(1, figures.size() - 1, 0)).isZero();
    }

    @Test
    void twoEffectsWithTheSameColumnAreRefused() {
        assertThatThrownBy(() -> Portfolio.of(scenario("a_b", "a"), Selection.ALL, List.of("jobs"), null, true, null))
                .isInstanceOfSatisfying(
                        InvalidScenarioException.class,
                        refused -> assertThat(refused.problems())
                                .extracting(problem -> problem.code().id() + " " + problem.path())
                                .containsExactly("same_units_column interventions.a.effects.b_c"));
    }

    /** A column for the parameter {@code net_city} and one for what the city gains; in an output they could not be told apart. */
    @Test
    void aParameterWithTheColumnOfAFigureIsRefused() {
        Scenario scenario = scenario("work", "nights").toBuilder()
                .parameter("net_society", p -> p.distribution(Distribution.uniform(1, 2)))
                .parameter("npv", p -> p.distribution(Distribution.uniform(1, 2)))
                .parameter("units_work_c", p -> p.distribution(Distribution.uniform(1, 2)))
                .build();
        SimulationResult result = Mkba.simulate(
                scenario,
                Selection.ALL.alternatives("both"),
                SimulationRequest.of(SETTINGS).withUnits(),
                Workers.callerOnly());

        assertThatThrownBy(() -> result.draws().columns())
                .isInstanceOfSatisfying(
                        InvalidScenarioException.class,
                        refused -> assertThat(refused.problems())
                                .extracting(Problem::toString)
                                .containsExactly(
                                        "parameters.net_society: the parameter `net_society` and a figure of the results would both be"
                                                + " the column `both/net_society`. Give the parameter another id.",
                                        "parameters.npv: the parameter `npv` and a figure of the results would both be the column"
                                                + " `both/npv`. Give the parameter another id.",
                                        "parameters.units_work_c: the parameter `units_work_c` and a figure of the results would both"
                                                + " be the column `both/units_work_c`. Give the parameter another id."));
    }
}
