package nl.mkba.engine.plan;

import org.jspecify.annotations.Nullable;

/**
 * A compiled time profile.
 *
 * @param register the strengths, by years counted or by years since entry
 * @param total the sum of all strengths, also of those after the horizon; null if there is no end
 * @param begin the first year in which it is not 0 (or would not be), counted from the first year; beyond the horizon if
 *     it lies there
 * @param end the last year in which it is not 0, counted from the first year; the greatest whole number if there is no
 *     end, as with a fade-out
 * @param open the run, if it goes on to the end of the horizon; null otherwise
 */
record Strength(
        Vector register,
        @Nullable Scalar total,
        int begin,
        int end,
        @Nullable Open open) {

    /** A run without an end: what is needed to go on after the horizon. */
    record Open(Scalar dropOff, int rampUp, int every) {}
}
