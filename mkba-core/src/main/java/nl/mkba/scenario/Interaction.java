package nl.mkba.scenario;

import java.util.Locale;
import nl.mkba.engine.input.Inputs;
import nl.mkba.expression.Expression;
import nl.mkba.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * What another intervention does to the effects of this one. With {@code a(y)} the strength of the other in year y, 0
 * if it is not there, the effects are multiplied by {@code 1 + (times − 1) · a(y)} for {@code WITH} and by {@code times +
 * (1 − times) · a(y)} for {@code WITHOUT}.
 *
 * @param condition whether the factor holds with or without the other
 * @param other id of the other intervention
 * @param times the factor, 0 or more
 */
public record Interaction(Condition condition, String other, Expression times) {

    /** Whether the factor holds with or without the other. */
    public enum Condition {
        /** While the other is there: reinforcement, or getting in each other's way. */
        WITH,
        /** While the other is not there: a precondition. */
        WITHOUT;

        /** {@return the key in a scenario file} */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Says an interaction in the words of a file. Not for more than one thread. */
    public static final class Builder {
        private final Inputs inputs;
        private @Nullable String with;
        private @Nullable String without;
        private @Nullable Expression times;

        Builder(Inputs inputs) {
            this.inputs = inputs;
        }

        /**
         * The other intervention, while which is there the factor holds.
         *
         * @param intervention its id
         * @return this builder
         */
        public Builder with(String intervention) {
            this.with = intervention;
            return this;
        }

        /**
         * The other intervention, while which is not there the factor holds.
         *
         * @param intervention its id
         * @return this builder
         */
        public Builder without(String intervention) {
            this.without = intervention;
            return this;
        }

        /**
         * The factor, 0 or more.
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

        @Nullable
        Interaction build() {
            String other = with == null ? without : with;
            Expression factor = times;
            if (other == null) {
                inputs.refuseKey(ProblemCode.ONE_OF, "with", "with, without");
            } else if (with != null && without != null) {
                inputs.refuseKey(ProblemCode.NOT_WITH, "without", "without", "with");
            }
            if (factor == null) {
                inputs.missing("times");
            }
            return other == null || factor == null
                    ? null
                    : new Interaction(with == null ? Condition.WITHOUT : Condition.WITH, other, factor);
        }
    }
}
