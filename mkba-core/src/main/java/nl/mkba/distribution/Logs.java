package nl.mkba.distribution;

/** Functions of {@code exp(μ + σ Z)}, Z being standard normal. */
final class Logs {

    private Logs() {}

    static double quantile(double mean, double sd, double p) {
        double z = p <= 0.5 ? StandardNormal.quantile(p) : -StandardNormal.quantile(1 - p);
        return StrictMath.exp(mean + sd * z);
    }

    static double cumulative(double mean, double sd, double x) {
        return x <= 0 ? 0 : StandardNormal.lower((StrictMath.log(x) - mean) / sd);
    }

    static double density(double mean, double sd, double x) {
        return x <= 0 || x == Double.POSITIVE_INFINITY
                ? 0
                : StandardNormal.density((StrictMath.log(x) - mean) / sd) / sd / x;
    }

    static QuantileTable table(Distribution distribution, double mean, double sd) {
        NormalLaw whole = new NormalLaw(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        double factor = StrictMath.exp(mean);
        return QuantileTable.cubics(
                distribution,
                new QuantileTable.Half(whole.exponentialAlong(false, sd), 0, factor),
                new QuantileTable.Half(whole.exponentialAlong(true, sd), 0, factor));
    }
}
