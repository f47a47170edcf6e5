package nl.mkba.file.portfolio;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Type;
import org.apache.parquet.format.Util;

/** Parquet files that no proper writer makes: a column {@code id} of texts, each row in a group of its own. */
final class HandmadeParquet {

    private HandmadeParquet() {}

    static void write(Path file, int rows) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write("PAR1".getBytes(StandardCharsets.US_ASCII));
        List<RowGroup> groups = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            long start = bytes.size();
            byte[] text = ("a" + i).getBytes(StandardCharsets.US_ASCII);
            int size = Integer.BYTES + text.length;
            PageHeader header = new PageHeader(PageType.DATA_PAGE, size, size);
            header.setData_page_header(new DataPageHeader(1, Encoding.PLAIN, Encoding.RLE, Encoding.RLE));
            Util.writePageHeader(header, bytes);
            bytes.write(number(text.length));
            bytes.write(text);
            groups.add(group(start, bytes.size() - start, 1));
        }
        end(file, bytes, groups, rows);
    }

    /** One chunk of a column {@code id}. */
    static RowGroup group(long start, long size, long rows) {
        ColumnChunk chunk = new ColumnChunk(0);
        chunk.setMeta_data(new ColumnMetaData(
                Type.BYTE_ARRAY,
                List.of(Encoding.PLAIN),
                List.of("id"),
                CompressionCodec.UNCOMPRESSED,
                rows,
                size,
                size,
                start));
        return new RowGroup(List.of(chunk), size, rows);
    }

    static void end(Path file, ByteArrayOutputStream bytes, List<RowGroup> groups, long rows) throws IOException {
        SchemaElement root = new SchemaElement("places");
        root.setNum_children(1);
        SchemaElement id = new SchemaElement("id");
        id.setType(Type.BYTE_ARRAY);
        id.setRepetition_type(FieldRepetitionType.REQUIRED);
        ByteArrayOutputStream footer = new ByteArrayOutputStream();
        Util.writeFileMetaData(new FileMetaData(1, List.of(root, id), rows, groups), footer);
        footer.writeTo(bytes);
        bytes.write(number(footer.size()));
        bytes.write("PAR1".getBytes(StandardCharsets.US_ASCII));
        Files.write(file, bytes.toByteArray());
    }

    static byte[] number(int number) {
        return ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(number)
                .array();
    }
}
