package nl.mkba.engine.uncertainty;

import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import org.apache.commons.math3.random.SobolSequenceGenerator;

/**
 * A Sobol sequence (Sobol 1967; direction numbers of Joe and Kuo 2008), scrambled by the seed: every dimension's direction
 * numbers are multiplied by a random lower-triangular matrix of bits and its points shifted (Matoušek 1998, "linear matrix
 * scramble").
 */
final class SobolPoints implements Uniforms {

    /** As many dimensions as there are published direction numbers for. */
    static final int MOST_DIMENSIONS = 1000;

    /** Bits of a point; as many draws can be told apart. */
    private static final int BITS = 52;

    private static final int INDEX_BITS = 31;
    private static final double UNIT = 0x1.0p-52;

    private final long[][] directions;
    private final long[] shifts;

    SobolPoints(long seed, int dimensions) {
        if (dimensions > MOST_DIMENSIONS) {
            throw new InvalidScenarioException(Problem.of(
                    ProblemCode.TOO_MANY_FOR_SOBOL,
                    "simulation.sampling",
                    String.valueOf(dimensions),
                    String.valueOf(MOST_DIMENSIONS)));
        }
        directions = new long[dimensions][];
        shifts = new long[dimensions];
        if (dimensions == 0) {
            return;
        }
        long[][] plain = plainDirections(dimensions);
        for (int d = 0; d < dimensions; d++) {
            long key = RandomStream.key(RandomStream.key(seed, "sobol"), d);
            directions[d] = scrambled(plain[d], key);
            shifts[d] = RandomStream.bits(key, BITS) >>> (Long.SIZE - BITS);
        }
    }

    /** Read off the sequence itself: point 2^k differs from the origin by the directions k and k − 1. */
    private static long[][] plainDirections(int dimensions) {
        SobolSequenceGenerator sequence = new SobolSequenceGenerator(dimensions);
        long[][] directions = new long[dimensions][INDEX_BITS];
        for (int k = 0; k < INDEX_BITS - 1; k++) {
            double[] point = sequence.skipTo(1 << k);
            for (int d = 0; d < dimensions; d++) {
                long bits = (long) (point[d] * (1L << BITS));
                directions[d][k] = k == 0 ? bits : bits ^ directions[d][k - 1];
            }
        }
        return directions;
    }

    private static long[] scrambled(long[] plain, long key) {
        long[] rows = new long[BITS];
        for (int r = 0; r < BITS; r++) {
            // Row r (from the most significant bit) has a 1 on the diagonal and random bits before it.
            long diagonal = 1L << (BITS - 1 - r);
            long before = r == 0 ? 0 : (RandomStream.bits(key, r) << (BITS - r)) & ((1L << BITS) - 1);
            rows[r] = diagonal | before;
        }
        long[] scrambled = new long[plain.length];
        for (int k = 0; k < plain.length; k++) {
            long result = 0;
            for (int r = 0; r < BITS; r++) {
                result = (result << 1) | (Long.bitCount(rows[r] & plain[k]) & 1);
            }
            scrambled[k] = result;
        }
        return scrambled;
    }

    @Override
    public void fill(int parameter, int from, int n, double[] out) {
        long[] direction = directions[parameter];
        long point = shifts[parameter];
        int gray = from ^ (from >>> 1);
        for (int k = 0; gray != 0; k++, gray >>>= 1) {
            if ((gray & 1) != 0) {
                point ^= direction[k];
            }
        }
        for (int i = 0; i < n; i++) {
            out[i] = (point + 0.5) * UNIT;
            point ^= direction[Integer.numberOfTrailingZeros(from + i + 1)];
        }
    }
}
