package nl.mkba.engine.uncertainty;

import java.util.List;

/** Independent draws: a stream of random numbers for every parameter. */
final class IndependentUniforms implements Uniforms {

    private final long[] keys;

    IndependentUniforms(long seed, List<String> parameters) {
        keys = parameters.stream().mapToLong(id -> RandomStream.key(seed, id)).toArray();
    }

    @Override
    public void fill(int parameter, int from, int n, double[] out) {
        RandomStream.fill(keys[parameter], from, n, out);
    }

    @Override
    public void fillWhole(int parameter, int from, int n, long[] out) {
        RandomStream.fillWhole(keys[parameter], from, n, out);
    }
}
