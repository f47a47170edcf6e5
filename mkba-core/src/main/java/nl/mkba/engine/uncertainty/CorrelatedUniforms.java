package nl.mkba.engine.uncertainty;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.mkba.scenario.Correlation;
import nl.mkba.scenario.Replacement;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Simulation;
import nl.mkba.uncertainty.Cancellation;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
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
        List<Correlation> both = correlations.stream()
                .filter(correlation ->
                        parameters.contains(correlation.first()) && parameters.contains(correlation.second()))
                .toList();
        if (both.isEmpty()) {
            return independent;
        }
        Set<String> named = new LinkedHashSet<>();
        // In the order of the parameters, so that the order in which correlations are written changes nothing.
        parameters.stream()
                .filter(id -> both.stream()
                        .anyMatch(correlation -> correlation.first().equals(id)
                                || correlation.second().equals(id)))
                .forEach(named::add);
        List<String> group = new ArrayList<>(named);
        int[] position = new int[parameters.size()];
        for (int p = 0; p < position.length; p++) {
            position[p] = group.indexOf(parameters.get(p));
        }
        double[][] columns = mixed(independent, settings.draws(), parameters, group, root(group, both), cancellation);
        if (settings.sampling() == Simulation.Sampling.LATIN_HYPERCUBE) {
            for (int g = 0; g < columns.length; g++) {
                stratify(
                        columns[g], RandomStream.key(RandomStream.key(settings.seed(), group.get(g)), 3), cancellation);
            }
        }
        return new CorrelatedUniforms(independent, position, columns);
    }

    /** The symmetric square root of the matrix of normal correlations; rounding below 0 is cut off. */
    private static RealMatrix root(List<String> group, List<Correlation> correlations) {
        RealMatrix matrix = new Array2DRowRealMatrix(group.size(), group.size());
        for (int i = 0; i < group.size(); i++) {
            matrix.setEntry(i, i, 1);
        }
        for (Correlation correlation : correlations) {
            int i = group.indexOf(correlation.first());
            int j = group.indexOf(correlation.second());
            double normal = 2 * StrictMath.sin(Math.PI * correlation.rank() / 6);
            matrix.setEntry(i, j, normal);
            matrix.setEntry(j, i, normal);
        }
        EigenDecomposition eigen = new EigenDecomposition(matrix);
        RealMatrix roots = new Array2DRowRealMatrix(group.size(), group.size());
        for (int i = 0; i < group.size(); i++) {
            roots.setEntry(i, i, Math.sqrt(Math.max(0, eigen.getRealEigenvalue(i))));
        }
        return eigen.getV().multiply(roots).multiply(eigen.getVT());
    }

    private static double[][] mixed(
            Uniforms independent,
            int draws,
            List<String> parameters,
            List<String> group,
            RealMatrix root,
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
                    score += root.getEntry(g, k) * scores[k][i];
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
