package nl.mkba.engine.plan;

import java.util.Arrays;

/**
 * Loops over the draws of a block, from index 0, which the compiler of the virtual machine turns into vector instructions.
 * Those of several operands take a few at a time, so that the result goes through memory less often; each draw's sums and
 * products run from left to right all the same.
 */
final class ScalarKernels {

    private ScalarKernels() {}

    static void add(double[] a, double[] b, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] + b[i];
        }
    }

    static void subtract(double[] a, double[] b, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] - b[i];
        }
    }

    static void balance(double[] a, double[] b, double[] c, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = Rounding.balance(a[i], b[i], c[i]);
        }
    }

    static void multiply(double[] a, double[] b, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] * b[i];
        }
    }

    static void divide(double[] a, double[] b, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] / b[i];
        }
    }

    static void increase(double[] out, double[] by, int n) {
        for (int i = 0; i < n; i++) {
            out[i] += by[i];
        }
    }

    static void addProduct(double[] a, double[] b, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] += a[i] * b[i];
        }
    }

    /** {@code a₀ a₁ a₂ …} of scalar registers; two or more. */
    static void product(double[][][] in, double[] out, int n) {
        multiply(in[0][0], in[1][0], out, n);
        int k = 2;
        for (; k + 3 <= in.length; k += 3) {
            multiplyBy(out, in[k][0], in[k + 1][0], in[k + 2][0], n);
        }
        for (; k < in.length; k++) {
            multiplyBy(out, in[k][0], n);
        }
    }

    private static void multiplyBy(double[] out, double[] a, int n) {
        for (int i = 0; i < n; i++) {
            out[i] *= a[i];
        }
    }

    private static void multiplyBy(double[] out, double[] a, double[] b, double[] c, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = out[i] * a[i] * b[i] * c[i];
        }
    }

    /** {@code a₀ + a₁ + …} of scalar registers. */
    static void sum(double[][][] in, double[] out, int n) {
        Arrays.fill(out, 0, n, 0);
        int k = 0;
        for (; k + 4 <= in.length; k += 4) {
            increase(out, in[k][0], in[k + 1][0], in[k + 2][0], in[k + 3][0], n);
        }
        for (; k < in.length; k++) {
            increase(out, in[k][0], n);
        }
    }

    static void increase(double[] out, double[] a, double[] b, double[] c, double[] d, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = out[i] + a[i] + b[i] + c[i] + d[i];
        }
    }

    /** {@code a₀ b₀ + a₁ b₁ + …} of scalar registers in pairs. */
    static void sumOfProducts(double[][][] in, double[] out, int n) {
        Arrays.fill(out, 0, n, 0);
        int k = 0;
        for (; k + 4 <= in.length; k += 4) {
            addProducts(in[k][0], in[k + 1][0], in[k + 2][0], in[k + 3][0], out, n);
        }
        if (k < in.length) {
            addProduct(in[k][0], in[k + 1][0], out, n);
        }
    }

    static void addProducts(double[] a, double[] b, double[] c, double[] d, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = out[i] + a[i] * b[i] + c[i] * d[i];
        }
    }

    static void addMultiple(double factor, double[] a, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] += factor * a[i];
        }
    }

    /** {@code out + f a + g b + h c + k d}. */
    static void addMultiples(
            double f,
            double[] a,
            double g,
            double[] b,
            double h,
            double[] c,
            double k,
            double[] d,
            double[] out,
            int n) {
        for (int i = 0; i < n; i++) {
            out[i] = out[i] + f * a[i] + g * b[i] + h * c[i] + k * d[i];
        }
    }

    /** Whether all are 0. */
    static boolean isZero(double[] a, int n) {
        for (int i = 0; i < n; i++) {
            if (a[i] != 0) {
                return false;
            }
        }
        return true;
    }

    /** {@code 1 + (times − 1) · active}. */
    static void with(double[] active, double[] times, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = 1 + (times[i] - 1) * active[i];
        }
    }

    /** {@code times + (1 − times) · active}. */
    static void without(double[] active, double[] times, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = times[i] + (1 - times[i]) * active[i];
        }
    }

    /** {@code a b (c / sum)}, 0 where the sum is 0. */
    static void credit(double[] a, double[] b, double[] c, double[] sum, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            double all = sum[i];
            out[i] = all == 0 ? 0 : a[i] * b[i] * (c[i] / all);
        }
    }

    /** Clamps to 0 … 1, and keeps the last value of each draw that lay outside. */
    static void clamp(double[] a, double[] out, double[] outside, int n) {
        for (int i = 0; i < n; i++) {
            double value = a[i];
            if (value > 0 && value <= 1) {
                out[i] = value;
            } else {
                out[i] = Math.max(0, Math.min(1, value));
                if (value < 0 || value > 1) {
                    outside[i] = value;
                }
            }
        }
    }

    /** Whether all are finite. */
    static boolean areFinite(double[] a, int n) {
        for (int i = 0; i < n; i++) {
            if (!(Math.abs(a[i]) <= Double.MAX_VALUE)) {
                return false;
            }
        }
        return true;
    }

    /** {@code out = before (1 − lost)}. */
    static void lose(double[] before, double[] lost, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = before[i] * (1 - lost[i]);
        }
    }

    /** Loses a part of what is left, and adds it times a to out. */
    static void loseAndAdd(double[] left, double[] lost, double[] a, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            double now = left[i] * (1 - lost[i]);
            left[i] = now;
            out[i] += now * a[i];
        }
    }

    /** The same four times, with a, b, c and d. */
    static void loseAndAdd(
            double[] left, double[] lost, double[] a, double[] b, double[] c, double[] d, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            double kept = 1 - lost[i];
            double first = left[i] * kept;
            double second = first * kept;
            double third = second * kept;
            double fourth = third * kept;
            left[i] = fourth;
            out[i] = out[i] + first * a[i] + second * b[i] + third * c[i] + fourth * d[i];
        }
    }
}
