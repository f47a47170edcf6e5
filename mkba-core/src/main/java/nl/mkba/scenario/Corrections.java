package nl.mkba.scenario;

import nl.mkba.expression.Expression;

/**
 * What is taken off an effect because it is not the intervention's doing, each a fraction of what the one before left.
 *
 * @param deadweight what would have happened anyway
 * @param dueToOthers what others bring about (attribution in social return on investment)
 * @param displacement what only moves elsewhere
 */
public record Corrections(Expression deadweight, Expression dueToOthers, Expression displacement) {

    /** Nothing is taken off. */
    public static final Corrections NONE = new Corrections(Expression.ZERO, Expression.ZERO, Expression.ZERO);
}
