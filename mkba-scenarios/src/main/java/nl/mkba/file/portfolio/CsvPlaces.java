package nl.mkba.file.portfolio;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * A table as separated values (RFC 4180): the first line names the columns. A line {@code sep=;} before it, as Excel takes it,
 * says the separator; without one the first line shows it.
 */
final class CsvPlaces extends PlaceTable {

    /** The first line is looked at for its separator up to here. */
    private static final int LONGEST_HEADER = 1 << 20;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** Separators of which the first that the first line has is taken; without any it is a comma. */
    private static final String SEPARATORS = ";\t";

    private static final String TOLD_SEPARATORS = ",;\t|";

    private final Source source;
    private final Counting bytes;
    private final long size;
    private final CsvRecords handler;
    private final CsvReader<CsvRecords.Line> reader;
    private final CloseableIterator<CsvRecords.Line> records;

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

    /**
     * How to read the file.
     *
     * @param before lines before the one that names the columns
     */
    private record Source(Path file, String name, Charset encoding, char separator, int before) {

        /** Where and why the file is not a table, found by reading it once more. */
        InvalidScenarioException broken(List<String> columns) throws IOException {
            try (Reader text = TableEncoding.reader(Files.newInputStream(file), encoding)) {
                BufferedReader lines = new BufferedReader(text);
                Beginning.of(lines);
                BrokenRecord broken = BrokenRecord.first(lines, separator);
                return refused(broken.problem(columns), name, broken.line() + before);
            }
        }
    }

    /**
     * What stands before the line that names the columns, which has been read then.
     *
     * @param separator that it tells, or else the first line shows
     * @param lines how many lines that is
     */
    private record Beginning(char separator, int lines) {

        static Beginning of(BufferedReader text) throws IOException {
            text.mark(LONGEST_HEADER);
            if (text.read() != BYTE_ORDER_MARK) {
                text.reset();
            }
            text.mark(LONGEST_HEADER);
            Character told = told(text);
            if (told != null) {
                return new Beginning(told, 1);
            }
            text.reset();
            text.mark(LONGEST_HEADER);
            char separator = shown(text);
            text.reset();
            return new Beginning(separator, 0);
        }

        /** What a line such as {@code sep=;} tells; null if there is none. */
        private static @Nullable Character told(Reader text) throws IOException {
            StringBuilder line = new StringBuilder();
            int c = text.read();
            while (c >= 0 && c != '\n' && c != '\r' && line.length() < 8) {
                line.append((char) c);
                c = text.read();
            }
            String told = line.toString().replace("\"", "");
            if (told.length() != 5
                    || !told.regionMatches(true, 0, "sep=", 0, 4)
                    || (c >= 0 && c != '\n' && c != '\r')) {
                return null;
            }
            if (c == '\r') {
                text.mark(1);
                if (text.read() != '\n') {
                    text.reset();
                }
            }
            char separator = told.charAt(4);
            return TOLD_SEPARATORS.indexOf(separator) < 0 ? null : separator;
        }

        /** A semicolon if the first line that is not empty has one outside quotes, else a tab, else a comma. */
        private static char shown(Reader text) throws IOException {
            boolean isQuoted = false;
            boolean isEmpty = true;
            int best = SEPARATORS.length();
            for (int i = 0; i < LONGEST_HEADER - 1 && best > 0; i++) {
                int c = text.read();
                boolean isEnd = !isQuoted && (c == '\n' || c == '\r');
                if (isEnd && isEmpty) {
                    continue;
                }
                if (c < 0 || isEnd) {
                    break;
                }
                isEmpty = false;
                int place = SEPARATORS.indexOf(c);
                if (c == '"') {
                    isQuoted = !isQuoted;
                } else if (place >= 0 && !isQuoted) {
                    best = Math.min(best, place);
                }
            }
            return best < SEPARATORS.length() ? SEPARATORS.charAt(best) : ',';
        }
    }

    private CsvPlaces(
            Source source,
            List<String> columns,
            long header,
            Counting bytes,
            long size,
            CsvRecords handler,
            CsvReader<CsvRecords.Line> reader,
            CloseableIterator<CsvRecords.Line> records) {
        super(source.name(), columns, header);
        this.source = source;
        this.bytes = bytes;
        this.size = size;
        this.handler = handler;
        this.reader = reader;
        this.records = records;
    }

