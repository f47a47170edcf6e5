package nl.mkba.file.portfolio;

/**
 * Which places were seen and in which row, for tables of millions: of each id 64 well-mixed bits, not the text. That two ids of a million have the
 * same bits has a chance of one in 37 million; then the second one is taken for the first. For one thread.
 */
public final class PlaceIds {

    private static final long FIRST = 0x9e3779b97f4a7c15L;
    private static final long SECOND = 0xbf58476d1ce4e5b9L;
    private static final long THIRD = 0x94d049bb133111ebL;

    /** A slot is free where it is 0. */
    private long[] slots = new long[1 << 10];

    /** In which row each was seen first. */
    private int[] rows = new int[slots.length];

    private int size;

    /** No places yet. */
    public PlaceIds() {}

    /**
     * Adds an id.
     *
     * @param id of a place
     * @param row in which it stands, from 1
     * @return the row in which it was seen before; 0 if it was not
     */
    public long add(String id, long row) {
        if (2 * size >= slots.length) {
            grow();
        }
        long bits = bits(id);
        int slot = slot(slots, bits);
        if (slots[slot] == bits) {
            return rows[slot];
        }
        slots[slot] = bits;
        rows[slot] = (int) Math.min(row, Integer.MAX_VALUE);
        size++;
        return 0;
    }

    private void grow() {
        long[] larger = new long[2 * slots.length];
        int[] ofLarger = new int[larger.length];
        for (int i = 0; i < slots.length; i++) {
            if (slots[i] != 0) {
                int slot = slot(larger, slots[i]);
                larger[slot] = slots[i];
                ofLarger[slot] = rows[i];
            }
        }
        slots = larger;
        rows = ofLarger;
    }

    /** Where these bits are, or are to be put. */
    private static int slot(long[] into, long bits) {
        int mask = into.length - 1;
        int slot = (int) bits & mask;
        while (into[slot] != 0 && into[slot] != bits) {
            slot = (slot + 1) & mask;
        }
        return slot;
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
