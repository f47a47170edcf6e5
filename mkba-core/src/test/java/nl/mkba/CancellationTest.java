package nl.mkba;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import nl.mkba.distribution.Distribution;
import nl.mkba.engine.portfolio.ChoiceFigures;
import nl.mkba.engine.portfolio.Portfolio;
import nl.mkba.engine.portfolio.RowEvaluator;
import nl.mkba.scenario.Correlation;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import nl.mkba.scenario.Simulation;
import nl.mkba.sensitivity.SensitivityRequest;
import nl.mkba.uncertainty.CancelledException;
import nl.mkba.uncertainty.SimulationRequest;
import nl.mkba.uncertainty.Workers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever is asked of the engine can be cancelled, at any of the moments at which it asks whether it is still wanted: all
 * work is done once to count these moments, and then cancelled at some of them.
 */
class CancellationTest {

    private static final Simulation DRAWS = new Simulation(2_000, 1, Simulation.Sampling.LATIN_HYPERCUBE);

    private static final Map<String, Consumer<Workers>> WORK = new LinkedHashMap<>();

    static {
        Scenario scenario = scenario(true);
        Scenario independent = scenario(false);
        SimulationRequest request = SimulationRequest.of(DRAWS);
        WORK.put("simulate", workers -> Mkba.simulate(scenario, Selection.ALL, request, workers));
        WORK.put("precision", workers -> Mkba.simulate(scenario, Selection.ALL, request.withPrecision(0.5), workers));
        WORK.put(
                "sensitivity",
                workers -> Mkba.sensitivity(
                        scenario,
                        Selection.ALL,
                        SensitivityRequest.of(scenario).withSimulation(DRAWS).withBaseSample(256),
                        workers));
        WORK.put(
                "sobol",
                workers -> Mkba.sensitivity(
                        independent,
                        Selection.ALL,
                        new SensitivityRequest(Set.of(SensitivityRequest.Analysis.SOBOL), DRAWS, 1024, 10),
                        workers));
        WORK.put("coalition", workers -> Mkba.coalition(scenario, Selection.ALL, DRAWS, workers));
        WORK.put("shapley", workers -> Mkba.shapley(scenario, Selection.ALL, DRAWS, workers));
        WORK.put("rows", workers -> {
            RowEvaluator rows = Portfolio.of(
                            scenario, Selection.ALL, List.of("people"), DRAWS, false, ChoiceFigures.netPresentValue())
                    .evaluator(true, workers);
            rows.column(0)[0] = 10;
            rows.column(0)[1] = 20;
            rows.evaluate(2);
            assertThat(rows.problems(0)).isEmpty();
        });
    }

