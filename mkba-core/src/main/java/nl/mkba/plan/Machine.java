package nl.mkba.plan;

import java.util.Arrays;

/**
 * Carries out instructions on blocks of draws. Every loop runs over the draws inside and over the years outside, in index
 * order, so that a draw's result does not depend on the block it is in.
 */
final class Machine {

    /** How far shares may be from adding up to 1. */
    static final double SHARES_TOLERANCE = 1e-9;

    private final int years;

    Machine(int years) {
        this.years = years;
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
            case ADD -> add(in[0][0], in[1][0], out[0], n);
            case SUBTRACT -> subtract(in[0][0], in[1][0], out[0], n);
            case MULTIPLY -> multiply(in[0][0], in[1][0], out[0], n);
            case DIVIDE -> divide(in[0][0], in[1][0], out[0], n);
            case SUM_OF_PRODUCTS -> sumOfProducts(in, out[0], n);
            case RUN_TOTAL -> runTotal(in[0][0], imm, out[0], n);
            case CHECK_FINITE -> check(Bound.FINITE, imm[0], in[0][0], n, sink);
            case CHECK_FRACTION -> checkFraction(imm[0], in[0][0], n, sink);
            case CHECK_NOT_NEGATIVE -> check(Bound.NOT_NEGATIVE, imm[0], in[0][0], n, sink);
            case CHECK_ABOVE_MINUS_ONE -> check(Bound.ABOVE_MINUS_ONE, imm[0], in[0][0], n, sink);
            case CHECK_MINUS_ONE_TO_ZERO -> check(Bound.MINUS_ONE_TO_ZERO, imm[0], in[0][0], n, sink);
            case CHECK_SUM -> checkSum(imm[0], in, n, sink);
            case DOT -> dot(in[0], in[1], out[0], n);
            case TOTAL -> total(in[0], out[0], n);
            case LAST -> System.arraycopy(in[0][years - 1], 0, out[0], 0, n);
            case TAIL -> Tail.sum(firstRows(in), imm, out[0], n);
            case TAIL_VALUE -> tailValue(in[0][0], in[1][0], imm[0], out[0], n, sink);
            case POWERS -> powers(in[0][0], imm[0], out, n);
            case DISCOUNT -> discount(firstRows(in), imm, out, n);
            case RUN -> run(in[0][0], in[1][0], imm, out, n);
            case SCATTER -> scatter(in, imm, out, n);
            case INTERPOLATE -> interpolate(firstRows(in), imm, out, n);
            case COHORTS -> cohorts(in[0], in[1], out, n);
            case MULTIPLY_YEARS -> {
                for (int y = 0; y < years; y++) {
                    multiply(in[0][y], in[1][y], out[y], n);
                }
            }
            case DIVIDE_YEARS -> {
                for (int y = 0; y < years; y++) {
                    divide(in[0][y], in[1][y], out[y], n);
                }
            }
            case SCALE -> {
                for (int y = 0; y < years; y++) {
                    multiply(in[0][y], in[1][0], out[y], n);
                }
            }
            case WITH -> interact(in[0], in[1][0], true, out, n);
            case WITHOUT -> interact(in[0], in[1][0], false, out, n);
            case COMBINE -> combine(in, out, n);
            case ADD_YEARS -> addYears(in, out, n);
            case CUMULATE -> cumulate(in[0], out, n);
            case CREDIT -> credit(in, out, n);
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

    private static void add(double[] a, double[] b, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] + b[i];
        }
    }

    private static void subtract(double[] a, double[] b, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] - b[i];
        }
    }

    private static void divide(double[] a, double[] b, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] / b[i];
        }
    }

    private static void addProducts(double[] a, double[] b, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] += a[i] * b[i];
        }
    }

    private static void increase(double[] out, double[] by, int n) {
        for (int i = 0; i < n; i++) {
            out[i] += by[i];
        }
    }

    private static void checkFraction(int check, double[] a, int n, Sink sink) {
        for (int i = 0; i < n; i++) {
            count(check, i, a[i], sink);
        }
    }

    private static void multiply(double[] a, double[] b, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] * b[i];
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
        for (int i = 0; i < n; i++) {
            double furthest = 0;
            for (int y = 0; y < years; y++) {
                double value = a[y][i];
                furthest = value < 0 || value > 1 ? value : furthest;
                out[y][i] = clamp(value);
            }
            count(check, i, furthest, sink);
        }
    }

    private static void sumOfProducts(double[][][] in, double[] out, int n) {
        Arrays.fill(out, 0, n, 0);
        for (int k = 0; k < in.length; k += 2) {
            addProducts(in[k][0], in[k + 1][0], out, n);
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

    private void dot(double[][] a, double[][] b, double[] out, int n) {
        Arrays.fill(out, 0, n, 0);
        for (int y = 0; y < years; y++) {
            addProducts(a[y], b[y], out, n);
        }
    }

    private void total(double[][] a, double[] out, int n) {
        Arrays.fill(out, 0, n, 0);
        for (int y = 0; y < years; y++) {
            increase(out, a[y], n);
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

    private void powers(double[] rate, int exponent, double[][] out, int n) {
        for (int i = 0; i < n; i++) {
            out[0][i] = exponent == 0 ? 1 : StrictMath.pow(1 + rate[i], exponent);
        }
        for (int y = 1; y < years; y++) {
            double[] before = out[y - 1];
            double[] now = out[y];
            for (int i = 0; i < n; i++) {
                now[i] = before[i] * (1 + rate[i]);
            }
        }
    }

    /**
     * Chained discount factors: year by year divided by 1 + the rate of the step in which the year begins; within a year
     * (mid-year flows) by its power of a half.
     */
    private void discount(double[][] rates, int[] imm, double[][] out, int n) {
        double time = imm[0] / 2.0;
        int whole = (int) Math.floor(time);
        double part = time - whole;
        for (int i = 0; i < n; i++) {
            double factor = 1;
            if (time < 0) {
                factor = StrictMath.pow(1 + rates[0][i], -time);
            } else {
                for (int k = 0; k < whole; k++) {
                    factor /= 1 + rates[step(imm, k)][i];
                }
                if (part > 0) {
                    factor *= StrictMath.pow(1 + rates[step(imm, whole)][i], -part);
                }
            }
            out[0][i] = factor;
        }
        for (int y = 1; y < years; y++) {
            double[] row = out[y];
            int before = step(imm, whole + y - 1);
            int now = step(imm, whole + y);
            double[] rate = rates[before];
            discountOnce(out[y - 1], rate, row, n);
            if (now != before && part > 0) {
                double[] next = rates[now];
                for (int i = 0; i < n; i++) {
                    row[i] *= StrictMath.pow((1 + rate[i]) / (1 + next[i]), part);
                }
            }
        }
    }

    private static void discountOnce(double[] before, double[] rate, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = before[i] / (1 + rate[i]);
        }
    }

    /** The last step at or before so many whole years after the base year; the steps are the immediates from 1 on. */
    private static int step(int[] imm, int whole) {
        int step = 0;
        while (step + 2 < imm.length && imm[step + 2] <= whole) {
            step++;
        }
        return step;
    }

    private void run(double[] dropOff, double[] fadeOut, int[] imm, double[][] out, int n) {
        int first = imm[0];
        int last = imm[1];
        int rampUp = imm[2];
        int every = imm[3];
        boolean fades = imm[4] != 0;
        for (int y = 0; y < years; y++) {
            int k = y - first;
            if (k < 0 || (y > last && !fades) || k % every != 0) {
                Arrays.fill(out[y], 0, n, 0);
            } else if (y <= last && (k < rampUp || every > 1)) {
                Arrays.fill(out[y], 0, n, every > 1 ? 1 : (k + 1) / (double) rampUp);
            } else {
                loseOnce(out[y - 1], y <= last ? dropOff : fadeOut, out[y], n);
            }
        }
    }

    private static void loseOnce(double[] before, double[] lost, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = before[i] * (1 - lost[i]);
        }
    }

    private void scatter(double[][][] in, int[] imm, double[][] out, int n) {
        for (int y = 0; y < years; y++) {
            Arrays.fill(out[y], 0, n, 0);
        }
        for (int k = 0; k < imm.length; k++) {
            System.arraycopy(in[k][0], 0, out[imm[k]], 0, n);
        }
    }

    private void interpolate(double[][] levels, int[] imm, double[][] out, int n) {
        for (int y = 0; y < years; y++) {
            double[] row = out[y];
            double[] from = levels[imm[3 * y]];
            double[] to = levels[Math.min(imm[3 * y] + 1, levels.length - 1)];
            double part = imm[3 * y + 1] / (double) imm[3 * y + 2];
            for (int i = 0; i < n; i++) {
                row[i] = from[i] + (to[i] - from[i]) * part;
            }
        }
    }

    private void cohorts(double[][] entering, double[][] strength, double[][] out, int n) {
        for (int y = 0; y < years; y++) {
            Arrays.fill(out[y], 0, n, 0);
            for (int e = 0; e <= y; e++) {
                addProducts(entering[e], strength[y - e], out[y], n);
            }
        }
    }

    private void interact(double[][] active, double[] times, boolean with, double[][] out, int n) {
        for (int y = 0; y < years; y++) {
            double[] here = active[y];
            double[] row = out[y];
            for (int i = 0; i < n; i++) {
                row[i] = with ? 1 + (times[i] - 1) * here[i] : times[i] + (1 - times[i]) * here[i];
            }
        }
    }

    /** Adds each part to what is left by the ones before it, so that a single part comes out unchanged. */
    private void combine(double[][][] in, double[][] out, int n) {
        for (int y = 0; y < years; y++) {
            double[] row = out[y];
            Arrays.fill(row, 0, n, 0);
            for (double[][] part : in) {
                double[] more = part[y];
                for (int i = 0; i < n; i++) {
                    row[i] += (1 - row[i]) * more[i];
                }
            }
        }
    }

    private void addYears(double[][][] in, double[][] out, int n) {
        for (int y = 0; y < years; y++) {
            Arrays.fill(out[y], 0, n, 0);
            for (double[][] part : in) {
                increase(out[y], part[y], n);
            }
        }
    }

    private void cumulate(double[][] a, double[][] out, int n) {
        System.arraycopy(a[0], 0, out[0], 0, n);
        for (int y = 1; y < years; y++) {
            add(out[y - 1], a[y], out[y], n);
        }
    }

    private void credit(double[][][] in, double[][] out, int n) {
        for (int y = 0; y < years; y++) {
            for (int i = 0; i < n; i++) {
                double sum = in[3][y][i];
                out[y][i] = sum == 0 ? 0 : in[0][y][i] * in[1][y][i] * (in[2][y][i] / sum);
            }
        }
    }
}
