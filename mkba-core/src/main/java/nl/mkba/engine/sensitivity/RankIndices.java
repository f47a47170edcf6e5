package nl.mkba.engine.sensitivity;

import java.util.OptionalDouble;
import nl.mkba.engine.uncertainty.Ranks;
import nl.mkba.engine.uncertainty.Scaling;
import nl.mkba.uncertainty.Cancellation;

/**
 * First-order sensitivity indices from draws that were made anyhow, whatever the correlation between the inputs: with the
 * draws in the order of the input,
 *
 * <p>{@code S = (Σ y_(k) y_(k+1) / n − ȳ²) / V}
 *
 * <p>where the last is followed by the first (Gamboa, Gremaud, Klein and Lagnoux 2022, "Global sensitivity analysis: a novel
 * generation of mighty estimators based on rank statistics", Bernoulli 28, after Chatterjee 2021). It estimates {@code
 * Var(E[y | x]) / Var(y)}; with correlated inputs this includes what the input tells of the others.
 */
final class RankIndices {

    /** From this many batches of draws the interval is estimated. */
    private static final int BATCHES = 20;

    /** The 97.5th percentile of Student's t with one degree of freedom less than there are batches. */
    private static final double T975 = 2.093024054408263;

    /**
     * An index with half the width of its 95 % interval, which is estimated from batches of the draws.
     *
     * @param firstOrder the index
     * @param halfWidth empty if there are too few draws to tell
     */
    record Index(double firstOrder, OptionalDouble halfWidth) {}

    /** The draws in the order of an input. */
    private final int[] order;

    /** The draws of each batch, counted within it, in the order of the input; none if there are too few draws. */
    private final int[][] batches;

    /** Puts draws in the order of an input, for any number of results. */
    RankIndices(double[] input, Cancellation cancellation) {
        this.order = Ranks.order(input, cancellation);
        int size = input.length / BATCHES;
        this.batches = new int[size < 2 ? 0 : BATCHES][size];
        int[] found = new int[batches.length];
        for (int k = 0; k < order.length && batches.length > 0; k++) {
            cancellation.ask(k);
            int batch = order[k] % BATCHES;
            int member = order[k] / BATCHES;
            if (member < size) {
                batches[batch][found[batch]++] = member;
            }
        }
    }

    /** The index of an input; 0 if the result has no spread. */
    static Index of(double[] input, double[] result) {
        return new RankIndices(input, Cancellation.NEVER).of(result, Cancellation.NEVER);
    }

    /** The index for a result; 0 if it has no spread. */
    Index of(double[] written, Cancellation cancellation) {
        double[] result = Scaling.down(written, Scaling.exponent(written));
        double index = index(order, result, cancellation);
        if (batches.length == 0) {
            return new Index(index, OptionalDouble.empty());
        }
        double[] found = new double[BATCHES];
        double mean = 0;
        for (int b = 0; b < BATCHES; b++) {
            found[b] = index(batches[b], every(result, b, batches[b].length), cancellation);
            mean += found[b] / BATCHES;
        }
        double squares = 0;
        for (double batch : found) {
            squares += (batch - mean) * (batch - mean);
        }
        return new Index(index, OptionalDouble.of(T975 * Math.sqrt(squares / (BATCHES - 1) / BATCHES)));
    }

    private static double[] every(double[] column, int batch, int size) {
        double[] members = new double[size];
        for (int k = 0; k < size; k++) {
            members[k] = column[batch + k * BATCHES];
        }
        return members;
    }

    private static double index(int[] order, double[] result, Cancellation cancellation) {
        int n = result.length;
        double origin = result[0];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            cancellation.ask(i);
            sum += result[i] - origin;
        }
        double mean = origin + sum / n;
        double squares = 0;
        double products = 0;
        for (int k = 0; k < n; k++) {
            cancellation.ask(k);
            double here = result[order[k]] - mean;
            double next = result[order[k + 1 == n ? 0 : k + 1]] - mean;
            squares += here * here;
            products += here * next;
        }
        return squares > 0 ? products / squares : 0;
    }
}
