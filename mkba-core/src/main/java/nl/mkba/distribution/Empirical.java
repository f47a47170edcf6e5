package nl.mkba.distribution;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Observations, resampled with equal chance.
 *
 * @param observations what was observed, at least one, in any order
 */
record Empirical(List<Double> observations) implements Distribution {
    Empirical {
        observations = Check.plain(observations);
        Check.finite(observations);
        Check.require(!observations.isEmpty(), "rule_observations", observations.size());
    }

    @Override
    public String form() {
        return "empirical";
    }

    @Override
    public Map<String, List<Double>> parameters() {
        return new StatedNumbers().with("values", observations).byName();
    }

    @Override
    public double mean() {
        return observations.stream().mapToDouble(Double::doubleValue).sum() / observations.size();
    }

    @Override
    public double lowest() {
        return observations.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    @Override
    public double highest() {
        return observations.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }

    private Steps steps() {
        return new Steps(observations, null);
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
