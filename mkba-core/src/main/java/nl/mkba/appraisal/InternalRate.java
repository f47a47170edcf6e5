package nl.mkba.appraisal;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The internal rate of return: the rate at which society's yearly net flows have present value 0.
 *
 * @param rate the rate, if there is exactly one in (−0.5, 10]
 * @param absent why there is none
 */
public record InternalRate(OptionalDouble rate, Optional<Reason> absent) {

    /** Why there is no internal rate of return. */
    public enum Reason {
        /** Society's part of some stream goes on beyond the horizon. */
        RESIDUAL_VALUE,
        /** The flows are all of one sign. */
        NO_SIGN_CHANGE,
        /** No rate in the range brings the present value to 0. */
        NO_ROOT,
        /** More than one does. */
        MULTIPLE_ROOTS;

        /** {@return the word in results} */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
