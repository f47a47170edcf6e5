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
     * {@return a sum, or 0 where it is rounding}
     *
     * @param sum of amounts
     * @param size the absolute amounts that it is made of, added up
     */
    public static double cleaned(double sum, double size) {
        return Math.abs(sum) < of(size) ? 0 : sum;
    }

    /**
     * {@return {@code a − b + c}, or 0 where that is rounding}
     *
     * @param a an amount
     * @param b an amount
     * @param c an amount
     */
    public static double balance(double a, double b, double c) {
        double sum = a - b + c;
        // Each part by itself: their sum may be too large for a number.
        return Math.abs(sum) < PART * Math.abs(a) + PART * Math.abs(b) + PART * Math.abs(c) ? 0 : sum;
    }

    /**
     * {@return what a sum of amounts cannot be told from 0 below}
     *
     * @param size the absolute amounts that it is made of, added up
     */
    public static double of(double size) {
        return PART * Math.min(size, Double.MAX_VALUE);
    }

    /**
     * Lets sums in a column be 0 where they are rounding.
     *
     * @param sums the column
     * @param from the first
     * @param n how many
     * @param rounding what they cannot be told from 0 below; 0 leaves all as they are
     */
    public static void clean(double[] sums, int from, int n, double rounding) {
        for (int i = from; rounding > 0 && i < from + n; i++) {
            if (Math.abs(sums[i]) < rounding) {
                sums[i] = 0;
            }
        }
    }
}
