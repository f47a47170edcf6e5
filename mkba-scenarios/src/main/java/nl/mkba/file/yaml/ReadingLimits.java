package nl.mkba.file.yaml;

import nl.mkba.problem.Location;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;

/** How much may still be read for one scenario, all its files together. Not for more than one thread. */
public final class ReadingLimits {

    /** The most bytes of all files of a scenario together. */
    public static final int MOST_BYTES = 10 * 1024 * 1024;

    private static final int MOST_VALUES = 100_000;
    private static final int MOST_FILES = 1_000;

    private long bytesLeft = MOST_BYTES;
    private int valuesLeft = MOST_VALUES;
    private int filesLeft = MOST_FILES;

    /** As much as one scenario may have. */
    public ReadingLimits() {}

    /** {@return how many bytes the next file may have} */
    public long bytesLeft() {
        return bytesLeft;
    }

    /** Takes account of a file. */
    void file(String file, int bytes) {
        bytesLeft -= bytes;
        filesLeft--;
        Location start = new Location(file, 1, 1);
        if (bytesLeft < 0) {
            throw new UnreadableException(tooLarge(start));
        }
        if (filesLeft < 0) {
            throw new UnreadableException(tooLarge("too_many_files", start));
        }
    }

    /** Takes account of a value. */
    void value(Location place) {
        if (--valuesLeft < 0) {
            throw new UnreadableException(tooLarge("too_many_values", place));
        }
    }

    /**
     * {@return the problem of a file that does not fit in what is left}
     *
     * @param place where the file is asked for
     */
    public static Problem tooLarge(Location place) {
        return tooLarge("10 MB", place);
    }

    private static Problem tooLarge(String what, Location place) {
        return Problem.of(ProblemCode.FILE_TOO_LARGE, Problem.NO_PATH, what).in(place);
    }
}
