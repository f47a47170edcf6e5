package nl.mkba.benchmarks;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;
import nl.mkba.engine.uncertainty.MonteCarlo;
import nl.mkba.engine.uncertainty.Stages;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import nl.mkba.scenario.Simulation;
import nl.mkba.uncertainty.SimulationRequest;
import nl.mkba.uncertainty.SimulationResult;
import nl.mkba.uncertainty.Statistics;
import nl.mkba.uncertainty.Workers;

/**
 * This engine's side of {@code benchmarks/compare}: does a workload a few times to warm up and then a few times by the
 * clock, and prints one line of JSON. Arguments: a workload (W, W2, W3, stages), the draws, {@code ranks} or {@code
 * no-ranks}, the threads, the warm-ups, the repetitions.
 */
public final class SideBySide {

    private static final double NANO = 1e-9;

    private SideBySide() {}

    /** Runs it. */
    public static void main(String[] args) {
        String name = args[0];
        int draws = Integer.parseInt(args[1]);
        boolean ranks = args[2].equals("ranks");
        int threads = Integer.parseInt(args[3]);
        int warmUps = Integer.parseInt(args[4]);
        int repetitions = Integer.parseInt(args[5]);
        Workload workload = new Workload();
        switch (name) {
            case "W" -> simulate(workload.uncertain(), draws, ranks, threads, warmUps, repetitions);
            case "W2" -> simulate(workload.uncertainWithFixedTiming(), draws, ranks, threads, warmUps, repetitions);
            case "W3" -> evaluate(threads, warmUps, repetitions);
            case "stages" -> stages(workload.uncertain(), draws, warmUps, repetitions);
            default -> throw new IllegalArgumentException(name);
        }
    }

