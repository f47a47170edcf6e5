package nl.mkba.distribution;

/**
 * Where a chance reaches a given value, by Newton's method on the logarithm of the chance, kept inside a bracket. The
 * unknown t is chosen by the subclass such that the logarithm of a small chance is nearly linear in it.
 */
abstract class TailRoot {

    private static final int MOST_STEPS = 200;

    /** The logarithm of the chance at the last t. */
    double logChance;

    /** Its derivative in t, of one sign. */
    double slope;

    /** Sets the chance and its slope at t. */
    abstract void at(double t);

    /**
     * Looks between {@code low} and {@code high}, from {@code start}. What is returned is the t at which the chance was
     * last taken; {@link #step} is what Newton would add.
     */
    final double solve(double target, double start, double low, double high) {
        double left = low;
        double right = high;
        double t = Math.min(high, Math.max(low, start));
        for (int i = 0; ; i++) {
            at(t);
            double step = step(target);
            if (Math.abs(step) <= 1e-9 * (1 + Math.abs(t)) || i >= MOST_STEPS) {
                return t;
            }
            if (step > 0) {
                left = t;
            } else {
                right = t;
            }
            double next = t + step;
            boolean inside = next > left && next < right;
            t = inside ? next : left + (right - left) / 2;
        }
    }

    /** Newton's step from the last t. */
    final double step(double target) {
        return (target - logChance) / slope;
    }
}
