package nl.mkba.file.portfolio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.mkba.engine.spelling.Blanks;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.jspecify.annotations.Nullable;

/**
 * A table as Apache Parquet: the columns that are asked for, a number of rows at a time. Apache's library knows the format's own
 * structures; what it takes to read the pages is little, and its reader would bring Hadoop along and believe what a file says of
 * its own size (decision 12).
 */
final class ParquetPlaces extends PlaceTable {

    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ENCRYPTED = "PARE".getBytes(StandardCharsets.US_ASCII);
    private static final int TAIL = Integer.BYTES + MAGIC.length;

    /** More than the footer of any table needs. */
    private static final int LONGEST_FOOTER = 1 << 26;

    /** More rows than this on a byte of the file are not a table: every row has an id. */
    private static final long MOST_ROWS_PER_BYTE = 256;

    /** Bytes of dictionaries, and of what says which rows have a value, that are held at a time. */
    private static final long MOST_MEMORY = 1L << 27;

    private final FileChannel channel;
    private final List<Column> schema;
    private final List<RowGroup> groups;
    private final long rows;
    private List<Column> selected;

    /** Columns that are read as texts; without a choice, the ids. */
    private Set<String> texts = Set.of(ID);

    private Set<String> numbers = Set.of();
    private boolean isChecked;
    private List<ParquetPages> pages = List.of();
    private int nextGroup;
    private long leftInGroup;
    private long done;

    /**
     * A column of the table.
     *
     * @param place where it stands among the columns of the table
     * @param leaf where its first chunk stands among those of a row group
     */
    private record Column(int place, int leaf, ParquetType type) {}

    private ParquetPlaces(String file, FileChannel channel, List<Column> schema, List<RowGroup> groups, long rows) {
        super(file, schema.stream().map(column -> column.type().name()).toList(), 0);
        this.channel = channel;
        this.schema = schema;
        this.groups = groups;
        this.rows = rows;
        this.selected = schema;
    }

