package nl.mkba.distribution;

/** Functions of {@code m exp(σ Z)}, m being the median and Z standard normal. */
final class Logs {

    private Logs() {}

    static double quantile(double median, double sd, double p) {
        double z = p <= 0.5 ? StandardNormal.quantile(p) : -StandardNormal.quantile(1 - p);
        return median * StrictMath.exp(sd * z);
    }

    static double cumulative(double median, double sd, double x) {
        return x <= 0 ? 0 : StandardNormal.lower(StrictMath.log(x / median) / sd);
    }

    static double density(double median, double sd, double x) {
        return x <= 0 || x == Double.POSITIVE_INFINITY
                ? 0
                : StandardNormal.density(StrictMath.log(x / median) / sd) / sd / x;
    }

    static QuantileTable table(Distribution distribution, double median, double sd) {
        NormalFunctions whole = new NormalFunctions(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        return CubicTable.of(
                distribution,
                new CubicTable.Half(whole.exponentialAlong(false, sd), 0, median),
                new CubicTable.Half(whole.exponentialAlong(true, sd), 0, median));
    }
}
