package nl.mkba.distribution;

import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
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
    QuantileTable table();

    /** A distribution with a density. */
    sealed interface Continuous extends Distribution {

        /** The density at x, 0 outside the range; infinite where it grows without bound. */
        double density(double x);
    }

    /** Every value between {@code low} and {@code high} equally likely; {@code low < high}. */
    record Uniform(double low, double high) implements Continuous {
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

        @Override
        public double standardDeviation() {
            return (high - low) / Math.sqrt(12);
        }

        @Override
        public double quantile(double p) {
            return Math.min(high, low + chance(p) * (high - low));
        }

        @Override
        public double cumulative(double x) {
            return x <= low ? 0 : x >= high ? 1 : (x - low) / (high - low);
        }

        @Override
        public double density(double x) {
            return x < low || x > high ? 0 : 1 / (high - low);
        }

        @Override
        public QuantileTable table() {
            return QuantileTable.uniform(this);
        }
    }

    /** Density that rises linearly from {@code min} to {@code mode} and falls linearly to {@code max}. */
    record Triangular(double min, double mode, double max) implements Continuous {
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

        /** {@code √((w² − d (w − d))/18)}, w being the width and d the distance from min to mode. */
        @Override
        public double standardDeviation() {
            double width = max - min;
            double rise = mode - min;
            return Math.sqrt((width * width - rise * (width - rise)) / 18);
        }

        /** The chance below the mode. */
        double turn() {
            return (mode - min) / (max - min);
        }

        /** {@code (x − min)²/F(x)} below the mode. */
        double below() {
            return (max - min) * (mode - min);
        }

        /** {@code (max − x)²/(1 − F(x))} above the mode. */
        double above() {
            return (max - min) * (max - mode);
        }

        @Override
        public double quantile(double p) {
            double x = chance(p) <= turn() ? min + Math.sqrt(p * below()) : max - Math.sqrt((1 - p) * above());
            return Math.min(max, Math.max(min, x));
        }

        @Override
        public double cumulative(double x) {
            if (x <= min || x >= max) {
                return x <= min ? 0 : 1;
            }
            return x <= mode ? (x - min) * (x - min) / below() : 1 - (max - x) * (max - x) / above();
        }

        @Override
        public double density(double x) {
            if (x < min || x > max) {
                return 0;
            }
            return 2 * (x < mode ? (x - min) / below() : x > mode ? (max - x) / above() : 1 / (max - min));
        }

        @Override
        public QuantileTable table() {
            return QuantileTable.triangular(this);
        }
    }

    /**
     * The beta distribution on {@code min … max} with {@code α = 1 + 4 (mode − min)/(max − min)} and {@code β = 1 + 4
     * (max − mode)/(max − min)} (Malcolm, Roseboom, Clark and Fazar 1959); its mean is {@code (min + 4 mode + max)/6}.
     */
    record Pert(double min, double mode, double max) implements Continuous {
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

        Beta beta() {
            double width = max - min;
            return new Beta(1 + 4 * ((mode - min) / width), 1 + 4 * ((max - mode) / width), min, max);
        }

        /** {@code √((μ − min)(max − μ)/7)}. */
        @Override
        public double standardDeviation() {
            return beta().standardDeviation();
        }

        @Override
        public double quantile(double p) {
            return beta().quantile(p);
        }

        @Override
        public double cumulative(double x) {
            return beta().cumulative(x);
        }

        @Override
        public double density(double x) {
            return beta().density(x);
        }

        @Override
        public QuantileTable table() {
            return beta().table();
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
            @Nullable Double max) implements Continuous {
        public Normal {
            finite(location, sd);
            finite(lowest(min), highest(max));
            require(sd > 0, "sd > 0", sd);
            double low = lowest(min);
            double high = highest(max);
            require(low < high, "min < max", low, high);
            double mass = new NormalLaw((low - location) / sd, (high - location) / sd).mass();
            require(mass > 0, "P(min < x < max) > 0", low, high);
        }

        private static double lowest(@Nullable Double min) {
            return min == null ? -Double.MAX_VALUE : min;
        }

        private static double highest(@Nullable Double max) {
            return max == null ? Double.MAX_VALUE : max;
        }

        /** The mean after truncation. */
        @Override
        public double mean() {
            return inside(location + sd * law().moments()[0]);
        }

        /** The standard deviation after truncation. */
        @Override
        public double standardDeviation() {
            return sd * law().moments()[1];
        }

        private NormalLaw law() {
            return new NormalLaw((lowest() - location) / sd, (highest() - location) / sd);
        }

        private double inside(double x) {
            return Math.min(highest(), Math.max(lowest(), x));
        }

        @Override
        public double quantile(double p) {
            if (chance(p) == 0 || p == 1) {
                return p == 0 ? lowest() : highest();
            }
            return inside(location + sd * law().quantile(p, 1 - p));
        }

        @Override
        public double cumulative(double x) {
            return law().lower((x - location) / sd);
        }

        @Override
        public double density(double x) {
            return x < lowest() || x > highest() ? 0 : law().density((x - location) / sd) / sd;
        }

        @Override
        public QuantileTable table() {
            return QuantileTable.cubics(
                    this,
                    new QuantileTable.Half(law().along(false), location, sd),
                    new QuantileTable.Half(law().along(true), location, sd));
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
    record Lognormal(double mean, double sd) implements Continuous {
        public Lognormal {
            finite(mean, sd);
            require(mean > 0 && sd > 0, "mean > 0, sd > 0", mean, sd);
        }

        @Override
        public double standardDeviation() {
            return sd;
        }

        @Override
        public double lowest() {
            return 0;
        }

        @Override
        public double highest() {
            return Double.POSITIVE_INFINITY;
        }

        /** {@code mean/√(1 + (sd/mean)²)}. */
        private double median() {
            return mean * (mean / StrictMath.hypot(mean, sd));
        }

        /** The mean of the variable's logarithm, {@code ln(mean) − σ²/2}. */
        public double logMean() {
            return StrictMath.log(mean) - logSd() * logSd() / 2;
        }

        /** The standard deviation of the variable's logarithm, {@code σ = √ln(1 + (sd/mean)²)}. */
        public double logSd() {
            double ratio = sd / mean;
            return Math.sqrt(
                    ratio < 1e100 ? StrictMath.log1p(ratio * ratio) : 2 * (StrictMath.log(sd) - StrictMath.log(mean)));
        }

        @Override
        public double quantile(double p) {
            return Logs.quantile(median(), logSd(), chance(p));
        }

        @Override
        public double cumulative(double x) {
            return Logs.cumulative(median(), logSd(), x);
        }

        @Override
        public double density(double x) {
            return Logs.density(median(), logSd(), x);
        }

        @Override
        public QuantileTable table() {
            return Logs.table(this, median(), logSd());
        }
    }

    /** The lognormal distribution that lies below {@code p5} with 5 % and below {@code p95} with 95 % probability. */
    record LognormalInterval(double p5, double p95) implements Continuous {

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

        private double median() {
            return Math.sqrt(p5) * Math.sqrt(p95);
        }

        @Override
        public double standardDeviation() {
            return mean() * Math.sqrt(StrictMath.expm1(logSd() * logSd()));
        }

        @Override
        public double quantile(double p) {
            return Logs.quantile(median(), logSd(), chance(p));
        }

        @Override
        public double cumulative(double x) {
            return Logs.cumulative(median(), logSd(), x);
        }

        @Override
        public double density(double x) {
            return Logs.density(median(), logSd(), x);
        }

        @Override
        public QuantileTable table() {
            return Logs.table(this, median(), logSd());
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
            @Nullable Double max) implements Continuous {
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

        private double width() {
            return highest() - lowest();
        }

        /**
         * Whether the normal distribution with this mean and deviation is the same within 2·10⁻⁷ in probability (by the
         * first term of Edgeworth's series, skewness times 0.066).
         */
        private boolean isNearlyNormal() {
            return Math.min(alpha, beta) > 1e12;
        }

        private Normal nearlyNormal() {
            return new Normal(mean(), Math.max(standardDeviation(), Double.MIN_NORMAL), lowest(), highest());
        }

        private BetaLaw law() {
            return new BetaLaw(alpha, beta);
        }

        /** {@code w √(αβ/(α + β + 1))/(α + β)}, w being the width. */
        @Override
        public double standardDeviation() {
            double sum = alpha + beta;
            return width() * Math.sqrt(alpha / sum * (beta / sum) / (sum + 1));
        }

        @Override
        public double quantile(double p) {
            if (isNearlyNormal()) {
                return nearlyNormal().quantile(p);
            }
            if (chance(p) == 0 || p == 1) {
                return p == 0 ? lowest() : highest();
            }
            return law().quantile(p, lowest(), highest());
        }

        @Override
        public double cumulative(double x) {
            if (isNearlyNormal()) {
                return nearlyNormal().cumulative(x);
            }
            return law().lower((x - lowest()) / width(), (highest() - x) / width());
        }

        @Override
        public double density(double x) {
            if (isNearlyNormal()) {
                return nearlyNormal().density(x);
            }
            return law().density((x - lowest()) / width(), (highest() - x) / width()) / width();
        }

        @Override
        public QuantileTable table() {
            if (isNearlyNormal()) {
                return nearlyNormal().table();
            }
            return QuantileTable.cubics(
                    this,
                    new QuantileTable.Half(law().along(false), lowest(), width()),
                    new QuantileTable.Half(law().along(true), highest(), -width()));
        }
    }

    /** The gamma distribution with mean {@code shape · scale}. */
    record Gamma(double shape, double scale) implements Continuous {
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

        /**
         * Whether the normal distribution with this mean and deviation is the same within 2·10⁻⁷ in probability (by the
         * first term of Edgeworth's series, skewness times 0.066).
         */
        private boolean isNearlyNormal() {
            return shape > 1e12;
        }

        private Normal nearlyNormal() {
            return new Normal(mean(), Math.max(standardDeviation(), Double.MIN_NORMAL), lowest(), null);
        }

        private GammaLaw law() {
            return new GammaLaw(shape);
        }

        @Override
        public double standardDeviation() {
            return Math.sqrt(shape) * scale;
        }

        @Override
        public double quantile(double p) {
            if (isNearlyNormal()) {
                return nearlyNormal().quantile(p);
            }
            if (chance(p) == 0 || p == 1) {
                return p == 0 ? 0 : Double.POSITIVE_INFINITY;
            }
            return scale * (p <= 0.5 ? law().lowerQuantile(p) : law().upperQuantile(1 - p));
        }

        @Override
        public double cumulative(double x) {
            if (isNearlyNormal()) {
                return nearlyNormal().cumulative(x);
            }
            return law().lower(x / scale);
        }

        @Override
        public double density(double x) {
            if (isNearlyNormal()) {
                return nearlyNormal().density(x);
            }
            return law().density(x / scale) / scale;
        }

        @Override
        public QuantileTable table() {
            if (isNearlyNormal()) {
                return nearlyNormal().table();
            }
            return QuantileTable.cubics(
                    this,
                    new QuantileTable.Half(law().along(false), 0, scale),
                    new QuantileTable.Half(law().along(true), 0, scale));
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

        private Steps steps() {
            return new Steps(values, weights);
        }

        @Override
        public double standardDeviation() {
            return steps().sd(mean());
        }

        @Override
        public double quantile(double p) {
            return steps().quantile(chance(p));
        }

        @Override
        public double cumulative(double x) {
            return steps().cumulative(x);
        }

        @Override
        public QuantileTable table() {
            return QuantileTable.steps(this, steps());
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

        private Steps steps() {
            return new Steps(observations, null);
        }

        @Override
        public double standardDeviation() {
            return steps().sd(mean());
        }

        @Override
        public double quantile(double p) {
            return steps().quantile(chance(p));
        }

        @Override
        public double cumulative(double x) {
            return steps().cumulative(x);
        }

        @Override
        public QuantileTable table() {
            return QuantileTable.steps(this, steps());
        }
    }

    private static double chance(double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("The chance (" + p + ") must be from 0 to 1");
        }
        return p;
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
