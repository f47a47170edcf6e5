package nl.mkba.scenario;

import nl.mkba.expression.Expression;

/** How large a cost or a transfer is. */
public sealed interface StreamAmount {

    /** The formula of the amount. */
    Expression amount();

    /** An amount a year at full strength. */
    record PerYear(Expression amount) implements StreamAmount {}

    /** A whole sum, spread over the years by strength. */
    record Total(Expression amount) implements StreamAmount {}

    /** An amount per unit of an effect of the same intervention; for transfers. */
    record PerUnitOf(String effect, Expression amount) implements StreamAmount {}
}
