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

    /** {@return the word for the form in a scenario file, such as {@code uniform}; the two ways to say a lognormal one have the same} */
    String form();

    /**
     * The numbers it was made with, by the words for them in the method that makes it, such as {@code min}, {@code mode} and {@code
     * max}, in that order: one number, or more where a method takes a list. What was left out is not there.
     *
     * @return a map that cannot be changed
     */
    Map<String, List<Double>> parameters();

    /** {@return the expected value} */
    double mean();

    /** {@return the least value it can take, or minus infinity} */
    double lowest();

    /** {@return the values that it can take, in ascending order, each once; empty if it is continuous} */
    default Optional<double[]> possibleValues() {
        return Optional.empty();
    }

    /** {@return the greatest value it can take, or infinity} */
    double highest();

    /** {@return the standard deviation, in the unit of the values} */
    double standardDeviation();

    /**
     * {@return the value that is not exceeded with chance p: the inverse of {@link #cumulative}; of several values, the first in
     * ascending order whose cumulative chance reaches p; {@link #lowest} for 0, {@link #highest} for 1} For a great many
     * chances use {@link #table}.
     *
     * @param p a chance, from 0 to 1
     * @throws IllegalArgumentException unless p is from 0 to 1
     */
    double quantile(double p);

    /**
     * {@return the chance that a value is not exceeded, from 0 to 1}
     *
     * @param x a value
     */
    double cumulative(double x);

    /** {@return the {@link #quantile} made fast; worth its making from some hundreds of chances on} */
    Table table();

    /**
     * The quantiles of a distribution made fast: the values below which given chances lie, for a great many chances. It never
     * changes, and many threads may use it. Values never decrease with the chance but for rounding in their last digits, and
     * never leave the distribution's range; the probability of falling below one is off by at most 2·10⁻⁷, besides the rounding of
     * the value.
     */
    sealed interface Table permits QuantileTable {

        /**
         * {@return the value that is not exceeded with this chance}
         *
         * @param u a chance, from 0 to 1
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
     * @param first one of them
     * @param second the other one
     * @param rank that of continuous distributions under the same copula, from −1 to 1
     * @return {@code rank} if both are continuous, nearer to 0 if one is not; 0 if one of them takes one value only
     */
    static double rankCorrelation(Distribution first, Distribution second, double rank) {
        return TiedRanks.spearman(first, second, rank);
    }

    /**
     * {@return a distribution in which every value from {@code low} to {@code high} is as likely as another}
     *
     * @param low the least value, below {@code high}
     * @param high the greatest value
     * @throws InvalidScenarioException if the bounds are not finite or not in that order
     */
    static Distribution uniform(double low, double high) {
        return new Uniform(low, high);
    }

    /**
     * {@return a distribution of which the density rises in a straight line from {@code min} to {@code mode}, and falls so to {@code
     * max}}
     *
     * @param min the least value, below {@code max}
     * @param mode the likeliest value, from {@code min} to {@code max}
     * @param max the greatest value
     * @throws InvalidScenarioException if they are not finite or not in that order
     */
    static Distribution triangular(double min, double mode, double max) {
        return new Triangular(min, mode, max);
    }

    /**
     * {@return a beta distribution from {@code min} to {@code max} with {@code α = 1 + 4 (mode − min) / (max − min)} and {@code β = 1 +
     * 4 (max − mode) / (max − min)}} Malcolm, Roseboom, Clark and Fazar, Application of a technique for research and development
     * program evaluation, Operations Research 7 (1959).
     *
     * @param min the least value, below {@code max}
     * @param mode the likeliest value, from {@code min} to {@code max}
     * @param max the greatest value
     * @throws InvalidScenarioException if they are not finite or not in that order
     */
    static Distribution pert(double min, double mode, double max) {
        return new Pert(min, mode, max);
    }

    /**
     * {@return a normal distribution}
     *
     * @param mean its mean
     * @param sd its standard deviation, above 0
     * @throws InvalidScenarioException if they are not finite or {@code sd} is not above 0
     */
    static Distribution normal(double mean, double sd) {
        return new Normal(mean, sd, null, null);
    }

    /**
     * {@return a normal distribution that is truncated}
     *
     * @param mean the mean before truncation
     * @param sd the standard deviation before truncation, above 0
     * @param min the least value, or null
     * @param max the greatest value, above {@code min}; or null
     * @throws InvalidScenarioException if they are not finite or not in order, or next to nothing lies between them
     */
    static Distribution normal(double mean, double sd, @Nullable Double min, @Nullable Double max) {
        return new Normal(mean, sd, min, max);
    }

    /**
     * {@return a distribution of which the logarithm is normal}
     *
     * @param mean the mean of the variable itself, above 0
     * @param sd the standard deviation of the variable itself, above 0
     * @throws InvalidScenarioException if they are not finite or not above 0
     */
    static Distribution lognormal(double mean, double sd) {
        return new Lognormal(mean, sd);
    }

    /**
     * {@return a distribution of which the logarithm is normal, with these percentiles}
     *
     * @param p5 the 5th percentile, above 0
     * @param p95 the 95th percentile, above {@code p5}
     * @throws InvalidScenarioException if they are not finite or not in that order
     */
    static Distribution lognormalInterval(double p5, double p95) {
        return new LognormalInterval(p5, p95);
    }

    /**
     * {@return a beta distribution from 0 to 1}
     *
     * @param alpha the first shape, above 0
     * @param beta the second shape, above 0
     * @throws InvalidScenarioException if they are not finite or not above 0
     */
    static Distribution beta(double alpha, double beta) {
        return new Beta(alpha, beta, null, null);
    }

    /**
     * {@return a beta distribution from {@code min} to {@code max}}
     *
     * @param alpha the first shape, above 0
     * @param beta the second shape, above 0
     * @param min the least value; null for 0
     * @param max the greatest value, above {@code min}; null for 1
     * @throws InvalidScenarioException if they are not finite, not above 0 or not in order
     */
    static Distribution beta(double alpha, double beta, @Nullable Double min, @Nullable Double max) {
        return new Beta(alpha, beta, min, max);
    }

    /**
     * {@return a gamma distribution; its mean is {@code shape · scale}}
     *
     * @param shape above 0
     * @param scale above 0, in the unit of the values
     * @throws InvalidScenarioException if they are not finite or not above 0
     */
    static Distribution gamma(double shape, double scale) {
        return new Gamma(shape, scale);
    }

    /**
     * {@return a distribution of a few values, each with a chance in proportion to its weight}
     *
     * @param values what it can be, at least one; a value may occur more than once
     * @param weights as many as there are values, none below 0, not all 0; null for equal ones
     * @throws InvalidScenarioException if values or weights are not finite, or do not go together
     */
    static Distribution discrete(List<Double> values, @Nullable List<Double> weights) {
        return new Discrete(values, weights);
    }

    /**
     * {@return a distribution of observations, which are drawn again with equal chance}
     *
     * @param values what was observed, at least one, in any order
     * @throws InvalidScenarioException if there is none, or one is not finite
     */
    static Distribution empirical(double... values) {
        return new Empirical(Arrays.stream(values).boxed().toList());
    }
}
