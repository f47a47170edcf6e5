package nl.mkba.engine.time;

import java.util.stream.IntStream;
import nl.mkba.time.FlowTiming;

/**
 * The years of an analysis.
 *
 * @param baseYear present values are values at the start of this year
 * @param firstYear the first year in which anything can flow
 * @param horizon the number of years counted
 * @param flowsAt when in the year money flows
 */
public record TimeFrame(int baseYear, int firstYear, int horizon, FlowTiming flowsAt) {

    /** A number from here on is a calendar year, below it an offset. */
    public static final int FIRST_CALENDAR_YEAR = 1000;

    /** {@return the last year counted} */
    public int lastYear() {
        return firstYear + horizon - 1;
    }

    /** {@return the years counted, from the first to the last} */
    public int[] years() {
        return IntStream.rangeClosed(firstYear, lastYear()).toArray();
    }

    /**
     * {@return the place of a calendar year among the years counted: 0 for the first, below 0 for one before it}
     *
     * @param year a calendar year; it need not be one of those counted
     */
    public int index(int year) {
        return year - firstYear;
    }

    /**
     * {@return the time of a year's flows, in years after the start of the base year: the {@code x} of a discount factor}
     *
     * @param year a calendar year; it need not be one of those counted
     */
    public double timeOf(int year) {
        return year - baseYear + flowsAt.yearsIntoYear();
    }

    /**
     * {@return whether such a number is a calendar year rather than an offset}
     *
     * @param number a year as it is written
     */
    public static boolean isCalendarYear(double number) {
        return number >= FIRST_CALENDAR_YEAR;
    }
}
