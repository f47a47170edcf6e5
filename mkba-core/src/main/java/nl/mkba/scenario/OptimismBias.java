package nl.mkba.scenario;

import nl.mkba.expression.Expression;

/**
 * How amounts with one grade of evidence are corrected against the project.
 *
 * @param costs part by which costs are raised, 0 or more
 * @param effects part by which effects are changed, −1 … 0
 */
public record OptimismBias(Expression costs, Expression effects) {

    /** A grade that changes nothing. */
    public static final OptimismBias NONE = new OptimismBias(Expression.ZERO, Expression.ZERO);
}
