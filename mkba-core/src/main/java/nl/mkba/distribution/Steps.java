package nl.mkba.distribution;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Values in ascending order with the chance of not exceeding each; values without a chance are left out. */
final class Steps {

    final double[] values;
    final double[] cumulative;

    Steps(List<Double> unordered, @Nullable List<Double> weights) {
        int[] order = IntStream.range(0, unordered.size())
                .filter(i -> weights == null || weights.get(i) > 0)
                .boxed()
                .sorted(Comparator.comparing(unordered::get))
                .mapToInt(Integer::intValue)
                .toArray();
        values = new double[order.length];
        cumulative = new double[order.length];
        double sum = 0;
        for (int i = 0; i < order.length; i++) {
            values[i] = unordered.get(order[i]);
            sum += weights == null ? 1 : weights.get(order[i]);
            cumulative[i] = sum;
        }
        for (int i = 0; i < order.length; i++) {
            cumulative[i] /= sum;
        }
    }

    /** Those of a distribution that is not continuous. */
    static Steps of(Distribution distribution) {
        if (distribution instanceof Discrete discrete) {
            return new Steps(discrete.values(), discrete.weights());
        }
        if (distribution instanceof Empirical empirical) {
            return new Steps(empirical.observations(), null);
        }
        throw new IllegalArgumentException("A continuous distribution has no steps");
    }

    /** The first value whose cumulative chance reaches p. */
    double quantile(double p) {
        int found = Arrays.binarySearch(cumulative, p);
        int i = found < 0 ? -found - 1 : found;
        while (i > 0 && cumulative[i - 1] >= p) {
            i--;
        }
        return values[i];
    }

    /** The values, each once. */
    double[] distinct() {
        return Arrays.stream(values).distinct().toArray();
    }

    double cumulative(double x) {
        int found = Arrays.binarySearch(values, x);
        int i = found < 0 ? -found - 1 : found + 1;
        while (i < values.length && values[i] <= x) {
            i++;
        }
        return i == 0 ? 0 : cumulative[i - 1];
    }

    /** The standard deviation, around the given mean. */
    double sd(double mean) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            double chance = cumulative[i] - (i == 0 ? 0 : cumulative[i - 1]);
            sum += chance * (values[i] - mean) * (values[i] - mean);
        }
        return Math.sqrt(sum);
    }
}
