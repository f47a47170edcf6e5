package nl.mkba.engine.sensitivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import nl.mkba.engine.uncertainty.RandomStream;
import nl.mkba.engine.uncertainty.Scaling;
import nl.mkba.engine.uncertainty.Uniforms;
import nl.mkba.scenario.Simulation;
import nl.mkba.uncertainty.Cancellation;
import nl.mkba.uncertainty.Workers;

/**
 * Sobol's variance-based sensitivity indices of a function of independent inputs, for single inputs and for groups of them.
 *
 * <p>Two samples A and B of N points take the dimensions of one scrambled Sobol sequence, the first inputs the first
 * dimensions, which are the most even: inputs that matter most should come first. AB_i is A with the columns of i taken from
 * B. With the results centred on their mean and V their variance over A and B,
 *
 * <ul>
 *   <li>first order: {@code S_i = Σ f(B) (f(AB_i) − f(A)) / (N V)} (Saltelli and others 2010, "Variance based sensitivity
 *       analysis of model output", Computer Physics Communications 181, table 2b),
 *   <li>total: {@code T_i = Σ (f(A) − f(AB_i))² / (2 N V)} (Jansen 1999, "Analysis of variance designs for model output",
 *       Computer Physics Communications 117).
 * </ul>
 *
 * <p>Both are exactly 0 for an input that changes nothing. Half widths of 95 % intervals are 1.96 times the standard
 * deviation over bootstrap resamples of the N rows; for a Sobol sequence, which is more even than chance, they are too
 * wide rather than too narrow.
 */
final class SobolIndices {

    private static final int BLOCK = 256;

    /** This many inputs at a time take their dimensions, first all those in A, then all those in B. */
    private static final int TOGETHER = 8;

    /** The 97.5th percentile of the standard normal distribution. */
    static final double Z975 = 1.959963984540054;

    /** As many dimensions as there are direction numbers for. */
    private static final int MOST_DIMENSIONS = 1000;

    private final BlockModel model;
    private final List<int[]> subsets;
    private final int size;
    private final Uniforms uniforms;
    private final double[] atA;
    private final double[] atB;
    private final double[][] mixed;

    private SobolIndices(BlockModel model, List<int[]> subsets, int size, long seed) {
        this.model = model;
        this.subsets = subsets;
        this.size = size;
        int dimensions = 2 * model.inputs();
        List<String> names = new ArrayList<>();
        for (int d = 0; d < dimensions; d++) {
            names.add("dimension " + d);
        }
        Simulation.Sampling sampling =
                dimensions <= MOST_DIMENSIONS ? Simulation.Sampling.SOBOL : Simulation.Sampling.RANDOM;
        this.uniforms = Uniforms.of(sampling, seed, size, names);
        this.atA = new double[size];
        this.atB = new double[size];
        this.mixed = new double[subsets.size()][size];
    }

    /**
     * The indices of one input or group.
     *
     * @param firstOrder part of the variance expected to go away once it is known
     * @param firstOrderHalfWidth half the width of its 95 % interval
     * @param total part of the variance expected to remain when all else is known
     * @param totalHalfWidth half the width of its 95 % interval
     */
    record Indices(double firstOrder, double firstOrderHalfWidth, double total, double totalHalfWidth) {}

    /** The text if there is no spread. */
    static final Indices NO_SPREAD = new Indices(0, 0, 0, 0);

    /**
     * Estimates the indices of some subsets of the inputs; none if the function has no spread.
     *
     * @param subsets the inputs of each
     * @param size number of points N in each of the samples; a power of two serves best
     * @param seed scrambles the sequence and picks the resamples
     * @param replicates number of resamples for the intervals, at least 2
     */
    static List<Indices> estimate(
            BlockModel model, List<int[]> subsets, int size, long seed, int replicates, Workers workers) {
        SobolIndices indices = new SobolIndices(model, subsets, size, seed);
        workers.run((size + BLOCK - 1) / BLOCK, cancellation -> indices.new Evaluation(cancellation));
        indices.scale();
        return indices.indices(RandomStream.key(seed, "bootstrap"), replicates, workers);
    }

    /** Brings all results to the size of 1, of which the indices do not depend. */
    private void scale() {
        int exponent = Math.max(Scaling.exponent(atA), Scaling.exponent(atB));
        scale(atA, exponent);
        scale(atB, exponent);
        for (double[] column : mixed) {
            scale(column, exponent);
        }
    }

    private static void scale(double[] column, int exponent) {
        System.arraycopy(Scaling.down(column, exponent), 0, column, 0, column.length);
    }

