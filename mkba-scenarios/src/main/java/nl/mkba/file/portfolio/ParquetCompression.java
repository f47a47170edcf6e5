package nl.mkba.file.portfolio;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.lz4.BlockLZ4CompressorInputStream;
import org.apache.commons.compress.compressors.snappy.SnappyCompressorInputStream;
import org.apache.parquet.format.CompressionCodec;

/** Opens compressed pages as streams, so that nothing has to be believed of how long they become. */
final class ParquetCompression {

    /** Snappy refers back within blocks of this size. */
    private static final int SNAPPY_BLOCK = 1 << 16;

    private ParquetCompression() {}

    /** @param size what the page's header says of the bytes that come out */
    static InputStream open(CompressionCodec codec, InputStream in, int size) throws IOException {
        return switch (codec) {
            case UNCOMPRESSED -> in;
            case SNAPPY -> snappy(in, size);
            case GZIP -> new GZIPInputStream(in);
            case LZ4_RAW -> new BlockLZ4CompressorInputStream(in);
            default -> throw RefusedParquetException.unread("compression", codec.name());
        };
    }

    private static InputStream snappy(InputStream in, int size) throws IOException {
        SnappyCompressorInputStream unpacked = new SnappyCompressorInputStream(in, SNAPPY_BLOCK);
        if (unpacked.getSize() != size) {
            throw RefusedParquetException.damaged("compressed");
        }
        return unpacked;
    }
}
