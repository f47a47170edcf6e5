package nl.mkba.distribution;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A finite number of values, each with a chance in proportion to its weight.
 *
 * @param values what it can be, at least one; a value may occur more than once
 * @param weights as many as values, none negative, not all 0; null for equal chances
 */
record Discrete(List<Double> values, @Nullable List<Double> weights) implements Distribution {
    Discrete {
        values = Check.plain(values);
        weights = weights == null ? null : Check.plain(weights);
        Check.finite(values);
        Check.require(!values.isEmpty(), "rule_values", values.size());
        if (weights != null) {
            Check.finite(weights);
            Check.require(weights.size() == values.size(), "rule_weights_count", weights.size(), values.size());
            double least = Collections.min(weights);
            Check.require(least >= 0, "rule_weight", least);
            double total = weights.stream().mapToDouble(Double::doubleValue).sum();
            Check.require(total > 0, "rule_weights_sum", total);
            Check.require(total < Double.POSITIVE_INFINITY, "rule_weights_finite", total);
        }
    }

    @Override
    public String form() {
        return "discrete";
    }

    @Override
    public Map<String, List<Double>> parameters() {
        return new StatedNumbers()
                .with("values", values)
                .with("weights", weights)
                .byName();
    }

    @Override
    public double mean() {
        List<Double> chances = weights;
        if (chances == null) {
            return values.stream().mapToDouble(Double::doubleValue).sum() / values.size();
        }
        double total = chances.stream().mapToDouble(Double::doubleValue).sum();
        return IntStream.range(0, values.size())
                .mapToDouble(i -> values.get(i) * (chances.get(i) / total))
                .sum();
    }

    @Override
    public double lowest() {
        return possible().min().orElseThrow();
    }

    @Override
    public double highest() {
        return possible().max().orElseThrow();
    }

    private DoubleStream possible() {
        List<Double> chances = weights;
        return IntStream.range(0, values.size())
                .filter(i -> chances == null || chances.get(i) > 0)
                .mapToDouble(values::get);
    }

    private Steps steps() {
        return new Steps(values, weights);
    }

    @Override
    public Optional<double[]> possibleValues() {
        return Optional.of(steps().distinct());
    }

    @Override
    public double standardDeviation() {
        return steps().sd(mean());
    }

    @Override
    public double quantile(double p) {
        return steps().quantile(Check.chance(p));
    }

    @Override
    public double cumulative(double x) {
        return steps().cumulative(x);
    }

    @Override
    public QuantileTable table() {
        return QuantileTable.steps(this, steps());
    }
}
