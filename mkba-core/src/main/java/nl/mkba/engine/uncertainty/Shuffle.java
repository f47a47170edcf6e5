package nl.mkba.engine.uncertainty;

/**
 * A random order of the numbers 0 … n − 1 that needs no memory: steps that can each be undone (adding a key, multiplying by
 * an odd key, folding the upper half onto the lower) mix the numbers up to the next power of two, and a number that comes
 * out beyond the range goes in again until it is within (Black and Rogaway 2002, "cycle walking").
 */
final class Shuffle {

    private static final int ROUNDS = 5;

    private final int size;
    private final int mask;
    private final int shift;
    private final int[] added = new int[ROUNDS];
    private final int[] factors = new int[ROUNDS];

    Shuffle(long key, int size) {
        this.size = size;
        int bits = Math.max(1, 32 - Integer.numberOfLeadingZeros(size - 1));
        this.mask = -1 >>> (32 - bits);
        this.shift = (bits + 1) / 2;
        for (int r = 0; r < ROUNDS; r++) {
            long random = RandomStream.key(key, r);
            added[r] = (int) random;
            factors[r] = (int) (random >>> 32) | 1;
        }
    }

    /** The number at a place. */
    int at(int place) {
        int number = place;
        do {
            number = permute(number);
        } while (number >= size);
        return number;
    }

    private int permute(int number) {
        int mixed = number;
        for (int r = 0; r < ROUNDS; r++) {
            mixed = ((mixed + added[r]) * factors[r]) & mask;
            mixed ^= mixed >>> shift;
        }
        return mixed;
    }
}
