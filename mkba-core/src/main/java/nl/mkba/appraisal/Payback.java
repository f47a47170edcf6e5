package nl.mkba.appraisal;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The first year at whose end the cumulative discounted net flow is 0 or more, having been below 0 before.
 *
 * @param year the year, if there is one
 * @param belowAgainUntil the last year after it at whose end the cumulative flow is below 0 again; empty if it stays 0 or
 *     more
 * @param absent why there is no year
 */
public record Payback(OptionalInt year, OptionalInt belowAgainUntil, Optional<Reason> absent) {

    /** Why there is no payback year. */
    public enum Reason {
        /** The cumulative flow is never below 0. */
        NEVER_BELOW,
        /** It stays below 0. */
        NEVER;

        /** The word in results. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Reads it from a balance.
     *
     * @param firstYear the calendar year of the first number
     * @param cumulative the balance at the end of each year
     */
    static Payback of(int firstYear, double[] cumulative) {
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
                    OptionalInt.empty(), OptionalInt.empty(), Optional.of(below ? Reason.NEVER : Reason.NEVER_BELOW));
        }
        return new Payback(
                OptionalInt.of(year), again == 0 ? OptionalInt.empty() : OptionalInt.of(again), Optional.empty());
    }
}
