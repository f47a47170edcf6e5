package nl.mkba.engine.uncertainty;

import java.util.OptionalDouble;
import nl.mkba.uncertainty.Cancellation;
import nl.mkba.uncertainty.CancelledException;
import nl.mkba.uncertainty.Statistics;

/** Summarises a column of draws. */
public final class ColumnStatistics {

    /** Above this squares overflow, in a sum of a great many; below {@link #SMALL} they vanish. */
    private static final double LARGE = 1e140;

    private static final double SMALL = 1e-140;

    private static final double[] PERCENTAGES = {0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95};

    private ColumnStatistics() {}

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
     * {@return the statistics of a column of draws; at least one} Sums run in the order of the draws, an addition waiting for
     * the one before it, so that what else a pass finds costs next to nothing.
     *
     * @param column the numbers; not changed
     */
    public static Statistics of(double[] column) {
        return of(column, Cancellation.NEVER);
    }

    /**
     * {@return the same, of a long column}
     *
     * @param column the numbers; not changed
     * @param cancellation asked now and then whether the work is still wanted
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
                one.count(),
                one.mean() * size,
                OptionalDouble.of(one.sd().orElse(0) * size),
                one.min() * size,
                one.p5() * size,
                one.p10() * size,
                one.p25() * size,
                one.p50() * size,
                one.p75() * size,
                one.p90() * size,
                one.p95() * size,
                one.max() * size,
                one.probabilityPositive());
    }
}
