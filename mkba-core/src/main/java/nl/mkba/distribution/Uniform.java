package nl.mkba.distribution;

import java.util.List;
import java.util.Map;

/**
 * Every value between {@code low} and {@code high} equally likely; {@code low < high}.
 *
 * @param low least value
 * @param high greatest value
 */
record Uniform(double low, double high) implements Distribution, Continuous {
    Uniform {
        low = Check.plain(low);
        high = Check.plain(high);
        Check.finite(low, high);
        Check.require(low < high, "rule_low_high", low, high);
    }

    @Override
    public String form() {
        return "uniform";
    }

    @Override
    public Map<String, List<Double>> parameters() {
        return new StatedNumbers().with("low", low).with("high", high).byName();
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
        return Math.min(high, low + Check.chance(p) * (high - low));
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
