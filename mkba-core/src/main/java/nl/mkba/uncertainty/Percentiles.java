package nl.mkba.uncertainty;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Exact percentiles of a column without sorting all of it: only the buckets in which an order statistic lies are sorted. */
final class Percentiles {

    private final double[] column;
    private final double min;
    private final double scale;
    private final int[] starts;
    private final Map<Integer, double[]> sorted = new HashMap<>();

    Percentiles(double[] column, double min, double max) {
        this.column = column;
        this.min = min;
        int buckets = Math.max(1, Math.min(column.length, 1 << 14));
        double width = (buckets - 1) / (max - min);
        this.scale = max > min && !Double.isInfinite(width) ? width : 0;
        this.starts = new int[buckets + 1];
        for (double value : column) {
            starts[bucket(value) + 1]++;
        }
        for (int b = 1; b <= buckets; b++) {
            starts[b] += starts[b - 1];
        }
    }

    private int bucket(double value) {
        return (int) ((value - min) * scale);
    }

    /** Percentiles of type 7: at {@code h = (n − 1) p}, linear between the order statistics around it. */
    double[] at(double[] parts) {
        double[] percentiles = new double[parts.length];
        for (int k = 0; k < parts.length; k++) {
            double place = (column.length - 1) * parts[k];
            int below = (int) Math.floor(place);
            double low = order(below);
            double high = below + 1 < column.length ? order(below + 1) : low;
            percentiles[k] = low + (place - below) * (high - low);
        }
        return percentiles;
    }

    private double order(int rank) {
        int found = Arrays.binarySearch(starts, rank);
        int bucket = found >= 0 ? found : -found - 2;
        // Of several buckets that start at this rank all but the last are empty.
        while (starts[bucket + 1] <= rank) {
            bucket++;
        }
        double[] members = sorted.computeIfAbsent(bucket, this::members);
        return members[rank - starts[bucket]];
    }

    private double[] members(int bucket) {
        double[] members = new double[starts[bucket + 1] - starts[bucket]];
        int count = 0;
        for (double value : column) {
            if (bucket(value) == bucket) {
                members[count++] = value;
            }
        }
        Arrays.sort(members);
        return members;
    }
}
