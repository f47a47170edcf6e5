package nl.mkba.file.portfolio;

import java.io.IOException;
import java.util.Arrays;

/**
 * Whole numbers as a first one and blocks of differences, packed in as few bits as they need (Apache Parquet format, "Delta
 * Encoding"). A small block at a time is held.
 */
final class Deltas {

    private static final int LARGEST_BLOCK = 1 << 16;

    private final ParquetBytes bytes;
    private final int[] widths;
    private final int perMiniblock;
    private final long[] differences;
    private final long count;
    private long made;
    private long last;
    private long least;
    private int miniblock;
    private int at;

    Deltas(ParquetBytes bytes) throws IOException {
        this.bytes = bytes;
        long block = bytes.unsigned();
        long miniblocks = bytes.unsigned();
        count = bytes.unsigned();
        last = bytes.signed();
        if (block <= 0
                || block > LARGEST_BLOCK
                || miniblocks <= 0
                || miniblocks > block
                || block % (miniblocks * Byte.SIZE) != 0
                || count < 0) {
            throw RefusedParquetException.damaged("page");
        }
        widths = new int[(int) miniblocks];
        perMiniblock = (int) (block / miniblocks);
        differences = new long[perMiniblock];
        miniblock = widths.length;
        at = perMiniblock;
    }

    /** How many numbers there are. */
    long count() {
        return count;
    }

    /** The next number. */
    long next() throws IOException {
        if (made == count) {
            throw RefusedParquetException.damaged("values");
        }
        if (made++ > 0) {
            if (at == perMiniblock) {
                load();
            }
            last += least + differences[at++];
        }
        return last;
    }

    /** All numbers, as lengths; the array grows with what is really there. */
    int[] lengths(int longest) throws IOException {
        int[] lengths = new int[(int) Math.min(count, 1 << 10)];
        for (int i = 0; i < count; i++) {
            if (i == lengths.length) {
                lengths = Arrays.copyOf(lengths, (int) Math.min(count, 2L * lengths.length));
            }
            long length = next();
            if (length < 0 || length > longest) {
                throw RefusedParquetException.damaged("text");
            }
            lengths[i] = (int) length;
        }
        return lengths;
    }

    private void load() throws IOException {
        if (miniblock == widths.length) {
            least = bytes.signed();
            for (int m = 0; m < widths.length; m++) {
                widths[m] = bytes.next();
                if (widths[m] > Long.SIZE) {
                    throw RefusedParquetException.damaged("page");
                }
            }
            miniblock = 0;
        }
        int width = widths[miniblock++];
        int current = 0;
        int left = 0;
        for (int i = 0; i < perMiniblock; i++) {
            long number = 0;
            int have = 0;
            while (have < width) {
                if (left == 0) {
                    current = bytes.next();
                    left = Byte.SIZE;
                }
                int take = Math.min(left, width - have);
                number |= (long) (current & ((1 << take) - 1)) << have;
                current >>>= take;
                left -= take;
                have += take;
            }
            differences[i] = number;
        }
        at = 0;
    }
}
