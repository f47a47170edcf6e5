package nl.mkba.distribution;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.mkba.problem.InvalidScenarioException;
import org.jspecify.annotations.Nullable;

/**
 * The probability distribution of an uncertain parameter, in the parameter's own unit and before any price index. The methods that
 * make one refuse numbers that are not finite or out of order with an {@link InvalidScenarioException} whose problem has no path.
 * Two are equal if they are of the same form, with the same numbers.
 */
public sealed interface Distribution
        permits Uniform, Triangular, Pert, Normal, Lognormal, LognormalInterval, Beta, Gamma, Discrete, Empirical {

    /** The word for the form in a scenario file, such as {@code uniform}; the two ways to say a lognormal one have the same. */
    String form();

    /**
     * The numbers it was made with, by the words for them in the method that makes it, such as {@code min}, {@code mode} and {@code
     * max}, in that order: one number, or more where a method takes a list. What was left out is not there.
     *
     * @return a map that cannot be changed
     */
    Map<String, List<Double>> parameters();

    /** The expected value. */
    double mean();

    /** The least value it can take, or minus infinity. */
    double lowest();

    /** The values that it can take, in ascending order, each once; empty if it is continuous. */
    default Optional<double[]> possibleValues() {
        return Optional.empty();
    }

    /** The greatest value it can take, or infinity. */
    double highest();

    /** The standard deviation. */
    double standardDeviation();

    /**
     * The value that is not exceeded with chance p: the inverse of {@link #cumulative}; of several values, the first in
     * ascending order whose cumulative chance reaches p. {@link #lowest} for 0, {@link #highest} for 1. For a great many
     * chances use {@link #table}.
     *
     * @throws IllegalArgumentException unless p is from 0 to 1
     */
    double quantile(double p);

    /** The chance that x is not exceeded. */
    double cumulative(double x);

    /** The {@link #quantile} made fast; worth its making from some hundreds of chances on. */
    Table table();

    /**
     * The quantiles of a distribution made fast: the values below which given chances lie, for a great many chances. It never
     * changes, and many threads may use it. Values never decrease with the chance but for rounding in their last digits, and
     * never leave the distribution's range; the probability of falling below one is off by at most 2·10⁻⁷, besides the rounding of
     * the value.
     */
    sealed interface Table permits QuantileTable {

        /**
         * The value below which lies u.
         *
         * @throws IllegalArgumentException unless u is from 0 to 1
         */
        double at(double u);

        /**
         * The values of the first {@code n} chances. For speed not every table refuses a chance that is not from 0 to 1.
         *
         * @param u the chances
         * @param x where the values are put; may be the same array
         * @param n how many
         */
        void at(double[] u, double[] x, int n);
    }

    /**
     * Spearman's rank correlation of a great many draws of two distributions under a Gaussian copula, ties at their average.
     *
     * @param rank that of continuous distributions under the same copula, from −1 to 1
     * @return {@code rank} if both are continuous, nearer to 0 if one is not; 0 if one of them takes one value only
     */
    static double rankCorrelation(Distribution first, Distribution second, double rank) {
        return TiedRanks.spearman(first, second, rank);
    }

    /**
     * Every value from {@code low} to {@code high} as likely as another; {@code low < high}.
     *
     * @throws InvalidScenarioException if the bounds are not finite or not in that order
     */
    static Distribution uniform(double low, double high) {
        return new Uniform(low, high);
    }

    /**
     * From {@code min} to {@code max}, most likely {@code mode}; {@code min ≤ mode ≤ max} and {@code min < max}.
     *
     * @throws InvalidScenarioException if they are not finite or not in that order
     */
    static Distribution triangular(double min, double mode, double max) {
        return new Triangular(min, mode, max);
    }

    /**
     * From {@code min} to {@code max}, most likely {@code mode}: a beta distribution with {@code α = 1 + 4 (mode − min) / (max
     * − min)} and {@code β = 1 + 4 (max − mode) / (max − min)}; {@code min ≤ mode ≤ max} and {@code min < max}.
     *
     * @throws InvalidScenarioException if they are not finite or not in that order
     */
    static Distribution pert(double min, double mode, double max) {
        return new Pert(min, mode, max);
    }

    /**
     * Normal, with {@code sd} above 0.
     *
     * @throws InvalidScenarioException if they are not finite or {@code sd} is not above 0
     */
    static Distribution normal(double mean, double sd) {
        return new Normal(mean, sd, null, null);
    }

    /**
     * Normal with {@code sd} above 0, truncated at {@code min} and {@code max}, of which one may be null.
     *
     * @throws InvalidScenarioException if they are not finite or not in order, or next to nothing lies between them
     */
    static Distribution normal(double mean, double sd, @Nullable Double min, @Nullable Double max) {
        return new Normal(mean, sd, min, max);
    }

    /**
     * Lognormal with this mean and standard deviation of the variable itself, both above 0.
     *
     * @throws InvalidScenarioException if they are not finite or not above 0
     */
    static Distribution lognormal(double mean, double sd) {
        return new Lognormal(mean, sd);
    }

    /**
     * Lognormal with these percentiles; {@code 0 < p5 < p95}.
     *
     * @throws InvalidScenarioException if they are not finite or not in that order
     */
    static Distribution lognormalInterval(double p5, double p95) {
        return new LognormalInterval(p5, p95);
    }

    /**
     * Beta on 0 … 1, both parameters above 0.
     *
     * @throws InvalidScenarioException if they are not finite or not above 0
     */
    static Distribution beta(double alpha, double beta) {
        return new Beta(alpha, beta, null, null);
    }

    /**
     * Beta on {@code min < max}, of which one may be null: 0 and 1 then; both parameters above 0.
     *
     * @throws InvalidScenarioException if they are not finite, not above 0 or not in order
     */
    static Distribution beta(double alpha, double beta, @Nullable Double min, @Nullable Double max) {
        return new Beta(alpha, beta, min, max);
    }

    /**
     * Gamma, both parameters above 0.
     *
     * @throws InvalidScenarioException if they are not finite or not above 0
     */
    static Distribution gamma(double shape, double scale) {
        return new Gamma(shape, scale);
    }

    /**
     * These values, each with its weight of 0 or more; not all 0.
     *
     * @param weights as many as there are values, or null for equal ones
     * @throws InvalidScenarioException if values or weights are not finite, or do not go together
     */
    static Distribution discrete(List<Double> values, @Nullable List<Double> weights) {
        return new Discrete(values, weights);
    }

    /**
     * These values, drawn again with equal chance; at least one.
     *
     * @throws InvalidScenarioException if there is none, or one is not finite
     */
    static Distribution empirical(double... values) {
        return new Empirical(Arrays.stream(values).boxed().toList());
    }
}