    private static void simulate(
            Scenario scenario, int draws, boolean ranks, int threads, int warmUps, int repetitions) {
        LiveHeap live = new LiveHeap();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            Workers workers = threads == 1 ? Workers.callerOnly() : Workers.on(pool, threads);
            List<Double> seconds = new ArrayList<>();
            List<Double> cpu = new ArrayList<>();
            SimulationResult result = null;
            for (int run = 0; run < warmUps + repetitions; run++) {
                // Last run's draws are not to be counted as alive in this one.
                result = null;
                SimulationRequest all = request(draws, 1 + run);
                long cpuBegin = cpuNanos();
                long begin = System.nanoTime();
                result = MonteCarlo.run(scenario, Selection.ALL, ranks ? all : all.withoutRankCorrelations(), workers);
                long end = System.nanoTime();
                if (run >= warmUps) {
                    seconds.add((end - begin) * NANO);
                    cpu.add((cpuNanos() - cpuBegin) * NANO);
                }
            }
            if (result == null) {
                throw new IllegalArgumentException("No runs were asked for");
            }
            Statistics npv = result.results().get(0).npv();
            long left = live.leftByAny();
            result = null;
            long alive = alive(live, scenario, draws, ranks, workers);
            long bytes = allocated(scenario, draws, ranks);
            System.out.printf(
                    Locale.ROOT,
                    "{\"seconds\": %s, \"cpu\": %s, \"mean\": %s, \"sd\": %s, \"positive\": %s, \"bytes_per_draw\": %s,"
                            + " \"live_bytes\": %d, \"left_bytes\": %d}%n",
                    seconds,
                    cpu,
                    npv.mean(),
                    npv.sd().orElse(0),
                    npv.probabilityPositive(),
                    bytes / (double) draws,
                    alive,
                    left);
        } finally {
            pool.shutdownNow();
        }
    }

    /** What all threads have used of the processors. */
    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static SimulationRequest request(int draws, int seed) {
        return SimulationRequest.of(new Simulation(draws, seed, Simulation.Sampling.RANDOM));
    }

    /** What one run allocates, with all work in this thread. */
    private static long allocated(Scenario scenario, int draws, boolean ranks) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        SimulationRequest all = request(draws, 1);
        long before = threads.getCurrentThreadAllocatedBytes();
        MonteCarlo.run(scenario, Selection.ALL, ranks ? all : all.withoutRankCorrelations(), Workers.callerOnly());
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    /**
     * The most that is alive during a run, of some runs without the clock in which one full collection follows the other.
     * What is dead of an earlier run is left in the heap by all but full collections.
     */
    private static long alive(LiveHeap live, Scenario scenario, int draws, boolean ranks, Workers workers) {
        SimulationRequest all = request(draws, 1);
        AtomicBoolean done = new AtomicBoolean();
        Thread collector = new Thread(() -> {
            while (!done.get()) {
                System.gc();
            }
        });
        System.gc();
        live.forgetFull();
        collector.start();
        try {
            for (int run = 0; run < 3; run++) {
                MonteCarlo.run(scenario, Selection.ALL, ranks ? all : all.withoutRankCorrelations(), workers);
            }
        } finally {
            done.set(true);
        }
        join(collector);
        return live.leftByFull();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What collections leave, with what the virtual machine keeps of classes and code. */
    private static final class LiveHeap {
        private final AtomicLong any = new AtomicLong();
        private final AtomicLong full = new AtomicLong();

        LiveHeap() {
            ManagementFactory.getGarbageCollectorMXBeans()
                    .forEach(bean -> ((NotificationEmitter) bean)
                            .addNotificationListener((notification, handback) -> note(notification), null, null));
        }

        private void note(Notification notification) {
            if (notification.getUserData() instanceof CompositeData data) {
                GarbageCollectionNotificationInfo collection = GarbageCollectionNotificationInfo.from(data);
                long left = collection.getGcInfo().getMemoryUsageAfterGc().values().stream()
                        .mapToLong(MemoryUsage::getUsed)
                        .sum();
                any.accumulateAndGet(left, Math::max);
                if (collection.getGcAction().equals("end of major GC")) {
                    full.accumulateAndGet(left, Math::max);
                }
            }
        }

        /** The most that any collection left, dead columns of earlier runs among it. */
        long leftByAny() {
            return any.get();
        }

        /** The most that a full collection left: that was alive. */
        long leftByFull() {
            if (full.get() == 0) {
                throw new IllegalStateException("There was no full collection");
            }
            return full.get();
        }

        void forgetFull() {
            full.set(0);
        }
    }

    /** All evaluations of W3: each variant a task. */
    private static void evaluate(int threads, int warmUps, int repetitions) {
        CentralEvaluation evaluation = new CentralEvaluation();
        evaluation.setUp();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            Workers workers = threads == 1 ? Workers.callerOnly() : Workers.on(pool, threads);
            List<Double> seconds = new ArrayList<>();
            List<Double> cpu = new ArrayList<>();
            double mean = 0;
            for (int run = 0; run < warmUps + repetitions; run++) {
                long cpuBegin = cpuNanos();
                long begin = System.nanoTime();
                mean = evaluation.allFigures(workers);
                long end = System.nanoTime();
                if (run >= warmUps) {
                    seconds.add((end - begin) * NANO);
                    cpu.add((cpuNanos() - cpuBegin) * NANO);
                }
            }
            System.out.printf(Locale.ROOT, "{\"seconds\": %s, \"cpu\": %s, \"mean\": %s}%n", seconds, cpu, mean);
        } finally {
            pool.shutdownNow();
        }
    }

    private static void stages(Scenario scenario, int draws, int warmUps, int repetitions) {
        List<String> lines = new ArrayList<>();
        for (int run = 0; run < warmUps + repetitions; run++) {
            List<String> stages = new ArrayList<>();
            Stages.time(scenario, draws, 1 + run)
                    .forEach((stage, nanos) ->
                            stages.add("\"" + stage + "\": " + String.format(Locale.ROOT, "%.6f", nanos * NANO)));
            if (run >= warmUps) {
                lines.add("{" + String.join(", ", stages) + "}");
            }
        }
        System.out.println("{\"stages\": " + lines + "}");
    }
}
