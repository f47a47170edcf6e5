package nl.mkba.time;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import nl.mkba.engine.input.Inputs;
import nl.mkba.expression.Expression;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * A time profile: how strongly something happens in each year. Years are calendar years (1000 and later) or offsets
 * from the start of the intervention; for something per participant, years since entry.
 */
public sealed interface Profile {

    /**
     * Strength 1 in the years named.
     *
     * @param years at least one
     */
    record Years(List<Expression> years) implements Profile {
        /**
         * Copies its list, so that it cannot change.
         *
         * @param years see {@link #years()}
         */
        public Years {
            years = List.copyOf(years);
        }
    }

    /**
     * A strength, 0 or more, for each year named; 0 in all others.
     *
     * @param strengths by year
     */
    record Series(Map<Integer, Expression> strengths) implements Profile {
        /**
         * Copies its map, so that it cannot change.
         *
         * @param strengths see {@link #strengths()}
         */
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

        /** {@return whether the run goes on to the end of the horizon} */
        public boolean isOpen() {
            return to == null && years == null;
        }
    }

    /** Every year from the start on. */
    Run ALWAYS = new Run(null, null, null, null, null, null, null, null);

    /**
     * {@return a profile by the keys of a file; {@code Profile.of(when -> when.delay(1).years(8))}}
     *
     * @param keys says the profile to a builder
     * @throws nl.mkba.problem.InvalidScenarioException with what was refused
     */
    static Profile of(Consumer<Builder> keys) {
        Builder profile = new Builder(Inputs.whole());
        keys.accept(profile);
        return profile.build();
    }

    /**
     * {@return the same profile, without an exception: a problem is handed over instead, and a placeholder stands for what was
     * refused}
     *
     * @param keys says the profile to a builder
     * @param refused receives each problem, with its path from the profile
     */
    static Profile of(Consumer<Builder> keys, Consumer<Problem> refused) {
        Inputs inputs = Inputs.handingTo(refused);
        Builder profile = new Builder(inputs);
        inputs.take(keys, profile);
        return profile.build();
    }

    /**
     * Says a profile in the words of a file: years ({@link #in}), strengths ({@link #series}), or a run. Years are calendar
     * years (1000 and later) or offsets from the start. Not for more than one thread.
     */
    final class Builder {
        private final Inputs inputs;
        private final List<Expression> in = new ArrayList<>();
        private final Map<Integer, Expression> series = new LinkedHashMap<>();
        private final Map<String, Expression> run = new LinkedHashMap<>();

        private Builder(Inputs inputs) {
            this.inputs = inputs;
        }

        /**
         * Strength 1 in these years, and in no others but those of further calls.
         *
         * @param years calendar years, or offsets from the start; at least one
         * @return this builder
         */
        public Builder in(double... years) {
            for (double year : years) {
                in.add(inputs.expression("in", year));
            }
            return this;
        }

        /**
         * As {@link #in(double...)}.
         *
         * @param years numbers or formulas
         * @return this builder
         */
        public Builder in(String... years) {
            for (String year : years) {
                in.add(inputs.expression("in", year));
            }
            return this;
        }

        /**
         * As {@link #in(double...)}.
         *
         * @param years expressions that were read before
         * @return this builder
         */
        public Builder in(Expression... years) {
            in.addAll(Arrays.asList(years));
            return this;
        }

        /**
         * The strength in a year; 0 in those that are not named.
         *
         * @param year a calendar year, or an offset from the start
         * @param strength 0 or more: a number, a percentage or a formula
         * @return this builder
         */
        public Builder series(int year, String strength) {
            return series(year, inputs.expression("series." + year, strength));
        }

        /**
         * As {@link #series(int, String)}.
         *
         * @param year a calendar year, or an offset from the start
         * @param strength a plain number, 0 or more
         * @return this builder
         */
        public Builder series(int year, double strength) {
            return series(year, inputs.expression("series." + year, strength));
        }

        /**
         * As {@link #series(int, String)}.
         *
         * @param year a calendar year, or an offset from the start
         * @param strength an expression that was read before
         * @return this builder
         */
        public Builder series(int year, Expression strength) {
            series.put(year, strength);
            return this;
        }

        /**
         * The first year of a run; the start unless said otherwise.
         *
         * @param text a number, a percentage or a formula
         * @return this builder
         */
        public Builder from(String text) {
            return from(inputs.expression("from", text));
        }

        /**
         * As {@link #from(String)}.
         *
         * @param number a plain number
         * @return this builder
         */
        public Builder from(double number) {
            return from(inputs.expression("from", number));
        }

        /**
         * As {@link #from(String)}.
         *
         * @param year an expression that was read before
         * @return this builder
         */
        public Builder from(Expression year) {
            return run("from", year);
        }

        /**
         * How many years a run waits after {@code from}; 0 or more.
         *
         * @param text a number, a percentage or a formula
         * @return this builder
         */
        public Builder delay(String text) {
            return delay(inputs.expression("delay", text));
        }

        /**
         * As {@link #delay(String)}.
         *
         * @param number a plain number
         * @return this builder
         */
        public Builder delay(double number) {
            return delay(inputs.expression("delay", number));
        }

