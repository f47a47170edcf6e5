package nl.mkba.engine.uncertainty;

import java.util.ArrayList;
import java.util.List;
import nl.mkba.engine.plan.Evaluator;
import nl.mkba.engine.plan.Overflow;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Simulation;
import nl.mkba.uncertainty.Cancellation;
import nl.mkba.uncertainty.SimulationResult;
import nl.mkba.uncertainty.Workers;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * Independent replicates of a simulation, each with random numbers of its own, from whose means it is seen how well the
 * mean is known: also for Latin hypercube and Sobol sampling, where the draws of one simulation are not independent.
 */
final class Replicates {

    /** From so few means an interval is not to be trusted. */
    private static final int FEWEST = 20;

    /** More are not made, however far the precision is off. */
    private static final int MOST = 1_000;

    private static final double LARGE = 1e200;
    private static final double DOWN = 0x1p-100;

    private static final int BLOCK = 256;
    private static final double UPPER = 0.975;

    private Replicates() {}

    /**
     * @param first the mean of the simulation itself, which is the first replicate
     * @param wanted half width of the 95 % interval to reach
     */
    static SimulationResult.Replication run(
            UncertainCase theCase,
            Simulation settings,
            Scenario scenario,
            double first,
            double wanted,
            Workers workers) {
        List<Double> means = new ArrayList<>();
        means.add(first);
        while (true) {
            int done = means.size();
            int next = done < FEWEST ? FEWEST : Math.min(MOST, done + Math.max(1, done / 4));
            double[] more = new double[next - done];
            workers.run(
                    more.length,
                    cancellation -> k ->
                            more[k] = mean(theCase, MonteCarlo.replicate(settings, done + k), scenario, cancellation));
            for (double mean : more) {
                means.add(mean);
            }
            SimulationResult.Replication replication = interval(means);
            Overflow.require(theCase.central().compiled(), replication.mean() + replication.halfWidth(), "precision");
            if (replication.halfWidth() <= wanted || means.size() >= MOST) {
                return replication;
            }
        }
    }

    private static SimulationResult.Replication interval(List<Double> means) {
        int n = means.size();
        double origin = means.get(0);
        double sum = 0;
        for (double mean : means) {
            sum += mean - origin;
        }
        double average = origin + sum / n;
        double[] deviations = new double[n];
        for (int k = 0; k < n; k++) {
            deviations[k] = means.get(k) - average;
        }
        int exponent = Scaling.exponent(deviations);
        double squares = 0;
        for (double deviation : Scaling.down(deviations, exponent)) {
            squares += deviation * deviation;
        }
        double error = Math.sqrt(squares / (n - 1) / n) * Math.scalb(1.0, exponent);
        double t = new TDistribution(null, n - 1).inverseCumulativeProbability(UPPER);
        return new SimulationResult.Replication(n, average, t * error);
    }

    private static double mean(
            UncertainCase theCase, Simulation settings, Scenario scenario, Cancellation cancellation) {
        Uniforms uniforms = CorrelatedUniforms.of(settings, scenario, theCase.parameters(), cancellation);
        Evaluator.DrawBlock block = theCase.evaluator().block(BLOCK);
        double[] uniform = new double[BLOCK];
        double origin = theCase.centralNpv();
        // A power of two, so that sums of draws near the largest number stay below it and no digit changes.
        double unit = Math.abs(origin) > LARGE ? DOWN : 1;
        double sum = 0;
        for (int from = 0; from < settings.draws(); from += BLOCK) {
            cancellation.throwIfCancelled();
            int n = Math.min(BLOCK, settings.draws() - from);
            for (int p = 0; p < theCase.parameters().size(); p++) {
                uniforms.fill(p, from, n, uniform);
                theCase.table(p).at(uniform, block.input(p), n);
            }
            BlockCheck check = new BlockCheck(n);
            block.evaluate(n, check);
            check.throwIfRefused(theCase, block, from);
            for (int i = 0; i < n; i++) {
                sum += (block.value(Evaluator.NPV, i) - origin) * unit;
            }
        }
        return origin + sum / settings.draws() / unit;
    }
}
