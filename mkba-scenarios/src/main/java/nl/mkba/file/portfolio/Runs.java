package nl.mkba.file.portfolio;

import java.io.IOException;

/**
 * Whole numbers as runs of one value, and groups of eight packed by bits (Apache Parquet format, "Run Length Encoding /
 * Bit-Packing Hybrid"). Whatever a run says of its own length, only the values that are asked for are made.
 */
final class Runs {

    private final ParquetBytes bytes;
    private final int width;
    private long most;
    private long left;
    private boolean isPacked;
    private int value;
    private long bits;
    private int known;

    /**
     * @param width bits of a value, 0 to 32
     * @param most how many values there are at most; a run of more is none
     */
    Runs(ParquetBytes bytes, int width, long most) throws RefusedParquetException {
        if (width > Integer.SIZE) {
            throw RefusedParquetException.damaged("page");
        }
        this.bytes = bytes;
        this.width = width;
        this.most = most;
    }

    /** The next values. */
    void next(int[] out, int count) throws IOException {
        int at = 0;
        while (at < count) {
            while (left == 0) {
                begin();
            }
            int n = (int) Math.min(left, count - at);
            for (int end = at + n; at < end; at++) {
                out[at] = isPacked ? unpacked() : value;
            }
            left -= n;
        }
    }

    private void begin() throws IOException {
        long header = bytes.unsigned();
        isPacked = (header & 1) != 0;
        left = (header >>> 1) & Integer.MAX_VALUE;
        if (isPacked) {
            left *= Byte.SIZE;
            known = 0;
            bits = 0;
        }
        // A group of eight may be filled up.
        if (left > most + (isPacked ? Byte.SIZE - 1 : 0)) {
            throw RefusedParquetException.damaged("values");
        }
        most -= left;
        if (!isPacked) {
            value = 0;
            for (int b = 0; b < width; b += Byte.SIZE) {
                value |= bytes.next() << b;
            }
        }
    }

    private int unpacked() throws IOException {
        while (known < width) {
            bits |= (long) bytes.next() << known;
            known += Byte.SIZE;
        }
        int next = (int) (bits & ((1L << width) - 1));
        bits >>>= width;
        known -= width;
        return next;
    }
}
