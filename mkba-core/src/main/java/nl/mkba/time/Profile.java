package nl.mkba.time;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.mkba.expression.Expression;
import org.jspecify.annotations.Nullable;

/**
 * A time profile: how strongly something happens in each year. Years are calendar years (1000 and later) or offsets
 * from the start of the intervention; for something per participant, years since entry.
 */
public sealed interface Profile {

    /** Strength 1 in the years named. */
    record Years(List<Expression> years) implements Profile {
        public Years {
            years = List.copyOf(years);
        }
    }

    /** A strength, 0 or more, for each year named; 0 in all others. */
    record Series(Map<Integer, Expression> strengths) implements Profile {
        public Series {
            strengths = Collections.unmodifiableMap(new LinkedHashMap<>(strengths));
        }
    }

    /**
     * A run of years. Its first year is {@code a = from + delay}; its last is {@code to}, or {@code a + years − 1}, or
     * without either the end of the horizon. With {@code k = y − a} the strength is {@code min(1, (k+1)/rampUp) · (1 −
     * dropOff)^max(0, k+1−rampUp)} in the run, and after it {@code strength(last) · (1 − fadeOut)^(y − last)}. A part
     * that is not given is null.
     *
     * @param from first year; null for the start
     * @param delay years to wait after {@code from}
     * @param to last year, inclusive
     * @param years how many years
     * @param every only once every this many years
     * @param rampUp years to full strength
     * @param dropOff part lost each year in the run
     * @param fadeOut part lost each year after it
     */
    record Run(
            @Nullable Expression from,
            @Nullable Expression delay,
            @Nullable Expression to,
            @Nullable Expression years,
            @Nullable Expression every,
            @Nullable Expression rampUp,
            @Nullable Expression dropOff,
            @Nullable Expression fadeOut)
            implements Profile {

        // By hand: every stream without a profile is compared with "always", and a record's own way starts slowly.
        @Override
        public boolean equals(Object other) {
            return other instanceof Run run
                    && Objects.equals(from, run.from)
                    && Objects.equals(delay, run.delay)
                    && Objects.equals(to, run.to)
                    && Objects.equals(years, run.years)
                    && Objects.equals(every, run.every)
                    && Objects.equals(rampUp, run.rampUp)
                    && Objects.equals(dropOff, run.dropOff)
                    && Objects.equals(fadeOut, run.fadeOut);
        }

        @Override
        public int hashCode() {
            return Objects.hash(from, delay, to, years, every, rampUp, dropOff, fadeOut);
        }

        /** Whether the run goes on to the end of the horizon. */
        public boolean isOpen() {
            return to == null && years == null;
        }

        /** The same run, beginning in that year. */
        public Run from(String year) {
            return new Run(Expression.parse(year), delay, to, years, every, rampUp, dropOff, fadeOut);
        }

        /** The same run, that many years later. */
        public Run delay(String count) {
            return new Run(from, Expression.parse(count), to, years, every, rampUp, dropOff, fadeOut);
        }

        /** The same run, up to and including that year. */
        public Run to(String year) {
            return new Run(from, delay, Expression.parse(year), years, every, rampUp, dropOff, fadeOut);
        }

        /** The same run, for that many years. */
        public Run years(String count) {
            return new Run(from, delay, to, Expression.parse(count), every, rampUp, dropOff, fadeOut);
        }

        /** The same run, only once every given number of years. */
        public Run every(String count) {
            return new Run(from, delay, to, years, Expression.parse(count), rampUp, dropOff, fadeOut);
        }

        /** The same run, reaching full strength in its so-manieth year. */
        public Run rampUp(String count) {
            return new Run(from, delay, to, years, every, Expression.parse(count), dropOff, fadeOut);
        }

        /** The same run, losing that part each year. */
        public Run dropOff(String fraction) {
            return new Run(from, delay, to, years, every, rampUp, Expression.parse(fraction), fadeOut);
        }

        /** The same run, losing that part each year after its last. */
        public Run fadeOut(String fraction) {
            return new Run(from, delay, to, years, every, rampUp, dropOff, Expression.parse(fraction));
        }
    }

    /** Every year from the start on. */
    Run ALWAYS = new Run(null, null, null, null, null, null, null, null);

    /** A run from the start on, to be narrowed by {@link Run}'s methods. */
    static Run run() {
        return ALWAYS;
    }

    /** Strength 1 in these years. */
    static Years in(int... years) {
        return new Years(Arrays.stream(years).mapToObj(Expression::of).toList());
    }
}
