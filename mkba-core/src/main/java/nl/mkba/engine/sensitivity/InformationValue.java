package nl.mkba.engine.sensitivity;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import nl.mkba.engine.plan.Rounding;
import nl.mkba.engine.uncertainty.Scaling;
import nl.mkba.uncertainty.Cancellation;

/**
 * What it is worth to know more before choosing between options, from draws of what each of them yields.
 *
 * <ul>
 *   <li>Perfect information: {@code EVPI = E[max_d y_d] − max_d E[y_d]} (Raiffa and Schlaifer 1961), which is the expected
 *       loss of choosing now.
 *   <li>Partial information about x: {@code EVPPI = E[max_d E[y_d | x]] − max_d E[y_d]}, the same of the conditional means
 *       (Strong, Oakley and Brennan 2014).
 * </ul>
 *
 * @param value the expected value, 0 or more
 * @param standardError its standard error, for independent draws; empty for a single draw; of partial information without the error of the
 *     regression
 */
record InformationValue(double value, OptionalDouble standardError) {

    /** The value of knowing which option is best in every draw. */
    static InformationValue of(List<double[]> written) {
        return of(written, Cancellation.NEVER);
    }

    /** The same, of many draws. */
    static InformationValue of(List<double[]> written, Cancellation cancellation) {
        int exponent = Scaling.exponent(written);
        // At the size of 1 no sum and no square overflows.
        List<double[]> options = new ArrayList<>();
        for (double[] option : written) {
            cancellation.throwIfCancelled();
            options.add(Scaling.down(option, exponent));
        }
        double size = Math.scalb(1.0, exponent);
        int draws = options.get(0).length;
        double[] now = options.get(0);
        double highest = Double.NEGATIVE_INFINITY;
        for (double[] option : options) {
            double mean = mean(option, cancellation);
            if (mean > highest) {
                highest = mean;
                now = option;
            }
        }
        double sum = 0;
        double[] losses = new double[draws];
        for (int i = 0; i < draws; i++) {
            cancellation.ask(i);
            double best = now[i];
            for (double[] option : options) {
                best = Math.max(best, option[i]);
            }
            losses[i] = Rounding.balance(best, now[i], 0);
            sum += losses[i];
        }
        double expected = sum / draws;
        double squares = 0;
        for (int i = 0; i < draws; i++) {
            cancellation.ask(i);
            squares += (losses[i] - expected) * (losses[i] - expected);
        }
        OptionalDouble error =
                draws > 1 ? OptionalDouble.of(size * Math.sqrt(squares / (draws - 1) / draws)) : OptionalDouble.empty();
        return new InformationValue(size * expected, error);
    }

    private static double mean(double[] column, Cancellation cancellation) {
        double origin = column[0];
        double sum = 0;
        for (int i = 0; i < column.length; i++) {
            cancellation.ask(i);
            sum += column[i] - origin;
        }
        return origin + sum / column.length;
    }
}
