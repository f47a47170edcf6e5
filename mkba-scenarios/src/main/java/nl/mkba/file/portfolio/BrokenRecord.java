package nl.mkba.file.portfolio;

import java.io.IOException;
import java.io.Reader;
import java.util.List;
import nl.mkba.engine.spelling.Blanks;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;

/**
 * Where a table of comma- or semicolon-separated values stops being one (RFC 4180). The reader of such tables says only that it
 * is none; then the file is gone through once more, for the line and the column in which a quotation mark is at fault.
 *
 * @param word what is wrong, as a word of the messages
 * @param line where the cell at fault begins, from 1
 * @param column which cell of its record that is, from 0; −1 if nothing was found
 */
record BrokenRecord(String word, long line, int column) {

    private static final int END = -1;

    /** Characters that the reader of tables holds of one cell. */
    private static final int LARGEST = 1 << 24;

    /** The first fault. */
    static BrokenRecord first(Reader text, char separator) throws IOException {
        return new Search(text, separator).first();
    }

    /** The message about it; the path is the column's name, if it has one. */
    Problem problem(List<String> columns) {
        boolean isNamed = column >= 0 && column < columns.size();
        return Problem.of(ProblemCode.BAD_CSV, isNamed ? columns.get(column) : Problem.NO_PATH, word);
    }

    private static final class Search {
        private final Reader text;
        private final char separator;
        private long line = 1;
        private int column;
        private int next;
        private long length;

        Search(Reader text, char separator) throws IOException {
            this.text = text;
            this.separator = separator;
            this.next = text.read();
        }

        BrokenRecord first() throws IOException {
            while (next != END) {
                long start = line;
                length = 0;
                while (next != separator
                        && next != '\n'
                        && next != '\r'
                        && next != END
                        && Blanks.isBlank((char) next)) {
                    read();
                }
                if (next == '"' && length > 0) {
                    return new BrokenRecord("csv_before_quote", start, column);
                }
                if (next == '"') {
                    String fault = quoted();
                    if (!fault.isEmpty()) {
                        return new BrokenRecord(fault, start, column);
                    }
                }
                while (next != END && !endsCell()) {
                    read();
                }
                if (length > LARGEST) {
                    return new BrokenRecord("csv_too_large", start, column);
                }
                column = next == separator ? column + 1 : 0;
                if (column == CsvRecords.MOST_CELLS) {
                    return new BrokenRecord("csv_too_many_cells", line, -1);
                }
                read();
            }
            return new BrokenRecord("csv_too_large", 1, -1);
        }

        /** Passes over a cell in quotation marks; what is wrong with it, or an empty text. */
        private String quoted() throws IOException {
            do {
                read();
                while (next != '"') {
                    if (next == END) {
                        return "csv_not_closed";
                    }
                    read();
                }
                read();
            } while (next == '"');
            return next == END || endsCell() ? "" : "csv_after_quote";
        }

        private boolean endsCell() {
            return next == separator || next == '\n' || next == '\r';
        }

        /** A line ends with a line feed, a carriage return, or both. */
        private void read() throws IOException {
            length++;
            int last = next;
            next = text.read();
            if (last == '\n' || (last == '\r' && next != '\n')) {
                line++;
            }
        }
    }
}
