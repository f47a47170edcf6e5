package nl.mkba.cli.table;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.IntFunction;
import nl.mkba.engine.portfolio.Portfolio;
import nl.mkba.file.evaluation.EvaluatedPart;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.StringType;
import org.apache.parquet.format.Type;
import org.apache.parquet.format.Util;

/**
 * Figures of places as Apache Parquet: a row group for each part, plainly encoded and not compressed; the outlook and the
 * benefit-cost ratio may be null. A block's note is what the footer says of its row group, as if the group began the file.
 */
final class ParquetPlaceForm implements PlaceForm {

    private static final String OUTLOOK = "outlook";
    private static final String RATIO = "bcr";

    private final List<String> columns;

    ParquetPlaceForm(List<String> columns) {
        this.columns = columns;
    }

    @Override
    public byte[] begin() {
        return ParquetFile.begin();
    }

    @Override
    public String write(EvaluatedPart part, ByteBlock block) {
        try {
            Group group = new Group(part.ids().size() * part.portfolio().cases(), block);
            Portfolio portfolio = part.portfolio();
            int cases = portfolio.cases();
            group.texts(columns.get(0), line -> bytes(part.ids().get(line / cases)));
            if (part.names().isPresent()) {
                List<String> names = part.names().get();
                group.texts(NAME, line -> bytes(names.get(line / cases)));
            }
            group.texts(columns.get(texts() - 2), line -> bytes(portfolio.alternative(line % cases)));
            group.texts(OUTLOOK, line -> bytes(portfolio.outlook(line % cases).orElse("")));
            for (int figure = 0; figure < portfolio.figures().size(); figure++) {
                group.figures(columns.get(texts() + figure), part, figure);
            }
            return group.note();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many columns come before the figures. */
    private int texts() {
        return NAMES.size() + (columns.get(1).equals(NAME) ? 1 : 0);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static boolean isOptional(String column) {
        return column.equals(OUTLOOK) || column.equals(RATIO);
    }

    /** A row group in the making. */
    private static final class Group {
        private final List<ColumnChunk> chunks = new ArrayList<>();
        private final int rows;
        private final ByteBlock bytes;

        Group(int rows, ByteBlock bytes) {
            this.rows = rows;
            this.bytes = bytes;
        }

        /** A column of texts; in an optional one an empty text is none. */
        void texts(String column, IntFunction<byte[]> text) throws IOException {
            boolean[] present = new boolean[rows];
            ByteArrayOutputStream values = new ByteArrayOutputStream();
            for (int line = 0; line < rows; line++) {
                byte[] value = text.apply(line);
                present[line] = !isOptional(column) || value.length > 0;
                if (present[line]) {
                    values.write(ParquetFile.number(value.length));
                    values.write(value);
                }
            }
            chunk(column, Type.BYTE_ARRAY, present, values.toByteArray());
        }

        void figures(String column, EvaluatedPart part, int figure) throws IOException {
            boolean[] present = new boolean[rows];
            ByteBuffer values = ByteBuffer.allocate(rows * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            int cases = part.portfolio().cases();
            for (int line = 0; line < rows; line++) {
                present[line] = !part.isAbsent(line % cases, figure, line / cases);
                if (present[line]) {
                    values.putDouble(part.figure(line % cases, figure, line / cases));
                }
            }
            byte[] written = new byte[values.position()];
            values.flip().get(written);
            chunk(column, Type.DOUBLE, present, written);
        }

        private void chunk(String column, Type type, boolean[] present, byte[] values) throws IOException {
            byte[] levels = isOptional(column) ? levels(present) : new byte[0];
            int size = levels.length + values.length;
            PageHeader header = new PageHeader(PageType.DATA_PAGE, size, size);
            header.setData_page_header(new DataPageHeader(rows, Encoding.PLAIN, Encoding.RLE, Encoding.RLE));
            long start = bytes.size();
            Util.writePageHeader(header, bytes);
            bytes.write(levels);
            bytes.write(values);
            long written = bytes.size() - start;
            ColumnMetaData data = new ColumnMetaData(
                    type,
                    List.of(Encoding.PLAIN, Encoding.RLE),
                    List.of(column),
                    CompressionCodec.UNCOMPRESSED,
                    rows,
                    written,
                    written,
                    start);
            ColumnChunk chunk = new ColumnChunk(0);
            chunk.setMeta_data(data);
            chunks.add(chunk);
        }

        /** Which rows have a value, as runs of 1 and 0, with the length of it all in front. */
        private static byte[] levels(boolean[] present) throws IOException {
            ByteArrayOutputStream runs = new ByteArrayOutputStream();
            for (int from = 0; from < present.length; ) {
                int to = from;
                while (to < present.length && present[to] == present[from]) {
                    to++;
                }
                int header = (to - from) << 1;
                while (header > 0x7f) {
                    runs.write((header & 0x7f) | 0x80);
                    header >>>= 7;
                }
                runs.write(header);
                runs.write(present[from] ? 1 : 0);
                from = to;
            }
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            all.write(ParquetFile.number(runs.size()));
            runs.writeTo(all);
            return all.toByteArray();
        }

        String note() throws IOException {
            FileMetaData alone = new FileMetaData(
                    1, List.of(new SchemaElement("note")), rows, List.of(new RowGroup(chunks, bytes.size(), rows)));
            ByteArrayOutputStream note = new ByteArrayOutputStream();
            Util.writeFileMetaData(alone, note);
            return Base64.getEncoder().encodeToString(note.toByteArray());
        }
    }

    @Override
    public byte[] end(List<Long> starts, List<String> notes) throws IOException {
        List<RowGroup> groups = new ArrayList<>();
        for (int i = 0; i < notes.size(); i++) {
            byte[] note = Base64.getDecoder().decode(notes.get(i));
            FileMetaData alone = Util.readFileMetaData(new ByteArrayInputStream(note));
            RowGroup group = alone.getRow_groups().get(0);
            for (ColumnChunk chunk : group.getColumns()) {
                ColumnMetaData data = chunk.getMeta_data();
                data.setData_page_offset(data.getData_page_offset() + starts.get(i));
            }
            if (group.getNum_rows() > 0) {
                groups.add(group);
            }
        }
        return ParquetFile.end("places", schema(), groups);
    }

    private List<SchemaElement> schema() {
        List<SchemaElement> schema = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            SchemaElement column = new SchemaElement(columns.get(i));
            boolean isText = i < texts();
            column.setType(isText ? Type.BYTE_ARRAY : Type.DOUBLE);
            if (isText) {
                column.setConverted_type(ConvertedType.UTF8);
                column.setLogicalType(LogicalType.STRING(new StringType()));
            }
            column.setRepetition_type(
                    isOptional(columns.get(i)) ? FieldRepetitionType.OPTIONAL : FieldRepetitionType.REQUIRED);
            schema.add(column);
        }
        return schema;
    }
}
