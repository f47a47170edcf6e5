package nl.mkba.engine.plan;

/**
 * What rounding leaves of amounts that cancel out, told from an amount. Each of the amounts that a sum is made of is right to some
 * fifteen digits, so that a sum of less than 1e-12 of their sizes together says nothing, not even by its sign: it is 0. The rule
 * knows no unit: amounts that are all a million times as large give the same answer.
 */
public final class Rounding {

    /** A sum below this part of the absolute amounts it is made of is 0. */
    public static final double PART = 1e-12;

    private Rounding() {}

    /**
     * A sum, or 0 where it is rounding.
     *
     * @param size the absolute amounts that it is made of, added up
     */
    public static double cleaned(double sum, double size) {
        return Math.abs(sum) < of(size) ? 0 : sum;
    }

    /** What a sum of amounts of this size cannot be told from 0 below. */
    public static double of(double size) {
        return PART * Math.min(size, Double.MAX_VALUE);
    }

    /** Cleans the first {@code n} of a column of sums from an index on, all with the same {@link #of rounding}. */
    public static void clean(double[] sums, int from, int n, double rounding) {
        for (int i = from; rounding > 0 && i < from + n; i++) {
            if (Math.abs(sums[i]) < rounding) {
                sums[i] = 0;
            }
        }
    }
}
