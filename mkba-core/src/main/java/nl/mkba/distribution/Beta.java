package nl.mkba.distribution;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The beta distribution with shapes {@code alpha} and {@code beta}, on 0 … 1 or on {@code min … max}.
 *
 * @param alpha first shape, above 0
 * @param beta second shape, above 0
 * @param min lower end, or null for 0
 * @param max upper end, or null for 1
 */
record Beta(
        double alpha,
        double beta,
        @Nullable Double min,
        @Nullable Double max) implements Distribution, Continuous {
    Beta {
        min = Check.plain(min);
        max = Check.plain(max);
        double low = min == null ? 0 : min;
        double high = max == null ? 1 : max;
        Check.finite(alpha, beta, low, high);
        Check.require(alpha > 0 && beta > 0, "rule_alpha_beta", alpha, beta);
        Check.require(low < high, "rule_min_max", low, high);
    }

    @Override
    public String form() {
        return "beta";
    }

    @Override
    public Map<String, List<Double>> parameters() {
        return new StatedNumbers()
                .with("alpha", alpha)
                .with("beta", beta)
                .with("min", min)
                .with("max", max)
                .byName();
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

    private boolean isNearlyNormal() {
        return Math.min(alpha, beta) > Normal.LIMIT_SHAPE;
    }

    private Normal nearlyNormal() {
        return Normal.limitOf(this);
    }

    private BetaFunctions law() {
        return new BetaFunctions(alpha, beta);
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
        if (Check.chance(p) == 0 || p == 1) {
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
        return CubicTable.of(
                this,
                new CubicTable.Half(law().along(false), lowest(), width()),
                new CubicTable.Half(law().along(true), highest(), -width()));
    }
}
