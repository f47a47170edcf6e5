package nl.mkba.distribution;

/**
 * Parts of the gamma function from which densities are put together without large logarithms that cancel, after C.
 * Loader, "Fast and accurate computation of binomial probabilities" (2000).
 */
final class Stirling {

    private Stirling() {}

    /**
     * {@code δ(a)} in {@code Γ(a) = √(2π/a) (a/e)^a exp(δ(a))}: from 15 upwards by Stirling's series {@code 1/(12a) −
     * 1/(360a³) + 1/(1260a⁵) − …} (Abramowitz and Stegun 1964, 6.1.41), below by {@code δ(a) = δ(a + 1) + (a + ½) ln(1 +
     * 1/a) − 1}, which is {@code Γ(a + 1) = a Γ(a)}.
     */
    static double correction(double argument) {
        double a = argument;
        double steps = 0;
        while (a < 15) {
            steps += (a + 0.5) * StrictMath.log1p(1 / a) - 1;
            a++;
        }
        double s = 1 / (a * a);
        double sum = -691.0 / 360360;
        sum = sum * s + 1.0 / 1188;
        sum = sum * s - 1.0 / 1680;
        sum = sum * s + 1.0 / 1260;
        sum = sum * s - 1.0 / 360;
        sum = sum * s + 1.0 / 12;
        return sum / a + steps;
    }

    /**
     * {@code m − ln(1 + m)} for {@code 1 + m = x/x0}: near 0 by the series of {@code 2 artanh(m/(2 + m))}.
     *
     * @param m {@code (x − x0)/x0}
     * @param ratio {@code x/x0}
     */
    static double deviance(double m, double ratio) {
        if (m < -0.4 || m > 0.7) {
            return m - StrictMath.log(ratio);
        }
        double r = m / (2 + m);
        double y = r * r;
        double sum = 0;
        for (int odd = 27; odd >= 3; odd -= 2) {
            sum = sum * y + 2.0 / odd;
        }
        return r * (m - sum * y);
    }
}
