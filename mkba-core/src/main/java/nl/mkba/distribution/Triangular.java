package nl.mkba.distribution;

import java.util.List;
import java.util.Map;

/**
 * Density that rises linearly from {@code min} to {@code mode} and falls linearly to {@code max}.
 *
 * @param min least value
 * @param mode likeliest value
 * @param max greatest value
 */
record Triangular(double min, double mode, double max) implements Distribution, Continuous {
    Triangular {
        min = Check.plain(min);
        mode = Check.plain(mode);
        max = Check.plain(max);
        Check.finite(min, mode, max);
        Check.require(min <= mode && mode <= max && min < max, "rule_order", min, mode, max);
    }

    @Override
    public String form() {
        return "triangular";
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
        double x = Check.chance(p) <= turn() ? min + Math.sqrt(p * below()) : max - Math.sqrt((1 - p) * above());
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
