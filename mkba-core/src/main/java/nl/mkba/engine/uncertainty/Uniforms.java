package nl.mkba.engine.uncertainty;

import java.util.List;
import nl.mkba.scenario.Simulation;
import nl.mkba.uncertainty.Cancellation;
import nl.mkba.uncertainty.CancelledException;

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
     * All draws of one parameter.
     *
     * @param parameter its index
     * @param out receives them; as long as there are draws
     * @param cancellation asked now and then whether the work is still wanted
     * @throws CancelledException if they are no longer wanted
     */
    default void fill(int parameter, double[] out, Cancellation cancellation) {
        double[] block = new double[Math.min(out.length, Cancellation.OFTEN)];
        for (int from = 0; from < out.length; from += block.length) {
            cancellation.throwIfCancelled();
            int n = Math.min(block.length, out.length - from);
            fill(parameter, from, n, block);
            System.arraycopy(block, 0, out, from, n);
        }
    }

    /**
     * The same draws as whole numbers, in units of 2⁻⁵² and rounded down, for those to whom only their order matters.
     *
     * @param parameter the parameter's number, from 0
     * @param from the first draw, from 0
     * @param n how many draws
     * @param out takes them
     * @see #fill
     */
    default void fillWhole(int parameter, int from, int n, long[] out) {
        double[] uniform = new double[n];
        fill(parameter, from, n, uniform);
        for (int i = 0; i < n; i++) {
            out[i] = (long) (uniform[i] * 0x1p52);
        }
    }

    /**
     * {@return the draws that a sampling method makes for parameters with these ids, independent of each other}
     *
     * @param sampling how the draws are spread
     * @param seed of the scenario
     * @param draws how many
     * @param parameters their ids
     */
    static Uniforms of(Simulation.Sampling sampling, long seed, int draws, List<String> parameters) {
        return switch (sampling) {
            case RANDOM -> new IndependentUniforms(seed, parameters);
            case LATIN_HYPERCUBE -> new LatinHypercube(seed, draws, parameters);
            case SOBOL -> new SobolPoints(seed, parameters.size());
        };
    }
}
