package nl.mkba.engine.uncertainty;

import java.util.Arrays;
import nl.mkba.uncertainty.Cancellation;
import nl.mkba.uncertainty.CancelledException;

/**
 * Ranks of the numbers in a column, ties at their average, by buckets: numbers are first thrown into as many equal buckets
 * as there are numbers, and then ordered within them.
 */
public final class Ranks {

    private Ranks() {}

    /**
     * {@return the indices of the numbers from the least to the greatest; equal ones in the order of their indices}
     *
     * @param column the numbers; not changed
     */
    public static int[] order(double[] column) {
        return order(column, Cancellation.NEVER);
    }

    /**
     * {@return the same, for a long column}
     *
     * @param column the numbers; not changed
     * @param cancellation asked now and then whether the work is still wanted
     * @throws CancelledException if the order is no longer wanted
     */
    public static int[] order(double[] column, Cancellation cancellation) {
        int n = column.length;
        cancellation.throwIfCancelled();
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            cancellation.ask(i);
            min = Math.min(min, column[i]);
            max = Math.max(max, column[i]);
        }
        int[] order = new int[n];
        double scale = max > min ? (n - 1) / (max - min) : 0;
        if (!(scale > 0) || Double.isInfinite(scale)) {
            scale = 0;
        }
        int[] starts = new int[n + 1];
        for (int i = 0; i < n; i++) {
            cancellation.ask(i);
            starts[(int) ((column[i] - min) * scale) + 1]++;
        }
        for (int b = 1; b <= n; b++) {
            cancellation.ask(b);
            starts[b] += starts[b - 1];
        }
        int[] next = Arrays.copyOf(starts, n);
        for (int i = 0; i < n; i++) {
            cancellation.ask(i);
            order[next[(int) ((column[i] - min) * scale)]++] = i;
        }
        for (int b = 0; b < n; b++) {
            cancellation.ask(b);
            sort(column, order, starts[b], starts[b + 1], cancellation);
        }
        return order;
    }

    /** Orders a bucket: by insertion where it is small, by merging where numbers crowd together. */
    private static void sort(double[] column, int[] order, int from, int to, Cancellation cancellation) {
        if (to - from < 2) {
            return;
        }
        if (to - from > 40) {
            merge(column, order, from, to, cancellation);
            return;
        }
        for (int k = from + 1; k < to; k++) {
            int index = order[k];
            double value = column[index];
            int at = k;
            while (at > from && column[order[at - 1]] > value) {
                order[at] = order[at - 1];
                at--;
            }
            order[at] = index;
        }
    }

    private static void merge(double[] column, int[] order, int from, int to, Cancellation cancellation) {
        int middle = (from + to) >>> 1;
        sort(column, order, from, middle, cancellation);
        sort(column, order, middle, to, cancellation);
        int[] left = Arrays.copyOfRange(order, from, middle);
        int i = 0;
        int j = middle;
        int at = from;
        while (i < left.length) {
            cancellation.ask(at);
            if (j < to && column[order[j]] < column[left[i]]) {
                order[at++] = order[j++];
            } else {
                order[at++] = left[i++];
            }
        }
    }

    /**
     * {@return twice the rank of each number, from 0 on, so that the average of tied ranks is whole}
     *
     * @param column the numbers; not changed
     */
    public static int[] doubled(double[] column) {
        return doubled(column, Cancellation.NEVER);
    }

    /**
     * {@return the same, for a long column}
     *
     * @param column the numbers; not changed
     * @param cancellation asked now and then whether the work is still wanted
     * @throws CancelledException if the ranks are no longer wanted
     */
    public static int[] doubled(double[] column, Cancellation cancellation) {
        int[] order = order(column, cancellation);
        int[] ranks = new int[column.length];
        int from = 0;
        int asked = 0;
        while (from < order.length) {
            cancellation.ask(asked++);
            int to = from + 1;
            while (to < order.length && column[order[to]] == column[order[from]]) {
                to++;
            }
            for (int k = from; k < to; k++) {
                ranks[order[k]] = from + to - 1;
            }
            from = to;
        }
        return ranks;
    }

    /**
     * Spearman's rank correlation of two columns of doubled ranks: Pearson's correlation of the ranks. Not a number if one
     * of them has no spread.
     */
    static double spearman(int[] a, int[] b) {
        return spearman(a, b, Cancellation.NEVER);
    }

    /**
     * The same, of long columns.
     *
     * @throws CancelledException if it is no longer wanted
     */
    static double spearman(int[] a, int[] b, Cancellation cancellation) {
        // The mean of doubled ranks 0 … 2(n − 1) is n − 1, ties or not.
        long middle = a.length - 1L;
        Sum products = new Sum();
        for (int i = 0; i < a.length; i++) {
            cancellation.ask(i);
            products.add((a[i] - middle) * (b[i] - middle));
        }
        return products.value() / (Math.sqrt(squares(a, cancellation)) * Math.sqrt(squares(b, cancellation)));
    }

    /** The sum of the squares of doubled ranks about their mean. */
    static double squares(int[] ranks, Cancellation cancellation) {
        long middle = ranks.length - 1L;
        Sum squares = new Sum();
        for (int i = 0; i < ranks.length; i++) {
            cancellation.ask(i);
            squares.add((ranks[i] - middle) * (ranks[i] - middle));
        }
        return squares.value();
    }

    /** A sum of whole numbers that is exact in whichever order they come, and may be greater than any of them can be. */
    static final class Sum {
        private static final double UPPER = 0x1p32;

        private long upper;
        private long lower;

        void add(long number) {
            upper += number >> Integer.SIZE;
            lower += number & 0xFFFF_FFFFL;
        }

        double value() {
            // Whatever was added together before, the same sum has the same two parts.
            return (upper + (lower >>> Integer.SIZE)) * UPPER + (lower & 0xFFFF_FFFFL);
        }
    }
}
