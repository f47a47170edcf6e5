package nl.mkba.cli.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Type;
import org.apache.parquet.format.Util;

/**
 * A table as Apache Parquet: an integer and double-precision columns, none of them with gaps, plainly encoded and not
 * compressed, because random figures do not become smaller. Apache's library for the format's own structures is all that is
 * needed for that. Rows are kept until a row group is full; a group has so many that memory stays bounded.
 */
final class ParquetTable implements Table {

    /** Figures in a row group, about. */
    private static final int GROUP = 1 << 22;

    /** Rows of a group: a page of 1 MB in each column at most. */
    private static final int MOST_ROWS = 1 << 17;

    private static final int FEWEST_ROWS = 1 << 10;

    private final OutputStream out;
    private final List<String> columns;
    private final int[] numbers;
    private final double[][] figures;
    private final ByteBuffer page;
    private final List<RowGroup> groups = new ArrayList<>();
    private int rows;
    private long position;

    ParquetTable(OutputStream out, List<String> columns) throws IOException {
        this.columns = columns;
        int size = Math.min(MOST_ROWS, Math.max(FEWEST_ROWS, GROUP / columns.size()));
        this.numbers = new int[size];
        this.figures = new double[columns.size() - 1][size];
        this.page = ByteBuffer.allocate(size * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        this.out = out;
        write(ParquetFile.begin());
    }

    @Override
    public void row(int number, double[] values) throws IOException {
        numbers[rows] = number;
        for (int column = 0; column < figures.length; column++) {
            figures[column][rows] = values[column];
        }
        rows++;
        if (rows == numbers.length) {
            writeGroup();
        }
    }

    private void writeGroup() throws IOException {
        long start = position;
        List<ColumnChunk> chunks = new ArrayList<>(columns.size());
        page.clear();
        for (int row = 0; row < rows; row++) {
            page.putInt(numbers[row]);
        }
        chunks.add(writeChunk(columns.get(0), Type.INT32));
        for (int column = 0; column < figures.length; column++) {
            page.clear();
            page.asDoubleBuffer().put(figures[column], 0, rows);
            page.position(rows * Double.BYTES);
            chunks.add(writeChunk(columns.get(column + 1), Type.DOUBLE));
        }
        groups.add(new RowGroup(chunks, position - start, rows));
        rows = 0;
    }

    /** Writes the page as the only one of a column in the row group. */
    private ColumnChunk writeChunk(String column, Type type) throws IOException {
        long start = position;
        PageHeader header = new PageHeader(PageType.DATA_PAGE, page.position(), page.position());
        header.setData_page_header(new DataPageHeader(rows, Encoding.PLAIN, Encoding.RLE, Encoding.RLE));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Util.writePageHeader(header, bytes);
        write(bytes.toByteArray());
        write(page.array(), page.position());
        long size = position - start;
        ColumnMetaData data = new ColumnMetaData(
                type,
                List.of(Encoding.PLAIN, Encoding.RLE),
                List.of(column),
                CompressionCodec.UNCOMPRESSED,
                rows,
                size,
                size,
                start);
        ColumnChunk chunk = new ColumnChunk(0);
        chunk.setMeta_data(data);
        return chunk;
    }

    private void write(byte[] bytes) throws IOException {
        write(bytes, bytes.length);
    }

    private void write(byte[] bytes, int count) throws IOException {
        out.write(bytes, 0, count);
        position += count;
    }

    @Override
    public void close() throws IOException {
        if (rows > 0) {
            writeGroup();
        }
        write(ParquetFile.end("table", schema(), groups));
        out.flush();
    }

    private List<SchemaElement> schema() {
        List<SchemaElement> schema = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            SchemaElement column = new SchemaElement(columns.get(i));
            column.setType(i == 0 ? Type.INT32 : Type.DOUBLE);
            column.setRepetition_type(FieldRepetitionType.REQUIRED);
            schema.add(column);
        }
        return schema;
    }
}
