package nl.mkba.engine.sensitivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nl.mkba.engine.uncertainty.Scaling;
import nl.mkba.uncertainty.Cancellation;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * The expectation of a result given some inputs, by penalised regression on draws (Strong, Oakley and Brennan 2014,
 * "Estimating multiparameter partial expected value of perfect information", Medical Decision Making 34): a natural cubic
 * spline for every input and, for more than one input, products of two and three of them. How smooth it is, is chosen by
 * generalised cross-validation (Craven and Wahba 1979) with each effective degree of freedom counted 1.4 times (Kim and Gu
 * 2004). The mean of what is fitted is the mean of the draws.
 */
final class ConditionalMean {

    private static final int KNOTS_OF_ONE = 20;
    private static final int KNOTS_OF_FEW = 6;
    private static final int KNOTS_OF_MANY = 4;
    private static final int FEW = 10;
    private static final int MOST_IN_PAIRS = 16;
    private static final int MOST_IN_TRIPLES = 6;
    private static final int KNOTS_IN_PRODUCTS = 4;

    /** Counts a degree of freedom more than once, against fitting noise. */
    private static final double COST = 1.4;

    private static final int SMOOTHNESSES = 61;
    private static final double LEAST_SMOOTH = 1e-9;
    private static final double MOST_SMOOTH = 1e9;

    /** What is added to every squared length, so that inputs may determine each other. */
    private static final double RIDGE = 1e-10;

    private final double[][] inputs;
    private final int draws;
    private final List<Spline> splines = new ArrayList<>();
    private final List<int[]> products = new ArrayList<>();

    /** Coarser splines, whose products stand for how one input bends with another. */
    private final List<Spline> coarse = new ArrayList<>();

    private final double[] inputMeans;
    private final double[] inputScales;
    private final int columns;
    private final double[] means;

    /** Lower triangle of Cholesky's factor of the scaled cross products. */
    private final double[][] root;

    private final double[] scales;

    /** Of the penalty between the columns made orthonormal: eigenvalues, and eigenvectors as columns. */
    private final double[] roughness;

    private final double[][] directions;

    private final Cancellation cancellation;

    /** After this many draws it is asked whether the regression is still wanted. */
    private static final int OFTEN = 1024;

    /** Prepares for regression on these inputs, each a column of draws. */
    ConditionalMean(double[][] inputs) {
        this(inputs, Cancellation.NEVER);
    }

