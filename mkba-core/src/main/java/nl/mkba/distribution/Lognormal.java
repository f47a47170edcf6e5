package nl.mkba.distribution;

import java.util.List;
import java.util.Map;

/**
 * A variable whose logarithm is normal.
 *
 * @param mean of the variable itself, above 0
 * @param sd of the variable itself, above 0
 */
record Lognormal(double mean, double sd) implements Distribution, Continuous {
    Lognormal {
        Check.finite(mean, sd);
        Check.require(mean > 0 && sd > 0, "rule_mean_sd", mean, sd);
    }

    @Override
    public double standardDeviation() {
        return sd;
    }

    @Override
    public String form() {
        return "lognormal";
    }

    @Override
    public Map<String, List<Double>> parameters() {
        return new StatedNumbers().with("mean", mean).with("sd", sd).byName();
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
