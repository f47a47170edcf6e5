package nl.mkba.engine.plan;

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

    /** Splits a number into two halves of its digits. */
    private static final double SPLIT = 0x1p27 + 1;

    /** How many operands come before the rates of the steps: drop-off, growth and inflation. */
    private static final int RATES = 3;

    /**
     * By less than this part a present value does not fall from one year to the next: that is how far rates written as decimals, or
     * calculated by a formula, may lie from the numbers meant. A sum of such a series would be a number by rounding alone.
     */
    private static final double ROUNDING = 1e-14;

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
    static int[] immediates(int sinceBegin, Strength.Open open, int priceYears, int doubleTime, List<Integer> steps) {
        int[] immediates = new int[STEPS + steps.size()];
        int[] first = {sinceBegin, open.rampUp(), open.every(), priceYears, doubleTime};
        System.arraycopy(first, 0, immediates, 0, STEPS);
        for (int s = 0; s < steps.size(); s++) {
            immediates[STEPS + s] = steps.get(s);
        }
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
        double falls = Math.min(1, margin(rate, growth, dropOff, inflation) / (1 + rate));
        if (falls <= ROUNDING) {
            return Double.POSITIVE_INFINITY; // not so of what is not a number, which follows from a problem reported
            // elsewhere
        }
        // 1 − (1 − falls)^every
        double each = every == 1 ? falls : -StrictMath.expm1(every * StrictMath.log1p(-falls));
        return sum + flow * discounted(factor, part, rates, imm, whole, draw) / each;
    }

    /**
     * {@code 1 + r − (1 + g)(1 − d)/(1 + i)}: by how much discounting outweighs growth. Added up from the rates themselves, as
     * {@code (r − g + i + d + ri + gd)/(1 + i)}, with what rounding loses on the way: of rates that lie close together next to
     * nothing would be left after adding 1 to each.
     */
    private static double margin(double rate, double growth, double dropOff, double inflation) {
        double first = rate - growth;
        double second = first + inflation;
        double third = second + dropOff;
        double fourth = third + rate * inflation;
        double sum = fourth + growth * dropOff;
        double lost = lostIn(rate, -growth, first)
                + lostIn(first, inflation, second)
                + lostIn(second, dropOff, third)
                + lostIn(third, rate * inflation, fourth)
                + lostIn(fourth, growth * dropOff, sum)
                + lostIn(rate, inflation)
                + lostIn(growth, dropOff);
        return (Double.isFinite(lost) ? sum + lost : sum) / (1 + inflation);
    }

    /** What rounding loses in a sum (Knuth 1969). */
    private static double lostIn(double a, double b, double sum) {
        double found = sum - a;
        return (a - (sum - found)) + (b - found);
    }

    /** What rounding loses in a product (Dekker 1971); 0 for factors that are too large to tell. */
    private static double lostIn(double a, double b) {
        double product = a * b;
        double upperA = upper(a);
        double upperB = upper(b);
        double lowerA = a - upperA;
        double lowerB = b - upperB;
        double lost = lowerA * lowerB - (product - upperA * upperB - lowerA * upperB - upperA * lowerB);
        return Double.isFinite(lost) ? lost : 0;
    }

    private static double upper(double value) {
        double shifted = SPLIT * value;
        return shifted - (shifted - value);
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
