package nl.mkba.distribution;

/**
 * A quantile function along a chance, as a Taylor series about a point. Since {@code x′ = 1/f(x)} the higher
 * derivatives follow from those of the density's logarithm (G. Steinbrecher and W. T. Shaw, "Quantile mechanics",
 * European Journal of Applied Mathematics 19, 2008, 87–112): {@code x″ = −(ln f)′(x) x′²}. That equation does not change
 * when the chance is counted in other steps, so the series is kept per step.
 */
abstract class QuantileSeries {

    static final int ORDER = 10;

    /** The coefficients. */
    final double[] x = new double[ORDER + 1];

    /** Those of the derivative. */
    final double[] r = new double[ORDER];

    /**
     * Sets the value and the derivative exactly.
     *
     * @param first whether nothing is known yet; else the value is near already
     */
    abstract void anchor(double chance, boolean first);

    /** {@code origin + factor · value}. */
    double value(double origin, double factor) {
        return origin + factor * x[0];
    }

    /** Counts in steps of another length. */
    void rescale(double factor) {
        x[1] *= factor;
    }

    /** Fills in the higher coefficients. */
    abstract void expand();

    /** Moves one step back and returns the change of the value. */
    final double stepBack() {
        double value = 0;
        double slope = 0;
        for (int k = ORDER; k > 0; k--) {
            value = x[k] - value;
            slope = k * x[k] - slope;
        }
        move(-value, slope);
        return -value;
    }

    /** Moves the series to where the value is {@code by} more and the slope is {@code slope}. */
    void move(double by, double slope) {
        x[0] += by;
        x[1] = slope;
    }

    /** The change over half a step back. */
    final double halfStepBack() {
        double value = 0;
        for (int k = ORDER; k > 0; k--) {
            value = (x[k] + value) * -0.5;
        }
        return value;
    }

    /** The next coefficient of {@code r/x}. */
    final double quotient(int k, double[] quotient) {
        double sum = r[k];
        for (int j = 1; j <= k; j++) {
            sum -= x[j] * quotient[k - j];
        }
        return sum / x[0];
    }
}