    static CsvPlaces read(Path file, String name) throws IOException {
        Charset encoding;
        try {
            encoding = TableEncoding.of(file);
        } catch (TableEncoding.FaultyLineException e) {
            throw refused(Problem.of(ProblemCode.NOT_UTF8, Problem.NO_PATH), name, e.line());
        }
        Counting bytes = new Counting(Files.newInputStream(file));
        try {
            BufferedReader text = new BufferedReader(TableEncoding.reader(bytes, encoding), 1 << 16);
            Beginning beginning = Beginning.of(text);
            Source source = new Source(file, name, encoding, beginning.separator(), beginning.lines());
            CsvRecords handler = new CsvRecords();
            CsvReader<CsvRecords.Line> reader = CsvReader.builder()
                    .fieldSeparator(beginning.separator())
                    .skipEmptyLines(true)
                    .allowUnclosedQuote(false)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .build(handler, text);
            CloseableIterator<CsvRecords.Line> records = reader.iterator();
            CsvRecords.Line header;
            try {
                header = next(records, name, 1);
            } catch (CsvParseException e) {
                throw source.broken(List.of());
            }
            if (header == null) {
                throw refused(Problem.of(ProblemCode.EMPTY_TABLE, Problem.NO_PATH), name, 1);
            }
            List<String> columns = Arrays.asList(header.cells());
            long row = header.number() + beginning.lines();
            return new CsvPlaces(source, columns, row, bytes, Files.size(file), handler, reader, records);
        } catch (IOException | RuntimeException e) {
            bytes.close();
            throw e;
        }
    }

    private static CsvRecords.@Nullable Line next(CloseableIterator<CsvRecords.Line> records, String file, long line)
            throws IOException {
        try {
            CsvRecords.Line record;
            do {
                record = records.hasNext() ? records.next() : null;
            } while (record != null && record.isEmpty());
            return record;
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw refused(Problem.of(ProblemCode.NOT_UTF8, Problem.NO_PATH), file, line);
            }
            throw e.getCause() == null ? new IOException(e) : e.getCause();
        }
    }

    @Override
    void select(Collection<String> texts, Collection<String> numbers) {
        Set<String> wanted = new HashSet<>(texts);
        wanted.addAll(numbers);
        handler.select(columns().stream().map(wanted::contains).toList());
    }

    @Override
    public Form form() {
        return Form.CSV;
    }

    @Override
    public String detail() {
        return source.encoding().displayName().replace("windows", "Windows");
    }

    @Override
    public RowBatch read(int most) throws IOException {
        List<CsvRecords.Line> rows = new ArrayList<>(most);
        long line = 1;
        while (rows.size() < most) {
            CsvRecords.Line row;
            try {
                row = next(records, file(), line + source.before());
            } catch (CsvParseException e) {
                throw source.broken(columns());
            }
            if (row == null) {
                break;
            }
            line = row.number();
            rows.add(row);
        }
        return new CsvPart(rows, handler.slots(), columns().size(), source.before());
    }

    @Override
    public double progress() {
        return size == 0 ? 1 : Math.min(1, bytes.count / (double) size);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private static final class CsvPart implements RowBatch {
        private final List<CsvRecords.Line> records;
        private final int[] slots;
        private final int columns;
        private final int before;

        CsvPart(List<CsvRecords.Line> records, int[] slots, int columns, int before) {
            this.records = records;
            this.slots = slots;
            this.columns = columns;
            this.before = before;
        }

        @Override
        public int rows() {
            return records.size();
        }

        @Override
        public long line(int row) {
            return records.get(row).number() + before;
        }

        @Override
        public boolean isWhole(int row) {
            return cells(row) == columns;
        }

        @Override
        public int cells(int row) {
            return records.get(row).count();
        }

        @Override
        public CellKind kind(int row, int column) {
            return CellKind.TEXT;
        }

        @Override
        public String text(int row, int column) {
            int slot = slots.length == 0 ? column : slots[column];
            if (slot < 0) {
                throw new IllegalStateException("The column was not selected");
            }
            return records.get(row).cells()[slot];
        }

        @Override
        public double number(int row, int column) {
            return Cells.number(text(row, column));
        }
    }
}
