package nl.mkba.file.portfolio;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;

/** Parquet files as Apache's own library writes them: a writer that shares no code with what reads them here. */
record WrittenParquet(
        CompressionCodecName codec,
        WriterVersion version,
        boolean hasDictionary,
        boolean hasChecksums,
        int rowsOfPage) {

    static final WrittenParquet PLAIN =
            new WrittenParquet(CompressionCodecName.SNAPPY, WriterVersion.PARQUET_1_0, true, true, 20_000);

    WrittenParquet with(CompressionCodecName other) {
        return new WrittenParquet(other, version, hasDictionary, hasChecksums, rowsOfPage);
    }

    void write(Path file, MessageType schema, int rows, BiConsumer<Integer, Group> row) throws IOException {
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new LocalOutputFile(file))
                .withType(schema)
                .withCompressionCodec(codec)
                .withWriterVersion(version)
                .withDictionaryEncoding(hasDictionary)
                .withPageWriteChecksumEnabled(hasChecksums)
                .withPageRowCountLimit(rowsOfPage)
                .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
                .build()) {
            for (int i = 0; i < rows; i++) {
                Group group = new SimpleGroup(schema);
                row.accept(i, group);
                writer.write(group);
            }
        }
    }
}
