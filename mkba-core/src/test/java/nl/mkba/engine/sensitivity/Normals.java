package nl.mkba.engine.sensitivity;

import java.util.List;
import java.util.stream.IntStream;
import nl.mkba.engine.uncertainty.Uniforms;
import nl.mkba.scenario.Simulation.Sampling;
import org.apache.commons.math3.distribution.NormalDistribution;

/** Independent draws for tests. */
final class Normals {

    private Normals() {}

    /** Uniform draws. */
    static double[][] uniforms(int count, int draws, long seed) {
        List<String> names = IntStream.range(0, count).mapToObj(i -> "x" + i).toList();
        Uniforms uniforms = Uniforms.of(Sampling.RANDOM, seed, draws, names);
        double[][] columns = new double[count][draws];
        for (int i = 0; i < count; i++) {
            uniforms.fill(i, 0, draws, columns[i]);
        }
        return columns;
    }

    /** Standard normal draws. */
    static double[][] columns(int count, int draws, long seed) {
        NormalDistribution normal = new NormalDistribution(null, 0, 1);
        double[][] columns = uniforms(count, draws, seed);
        for (double[] column : columns) {
            for (int k = 0; k < draws; k++) {
                column[k] = normal.inverseCumulativeProbability(column[k]);
            }
        }
        return columns;
    }
}
