package nl.mkba.discounting;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.mkba.expression.Expression;

/**
 * Discount rates by years after the base year: the rate of a step holds from its year until the next step's. The rates
 * are forward rates and are chained: a new step discounts only the years after it.
 *
 * @param steps rate per year, each above −1, by whole years (0 or more) after the base year at which it begins; year 0
 *     is there
 */
public record RateSchedule(SortedMap<Integer, Expression> steps) {

    public RateSchedule {
        steps = Collections.unmodifiableSortedMap(new TreeMap<>(steps));
    }

    /** One rate for all years. */
    public static RateSchedule flat(Expression ratePerYear) {
        return new RateSchedule(new TreeMap<>(Map.of(0, ratePerYear)));
    }

    /** Whether one rate holds for all years. */
    public boolean isFlat() {
        return steps.size() == 1;
    }
}
