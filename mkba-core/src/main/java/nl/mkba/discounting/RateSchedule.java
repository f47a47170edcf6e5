package nl.mkba.discounting;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.mkba.engine.input.Inputs;
import nl.mkba.expression.Expression;
import nl.mkba.time.TimeFrame;

/**
 * Discount rates by years after the base year: the rate of a step holds from its year until the next step's. The rates
 * are forward rates and are chained: a new step discounts only the years after it.
 *
 * @param steps rate per year, each above −1, by the whole years (0 or more) after the base year at which it begins, or by the
 *     calendar year (1000 or more) in which it does; year 0, or the base year itself, is there
 */
public record RateSchedule(SortedMap<Integer, Expression> steps) {

    /**
     * Copies its map, so that it cannot change.
     *
     * @param steps see {@link #steps()}
     */
    public RateSchedule {
        steps = Collections.unmodifiableSortedMap(new TreeMap<>(steps));
    }

    /**
     * {@return a schedule of one rate for all years}
     *
     * @param ratePerYear a fraction, above −1
     */
    public static RateSchedule flat(Expression ratePerYear) {
        return new RateSchedule(new TreeMap<>(Map.of(0, ratePerYear)));
    }

    /** {@return whether it is one rate for all years, without a year} */
    public boolean isFlat() {
        return steps.size() == 1 && steps.containsKey(0);
    }

    /** Says rates in the words of a file, step by step. Not for more than one thread. */
    public static final class Builder {
        private final Inputs inputs;
        private final SortedMap<Integer, Expression> steps = new TreeMap<>();

        Builder(Inputs inputs) {
            this.inputs = inputs;
        }

        /**
         * The rate a year from a number of years after the base year on. There is a step at year 0.
         *
         * @param year whole years after the base year (0 or more), or a calendar year (1000 or more)
         * @param ratePerYear above −1: a number, a percentage or a formula
         * @return this builder
         */
        public Builder steps(int year, String ratePerYear) {
            return steps(year, inputs.expression("steps." + year, ratePerYear));
        }

        /**
         * As {@link #steps(int, String)}.
         *
         * @param year when it begins
         * @param ratePerYear a plain number
         * @return this builder
         */
        public Builder steps(int year, double ratePerYear) {
            return steps(year, inputs.expression("steps." + year, ratePerYear));
        }

        /**
         * As {@link #steps(int, String)}.
         *
         * @param year when it begins
         * @param ratePerYear an expression that was read before
         * @return this builder
         */
        public Builder steps(int year, Expression ratePerYear) {
            steps.put(year, ratePerYear);
            return this;
        }

        /**
         * {@return the schedule}
         *
         * @throws nl.mkba.problem.InvalidScenarioException with what was refused, unless it is handed over
         */
        public RateSchedule build() {
            inputs.complete();
            return new RateSchedule(steps);
        }
    }
    /**
     * {@return how many years after the base year a step begins that is written so; below 0 if it is before that year}
     *
     * @param baseYear the calendar year of which the start is year 0
     * @param step a number of years after the base year, or a calendar year
     */
    public static int yearsAfter(int baseYear, int step) {
        return TimeFrame.isCalendarYear(step) ? step - baseYear : step;
    }

    /**
     * {@return the steps by the years after the base year at which they begin: in the order of time} Those that begin before
     * it, of which nothing comes, are left out.
     *
     * @param baseYear the calendar year of which the start is year 0
     */
    public SortedMap<Integer, Step> byYearsAfter(int baseYear) {
        SortedMap<Integer, Step> byYear = new TreeMap<>();
        for (Map.Entry<Integer, Expression> step : steps.entrySet()) {
            int after = yearsAfter(baseYear, step.getKey());
            if (after >= 0) {
                byYear.put(after, new Step(step.getKey(), step.getValue()));
            }
        }
        return byYear;
    }

    /**
     * A step.
     *
     * @param written the year at which it begins, as it is written
     * @param rate per year, from then on
     */
    public record Step(int written, Expression rate) {}
}
