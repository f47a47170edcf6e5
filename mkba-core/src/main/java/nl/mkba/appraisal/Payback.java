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

        /** {@return the word in results} */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
