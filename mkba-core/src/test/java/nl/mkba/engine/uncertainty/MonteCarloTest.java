package nl.mkba.engine.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.DoubleStream;
import nl.mkba.Mkba;
import nl.mkba.distribution.Distribution;
import nl.mkba.engine.plan.Evaluator;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.scenario.Correlation;
import nl.mkba.scenario.Parameter;
import nl.mkba.scenario.Replacement;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import nl.mkba.scenario.Simulation;
import nl.mkba.scenario.Simulation.Sampling;
import nl.mkba.uncertainty.SimulationRequest;
import nl.mkba.uncertainty.SimulationResult;
import nl.mkba.uncertainty.Statistics;
import nl.mkba.uncertainty.Workers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MonteCarloTest {

    private static Parameter uncertain(String id, Distribution distribution) {
        return Parameter.builder(id)
                .value(distribution.mean())
                .distribution(distribution)
                .build();
    }

    /** A cost of 1000 in the first year against {@code people · gain} a year, fading. */
    private static Scenario.Builder programme() {
        return Scenario.builder("programme")
                .title("Programme")
                .baseYear(2026)
                .priceLevel(2026)
                .horizon(10)
                .discounting("rate")
                .stakeholder("city", s -> s.name("Gemeente").sector("public"))
                .stakeholder("household", s -> s.name("Huishouden").sector("households"))
                .parameter(uncertain("rate", Distribution.triangular(0.01, 0.02, 0.05)))
                .parameter(uncertain("people", Distribution.pert(5, 10, 20)))
                .parameter(uncertain("gain", Distribution.lognormal(20, 8)))
                .parameter(uncertain("fade", Distribution.beta(2, 10)))
                .intervention(
                        "coach",
                        i -> i.cost("staff", c -> c.paidBy("city").amount(1000).when(w -> w.in(0)))
                                .effect(
                                        "rest",
                                        e -> e.quantity("people")
                                                .value("gain")
                                                .accruesTo("household")
                                                .when(w -> w.delay(1).dropOff("fade"))));
    }

    private static SimulationResult simulate(Scenario scenario, int draws, Sampling sampling, Workers workers) {
        return MonteCarlo.run(
                scenario, Selection.ALL, SimulationRequest.of(new Simulation(draws, 42, sampling)), workers);
    }

    @ParameterizedTest
    @EnumSource(Sampling.class)
    void anyNumberOfThreadsGivesTheSameBits(Sampling sampling) {
        Scenario scenario =
                programme().correlation(new Correlation("people", "gain", -0.4)).build();
        SimulationResult alone = simulate(scenario, 5000, sampling, Workers.callerOnly());
        ExecutorService executor = Executors.newFixedThreadPool(8);
        try {
            for (int threads : new int[] {2, 8}) {
                SimulationResult together = simulate(scenario, 5000, sampling, Workers.on(executor, threads));
                assertThat(together.results()).isEqualTo(alone.results());
                assertThat(together.probabilityBest()).isEqualTo(alone.probabilityBest());
                assertThat(KeptDraws.of(together).column(0, Evaluator.NPV))
                        .containsExactly(KeptDraws.of(alone).column(0, Evaluator.NPV));
            }
        } finally {
            executor.shutdownNow();
        }
    }

    @ParameterizedTest
    @EnumSource(value = Sampling.class, names = "SOBOL", mode = EnumSource.Mode.EXCLUDE)
    void anUnusedUncertainParameterChangesNothingButAddsItself(Sampling sampling) {
        Scenario without = programme().build();
        Scenario with = programme()
                .parameter(uncertain("unused", Distribution.uniform(0, 1)))
                .build();
        SimulationResult.SimulatedCase before = simulate(without, 1000, sampling, Workers.callerOnly())
                .results()
                .get(0);
        SimulationResult.SimulatedCase after =
                simulate(with, 1000, sampling, Workers.callerOnly()).results().get(0);
        assertThat(after.npv()).isEqualTo(before.npv());
        assertThat(after.stakeholders()).isEqualTo(before.stakeholders());
        assertThat(after.rankCorrelations()).containsAllEntriesOf(before.rankCorrelations());
        assertThat(after.rankCorrelations()).containsKey("unused");
    }

    /**
     * The costs are 1000 in every draw, and what the city has left is −1000, of which all is cash. Three stakeholders have 0, net
     * and in cash, and so is the household's cash, since rest is no money. Beside these three columns there are benefits,
     * gains, the net present value with and without weights, and the household's net: 8 columns for 15 figures.
     */
    @Test
    void figuresThatAreTheSameNumberInEveryDrawShareAColumn() {
        Scenario.Builder withIdle = programme();
        for (String idle : List.of("first", "second", "third")) {
            withIdle.stakeholder(idle, s -> s.name(idle).sector("public"));
        }
        SimulationResult result = simulate(withIdle.build(), 500, Sampling.RANDOM, Workers.callerOnly());
        assertThat(keptColumns(result)).isEqualTo(8);

        SimulationResult without = simulate(programme().build(), 500, Sampling.RANDOM, Workers.callerOnly());
        SimulationResult.SimulatedCase all = result.results().get(0);
        assertThat(all.npv()).isEqualTo(without.results().get(0).npv());
        assertThat(all.stakeholders())
                .containsAllEntriesOf(without.results().get(0).stakeholders());
        for (String idle : List.of("first", "second", "third")) {
            Statistics net = all.stakeholders().get(idle).net();
            assertThat(new double[] {net.mean(), net.min(), net.p50(), net.max(), net.probabilityPositive()})
                    .containsOnly(0);
            assertThat(all.stakeholders().get(idle).cash()).isEqualTo(net);
        }
    }

    /**
     * In one year without discounting: the city pays 100 x and receives 10 x from the state, outside society; the household gains 30 y, half
     * of it cash, and weighs 2.
     */
    @Test
    void everyFigureIsThatOfItsName() {
        Scenario scenario = Scenario.builder("figures")
                .title("Figures")
                .baseYear(2026)
                .priceLevel(2026)
                .horizon(1)
                .discounting("0%")
                .stakeholder("city", s -> s.sector("public"))
                .stakeholder("household", s -> s.sector("households").weight(2))
                .stakeholder("state", s -> s.sector("public").counts(false))
                .parameter(uncertain("x", Distribution.uniform(1, 2)))
                .parameter(uncertain("y", Distribution.uniform(3, 9)))
                .intervention(
                        "m",
                        i -> i.cost("c", c -> c.paidBy("city").amount("100 * x"))
                                .effect(
                                        "e",
                                        e -> e.quantity("y")
                                                .value(30)
                                                .accruesTo("household")
                                                .cashable("50%"))
                                .transfer("t", t -> t.from("state").to("city").amount("10 * x")))
                .build();
        SimulationResult result = simulate(scenario, 400, Sampling.RANDOM, Workers.callerOnly());
        double[] xs = KeptDraws.of(result).values(0, 0);
        double[] ys = KeptDraws.of(result).values(0, 1);
        double x = DoubleStream.of(xs).average().orElseThrow();
        double y = DoubleStream.of(ys).average().orElseThrow();
        SimulationResult.SimulatedCase all = result.results().get(0);
        Map<String, Double> means = new LinkedHashMap<>();
        means.put("npv", all.npv().mean());
        means.put("weighted_npv", all.weightedNpv().mean());
        means.put("pv_costs", all.pvCosts().mean());
        means.put("pv_benefits", all.pvBenefits().mean());
        means.put("expected.npv", all.expected().npv());
        means.put("expected.bcr", all.expected().bcr().orElseThrow());
        means.put("expected.pv_costs", all.expected().pvCosts());
        means.put("expected.pv_benefits", all.expected().pvBenefits());
        all.stakeholders().forEach((id, stakeholder) -> {
            means.put(id + ".net", stakeholder.net().mean());
            means.put(id + ".cash", stakeholder.cash().mean());
        });
        Map<String, Double> byHand = new LinkedHashMap<>();
        byHand.put("npv", 30 * y - 90 * x);
        byHand.put("weighted_npv", 60 * y - 90 * x);
        byHand.put("pv_costs", 100 * x);
        byHand.put("pv_benefits", 30 * y);
        byHand.put("expected.npv", 30 * y - 90 * x);
        byHand.put("expected.bcr", (30 * y + 10 * x) / (100 * x));
        byHand.put("expected.pv_costs", 100 * x);
        byHand.put("expected.pv_benefits", 30 * y);
        byHand.put("city.net", -90 * x);
        byHand.put("city.cash", -90 * x);
        byHand.put("household.net", 30 * y);
        byHand.put("household.cash", 15 * y);
        byHand.put("state.net", -10 * x);
        byHand.put("state.cash", -10 * x);
        assertThat(means.keySet()).isEqualTo(byHand.keySet());
        means.forEach((name, mean) -> assertThat(mean).as(name).isCloseTo(byHand.get(name), within(1e-9)));
        Statistics costs = all.pvCosts();
        double[] sorted = DoubleStream.of(xs).map(each -> 100 * each).sorted().toArray();
        assertThat(costs.min()).isCloseTo(sorted[0], within(1e-9));
        assertThat(costs.max()).isCloseTo(sorted[399], within(1e-9));
        // Type 7 (Hyndman and Fan 1996): of 400 ordered draws p · 399 lie before the percentile.
        double[][] percentiles = {
            {costs.p5(), 19.95},
            {costs.p10(), 39.9},
            {costs.p25(), 99.75},
            {costs.p50(), 199.5},
            {costs.p75(), 299.25},
            {costs.p90(), 359.1},
            {costs.p95(), 379.05}
        };
        for (double[] percentile : percentiles) {
            int before = (int) percentile[1];
            double part = percentile[1] - before;
            assertThat(percentile[0])
                    .as("%s of 399", percentile[1])
                    .isCloseTo(sorted[before] + part * (sorted[before + 1] - sorted[before]), within(1e-9));
        }
    }

    private static int keptColumns(SimulationResult result) {
        KeptDraws draws = KeptDraws.of(result);
        Set<double[]> columns = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int figure = 0; figure < draws.figures(0); figure++) {
            columns.add(draws.column(0, figure));
        }
        return columns.size();
    }

    @Test
    void withoutSpreadEveryDrawIsTheCentralCaseBitForBit() {
        Scenario scenario = programme()
                .parameter(uncertain("rate", Distribution.discrete(List.of(0.0225), null)))
                .parameter(uncertain("people", Distribution.empirical(11.3)))
                .parameter(uncertain("gain", Distribution.discrete(List.of(19.9), List.of(3.0))))
                .parameter(uncertain("fade", Distribution.discrete(List.of(0.17), null)))
                .build();
        double central = Mkba.appraise(scenario).result("all").npv().value();
        SimulationResult result = simulate(scenario, 777, Sampling.LATIN_HYPERCUBE, Workers.callerOnly());
        Statistics npv = result.results().get(0).npv();
        assertThat(Arrays.stream(KeptDraws.of(result).column(0, Evaluator.NPV)).distinct())
                .containsExactly(central);
        assertThat(new double[] {npv.mean(), npv.min(), npv.p5(), npv.p50(), npv.p95(), npv.max()})
                .containsOnly(central);
        assertThat(result.results().get(0).rankCorrelations().values()).allMatch(rank -> rank.isEmpty());
    }

    /** NPV = gain − 1000 in the base year, gain normal with mean 1200 and sd 100: mean 200, sd 100, P(NPV > 0) = Φ(2). */
    @ParameterizedTest
    @EnumSource(Sampling.class)
    void momentsAreThoseOfTheory(Sampling sampling) {
        Scenario scenario = Scenario.builder("one")
                .title("One year")
                .baseYear(2026)
                .priceLevel(2026)
                .horizon(1)
                .discounting(0.03)
                .stakeholder("city", s -> s.name("Gemeente").sector("public"))
                .parameter(uncertain("gain", Distribution.normal(1200, 100)))
                .intervention(
                        "m",
                        i -> i.cost("c", c -> c.paidBy("city").amount(1000))
                                .effect("e", e -> e.quantity("gain").value(1).accruesTo("city")))
                .build();
        int draws = 40_000;
        Statistics npv = simulate(scenario, draws, sampling, Workers.callerOnly())
                .results()
                .get(0)
                .npv();
        assertThat(npv.mean()).isCloseTo(200, within(4 * 100 / Math.sqrt(draws)));
        assertThat(npv.sd().orElseThrow()).isCloseTo(100, within(4 * 100 / Math.sqrt(2.0 * draws)));
        double positive = 0.9772498680518208;
        assertThat(npv.probabilityPositive())
                .isCloseTo(positive, within(4 * Math.sqrt(positive * (1 - positive) / draws)));
    }

    /**
     * Three alternatives of the same programme: as it is, the same again, and one with twice the gain. The last is best or
     * doing nothing is; the equal ones share what is left when all are below or equal.
     */
    @Test
    void tiesForTheBestAreSplitEqually() {
        Scenario scenario = programme()
                .parameter("rate", "2%")
                .parameter("people", "10")
                .parameter("fade", "0")
                .parameter(uncertain("gain", Distribution.discrete(List.of(1.0, 100.0), List.of(1.0, 3.0))))
                .alternative("one", a -> a.interventions("coach"))
                .alternative("same", a -> a.interventions("coach"))
                .build();
        SimulationResult.ProbabilityBest best = simulate(scenario, 1000, Sampling.LATIN_HYPERCUBE, Workers.callerOnly())
                .probabilityBest()
                .get(0);
        // A gain of 1 is a loss in all: doing nothing is best in a quarter of the strata; the two share the rest.
        assertThat(best.reference()).isEqualTo(0.25);
        assertThat(best.alternatives()).containsEntry("one", 0.375).containsEntry("same", 0.375);
    }

    @Test
    void fractionsOutsideTheirRangeAreClampedAndCounted() {
        Scenario scenario = programme()
                .parameter(uncertain("fade", Distribution.discrete(List.of(-0.5, 0.1, 1.5), null)))
                .build();
        SimulationResult result = simulate(scenario, 300, Sampling.LATIN_HYPERCUBE, Workers.callerOnly());
        // A third of 300 strata below 0 and a third above 1.
        assertThat(result.clamped())
                .containsOnlyKeys("interventions.coach.effects.rest.when.drop_off")
                .containsValue(200);
        assertThat(result.warnings())
                .filteredOn(warning -> warning.code() == ProblemCode.FRACTION_CLAMPED)
                .extracting(Problem::path)
                .containsExactly("interventions.coach.effects.rest.when.drop_off");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void theLowestRefusedDrawIsNamedWithItsValues(int threads) {
        Scenario scenario = programme()
                .parameter(uncertain("rate", Distribution.discrete(List.of(0.02, -1.5), List.of(999.0, 1.0))))
                .build();
        double[] rates = new double[20_000];
        new IndependentUniforms(42, List.of("rate")).fill(0, 0, rates.length, rates);
        int lowest = 0;
        // Values are taken in ascending order, so the lowest thousandth of the chances is -1.5.
        while (rates[lowest] > 0.001) {
            lowest++;
        }
        String expected = String.valueOf(lowest);
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            assertThatThrownBy(() -> simulate(scenario, 20_000, Sampling.RANDOM, Workers.on(executor, threads)))
                    .isInstanceOfSatisfying(InvalidScenarioException.class, refused -> {
                        assertThat(refused.problems().get(0).code()).isEqualTo(ProblemCode.OUT_OF_RANGE);
                        assertThat(refused.problems().get(1).code()).isEqualTo(ProblemCode.REFUSED_DRAW);
                        assertThat(refused.problems().get(1).arguments().get(0)).isEqualTo(expected);
                        assertThat(refused.problems().get(1).arguments().get(2)).contains("rate = -1.5");
                    });
        } finally {
            executor.shutdownNow();
        }
    }

    /** Each of two alternatives refuses some draws of its own, and both are in the first block. */
    @Test
    void ofSeveralAlternativesTheLowestRefusedDrawIsNamed() {
        Scenario.Builder scenario = programme()
                .parameter(uncertain("rate", Distribution.discrete(List.of(0.02, -1.5), List.of(99.0, 1.0))))
                .alternative("certain", a -> a.interventions("coach").set("rate", "2%"))
                .alternative("seldom", a -> a.interventions("coach"))
                .alternative(
                        "often",
                        a -> a.interventions("coach")
                                .set(
                                        "rate",
                                        new Replacement.Value(
                                                null,
                                                Distribution.discrete(List.of(0.02, -1.5), List.of(50.0, 50.0)))));
        Selection both = Selection.ALL.alternatives("seldom", "often");
        Selection one = Selection.ALL.alternatives("often");
        List<List<String>> named = new ArrayList<>();
        for (Selection selection : List.of(both, one)) {
            assertThatThrownBy(() -> MonteCarlo.run(
                            scenario.build(),
                            selection,
                            SimulationRequest.of(new Simulation(1000, 42, Sampling.RANDOM)),
                            Workers.callerOnly()))
                    .isInstanceOfSatisfying(
                            InvalidScenarioException.class,
                            refused -> named.add(refused.problems().get(1).arguments()));
        }
        assertThat(named.get(0)).isEqualTo(named.get(1));
        assertThat(named.get(0).get(1)).isEqualTo("often");
    }

    @Test
    void moreParametersThanSobolPointsHaveDimensionsAreRefused() {
        Scenario.Builder scenario = programme();
        for (int p = 0; p < SobolPoints.MOST_DIMENSIONS; p++) {
            scenario.parameter(uncertain("p" + p, Distribution.uniform(0, 1)));
        }
        assertThatThrownBy(() -> simulate(scenario.build(), 10, Sampling.SOBOL, Workers.callerOnly()))
                .isInstanceOfSatisfying(
                        InvalidScenarioException.class,
                        refused -> assertThat(refused.problems())
                                .singleElement()
                                .satisfies(problem -> {
                                    assertThat(problem.code()).isEqualTo(ProblemCode.TOO_MANY_FOR_SOBOL);
                                    assertThat(problem.arguments()).containsExactly("1004", "1000");
                                }));
    }

    @Test
    void nothingSelectedGivesNothing() {
        SimulationRequest request = SimulationRequest.of(new Simulation(100, 1, Sampling.RANDOM));
        assertThat(MonteCarlo.run(programme().build(), Selection.ALL.inOutlooks(), request, Workers.callerOnly())
                        .results())
                .isEmpty();
    }

    @Test
    void aDrawRefusedInAReplicateIsNamedWithItsValues() {
        // one in 2,000: not among the first hundred draws, and sure to come in some replicate
        Scenario scenario = programme()
                .parameter(uncertain("rate", Distribution.discrete(List.of(0.02, -1.5), List.of(1999.0, 1.0))))
                .build();
        SimulationRequest request = SimulationRequest.of(new Simulation(100, 1, Sampling.RANDOM));
        assertThat(MonteCarlo.run(scenario, Selection.ALL, request, Workers.callerOnly())
                        .results())
                .hasSize(1);
        assertThatThrownBy(() ->
                        MonteCarlo.run(scenario, Selection.ALL, request.withPrecision(1e-6), Workers.callerOnly()))
                .isInstanceOfSatisfying(InvalidScenarioException.class, refused -> {
                    assertThat(refused.problems().get(1).code()).isEqualTo(ProblemCode.REFUSED_DRAW);
                    assertThat(refused.problems().get(1).arguments().get(2)).contains("rate = -1.5");
                });
    }

    @Test
    void aPrecisionThatIsNotReachedIsSaid() {
        SimulationRequest request = SimulationRequest.of(new Simulation(2, 42, Sampling.RANDOM));
        Scenario scenario = programme().build();
        assertThat(MonteCarlo.run(scenario, Selection.ALL, request.withPrecision(1e-6), Workers.callerOnly())
                        .warnings())
                .filteredOn(warning -> warning.code() == ProblemCode.PRECISION_NOT_REACHED)
                .singleElement()
                .satisfies(warning -> assertThat(warning.arguments()).containsExactly("all", "-", "1000"));
        assertThat(MonteCarlo.run(scenario, Selection.ALL, request.withPrecision(10), Workers.callerOnly())
                        .warnings())
                .extracting(Problem::code)
                .doesNotContain(ProblemCode.PRECISION_NOT_REACHED);
    }

    /** What is looked at together with an alternative changes nothing in it. */
    @ParameterizedTest
    @EnumSource(Sampling.class)
    void anAlternativeIsTheSameByItself(Sampling sampling) {
        Scenario scenario = programme()
                .correlation(new Correlation("people", "gain", 0.9))
                .alternative("free", a -> a.interventions("coach"))
                .alternative("fixed", a -> a.interventions("coach").set("people", 10))
                .build();
        SimulationRequest request = SimulationRequest.of(new Simulation(500, 42, sampling));
        SimulationResult.SimulatedCase together = MonteCarlo.run(scenario, Selection.ALL, request, Workers.callerOnly())
                .results()
                .get(1);
        SimulationResult.SimulatedCase alone = MonteCarlo.run(
                        scenario, Selection.ALL.alternatives("fixed"), request, Workers.callerOnly())
                .results()
                .get(0);
        assertThat(alone).isEqualTo(together);
    }

    @Test
    void aFactorMultipliesEveryDraw() {
        Scenario scenario = programme()
                .alternative("plain", a -> a.interventions("coach"))
                .alternative("double", a -> a.interventions("coach").set("gain", r -> r.times(2)))
                .build();
        SimulationResult result = simulate(scenario, 500, Sampling.RANDOM, Workers.callerOnly());
        double[] plain = KeptDraws.of(result).column(0, Evaluator.BENEFITS);
        double[] twice = KeptDraws.of(result).column(1, Evaluator.BENEFITS);
        for (int i = 0; i < plain.length; i++) {
            assertThat(twice[i]).isCloseTo(2 * plain[i], within(1e-9));
        }
    }

    @Test
    void halfTheEffectsIsHalfTheBenefitsInEveryDraw() {
        Scenario scenario = programme().build();
        SimulationRequest request = SimulationRequest.of(new Simulation(200, 1, Sampling.RANDOM));
        double[] whole = KeptDraws.of(MonteCarlo.run(scenario, Selection.ALL, request, Workers.callerOnly()))
                .column(0, Evaluator.BENEFITS);
        double[] half = KeptDraws.of(
                        MonteCarlo.run(scenario, Selection.ALL.effectsTimes(0.5), request, Workers.callerOnly()))
                .column(0, Evaluator.BENEFITS);
        for (int i = 0; i < whole.length; i++) {
            assertThat(half[i]).isCloseTo(whole[i] / 2, within(1e-9));
        }
    }

    @Test
    void replicatesAreAddedUntilTheMeanIsKnownWellEnough() {
        SimulationRequest request =
                SimulationRequest.of(new Simulation(200, 1, Sampling.RANDOM)).withPrecision(0.01);
        SimulationResult.SimulatedCase result = MonteCarlo.run(
                        programme().build(), Selection.ALL, request, Workers.callerOnly())
                .results()
                .get(0);
        SimulationResult.Replication replication = result.replication().orElseThrow();
        // The sd of a mean of 200 draws is sd/√200; 1.96 sd/√(200 R) ≤ 0.01 sd wants some 192 replicates.
        assertThat(replication.replicates()).isBetween(130, 280);
        assertThat(replication.halfWidth())
                .isLessThanOrEqualTo(0.01 * result.npv().sd().orElseThrow());
    }
}
