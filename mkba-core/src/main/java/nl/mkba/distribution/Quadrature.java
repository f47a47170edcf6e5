package nl.mkba.distribution;

import java.util.function.DoubleUnaryOperator;

/** Integrals of smooth functions by the rule of Gauss and Legendre with 16 points (Abramowitz and Stegun 1964, 25.4.30). */
final class Quadrature {

    /** The points above 0; there is one below 0 for each. */
    private static final double[] POINTS = {
        0.09501250983763744,
        0.2816035507792589,
        0.45801677765722737,
        0.6178762444026438,
        0.755404408355003,
        0.8656312023878318,
        0.9445750230732326,
        0.9894009349916499
    };

    private static final double[] WEIGHTS = {
        0.1894506104550685,
        0.18260341504492358,
        0.16915651939500254,
        0.14959598881657674,
        0.12462897125553388,
        0.09515851168249279,
        0.062253523938647894,
        0.027152459411754096
    };

    private Quadrature() {}

    static double over(double low, double high, DoubleUnaryOperator function) {
        double half = (high - low) / 2;
        double middle = low + half;
        double sum = 0;
        for (int i = 0; i < POINTS.length; i++) {
            double away = half * POINTS[i];
            sum += WEIGHTS[i] * (function.applyAsDouble(middle - away) + function.applyAsDouble(middle + away));
        }
        return half * sum;
    }

    /** The same in parts no longer than {@code panel}. */
    static double over(double low, double high, double panel, DoubleUnaryOperator function) {
        int parts = (int) Math.ceil((high - low) / panel);
        double sum = 0;
        for (int i = 0; i < parts; i++) {
            double from = low + (high - low) * i / parts;
            double to = low + (high - low) * (i + 1) / parts;
            sum += over(from, to, function);
        }
        return sum;
    }
}