    private static Scenario scenario(boolean correlated) {
        Scenario.Builder builder = Scenario.builder("two")
                .title("Two measures")
                .baseYear(2026)
                .priceLevel(2026)
                .horizon(5)
                .discounting(0.03)
                .stakeholder("city", s -> s.name("City").sector("public"))
                .stakeholder("home", s -> s.name("Home").sector("households"))
                .parameter("people", 10)
                .parameter("gain", p -> p.value(5).distribution(Distribution.normal(5, 3)))
                .parameter("years", p -> p.value(2).distribution(Distribution.uniform(1, 3)))
                .parameter("kind", p -> p.value(1).distribution(Distribution.discrete(List.of(0.5, 1.5), null)));
        if (correlated) {
            builder.correlation(new Correlation("gain", "years", 0.5));
        }
        for (String id : List.of("coach", "green", "sport")) {
            builder.intervention(
                    id,
                    i -> i.cost("staff", c -> c.paidBy("city").amount(40))
                            .effect(
                                    "gain",
                                    e -> e.quantity("people * kind")
                                            .value("gain / years")
                                            .accruesTo("home")));
        }
        return builder.build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"simulate", "precision", "sensitivity", "sobol", "coalition", "shapley", "rows"})
    void workEndsAtWhateverMomentItIsCancelled(String name) {
        Consumer<Workers> work = WORK.get(name);
        AtomicInteger asked = new AtomicInteger();
        work.accept(Workers.callerOnly().cancelledWhen(() -> asked.incrementAndGet() < 0));
        int moments = asked.get();
        assertThat(moments).isGreaterThan(15);
        for (int moment = 1; moment <= moments; moment += Math.max(1, moments / 40)) {
            AtomicInteger now = new AtomicInteger();
            int last = moment;
            assertThatThrownBy(
                            () -> work.accept(Workers.callerOnly().cancelledWhen(() -> now.incrementAndGet() >= last)))
                    .as("%s at moment %d of %d", name, moment, moments)
                    .isInstanceOf(CancelledException.class);
            // What was no longer wanted was not gone on with.
            assertThat(now.get()).isLessThanOrEqualTo(last + 2);
        }
    }

    /**
     * With a million draws no stretch of work goes on for long without asking whether it is still wanted: measured in the time of the
     * processor, which does not depend on how busy the machine is, and in the second of two runs, since the first one compiles.
     */
    @ParameterizedTest
    @ValueSource(strings = {"simulate", "sensitivity"})
    void noStretchOfWorkGoesOnForLongWithoutAsking(String name) {
        Simulation million = new Simulation(1_000_000, 1, Simulation.Sampling.LATIN_HYPERCUBE);
        Scenario scenario = scenario(true);
        Consumer<Workers> work = name.equals("simulate")
                ? workers -> Mkba.simulate(scenario, Selection.ALL, SimulationRequest.of(million), workers)
                : workers -> Mkba.sensitivity(
                        scenario,
                        Selection.ALL,
                        SensitivityRequest.of(scenario).withSimulation(million).withBaseSample(256),
                        workers);
        longestStretch(work);
        assertThat(longestStretch(work)).isLessThan(60_000_000);
    }

    /** A thousand parameters, each correlated with the next: their matrix is taken apart step by step, and can be left at each. */
    @Test
    void amongAThousandCorrelatedParametersNoStretchOfWorkIsLong() {
        Scenario.Builder builder = Scenario.builder("many")
                .title("Many")
                .baseYear(2026)
                .horizon(1)
                .discounting(0)
                .stakeholder("city", s -> s.name("City"));
        StringBuilder sum = new StringBuilder("0");
        for (int k = 0; k < 1_000; k++) {
            builder.parameter("p" + k, p -> p.value(1).distribution(Distribution.normal(1, 0.1)));
            sum.append(k < 300 ? " + p" + k : "");
            if (k > 0) {
                builder.correlation(new Correlation("p" + (k - 1), "p" + k, 0.3));
            }
        }
        Scenario scenario = builder.intervention(
                        "i", i -> i.cost("c", c -> c.paidBy("city").amount(sum.toString())))
                .build();
        SimulationRequest few = SimulationRequest.of(new Simulation(100, 1, Simulation.Sampling.LATIN_HYPERCUBE));
        Consumer<Workers> work = workers -> Mkba.simulate(scenario, Selection.ALL, few, workers);
        assertThat(longestStretch(work)).isLessThan(200_000_000);
        // Half-way, by another thread.
        Thread caller = Thread.currentThread();
        AtomicInteger asked = new AtomicInteger();
        assertThatThrownBy(() -> work.accept(Workers.callerOnly().cancelledWhen(() -> {
                    if (asked.incrementAndGet() == 1_500) {
                        caller.interrupt();
                    }
                    return false;
                })))
                .isInstanceOf(CancelledException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(asked).hasValueLessThan(1_510);
    }

    /** In nanoseconds of the processor. */
    private static long longestStretch(Consumer<Workers> work) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long[] last = {threads.getCurrentThreadCpuTime()};
        long[] longest = {0};
        BooleanSupplier asked = () -> {
            long now = threads.getCurrentThreadCpuTime();
            longest[0] = Math.max(longest[0], now - last[0]);
            last[0] = now;
            return false;
        };
        work.accept(Workers.callerOnly().cancelledWhen(asked));
        asked.getAsBoolean();
        return longest[0];
    }

    /** By the thread that called, from within the work: from its first sign of progress on. */
    @Test
    void interruptingASimulationEndsIt() {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Thread caller = Thread.currentThread();
            for (String name : List.of("simulate", "precision", "sensitivity", "coalition", "shapley")) {
                assertThatThrownBy(() -> WORK.get(name)
                                .accept(Workers.on(threads, 2).watchedBy((done, of) -> caller.interrupt())))
                        .as(name)
                        .isInstanceOf(CancelledException.class);
                assertThat(Thread.interrupted()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** Rows of a table are evaluated by threads of the caller's own: interrupting one ends its row. */
    @Test
    void interruptingARowEndsIt() {
        RowEvaluator rows = Portfolio.of(scenario(true), Selection.ALL, List.of("people"), DRAWS)
                .evaluator();
        rows.column(0)[0] = 10;
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> rows.evaluate(1)).isInstanceOf(CancelledException.class);
        assertThat(Thread.interrupted()).isTrue();
        rows.evaluate(1);
        assertThat(rows.problems(0)).isEmpty();
    }

    /** What is not cancelled comes to the same with a condition as without. */
    @Test
    void aConditionThatNeverHoldsChangesNothing() {
        SimulationRequest request = new SimulationRequest(DRAWS, true, OptionalDouble.empty(), false);
        Scenario scenario = scenario(true);
        assertThat(Mkba.simulate(
                                scenario,
                                Selection.ALL,
                                request,
                                Workers.callerOnly().cancelledWhen(() -> false))
                        .results())
                .isEqualTo(Mkba.simulate(scenario, Selection.ALL, request, Workers.callerOnly())
                        .results());
    }
}
