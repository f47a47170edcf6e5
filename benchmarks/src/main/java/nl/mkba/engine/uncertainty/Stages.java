package nl.mkba.engine.uncertainty;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.mkba.engine.plan.Evaluator;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import nl.mkba.scenario.Simulation;
import nl.mkba.uncertainty.Cancellation;
import nl.mkba.uncertainty.Workers;

/**
 * The stages of a simulation one after the other on one thread, each by its processor time, with the same classes that a simulation
 * uses: so that it is seen where the time goes.
 */
public final class Stages {

    private static final int BLOCK = 256;
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private final Map<String, Long> nanos = new LinkedHashMap<>();
    private long since = CLOCK.getCurrentThreadCpuTime();
    private double seen;

    private Stages() {}

    /** Nanoseconds per stage for the first case of a scenario. */
    public static Map<String, Long> time(Scenario scenario, int draws, long seed) {
        Stages stages = new Stages();
        stages.run(scenario, draws, seed);
        if (Double.isNaN(stages.seen)) {
            throw new IllegalStateException("A figure is not a number");
        }
        return stages.nanos;
    }

    private void begin() {
        since = CLOCK.getCurrentThreadCpuTime();
    }

    private void end(String stage) {
        nanos.merge(stage, CLOCK.getCurrentThreadCpuTime() - since, Long::sum);
    }

    private void run(Scenario scenario, int draws, long seed) {
        begin();
        UncertainCase theCase = UncertainCase.of(scenario, Selection.ALL, false, Workers.callerOnly())
                .get(0);
        end("compile");
        List<String> parameters = theCase.parameters();
        Evaluator evaluator = theCase.evaluator();
        Uniforms uniforms = Uniforms.of(Simulation.Sampling.RANDOM, seed, draws, parameters);
        double[][] figures = new double[evaluator.figures().size()][draws];
        Evaluator.DrawBlock block = evaluator.block(BLOCK);
        double[][] chances = new double[parameters.size()][BLOCK];
        for (int from = 0; from < draws; from += BLOCK) {
            int n = Math.min(BLOCK, draws - from);
            begin();
            for (int p = 0; p < chances.length; p++) {
                uniforms.fill(p, from, n, chances[p]);
            }
            end("draw");
            begin();
            for (int p = 0; p < chances.length; p++) {
                theCase.table(p).at(chances[p], block.input(p), n);
            }
            end("transform");
            begin();
            block.evaluate(n);
            end("evaluate");
            begin();
            for (Evaluator.Figure figure : evaluator.figures()) {
                block.copy(figure, figures[figure.index()], from, n);
            }
            end("keep");
        }
        begin();
        for (double[] figure : figures) {
            seen += ColumnStatistics.of(figure).mean();
        }
        end("statistics");
        begin();
        int[] npv = Ranks.doubled(figures[Evaluator.NPV.index()]);
        double squares = Ranks.squares(npv, Cancellation.NEVER);
        RankProducts products = new RankProducts(draws);
        for (int p = 0; p < parameters.size(); p++) {
            seen += products.correlation(uniforms, p, npv, squares);
        }
        end("rank correlations");
    }
}
