package nl.mkba.file.portfolio;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import nl.mkba.expression.WrittenNumber;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Location;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;

/**
 * A table in which every row is a place: a column {@code id}, and columns with values of parameters. Read from the first row
 * to the last, a part at a time, so that memory does not grow with the table. For one thread; the parts are for any.
 */
public abstract sealed class PlaceTable implements Closeable permits CsvPlaces, ParquetPlaces {

    /** The column that says which place a row is about. */
    public static final String ID = "id";

    private final String file;
    private final List<String> columns;

    PlaceTable(String file, List<String> columns) {
        this.file = file;
        this.columns = List.copyOf(columns);
    }

    /**
     * Opens a table: Parquet if its name ends so, CSV otherwise.
     *
     * @param file its name, as messages show it
     * @throws InvalidScenarioException if it cannot be read, has no rows, no column {@code id}, or a column twice
     */
    public static PlaceTable open(Path file) {
        String name = file.toString();
        try {
            if (!Files.isRegularFile(file)) {
                throw unreadable(name, Files.isDirectory(file) ? "is_folder" : "not_found");
            }
            boolean isParquet = name.toLowerCase(Locale.ROOT).endsWith(".parquet");
            PlaceTable table = isParquet ? ParquetPlaces.read(file) : CsvPlaces.read(file);
            try {
                table.check();
                return table;
            } catch (InvalidScenarioException e) {
                table.close();
                throw e;
            }
        } catch (CharacterCodingException e) {
            throw refused(Problem.of(ProblemCode.NOT_UTF8, Problem.NO_PATH), name, 1);
        } catch (IOException e) {
            throw unreadable(name, "failed");
        }
    }

    private static InvalidScenarioException unreadable(String name, String reason) {
        return refused(Problem.of(ProblemCode.FILE_NOT_READABLE, Problem.NO_PATH, name, reason), name, 1);
    }

    private void check() {
        List<Problem> problems = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String column : columns) {
            if (!seen.add(column)) {
                problems.add(Problem.ofKey(ProblemCode.REPEATED_COLUMN, column, column)
                        .in(place(1)));
            }
        }
        if (!seen.contains(ID)) {
            problems.add(
                    Problem.of(ProblemCode.MISSING_COLUMN, Problem.NO_PATH, ID).in(place(1)));
        }
        if (!problems.isEmpty()) {
            throw new InvalidScenarioException(problems);
        }
    }

    static InvalidScenarioException refused(Problem problem, String file, long line) {
        return new InvalidScenarioException(problem.in(new Location(file, (int) Math.min(line, Integer.MAX_VALUE), 1)));
    }

    /** Its name, as messages show it. */
    public String file() {
        return file;
    }

    /** A line of it. */
    public Location place(long line) {
        return new Location(file, (int) Math.min(line, Integer.MAX_VALUE), 1);
    }

    /** The names of all columns, in the order of the file. */
    public List<String> columns() {
        return columns;
    }

    /**
     * The next rows.
     *
     * @param most how many at most
     * @return fewer only where the table ends, none at its end
     * @throws InvalidScenarioException if the file is damaged from here on
     * @throws IOException if it can no longer be read
     */
    public abstract RowBatch read(int most) throws IOException;

    /** How much of the table was read, from 0 to 1. */
    public abstract double progress();

    /** Some rows. Immutable. */
    public interface RowBatch {

        /** How many rows. */
        int rows();

        /** The line of a row in the file, from 1; in a Parquet file its number. */
        long line(int row);

        /** Whether the row has as many cells as there are columns; if not, it has nothing else. */
        boolean isWhole(int row);

        /** How many cells the row has. */
        int cells(int row);

        /** A cell as text, without blanks around it; empty if there is nothing. */
        String text(int row, int column);

        /**
         * A cell as a number.
         *
         * @throws InvalidScenarioException if it is none; the problem has no path
         */
        double number(int row, int column);

        /** The number in a cell, if it is a text that was perhaps meant as thousands, such as {@code 9.000}. */
        default Optional<String> perhapsThousands(int row, int column) {
            return WrittenNumber.perhapsThousands(text(row, column));
        }
    }
}
