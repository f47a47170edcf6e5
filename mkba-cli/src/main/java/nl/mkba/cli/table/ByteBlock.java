package nl.mkba.cli.table;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import nl.mkba.json.tree.ShortestDecimal;

/** Bytes that are to be written to a file; {@link #reset} empties it and keeps its memory. For one thread at a time. */
public final class ByteBlock extends ByteArrayOutputStream {

    /** Creates an empty block. */
    public ByteBlock() {
        super(1 << 16);
    }

    /** Makes room for a number of further bytes, which the other methods take for granted. */
    void room(int more) {
        int least = Math.addExact(count, more);
        if (least > buf.length) {
            buf = Arrays.copyOf(buf, (int) Math.max(least, Math.min(2L * buf.length, Integer.MAX_VALUE - 8)));
        }
    }

    /** Adds a byte. */
    void put(byte value) {
        buf[count++] = value;
    }

    /** Adds bytes. */
    void put(byte[] values) {
        System.arraycopy(values, 0, buf, count, values.length);
        count += values.length;
    }

    /** Adds a number, which takes up to {@link ShortestDecimal#MOST_BYTES}. */
    void put(double number, byte point) {
        count = ShortestDecimal.write(number, point, buf, count);
    }

    /** The bytes, until the next change. */
    public ByteBuffer bytes() {
        return ByteBuffer.wrap(buf, 0, count);
    }
}
