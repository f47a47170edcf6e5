package nl.mkba.scenario;

import nl.mkba.engine.input.Inputs;
import nl.mkba.expression.Expression;
import nl.mkba.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * How amounts with one grade of evidence are corrected against the project.
 *
 * @param costs part by which costs are raised, 0 or more
 * @param effects part by which effects are changed, −1 … 0
 */
public record OptimismBias(Expression costs, Expression effects) {

    /** A grade that changes nothing. */
    public static final OptimismBias NONE = new OptimismBias(Expression.ZERO, Expression.ZERO);

    /** Says the corrections of a grade in the words of a file. Not for more than one thread. */
    public static final class Builder {
        private final Inputs inputs;
        private @Nullable Expression costs;
        private @Nullable Expression effects;

        Builder(Inputs inputs) {
            this.inputs = inputs;
        }

        /**
         * The part by which costs are raised, 0 or more; 0 unless said otherwise.
         *
         * @param text a number, a percentage or a formula
         * @return this builder
         */
        public Builder costs(String text) {
            return costs(inputs.expression("costs", text));
        }

        /**
         * As {@link #costs(String)}.
         *
         * @param number a plain number
         * @return this builder
         */
        public Builder costs(double number) {
            return costs(inputs.expression("costs", number));
        }

        /**
         * As {@link #costs(String)}.
         *
         * @param part an expression that was read before
         * @return this builder
         */
        public Builder costs(Expression part) {
            this.costs = part;
            return this;
        }

        /**
         * The part by which effects are changed, −1 … 0; 0 unless said otherwise.
         *
         * @param text a number, a percentage or a formula
         * @return this builder
         */
        public Builder effects(String text) {
            return effects(inputs.expression("effects", text));
        }

        /**
         * As {@link #effects(String)}.
         *
         * @param number a plain number
         * @return this builder
         */
        public Builder effects(double number) {
            return effects(inputs.expression("effects", number));
        }

        /**
         * As {@link #effects(String)}.
         *
         * @param part an expression that was read before
         * @return this builder
         */
        public Builder effects(Expression part) {
            this.effects = part;
            return this;
        }

        OptimismBias build() {
            if (costs == null && effects == null) {
                inputs.refuse(ProblemCode.EMPTY, "");
            }
            return new OptimismBias(
                    costs == null ? Expression.ZERO : costs, effects == null ? Expression.ZERO : effects);
        }
    }
}
