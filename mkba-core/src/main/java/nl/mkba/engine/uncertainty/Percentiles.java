package nl.mkba.engine.uncertainty;

import java.util.Arrays;
import nl.mkba.uncertainty.Cancellation;

/** Exact percentiles of a column without sorting all of it: only the buckets in which an order statistic lies are sorted. */
final class Percentiles {

    private static final int MOST_BUCKETS = 1 << 13;

    /** Numbers that are sorted in some 20 ms. */
    private static final int STRETCH = 1 << 18;

    private final double min;
    private final double scale;
    private final int[] starts;

    /** For a column of a given length, from min to max. */
    Percentiles(int count, double min, double max) {
        this.min = min;
        int buckets = Math.min(count, MOST_BUCKETS);
        double width = (buckets - 1) / (max - min);
        this.scale = max > min && !Double.isInfinite(width) ? width : 0;
        this.starts = new int[buckets + 1];
    }

    /** Counts the members of the buckets, and adds up the squares of the numbers about their mean. */
    double count(double[] column, double mean, Cancellation cancellation) {
        double squares = 0;
        for (int i = 0; i < column.length; i++) {
            cancellation.ask(i);
            double value = column[i];
            squares += (value - mean) * (value - mean);
            starts[bucket(value) + 1]++;
        }
        for (int b = 1; b < starts.length; b++) {
            starts[b] += starts[b - 1];
        }
        return squares;
    }

    private int bucket(double value) {
        return (int) ((value - min) * scale);
    }

    /** Percentiles of type 7: at {@code h = (n − 1) p}, linear between the order statistics around it. */
    double[] of(double[] column, double[] parts, Cancellation cancellation) {
        int[] ranks = new int[2 * parts.length];
        for (int k = 0; k < parts.length; k++) {
            ranks[2 * k] = (int) Math.floor((column.length - 1) * parts[k]);
            ranks[2 * k + 1] = Math.min(ranks[2 * k] + 1, column.length - 1);
        }
        double[] orders = orders(column, ranks, cancellation);
        double[] percentiles = new double[parts.length];
        for (int k = 0; k < parts.length; k++) {
            double place = (column.length - 1) * parts[k];
            double low = orders[2 * k];
            double high = orders[2 * k + 1];
            percentiles[k] = low + (place - ranks[2 * k]) * (high - low);
        }
        return percentiles;
    }

    /** The order statistics with these ranks: the members of their buckets are gathered in one pass, and sorted. */
    private double[] orders(double[] column, int[] ranks, Cancellation cancellation) {
        byte[] wanted = new byte[starts.length];
        for (int rank : ranks) {
            wanted[bucketOf(rank)] = 1;
        }
        int[] places = new int[starts.length];
        int count = 0;
        for (int bucket = 0; bucket < starts.length - 1; bucket++) {
            places[bucket] = count;
            count += wanted[bucket] * (starts[bucket + 1] - starts[bucket]);
        }
        // A place at the end receives what is not wanted.
        double[] members = new double[count + 1];
        int next = 0;
        for (int i = 0; i < column.length; i++) {
            cancellation.ask(i);
            members[next] = column[i];
            next += wanted[bucket(column[i])];
        }
        sort(members, count, cancellation);
        double[] orders = new double[ranks.length];
        for (int k = 0; k < ranks.length; k++) {
            int bucket = bucketOf(ranks[k]);
            orders[k] = members[places[bucket] + ranks[k] - starts[bucket]];
        }
        return orders;
    }

    /** Sorts the first numbers, a stretch at a time and then two stretches into one, so that it can be cancelled: all may be in one bucket. */
    static void sort(double[] numbers, int count, Cancellation cancellation) {
        for (long from = 0; from < count; from += STRETCH) {
            cancellation.throwIfCancelled();
            Arrays.sort(numbers, (int) from, (int) Math.min(count, from + STRETCH));
        }
        double[] sorted = numbers;
        double[] merged = new double[count > STRETCH ? count : 0];
        for (long width = STRETCH; width < count; width *= 2) {
            for (long from = 0; from < count; from += 2 * width) {
                int middle = (int) Math.min(count, from + width);
                merge(sorted, (int) from, middle, (int) Math.min(count, from + 2 * width), merged, cancellation);
            }
            double[] done = merged;
            merged = sorted;
            sorted = done;
        }
        if (sorted != numbers) {
            System.arraycopy(sorted, 0, numbers, 0, count);
        }
    }

    private static void merge(
            double[] sorted, int from, int middle, int end, double[] into, Cancellation cancellation) {
        int left = from;
        int right = middle;
        for (int i = from; i < end; i++) {
            cancellation.ask(i);
            boolean isLeft = left < middle && (right == end || Double.compare(sorted[left], sorted[right]) <= 0);
            into[i] = isLeft ? sorted[left++] : sorted[right++];
        }
    }

    private int bucketOf(int rank) {
        int found = Arrays.binarySearch(starts, rank);
        int bucket = found >= 0 ? found : -found - 2;
        // Of several buckets that start at this rank all but the last are empty.
        while (starts[bucket + 1] <= rank) {
            bucket++;
        }
        return bucket;
    }
}
