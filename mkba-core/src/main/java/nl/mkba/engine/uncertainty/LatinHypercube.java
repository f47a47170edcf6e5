package nl.mkba.engine.uncertainty;

import java.util.List;

/**
 * Latin hypercube sampling (McKay, Beckman and Conover 1979): each parameter has one draw in each of as many equal strata
 * as there are draws, in an order of its own.
 */
final class LatinHypercube implements Uniforms {

    private final int draws;
    private final Shuffle[] orders;
    private final long[] keys;

    LatinHypercube(long seed, int draws, List<String> parameters) {
        this.draws = draws;
        this.orders = new Shuffle[parameters.size()];
        this.keys = new long[parameters.size()];
        for (int p = 0; p < orders.length; p++) {
            long key = RandomStream.key(seed, parameters.get(p));
            orders[p] = new Shuffle(RandomStream.key(key, 1), draws);
            keys[p] = RandomStream.key(key, 2);
        }
    }

    @Override
    public void fill(int parameter, int from, int n, double[] out) {
        Shuffle order = orders[parameter];
        long key = keys[parameter];
        for (int i = 0; i < n; i++) {
            out[i] = (order.at(from + i) + RandomStream.uniform(key, from + i)) / draws;
        }
    }
}
