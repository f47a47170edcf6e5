package nl.mkba.engine.uncertainty;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.mkba.scenario.Correlation;
import nl.mkba.scenario.Replacement;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Simulation;
import nl.mkba.uncertainty.Cancellation;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.special.Erf;

/**
 * Draws with rank correlations by a Gaussian copula: independent normal scores are mixed so that they have the normal
 * correlations {@code 2 sin(π rank / 6)} (Pearson 1907; Iman and Conover 1982). For Latin hypercube sampling the mixed
 * scores decide only the order, so that every stratum keeps its one draw.
 */
final class CorrelatedUniforms implements Uniforms {

    private final Uniforms independent;
    private final int[] position;
    private final double[][] columns;

    private CorrelatedUniforms(Uniforms independent, int[] position, double[][] columns) {
        this.independent = independent;
        this.position = position;
        this.columns = columns;
    }

    /**
     * The draws of some parameters of a scenario. They depend on every parameter that is uncertain in any of its alternatives
     * and outlooks, so that they do not on which of these are looked at.
     *
     * @param parameters ids of parameters that are uncertain
     * @param cancellation asked while correlated draws are made, all at once
     */
    static Uniforms of(Simulation settings, Scenario scenario, List<String> parameters, Cancellation cancellation) {
        Set<String> uncertain = new HashSet<>(parameters);
        scenario.parameters().values().stream()
                .filter(parameter -> parameter.distribution() != null)
                .forEach(parameter -> uncertain.add(parameter.id()));
        scenario.alternatives().values().forEach(alternative -> addUncertain(alternative.set(), uncertain));
        scenario.outlooks().values().forEach(outlook -> addUncertain(outlook.set(), uncertain));
        List<String> all = scenario.parameters().keySet().stream()
                .filter(uncertain::contains)
                .toList();
        Uniforms drawn = of(settings, all, scenario.correlations(), cancellation);
        return all.equals(parameters)
                ? drawn
                : new Picked(drawn, parameters.stream().mapToInt(all::indexOf).toArray());
    }

    private static void addUncertain(Map<String, Replacement> set, Set<String> uncertain) {
        set.forEach((id, replacement) -> {
            if (replacement instanceof Replacement.Value value && value.distribution() != null) {
                uncertain.add(id);
            }
        });
    }

    /** Some of the parameters, in another order. */
    private static final class Picked implements Uniforms {
        private final Uniforms drawn;
        private final int[] places;

        Picked(Uniforms drawn, int[] places) {
            this.drawn = drawn;
            this.places = places;
        }

        @Override
        public void fill(int parameter, int from, int n, double[] out) {
            drawn.fill(places[parameter], from, n, out);
        }

        @Override
        public void fillWhole(int parameter, int from, int n, long[] out) {
            drawn.fillWhole(places[parameter], from, n, out);
        }
    }

    /** The draws with those correlations whose parameters are both among these. */
    static Uniforms of(
            Simulation settings, List<String> parameters, List<Correlation> correlations, Cancellation cancellation) {
        Uniforms independent = Uniforms.of(settings.sampling(), settings.seed(), settings.draws(), parameters);
        Set<String> drawn = new HashSet<>(parameters);
        List<Correlation> both = correlations.stream()
                .filter(correlation -> drawn.contains(correlation.first()) && drawn.contains(correlation.second()))
                .toList();
        if (both.isEmpty()) {
            return independent;
        }
        Set<String> named = new HashSet<>();
        both.forEach(correlation -> {
            named.add(correlation.first());
            named.add(correlation.second());
        });
        // In the order of the parameters, so that the order in which correlations are written changes nothing.
        List<String> group = parameters.stream().filter(named::contains).toList();
        Map<String, Integer> places = new HashMap<>();
        for (int g = 0; g < group.size(); g++) {
            places.put(group.get(g), g);
        }
        int[] position = new int[parameters.size()];
        for (int p = 0; p < position.length; p++) {
            position[p] = places.getOrDefault(parameters.get(p), -1);
        }
        double[][] root = root(places, both, cancellation);
        double[][] columns = mixed(independent, settings.draws(), parameters, group, root, cancellation);
        if (settings.sampling() == Simulation.Sampling.LATIN_HYPERCUBE) {
            for (int g = 0; g < columns.length; g++) {
                stratify(
                        columns[g], RandomStream.key(RandomStream.key(settings.seed(), group.get(g)), 3), cancellation);
            }
        }
        return new CorrelatedUniforms(independent, position, columns);
    }

    /** The symmetric square root of the matrix of normal correlations; rounding below 0 is cut off. */
    private static double[][] root(
            Map<String, Integer> places, List<Correlation> correlations, Cancellation cancellation) {
        int size = places.size();
        RealMatrix matrix = MatrixUtils.createRealIdentityMatrix(size);
        for (Correlation correlation : correlations) {
            int i = places.getOrDefault(correlation.first(), -1);
            int j = places.getOrDefault(correlation.second(), -1);
            double normal = 2 * StrictMath.sin(Math.PI * correlation.rank() / 6);
            matrix.setEntry(i, j, normal);
            matrix.setEntry(j, i, normal);
        }
        SymmetricEigen eigen = SymmetricEigen.of(matrix, cancellation);
        double[] values = eigen.values();
        double[][] vectors = eigen.vectors();
        double[][] root = new double[size][size];
        for (int i = 0; i < size; i++) {
            cancellation.throwIfCancelled();
            for (int k = 0; k < size; k++) {
                double part = vectors[k][i] * Math.sqrt(Math.max(0, values[k]));
                for (int j = 0; j < size; j++) {
                    root[i][j] += part * vectors[k][j];
                }
            }
        }
        return root;
    }

    private static double[][] mixed(
            Uniforms independent,
            int draws,
            List<String> parameters,
            List<String> group,
            double[][] root,
            Cancellation cancellation) {
        NormalDistribution normal = new NormalDistribution(null, 0, 1);
        double[][] scores = new double[group.size()][draws];
        for (int g = 0; g < scores.length; g++) {
            independent.fill(parameters.indexOf(group.get(g)), scores[g], cancellation);
            for (int i = 0; i < draws; i++) {
                cancellation.ask(i);
                scores[g][i] = normal.inverseCumulativeProbability(scores[g][i]);
            }
        }
        double[][] uniforms = new double[group.size()][draws];
        for (int g = 0; g < scores.length; g++) {
            for (int i = 0; i < draws; i++) {
                cancellation.ask(i);
                double score = 0;
                for (int k = 0; k < scores.length; k++) {
                    score += root[g][k] * scores[k][i];
                }
                uniforms[g][i] = Math.min(Math.nextDown(1.0), Erf.erfc(-score / Math.sqrt(2)) / 2);
            }
        }
        return uniforms;
    }

    /** Replaces each draw by one in the stratum of its rank. */
    private static void stratify(double[] column, long key, Cancellation cancellation) {
        int[] ranks = Ranks.order(column, cancellation);
        for (int place = 0; place < ranks.length; place++) {
            cancellation.ask(place);
            column[ranks[place]] = (place + RandomStream.uniform(key, place)) / column.length;
        }
    }

    @Override
    public void fill(int parameter, int from, int n, double[] out) {
        if (position[parameter] < 0) {
            independent.fill(parameter, from, n, out);
        } else {
            System.arraycopy(columns[position[parameter]], from, out, 0, n);
        }
    }
}
