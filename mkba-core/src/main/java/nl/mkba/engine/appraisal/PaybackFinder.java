package nl.mkba.engine.appraisal;

import java.util.Optional;
import java.util.OptionalInt;
import nl.mkba.appraisal.AlternativeResult.Payback;

/** Finds the discounted payback year. */
final class PaybackFinder {

    private PaybackFinder() {}

    /**
     * Reads it from a balance.
     *
     * @param firstYear the calendar year of the first number
     * @param cumulative the balance at the end of each year
     */
    static Payback find(int firstYear, double[] cumulative) {
        boolean below = false;
        int year = 0;
        int again = 0;
        for (int y = 0; y < cumulative.length; y++) {
            if (cumulative[y] < 0) {
                below = true;
                again = year == 0 ? again : firstYear + y;
            } else if (below && year == 0) {
                year = firstYear + y;
            }
        }
        if (year == 0) {
            return new Payback(
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    Optional.of(below ? Payback.Reason.NEVER : Payback.Reason.NEVER_BELOW));
        }
        return new Payback(
                OptionalInt.of(year), again == 0 ? OptionalInt.empty() : OptionalInt.of(again), Optional.empty());
    }
}
