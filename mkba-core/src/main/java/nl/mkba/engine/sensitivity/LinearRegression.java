package nl.mkba.engine.sensitivity;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.mkba.engine.uncertainty.Ranks;
import nl.mkba.engine.uncertainty.Scaling;
import nl.mkba.engine.uncertainty.SymmetricEigen;
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

    private final Inputs inputs;
    private final Workers workers;

    /** Columns of draws, some or all of which a result is regressed on. */
    interface Inputs {

        /** How many there are. */
        int count();

        /** Those of a case, in the order in which the coefficients are found. */
        List<Integer> of(int theCase);

        /** The id of the parameter that an input is. */
        String parameter(int input);

        /** The draws of an input. */
        double[] values(int input, Cancellation cancellation);
    }

    private LinearRegression(Inputs inputs, Workers workers) {
        this.inputs = inputs;
        this.workers = workers;
    }

    /** The regression of the result of each case on its inputs; empty where the result has no spread. */
    static List<Optional<Regression>> of(Inputs inputs, List<double[]> results, Workers workers) {
        return new LinearRegression(inputs, workers).of(results);
    }

    private List<Optional<Regression>> of(List<double[]> results) {
        double[][] responses = new double[results.size()][];
        double[][] rankResponses = new double[results.size()][];
        workers.run(responses.length, cancellation -> c -> {
            responses[c] = standardised(results.get(c), cancellation);
            rankResponses[c] = standardised(ranks(results.get(c), cancellation), cancellation);
        });
        double[][] columns = new double[inputs.count()][];
        double[][] rankColumns = new double[columns.length][];
        workers.run(columns.length, cancellation -> p -> {
            double[] values = inputs.values(p, cancellation);
            columns[p] = standardised(values, cancellation);
            rankColumns[p] = standardised(ranks(values, cancellation), cancellation);
        });
        List<Fit> values = fits(columns, responses);
        List<Fit> ranks = fits(rankColumns, rankResponses);
        List<Optional<Regression>> regressions = new ArrayList<>();
        for (int c = 0; c < responses.length; c++) {
            regressions.add(
                    responses[c].length == 0
                            ? Optional.empty()
                            : Optional.of(regression(inputs.of(c), values.get(c), ranks.get(c))));
        }
        return regressions;
    }

    private Regression regression(List<Integer> own, Fit values, Fit ranks) {
        List<Coefficient> coefficients = new ArrayList<>();
        for (int p = 0; p < own.size(); p++) {
            coefficients.add(
                    new Coefficient(inputs.parameter(own.get(p)), values.coefficients[p], ranks.coefficients[p]));
        }
        coefficients.sort(Comparator.comparingDouble((Coefficient each) -> -Math.abs(each.rank())));
        return new Regression(values.explained, ranks.explained, coefficients);
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

    /**
     * The products of a column with some others of the same length, four of them at a time: a sum waits for what was added
     * before, and not for other sums.
     */
    private static void dots(double[] column, double[][] others, int[] which, double[] products) {
        int k = 0;
        for (; k + 4 <= which.length; k += 4) {
            double[] a = others[which[k]];
            double[] b = others[which[k + 1]];
            double[] c = others[which[k + 2]];
            double[] d = others[which[k + 3]];
            double withA = 0;
            double withB = 0;
            double withC = 0;
            double withD = 0;
            for (int i = 0; i < column.length; i++) {
                double value = column[i];
                withA += value * a[i];
                withB += value * b[i];
                withC += value * c[i];
                withD += value * d[i];
            }
            products[which[k]] = withA;
            products[which[k + 1]] = withB;
            products[which[k + 2]] = withC;
            products[which[k + 3]] = withD;
        }
        for (; k < which.length; k++) {
            products[which[k]] = dot(column, others[which[k]]);
        }
    }

    /** Those that have spread. */
    private static int[] spread(BitSet which, double[][] columns) {
        return which.stream().filter(k -> columns[k].length > 0).toArray();
    }

    /** The correlations between the inputs that have a case in common, and with the results of the cases. */
    private List<Fit> fits(double[][] columns, double[][] responses) {
        List<BitSet> beside = new ArrayList<>();
        List<BitSet> cases = new ArrayList<>();
        for (int p = 0; p < columns.length; p++) {
            beside.add(new BitSet());
            cases.add(new BitSet());
        }
        for (int c = 0; c < responses.length; c++) {
            for (int p : inputs.of(c)) {
                cases.get(p).set(c);
                for (int q : inputs.of(c)) {
                    if (q <= p) {
                        beside.get(p).set(q);
                    }
                }
            }
        }
        double[][] correlations = new double[columns.length][columns.length];
        double[][] withResponses = new double[columns.length][responses.length];
        workers.run(columns.length, cancellation -> p -> {
            if (columns[p].length > 0) {
                cancellation.throwIfCancelled();
                dots(columns[p], columns, spread(beside.get(p), columns), correlations[p]);
                cancellation.throwIfCancelled();
                dots(columns[p], responses, spread(cases.get(p), responses), withResponses[p]);
            }
        });
        List<Fit> fits = new ArrayList<>();
        for (int c = 0; c < responses.length; c++) {
            workers.throwIfCancelled();
            fits.add(fit(c, correlations, withResponses));
        }
        return fits;
    }

    /** The coefficients of a case's inputs, and R². */
    private static final class Fit {
        private final double[] coefficients;
        private final double explained;

        Fit(double[] coefficients, double explained) {
            this.coefficients = coefficients;
            this.explained = explained;
        }
    }

    private Fit fit(int theCase, double[][] correlations, double[][] withResponses) {
        List<Integer> own = inputs.of(theCase);
        int count = own.size();
        double[] coefficients = new double[count];
        if (count == 0) {
            return new Fit(coefficients, 0);
        }
        RealMatrix matrix = new Array2DRowRealMatrix(count, count);
        double[] right = new double[count];
        for (int p = 0; p < count; p++) {
            right[p] = withResponses[own.get(p)][theCase];
            for (int q = 0; q <= p; q++) {
                int first = Math.max(own.get(p), own.get(q));
                int second = Math.min(own.get(p), own.get(q));
                matrix.setEntry(p, q, correlations[first][second]);
                matrix.setEntry(q, p, correlations[first][second]);
            }
        }
        SymmetricEigen eigen = SymmetricEigen.of(matrix, workers);
        double[] sizes = eigen.values();
        double[][] vectors = eigen.vectors();
        for (int k = 0; k < count; k++) {
            double value = sizes[k];
            if (value > SINGULAR * sizes[0]) {
                double[] vector = vectors[k];
                double part = dot(vector, right) / value;
                for (int p = 0; p < count; p++) {
                    coefficients[p] += part * vector[p];
                }
            }
        }
        double explained = 0;
        for (int p = 0; p < count; p++) {
            explained += coefficients[p] * right[p];
        }
        return new Fit(coefficients, Math.max(0, Math.min(1, explained)));
    }
}
