package nl.mkba.cli.render;

/** What is shown as nothing: a difference that is only how the computer rounds the amounts it was made of. */
public final class Negligible {

    private static final double PART = 1e-9;

    private Negligible() {}

    /** Whether the amount is 0, or less than a billionth part of the largest amount that it belongs to. */
    public static boolean isNegligible(double amount, double... whole) {
        double largest = 0;
        for (double each : whole) {
            largest = Math.max(largest, Math.abs(each));
        }
        return amount == 0 || Math.abs(amount) < PART * largest;
    }
}
