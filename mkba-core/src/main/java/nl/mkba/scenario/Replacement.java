package nl.mkba.scenario;

import nl.mkba.distribution.Distribution;
import nl.mkba.engine.input.Inputs;
import nl.mkba.expression.Expression;
import nl.mkba.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/** What {@code set} does to a parameter. */
public sealed interface Replacement {

    /**
     * Another value, distribution, or both. A value without a distribution makes the parameter certain; a distribution
     * without a value brings its own mean. A number stays in prices of the parameter's price year; an expression does
     * not.
     *
     * @param value the value, or null for the distribution's mean
     * @param distribution the distribution, or null for none
     */
    record Value(@Nullable Expression value, @Nullable Distribution distribution) implements Replacement {}

    /**
     * The value and every draw, multiplied.
     *
     * @param factor what each value is multiplied by
     */
    record Times(Expression factor) implements Replacement {}

    /**
     * {@return another value: a number, a percentage or a formula}
     *
     * @param expression in place of the parameter's value
     */
    static Replacement by(String expression) {
        return new Value(Expression.parse(expression), null);
    }

    /**
     * {@return another value: a plain number}
     *
     * @param number as written: a fraction for a percentage
     */
    static Replacement by(double number) {
        return new Value(Expression.of(number), null);
    }

    /**
     * {@return the same value, multiplied by a number, a percentage or a formula}
     *
     * @param factor what the value is multiplied by
     */
    static Replacement times(String factor) {
        return new Times(Expression.parse(factor));
    }

    /**
     * {@return the same value, multiplied by a plain number}
     *
     * @param factor any number
     */
    static Replacement times(double factor) {
        return new Times(Expression.of(factor));
    }

    /** Says a replacement in the words of a file. Not for more than one thread. */
    final class Builder {
        private final Inputs inputs;
        private @Nullable Expression value;
        private @Nullable Distribution distribution;
        private @Nullable Expression times;

        Builder(Inputs inputs) {
            this.inputs = inputs;
        }

        /**
         * Another value.
         *
         * @param text a number, a percentage or a formula
         * @return this builder
         */
        public Builder value(String text) {
            return value(inputs.expression("value", text));
        }

        /**
         * As {@link #value(String)}.
         *
         * @param number a plain number
         * @return this builder
         */
        public Builder value(double number) {
            return value(inputs.expression("value", number));
        }

        /**
         * As {@link #value(String)}.
         *
         * @param other an expression that was read before
         * @return this builder
         */
        public Builder value(Expression other) {
            this.value = other;
            return this;
        }

        /**
         * Another distribution.
         *
         * @param other of the value as written
         * @return this builder
         */
        public Builder distribution(Distribution other) {
            this.distribution = other;
            return this;
        }

        /**
         * A factor for the value and every draw; not with another value or distribution.
         *
         * @param text a number, a percentage or a formula
         * @return this builder
         */
        public Builder times(String text) {
            return times(inputs.expression("times", text));
        }

        /**
         * As {@link #times(String)}.
         *
         * @param number a plain number
         * @return this builder
         */
        public Builder times(double number) {
            return times(inputs.expression("times", number));
        }

        /**
         * As {@link #times(String)}.
         *
         * @param factor an expression that was read before
         * @return this builder
         */
        public Builder times(Expression factor) {
            this.times = factor;
            return this;
        }

        Replacement build() {
            Expression factor = times;
            if (factor != null) {
                if (value != null) {
                    inputs.refuseKey(ProblemCode.NOT_WITH, "value", "value", "times");
                }
                if (distribution != null) {
                    inputs.refuseKey(ProblemCode.NOT_WITH, "distribution", "distribution", "times");
                }
                return new Times(factor);
            }
            if (value == null && distribution == null) {
                inputs.refuse(ProblemCode.EMPTY, "");
                return new Value(Expression.UNKNOWN, null);
            }
            return new Value(value, distribution);
        }
    }
}
