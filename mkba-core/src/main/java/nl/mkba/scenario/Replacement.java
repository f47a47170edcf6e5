package nl.mkba.scenario;

import nl.mkba.distribution.Distribution;
import nl.mkba.expression.Expression;
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

    /** The value and every draw, multiplied. */
    record Times(Expression factor) implements Replacement {}

    /** Another value. */
    static Replacement by(String expression) {
        return new Value(Expression.parse(expression), null);
    }

    /** The same value, multiplied. */
    static Replacement times(String factor) {
        return new Times(Expression.parse(factor));
    }
}
