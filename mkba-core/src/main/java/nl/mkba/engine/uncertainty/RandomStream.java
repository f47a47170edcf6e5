package nl.mkba.engine.uncertainty;

/**
 * Random numbers as a function of a key and an index, so that any draw can be made at any time by any thread: the
 * SplitMix64 generator (Steele, Lea and Flood 2014, "Fast splittable pseudorandom number generators") started at the key
 * and jumped to the index.
 */
public final class RandomStream {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    /** Leaves 52 bits, one less than a double holds, so that a half can be added and 1 is never reached. */
    private static final int WHOLE_SHIFT = 12;

    private static final long ONE_BITS = Double.doubleToRawLongBits(1);

    private RandomStream() {}

    /**
     * {@return the key of the stream that a seed and a name pick}
     *
     * @param seed of the scenario
     * @param name any
     */
    public static long key(long seed, String name) {
        long hash = mix(seed + GOLDEN);
        for (int i = 0; i < name.length(); i++) {
            hash = mix((hash ^ name.charAt(i)) + GOLDEN);
        }
        return hash;
    }

    /**
     * {@return another key, picked by a number}
     *
     * @param key of the stream
     * @param number any
     */
    public static long key(long key, int number) {
        return mix(key ^ mix(GOLDEN * (number + 1L)));
    }

    /**
     * {@return 64 random bits}
     *
     * @param key of the stream
     * @param index their place in the stream
     */
    public static long bits(long key, long index) {
        return mix(key + index * GOLDEN);
    }

    /**
     * {@return a number between 0 and 1, neither of them included}
     *
     * @param key of the stream
     * @param index the number's place in the stream
     */
    public static double uniform(long key, long index) {
        return uniform(bits(key, index) >>> WHOLE_SHIFT);
    }

    /** A half more than a whole number of 2⁻⁵²: read as the fraction of a number from 1 to 2, which is quicker than a conversion. */
    private static double uniform(long whole) {
        return Double.longBitsToDouble(whole | ONE_BITS) - (1 - 0x1p-53);
    }

    /** The {@link #uniform} numbers of some indices. */
    static void fill(long key, int from, int n, double[] out) {
        long next = key + from * GOLDEN;
        for (int i = 0; i < n; i++) {
            out[i] = uniform(mix(next) >>> WHOLE_SHIFT);
            next += GOLDEN;
        }
    }

    /**
     * The {@link #uniform} numbers of some indices, as whole numbers of 2⁻⁵² rounded down. Making numbers and mixing them are
     * loops apart, since the latter then runs in vector instructions, a quarter of the time.
     */
    static void fillWhole(long key, int from, int n, long[] out) {
        long next = key + from * GOLDEN;
        for (int i = 0; i < n; i++) {
            out[i] = next;
            next += GOLDEN;
        }
        for (int i = 0; i < n; i++) {
            long a = (out[i] ^ (out[i] >>> 30)) * 0xBF58476D1CE4E5B9L;
            long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
            out[i] = (b ^ (b >>> 31)) >>> WHOLE_SHIFT;
        }
    }

    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }
}
