package nl.mkba.engine.portfolio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The places that are most like a place in some characteristics: exactly the nearest in Euclidean distance over columns that are
 * standardised (less their mean, divided by their standard deviation), so that every column weighs the same. A column with one value
 * for all places tells nothing apart and has no part in the distance.
 *
 * <p>Immutable, and safe for any number of threads.
 */
public final class NearestPlaces {

    private final int places;
    private final int width;
    private final List<Integer> constant;

    /** The standardised values, place after place. */
    private final double[] values;

    /** The places by their value in the first column that varies, and where each place stands there. */
    private final int[] order;

    private final int[] position;

    private NearestPlaces(int places, int width, List<Integer> constant, double[] values) {
        this.places = places;
        this.width = width;
        this.constant = constant;
        this.values = values;
        Integer[] sorted = new Integer[places];
        Arrays.setAll(sorted, place -> place);
        if (width > 0) {
            Arrays.sort(sorted, Comparator.comparingDouble(place -> values[place * width]));
        }
        this.order = Arrays.stream(sorted).mapToInt(Integer::intValue).toArray();
        this.position = new int[places];
        for (int at = 0; at < places; at++) {
            position[order[at]] = at;
        }
    }

    /**
     * {@return the places with these characteristics}
     *
     * @param columns for each characteristic the values of all places, in whatever unit; all finite
     * @throws IllegalArgumentException if a value is not finite, or the columns are not equally long
     */
    public static NearestPlaces of(double[]... columns) {
        int places = columns.length == 0 ? 0 : columns[0].length;
        List<Integer> constant = new ArrayList<>();
        List<double[]> varying = new ArrayList<>();
        for (int c = 0; c < columns.length; c++) {
            double[] standardised = standardised(columns[c], places);
            if (standardised.length == 0) {
                constant.add(c);
            } else {
                varying.add(standardised);
            }
        }
        int width = varying.size();
        double[] values = new double[Math.multiplyExact(places, width)];
        for (int c = 0; c < width; c++) {
            for (int place = 0; place < places; place++) {
                values[place * width + c] = varying.get(c)[place];
            }
        }
        return new NearestPlaces(places, width, List.copyOf(constant), values);
    }

    /** The column with mean 0 and standard deviation 1; empty if all its values are the same. */
    private static double[] standardised(double[] column, int places) {
        if (column.length != places) {
            throw new IllegalArgumentException("The columns have " + places + " and " + column.length + " values");
        }
        double largest = 0;
        boolean isConstant = true;
        for (double value : column) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("The value (" + value + ") must be finite");
            }
            largest = Math.max(largest, Math.abs(value));
            isConstant &= value == column[0];
        }
        if (isConstant) {
            return new double[0];
        }
        // Divided by the largest first: the squares of very large numbers would be infinite, of very small ones 0.
        double[] scaled = new double[places];
        double mean = 0;
        for (int place = 0; place < places; place++) {
            scaled[place] = column[place] / largest;
            mean += scaled[place] / places;
        }
        double squares = 0;
        for (double value : scaled) {
            squares += (value - mean) * (value - mean);
        }
        double deviation = Math.sqrt(squares / places);
        for (int place = 0; place < places; place++) {
            scaled[place] = (scaled[place] - mean) / deviation;
        }
        return scaled;
    }

    /** {@return how many places there are} */
    public int places() {
        return places;
    }

    /** {@return the columns, from 0, that have one value for all places} */
    public List<Integer> constant() {
        return constant;
    }

    /** {@return whether the places differ in any column; if not, none is nearer than another} */
    public boolean differ() {
        return width > 0;
    }

    /**
     * {@return the other places nearest to a place, the nearest first; of equally near ones those that come first}
     *
     * @param place the place's number, from 0
     * @param most how many; there are fewer only if there are fewer other places
     */
    public int[] nearest(int place, int most) {
        int count = Math.min(most, places - 1);
        int[] nearest = new int[Math.max(0, count)];
        double[] distances = new double[nearest.length];
        int found = 0;
        int below = position[place] - 1;
        int above = position[place] + 1;
        // Outwards along the first column: once that alone is further off than the last of the nearest, nothing nearer
        // follows.
        while (nearest.length > 0 && (below >= 0 || above < places)) {
            double gapBelow = below < 0 ? Double.POSITIVE_INFINITY : gap(place, order[below]);
            double gapAbove = above >= places ? Double.POSITIVE_INFINITY : gap(place, order[above]);
            double limit = found < nearest.length ? Double.POSITIVE_INFINITY : distances[found - 1];
            if (Math.min(gapBelow, gapAbove) > limit) {
                break;
            }
            int other = gapBelow <= gapAbove ? order[below--] : order[above++];
            double distance = distance(place, other, limit);
            if (found < nearest.length || distance < limit || (distance == limit && other < nearest[found - 1])) {
                found = insert(other, distance, nearest, distances, found);
            }
        }
        return nearest;
    }

    private double gap(int place, int other) {
        if (width == 0) {
            return 0;
        }
        double difference = values[place * width] - values[other * width];
        return difference * difference;
    }

    /** The squared distance; of what is further off than the limit, something above the limit. */
    private double distance(int place, int other, double limit) {
        double sum = 0;
        int a = place * width;
        int b = other * width;
        for (int c = 0; c < width && sum <= limit; c++) {
            double difference = values[a + c] - values[b + c];
            sum += difference * difference;
        }
        return sum;
    }

    private static int insert(int other, double distance, int[] nearest, double[] distances, int found) {
        int at = Math.min(found, nearest.length - 1);
        while (at > 0 && (distance < distances[at - 1] || (distance == distances[at - 1] && other < nearest[at - 1]))) {
            nearest[at] = nearest[at - 1];
            distances[at] = distances[at - 1];
            at--;
        }
        nearest[at] = other;
        distances[at] = distance;
        return Math.min(found + 1, nearest.length);
    }
}
