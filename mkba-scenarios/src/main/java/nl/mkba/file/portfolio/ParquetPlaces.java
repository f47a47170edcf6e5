package nl.mkba.file.portfolio;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Util;

/**
 * A table as Apache Parquet: a flat one of numbers and texts, a row group in memory at a time. Apache's library knows the
 * format's own structures; what it takes to read the pages is little, and its reader would bring Hadoop along.
 */
final class ParquetPlaces extends PlaceTable {

    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final int TAIL = Integer.BYTES + MAGIC.length;

    private final FileChannel channel;
    private final FileMetaData footer;
    private int nextGroup;
    private List<ParquetColumn> group = List.of();
    private int groupRows;
    private int nextRow;
    private long rowsBefore;

    private ParquetPlaces(String file, List<String> columns, FileChannel channel, FileMetaData footer) {
        super(file, columns);
        this.channel = channel;
        this.footer = footer;
    }

    static ParquetPlaces read(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            FileMetaData footer = footer(channel);
            List<String> columns = new ArrayList<>();
            List<SchemaElement> schema = footer.getSchema();
            for (SchemaElement element : schema.subList(1, schema.size())) {
                if (element.isSetNum_children() && element.getNum_children() > 0) {
                    throw new DamagedException("nested column " + element.getName());
                }
                columns.add(element.getName());
            }
            if (footer.getNum_rows() == 0) {
                throw refused(Problem.of(ProblemCode.EMPTY_TABLE, Problem.NO_PATH), file.toString(), 1);
            }
            return new ParquetPlaces(file.toString(), columns, channel, footer);
        } catch (DamagedException e) {
            channel.close();
            throw e.refused(file.toString());
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Thrown where the bytes are not what is expected of them, or cannot be read. */
    static final class DamagedException extends IOException {
        DamagedException(String reason) {
            super(reason);
        }

        InvalidScenarioException refused(String file) {
            String reason = String.valueOf(getMessage());
            return PlaceTable.refused(Problem.of(ProblemCode.BAD_PARQUET, Problem.NO_PATH, reason), file, 1);
        }
    }

    private static FileMetaData footer(FileChannel channel) throws IOException {
        long size = channel.size();
        if (size < TAIL + MAGIC.length) {
            throw new DamagedException("too short");
        }
        ByteBuffer tail = ByteBuffer.wrap(bytes(channel, size - TAIL, TAIL)).order(ByteOrder.LITTLE_ENDIAN);
        int length = tail.getInt();
        byte[] magic = new byte[MAGIC.length];
        tail.get(magic);
        if (!Arrays.equals(magic, MAGIC) || length <= 0 || length > size - TAIL) {
            throw new DamagedException("no footer");
        }
        try {
            return Util.readFileMetaData(new ByteArrayInputStream(bytes(channel, size - TAIL - length, length)));
        } catch (RuntimeException | IOException e) {
            throw new DamagedException("damaged footer");
        }
    }

    private static byte[] bytes(FileChannel channel, long from, long length) throws IOException {
        if (from < 0 || length < 0 || length > Integer.MAX_VALUE - 8 || from + length > channel.size()) {
            throw new DamagedException("ends too soon");
        }
        byte[] bytes = new byte[(int) length];
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, from + buffer.position()) < 0) {
                throw new DamagedException("ends too soon");
            }
        }
        return bytes;
    }

    @Override
    public RowBatch read(int most) throws IOException {
        try {
            while (nextRow == groupRows && nextGroup < footer.getRow_groupsSize()) {
                rowsBefore += groupRows;
                open(footer.getRow_groups().get(nextGroup++));
            }
        } catch (DamagedException e) {
            throw e.refused(file());
        }
        // A part may not span groups; a shorter one is not the end unless it is empty, so fill up from the next.
        int n = Math.min(most, groupRows - nextRow);
        RowBatch first = new GroupPart(group, nextRow, n, rowsBefore);
        nextRow += n;
        if (n == 0 || n == most) {
            return first;
        }
        RowBatch rest = read(most - n);
        return rest.rows() == 0 ? first : new JoinedPart(first, rest);
    }

    private void open(RowGroup next) throws IOException {
        List<ParquetColumn> columns = new ArrayList<>();
        if (next.getNum_rows() > Integer.MAX_VALUE
                || next.getColumnsSize() != columns().size()) {
            throw new DamagedException("damaged row group");
        }
        int rows = (int) next.getNum_rows();
        for (int c = 0; c < next.getColumnsSize(); c++) {
            ColumnChunk chunk = next.getColumns().get(c);
            if (!chunk.isSetMeta_data()) {
                throw new DamagedException("column in another file or encrypted");
            }
            columns.add(column(chunk, footer.getSchema().get(c + 1), rows));
        }
        group = columns;
        groupRows = rows;
        nextRow = 0;
    }

    private ParquetColumn column(ColumnChunk chunk, SchemaElement element, int rows) throws IOException {
        var data = chunk.getMeta_data();
        long from = data.getData_page_offset();
        if (data.isSetDictionary_page_offset() && data.getDictionary_page_offset() > 0) {
            from = Math.min(from, data.getDictionary_page_offset());
        }
        byte[] pages = bytes(channel, from, data.getTotal_compressed_size());
        try {
            return new ParquetPages(pages, element, data.getCodec(), rows).read();
        } catch (RuntimeException e) {
            throw new DamagedException("damaged column " + element.getName());
        }
    }

    @Override
    public double progress() {
        return (rowsBefore + nextRow) / (double) footer.getNum_rows();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private record GroupPart(List<ParquetColumn> columns, int from, int rows, long rowsBefore) implements RowBatch {

        @Override
        public long line(int row) {
            return rowsBefore + from + row + 1;
        }

        @Override
        public boolean isWhole(int row) {
            return true;
        }

        @Override
        public int cells(int row) {
            return columns.size();
        }

        @Override
        public String text(int row, int column) {
            return columns.get(column).text(from + row).strip();
        }

        @Override
        public double number(int row, int column) {
            return columns.get(column).number(from + row);
        }

        @Override
        public Optional<String> perhapsThousands(int row, int column) {
            return columns.get(column).perhapsThousands(from + row);
        }
    }

    private record JoinedPart(RowBatch first, RowBatch second) implements RowBatch {

        private RowBatch of(int row) {
            return row < first.rows() ? first : second;
        }

        private int in(int row) {
            return row < first.rows() ? row : row - first.rows();
        }

        @Override
        public int rows() {
            return first.rows() + second.rows();
        }

        @Override
        public long line(int row) {
            return of(row).line(in(row));
        }

        @Override
        public boolean isWhole(int row) {
            return true;
        }

        @Override
        public int cells(int row) {
            return of(row).cells(in(row));
        }

        @Override
        public String text(int row, int column) {
            return of(row).text(in(row), column);
        }

        @Override
        public double number(int row, int column) {
            return of(row).number(in(row), column);
        }

        @Override
        public Optional<String> perhapsThousands(int row, int column) {
            return of(row).perhapsThousands(in(row), column);
        }
    }
}
