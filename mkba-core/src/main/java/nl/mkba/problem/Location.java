package nl.mkba.problem;

import java.io.Serializable;

/**
 * A place in a text file.
 *
 * @param file the file's name as the user gave it
 * @param line line number, from 1
 * @param column column number, from 1
 */
public record Location(String file, int line, int column) implements Comparable<Location>, Serializable {

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
