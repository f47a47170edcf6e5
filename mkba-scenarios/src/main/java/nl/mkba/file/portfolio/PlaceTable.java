package nl.mkba.file.portfolio;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import nl.mkba.engine.spelling.Spelling;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Location;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * A table in which every row is a place: a column {@code id}, and columns with values of parameters. Read from the first row
 * to the last, a part at a time, so that memory does not grow with the table. For one thread; the parts are for any.
 */
public abstract sealed class PlaceTable implements Closeable permits CsvPlaces, ParquetPlaces, XlsxPlaces {

    /** The column that says which place a row is about. */
    public static final String ID = "id";

    /** What a Parquet file begins with. */
    private static final byte[] PARQUET = "PAR1".getBytes(StandardCharsets.US_ASCII);

    /** What a zip file begins with, and so a workbook. */
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    /** What files begin with that gzip, Zstandard, xz and 7-Zip write. */
    private static final byte[][] COMPRESSED = {
        {0x1f, (byte) 0x8b},
        {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd},
        {(byte) 0xfd, '7', 'z', 'X'},
        {'7', 'z', (byte) 0xbc, (byte) 0xaf}
    };

    /** What the workbooks of before 2007 begin with. */
    private static final byte[] OLD_WORKBOOK = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};

    private static final int MOST_TOLD = 100;

    private final String file;
    private final List<String> columns;
    private final long header;

    /** How to open it once more. */
    private Supplier<PlaceTable> again = () -> {
        throw new IllegalStateException("The table was not opened from a file");
    };

    /** @param header the row in which the columns are named, from 1; 0 for a form that names them elsewhere */
    PlaceTable(String file, List<String> columns, long header) {
        this.file = file;
        this.columns = List.copyOf(columns);
        this.header = header;
    }

    /**
     * Opens a table: a workbook if it begins as one, and otherwise Parquet or CSV, as its name ends; under any other name Parquet if it
     * begins as that does.
     *
     * @param file its name, as messages show it
     * @return the table, before its first row
     * @throws InvalidScenarioException if it cannot be read, has no rows, no column {@code id}, or a column twice
     */
    public static PlaceTable open(Path file) {
        return open(file, file.toString());
    }

    /**
     * Opens a table whose file has another name than the user gave.
     *
     * @param file the table
     * @param name as messages show it
     * @return the table, before its first row
     * @throws InvalidScenarioException if it cannot be read, has no rows, no column {@code id}, or a column twice
     * @throws IllegalStateException if it is Parquet and the libraries for that are not there
     */
    public static PlaceTable open(Path file, String name) {
        return open(file, name, null);
    }

    /**
     * {@return the same, of one sheet of a workbook}
     *
     * @param file the table
     * @param name as messages show it
     * @param sheet its name, or null for the first one that is not hidden
     * @throws InvalidScenarioException as above, or if there is no such sheet
     */
    public static PlaceTable open(Path file, String name, @Nullable String sheet) {
        PlaceTable table = openAsItComes(file, name, sheet);
        try {
            table.check();
            return table;
        } catch (InvalidScenarioException e) {
            closeAfter(table, e);
            throw e;
        }
    }

    /**
     * Opens a table whose columns may have any names, to be read with a {@link nl.mkba.file.format.ColumnMapping}.
     *
     * @param file the table
     * @param name as messages show it
     * @param sheet of a workbook, or null for the first one that is not hidden
     * @return the table, before its first row
     * @throws InvalidScenarioException if it cannot be read, or has no rows
     * @throws IllegalStateException if the libraries for its form are not there
     */
    public static PlaceTable openAsItComes(Path file, String name, @Nullable String sheet) {
        try {
            if (!Files.isRegularFile(file)) {
                throw unreadable(name, Files.isDirectory(file) ? "is_folder" : "not_found");
            }
            Form form = form(file, name);
            if (sheet != null && form != Form.XLSX) {
                throw refused(Problem.of(ProblemCode.NO_SHEETS, Problem.NO_PATH, Problem.shown(sheet)), name, 1);
            }
            PlaceTable table = switch (form) {
                case PARQUET -> ParquetPlaces.read(file, name);
                case XLSX -> XlsxPlaces.read(file, name, sheet);
                case CSV -> CsvPlaces.read(file, name);
            };
            table.again = () -> openAsItComes(file, name, sheet);
            return table;
        } catch (CharacterCodingException e) {
            throw refused(Problem.of(ProblemCode.NOT_UTF8, Problem.NO_PATH), name, 1);
        } catch (IOException e) {
            throw unreadable(name, "failed");
        } catch (NoClassDefFoundError e) {
            throw withoutLibrary(e);
        }
    }

    private static void closeAfter(PlaceTable table, InvalidScenarioException refusal) {
        try {
            table.close();
        } catch (IOException e) {
            refusal.addSuppressed(e);
        }
    }

    /** The forms that a table may have. */
    public enum Form {
        /** Texts with a comma, semicolon, tab or the like between them. */
        CSV,
        /** Apache Parquet. */
        PARQUET,
        /** A sheet of a workbook (Office Open XML). */
        XLSX;

        /** {@return its name in small letters} */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** By its name or its first bytes. */
    private static Form form(Path file, String name) throws IOException {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".parquet")) {
            return Form.PARQUET;
        }
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(PARQUET.length);
        }
        if (isCompressed(start)) {
            throw unreadable(name, "compressed");
        }
        if (Arrays.equals(start, OLD_WORKBOOK)) {
            throw refused(Problem.of(ProblemCode.BAD_WORKBOOK, Problem.NO_PATH, "workbook_old"), name, 1);
        }
        if (Arrays.equals(start, ZIP) || lower.endsWith(".xlsx")) {
            return Form.XLSX;
        }
        return !lower.endsWith(".csv") && Arrays.equals(start, PARQUET) ? Form.PARQUET : Form.CSV;
    }

    /** Whether a file begins as one that was compressed as a whole. */
    private static boolean isCompressed(byte[] start) {
        for (byte[] beginning : COMPRESSED) {
            if (start.length >= beginning.length
                    && Arrays.equals(start, 0, beginning.length, beginning, 0, beginning.length)) {
                return true;
            }
        }
        return false;
    }

    /** What a program lacks that embeds this one without the libraries for Parquet. */
    static IllegalStateException withoutLibrary(NoClassDefFoundError e) {
        return new IllegalStateException(
                "Parquet is read with org.apache.parquet:parquet-format-structures and org.apache.commons:commons-compress, "
                        + "and a workbook with org.dhatim:fastexcel-reader, optional dependencies of mkba-scenarios: "
                        + "add them to the class path",
                e);
    }

    private static InvalidScenarioException unreadable(String name, String reason) {
        return refused(Problem.of(ProblemCode.FILE_NOT_READABLE, Problem.NO_PATH, name, reason), name, 1);
    }

    private void check() {
        List<Problem> problems = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String column : columns) {
            if (!seen.add(column) && problems.size() < MOST_TOLD) {
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

    /** {@return its name, as messages show it} */
    public String file() {
        return file;
    }

    /**
     * {@return the place of a line of the table}
     *
     * @param line from 1; in a Parquet file the number of a row
     */
    public Location place(long line) {
        return new Location(file, (int) Math.min(line, Integer.MAX_VALUE), 1);
    }

    /** The same table before its first row, to be closed apart. */
    PlaceTable again() {
        return again.get();
    }

    /** Where the columns are named. */
    Location header() {
        return place(Math.max(1, header));
    }

    /** The row in which the columns are named, as messages show it. */
    String headerRow() {
        return header == 0 ? "–" : String.valueOf(header);
    }

    /** The sheets of the workbook that it is in; none for another form. */
    List<String> sheets() {
        return List.of();
    }

    /** What deserves attention in how the rows are kept that were read so far. */
    List<Problem> warnings() {
        return List.of();
    }

    /** {@return the names of all columns, in the order of the file} */
    public List<String> columns() {
        return columns;
    }

    /**
     * Sees to it that the table has a column.
     *
     * @param column its name
     * @throws InvalidScenarioException if it has not; with the nearest name
     */
    public void require(String column) {
        if (!columns.contains(column)) {
            throw refused(
                    Problem.of(ProblemCode.MISSING_COLUMN, Problem.NO_PATH, column)
                            .suggesting(Spelling.nearest(column, columns)),
                    file,
                    1);
        }
    }

    /**
     * Says which columns are read besides {@code id}, before any row is: in Parquet others are never looked at, whatever they
     * hold. Without this all are.
     *
     * @param wanted the columns' names
     * @throws InvalidScenarioException if one of them holds what cannot be a value
     */
    public void select(Collection<String> wanted) {
        select(List.of(ID), wanted);
    }

    /**
     * Says which columns are read at all, before any row is.
     *
     * @param texts names of columns that are read as texts
     * @param numbers names of columns that are read as numbers
     * @throws InvalidScenarioException if one of them holds what cannot be that
     */
    abstract void select(Collection<String> texts, Collection<String> numbers);

    /** {@return what form it has} */
    public abstract Form form();

    /**
     * {@return how the text of it is written, such as {@code UTF-8}, or what its sheet is called; empty if that says nothing}
     */
    public abstract String detail();

    /**
     * The next rows.
     *
     * @param most how many at most
     * @return fewer only where the table ends, none at its end
     * @throws InvalidScenarioException if the file is damaged from here on
     * @throws IOException if it can no longer be read
     */
    public abstract RowBatch read(int most) throws IOException;

    /** {@return how much of the table was read, from 0 to 1} */
    public abstract double progress();

    /** What stands in a cell. */
    public enum CellKind {
        /** Nothing. */
        EMPTY,
        /** A text, perhaps an empty one, and perhaps one in which a number is written. */
        TEXT,
        /** A number. */
        NUMBER,
        /** Something that is neither a number nor a text; {@link RowBatch#number} says what. */
        OTHER
    }

    /** Some rows. Immutable. */
    public interface RowBatch {

        /**
         * {@return what stands in a cell}
         *
         * @param row its number in the part, from 0
         * @param column its number in the table, from 0
         */
        CellKind kind(int row, int column);

        /** {@return how many rows} */
        int rows();

        /**
         * {@return the line of a row in the file, from 1; in a Parquet file its number}
         *
         * @param row its number in the part, from 0
         */
        long line(int row);

        /**
         * {@return whether the row has as many cells as there are columns; if not, it has nothing else}
         *
         * @param row its number in the part, from 0
         */
        boolean isWhole(int row);

        /**
         * {@return how many cells the row has}
         *
         * @param row its number in the part, from 0
         */
        int cells(int row);

        /**
         * {@return whether a number that is none of a text is shown with a percent sign}
         *
         * @param row its number in the part, from 0
         * @param column its number in the table, from 0
         */
        default boolean isPercentage(int row, int column) {
            return false;
        }

        /**
         * {@return a cell as text, without blanks around it; empty if there is nothing}
         *
         * @param row its number in the part, from 0
         * @param column its number in the table, from 0
         */
        String text(int row, int column);

        /**
         * {@return a cell as a number}
         *
         * @param row its number in the part, from 0
         * @param column its number in the table, from 0
         * @throws InvalidScenarioException if it is none; the problem has no path
         */
        double number(int row, int column);
    }
}
