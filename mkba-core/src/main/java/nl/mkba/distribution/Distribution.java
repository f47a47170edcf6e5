package nl.mkba.distribution;

import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import org.apache.commons.math3.special.Erf;
import org.jspecify.annotations.Nullable;

/**
 * The probability distribution of an uncertain parameter, in the parameter's own unit and before any price index. Every
 * constructor refuses parameters that are not finite or out of order with an {@link InvalidScenarioException} whose
 * problem has no path.
 */
public sealed interface Distribution {

    /** The expected value. */
    double mean();

    /** The least value it can take, or minus infinity. */
    double lowest();

    /** The greatest value it can take, or infinity. */
    double highest();

    /** Every value between {@code low} and {@code high} equally likely; {@code low < high}. */
    record Uniform(double low, double high) implements Distribution {
        public Uniform {
            finite(low, high);
            require(low < high, "low < high", low, high);
        }

        @Override
        public double mean() {
            return low + (high - low) / 2;
        }

        @Override
        public double lowest() {
            return low;
        }

        @Override
        public double highest() {
            return high;
        }
    }

    /** Density that rises linearly from {@code min} to {@code mode} and falls linearly to {@code max}. */
    record Triangular(double min, double mode, double max) implements Distribution {
        public Triangular {
            finite(min, mode, max);
            require(min <= mode && mode <= max && min < max, "min ≤ mode ≤ max, min < max", min, mode, max);
        }

        @Override
        public double mean() {
            return (min + mode + max) / 3;
        }

        @Override
        public double lowest() {
            return min;
        }

        @Override
        public double highest() {
            return max;
        }
    }

    /**
     * The beta distribution on {@code min … max} with {@code α = 1 + 4 (mode − min)/(max − min)} and {@code β = 1 + 4
     * (max − mode)/(max − min)} (Malcolm, Roseboom, Clark and Fazar 1959); its mean is {@code (min + 4 mode + max)/6}.
     */
    record Pert(double min, double mode, double max) implements Distribution {
        public Pert {
            finite(min, mode, max);
            require(min <= mode && mode <= max && min < max, "min ≤ mode ≤ max, min < max", min, mode, max);
        }

        @Override
        public double mean() {
            return (min + 4 * mode + max) / 6;
        }

        @Override
        public double lowest() {
            return min;
        }

        @Override
        public double highest() {
            return max;
        }
    }

    /**
     * The normal distribution, truncated to {@code min … max} where these are given.
     *
     * @param location the mean before truncation
     * @param sd standard deviation before truncation, above 0
     * @param min lower truncation point, or null
     * @param max upper truncation point, or null
     */
    record Normal(
            double location,
            double sd,
            @Nullable Double min,
            @Nullable Double max) implements Distribution {
        public Normal {
            finite(location, sd);
            finite(lowest(min), highest(max));
            require(sd > 0, "sd > 0", sd);
            double low = lowest(min);
            double high = highest(max);
            require(low < high, "min < max", low, high);
            require(mass((low - location) / sd, (high - location) / sd) > 0, "P(min < x < max) > 0", low, high);
        }

        private static double lowest(@Nullable Double min) {
            return min == null ? -Double.MAX_VALUE : min;
        }

        private static double highest(@Nullable Double max) {
            return max == null ? Double.MAX_VALUE : max;
        }

        /**
         * The mean after truncation: {@code μ + σ (φ(a) − φ(b)) / (Φ(b) − Φ(a))} with {@code a} and {@code b} the
         * standardised truncation points (Johnson, Kotz and Balakrishnan 1994, volume 1, section 13.10).
         */
        @Override
        public double mean() {
            if (min == null && max == null) {
                return location;
            }
            double a = (lowest(min) - location) / sd;
            double b = (highest(max) - location) / sd;
            double truncated = location + sd * (density(a) - density(b)) / mass(a, b);
            return Math.min(highest(max), Math.max(lowest(min), truncated));
        }

        private static double density(double z) {
            return StrictMath.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
        }

        /** Φ(b) − Φ(a), on the side where it does not cancel. */
        private static double mass(double a, double b) {
            double root = Math.sqrt(2);
            return a > 0
                    ? (Erf.erfc(a / root) - Erf.erfc(b / root)) / 2
                    : (Erf.erfc(-b / root) - Erf.erfc(-a / root)) / 2;
        }

        @Override
        public double lowest() {
            return min == null ? Double.NEGATIVE_INFINITY : min;
        }

        @Override
        public double highest() {
            return max == null ? Double.POSITIVE_INFINITY : max;
        }
    }

    /**
     * A variable whose logarithm is normal.
     *
     * @param mean of the variable itself, above 0
     * @param sd of the variable itself, above 0
     */
    record Lognormal(double mean, double sd) implements Distribution {
        public Lognormal {
            finite(mean, sd);
            require(mean > 0 && sd > 0, "mean > 0, sd > 0", mean, sd);
        }

        @Override
        public double lowest() {
            return 0;
        }

        @Override
        public double highest() {
            return Double.POSITIVE_INFINITY;
        }
    }

    /** The lognormal distribution that lies below {@code p5} with 5 % and below {@code p95} with 95 % probability. */
    record LognormalInterval(double p5, double p95) implements Distribution {

