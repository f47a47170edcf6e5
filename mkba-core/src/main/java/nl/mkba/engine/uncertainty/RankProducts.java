package nl.mkba.engine.uncertainty;

import java.util.Arrays;
import nl.mkba.uncertainty.Cancellation;

/**
 * Spearman's rank correlation of uniform numbers with a column of ranks, without making the ranks of the former: each number
 * and the rank beside it are packed into one word, and the words thrown into buckets that fit the processor's nearest
 * cache. There a number's rank is found by counting, in a map with a bit for each small cell of the bucket, the cells
 * before its own that are taken; only where two numbers share a cell, numbers are put in order. For one thread at a time.
 */
final class RankProducts {

    private static final int WORD = 63;
    private static final int NUMBER_BITS = 52;

    /** The most numbers a bucket is expected to hold: with fewer, a million draws would need more buckets than are at hand. */
    private static final int FEW = 2048;

    /** Cells of a bucket: so many that not one number in fifty shares its word of the map with two that share a cell. */
    private static final int CELL_BITS = 17;

    private static final int PLACES = (1 << CELL_BITS) / Long.SIZE - 1;

    /** Of columns up to this size the products of a bucket are sure to fit in a word together. */
    private static final int LARGE = 50_000_000;

    /** Numbers that are made and thrown together. */
    private static final int CHUNK = 4096;

    private final Cancellation cancellation;
    private final int count;
    private final int rankBits;
    private final int keyShift;
    private final long rankMask;
    private final int bucketShift;
    private final int cellShift;
    private final int room;
    private final int[] ends;
    private final long[] words;
    private final double squares;
    private final long[] chunk = new long[CHUNK];
    private final long[] taken = new long[PLACES + 1];
    private final int[] before = new int[taken.length];
    private final long[] close;

    /** For columns of a given length. */
    RankProducts(int count) {
        this(count, Cancellation.NEVER);
    }

    /** The same, and whether the products are still wanted is asked between chunks. */
    RankProducts(int count, Cancellation cancellation) {
        this.cancellation = cancellation;
        this.count = count;
        this.rankBits = Math.max(WORD - NUMBER_BITS, Long.SIZE - Long.numberOfLeadingZeros(2L * count));
        this.rankMask = (1L << rankBits) - 1;
        this.keyShift = NUMBER_BITS - WORD + rankBits;
        int bucketBits = Integer.SIZE - Integer.numberOfLeadingZeros(count / FEW);
        this.bucketShift = WORD - bucketBits;
        this.cellShift = bucketShift - CELL_BITS;
        double members = Math.scalb((double) count, -bucketBits);
        // Eight standard deviations more than expected.
        this.room = (int) (members + 8 * Math.sqrt(members)) + 1;
        this.ends = new int[1 << bucketBits];
        this.words = new long[count > LARGE ? 0 : (room << bucketBits) + CHUNK];
        this.close = new long[room];
        Ranks.Sum sum = new Ranks.Sum();
        for (int k = 0; k < count; k++) {
            long rank = 2L * k - (count - 1);
            sum.add(rank * rank);
        }
        this.squares = sum.value();
    }

    /**
     * The correlation of a parameter's numbers with doubled ranks; the same bits as {@link Ranks#spearman}.
     *
     * @param rankSquares the sum of the squares of these ranks
     */
    double correlation(Uniforms uniforms, int parameter, int[] ranks, double rankSquares) {
        Ranks.Sum sum = new Ranks.Sum();
        boolean found = count <= LARGE && scatter(uniforms, parameter, ranks);
        int from = 0;
        for (int b = 0; found && b < ends.length; b++) {
            cancellation.throwIfCancelled();
            int start = b * room;
            found = multiply(start, ends[b], from, sum);
            from += ends[b] - start;
        }
        if (!found) {
            double[] all = new double[count];
            uniforms.fill(parameter, 0, count, all);
            return Ranks.spearman(Ranks.doubled(all, cancellation), ranks, cancellation);
        }
        return sum.value() / (Math.sqrt(squares) * Math.sqrt(rankSquares));
    }

    /** Throws the numbers into buckets; false if they crowd together. */
    private boolean scatter(Uniforms uniforms, int parameter, int[] ranks) {
        for (int b = 0; b < ends.length; b++) {
            ends[b] = b * room;
        }
        for (int from = 0; from < count; from += CHUNK) {
            cancellation.throwIfCancelled();
            int n = Math.min(CHUNK, count - from);
            uniforms.fillWhole(parameter, from, n, chunk);
            for (int i = 0; i < n; i++) {
                long word = chunk[i] >>> keyShift << rankBits | ranks[from + i];
                words[ends[(int) (word >>> bucketShift)]++] = word;
            }
            // A chunk more than fits has spoilt the next bucket at most, or what lies behind the last one.
            for (int b = 0; b < ends.length; b++) {
                if (ends[b] > (b + 1) * room) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Adds the products of a bucket; false if two of its numbers are too close to tell apart. */
    private boolean multiply(int start, int end, int from, Ranks.Sum sum) {
        Arrays.fill(taken, 0);
        Arrays.fill(before, 0);
        for (int i = start; i < end; i++) {
            int cell = (int) (words[i] >>> cellShift);
            int place = cell >>> 6 & PLACES;
            long bit = 1L << cell;
            if ((taken[place] & bit) != 0) {
                before[place]++;
            }
            taken[place] |= bit;
        }
        // Of words of the map in which a cell is shared the complement is kept, which is below 0.
        int rank = from;
        for (int place = 0; place <= PLACES; place++) {
            int more = before[place];
            before[place] = more == 0 ? rank : ~rank;
            rank += Long.bitCount(taken[place]) + more;
        }
        long middle = count - 1L;
        long products = 0;
        int near = 0;
        for (int i = start; i < end; i++) {
            long word = words[i];
            int cell = (int) (word >>> cellShift);
            int place = cell >>> 6 & PLACES;
            int first = before[place];
            if (first >= 0) {
                int own = first + Long.bitCount(taken[place] & (1L << cell) - 1);
                products += (2L * own - middle) * ((word & rankMask) - middle);
            } else {
                close[near++] = word;
            }
        }
        sum.add(products);
        return near == 0 || multiplyClose(near, sum);
    }

    /** The same for numbers that share their word of the map with two that share a cell. */
    private boolean multiplyClose(int near, Ranks.Sum sum) {
        Arrays.sort(close, 0, near);
        long middle = count - 1L;
        long products = 0;
        int last = -1;
        int rank = 0;
        for (int k = 0; k < near; k++) {
            long word = close[k];
            if (k > 0 && word >>> rankBits == close[k - 1] >>> rankBits) {
                return false;
            }
            int place = (int) (word >>> cellShift) >>> 6 & PLACES;
            rank = place == last ? rank + 1 : ~before[place];
            last = place;
            products += (2L * rank - middle) * ((word & rankMask) - middle);
        }
        sum.add(products);
        return true;
    }
}
