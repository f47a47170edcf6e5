package nl.mkba.uncertainty;

import java.util.Arrays;

/**
 * Spearman's rank correlation of columns of uniform numbers with a column of ranks, without making the ranks of the former:
 * each number and the rank beside it are packed into one word, the words are thrown into buckets that fit the processor's
 * nearest cache, and there they are put in order and multiplied. For one thread at a time.
 */
final class RankProducts {

    private static final int WORD = 63;

    /** How many numbers a bucket holds, about. */
    private static final int FEW = 512;

    private static final int BIN_BITS = 10;
    private static final int BINS = 1 << BIN_BITS;

    /** Of columns up to this size 256 products are sure to fit in a word together. */
    private static final int LARGE = 100_000_000;

    private final int count;
    private final int rankBits;
    private final double scale;
    private final long rankMask;
    private final int bucketShift;
    private final int binShift;
    private final int[] starts;
    private final int[] bins = new int[BINS];
    private final long[] words;
    private final long[] scattered;
    private final int parts;
    private final double squares;
    private long[] ordered = {};

    /** For columns of so many numbers. */
    RankProducts(int count) {
        this.count = count;
        this.rankBits = Long.SIZE - Long.numberOfLeadingZeros(2L * count);
        this.rankMask = (1L << rankBits) - 1;
        this.scale = StrictMath.scalb(1.0, WORD - rankBits);
        int bucketBits = Integer.SIZE - Integer.numberOfLeadingZeros(count / FEW);
        this.bucketShift = WORD - bucketBits;
        this.binShift = bucketShift - BIN_BITS;
        this.starts = new int[(1 << bucketBits) + 1];
        this.parts = count > LARGE ? 0 : 255;
        this.words = new long[count];
        this.scattered = new long[count];
        Ranks.Sum sum = new Ranks.Sum();
        for (int k = 0; k < count; k++) {
            long rank = 2L * k - (count - 1);
            sum.add(rank * rank);
        }
        this.squares = sum.value();
    }

    /**
     * The correlation of numbers between 0 and 1 with doubled ranks; the same bits as {@link Ranks#spearman}.
     *
     * @param rankSquares the sum of the squares of these ranks
     */
    double correlation(double[] uniform, int[] ranks, double rankSquares) {
        Arrays.fill(starts, 0);
        for (int i = 0; i < count; i++) {
            long word = ((long) (uniform[i] * scale) << rankBits) | ranks[i];
            words[i] = word;
            starts[(int) (word >>> bucketShift) + 1]++;
        }
        int most = 0;
        for (int b = 1; b < starts.length; b++) {
            most = Math.max(most, starts[b]);
            starts[b] += starts[b - 1];
        }
        // The start of a bucket moves to its end while it is filled: then it is the start of the next.
        for (long word : words) {
            scattered[starts[(int) (word >>> bucketShift)]++] = word;
        }
        if (ordered.length < most) {
            ordered = new long[most];
        }
        Ranks.Sum sum = new Ranks.Sum();
        int from = 0;
        for (int b = 0; b < starts.length - 1; b++) {
            order(from, starts[b]);
            if (!multiply(from, starts[b] - from, sum)) {
                return Ranks.spearman(Ranks.doubled(uniform), ranks);
            }
            from = starts[b];
        }
        return sum.value() / (Math.sqrt(squares) * Math.sqrt(rankSquares));
    }

    /** Orders a bucket: by its bins, and by insertion within them. */
    private void order(int from, int to) {
        Arrays.fill(bins, 0);
        for (int i = from; i < to; i++) {
            bins[(int) (scattered[i] >>> binShift) & (BINS - 1)]++;
        }
        int start = 0;
        for (int bin = 0; bin < BINS; bin++) {
            int members = bins[bin];
            bins[bin] = start;
            start += members;
        }
        long[] target = ordered;
        for (int i = from; i < to; i++) {
            long word = scattered[i];
            target[bins[(int) (word >>> binShift) & (BINS - 1)]++] = word;
        }
        for (int i = 1; i < to - from; i++) {
            long word = target[i];
            int at = i;
            while (at > 0 && target[at - 1] > word) {
                target[at] = target[at - 1];
                at--;
            }
            target[at] = word;
        }
    }

    /** Adds the products of a bucket; false if two of its numbers are too close to tell apart. */
    private boolean multiply(int from, int members, Ranks.Sum sum) {
        long middle = count - 1L;
        long before = -1;
        boolean distinct = true;
        long part = 0;
        for (int k = 0; k < members; k++) {
            long word = ordered[k];
            long number = word >>> rankBits;
            distinct &= number != before;
            before = number;
            part += (2L * (from + k) - middle) * ((word & rankMask) - middle);
            if ((k & parts) == parts) {
                sum.add(part);
                part = 0;
            }
        }
        sum.add(part);
        return distinct;
    }
}
