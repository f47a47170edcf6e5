package nl.mkba.uncertainty;

import java.util.OptionalDouble;
import nl.mkba.engine.uncertainty.Percentiles;
import nl.mkba.engine.uncertainty.Scaling;

/**
 * What the draws of one figure say.
 *
 * @param count number of draws
 * @param mean their mean
 * @param sd standard deviation, with n − 1; empty for a single draw, which has none
 * @param min the least
 * @param p5 5th percentile; percentiles interpolate linearly between order statistics (type 7 of Hyndman and Fan 1996)
 * @param p10 10th percentile
 * @param p25 25th percentile
 * @param p50 median
 * @param p75 75th percentile
 * @param p90 90th percentile
 * @param p95 95th percentile
 * @param max the greatest
 * @param probabilityPositive share of draws strictly above 0
 */
public record Statistics(
        int count,
        double mean,
        OptionalDouble sd,
        double min,
        double p5,
        double p10,
        double p25,
        double p50,
        double p75,
        double p90,
        double p95,
        double max,
        double probabilityPositive) {

    /** Above this squares overflow, in a sum of a great many; below {@link #SMALL} they vanish. */
    private static final double LARGE = 1e140;

    private static final double SMALL = 1e-140;

    private static final double[] PERCENTAGES = {0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95};

    /**
     * The standard error of the mean, {@code sd/√n}: for independent draws; for Latin hypercube and Sobol sampling an upper
     * bound. Empty for a single draw.
     */
    public OptionalDouble standardError() {
        return sd.isPresent() ? OptionalDouble.of(sd.getAsDouble() / Math.sqrt(count)) : OptionalDouble.empty();
    }

    /** The standard error of the probability of a positive figure, {@code √(p(1 − p)/n)}. Empty for a single draw. */
    public OptionalDouble probabilityStandardError() {
        return count > 1
                ? OptionalDouble.of(Math.sqrt(probabilityPositive * (1 - probabilityPositive) / count))
                : OptionalDouble.empty();
    }

    /** The mean of a column of draws, in the order of the draws; at least one. Of finite draws it is finite. */
    static double mean(double[] column) {
        return mean(column, Cancellation.NEVER);
    }

    /** The same, of a long column. */
    static double mean(double[] column, Cancellation cancellation) {
        double first = column[0];
        double differences = 0;
        for (int i = 0; i < column.length; i++) {
            cancellation.ask(i);
            differences += column[i] - first;
        }
        if (!Double.isFinite(differences)) {
            int exponent = Scaling.exponent(column);
            if (exponent > 0) {
                return mean(Scaling.down(column, exponent), cancellation) * Math.scalb(1.0, exponent);
            }
        }
        return first + differences / column.length;
    }

    /**
     * The statistics of a column of draws; at least one. Sums run in the order of the draws, an addition waiting for the one
     * before it, so that what else a pass finds costs next to nothing.
     */
    public static Statistics of(double[] column) {
        return of(column, Cancellation.NEVER);
    }

    /**
     * The same, of a long column.
     *
     * @throws CancelledException if they are no longer wanted
     */
    public static Statistics of(double[] column, Cancellation cancellation) {
        int n = column.length;
        double first = column[0];
        double differences = 0;
        double min = first;
        double max = first;
        int positive = 0;
        for (int i = 0; i < n; i++) {
            cancellation.ask(i);
            double value = column[i];
            differences += value - first;
            positive += value > 0 ? 1 : 0;
            if (value < min) {
                min = value;
            }
            if (value > max) {
                max = value;
            }
        }
        double largest = Math.max(Math.abs(min), Math.abs(max));
        if (n > 1 && Double.isFinite(largest) && !isOrdinary(largest, max - min)) {
            return scaled(column, largest, cancellation);
        }
        double mean = first + differences / n;
        Percentiles percentiles = new Percentiles(n, min, max);
        double squares = percentiles.count(column, mean, cancellation);
        OptionalDouble sd = n > 1 ? OptionalDouble.of(Math.sqrt(squares / (n - 1))) : OptionalDouble.empty();
        double[] p = percentiles.of(column, PERCENTAGES, cancellation);
        return new Statistics(n, mean, sd, min, p[0], p[1], p[2], p[3], p[4], p[5], p[6], max, positive / (double) n);
    }

    /** Whether sums and squares of differences between the extremes neither overflow nor vanish. */
    private static boolean isOrdinary(double largest, double range) {
        return largest < LARGE && (range == 0 || range > SMALL);
    }

    /** The same of a column of amounts of extreme size, calculated at the size of 1. */
    private static Statistics scaled(double[] column, double largest, Cancellation cancellation) {
        int exponent = Scaling.exponent(largest);
        Statistics one = of(Scaling.down(column, exponent), cancellation);
        double size = Math.scalb(1.0, exponent);
        return new Statistics(
                one.count,
                one.mean * size,
                OptionalDouble.of(one.sd.orElse(0) * size),
                one.min * size,
                one.p5 * size,
                one.p10 * size,
                one.p25 * size,
                one.p50 * size,
                one.p75 * size,
                one.p90 * size,
                one.p95 * size,
                one.max * size,
                one.probabilityPositive);
    }

    /** Whether all of them are finite numbers. */
    public boolean isFinite() {
        return Double.isFinite(mean) && Double.isFinite(sd.orElse(0)) && Double.isFinite(min) && Double.isFinite(max);
    }
}
