package nl.mkba.scenario;

import nl.mkba.expression.Expression;

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

    /** Weights with this reference income and elasticity. */
    public static IncomeWeights of(String reference, String elasticity) {
        return new IncomeWeights(Expression.parse(reference), Expression.parse(elasticity));
    }
}
