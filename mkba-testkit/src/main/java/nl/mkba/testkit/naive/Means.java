package nl.mkba.testkit.naive;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import nl.mkba.distribution.Beta;
import nl.mkba.distribution.Discrete;
import nl.mkba.distribution.Distribution;
import nl.mkba.distribution.Empirical;
import nl.mkba.distribution.Gamma;
import nl.mkba.distribution.Lognormal;
import nl.mkba.distribution.LognormalInterval;
import nl.mkba.distribution.Normal;
import nl.mkba.distribution.Pert;
import nl.mkba.distribution.Triangular;
import nl.mkba.distribution.Uniform;

/** The mean of a distribution from its definition. */
final class Means {

    private Means() {}

    static BigDecimal of(Distribution distribution) {
        if (distribution instanceof Uniform d) {
            return decimal(d.low()).add(decimal(d.high())).divide(BigDecimal.valueOf(2));
        }
        if (distribution instanceof Triangular d) {
            return Decimals.over(decimal(d.min()).add(decimal(d.mode())).add(decimal(d.max())), BigDecimal.valueOf(3));
        }
        if (distribution instanceof Pert d) {
            // a beta variable on min … max has mean min + (max − min) α / (α + β)
            BigDecimal range = decimal(d.max()).subtract(decimal(d.min()));
            BigDecimal four = BigDecimal.valueOf(4);
            BigDecimal alpha = Decimals.ONE.add(
                    Decimals.over(four.multiply(decimal(d.mode()).subtract(decimal(d.min()))), range));
            BigDecimal beta = Decimals.ONE.add(
                    Decimals.over(four.multiply(decimal(d.max()).subtract(decimal(d.mode()))), range));
            return decimal(d.min()).add(Decimals.over(Decimals.times(range, alpha), alpha.add(beta)));
        }
        if (distribution instanceof Normal d) {
            return d.min() == null && d.max() == null ? decimal(d.location()) : new BigDecimal(truncatedMean(d));
        }
        if (distribution instanceof Lognormal d) {
            return decimal(d.mean());
        }
        if (distribution instanceof LognormalInterval d) {
            double low = StrictMath.log(d.p5());
            double high = StrictMath.log(d.p95());
            double sd = (high - low) / 2 / 1.6448536269514722;
            return new BigDecimal(StrictMath.exp((low + high) / 2 + sd * sd / 2));
        }
        if (distribution instanceof Beta d) {
            BigDecimal min = d.min() == null ? Decimals.ZERO : decimal(d.min());
            BigDecimal max = d.max() == null ? Decimals.ONE : decimal(d.max());
            BigDecimal alpha = decimal(d.alpha());
            return min.add(Decimals.over(Decimals.times(max.subtract(min), alpha), alpha.add(decimal(d.beta()))));
        }
        if (distribution instanceof Gamma d) {
            return Decimals.times(decimal(d.shape()), decimal(d.scale()));
        }
        if (distribution instanceof Discrete d) {
            List<Double> weights =
                    d.weights() == null ? Collections.nCopies(d.values().size(), 1.0) : d.weights();
            return weighted(d.values(), weights);
        }
        if (distribution instanceof Empirical d) {
            return weighted(
                    d.observations(), Collections.nCopies(d.observations().size(), 1.0));
        }
        throw new IllegalArgumentException("There is no mean of " + distribution);
    }

    private static BigDecimal decimal(double number) {
        return new BigDecimal(number);
    }

    private static BigDecimal weighted(List<Double> values, List<Double> weights) {
        BigDecimal sum = Decimals.ZERO;
        BigDecimal total = Decimals.ZERO;
        for (int i = 0; i < values.size(); i++) {
            sum = sum.add(decimal(values.get(i)).multiply(decimal(weights.get(i))));
            total = total.add(decimal(weights.get(i)));
        }
        return Decimals.over(sum, total);
    }

    /** The centre of gravity of the normal density between the truncation points, by Simpson's rule. */
    private static double truncatedMean(Normal normal) {
        double low = normal.min() == null ? -12 : Math.max(-12, (normal.min() - normal.location()) / normal.sd());
        double high = normal.max() == null ? 12 : Math.min(12, (normal.max() - normal.location()) / normal.sd());
        int steps = 4000;
        double width = (high - low) / steps;
        double mass = 0;
        double moment = 0;
        for (int i = 0; i <= steps; i++) {
            double z = low + i * width;
            double weight = (i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2) * StrictMath.exp(-z * z / 2);
            mass += weight;
            moment += weight * z;
        }
        return normal.location() + normal.sd() * (moment / mass);
    }
}