        /**
         * As {@link #delay(String)}.
         *
         * @param count an expression that was read before
         * @return this builder
         */
        public Builder delay(Expression count) {
            return run("delay", count);
        }

        /**
         * The last year of a run, inclusive; not with {@code years}.
         *
         * @param text a number, a percentage or a formula
         * @return this builder
         */
        public Builder to(String text) {
            return to(inputs.expression("to", text));
        }

        /**
         * As {@link #to(String)}.
         *
         * @param number a plain number
         * @return this builder
         */
        public Builder to(double number) {
            return to(inputs.expression("to", number));
        }

        /**
         * As {@link #to(String)}.
         *
         * @param year an expression that was read before
         * @return this builder
         */
        public Builder to(Expression year) {
            return run("to", year);
        }

        /**
         * How many years a run lasts, 1 or more; without this and {@code to}, to the horizon's end.
         *
         * @param text a number, a percentage or a formula
         * @return this builder
         */
        public Builder years(String text) {
            return years(inputs.expression("years", text));
        }

        /**
         * As {@link #years(String)}.
         *
         * @param number a plain number
         * @return this builder
         */
        public Builder years(double number) {
            return years(inputs.expression("years", number));
        }

        /**
         * As {@link #years(String)}.
         *
         * @param count an expression that was read before
         * @return this builder
         */
        public Builder years(Expression count) {
            return run("years", count);
        }

        /**
         * Only once every given number of years, 1 or more.
         *
         * @param text a number, a percentage or a formula
         * @return this builder
         */
        public Builder every(String text) {
            return every(inputs.expression("every", text));
        }

        /**
         * As {@link #every(String)}.
         *
         * @param number a plain number
         * @return this builder
         */
        public Builder every(double number) {
            return every(inputs.expression("every", number));
        }

        /**
         * As {@link #every(String)}.
         *
         * @param count an expression that was read before
         * @return this builder
         */
        public Builder every(Expression count) {
            return run("every", count);
        }

        /**
         * In how many years a run reaches full strength, 1 or more.
         *
         * @param text a number, a percentage or a formula
         * @return this builder
         */
        public Builder rampUp(String text) {
            return rampUp(inputs.expression("ramp_up", text));
        }

        /**
         * As {@link #rampUp(String)}.
         *
         * @param number a plain number
         * @return this builder
         */
        public Builder rampUp(double number) {
            return rampUp(inputs.expression("ramp_up", number));
        }

        /**
         * As {@link #rampUp(String)}.
         *
         * @param count an expression that was read before
         * @return this builder
         */
        public Builder rampUp(Expression count) {
            return run("ramp_up", count);
        }

        /**
         * The part, 0 … 1, that is lost each year in a run.
         *
         * @param text a number, a percentage or a formula
         * @return this builder
         */
        public Builder dropOff(String text) {
            return dropOff(inputs.expression("drop_off", text));
        }

        /**
         * As {@link #dropOff(String)}.
         *
         * @param number a plain number
         * @return this builder
         */
        public Builder dropOff(double number) {
            return dropOff(inputs.expression("drop_off", number));
        }

        /**
         * As {@link #dropOff(String)}.
         *
         * @param fraction an expression that was read before
         * @return this builder
         */
        public Builder dropOff(Expression fraction) {
            return run("drop_off", fraction);
        }

        /**
         * The part, 0 … 1, that is lost each year after the last of a run.
         *
         * @param text a number, a percentage or a formula
         * @return this builder
         */
        public Builder fadeOut(String text) {
            return fadeOut(inputs.expression("fade_out", text));
        }

        /**
         * As {@link #fadeOut(String)}.
         *
         * @param number a plain number
         * @return this builder
         */
        public Builder fadeOut(double number) {
            return fadeOut(inputs.expression("fade_out", number));
        }

        /**
         * As {@link #fadeOut(String)}.
         *
         * @param fraction an expression that was read before
         * @return this builder
         */
        public Builder fadeOut(Expression fraction) {
            return run("fade_out", fraction);
        }

        private Builder run(String key, Expression value) {
            run.put(key, value);
            return this;
        }

        /**
         * {@return the profile; every year from the start on, if nothing was said}
         *
         * @throws nl.mkba.problem.InvalidScenarioException with what was refused, unless it is handed over
         */
        public Profile build() {
            Profile profile = profile();
            inputs.complete();
            return profile;
        }

        private Profile profile() {
            if (!in.isEmpty()) {
                if (!series.isEmpty()) {
                    inputs.refuseKey(ProblemCode.NOT_WITH, "series", "series", "in");
                }
                notWithRun("in");
                return new Years(in);
            }
            if (!series.isEmpty()) {
                notWithRun("series");
                return new Series(series);
            }
            return run.isEmpty()
                    ? ALWAYS
                    : new Run(
                            run.get("from"),
                            run.get("delay"),
                            run.get("to"),
                            run.get("years"),
                            run.get("every"),
                            run.get("ramp_up"),
                            run.get("drop_off"),
                            run.get("fade_out"));
        }

        private void notWithRun(String form) {
            for (String key : run.keySet()) {
                inputs.refuseKey(ProblemCode.NOT_WITH, key, key, form);
            }
        }
    }
}
