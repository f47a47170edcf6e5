package nl.mkba.uncertainty;

/**
 * A random order of the numbers 0 … n − 1 that needs no memory: a Feistel network over the next even power of two (Luby
 * and Rackoff 1988), walked until it is within the range (Black and Rogaway 2002, "cycle walking").
 */
final class Shuffle {

    private static final int ROUNDS = 6;

    private final int size;
    private final int halfBits;
    private final int mask;
    private final long[] keys = new long[ROUNDS];

    Shuffle(long key, int size) {
        this.size = size;
        int bits = Math.max(2, 32 - Integer.numberOfLeadingZeros(size - 1));
        this.halfBits = (bits + 1) / 2;
        this.mask = (1 << halfBits) - 1;
        for (int r = 0; r < ROUNDS; r++) {
            keys[r] = RandomStream.key(key, r);
        }
    }

    /** The number at a place. */
    int at(int place) {
        int number = place;
        do {
            number = permute(number);
        } while (number >= size || number < 0);
        return number;
    }

    private int permute(int number) {
        int left = number >>> halfBits;
        int right = number & mask;
        for (int r = 0; r < ROUNDS; r++) {
            int next = left ^ ((int) (RandomStream.bits(keys[r], right) >>> 32) & mask);
            left = right;
            right = next;
        }
        return (left << halfBits) | right;
    }
}
