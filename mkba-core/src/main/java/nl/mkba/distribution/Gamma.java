package nl.mkba.distribution;

import java.util.List;
import java.util.Map;

/**
 * The gamma distribution with mean {@code shape · scale}.
 *
 * @param shape above 0
 * @param scale above 0, in the unit of the values
 */
record Gamma(double shape, double scale) implements Distribution, Continuous {
    Gamma {
        Check.finite(shape, scale);
        Check.require(shape > 0 && scale > 0, "rule_shape_scale", shape, scale);
    }

    @Override
    public String form() {
        return "gamma";
    }

    @Override
    public Map<String, List<Double>> parameters() {
        return new StatedNumbers().with("shape", shape).with("scale", scale).byName();
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

    private boolean isNearlyNormal() {
        return shape > Normal.LIMIT_SHAPE;
    }

    private Normal nearlyNormal() {
        return Normal.limitOf(this);
    }

    private GammaFunctions law() {
        return new GammaFunctions(shape);
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
        if (Check.chance(p) == 0 || p == 1) {
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
        return CubicTable.of(
                this,
                new CubicTable.Half(law().along(false), 0, scale),
                new CubicTable.Half(law().along(true), 0, scale));
    }
}
