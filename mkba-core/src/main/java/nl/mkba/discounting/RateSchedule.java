package nl.mkba.discounting;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.mkba.expression.Expression;
import nl.mkba.expression.Inputs;

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

    /** Says rates in the words of a file, step by step. Not for more than one thread. */
    public static final class Builder {
        private final Inputs inputs;
        private final SortedMap<Integer, Expression> steps = new TreeMap<>();

        /** Begins the schedule of a part of something larger, which reports what is refused. */
        public Builder(Inputs inputs) {
            this.inputs = inputs;
        }

        /**
         * The rate a year, above −1, from so many whole years (0 or more) after the base year on. There is a step at year 0. A
         * number, a percentage or a formula.
         */
        public Builder steps(int year, String ratePerYear) {
            return steps(year, inputs.expression("steps." + year, ratePerYear));
        }

        /** As {@link #steps(int, String)}: a plain number. */
        public Builder steps(int year, double ratePerYear) {
            return steps(year, inputs.expression("steps." + year, ratePerYear));
        }

        /** As {@link #steps(int, String)}: an expression that was read before. */
        public Builder steps(int year, Expression ratePerYear) {
            steps.put(year, ratePerYear);
            return this;
        }

        /**
         * The schedule.
         *
         * @throws nl.mkba.problem.InvalidScenarioException with what was refused, unless this is part of something larger
         */
        public RateSchedule build() {
            inputs.complete();
            return new RateSchedule(steps);
        }
    }
}
