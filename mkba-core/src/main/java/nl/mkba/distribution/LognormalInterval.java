package nl.mkba.distribution;

import java.util.List;
import java.util.Map;

/**
 * The lognormal distribution that lies below {@code p5} with 5 % and below {@code p95} with 95 % probability.
 *
 * @param p5 5th percentile, above 0
 * @param p95 95th percentile, above {@code p5}
 */
record LognormalInterval(double p5, double p95) implements Distribution, Continuous {

    /** The 95th percentile of the standard normal distribution. */
    private static final double Z95 = 1.6448536269514722;

    LognormalInterval {
        Check.finite(p5, p95);
        Check.require(0 < p5 && p5 < p95, "rule_p5_p95", p5, p95);
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
    public String form() {
        return "lognormal";
    }

    @Override
    public Map<String, List<Double>> parameters() {
        return new StatedNumbers().with("p5", p5).with("p95", p95).byName();
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
        return Logs.quantile(median(), logSd(), Check.chance(p));
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