    static ParquetPlaces read(Path file, String name) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            FileMetaData footer = footer(channel);
            long rows = rows(footer, channel.size());
            if (rows == 0) {
                throw refused(Problem.of(ProblemCode.EMPTY_TABLE, Problem.NO_PATH), name, 1);
            }
            List<RowGroup> groups = footer.getRow_groups();
            return new ParquetPlaces(name, channel, schema(footer.getSchema()), groups, rows);
        } catch (RefusedParquetException e) {
            channel.close();
            throw e.refused(name);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static FileMetaData footer(FileChannel channel) throws IOException {
        long size = channel.size();
        if (size < TAIL + MAGIC.length) {
            throw RefusedParquetException.damaged("no_footer");
        }
        ByteBuffer tail = bytes(channel, size - TAIL, TAIL);
        int length = tail.getInt();
        byte[] magic = new byte[MAGIC.length];
        tail.get(magic);
        if (Arrays.equals(magic, ENCRYPTED)) {
            throw RefusedParquetException.unread("encryption", "PARE");
        }
        if (!Arrays.equals(magic, MAGIC) || length <= 0 || length > size - TAIL - MAGIC.length) {
            throw RefusedParquetException.damaged("no_footer");
        }
        if (length > LONGEST_FOOTER) {
            throw RefusedParquetException.damaged("footer");
        }
        return BoundedThrift.footer(bytes(channel, size - TAIL - length, length).array());
    }

    private static ByteBuffer bytes(FileChannel channel, long from, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, from + buffer.position()) < 0) {
                throw RefusedParquetException.damaged("ends");
            }
        }
        return buffer.flip();
    }

    private static long rows(FileMetaData footer, long size) throws RefusedParquetException {
        long rows = 0;
        for (RowGroup group : footer.getRow_groups()) {
            long more = group.getNum_rows();
            if (more < 0 || more > MOST_ROWS_PER_BYTE * size - rows) {
                throw RefusedParquetException.damaged("rows");
            }
            rows += more;
        }
        if (rows != footer.getNum_rows()) {
            throw RefusedParquetException.damaged("rows");
        }
        return rows;
    }

    /** The columns of the table: what stands directly under the root; each takes as many chunks as it has leaves. */
    private static List<Column> schema(List<SchemaElement> elements) throws RefusedParquetException {
        List<Column> columns = new ArrayList<>();
        int leaf = 0;
        int at = 1;
        while (at < elements.size()) {
            SchemaElement element = elements.get(at);
            int leaves = 0;
            // Elements that are still to come in this column: itself, and then what stands within it.
            long open = 1;
            while (open > 0) {
                if (at == elements.size()) {
                    throw RefusedParquetException.damaged("footer");
                }
                SchemaElement part = elements.get(at++);
                int within = part.getNum_children();
                boolean isLeaf = part.isSetType();
                if (within < 0 || (isLeaf && within > 0) || !part.isSetRepetition_type()) {
                    throw RefusedParquetException.damaged("footer");
                }
                leaves += isLeaf ? 1 : 0;
                open += within - 1;
            }
            columns.add(new Column(
                    columns.size(), leaf, element.isSetType() ? ParquetType.of(element) : ParquetType.nested(element)));
            leaf += leaves;
        }
        return columns;
    }

    @Override
    void select(Collection<String> wantedTexts, Collection<String> wantedNumbers) {
        texts = new HashSet<>(wantedTexts);
        numbers = new HashSet<>(wantedNumbers);
        selected = schema.stream()
                .filter(column -> texts.contains(column.type().name())
                        || numbers.contains(column.type().name()))
                .toList();
        check(selected);
    }

    private void check(List<Column> wanted) {
        List<Problem> problems = new ArrayList<>();
        for (Column column : wanted) {
            ParquetType type = column.type();
            boolean isNumber = !texts.contains(type.name()) || numbers.contains(type.name());
            if (!type.isReadAs(!isNumber)) {
                problems.add(Problem.of(
                                ProblemCode.COLUMN_TYPE,
                                type.name(),
                                type.kind().word(),
                                isNumber ? "parquet_amount" : "parquet_id")
                        .in(place(1)));
            }
        }
        try {
            if (problems.isEmpty()) {
                checkChunks(wanted);
            }
        } catch (RefusedParquetException e) {
            throw e.refused(file());
        } catch (IOException e) {
            throw refused(Problem.of(ProblemCode.FILE_NOT_READABLE, Problem.NO_PATH, file(), "failed"), file(), 1);
        }
        if (!problems.isEmpty()) {
            throw new InvalidScenarioException(problems);
        }
        isChecked = true;
    }

    @Override
    public Form form() {
        return Form.PARQUET;
    }

    @Override
    public String detail() {
        return "";
    }

    /** Every chunk that is read lies in the file, and no two of them overlap: so no byte is read twice. */
    private void checkChunks(List<Column> wanted) throws IOException {
        List<long[]> ranges = new ArrayList<>();
        for (RowGroup group : groups) {
            for (Column column : wanted) {
                ColumnMetaData data = chunk(group, column);
                long start = ParquetPages.start(data);
                long length = data.getTotal_compressed_size();
                if (start < MAGIC.length || length < 0 || length > channel.size() - TAIL - start) {
                    throw RefusedParquetException.damaged("ends")
                            .of(column.type().name());
                }
                ranges.add(new long[] {start, start + length, column.place()});
            }
        }
        ranges.sort(Comparator.comparingLong(range -> range[0]));
        for (int i = 1; i < ranges.size(); i++) {
            if (ranges.get(i)[0] < ranges.get(i - 1)[1]) {
                throw RefusedParquetException.damaged("overlap")
                        .of(schema.get((int) ranges.get(i)[2]).type().name());
            }
        }
    }

    private static ColumnMetaData chunk(RowGroup group, Column column) throws RefusedParquetException {
        ParquetType type = column.type();
        if (column.leaf() >= group.getColumnsSize()) {
            throw RefusedParquetException.damaged("footer").of(type.name());
        }
        ColumnChunk chunk = group.getColumns().get(column.leaf());
        if (chunk.isSetCrypto_metadata()) {
            throw RefusedParquetException.unread("encryption", type.name()).of(type.name());
        }
        if (!chunk.isSetMeta_data() || chunk.isSetFile_path()) {
            throw RefusedParquetException.damaged("elsewhere").of(type.name());
        }
        if (chunk.getMeta_data().getType() != type.stored()) {
            throw RefusedParquetException.damaged("footer").of(type.name());
        }
        return chunk.getMeta_data();
    }

    @Override
    public RowBatch read(int most) throws IOException {
        if (!isChecked) {
            check(selected);
        }
        int count = (int) Math.min(most, rows - done);
        @Nullable ParquetCells[] cells = new ParquetCells[schema.size()];
        for (Column column : selected) {
            cells[column.place()] = new ParquetCells(column.type(), count);
        }
        try {
            int at = 0;
            while (at < count) {
                while (leftInGroup == 0) {
                    open(groups.get(nextGroup++));
                }
                int n = (int) Math.min(leftInGroup, count - at);
                for (int c = 0; c < pages.size(); c++) {
                    ParquetCells into = cells[selected.get(c).place()];
                    if (into != null) {
                        pages.get(c).read(into, at, n);
                    }
                }
                at += n;
                leftInGroup -= n;
            }
        } catch (RefusedParquetException e) {
            throw e.refused(file());
        }
        done += count;
        return new Rows(cells, count, done - count);
    }

    private void open(RowGroup group) throws IOException {
        MemoryLimit memory = new MemoryLimit(MOST_MEMORY);
        List<ParquetPages> next = new ArrayList<>();
        if (group.getNum_rows() > 0) {
            for (Column column : selected) {
                next.add(new ParquetPages(channel, column.type(), chunk(group, column), group.getNum_rows(), memory));
            }
        }
        pages = next;
        leftInGroup = group.getNum_rows();
    }

    @Override
    public double progress() {
        return done / (double) rows;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static final class Rows implements RowBatch {
        private final @Nullable ParquetCells[] columns;
        private final int rows;
        private final long before;

        Rows(@Nullable ParquetCells[] columns, int rows, long before) {
            this.columns = columns;
            this.rows = rows;
            this.before = before;
        }

        @Override
        public int rows() {
            return rows;
        }

        @Override
        public long line(int row) {
            return before + row + 1;
        }

        @Override
        public boolean isWhole(int row) {
            return true;
        }

        @Override
        public int cells(int row) {
            return columns.length;
        }

        @Override
        public CellKind kind(int row, int column) {
            return cells(columns[column]).kind(row);
        }

        @Override
        public String text(int row, int column) {
            return Blanks.strip(cells(columns[column]).text(row));
        }

        @Override
        public double number(int row, int column) {
            return cells(columns[column]).number(row);
        }

        private static ParquetCells cells(@Nullable ParquetCells cells) {
            if (cells == null) {
                throw new IllegalStateException("The column was not selected");
            }
            return cells;
        }
    }
}
