package nl.mkba.distribution;

import java.util.ArrayList;
import java.util.List;

/**
 * How far the ranks of two variables under a Gaussian copula can go together, where equal values share their average rank.
 *
 * <p>A variable's mean rank is a sum of steps: at every point {@code a} of the normal score where the next value begins it
 * rises by half the chances of the values on either side. The covariance of two such steps is that of the events {@code Z₁ >
 * a} and {@code Z₂ > b}, which by Plackett (1954, "A reduction formula for normal multivariate integrals", Biometrika 41) is
 * the integral over θ from 0 to asin ρ of {@code exp(−(a² + b² − 2ab sin θ)/(2 cos² θ))/2π}; of a step and a continuous
 * variable the same with b = 0 and ρ/√2.
 */
final class TiedRanks {

    /** Neighbouring values are taken together up to this chance: the rank moves by half of it at most. */
    private static final double FINE = 0.005;

    private static final double PANEL = 0.2;

    /** Where the value changes, as a normal score, and by how much the mean rank then rises. */
    private record Step(double at, double rise) {}

    private TiedRanks() {}

    /** Whether equal values have a chance. */
    static boolean has(Distribution distribution) {
        return !(distribution instanceof Continuous);
    }

    /**
     * Spearman's rank correlation, ties at their average, of a great many draws.
     *
     * @param rank that of continuous variables under the same copula, from −1 to 1
     * @return 0 if one of them takes one value only
     */
    static double spearman(Distribution first, Distribution second, double rank) {
        double normal = Math.max(-1, Math.min(1, 2 * StrictMath.sin(Math.PI * rank / 6)));
        if (!has(first) && !has(second)) {
            return rank;
        }
        if (!has(first)) {
            return spearman(second, first, rank);
        }
        double variances = variance(first) * variance(second);
        if (!(variances > 0)) {
            return 0;
        }
        double covariance = 0;
        List<Step> others = has(second) ? steps(second) : List.of();
        for (Step step : steps(first)) {
            if (has(second)) {
                for (Step other : others) {
                    covariance += step.rise() * other.rise() * together(step.at(), other.at(), normal);
                }
            } else {
                covariance += step.rise() * together(step.at(), 0, normal / Math.sqrt(2));
            }
        }
        return covariance / Math.sqrt(variances);
    }

    /** The variance of the mean rank, as a part of the number of draws: {@code (1 − Σ p³)/12}. */
    private static double variance(Distribution distribution) {
        double cubes = 0;
        if (has(distribution)) {
            for (double chance : chances(distribution)) {
                cubes += chance * chance * chance;
            }
        }
        return (1 - cubes) / 12;
    }

    /** The chance of each value, in ascending order. */
    private static List<Double> chances(Distribution distribution) {
        Steps steps = Steps.of(distribution);
        List<Double> chances = new ArrayList<>();
        double before = 0;
        for (int i = 0; i < steps.values.length; i++) {
            if (i + 1 == steps.values.length || steps.values[i + 1] > steps.values[i]) {
                chances.add(steps.cumulative[i] - before);
                before = steps.cumulative[i];
            }
        }
        return chances;
    }

    private static List<Step> steps(Distribution distribution) {
        List<Double> together = new ArrayList<>();
        double sum = 0;
        for (double chance : chances(distribution)) {
            if (sum > 0 && sum + chance > FINE) {
                together.add(sum);
                sum = 0;
            }
            sum += chance;
        }
        together.add(sum);
        List<Step> steps = new ArrayList<>();
        double below = 0;
        for (int i = 0; i + 1 < together.size(); i++) {
            below += together.get(i);
            steps.add(
                    new Step(StandardNormal.quantile(Math.min(below, 1)), (together.get(i) + together.get(i + 1)) / 2));
        }
        return steps;
    }

    /** The covariance of the events that two normal scores exceed a and b. */
    private static double together(double a, double b, double correlation) {
        double end = StrictMath.asin(correlation);
        double low = Math.min(0, end);
        double high = Math.max(0, end);
        double integral = Quadrature.over(low, high, PANEL, theta -> {
            double cosine = StrictMath.cos(theta);
            return StrictMath.exp(-(a * a + b * b - 2 * a * b * StrictMath.sin(theta)) / (2 * cosine * cosine));
        });
        return (end < 0 ? -integral : integral) / (2 * Math.PI);
    }
}
