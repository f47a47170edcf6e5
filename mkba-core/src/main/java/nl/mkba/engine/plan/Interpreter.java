package nl.mkba.engine.plan;

import java.util.Arrays;

/**
 * Carries out instructions on blocks of draws. Every loop runs over the draws inside and over the years outside, in index
 * order, so that a draw's result does not depend on the block it is in.
 */
final class Interpreter {

    /** How far shares may be from adding up to 1. */
    static final double SHARES_TOLERANCE = 1e-9;

    private final int years;
    private final VectorKernels vectors;

    /** Of each draw the last value that was clamped, 0 if none was. */
    private double[] outside = {};

    Interpreter(int years) {
        this.years = years;
        this.vectors = new VectorKernels(years);
    }

    /** Told of values that break a rule. */
    interface Sink {
        /** A fraction outside 0 … 1 was clamped. */
        void clamped(int check, int draw, double value);

        /** A rule does not hold. */
        void refused(int check, int draw, double value);
    }

    /**
     * Carries out one instruction on the first {@code n} draws of a block. A register is an array of rows: one for a scalar,
     * one for each year for a vector. Every loop over draws runs over whole rows from index 0, which the compiler of the
     * virtual machine turns into vector instructions.
     *
     * @param in registers of the operands
     * @param imm the immediates
     * @param out register of the result; unused by checks
     */
    void execute(Op op, double[][][] in, int[] imm, double[][] out, int n, Sink sink) {
        switch (op) {
            case ADD -> ScalarKernels.add(in[0][0], in[1][0], out[0], n);
            case SUBTRACT -> ScalarKernels.subtract(in[0][0], in[1][0], out[0], n);
            case BALANCE -> ScalarKernels.balance(in[0][0], in[1][0], in[2][0], out[0], n);
            case MULTIPLY -> ScalarKernels.multiply(in[0][0], in[1][0], out[0], n);
            case DIVIDE -> ScalarKernels.divide(in[0][0], in[1][0], out[0], n);
            case SUM_OF_PRODUCTS -> ScalarKernels.sumOfProducts(in, out[0], n);
            case PRODUCT -> ScalarKernels.product(in, out[0], n);
            case SUM -> ScalarKernels.sum(in, out[0], n);
            case RUN_TOTAL -> runTotal(in[0][0], imm, out[0], n);
            case CHECK_FINITE -> check(Bound.FINITE, imm[0], in[0][0], n, sink);
            case CHECK_FRACTION -> checkFraction(imm[0], in[0][0], n, sink);
            case CHECK_NOT_NEGATIVE -> check(Bound.NOT_NEGATIVE, imm[0], in[0][0], n, sink);
            case CHECK_POSITIVE -> check(Bound.POSITIVE, imm[0], in[0][0], n, sink);
            case CHECK_ABOVE_MINUS_ONE -> check(Bound.ABOVE_MINUS_ONE, imm[0], in[0][0], n, sink);
            case CHECK_MINUS_ONE_TO_ZERO -> check(Bound.MINUS_ONE_TO_ZERO, imm[0], in[0][0], n, sink);
            case CHECK_SUM -> checkSum(imm[0], in, n, sink);
            case DOT -> vectors.dot(in[0], in[1], out[0], n);
            case WEIGHTED_TOTAL -> VectorKernels.weightedTotal(in[0], in[1], imm, out[0], n);
            case RUN_DOT -> vectors.runDot(in[0][0], in[1][0], in[2], imm, out[0], n);
            case TOTAL -> vectors.total(in[0], out[0], n);
            case LAST -> System.arraycopy(in[0][years - 1], 0, out[0], 0, n);
            case TAIL -> Tail.sum(firstRows(in), imm, out[0], n);
            case TAIL_VALUE -> tailValue(in[0][0], in[1][0], imm[0], out[0], n, sink);
            case POWERS -> vectors.powers(in[0][0], imm[0], out, n);
            case DISCOUNT -> vectors.discount(firstRows(in), imm, out, n);
            case RUN -> vectors.run(in[0][0], in[1][0], imm, out, n);
            case SCATTER -> vectors.scatter(in, imm, out, n);
            case INTERPOLATE -> vectors.interpolate(firstRows(in), imm, out, n);
            case COHORTS -> vectors.cohorts(in[0], in[1], out, n);
            case MULTIPLY_YEARS -> vectors.multiply(in[0], in[1], out, n);
            case DIVIDE_YEARS -> vectors.divide(in[0], in[1], out, n);
            case SCALE -> vectors.scale(in[0], in[1][0], out, n);
            case WITH -> vectors.interact(in[0], in[1][0], true, out, n);
            case WITHOUT -> vectors.interact(in[0], in[1][0], false, out, n);
            case COMBINE -> vectors.combine(in, out, n);
            case ADD_YEARS -> vectors.add(in, out, n);
            case CUMULATE -> vectors.cumulate(in[0], out, n);
            case CREDIT -> vectors.credit(in, out, n);
            case CLAMP_YEARS -> clampYears(in[0], imm[0], out, n, sink);
            default -> function(op, in, out[0], n);
        }
    }

