package nl.mkba.file.portfolio;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Bytes that are taken one after the other from a stream; little-endian. For one thread. */
final class ParquetBytes {

    private static final int BUFFER = 1 << 13;

    private final InputStream in;
    private final byte[] buffer;
    private int at;
    private int filled;
    private long left;

    /** @param length how many bytes may be taken, if there are that many */
    ParquetBytes(InputStream in, long length) {
        this.in = in;
        this.left = length;
        this.buffer = new byte[(int) Math.max(1, Math.min(BUFFER, length))];
    }

    ParquetBytes(byte[] bytes) {
        this(new ByteArrayInputStream(bytes), bytes.length);
    }

    private void fill() throws IOException {
        int most = (int) Math.min(buffer.length, left);
        int read = most == 0 ? -1 : in.read(buffer, 0, most);
        if (read <= 0) {
            throw new EOFException("Too few bytes");
        }
        at = 0;
        filled = read;
        left -= read;
    }

    /** One byte, from 0 to 255. */
    int next() throws IOException {
        if (at == filled) {
            fill();
        }
        return buffer[at++] & 0xff;
    }

    /** Fills a part of an array. */
    void next(byte[] into, int from, int count) throws IOException {
        int done = 0;
        while (done < count) {
            if (at == filled) {
                fill();
            }
            int take = Math.min(count - done, filled - at);
            System.arraycopy(buffer, at, into, from + done, take);
            at += take;
            done += take;
        }
    }

    /** A number of bytes; the array grows with what is really there. */
    byte[] next(int count) throws IOException {
        byte[] bytes = new byte[Math.min(count, BUFFER)];
        int done = 0;
        while (done < count) {
            if (done == bytes.length) {
                bytes = Arrays.copyOf(bytes, (int) Math.min(count, 2L * bytes.length));
            }
            next(bytes, done, bytes.length - done);
            done = bytes.length;
        }
        return bytes;
    }

    /** A number of bytes, to take numbers from. */
    ByteBuffer buffer(int count) throws IOException {
        return ByteBuffer.wrap(next(count)).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** A length of four bytes. */
    int length() throws IOException {
        int length = next() | next() << 8 | next() << 16 | next() << 24;
        if (length < 0) {
            throw new EOFException("A negative length");
        }
        return length;
    }

    /** A whole number from 0, seven bits to a byte. */
    long unsigned() throws IOException {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            int next = next();
            value |= (next & 0x7fL) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw RefusedParquetException.damaged("page");
    }

    /** A whole number, small ones of either sign short. */
    long signed() throws IOException {
        long zigzag = unsigned();
        return (zigzag >>> 1) ^ -(zigzag & 1);
    }
}
