package nl.mkba.engine.sensitivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nl.mkba.engine.uncertainty.Scaling;
import nl.mkba.engine.uncertainty.SymmetricEigen;
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

    /** The columns of all draws are kept if they have no more numbers than this, and otherwise made each time they are needed. */
    private static final int MOST_KEPT = 1 << 21;

    /** As many draws are gone through together, so that what is summed over the draws goes through memory less often. */
    private static final int TOGETHER = 8;

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

    /** The centred columns of every draw; none if they would take too much. */
    private final double[][] kept;

    /** Lower triangle of Cholesky's factor of the scaled cross products. */
    private final double[][] root;

    private final double[] scales;

    /** Of the penalty between the columns made orthonormal: eigenvalues, and eigenvectors as columns. */
    private final double[] roughness;

    private final double[][] directions;

    /** Of the draw in hand, the coarse splines of every input. */
    private final double[][] bends;

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
        this.bends = new double[coarse.size()][KNOTS_IN_PRODUCTS];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < i && coarse.size() == count; j++) {
                found += coarse.get(i).columns() * coarse.get(j).columns();
            }
        }
        this.columns = found + products.size();
        this.means = new double[columns];
        this.scales = new double[columns];
        this.kept = new double[(long) columns * draws <= MOST_KEPT ? draws : 0][columns];
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
        SymmetricEigen eigen = SymmetricEigen.of(whitened, cancellation);
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
        if (!coarse.isEmpty()) {
            at = bends(draw, out, at);
        }
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
        double[] own = new double[columns];
        for (int d = 0; d < draws; d++) {
            ask(d);
            double[] row = d < kept.length ? kept[d] : own;
            row(d, row);
            for (int p = 0; p < columns; p++) {
                means[p] += row[p];
            }
        }
        for (int p = 0; p < columns; p++) {
            means[p] /= draws;
        }
        for (double[] row : kept) {
            centre(row);
        }
        double[][] cross = new double[columns][columns];
        double[][] rows = rows();
        for (int from = 0; from < draws; from += TOGETHER) {
            ask(from);
            addProducts(rows, centred(from, rows), cross);
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

    private void centre(double[] row) {
        for (int p = 0; p < columns; p++) {
            row[p] -= means[p];
        }
    }

    /** Memory for the columns of a few draws, if those of all are not kept. */
    private double[][] rows() {
        return new double[TOGETHER][kept.length > 0 ? 0 : columns];
    }

    /** The centred columns of a few draws from one on, to be read only; how many there are. */
    private int centred(int from, double[][] rows) {
        int n = Math.min(TOGETHER, draws - from);
        for (int k = 0; k < n; k++) {
            if (kept.length > 0) {
                rows[k] = kept[from + k];
            } else {
                row(from + k, rows[k]);
                centre(rows[k]);
            }
        }
        return n;
    }

    /** Adds the products of the columns of a few draws, those of one draw after those of another. */
    private void addProducts(double[][] rows, int n, double[][] cross) {
        double[] each = new double[n];
        for (int p = 0; p < columns; p++) {
            for (int k = 0; k < n; k++) {
                each[k] = rows[k][p];
            }
            addMultiples(rows, each, cross[p], p + 1);
        }
    }

    /** Adds to each of the first columns those of some draws, each times a factor of its draw, one draw after another. */
    private static void addMultiples(double[][] rows, double[] factors, double[] sums, int count) {
        if (factors.length < TOGETHER) {
            for (int k = 0; k < factors.length; k++) {
                for (int q = 0; q < count; q++) {
                    sums[q] += rows[k][q] * factors[k];
                }
            }
            return;
        }
        double[] r0 = rows[0];
        double[] r1 = rows[1];
        double[] r2 = rows[2];
        double[] r3 = rows[3];
        double[] r4 = rows[4];
        double[] r5 = rows[5];
        double[] r6 = rows[6];
        double[] r7 = rows[7];
        double f0 = factors[0];
        double f1 = factors[1];
        double f2 = factors[2];
        double f3 = factors[3];
        double f4 = factors[4];
        double f5 = factors[5];
        double f6 = factors[6];
        double f7 = factors[7];
        for (int q = 0; q < count; q++) {
            sums[q] = sums[q]
                    + r0[q] * f0
                    + r1[q] * f1
                    + r2[q] * f2
                    + r3[q] * f3
                    + r4[q] * f4
                    + r5[q] * f5
                    + r6[q] * f6
                    + r7[q] * f7;
        }
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
                double[] a = root[p];
                double[] b = root[q];
                double sum = matrix[p][q];
                for (int k = 0; k < q; k++) {
                    sum -= a[k] * b[k];
                }
                root[p][q] = p == q ? Math.sqrt(Math.max(RIDGE, sum)) : sum / root[q][q];
            }
        }
        return root;
    }

    /** Solves {@code L x = b}. */
    private double[] forward(double[] right) {
        double[] solved = Arrays.copyOf(right, columns);
        int first = 0;
        while (first < columns && right[first] == 0) {
            first++;
        }
        for (int p = first; p < columns; p++) {
            double[] line = root[p];
            double left = solved[p];
            for (int k = first; k < p; k++) {
                left -= line[k] * solved[k];
            }
            solved[p] = left / line[p];
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
    double[] of(double[] result) {
        return of(List.of(result)).get(0);
    }

    /** The expectations of several results given the inputs of each draw: the draws are gone through once for all. */
    List<double[]> of(List<double[]> written) {
        List<Response> responses = new ArrayList<>();
        for (double[] each : written) {
            responses.add(new Response(each));
        }
        double[][] rows = rows();
        double[][] scaled = new double[TOGETHER][columns];
        for (int from = 0; from < draws; from += TOGETHER) {
            ask(from);
            int n = centred(from, rows);
            for (int k = 0; k < n; k++) {
                for (int p = 0; p < columns; p++) {
                    scaled[k][p] = rows[k][p] * scales[p];
                }
            }
            for (Response each : responses) {
                each.add(scaled, from, n);
            }
        }
        for (Response each : responses) {
            each.solve();
        }
        for (int from = 0; from < draws; from += TOGETHER) {
            ask(from);
            int n = centred(from, rows);
            for (Response each : responses) {
                each.fit(rows, from, n);
            }
        }
        return responses.stream().map(each -> each.result).toList();
    }

    /** A result, and what the regression makes of it. */
    private final class Response {
        private final double size;

        /** The result of each draw, and in the end its expectation. */
        private final double[] result;

        private final double mean;
        private final double[] right = new double[columns];
        private double squares;
        private double[] slopes = {};

        Response(double[] written) {
            int exponent = Scaling.exponent(written);
            this.size = Math.scalb(1.0, exponent);
            this.result = Scaling.down(written, exponent);
            this.mean = ConditionalMean.mean(result);
        }

        /** Adds the products with the columns of a few draws, one draw after another. */
        void add(double[][] rows, int from, int n) {
            double[] values = new double[n];
            for (int k = 0; k < n; k++) {
                values[k] = result[from + k] - mean;
                squares += values[k] * values[k];
            }
            addMultiples(rows, values, right, columns);
        }

        void solve() {
            slopes = slopes(right, squares);
        }

        /** Gives a few draws their expectations; four at a time, so that a sum need not wait for what was added before. */
        void fit(double[][] rows, int from, int n) {
            int k = 0;
            for (; k + 4 <= n; k += 4) {
                double[] r0 = rows[k];
                double[] r1 = rows[k + 1];
                double[] r2 = rows[k + 2];
                double[] r3 = rows[k + 3];
                double v0 = 0;
                double v1 = 0;
                double v2 = 0;
                double v3 = 0;
                for (int p = 0; p < columns; p++) {
                    double slope = slopes[p];
                    v0 += r0[p] * slope;
                    v1 += r1[p] * slope;
                    v2 += r2[p] * slope;
                    v3 += r3[p] * slope;
                }
                result[from + k] = (mean + v0) * size;
                result[from + k + 1] = (mean + v1) * size;
                result[from + k + 2] = (mean + v2) * size;
                result[from + k + 3] = (mean + v3) * size;
            }
            for (; k < n; k++) {
                double value = 0;
                for (int p = 0; p < columns; p++) {
                    value += rows[k][p] * slopes[p];
                }
                result[from + k] = (mean + value) * size;
            }
        }
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
