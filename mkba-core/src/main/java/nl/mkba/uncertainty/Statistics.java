package nl.mkba.uncertainty;

/**
 * What the draws of one figure say.
 *
 * @param count number of draws
 * @param mean their mean
 * @param sd standard deviation, with n − 1; 0 for a single draw
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
        double sd,
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

    private static final double[] PERCENTAGES = {0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95};

    /**
     * The standard error of the mean, {@code sd/√n}: for independent draws; for Latin hypercube and Sobol sampling an upper
     * bound.
     */
    public double standardError() {
        return sd / Math.sqrt(count);
    }

    /** The standard error of the probability of a positive figure, {@code √(p(1 − p)/n)}. */
    public double probabilityStandardError() {
        return Math.sqrt(probabilityPositive * (1 - probabilityPositive) / count);
    }

    /** The mean of a column of draws, in the order of the draws; at least one. */
    static double mean(double[] column) {
        double first = column[0];
        double differences = 0;
        for (double value : column) {
            differences += value - first;
        }
        return first + differences / column.length;
    }

    /**
     * The statistics of a column of draws; at least one. Sums run in the order of the draws, an addition waiting for the one
     * before it, so that what else a pass finds costs next to nothing.
     */
    public static Statistics of(double[] column) {
        int n = column.length;
        double first = column[0];
        double differences = 0;
        double min = first;
        double max = first;
        int positive = 0;
        for (double value : column) {
            differences += value - first;
            positive += value > 0 ? 1 : 0;
            if (value < min) {
                min = value;
            }
            if (value > max) {
                max = value;
            }
        }
        double mean = first + differences / n;
        Percentiles percentiles = new Percentiles(n, min, max);
        double squares = percentiles.count(column, mean);
        double sd = n > 1 ? Math.sqrt(squares / (n - 1)) : 0;
        double[] p = percentiles.of(column, PERCENTAGES);
        return new Statistics(n, mean, sd, min, p[0], p[1], p[2], p[3], p[4], p[5], p[6], max, positive / (double) n);
    }
}
