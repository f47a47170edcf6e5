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
    private final int block;

    Machine(int years, int block) {
        this.years = years;
        this.block = block;
    }

    /** Told of values that break a rule. */
    interface Sink {
        /** A fraction outside 0 … 1 was clamped. */
        void clamped(int check, int draw, double value);

        /** A rule does not hold. */
        void refused(int check, int draw, double value);
    }

    /**
     * Carries out one instruction on the first {@code n} draws of the block.
     *
     * @param in registers of the operands
     * @param imm the immediates
     * @param out register of the result; unused by checks
     */
    void execute(Op op, double[][] in, int[] imm, double[] out, int n, Sink sink) {
        switch (op) {
            case ADD -> {
                for (int i = 0; i < n; i++) {
                    out[i] = in[0][i] + in[1][i];
                }
            }
            case SUBTRACT -> {
                for (int i = 0; i < n; i++) {
                    out[i] = in[0][i] - in[1][i];
                }
            }
            case MULTIPLY -> multiply(in[0], in[1], out, n);
            case DIVIDE -> {
                for (int i = 0; i < n; i++) {
                    out[i] = in[0][i] / in[1][i];
                }
            }
            case NEGATE -> {
                for (int i = 0; i < n; i++) {
                    out[i] = 0 - in[0][i];
                }
            }
            case MIN -> {
                for (int i = 0; i < n; i++) {
                    out[i] = Math.min(in[0][i], in[1][i]);
                }
            }
            case MAX -> {
                for (int i = 0; i < n; i++) {
                    out[i] = Math.max(in[0][i], in[1][i]);
                }
            }
            case ABS -> {
                for (int i = 0; i < n; i++) {
                    out[i] = Math.abs(in[0][i]);
                }
            }
            case SQRT -> {
                for (int i = 0; i < n; i++) {
                    out[i] = Math.sqrt(in[0][i]);
                }
            }
            case EXP -> {
                for (int i = 0; i < n; i++) {
                    out[i] = StrictMath.exp(in[0][i]);
                }
            }
            case LN -> {
                for (int i = 0; i < n; i++) {
                    out[i] = StrictMath.log(in[0][i]);
                }
            }
            case POW -> {
                for (int i = 0; i < n; i++) {
                    out[i] = StrictMath.pow(in[0][i], in[1][i]);
                }
            }
            case IF_POSITIVE -> {
                for (int i = 0; i < n; i++) {
                    out[i] = in[0][i] > 0 ? in[1][i] : 1;
                }
            }
            case AGAINST -> {
                for (int i = 0; i < n; i++) {
                    out[i] = in[0][i] < 0 ? 1 - in[1][i] : 1 + in[1][i];
                }
            }
            case COMPLEMENT -> {
                for (int i = 0; i < n; i++) {
                    out[i] = 1 - in[0][i];
                }
            }
            case CLAMP -> {
                for (int i = 0; i < n; i++) {
                    out[i] = clamp(in[0][i]);
                }
            }
            case SUM_OF_PRODUCTS -> sumOfProducts(in, out, n);
            case RUN_TOTAL -> runTotal(in[0], imm, out, n);
            case CHECK_FINITE -> check(Bound.FINITE, imm[0], in[0], n, sink);
            case CHECK_FRACTION -> {
                for (int i = 0; i < n; i++) {
                    count(imm[0], i, in[0][i], sink);
                }
            }
            case CHECK_NOT_NEGATIVE -> check(Bound.NOT_NEGATIVE, imm[0], in[0], n, sink);
            case CHECK_ABOVE_MINUS_ONE -> check(Bound.ABOVE_MINUS_ONE, imm[0], in[0], n, sink);
            case CHECK_MINUS_ONE_TO_ZERO -> check(Bound.MINUS_ONE_TO_ZERO, imm[0], in[0], n, sink);
            case CHECK_SUM -> checkSum(imm[0], in, n, sink);
            case DOT -> dot(in[0], in[1], out, n);
            case TOTAL -> total(in[0], out, n);
            case LAST -> System.arraycopy(in[0], (years - 1) * block, out, 0, n);
            case TAIL -> Tail.sum(in, imm, out, n);
            case TAIL_VALUE -> tailValue(in[0], in[1], imm[0], out, n, sink);
            case POWERS -> powers(in[0], imm[0], out, n);
            case DISCOUNT -> discount(in, imm, out, n);
            case RUN -> run(in[0], in[1], imm, out, n);
            case SCATTER -> scatter(in, imm, out, n);
            case INTERPOLATE -> interpolate(in, imm, out, n);
            case COHORTS -> cohorts(in[0], in[1], out, n);
            case MULTIPLY_YEARS -> {
                for (int y = 0; y < years; y++) {
                    for (int i = y * block; i < y * block + n; i++) {
                        out[i] = in[0][i] * in[1][i];
                    }
                }
            }
            case DIVIDE_YEARS -> {
                for (int y = 0; y < years; y++) {
                    for (int i = y * block; i < y * block + n; i++) {
                        out[i] = in[0][i] / in[1][i];
                    }
                }
            }
            case SCALE -> scale(in[0], in[1], out, n);
            case WITH -> interact(in[0], in[1], true, out, n);
            case WITHOUT -> interact(in[0], in[1], false, out, n);
            case COMBINE -> combine(in, out, n);
            case ADD_YEARS -> addYears(in, out, n);
            case CREDIT -> credit(in, out, n);
            case CLAMP_YEARS -> clampYears(in[0], imm[0], out, n, sink);
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
    private void clampYears(double[] a, int check, double[] out, int n, Sink sink) {
        for (int i = 0; i < n; i++) {
            double furthest = 0;
            for (int at = i; at < years * block; at += block) {
                furthest = a[at] < 0 || a[at] > 1 ? a[at] : furthest;
                out[at] = clamp(a[at]);
            }
            count(check, i, furthest, sink);
        }
    }

    private static void sumOfProducts(double[][] in, double[] out, int n) {
        Arrays.fill(out, 0, n, 0);
        for (int k = 0; k < in.length; k += 2) {
            double[] a = in[k];
            double[] b = in[k + 1];
            for (int i = 0; i < n; i++) {
                out[i] += a[i] * b[i];
            }
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

    private static void checkSum(int check, double[][] in, int n, Sink sink) {
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (double[] share : in) {
                sum += share[i];
            }
            if (!(Math.abs(sum - 1) <= SHARES_TOLERANCE)) {
                sink.refused(check, i, sum);
            }
        }
    }

    private void dot(double[] a, double[] b, double[] out, int n) {
        Arrays.fill(out, 0, n, 0);
        for (int y = 0; y < years; y++) {
            int at = y * block;
            for (int i = 0; i < n; i++) {
                out[i] += a[at + i] * b[at + i];
            }
        }
    }

    private void total(double[] a, double[] out, int n) {
        Arrays.fill(out, 0, n, 0);
        for (int y = 0; y < years; y++) {
            int at = y * block;
            for (int i = 0; i < n; i++) {
                out[i] += a[at + i];
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

    private void powers(double[] rate, int exponent, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = exponent == 0 ? 1 : StrictMath.pow(1 + rate[i], exponent);
        }
        for (int y = 1; y < years; y++) {
            int at = y * block;
            for (int i = 0; i < n; i++) {
                out[at + i] = out[at - block + i] * (1 + rate[i]);
            }
        }
    }

    /**
     * Chained discount factors: year by year divided by 1 + the rate of the step in which the year begins; within a year
     * (mid-year flows) by its power of a half.
     */
    private void discount(double[][] rates, int[] imm, double[] out, int n) {
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
            out[i] = factor;
        }
        for (int y = 1; y < years; y++) {
            int at = y * block;
            int before = step(imm, whole + y - 1);
            int now = step(imm, whole + y);
            double[] rate = rates[before];
            for (int i = 0; i < n; i++) {
                out[at + i] = out[at - block + i] / (1 + rate[i]);
            }
            if (now != before && part > 0) {
                double[] next = rates[now];
                for (int i = 0; i < n; i++) {
                    out[at + i] *= StrictMath.pow((1 + rate[i]) / (1 + next[i]), part);
                }
            }
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

    private void run(double[] dropOff, double[] fadeOut, int[] imm, double[] out, int n) {
        int first = imm[0];
        int last = imm[1];
        int rampUp = imm[2];
        int every = imm[3];
        boolean fades = imm[4] != 0;
        for (int y = 0; y < years; y++) {
            int at = y * block;
            int k = y - first;
            if (k < 0 || (y > last && !fades) || k % every != 0) {
                Arrays.fill(out, at, at + n, 0);
            } else if (y <= last && (k < rampUp || every > 1)) {
                Arrays.fill(out, at, at + n, every > 1 ? 1 : (k + 1) / (double) rampUp);
            } else {
                double[] lost = y <= last ? dropOff : fadeOut;
                for (int i = 0; i < n; i++) {
                    out[at + i] = out[at - block + i] * (1 - lost[i]);
                }
            }
        }
    }

    private void scatter(double[][] in, int[] imm, double[] out, int n) {
        for (int y = 0; y < years; y++) {
            Arrays.fill(out, y * block, y * block + n, 0);
        }
        for (int k = 0; k < imm.length; k++) {
            System.arraycopy(in[k], 0, out, imm[k] * block, n);
        }
    }

    private void interpolate(double[][] levels, int[] imm, double[] out, int n) {
        for (int y = 0; y < years; y++) {
            int at = y * block;
            double[] from = levels[imm[3 * y]];
            double[] to = levels[Math.min(imm[3 * y] + 1, levels.length - 1)];
            double part = imm[3 * y + 1] / (double) imm[3 * y + 2];
            for (int i = 0; i < n; i++) {
                out[at + i] = from[i] + (to[i] - from[i]) * part;
            }
        }
    }

    private void cohorts(double[] entering, double[] strength, double[] out, int n) {
        for (int y = 0; y < years; y++) {
            int at = y * block;
            Arrays.fill(out, at, at + n, 0);
            for (int e = 0; e <= y; e++) {
                int entry = e * block;
                int since = (y - e) * block;
                for (int i = 0; i < n; i++) {
                    out[at + i] += entering[entry + i] * strength[since + i];
                }
            }
        }
    }

    private void scale(double[] a, double[] factor, double[] out, int n) {
        for (int y = 0; y < years; y++) {
            int at = y * block;
            for (int i = 0; i < n; i++) {
                out[at + i] = a[at + i] * factor[i];
            }
        }
    }

    private void interact(double[] active, double[] times, boolean with, double[] out, int n) {
        for (int y = 0; y < years; y++) {
            int at = y * block;
            for (int i = 0; i < n; i++) {
                out[at + i] = with ? 1 + (times[i] - 1) * active[at + i] : times[i] + (1 - times[i]) * active[at + i];
            }
        }
    }

    /** Adds each part to what is left by the ones before it, so that a single part comes out unchanged. */
    private void combine(double[][] in, double[] out, int n) {
        for (int y = 0; y < years; y++) {
            int at = y * block;
            Arrays.fill(out, at, at + n, 0);
            for (double[] part : in) {
                for (int i = at; i < at + n; i++) {
                    out[i] += (1 - out[i]) * part[i];
                }
            }
        }
    }

    private void addYears(double[][] in, double[] out, int n) {
        for (int y = 0; y < years; y++) {
            int at = y * block;
            Arrays.fill(out, at, at + n, 0);
            for (double[] part : in) {
                for (int i = at; i < at + n; i++) {
                    out[i] += part[i];
                }
            }
        }
    }

    private void credit(double[][] in, double[] out, int n) {
        for (int y = 0; y < years; y++) {
            for (int i = y * block; i < y * block + n; i++) {
                double sum = in[3][i];
                out[i] = sum == 0 ? 0 : in[0][i] * in[1][i] * (in[2][i] / sum);
            }
        }
    }
}
