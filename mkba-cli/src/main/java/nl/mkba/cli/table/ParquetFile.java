package nl.mkba.cli.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Util;

/** What every Parquet file begins and ends with (Apache Parquet format, "File format"). */
final class ParquetFile {

    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

    private ParquetFile() {}

    /** The first bytes. */
    static byte[] begin() {
        return MAGIC.clone();
    }

    /**
     * The last bytes: what is in the file, how long that is, and the mark.
     *
     * @param columns in their order
     */
    static byte[] end(String name, List<SchemaElement> columns, List<RowGroup> groups) throws IOException {
        SchemaElement root = new SchemaElement(name);
        root.setNum_children(columns.size());
        long rows = groups.stream().mapToLong(RowGroup::getNum_rows).sum();
        FileMetaData footer = new FileMetaData(
                1, Stream.concat(Stream.of(root), columns.stream()).toList(), rows, groups);
        footer.setCreated_by("mkba");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Util.writeFileMetaData(footer, bytes);
        byte[] length = number(bytes.size());
        bytes.write(length);
        bytes.write(MAGIC);
        return bytes.toByteArray();
    }

    /** A whole number of four bytes. */
    static byte[] number(int number) {
        return ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(number)
                .array();
    }
}
