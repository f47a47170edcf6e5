package nl.mkba.testkit.naive;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import nl.mkba.distribution.Distribution;
import org.jspecify.annotations.Nullable;

/** The mean of a distribution from its definition. */
final class Means {

    private final Map<String, List<Double>> parameters;

    private Means(Map<String, List<Double>> parameters) {
        this.parameters = parameters;
    }

    static BigDecimal of(Distribution distribution) {
        return new Means(distribution.parameters()).mean(distribution.form());
    }

    private BigDecimal mean(String form) {
        return switch (form) {
            case "uniform" -> decimal("low").add(decimal("high")).divide(BigDecimal.valueOf(2));
            case "triangular" ->
                Decimals.over(decimal("min").add(decimal("mode")).add(decimal("max")), BigDecimal.valueOf(3));
            case "pert" -> pert();
            case "normal" -> number("min") == null && number("max") == null ? decimal("mean") : truncatedMean();
            case "lognormal" -> number("p5") == null ? decimal("mean") : ofPercentiles();
            case "beta" ->
                beta(decimal("alpha"), decimal("beta"), decimal("min", Decimals.ZERO), decimal("max", Decimals.ONE));
            case "gamma" -> Decimals.times(decimal("shape"), decimal("scale"));
            case "discrete", "empirical" -> weighted();
            default -> throw new IllegalArgumentException("There is no mean of a distribution that is " + form);
        };
    }

    private BigDecimal pert() {
        BigDecimal min = decimal("min");
        BigDecimal mode = decimal("mode");
        BigDecimal max = decimal("max");
        BigDecimal range = max.subtract(min);
        BigDecimal four = BigDecimal.valueOf(4);
        BigDecimal alpha = Decimals.ONE.add(Decimals.over(four.multiply(mode.subtract(min)), range));
        BigDecimal beta = Decimals.ONE.add(Decimals.over(four.multiply(max.subtract(mode)), range));
        return beta(alpha, beta, min, max);
    }

    /** {@code min + (max − min) α / (α + β)}. */
    private static BigDecimal beta(BigDecimal alpha, BigDecimal beta, BigDecimal min, BigDecimal max) {
        return min.add(Decimals.over(Decimals.times(max.subtract(min), alpha), alpha.add(beta)));
    }

    private BigDecimal ofPercentiles() {
        double low = StrictMath.log(decimal("p5").doubleValue());
        double high = StrictMath.log(decimal("p95").doubleValue());
        double sd = (high - low) / 2 / 1.6448536269514722;
        return new BigDecimal(StrictMath.exp((low + high) / 2 + sd * sd / 2));
    }

    private BigDecimal weighted() {
        List<Double> values = stated("values");
        List<Double> weights = parameters.getOrDefault("weights", Collections.nCopies(values.size(), 1.0));
        BigDecimal sum = Decimals.ZERO;
        BigDecimal total = Decimals.ZERO;
        for (int i = 0; i < values.size(); i++) {
            sum = sum.add(new BigDecimal(values.get(i)).multiply(new BigDecimal(weights.get(i))));
            total = total.add(new BigDecimal(weights.get(i)));
        }
        return Decimals.over(sum, total);
    }

    /** The centre of gravity of the normal density between the truncation points, by Simpson's rule. */
    private BigDecimal truncatedMean() {
        double location = decimal("mean").doubleValue();
        double sd = decimal("sd").doubleValue();
        Double min = number("min");
        Double max = number("max");
        double low = min == null ? -12 : Math.max(-12, (min - location) / sd);
        double high = max == null ? 12 : Math.min(12, (max - location) / sd);
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
        return new BigDecimal(location + sd * (moment / mass));
    }

    private BigDecimal decimal(String name) {
        return new BigDecimal(stated(name).get(0));
    }

    private BigDecimal decimal(String name, BigDecimal otherwise) {
        Double number = number(name);
        return number == null ? otherwise : new BigDecimal(number);
    }

    private @Nullable Double number(String name) {
        List<Double> numbers = parameters.get(name);
        return numbers == null ? null : numbers.get(0);
    }

    private List<Double> stated(String name) {
        List<Double> numbers = parameters.get(name);
        if (numbers == null) {
            throw new IllegalArgumentException("The distribution does not state its " + name);
        }
        return numbers;
    }
}
