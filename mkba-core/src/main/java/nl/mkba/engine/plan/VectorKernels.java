package nl.mkba.engine.plan;

import java.util.Arrays;

/**
 * What is done with vectors of years. The years are the outer loop and the draws the inner one; a vector's row is one year
 * of all draws.
 */
final class VectorKernels {

    /** Immediates of a run. */
    static final int FIRST = 0;

    static final int LAST = 1;
    static final int RAMP_UP = 2;
    static final int EVERY = 3;
    static final int FADES = 4;

    private final int years;

    /** What is left of a run that is not kept year by year. */
    private double[] left = {};

    VectorKernels(int years) {
        this.years = years;
    }

    void multiply(double[][] a, double[][] b, double[][] out, int n) {
        for (int y = 0; y < years; y++) {
            ScalarKernels.multiply(a[y], b[y], out[y], n);
        }
    }

    void divide(double[][] a, double[][] b, double[][] out, int n) {
        for (int y = 0; y < years; y++) {
            ScalarKernels.divide(a[y], b[y], out[y], n);
        }
    }

    void scale(double[][] a, double[] by, double[][] out, int n) {
        for (int y = 0; y < years; y++) {
            ScalarKernels.multiply(a[y], by, out[y], n);
        }
    }

    void dot(double[][] a, double[][] b, double[] out, int n) {
        Arrays.fill(out, 0, n, 0);
        int y = 0;
        for (; y + 2 <= years; y += 2) {
            ScalarKernels.addProducts(a[y], b[y], a[y + 1], b[y + 1], out, n);
        }
        if (y < years) {
            ScalarKernels.addProduct(a[y], b[y], out, n);
        }
    }

    /** The sum of a over some years, with constant weights. */
    static void weightedTotal(double[][] weights, double[][] a, int[] which, double[] out, int n) {
        Arrays.fill(out, 0, n, 0);
        int k = 0;
        for (; k + 4 <= which.length; k += 4) {
            int y = which[k];
            int y1 = which[k + 1];
            int y2 = which[k + 2];
            int y3 = which[k + 3];
            ScalarKernels.addMultiples(
                    weights[y][0], a[y], weights[y1][0], a[y1], weights[y2][0], a[y2], weights[y3][0], a[y3], out, n);
        }
        for (; k < which.length; k++) {
            ScalarKernels.addMultiple(weights[which[k]][0], a[which[k]], out, n);
        }
    }

    void total(double[][] a, double[] out, int n) {
        Arrays.fill(out, 0, n, 0);
        for (int y = 0; y < years; y++) {
            ScalarKernels.increase(out, a[y], n);
        }
    }

