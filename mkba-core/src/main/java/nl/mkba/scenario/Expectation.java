package nl.mkba.scenario;

import java.util.OptionalDouble;
import nl.mkba.engine.input.Inputs;
import nl.mkba.expression.Expression;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * What a scenario's author holds a result to.
 *
 * @param figure path of the figure in the result, such as {@code stakeholders.municipality.net}
 * @param value what it should be
 * @param within how far off it may be
 * @param alternative id of the only alternative it holds for, or null for all
 * @param outlook id of the outlook it holds in, or null for the run without one
 */
public record Expectation(
        String figure,
        Value value,
        Tolerance within,
        @Nullable String alternative,
        @Nullable String outlook) {

    /** An expected value. */
    public sealed interface Value {
        /**
         * A number.
         *
         * @param number in the unit of the figure
         */
        record Number(double number) implements Value {
            /**
             * A number; a negative zero becomes 0.
             *
             * @param number see {@link #number()}
             */
            public Number {
                number = number == 0 ? 0.0 : number;
            }
        }

        /**
         * A text, such as a reason.
         *
         * @param text the word in the result
         */
        record Text(String text) implements Value {}

        /** Nothing: the figure is absent. */
        record Absent() implements Value {}
    }

    /**
     * How far a number may be off.
     *
     * @param amount an absolute amount, or a fraction of the expected value
     * @param relative whether it is a fraction
     */
    public record Tolerance(double amount, boolean relative) {
        /** 1e-6, relative or absolute, whichever is wider. */
        public static final Tolerance DEFAULT = new Tolerance(1e-6, true);
    }

    /** Says an expectation in the words of a file. Not for more than one thread. */
    public static final class Builder {
        private final Inputs inputs;
        private @Nullable String figure;
        private @Nullable Value value;
        private Tolerance within = Tolerance.DEFAULT;
        private @Nullable String alternative;
        private @Nullable String outlook;

        Builder(Inputs inputs) {
            this.inputs = inputs;
        }

        /**
         * Which figure of the result it is about.
         *
         * @param path such as {@code stakeholders.municipality.net}
         * @return this builder
         */
        public Builder figure(String path) {
            this.figure = path;
            return this;
        }

        /**
         * The number that it should be.
         *
         * @param number in the unit of the figure; a fraction for a percentage
         * @return this builder
         */
        public Builder value(double number) {
            return value(new Value.Number(number));
        }

        /**
         * The number or percentage that it should be or, if the text is neither, the text, such as a reason.
         *
         * @param text as in a scenario file
         * @return this builder
         */
        public Builder value(String text) {
            OptionalDouble number = number(text);
            return value(number.isPresent() ? new Value.Number(number.getAsDouble()) : new Value.Text(text));
        }

        /**
         * What it should be.
         *
         * @param expected a number or a text
         * @return this builder
         */
        public Builder value(Value expected) {
            this.value = expected;
            return this;
        }

        /**
         * How far it may be off, as an absolute amount.
         *
         * @param amount 0 or more, in the unit of the figure
         * @return this builder
         */
        public Builder within(double amount) {
            return within(new Tolerance(amount, false));
        }

        /**
         * How far it may be off: an absolute amount or, as a percentage, a part of what is expected.
         *
         * @param text as in a scenario file
         * @return this builder
         */
        public Builder within(String text) {
            OptionalDouble number = number(text);
            if (number.isEmpty()) {
                inputs.refuse(ProblemCode.NOT_A_NUMBER, "within", text);
                return this;
            }
            return within(new Tolerance(number.getAsDouble(), text.strip().endsWith("%")));
        }

        /**
         * How far it may be off.
         *
         * @param tolerance absolute or relative
         * @return this builder
         */
        public Builder within(Tolerance tolerance) {
            this.within = tolerance;
            return this;
        }

        /**
         * The only alternative for which it holds; all unless said otherwise.
         *
         * @param id of an alternative; null for all
         * @return this builder
         */
        public Builder alternative(@Nullable String id) {
            this.alternative = id;
            return this;
        }

        /**
         * The outlook in which it holds; the run without one unless said otherwise.
         *
         * @param id of an outlook; null for the run without one
         * @return this builder
         */
        public Builder outlook(@Nullable String id) {
            this.outlook = id;
            return this;
        }

        private static OptionalDouble number(String text) {
            try {
                return Expression.parse(text).number();
            } catch (InvalidScenarioException e) {
                // No number and no formula: a text.
                return OptionalDouble.empty();
            }
        }

        @Nullable
        Expectation build() {
            String path = figure;
            Value expected = value;
            if (path == null) {
                inputs.missing("figure");
            }
            if (expected == null) {
                inputs.missing("value");
            }
            return path == null || expected == null
                    ? null
                    : new Expectation(path, expected, within, alternative, outlook);
        }
    }
}
