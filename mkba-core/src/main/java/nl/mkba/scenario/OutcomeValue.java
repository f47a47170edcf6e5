package nl.mkba.scenario;

import nl.mkba.expression.Expression;
import nl.mkba.label.Labels;
import org.jspecify.annotations.Nullable;

/**
 * What one occurrence of an outcome costs, and whom.
 *
 * @param value per occurrence, 0 or more
 * @param borneBy who bears it
 * @param cashable the part that is cash, 0 … 1
 * @param growth real price change a year, above −1, counted from the price level
 * @param prices real or nominal
 * @param rateClass class of the discount policy, or null for the standard one
 * @param labels under what else it is counted; it has those of the effect that reduces, and then those of the effect's
 *     intervention, that it does not name itself
 */
public record OutcomeValue(
        Expression value,
        Shares borneBy,
        Expression cashable,
        Expression growth,
        Prices prices,
        @Nullable String rateClass,
        Labels labels) {

    /** A value without labels. */
    public OutcomeValue(
            Expression value,
            Shares borneBy,
            Expression cashable,
            Expression growth,
            Prices prices,
            @Nullable String rateClass) {
        this(value, borneBy, cashable, growth, prices, rateClass, Labels.NONE);
    }

    /** A value that is welfare only, in constant prices. */
    public static OutcomeValue of(String value, Shares borneBy) {
        return new OutcomeValue(Expression.parse(value), borneBy, Expression.ZERO, Expression.ZERO, Prices.REAL, null);
    }
}
