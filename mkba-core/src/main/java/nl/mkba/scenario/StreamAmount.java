package nl.mkba.scenario;

import nl.mkba.expression.Expression;

/** How large a cost or a transfer is. */
public sealed interface StreamAmount {

    /** The formula of the amount. */
    Expression amount();

    /**
     * An amount a year at full strength.
     *
     * @param amount in the currency, in prices of the price level
     */
    record PerYear(Expression amount) implements StreamAmount {}

    /**
     * A whole sum, spread over the years by strength.
     *
     * @param amount in the currency, in prices of the price level
     */
    record Total(Expression amount) implements StreamAmount {}

    /**
     * An amount per unit of an effect of the same intervention; for transfers.
     *
     * @param effect id of the effect
     * @param amount in the currency for each unit, in prices of the price level
     */
    record PerUnitOf(String effect, Expression amount) implements StreamAmount {}
}
