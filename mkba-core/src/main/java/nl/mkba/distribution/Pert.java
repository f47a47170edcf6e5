package nl.mkba.distribution;

import java.util.List;
import java.util.Map;

/**
 * The beta distribution on {@code min … max} with {@code α = 1 + 4 (mode − min)/(max − min)} and {@code β = 1 + 4
 * (max − mode)/(max − min)} (Malcolm, Roseboom, Clark and Fazar 1959); its mean is {@code (min + 4 mode + max)/6}.
 *
 * @param min least value
 * @param mode likeliest value
 * @param max greatest value
 */
record Pert(double min, double mode, double max) implements Distribution, Continuous {
    Pert {
        min = Check.plain(min);
        mode = Check.plain(mode);
        max = Check.plain(max);
        Check.finite(min, mode, max);
        Check.require(min <= mode && mode <= max && min < max, "rule_order", min, mode, max);
    }

    @Override
    public String form() {
        return "pert";
    }

    @Override
    public Map<String, List<Double>> parameters() {
        return new StatedNumbers()
                .with("min", min)
                .with("mode", mode)
                .with("max", max)
                .byName();
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
