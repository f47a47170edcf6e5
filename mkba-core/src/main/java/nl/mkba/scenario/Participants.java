package nl.mkba.scenario;

import java.util.Map;
import java.util.function.Consumer;
import nl.mkba.engine.input.Inputs;
import nl.mkba.expression.Expression;
import nl.mkba.text.Text;
import nl.mkba.time.Profile;
import org.jspecify.annotations.Nullable;

/** Who enters an intervention, year by year: {@code N(y) = count · strength(y)}. */
public final class Participants extends Part {

    private final Expression count;
    private final Profile when;
    private final @Nullable Text unit;

    private Participants(Expression count, Profile when, @Nullable Text unit) {
        this.count = count;
        this.when = when;
        this.unit = unit;
    }

    /**
     * Begins participants by themselves, to be added to an intervention later.
     *
     * @return its builder
     */
    public static Builder builder() {
        return new Builder(Inputs.whole());
    }

    @Override
    public Map<String, @Nullable Object> components() {
        return components("count", count, "when", when, "unit", unit);
    }

    /** {@return how many enter at full strength, 0 or more} */
    public Expression count() {
        return count;
    }

    /** {@return in which years} */
    public Profile when() {
        return when;
    }

    /** {@return what they are called, or null} */
    public @Nullable Text unit() {
        return unit;
    }

    /** Says participants in the words of a file. Not for more than one thread. */
    public static final class Builder {
        private final Inputs inputs;
        private @Nullable Expression count;
        private @Nullable Profile when;
        private @Nullable Text unit;

        Builder(Inputs inputs) {
            this.inputs = inputs;
        }

        /**
         * How many enter a year at full strength, 0 or more.
         *
         * @param text a number, a percentage or a formula
         * @return this builder
         */
        public Builder count(String text) {
            return count(inputs.expression("count", text));
        }

        /**
         * As {@link #count(String)}.
         *
         * @param number a plain number
         * @return this builder
         */
        public Builder count(double number) {
            return count(inputs.expression("count", number));
        }

        /**
         * As {@link #count(String)}.
         *
         * @param entering an expression that was read before
         * @return this builder
         */
        public Builder count(Expression entering) {
            this.count = entering;
            return this;
        }

        /**
         * In which years they enter.
         *
         * @param keys says it to a builder
         * @return this builder
         */
        public Builder when(Consumer<Profile.Builder> keys) {
            return when(Profile.of(keys, inputs.at("when")::refuse));
        }

        /**
         * In which years they enter.
         *
         * @param profile years, strengths or a run
         * @return this builder
         */
        public Builder when(Profile profile) {
            this.when = profile;
            return this;
        }

        /**
         * What they are called.
         *
         * @param name one text for every language; null for none
         * @return this builder
         */
        public Builder unit(@Nullable String name) {
            return unit(Text.ofNullable(name));
        }

        /**
         * As {@link #unit(String)}, in Dutch and English.
         *
         * @param name in Dutch and English; null for none
         * @return this builder
         */
        public Builder unit(@Nullable Text name) {
            this.unit = name;
            return this;
        }

        /**
         * {@return the participants}
         *
         * @throws nl.mkba.problem.InvalidScenarioException with what was refused, unless this is part of something larger
         */
        public Participants build() {
            Expression entering = count;
            Profile years = when;
            if (entering == null) {
                inputs.missing("count");
                entering = Expression.UNKNOWN;
            }
            if (years == null) {
                inputs.missing("when");
                years = Profile.ALWAYS;
            }
            inputs.complete();
            return new Participants(entering, years, unit);
        }
    }
}