        /** The 95th percentile of the standard normal distribution. */
        private static final double Z95 = 1.6448536269514722;

        public LognormalInterval {
            finite(p5, p95);
            require(0 < p5 && p5 < p95, "0 < p5 < p95", p5, p95);
        }

        /** The mean of the variable's logarithm. */
        public double logMean() {
            return (StrictMath.log(p5) + StrictMath.log(p95)) / 2;
        }

        /** The standard deviation of the variable's logarithm. */
        public double logSd() {
            return (StrictMath.log(p95) - StrictMath.log(p5)) / (2 * Z95);
        }

        @Override
        public double mean() {
            return StrictMath.exp(logMean() + logSd() * logSd() / 2);
        }

        @Override
        public double lowest() {
            return 0;
        }

        @Override
        public double highest() {
            return Double.POSITIVE_INFINITY;
        }
    }

    /**
     * The beta distribution with shapes {@code alpha} and {@code beta}, on 0 … 1 or on {@code min … max}.
     *
     * @param min lower end, or null for 0
     * @param max upper end, or null for 1
     */
    record Beta(
            double alpha,
            double beta,
            @Nullable Double min,
            @Nullable Double max) implements Distribution {
        public Beta {
            double low = min == null ? 0 : min;
            double high = max == null ? 1 : max;
            finite(alpha, beta, low, high);
            require(alpha > 0 && beta > 0, "alpha > 0, beta > 0", alpha, beta);
            require(low < high, "min < max", low, high);
        }

        @Override
        public double mean() {
            return lowest() + (highest() - lowest()) * alpha / (alpha + beta);
        }

        @Override
        public double lowest() {
            return min == null ? 0 : min;
        }

        @Override
        public double highest() {
            return max == null ? 1 : max;
        }
    }

    /** The gamma distribution with mean {@code shape · scale}. */
    record Gamma(double shape, double scale) implements Distribution {
        public Gamma {
            finite(shape, scale);
            require(shape > 0 && scale > 0, "shape > 0, scale > 0", shape, scale);
        }

        @Override
        public double mean() {
            return shape * scale;
        }

        @Override
        public double lowest() {
            return 0;
        }

        @Override
        public double highest() {
            return Double.POSITIVE_INFINITY;
        }
    }

    /**
     * A finite number of values, each with a chance in proportion to its weight.
     *
     * @param weights as many as values, none negative, not all 0; null for equal chances
     */
    record Discrete(List<Double> values, @Nullable List<Double> weights) implements Distribution {
        public Discrete {
            values = List.copyOf(values);
            weights = weights == null ? null : List.copyOf(weights);
            finite(values);
            require(!values.isEmpty(), "values", values.size());
            if (weights != null) {
                finite(weights);
                require(weights.size() == values.size(), "# weights = # values", weights.size(), values.size());
                double least = Collections.min(weights);
                require(least >= 0, "weight ≥ 0", least);
                require(weights.stream().anyMatch(weight -> weight > 0), "Σ weights > 0", 0);
            }
        }

        @Override
        public double mean() {
            List<Double> chances = weights;
            if (chances == null) {
                return values.stream().mapToDouble(Double::doubleValue).sum() / values.size();
            }
            double total = chances.stream().mapToDouble(Double::doubleValue).sum();
            return IntStream.range(0, values.size())
                    .mapToDouble(i -> values.get(i) * (chances.get(i) / total))
                    .sum();
        }

        @Override
        public double lowest() {
            return possible().min().orElseThrow();
        }

        @Override
        public double highest() {
            return possible().max().orElseThrow();
        }

        private DoubleStream possible() {
            List<Double> chances = weights;
            return IntStream.range(0, values.size())
                    .filter(i -> chances == null || chances.get(i) > 0)
                    .mapToDouble(values::get);
        }
    }

    /** Observations, resampled with equal chance. */
    record Empirical(List<Double> observations) implements Distribution {
        public Empirical {
            observations = List.copyOf(observations);
            finite(observations);
            require(!observations.isEmpty(), "observations", observations.size());
        }

        @Override
        public double mean() {
            return observations.stream().mapToDouble(Double::doubleValue).sum() / observations.size();
        }

        @Override
        public double lowest() {
            return observations.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        }

        @Override
        public double highest() {
            return observations.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        }
    }

    private static void finite(double... numbers) {
        for (double number : numbers) {
            if (!Double.isFinite(number)) {
                throw new InvalidScenarioException(
                        Problem.of(ProblemCode.NOT_FINITE, Problem.NO_PATH, Double.toString(number)));
            }
        }
    }

    private static void finite(List<Double> numbers) {
        finite(numbers.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static void require(boolean holds, String rule, double... found) {
        if (!holds) {
            StringBuilder numbers = new StringBuilder();
            for (double number : found) {
                numbers.append(numbers.length() == 0 ? "" : ", ").append(Problem.number(number));
            }
            throw new InvalidScenarioException(
                    Problem.of(ProblemCode.DISTRIBUTION_ORDER, Problem.NO_PATH, rule, numbers.toString()));
        }
    }
}