    /** Functions of scalars that plans need now and then. */
    private static void function(Op op, double[][][] in, double[] out, int n) {
        double[] a = in[0][0];
        double[] b = in.length > 1 ? in[1][0] : a;
        switch (op) {
            case NEGATE -> {
                for (int i = 0; i < n; i++) {
                    out[i] = 0 - a[i];
                }
            }
            case MIN -> {
                for (int i = 0; i < n; i++) {
                    out[i] = Math.min(a[i], b[i]);
                }
            }
            case MAX -> {
                for (int i = 0; i < n; i++) {
                    out[i] = Math.max(a[i], b[i]);
                }
            }
            case ABS -> {
                for (int i = 0; i < n; i++) {
                    out[i] = Math.abs(a[i]);
                }
            }
            case SQRT -> {
                for (int i = 0; i < n; i++) {
                    out[i] = Math.sqrt(a[i]);
                }
            }
            case EXP -> {
                for (int i = 0; i < n; i++) {
                    out[i] = StrictMath.exp(a[i]);
                }
            }
            case LN -> {
                for (int i = 0; i < n; i++) {
                    out[i] = StrictMath.log(a[i]);
                }
            }
            case POW -> {
                for (int i = 0; i < n; i++) {
                    out[i] = StrictMath.pow(a[i], b[i]);
                }
            }
            case IF_POSITIVE -> {
                for (int i = 0; i < n; i++) {
                    out[i] = a[i] > 0 ? b[i] : 1;
                }
            }
            case AGAINST -> {
                for (int i = 0; i < n; i++) {
                    out[i] = a[i] < 0 ? 1 - b[i] : 1 + b[i];
                }
            }
            case COMPLEMENT -> {
                for (int i = 0; i < n; i++) {
                    out[i] = 1 - a[i];
                }
            }
            case CLAMP -> {
                for (int i = 0; i < n; i++) {
                    out[i] = clamp(a[i]);
                }
            }
            default -> throw new IllegalStateException(op.name());
        }
    }

    /** The rows of scalars. */
    private static double[][] firstRows(double[][][] registers) {
        double[][] rows = new double[registers.length][];
        for (int r = 0; r < rows.length; r++) {
            rows[r] = registers[r][0];
        }
        return rows;
    }

    private static void checkFraction(int check, double[] a, int n, Sink sink) {
        for (int i = 0; i < n; i++) {
            count(check, i, a[i], sink);
        }
    }

    private static double clamp(double value) {
        return Math.max(0, Math.min(1, value));
    }

    private static void count(int check, int draw, double value, Sink sink) {
        if (value < 0 || value > 1) {
            sink.clamped(check, draw, value);
        }
    }

    /** A draw counts once, in however many years it is clamped. */
    private void clampYears(double[][] a, int check, double[][] out, int n, Sink sink) {
        if (outside.length < n) {
            outside = new double[n];
        }
        Arrays.fill(outside, 0, n, 0);
        for (int y = 0; y < years; y++) {
            ScalarKernels.clamp(a[y], out[y], outside, n);
        }
        for (int i = 0; i < n; i++) {
            count(check, i, outside[i], sink);
        }
    }

    private static void runTotal(double[] dropOff, int[] imm, double[] out, int n) {
        int length = imm[0];
        int rampUp = imm[1];
        int every = imm[2];
        for (int i = 0; i < n; i++) {
            double sum = 0;
            double strength = 0;
            for (int k = 0; k < length; k++) {
                if (k < rampUp) {
                    strength = (k + 1) / (double) rampUp;
                } else {
                    strength *= 1 - dropOff[i];
                }
                if (k % every == 0) {
                    sum += strength;
                }
            }
            out[i] = sum;
        }
    }

    private static void check(Bound bound, int check, double[] a, int n, Sink sink) {
        if (bound == Bound.FINITE && ScalarKernels.areFinite(a, n)) {
            return;
        }
        for (int i = 0; i < n; i++) {
            if (!bound.holds(a[i])) {
                sink.refused(check, i, a[i]);
            }
        }
    }

    private static void checkSum(int check, double[][][] in, int n, Sink sink) {
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (double[][] share : in) {
                sum += share[0][i];
            }
            if (!(Math.abs(sum - 1) <= SHARES_TOLERANCE)) {
                sink.refused(check, i, sum);
            }
        }
    }

    private static void tailValue(double[] flow, double[] tail, int check, double[] out, int n, Sink sink) {
        for (int i = 0; i < n; i++) {
            if (flow[i] == 0) {
                out[i] = 0;
            } else {
                out[i] = flow[i] * tail[i];
                if (tail[i] == Double.POSITIVE_INFINITY) {
                    out[i] = Double.NaN;
                    sink.refused(check, i, tail[i]);
                }
            }
        }
    }
}