    /**
     * The same, for many draws.
     *
     * @param cancellation asked now and then, also by {@link #of}
     */
    ConditionalMean(double[][] written, Cancellation cancellation) {
        this.cancellation = cancellation;
        this.inputs = new double[written.length][];
        for (int i = 0; i < written.length; i++) {
            inputs[i] = Scaling.down(written[i], Scaling.exponent(written[i]));
        }
        this.draws = inputs[0].length;
        int count = inputs.length;
        this.inputMeans = new double[count];
        this.inputScales = new double[count];
        int mostKnots = count == 1 ? KNOTS_OF_ONE : count <= FEW ? KNOTS_OF_FEW : KNOTS_OF_MANY;
        int found = 0;
        for (int i = 0; i < count; i++) {
            standardise(i);
            Spline spline = Spline.over(inputs[i], Math.min(mostKnots, Math.max(2, draws / 4)), cancellation);
            splines.add(spline);
            found += spline.columns();
        }
        makeProducts();
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < i && coarse.size() == count; j++) {
                found += coarse.get(i).columns() * coarse.get(j).columns();
            }
        }
        this.columns = found + products.size();
        this.means = new double[columns];
        this.scales = new double[columns];
        double[][] cross = crossProducts();
        double[][] penalty = penalty(cross);
        this.root = cholesky(cross);
        RealMatrix whitened = new Array2DRowRealMatrix(Math.max(1, columns), Math.max(1, columns));
        for (int p = 0; p < columns; p++) {
            // First L⁻¹ S, column by column; S is symmetric.
            whitened.setColumn(p, forward(penalty[p]));
        }
        for (int p = 0; p < columns; p++) {
            whitened.setRow(p, forward(whitened.getRow(p)));
        }
        for (int p = 0; p < columns; p++) {
            for (int q = 0; q < p; q++) {
                double both = (whitened.getEntry(p, q) + whitened.getEntry(q, p)) / 2;
                whitened.setEntry(p, q, both);
                whitened.setEntry(q, p, both);
            }
        }
        SymmetricEigen eigen = SymmetricEigen.of(whitened);
        this.roughness = eigen.values();
        this.directions = eigen.vectors();
        for (int k = 0; k < roughness.length; k++) {
            roughness[k] = Math.max(0, roughness[k]);
        }
    }

    private void standardise(int input) {
        double[] column = inputs[input];
        double origin = column[0];
        double sum = 0;
        for (double value : column) {
            sum += value - origin;
        }
        inputMeans[input] = origin + sum / draws;
        double squares = 0;
        for (double value : column) {
            squares += (value - inputMeans[input]) * (value - inputMeans[input]);
        }
        inputScales[input] = squares > 0 ? Math.sqrt(draws / squares) : 0;
    }

    private void makeProducts() {
        int count = Math.min(inputs.length, MOST_IN_PAIRS);
        for (int i = 0; i < count; i++) {
            for (int j = i + 1; j < count; j++) {
                products.add(new int[] {i, j});
            }
        }
        if (inputs.length > 1 && inputs.length <= MOST_IN_TRIPLES) {
            for (double[] input : inputs) {
                coarse.add(Spline.over(input, KNOTS_IN_PRODUCTS, cancellation));
            }
            for (int i = 0; i < count; i++) {
                for (int j = i + 1; j < count; j++) {
                    for (int k = j + 1; k < count; k++) {
                        products.add(new int[] {i, j, k});
                    }
                }
            }
        }
    }

    /** The columns of a draw, before centring and scaling. */
    private void row(int draw, double[] out) {
        int at = 0;
        for (int i = 0; i < inputs.length; i++) {
            splines.get(i).at(inputs[i][draw], out, at);
            at += splines.get(i).columns();
        }
        at = bends(draw, out, at);
        for (int[] factors : products) {
            double product = 1;
            for (int i : factors) {
                product *= (inputs[i][draw] - inputMeans[i]) * inputScales[i];
            }
            out[at++] = product;
        }
    }

    /** The products of the coarse splines of every two inputs. */
    private int bends(int draw, double[] out, int from) {
        if (coarse.isEmpty()) {
            return from;
        }
        double[][] bends = new double[inputs.length][KNOTS_IN_PRODUCTS];
        for (int i = 0; i < inputs.length; i++) {
            coarse.get(i).at(inputs[i][draw], bends[i], 0);
        }
        int at = from;
        for (int i = 0; i < inputs.length; i++) {
            for (int j = 0; j < i; j++) {
                for (int p = 0; p < coarse.get(i).columns(); p++) {
                    for (int q = 0; q < coarse.get(j).columns(); q++) {
                        out[at++] = bends[i][p] * bends[j][q];
                    }
                }
            }
        }
        return at;
    }

    /** The cross products of the centred columns, each scaled to length 1. */
    private double[][] crossProducts() {
        double[] row = new double[columns];
        for (int d = 0; d < draws; d++) {
            ask(d);
            row(d, row);
            for (int p = 0; p < columns; p++) {
                means[p] += row[p];
            }
        }
        for (int p = 0; p < columns; p++) {
            means[p] /= draws;
        }
        double[][] cross = new double[columns][columns];
        for (int d = 0; d < draws; d++) {
            ask(d);
            row(d, row);
            for (int p = 0; p < columns; p++) {
                row[p] -= means[p];
                double[] line = cross[p];
                double value = row[p];
                for (int q = 0; q <= p; q++) {
                    line[q] += value * row[q];
                }
            }
        }
        for (int p = 0; p < columns; p++) {
            scales[p] = cross[p][p] > 0 ? 1 / Math.sqrt(cross[p][p]) : 0;
        }
        for (int p = 0; p < columns; p++) {
            for (int q = 0; q <= p; q++) {
                cross[p][q] *= scales[p] * scales[q];
            }
            cross[p][p] = 1 + RIDGE;
        }
        return cross;
    }

    /** The roughness of each spline, and the size of each product, made comparable by the trace of each part. */
    private double[][] penalty(double[][] cross) {
        double[][] penalty = new double[columns][columns];
        int at = 0;
        for (Spline spline : splines) {
            int size = spline.columns();
            double trace = 0;
            for (int p = 0; p < size; p++) {
                trace += spline.penalty(p, p) * scales[at + p] * scales[at + p];
            }
            for (int p = 0; p < size && trace > 0; p++) {
                for (int q = 0; q < size; q++) {
                    penalty[at + p][at + q] = spline.penalty(p, q) * scales[at + p] * scales[at + q] * size / trace;
                }
            }
            at += size;
        }
        for (int p = at; p < columns; p++) {
            penalty[p][p] = cross[p][p];
        }
        return penalty;
    }

    private static double[][] cholesky(double[][] matrix) {
        int size = matrix.length;
        double[][] root = new double[size][size];
        for (int p = 0; p < size; p++) {
            for (int q = 0; q <= p; q++) {
                double sum = matrix[p][q];
                for (int k = 0; k < q; k++) {
                    sum -= root[p][k] * root[q][k];
                }
                root[p][q] = p == q ? Math.sqrt(Math.max(RIDGE, sum)) : sum / root[q][q];
            }
        }
        return root;
    }

    /** Solves {@code L x = b}. */
    private double[] forward(double[] right) {
        double[] solved = Arrays.copyOf(right, columns);
        for (int p = 0; p < columns; p++) {
            for (int k = 0; k < p; k++) {
                solved[p] -= root[p][k] * solved[k];
            }
            solved[p] /= root[p][p];
        }
        return solved;
    }

    /** Solves {@code L' x = b}. */
    private double[] backward(double[] right) {
        double[] solved = Arrays.copyOf(right, columns);
        for (int p = columns - 1; p >= 0; p--) {
            for (int k = p + 1; k < columns; k++) {
                solved[p] -= root[k][p] * solved[k];
            }
            solved[p] /= root[p][p];
        }
        return solved;
    }

    /** The expectation of a result given nothing, for each draw. */
    static double[] unconditional(double[] result) {
        int exponent = Scaling.exponent(result);
        double[] means = new double[result.length];
        Arrays.fill(means, mean(Scaling.down(result, exponent)) * Math.scalb(1.0, exponent));
        return means;
    }

    private static double mean(double[] result) {
        double origin = result[0];
        double sum = 0;
        for (double value : result) {
            sum += value - origin;
        }
        return origin + sum / result.length;
    }

    private void ask(int draw) {
        if (draw % OFTEN == 0) {
            cancellation.throwIfCancelled();
        }
    }

    /** The expectation of a result given the inputs of each draw. */
    double[] of(double[] written) {
        int exponent = Scaling.exponent(written);
        double size = Math.scalb(1.0, exponent);
        double[] result = Scaling.down(written, exponent);
        double mean = mean(result);
        double[] row = new double[columns];
        double[] right = new double[columns];
        double squares = 0;
        for (int d = 0; d < draws; d++) {
            ask(d);
            row(d, row);
            double value = result[d] - mean;
            squares += value * value;
            for (int p = 0; p < columns; p++) {
                right[p] += (row[p] - means[p]) * scales[p] * value;
            }
        }
        double[] slopes = slopes(right, squares);
        double[] fitted = new double[draws];
        for (int d = 0; d < draws; d++) {
            ask(d);
            row(d, row);
            double value = 0;
            for (int p = 0; p < columns; p++) {
                value += (row[p] - means[p]) * slopes[p];
            }
            fitted[d] = (mean + value) * size;
        }
        return fitted;
    }

    /** The coefficients of the columns, at the best smoothness. */
    private double[] slopes(double[] right, double squares) {
        double[] whitened = forward(right);
        double[] parts = new double[columns];
        for (int k = 0; k < columns; k++) {
            for (int p = 0; p < columns; p++) {
                parts[k] += directions[k][p] * whitened[p];
            }
        }
        double best = Double.POSITIVE_INFINITY;
        double smoothness = MOST_SMOOTH;
        for (int s = 0; s < SMOOTHNESSES; s++) {
            double trial = MOST_SMOOTH * StrictMath.pow(LEAST_SMOOTH / MOST_SMOOTH, s / (double) (SMOOTHNESSES - 1));
            double score = score(trial, parts, squares);
            if (score < best) {
                best = score;
                smoothness = trial;
            }
        }
        double[] shrunk = new double[columns];
        for (int k = 0; k < columns; k++) {
            double part = parts[k] / (1 + smoothness * roughness[k]);
            for (int p = 0; p < columns; p++) {
                shrunk[p] += part * directions[k][p];
            }
        }
        double[] slopes = backward(shrunk);
        for (int p = 0; p < columns; p++) {
            slopes[p] *= scales[p];
        }
        return slopes;
    }

    /** Generalised cross-validation: {@code n RSS / (n − 1.4 tr H)²}. */
    private double score(double smoothness, double[] parts, double squares) {
        double residual = squares;
        double degrees = 1;
        for (int k = 0; k < columns; k++) {
            double kept = 1 / (1 + smoothness * roughness[k]);
            residual -= parts[k] * parts[k] * kept * (2 - kept);
            degrees += kept;
        }
        double left = draws - COST * degrees;
        return left > 0 ? Math.max(0, residual) / (left * left) : Double.POSITIVE_INFINITY;
    }
}
