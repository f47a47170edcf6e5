package nl.mkba.engine.number;

/**
 * What is lost below the smallest normal number, 2.2 × 10^−308 (IEEE 754), where a product keeps fewer digits or becomes 0. Whether
 * that matters shows when it is calculated a second time, with such a number put at the upper end of where its true size may lie.
 */
public final class LostDigits {

    /** Figures are right to 1e-9; this leaves room for what several numbers lose together. */
    public static final double TOLERANCE = 1e-10;

    /** A product or quotient of three numbers between these is a normal number. */
    private static final double SMALL = 0x1p-300;

    private static final double LARGE = 0x1p300;

    private LostDigits() {}

    /**
     * {@return whether a product of a few such numbers may lose digits: never of a number that a person would write}
     *
     * @param number that is given, or was calculated
     */
    public static boolean areNear(double number) {
        double size = Math.abs(number);
        return size != 0 && (size < SMALL || size > LARGE);
    }

    /**
     * {@return the upper end of where the true size of a number may lie that has lost digits}
     *
     * @param value what was calculated: its sign is kept
     * @param place where in the calculation: another one has another size, so that they do not cancel out
     */
    public static double upperEnd(double value, int place) {
        return Math.copySign(Double.MIN_NORMAL * (1 + place % 7 / 8.0), value);
    }

    /**
     * {@return whether a figure is not known well enough}
     *
     * @param size its absolute value, or what it is made of as absolute amounts; of one that is too large nothing is said
     * @param off by how much it differed the second time
     * @param nothing a difference up to this is none; 0 for what others are divided by
     */
    public static boolean show(double size, double off, double nothing) {
        return Double.isFinite(size) && !(off <= Math.max(TOLERANCE * size, nothing));
    }
}
