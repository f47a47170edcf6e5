package nl.mkba.engine.uncertainty;

/**
 * Brings a column to the size of 1 by a power of two, so that squares of what is in it neither overflow nor vanish. All
 * digits stay what they are, and so do those of what is calculated from them: results that do not depend on the size, such as
 * a correlation, are the same bits.
 */
public final class Scaling {

    /** Powers beyond these are themselves too large or too small. */
    private static final int MOST = 1_000;

    private Scaling() {}

    /**
     * {@return the power of two to which the largest number of a column is nearest, from below; 0 for a column of zeros}
     *
     * @param column the numbers; not changed
     */
    public static int exponent(double[] column) {
        double largest = 0;
        for (double value : column) {
            largest = Math.max(largest, Math.abs(value));
        }
        return exponent(largest);
    }

    /**
     * {@return the same of the largest number of several columns}
     *
     * @param columns not changed
     */
    public static int exponent(Iterable<double[]> columns) {
        double largest = 0;
        for (double[] column : columns) {
            for (double value : column) {
                largest = Math.max(largest, Math.abs(value));
            }
        }
        return exponent(largest);
    }

    /** The same of one number of 0 or more. */
    static int exponent(double largest) {
        return largest > 0 && largest < Double.POSITIVE_INFINITY
                ? Math.max(-MOST, Math.min(MOST, Math.getExponent(largest)))
                : 0;
    }

    /**
     * {@return a copy of a column, divided by two to a power}
     *
     * @param column the numbers; not changed
     * @param exponent the power
     */
    public static double[] down(double[] column, int exponent) {
        double factor = Math.scalb(1.0, -exponent);
        double[] scaled = new double[column.length];
        for (int i = 0; i < column.length; i++) {
            scaled[i] = column[i] * factor;
        }
        return scaled;
    }
}
