package nl.mkba.engine.sensitivity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.mkba.engine.uncertainty.Ranks;
import nl.mkba.engine.uncertainty.Scaling;
import nl.mkba.sensitivity.SensitivityResult.Coefficient;
import nl.mkba.sensitivity.SensitivityResult.Regression;
import nl.mkba.uncertainty.Cancellation;
import nl.mkba.uncertainty.Workers;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Standardised regression coefficients of the values and of the ranks (Saltelli and others 2008, "Global sensitivity
 * analysis: the primer", section 1.2.5; Iman and Conover 1979 for ranks): least squares on columns that are centred and have
 * length 1, so that the coefficients solve {@code R β = r} with R the correlations between the parameters and r those with
 * the result. R² is {@code β·r}. Where parameters determine each other, the solution with the smallest coefficients is taken.
 */
final class LinearRegression {

    /** Eigenvalues of the correlation matrix below this part of the largest count as 0. */
    private static final double SINGULAR = 1e-10;

    private LinearRegression() {}

    /** The regression of a result on parameters, column by column; empty if the result has no spread. */
    static Optional<Regression> of(List<String> ids, double[][] parameters, double[] result, Workers workers) {
        double[] response = standardised(result, workers);
        if (response.length == 0) {
            return Optional.empty();
        }
        double[][] columns = new double[ids.size()][];
        workers.run(columns.length, cancellation -> p -> columns[p] = standardised(parameters[p], cancellation));
        double[] values = coefficients(columns, response, workers);
        double rSquared = explained(values, columns, response, workers);
        workers.run(
                columns.length,
                cancellation -> p -> columns[p] = standardised(ranks(parameters[p], cancellation), cancellation));
        double[] rankResponse = standardised(ranks(result, workers), workers);
        double[] ranks = coefficients(columns, rankResponse, workers);
        double rankRSquared = explained(ranks, columns, rankResponse, workers);
        List<Coefficient> coefficients = new ArrayList<>();
        for (int p = 0; p < values.length; p++) {
            coefficients.add(new Coefficient(ids.get(p), values[p], ranks[p]));
        }
        coefficients.sort(Comparator.comparingDouble((Coefficient each) -> -Math.abs(each.rank())));
        return Optional.of(new Regression(rSquared, rankRSquared, coefficients));
    }

    private static double[] ranks(double[] column, Cancellation cancellation) {
        int[] doubled = Ranks.doubled(column, cancellation);
        double[] ranks = new double[doubled.length];
        for (int i = 0; i < ranks.length; i++) {
            cancellation.ask(i);
            ranks[i] = doubled[i];
        }
        return ranks;
    }

    /** A column centred and with length 1; an empty one if there is no spread. */
    private static double[] standardised(double[] written, Cancellation cancellation) {
        cancellation.throwIfCancelled();
        double[] column = Scaling.down(written, Scaling.exponent(written));
        double origin = column[0];
        double sum = 0;
        for (int i = 0; i < column.length; i++) {
            cancellation.ask(i);
            sum += column[i] - origin;
        }
        double mean = origin + sum / column.length;
        double squares = 0;
        for (int i = 0; i < column.length; i++) {
            cancellation.ask(i);
            column[i] -= mean;
            squares += column[i] * column[i];
        }
        if (!(squares > 0)) {
            return new double[0];
        }
        double length = Math.sqrt(squares);
        for (int i = 0; i < column.length; i++) {
            cancellation.ask(i);
            column[i] /= length;
        }
        return column;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < Math.min(a.length, b.length); i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double explained(
            double[] coefficients, double[][] columns, double[] response, Cancellation cancellation) {
        double sum = 0;
        for (int p = 0; p < coefficients.length; p++) {
            cancellation.throwIfCancelled();
            sum += coefficients[p] * dot(columns[p], response);
        }
        return Math.max(0, Math.min(1, sum));
    }

    private static double[] coefficients(double[][] columns, double[] response, Workers workers) {
        int count = columns.length;
        double[] coefficients = new double[count];
        if (count == 0) {
            return coefficients;
        }
        double[][] correlations = new double[count][count];
        double[] withResponse = new double[count];
        workers.run(count, cancellation -> p -> {
            withResponse[p] = dot(columns[p], response);
            for (int q = 0; q <= p; q++) {
                cancellation.throwIfCancelled();
                correlations[p][q] = dot(columns[p], columns[q]);
            }
        });
        RealMatrix matrix = new Array2DRowRealMatrix(count, count);
        for (int p = 0; p < count; p++) {
            for (int q = 0; q <= p; q++) {
                matrix.setEntry(p, q, correlations[p][q]);
                matrix.setEntry(q, p, correlations[p][q]);
            }
        }
        SymmetricEigen eigen = SymmetricEigen.of(matrix);
        double largest = eigen.values()[0];
        for (int k = 0; k < count; k++) {
            double value = eigen.values()[k];
            if (value > SINGULAR * largest) {
                double[] vector = eigen.vectors()[k];
                double part = dot(vector, withResponse) / value;
                for (int p = 0; p < count; p++) {
                    coefficients[p] += part * vector[p];
                }
            }
        }
        return coefficients;
    }
}
