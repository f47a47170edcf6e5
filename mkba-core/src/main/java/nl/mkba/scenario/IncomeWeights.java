package nl.mkba.scenario;

import nl.mkba.engine.input.Inputs;
import nl.mkba.expression.Expression;
import org.jspecify.annotations.Nullable;

/**
 * Distributional weights that follow from incomes: a stakeholder with an income has the weight {@code (reference /
 * income)^elasticity}, the ratio of the marginal utilities of income if utility has a constant elasticity.
 *
 * <p>HM Treasury, The Green Book (2022), A3, uses an elasticity of 1.3.
 *
 * @param reference yearly disposable income with weight 1, above 0, in prices of the price level
 * @param elasticity of the marginal utility of income, 0 or more; 0 gives everybody weight 1, 1 is logarithmic utility
 */
public record IncomeWeights(Expression reference, Expression elasticity) {

    /** Says the weights in the words of a file. Not for more than one thread. */
    public static final class Builder {
        private final Inputs inputs;
        private @Nullable Expression reference;
        private @Nullable Expression elasticity;

        Builder(Inputs inputs) {
            this.inputs = inputs;
        }

        /**
         * The income of weight 1, above 0.
         *
         * @param text a number, a percentage or a formula
         * @return this builder
         */
        public Builder reference(String text) {
            return reference(inputs.expression("reference", text));
        }

        /**
         * As {@link #reference(String)}.
         *
         * @param number a plain number
         * @return this builder
         */
        public Builder reference(double number) {
            return reference(inputs.expression("reference", number));
        }

        /**
         * As {@link #reference(String)}.
         *
         * @param income an expression that was read before
         * @return this builder
         */
        public Builder reference(Expression income) {
            this.reference = income;
            return this;
        }

        /**
         * The elasticity of the marginal utility of income, 0 or more.
         *
         * @param text a number, a percentage or a formula
         * @return this builder
         */
        public Builder elasticity(String text) {
            return elasticity(inputs.expression("elasticity", text));
        }

        /**
         * As {@link #elasticity(String)}.
         *
         * @param number a plain number
         * @return this builder
         */
        public Builder elasticity(double number) {
            return elasticity(inputs.expression("elasticity", number));
        }

        /**
         * As {@link #elasticity(String)}.
         *
         * @param exponent an expression that was read before
         * @return this builder
         */
        public Builder elasticity(Expression exponent) {
            this.elasticity = exponent;
            return this;
        }

        IncomeWeights build() {
            return new IncomeWeights(required("reference", reference), required("elasticity", elasticity));
        }

        private Expression required(String key, @Nullable Expression stated) {
            if (stated == null) {
                inputs.missing(key);
                return Expression.UNKNOWN;
            }
            return stated;
        }
    }
}
