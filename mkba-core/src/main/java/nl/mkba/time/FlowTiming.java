package nl.mkba.time;

import java.util.Locale;

/** When in the year money flows. */
public enum FlowTiming {
    /** On the first day. */
    START(0),
    /** Half-way. */
    MID(0.5),
    /** On the last day. */
    END(1);

    private final double yearsIntoYear;

    FlowTiming(double yearsIntoYear) {
        this.yearsIntoYear = yearsIntoYear;
    }

    /** {@return the part of a year that has gone by: 0, ½ or 1} */
    public double yearsIntoYear() {
        return yearsIntoYear;
    }

    /** {@return the word in a scenario file} */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