    void powers(double[] rate, int exponent, double[][] out, int n) {
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
    void discount(double[][] rates, int[] imm, double[][] out, int n) {
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

    /** The last step at or before a number of whole years after the base year; the steps are the immediates from 1 on. */
    private static int step(int[] imm, int whole) {
        int step = 0;
        while (step + 2 < imm.length && imm[step + 2] <= whole) {
            step++;
        }
        return step;
    }

    void run(double[] dropOff, double[] fadeOut, int[] imm, double[][] out, int n) {
        int first = imm[FIRST];
        int last = imm[LAST];
        int rampUp = imm[RAMP_UP];
        int every = imm[EVERY];
        boolean fades = imm[FADES] != 0;
        for (int y = 0; y < years; y++) {
            int k = y - first;
            if (k < 0 || (y > last && !fades) || k % every != 0) {
                Arrays.fill(out[y], 0, n, 0);
            } else if (y <= last && (k < rampUp || every > 1)) {
                Arrays.fill(out[y], 0, n, every > 1 ? 1 : (k + 1) / (double) rampUp);
            } else {
                ScalarKernels.lose(out[y - 1], y <= last ? dropOff : fadeOut, out[y], n);
            }
        }
    }

    /** The strengths of a run every year times a, added up: nothing before its first year; it is not kept year by year. */
    void runDot(double[] dropOff, double[] fadeOut, double[][] a, int[] imm, double[] out, int n) {
        if (left.length < n) {
            left = new double[n];
        }
        Arrays.fill(out, 0, n, 0);
        int end = Math.min(imm[LAST], years - 1) + 1;
        int y = imm[FIRST];
        int full = Math.min(end, y + imm[RAMP_UP]);
        for (; y < full; y++) {
            double strength = (y - imm[FIRST] + 1) / (double) imm[RAMP_UP];
            Arrays.fill(left, 0, n, strength);
            ScalarKernels.addMultiple(strength, a[y], out, n);
        }
        loseAndAdd(dropOff, a, y, end, out, n);
        if (imm[FADES] != 0) {
            loseAndAdd(fadeOut, a, Math.max(y, end), years, out, n);
        }
    }

    private void loseAndAdd(double[] lost, double[][] a, int from, int to, double[] out, int n) {
        int y = from;
        for (; y + 4 <= to; y += 4) {
            ScalarKernels.loseAndAdd(left, lost, a[y], a[y + 1], a[y + 2], a[y + 3], out, n);
        }
        for (; y < to; y++) {
            ScalarKernels.loseAndAdd(left, lost, a[y], out, n);
        }
    }

    void scatter(double[][][] in, int[] imm, double[][] out, int n) {
        for (int y = 0; y < years; y++) {
            Arrays.fill(out[y], 0, n, 0);
        }
        for (int k = 0; k < imm.length; k++) {
            System.arraycopy(in[k][0], 0, out[imm[k]], 0, n);
        }
    }

    void interpolate(double[][] levels, int[] imm, double[][] out, int n) {
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

    void cohorts(double[][] entering, double[][] strength, double[][] out, int n) {
        // In most years nobody enters.
        int[] present = new int[years];
        int count = 0;
        for (int e = 0; e < years; e++) {
            if (!ScalarKernels.isZero(entering[e], n)) {
                present[count++] = e;
            }
        }
        for (int y = 0; y < years; y++) {
            double[] row = out[y];
            Arrays.fill(row, 0, n, 0);
            int k = 0;
            for (; k + 2 <= count && present[k + 1] <= y; k += 2) {
                int e = present[k];
                int next = present[k + 1];
                ScalarKernels.addProducts(entering[e], strength[y - e], entering[next], strength[y - next], row, n);
            }
            if (k < count && present[k] <= y) {
                ScalarKernels.addProduct(entering[present[k]], strength[y - present[k]], row, n);
            }
        }
    }

    void interact(double[][] active, double[] times, boolean with, double[][] out, int n) {
        for (int y = 0; y < years; y++) {
            if (with) {
                ScalarKernels.with(active[y], times, out[y], n);
            } else {
                ScalarKernels.without(active[y], times, out[y], n);
            }
        }
    }

    /** Adds each part to what is left by the ones before it, so that a single part comes out unchanged. */
    void combine(double[][][] in, double[][] out, int n) {
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

    void add(double[][][] in, double[][] out, int n) {
        for (int y = 0; y < years; y++) {
            double[] row = out[y];
            Arrays.fill(row, 0, n, 0);
            int k = 0;
            for (; k + 4 <= in.length; k += 4) {
                ScalarKernels.increase(row, in[k][y], in[k + 1][y], in[k + 2][y], in[k + 3][y], n);
            }
            for (; k < in.length; k++) {
                ScalarKernels.increase(row, in[k][y], n);
            }
        }
    }

    void cumulate(double[][] a, double[][] out, int n) {
        System.arraycopy(a[0], 0, out[0], 0, n);
        for (int y = 1; y < years; y++) {
            ScalarKernels.add(out[y - 1], a[y], out[y], n);
        }
    }

    void credit(double[][][] in, double[][] out, int n) {
        for (int y = 0; y < years; y++) {
            ScalarKernels.credit(in[0][y], in[1][y], in[2][y], in[3][y], out[y], n);
        }
    }
}
