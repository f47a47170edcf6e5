package nl.mkba.file.format;

import nl.mkba.engine.time.TimeFrame;
import org.jspecify.annotations.Nullable;

/** Calendar years as they stand in a file. */
final class Calendar {

    private static final int LAST_YEAR = 9999;

    private Calendar() {}

    /** The calendar year that a value says, or null if it says none. */
    static @Nullable Integer year(Value value) {
        return value.wholeInt(TimeFrame.FIRST_CALENDAR_YEAR, LAST_YEAR);
    }
}
