package nl.mkba.testkit.naive;

import java.util.ArrayList;
import java.util.List;

/** Where the present value of yearly flows changes sign, found by trying many rates. */
final class InternalRateScan {

    private static final int RATES = 3000;

    /** Rates in (−0.5, 10] between which the present value changes sign, by the middle of the interval. */
    final List<Double> changes = new ArrayList<>();

    /** Whether the present value comes so near to 0 without passing it, or so near an end, that the scan may be wrong. */
    boolean unsure;

    /** Whether there are flows of both signs. */
    final boolean signsDiffer;

    /** Tries rates evenly spread over the logarithm of {@code 1 + rate}. */
    InternalRateScan(double[] flows) {
        boolean gains = false;
        boolean losses = false;
        for (double flow : flows) {
            gains |= flow > 0;
            losses |= flow < 0;
        }
        signsDiffer = gains && losses;
        if (!signsDiffer) {
            return;
        }
        double low = Math.log(0.5);
        double width = (Math.log(11) - low) / RATES;
        double[] values = new double[RATES + 1];
        for (int i = 0; i <= RATES; i++) {
            values[i] = relative(flows, Math.exp(low + i * width) - 1);
        }
        unsure = Math.abs(values[0]) < 1e-9 || Math.abs(values[RATES]) < 1e-9;
        for (int i = 0; i < RATES; i++) {
            if (values[i] == 0 || values[i] < 0 != values[i + 1] < 0) {
                changes.add(Math.exp(low + (i + 0.5) * width) - 1);
            }
            boolean turnsNearZero = i > 0
                    && Math.abs(values[i]) < 1e-4
                    && Math.abs(values[i]) <= Math.abs(values[i - 1])
                    && Math.abs(values[i]) <= Math.abs(values[i + 1])
                    && values[i] < 0 == values[i - 1] < 0
                    && values[i] < 0 == values[i + 1] < 0;
            unsure |= turnsNearZero;
        }
        for (int i = 1; i < changes.size(); i++) {
            unsure |= changes.get(i) - changes.get(i - 1) < 1e-2;
        }
    }

    /** Present value at a rate, as a part of the present value of the absolute amounts. */
    static double relative(double[] flows, double rate) {
        double sum = 0;
        double size = 0;
        double factor = 1;
        for (double flow : flows) {
            sum += flow * factor;
            size += Math.abs(flow) * factor;
            factor /= 1 + rate;
        }
        return sum / size;
    }
}
