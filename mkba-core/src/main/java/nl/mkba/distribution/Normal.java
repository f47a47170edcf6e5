package nl.mkba.distribution;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
        @Nullable Double max) implements Distribution, Continuous {

    /**
     * The shape above which beta and gamma distributions are the normal distribution with their mean and deviation, within 2·10⁻⁷
     * in probability (by the first term of Edgeworth's series, skewness times 0.066).
     */
    static final double LIMIT_SHAPE = 1e12;

    Normal {
        location = Check.plain(location);
        min = Check.plain(min);
        max = Check.plain(max);
        Check.finite(location, sd);
        Check.finite(lowest(min), highest(max));
        Check.require(sd > 0, "rule_sd", sd);
        double low = lowest(min);
        double high = highest(max);
        Check.require(low < high, "rule_min_max", low, high);
        double mass = new NormalFunctions((low - location) / sd, (high - location) / sd).mass();
        Check.require(mass > 0, "rule_mass", low, high);
    }

    /** The normal distribution that a beta or gamma distribution comes down to above {@link #LIMIT_SHAPE}. */
    static Normal limitOf(Distribution form) {
        double sd = Math.max(form.standardDeviation(), Double.MIN_NORMAL);
        double highest = form.highest();
        return new Normal(form.mean(), sd, form.lowest(), Double.isFinite(highest) ? highest : null);
    }

    private static double lowest(@Nullable Double min) {
        return min == null ? -Double.MAX_VALUE : min;
    }

    private static double highest(@Nullable Double max) {
        return max == null ? Double.MAX_VALUE : max;
    }

    @Override
    public String form() {
        return "normal";
    }

    @Override
    public Map<String, List<Double>> parameters() {
        return new StatedNumbers()
                .with("mean", location)
                .with("sd", sd)
                .with("min", min)
                .with("max", max)
                .byName();
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

    private NormalFunctions law() {
        return new NormalFunctions((lowest() - location) / sd, (highest() - location) / sd);
    }

    private double inside(double x) {
        return Math.min(highest(), Math.max(lowest(), x));
    }

    @Override
    public double quantile(double p) {
        if (Check.chance(p) == 0 || p == 1) {
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
        return min == null && max == null ? Standard.TABLE.scaled(this, location, sd) : cubics();
    }

    private QuantileTable cubics() {
        return CubicTable.of(
                this,
                new CubicTable.Half(law().along(false), location, sd),
                new CubicTable.Half(law().along(true), location, sd));
    }

    /** What every table of a normal distribution that is not truncated is made of; itself made when first asked for. */
    private static final class Standard {
        static final CubicTable TABLE = (CubicTable) new Normal(0, 1, null, null).cubics();
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
