package nl.mkba.problem;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A place in a text file.
 *
 * @param file the file's name as the user gave it
 * @param line line number, from 1
 * @param column column number, from 1
 */
public record Location(String file, int line, int column) implements Comparable<Location>, Serializable {

    // By hand, for the same reason as of a problem.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Location location
                && line == location.line
                && column == location.column
                && file.equals(location.file);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * file.hashCode() + line) + column;
    }

    @Override
    public int compareTo(Location other) {
        int byFile = file.compareTo(other.file);
        if (byFile != 0) {
            return byFile;
        }
        int byLine = Integer.compare(line, other.line);
        return byLine != 0 ? byLine : Integer.compare(column, other.column);
    }

    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
