package nl.mkba.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * What flows after the horizon. The run goes on by the same formulas: in year {@code y} its strength is {@code (1 −
 * dropOff)^(k + 1 − rampUp)} with {@code k} the years since it began, its price factor {@code (1 + growth)^(y −
 * priceLevel)}, divided by {@code (1 + inflation)^(y − priceLevel)}. From the last step of the discount rates on the sum
 * is a geometric series with ratio {@code ((1 + growth)(1 − dropOff)/(1 + inflation)/(1 + r))^every}.
 */
final class Tail {

    /** How many immediates come before the steps of the discount rates. */
    private static final int STEPS = 5;

    /** How many operands come before the rates of the steps: drop-off, growth and inflation. */
    private static final int RATES = 3;

    private Tail() {}

    /**
     * The immediates of a {@link Op#TAIL} instruction.
     *
     * @param sinceBegin the run's {@code k} in the first year after the horizon
     * @param open the run
     * @param priceYears years from the price level to the first year after the horizon
     * @param doubleTime twice the time {@code x} of the first year after the horizon
     * @param steps whole years after the base year at which the discount rates change; the first is 0
     */
    static List<Integer> immediates(
            int sinceBegin, Strength.Open open, int priceYears, int doubleTime, List<Integer> steps) {
        List<Integer> immediates =
                new ArrayList<>(List.of(sinceBegin, open.rampUp(), open.every(), priceYears, doubleTime));
        immediates.addAll(steps);
        return immediates;
    }

    static void sum(double[][] in, int[] imm, double[] out, int n) {
        double[][] rates = new double[in.length - RATES][];
        System.arraycopy(in, RATES, rates, 0, rates.length);
        for (int i = 0; i < n; i++) {
            out[i] = sum(in[0][i], in[1][i], in[2][i], rates, imm, i);
        }
    }

    private static double sum(double dropOff, double growth, double inflation, double[][] rates, int[] imm, int draw) {
        int k = imm[0];
        int every = imm[2];
        double time = imm[4] / 2.0;
        int whole = (int) Math.floor(time);
        double part = time - whole;
        double ratio = (1 + growth) * (1 - dropOff) / (1 + inflation);
        double price = StrictMath.pow((1 + growth) / (1 + inflation), imm[3]);
        double flow = StrictMath.pow(1 - dropOff, Math.max(0, k + 1 - imm[1])) * price;
        if (flow == 0) {
            return 0;
        }
        double factor = factor(rates, imm, whole, draw);
        int lastStep = imm[imm.length - 1];
        double sum = 0;
        // Year by year until the last step of the rates, and on to a year in which something flows.
        while (whole < lastStep || k % every != 0) {
            if (k % every == 0) {
                sum += flow * discounted(factor, part, rates, imm, whole, draw);
            }
            factor /= 1 + rates[step(imm, whole)][draw];
            flow *= ratio;
            k++;
            whole++;
        }
        double rate = rates[rates.length - 1][draw];
        if (ratio >= 1 + rate) {
            return Double.POSITIVE_INFINITY;
        }
        double each = StrictMath.pow(ratio / (1 + rate), every);
        return sum + flow * discounted(factor, part, rates, imm, whole, draw) / (1 - each);
    }

    private static double discounted(double factor, double part, double[][] rates, int[] imm, int whole, int draw) {
        return part == 0 ? factor : factor * StrictMath.pow(1 + rates[step(imm, whole)][draw], -part);
    }

    private static double factor(double[][] rates, int[] imm, int whole, int draw) {
        if (whole < 0) {
            return StrictMath.pow(1 + rates[0][draw], -whole);
        }
        double factor = 1;
        for (int k = 0; k < whole; k++) {
            factor /= 1 + rates[step(imm, k)][draw];
        }
        return factor;
    }

    private static int step(int[] imm, int whole) {
        int step = 0;
        while (STEPS + step + 1 < imm.length && imm[STEPS + step + 1] <= whole) {
            step++;
        }
        return step;
    }
}