    /** The dimension of the sequence that is an input in A, or in B. */
    private int dimension(int input, boolean inB) {
        int first = input / TOGETHER * TOGETHER;
        int inA = first + input;
        return inB ? inA + Math.min(TOGETHER, model.inputs() - first) : inA;
    }

    /** Evaluates A, B and every AB of a block of points; one for each thread. */
    private final class Evaluation implements IntConsumer {
        private final Cancellation cancellation;
        private final BlockModel.Workspace block = model.block(BLOCK);
        private final double[] chances = new double[BLOCK];
        private final double[][] a = new double[model.inputs()][BLOCK];
        private final double[][] b = new double[model.inputs()][BLOCK];

        Evaluation(Cancellation cancellation) {
            this.cancellation = cancellation;
        }

        @Override
        public void accept(int task) {
            int from = task * BLOCK;
            int n = Math.min(BLOCK, size - from);
            for (int i = 0; i < model.inputs(); i++) {
                uniforms.fill(dimension(i, false), from, n, chances);
                block.quantiles(i, chances, a[i], n);
                uniforms.fill(dimension(i, true), from, n, chances);
                block.quantiles(i, chances, b[i], n);
                take(i, b, n);
            }
            block.evaluate(from, n, atB);
            for (int i = 0; i < model.inputs(); i++) {
                take(i, a, n);
            }
            block.evaluate(from, n, atA);
            for (int s = 0; s < mixed.length; s++) {
                cancellation.throwIfCancelled();
                for (int i : subsets.get(s)) {
                    take(i, b, n);
                }
                block.evaluate(from, n, mixed[s]);
                for (int i : subsets.get(s)) {
                    take(i, a, n);
                }
            }
        }

        private void take(int input, double[][] sample, int n) {
            System.arraycopy(sample[input], 0, block.input(input), 0, n);
        }
    }

    private List<Indices> indices(long key, int replicates, Workers workers) {
        int count = mixed.length;
        double[] first = new double[count];
        double[] total = new double[count];
        int[] once = new int[size];
        Arrays.fill(once, 1);
        if (!estimate(once, first, total, workers)) {
            return List.of();
        }
        double[][] firsts = new double[replicates][count];
        double[][] totals = new double[replicates][count];
        workers.run(replicates, cancellation -> {
            int[] times = new int[size];
            return r -> {
                resample(RandomStream.key(key, r), times);
                if (!estimate(times, firsts[r], totals[r], cancellation)) {
                    // A resample without spread says nothing.
                    System.arraycopy(first, 0, firsts[r], 0, count);
                    System.arraycopy(total, 0, totals[r], 0, count);
                }
            };
        });
        List<Indices> indices = new ArrayList<>();
        for (int s = 0; s < count; s++) {
            indices.add(new Indices(first[s], Z975 * deviation(firsts, s), total[s], Z975 * deviation(totals, s)));
        }
        return indices;
    }

    /** How often each row is drawn when as many rows are drawn, with replacement, as there are. */
    private void resample(long key, int[] times) {
        Arrays.fill(times, 0);
        for (int k = 0; k < size; k++) {
            times[(int) (RandomStream.uniform(key, k) * size)]++;
        }
    }

    /** The estimates with each row repeated a given number of times; false if there is no spread. */
    private boolean estimate(int[] times, double[] first, double[] total, Cancellation cancellation) {
        double origin = atA[0];
        double sum = 0;
        for (int k = 0; k < size; k++) {
            sum += times[k] * ((atA[k] - origin) + (atB[k] - origin));
        }
        double mean = origin + sum / (2.0 * size);
        double squares = 0;
        for (int k = 0; k < size; k++) {
            double a = atA[k] - mean;
            double b = atB[k] - mean;
            squares += times[k] * (a * a + b * b);
        }
        double variance = squares / (2.0 * size);
        if (!(variance > 0)) {
            return false;
        }
        for (int s = 0; s < mixed.length; s++) {
            cancellation.throwIfCancelled();
            double[] ab = mixed[s];
            double products = 0;
            double differences = 0;
            for (int k = 0; k < size; k++) {
                double difference = ab[k] - atA[k];
                double weighted = times[k] * difference;
                products += weighted * (atB[k] - mean);
                differences += weighted * difference;
            }
            first[s] = products / size / variance;
            total[s] = differences / (2.0 * size) / variance;
        }
        return true;
    }

    private static double deviation(double[][] replicates, int column) {
        double origin = replicates[0][column];
        double sum = 0;
        for (double[] replicate : replicates) {
            sum += replicate[column] - origin;
        }
        double mean = origin + sum / replicates.length;
        double squares = 0;
        for (double[] replicate : replicates) {
            squares += (replicate[column] - mean) * (replicate[column] - mean);
        }
        return Math.sqrt(squares / (replicates.length - 1));
    }
}
