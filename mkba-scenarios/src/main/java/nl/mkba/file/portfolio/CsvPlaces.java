package nl.mkba.file.portfolio;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/** A table as comma- or semicolon-separated values (RFC 4180): the first line names the columns. */
final class CsvPlaces extends PlaceTable {

    /** The first line is looked at for its separator up to here. */
    private static final int LONGEST_HEADER = 1 << 20;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Path path;
    private final char separator;
    private final Counting bytes;
    private final long size;
    private final CsvReader<CsvRecord> reader;
    private final CloseableIterator<CsvRecord> records;

    /** Counts what is read. */
    private static final class Counting extends FilterInputStream {
        private long count;

        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int read = super.read(buffer, from, length);
            count += Math.max(0, read);
            return read;
        }
    }

    private CsvPlaces(
            Path file,
            String name,
            char separator,
            List<String> columns,
            Counting bytes,
            long size,
            CsvReader<CsvRecord> reader,
            CloseableIterator<CsvRecord> records) {
        super(name, columns);
        this.path = file;
        this.separator = separator;
        this.bytes = bytes;
        this.size = size;
        this.reader = reader;
        this.records = records;
    }

    static CsvPlaces read(Path file, String name) throws IOException {
        Counting bytes = new Counting(Files.newInputStream(file));
        try {
            BufferedReader text = text(bytes);
            char separator = separator(text);
            CsvReader<CsvRecord> reader = CsvReader.builder()
                    .fieldSeparator(separator)
                    .skipEmptyLines(true)
                    .allowUnclosedQuote(false)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .ofCsvRecord(text);
            CloseableIterator<CsvRecord> records = reader.iterator();
            CsvRecord header;
            try {
                header = next(records, name, 1);
            } catch (CsvParseException e) {
                throw broken(file, name, separator, List.of());
            }
            if (header == null) {
                throw refused(Problem.of(ProblemCode.EMPTY_TABLE, Problem.NO_PATH), name, 1);
            }
            List<String> columns = new ArrayList<>();
            header.getFields().forEach(field -> columns.add(field.strip()));
            return new CsvPlaces(file, name, separator, columns, bytes, Files.size(file), reader, records);
        } catch (IOException | RuntimeException e) {
            bytes.close();
            throw e;
        }
    }

    /** A decoder of its own reports bytes that are not UTF-8, where a charset would replace them. */
    private static BufferedReader text(InputStream bytes) {
        return new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder()), 1 << 16);
    }

    /** A semicolon if the first line has one outside quotes, else a comma. Passes over a byte order mark. */
    private static char separator(Reader text) throws IOException {
        text.mark(LONGEST_HEADER);
        boolean isFirst = true;
        boolean isQuoted = false;
        boolean isMarked = false;
        char separator = ',';
        for (int i = 0; i < LONGEST_HEADER - 1; i++) {
            int c = text.read();
            if (isFirst) {
                isMarked = c == BYTE_ORDER_MARK;
                isFirst = false;
            }
            if (c < 0 || (!isQuoted && (c == '\n' || c == '\r'))) {
                break;
            }
            if (c == '"') {
                isQuoted = !isQuoted;
            } else if (c == ';' && !isQuoted) {
                separator = ';';
                break;
            }
        }
        text.reset();
        if (isMarked && text.read() != BYTE_ORDER_MARK) {
            throw new IOException("The byte order mark is gone");
        }
        return separator;
    }

    private static @Nullable CsvRecord next(CloseableIterator<CsvRecord> records, String file, long line)
            throws IOException {
        try {
            return records.hasNext() ? records.next() : null;
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw refused(Problem.of(ProblemCode.NOT_UTF8, Problem.NO_PATH), file, line);
            }
            throw e.getCause() == null ? new IOException(e) : e.getCause();
        }
    }

    /** Where and why the file is not a table, found by reading it once more. */
    private static InvalidScenarioException broken(Path file, String name, char separator, List<String> columns)
            throws IOException {
        try (Reader text = text(Files.newInputStream(file))) {
            text.mark(1);
            if (text.read() != BYTE_ORDER_MARK) {
                text.reset();
            }
            BrokenRecord broken = BrokenRecord.first(text, separator);
            return refused(broken.problem(columns), name, broken.line());
        }
    }

    @Override
    public RowBatch read(int most) throws IOException {
        List<CsvRecord> rows = new ArrayList<>(most);
        long line = 1;
        while (rows.size() < most) {
            CsvRecord row;
            try {
                row = next(records, file(), line);
            } catch (CsvParseException e) {
                throw broken(path, file(), separator, columns());
            }
            if (row == null) {
                break;
            }
            line = row.getStartingLineNumber();
            rows.add(row);
        }
        return new CsvPart(rows, columns().size());
    }

    @Override
    public double progress() {
        return size == 0 ? 1 : Math.min(1, bytes.count / (double) size);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private record CsvPart(List<CsvRecord> records, int columns) implements RowBatch {

        @Override
        public int rows() {
            return records.size();
        }

        @Override
        public long line(int row) {
            return records.get(row).getStartingLineNumber();
        }

        @Override
        public boolean isWhole(int row) {
            return cells(row) == columns;
        }

        @Override
        public int cells(int row) {
            return records.get(row).getFieldCount();
        }

        @Override
        public String text(int row, int column) {
            return records.get(row).getField(column).strip();
        }

        @Override
        public double number(int row, int column) {
            return Cells.number(text(row, column));
        }
    }
}
