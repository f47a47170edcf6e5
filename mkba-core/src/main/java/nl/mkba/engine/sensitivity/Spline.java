package nl.mkba.engine.sensitivity;

import java.util.Arrays;
import nl.mkba.engine.uncertainty.Ranks;
import nl.mkba.uncertainty.Cancellation;

/**
 * A natural cubic spline through its values at the knots, as the columns of a regression: the "cr" basis of Wood (2017,
 * "Generalized additive models", section 5.3.1), without the column of the first knot, so that it is 0 there. Its penalty is
 * the integral of the squared second derivative. With knots at all values of a discrete variable it can take any shape.
 */
final class Spline {

    /** Values nearer to each other than this part of the range share a knot: a spline cannot turn between them. */
    private static final double CLOSEST = 1e-9;

    private final double[] knots;

    /** Per knot the weights of all knots' values in the second derivative there. */
    private final double[][] bend;

    private final double[][] penalty;

    private Spline(double[] knots) {
        int count = knots.length;
        this.knots = knots;
        this.bend = new double[count][count];
        this.penalty = new double[count][count];
        if (count < 3) {
            return;
        }
        double[][] differences = new double[count - 2][count];
        double[] diagonal = new double[count - 2];
        double[] beside = new double[count - 2];
        for (int i = 0; i < count - 2; i++) {
            double here = knots[i + 1] - knots[i];
            double next = knots[i + 2] - knots[i + 1];
            differences[i][i] = 1 / here;
            differences[i][i + 1] = -1 / here - 1 / next;
            differences[i][i + 2] = 1 / next;
            diagonal[i] = (here + next) / 3;
            beside[i] = next / 6;
        }
        double[][] inner = solve(diagonal, beside, differences);
        for (int i = 0; i < count - 2; i++) {
            bend[i + 1] = inner[i];
        }
        for (int i = 0; i < count; i++) {
            for (int k = 0; k < count - 2; k++) {
                for (int j = 0; j < count; j++) {
                    penalty[i][j] += differences[k][i] * inner[k][j];
                }
            }
        }
    }

    /**
     * Solves a symmetric system of three diagonals for many right-hand sides by elimination. In every row the diagonal is twice
     * what is beside it, so that no rows need change places, whatever their size.
     */
    private static double[][] solve(double[] diagonal, double[] beside, double[][] right) {
        int count = diagonal.length;
        double[] pivots = diagonal.clone();
        double[][] solved = new double[count][];
        for (int i = 0; i < count; i++) {
            solved[i] = right[i].clone();
            if (i > 0) {
                double factor = beside[i - 1] / pivots[i - 1];
                pivots[i] -= factor * beside[i - 1];
                for (int j = 0; j < solved[i].length; j++) {
                    solved[i][j] -= factor * solved[i - 1][j];
                }
            }
        }
        for (int i = count - 1; i >= 0; i--) {
            for (int j = 0; j < solved[i].length; j++) {
                double above = i + 1 < count ? beside[i] * solved[i + 1][j] : 0;
                solved[i][j] = (solved[i][j] - above) / pivots[i];
            }
        }
        return solved;
    }

    /** A spline with up to a given number of knots, at quantiles of a column; the first and the last at its extremes. */
    static Spline over(double[] column, int mostKnots, Cancellation cancellation) {
        int[] order = Ranks.order(column, cancellation);
        double least = CLOSEST * (column[order[order.length - 1]] - column[order[0]]);
        double[] distinct = new double[mostKnots];
        int found = 0;
        for (int k = 0; k < order.length && found <= mostKnots; k++) {
            double value = column[order[k]];
            if (found == 0 || value > distinct[found - 1] + least) {
                if (found < mostKnots) {
                    distinct[found] = value;
                }
                found++;
            }
        }
        if (found <= mostKnots) {
            return new Spline(Arrays.copyOf(distinct, found));
        }
        double[] knots = new double[mostKnots];
        int count = 0;
        for (int k = 0; k < mostKnots; k++) {
            double value = column[order[(int) ((long) k * (order.length - 1) / (mostKnots - 1))]];
            if (count == 0 || value > knots[count - 1] + least) {
                knots[count++] = value;
            }
        }
        return new Spline(Arrays.copyOf(knots, count));
    }

    /** How many columns it has. */
    int columns() {
        return Math.max(0, knots.length - 1);
    }

    /** The penalty on the coefficients of two columns. */
    double penalty(int row, int column) {
        return penalty[row + 1][column + 1];
    }

    /** The columns at a value from the first to the last knot. */
    void at(double value, double[] out, int from) {
        int count = knots.length;
        if (count < 2) {
            return;
        }
        int left = 0;
        int end = count - 1;
        while (end - left > 1) {
            int middle = (left + end) >>> 1;
            if (knots[middle] <= value) {
                left = middle;
            } else {
                end = middle;
            }
        }
        double width = knots[left + 1] - knots[left];
        double before = value - knots[left];
        double after = knots[left + 1] - value;
        double bendLeft = (after * after * after / width - width * after) / 6;
        double bendRight = (before * before * before / width - width * before) / 6;
        double[] leftBend = bend[left];
        double[] rightBend = bend[left + 1];
        for (int k = 1; k < count; k++) {
            out[from + k - 1] = bendLeft * leftBend[k] + bendRight * rightBend[k];
        }
        if (left > 0) {
            out[from + left - 1] += after / width;
        }
        out[from + left] += before / width;
    }
}
