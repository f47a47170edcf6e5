package nl.mkba.cli.report;

import java.util.List;
import java.util.StringJoiner;
import java.util.function.IntFunction;

/**
 * Discount factors as spreadsheet formulas: rates that change in steps and are chained.
 *
 * @param doubleTime twice the time from the base year of year 0
 * @param starts whole years after the base year at which each step begins; the first is 0
 */
record DiscountSteps(int doubleTime, List<Integer> starts) {

    /** Whole years from the base year to a year. */
    int whole(int year) {
        return Math.floorDiv(doubleTime, 2) + year;
    }

    /** Whether flows fall in the middle of the year. */
    private boolean isMidYear() {
        return doubleTime % 2 != 0;
    }

    /** The last step at or before a number of whole years. */
    int step(int whole) {
        int step = 0;
        while (step + 1 < starts.size() && starts.get(step + 1) <= whole) {
            step++;
        }
        return step;
    }

    /** The factor of a year. */
    String factor(int year, IntFunction<String> rate) {
        int whole = whole(year);
        if (doubleTime + 2 * year < 0) {
            return "(1+" + rate.apply(0) + ")^" + -(doubleTime / 2.0 + year);
        }
        StringJoiner factors = new StringJoiner("*");
        for (int step = 0; step < starts.size() && starts.get(step) < whole; step++) {
            int end = step + 1 < starts.size() ? Math.min(whole, starts.get(step + 1)) : whole;
            factors.add(StepFormula.power("1+" + rate.apply(step), starts.get(step) - end));
        }
        if (isMidYear()) {
            factors.add("(1+" + rate.apply(step(whole)) + ")^(-0.5)");
        }
        return factors.length() == 0 ? "1" : factors.toString();
    }

    /** What the factor of the year before is changed by. */
    String change(int year, IntFunction<String> rate) {
        int before = step(whole(year - 1));
        int now = step(whole(year));
        String divided = "/(1+" + rate.apply(before) + ")";
        return isMidYear() && before != now
                ? divided + "*((1+" + rate.apply(before) + ")/(1+" + rate.apply(now) + "))^0.5"
                : divided;
    }
}
