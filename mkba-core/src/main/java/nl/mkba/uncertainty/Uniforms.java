package nl.mkba.uncertainty;

import java.util.List;
import nl.mkba.scenario.Simulation;

/** Uniform draws between 0 and 1 for a number of parameters. Immutable: every call gives the same numbers. */
public interface Uniforms {

    /**
     * The draws of one parameter.
     *
     * @param parameter its index
     * @param from the first draw
     * @param n how many
     * @param out receives them, from index 0 on
     */
    void fill(int parameter, int from, int n, double[] out);

    /**
     * The same draws as whole numbers, in units of 2⁻⁵³ and rounded down, for those to whom only their order matters.
     *
     * @see #fill
     */
    default void fillWhole(int parameter, int from, int n, long[] out) {
        double[] uniform = new double[n];
        fill(parameter, from, n, uniform);
        for (int i = 0; i < n; i++) {
            out[i] = (long) (uniform[i] * 0x1p53);
        }
    }

    /** The draws that a sampling method makes for parameters with these ids, independent of each other. */
    static Uniforms of(Simulation.Sampling sampling, long seed, int draws, List<String> parameters) {
        return switch (sampling) {
            case RANDOM -> new IndependentUniforms(seed, parameters);
            case LATIN_HYPERCUBE -> new LatinHypercube(seed, draws, parameters);
            case SOBOL -> new SobolPoints(seed, parameters.size());
        };
    }
}
