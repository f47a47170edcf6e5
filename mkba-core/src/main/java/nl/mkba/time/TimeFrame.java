package nl.mkba.time;

import java.util.stream.IntStream;

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

    /** The last year counted. */
    public int lastYear() {
        return firstYear + horizon - 1;
    }

    /** The years counted, from the first to the last. */
    public int[] years() {
        return IntStream.rangeClosed(firstYear, lastYear()).toArray();
    }

    /** The place of a calendar year among the years counted: 0 for the first. */
    public int index(int year) {
        return year - firstYear;
    }

    /** The time of a year's flows, in years after the start of the base year: the {@code x} of a discount factor. */
    public double timeOf(int year) {
        return year - baseYear + flowsAt.yearsIntoYear();
    }

    /** Whether such a number is a calendar year rather than an offset. */
    public static boolean isCalendarYear(double number) {
        return number >= FIRST_CALENDAR_YEAR;
    }
}
