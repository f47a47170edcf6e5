package nl.mkba.distribution;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.apache.commons.math3.util.Pair;

/** Integrals of smooth functions by Gauss and Legendre's rule with 16 points. */
final class Quadrature {

    private static final Pair<double[], double[]> RULE = rule();

    private Quadrature() {}

    private static Pair<double[], double[]> rule() {
        var integrator = new GaussIntegratorFactory().legendre(16);
        double[] points = new double[integrator.getNumberOfPoints()];
        double[] weights = new double[points.length];
        for (int i = 0; i < points.length; i++) {
            points[i] = integrator.getPoint(i);
            weights[i] = integrator.getWeight(i);
        }
        return Pair.create(points, weights);
    }

    static double over(double low, double high, DoubleUnaryOperator function) {
        double half = (high - low) / 2;
        double middle = low + half;
        double[] points = RULE.getFirst();
        double[] weights = RULE.getSecond();
        double sum = 0;
        for (int i = 0; i < points.length; i++) {
            sum += weights[i] * function.applyAsDouble(middle + half * points[i]);
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
