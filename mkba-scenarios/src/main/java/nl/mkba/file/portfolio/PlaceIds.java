package nl.mkba.file.portfolio;

/**
 * Which places were seen, for tables of millions: of each id 64 well-mixed bits, not the text. That two ids of a million have the
 * same bits has a chance of one in 37 million; then the second one is taken for the first. For one thread.
 */
public final class PlaceIds {

    private static final long FIRST = 0x9e3779b97f4a7c15L;
    private static final long SECOND = 0xbf58476d1ce4e5b9L;
    private static final long THIRD = 0x94d049bb133111ebL;

    /** A slot is free where it is 0. */
    private long[] slots = new long[1 << 10];

    private int size;

    /** No places yet. */
    public PlaceIds() {}

    /**
     * Adds an id.
     *
     * @param id of a place
     * @return whether it was not there yet
     */
    public boolean add(String id) {
        if (2 * size >= slots.length) {
            grow();
        }
        boolean isNew = put(slots, bits(id));
        size += isNew ? 1 : 0;
        return isNew;
    }

    private void grow() {
        long[] larger = new long[2 * slots.length];
        for (long slot : slots) {
            if (slot != 0) {
                put(larger, slot);
            }
        }
        slots = larger;
    }

    private static boolean put(long[] into, long bits) {
        int mask = into.length - 1;
        int slot = (int) bits & mask;
        while (into[slot] != 0) {
            if (into[slot] == bits) {
                return false;
            }
            slot = (slot + 1) & mask;
        }
        into[slot] = bits;
        return true;
    }

    /** Each character goes through the finalizer of SplitMix64 (Steele, Lea and Flood 2014); never 0. */
    private static long bits(String id) {
        long bits = id.length();
        for (int i = 0; i < id.length(); i++) {
            bits = mixed(bits + FIRST + id.charAt(i));
        }
        return bits == 0 ? FIRST : bits;
    }

    private static long mixed(long value) {
        long bits = (value ^ (value >>> 30)) * SECOND;
        bits = (bits ^ (bits >>> 27)) * THIRD;
        return bits ^ (bits >>> 31);
    }
}
