package nl.mkba.benchmarks;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import nl.mkba.distribution.Distribution;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.LogNormalDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.RealDistribution;
import org.apache.commons.math3.distribution.TriangularDistribution;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One value of an uncertain parameter from one uniform number, on one thread: through a table, by the exact function, and
 * by the inverse distribution functions of Commons Math. {@link #make} measures what a table costs once.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class QuantileTables {

    private static final int BLOCKS = 256;
    private static final int BLOCK = 256;

    /** The form of the distribution. */
    @Param({"triangular", "pert", "normal", "lognormal", "gamma"})
    public String form;

    private Distribution distribution;
    private RealDistribution commons;
    private Distribution.Table table;
    private double[][] chances;
    private double[][] values;

    /** Draws the uniform numbers and makes the table. */
    @Setup
    public void setUp() {
        switch (form) {
            case "triangular" -> {
                distribution = Distribution.triangular(0, 0.3, 1);
                commons = new TriangularDistribution(null, 0, 0.3, 1);
            }
            case "pert" -> {
                distribution = Distribution.pert(0, 0.3, 1);
                commons = new BetaDistribution(null, 1 + 4 * 0.3, 1 + 4 * 0.7);
            }
            case "normal" -> {
                distribution = Distribution.normal(0, 1);
                commons = new NormalDistribution(null, 0, 1);
            }
            case "lognormal" -> {
                distribution = Distribution.lognormal(100, 30);
                double logVariance = Math.log1p(0.3 * 0.3);
                commons = new LogNormalDistribution(null, Math.log(100) - logVariance / 2, Math.sqrt(logVariance));
            }
            default -> {
                distribution = Distribution.gamma(2.5, 1);
                commons = new GammaDistribution(null, 2.5, 1);
            }
        }
        table = distribution.table();
        SplittableRandom random = new SplittableRandom(1);
        chances = new double[BLOCKS][];
        Arrays.setAll(chances, k -> random.doubles(BLOCK, Double.MIN_NORMAL, 1).toArray());
        values = new double[BLOCKS][BLOCK];
    }

    /** In blocks, as a simulation does. */
    @Benchmark
    @OperationsPerInvocation(BLOCKS * BLOCK)
    public double[][] table() {
        for (int k = 0; k < BLOCKS; k++) {
            table.at(chances[k], values[k], BLOCK);
        }
        return values;
    }

    /** The exact function. */
    @Benchmark
    @OperationsPerInvocation(BLOCK)
    public double exact() {
        double sum = 0;
        for (int i = 0; i < BLOCK; i++) {
            sum += distribution.quantile(chances[0][i]);
        }
        return sum;
    }

    /** Commons Math. */
    @Benchmark
    @OperationsPerInvocation(BLOCK)
    public double commonsMath() {
        double sum = 0;
        for (int i = 0; i < BLOCK; i++) {
            sum += commons.inverseCumulativeProbability(chances[0][i]);
        }
        return sum;
    }

    /** Making the table. */
    @Benchmark
    public Distribution.Table make() {
        return distribution.table();
    }
}
