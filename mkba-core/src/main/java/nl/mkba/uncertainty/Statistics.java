package nl.mkba.uncertainty;

import java.util.OptionalDouble;

/**
 * What the draws of one figure say: numbers in the figure's unit, but for the count and the probability.
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

    /**
     * {@return the standard error of the mean, {@code sd/√n}: for independent draws; for Latin hypercube and Sobol sampling an
     * upper bound} Empty for a single draw.
     */
    public OptionalDouble standardError() {
        return sd.isPresent() ? OptionalDouble.of(sd.getAsDouble() / Math.sqrt(count)) : OptionalDouble.empty();
    }

    /** {@return the standard error of the probability of a positive figure, {@code √(p(1 − p)/n)}} Empty for a single draw. */
    public OptionalDouble probabilityStandardError() {
        return count > 1
                ? OptionalDouble.of(Math.sqrt(probabilityPositive * (1 - probabilityPositive) / count))
                : OptionalDouble.empty();
    }

    /** {@return whether all of them are finite numbers} */
    public boolean isFinite() {
        return Double.isFinite(mean) && Double.isFinite(sd.orElse(0)) && Double.isFinite(min) && Double.isFinite(max);
    }
}
