package nl.mkba.file.portfolio;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import nl.mkba.file.portfolio.ParquetPlaces.DamagedException;

/** Values written as differences (Apache Parquet format, "Delta encoding", "Delta-length byte array", "Delta strings"). */
final class Deltas {

    private Deltas() {}

    /** Whole numbers: a first one, and blocks of differences packed in as few bits as they need. */
    static long[] numbers(ByteBuffer data) throws DamagedException {
        int block = (int) unsigned(data);
        int miniblocks = (int) unsigned(data);
        int count = (int) unsigned(data);
        long last = signed(data);
        if (count < 0 || count > 8L * Integer.MAX_VALUE / 64 || miniblocks <= 0 || block % miniblocks != 0) {
            throw new DamagedException("damaged differences");
        }
        long[] numbers = new long[count];
        if (count > 0) {
            numbers[0] = last;
        }
        int at = 1;
        while (at < count) {
            long least = signed(data);
            byte[] widths = new byte[miniblocks];
            data.get(widths);
            for (int m = 0; m < miniblocks && at < count; m++) {
                Bits bits = new Bits(data, widths[m]);
                for (int i = 0; i < block / miniblocks; i++) {
                    long difference = bits.next();
                    if (at < count) {
                        last += least + difference;
                        numbers[at++] = last;
                    }
                }
            }
        }
        return numbers;
    }

    /** Texts, each with its length; all lengths come first. */
    static String[] texts(ByteBuffer data) throws DamagedException {
        long[] lengths = numbers(data);
        String[] texts = new String[lengths.length];
        for (int i = 0; i < texts.length; i++) {
            byte[] text = new byte[(int) lengths[i]];
            data.get(text);
            texts[i] = new String(text, StandardCharsets.UTF_8);
        }
        return texts;
    }

    /** Texts that begin as the one before; the lengths of what they share come first. */
    static String[] sharedTexts(ByteBuffer data) throws DamagedException {
        long[] shared = numbers(data);
        long[] lengths = numbers(data);
        String[] texts = new String[shared.length];
        byte[] before = new byte[0];
        for (int i = 0; i < texts.length; i++) {
            byte[] text = new byte[(int) (shared[i] + lengths[i])];
            System.arraycopy(before, 0, text, 0, (int) shared[i]);
            data.get(text, (int) shared[i], (int) lengths[i]);
            texts[i] = new String(text, StandardCharsets.UTF_8);
            before = text;
        }
        return texts;
    }

    /** Numbers of so many bits each, the lowest bits first. */
    private static final class Bits {
        private final ByteBuffer data;
        private final int width;
        private int current;
        private int left;

        Bits(ByteBuffer data, int width) {
            this.data = data;
            this.width = width;
        }

        long next() {
            long number = 0;
            int have = 0;
            while (have < width) {
                if (left == 0) {
                    current = data.get() & 0xff;
                    left = 8;
                }
                int take = Math.min(left, width - have);
                number |= (long) (current & ((1 << take) - 1)) << have;
                current >>>= take;
                left -= take;
                have += take;
            }
            return number;
        }
    }

    private static long unsigned(ByteBuffer data) {
        long value = 0;
        int shift = 0;
        byte next;
        do {
            next = data.get();
            value |= (next & 0x7fL) << shift;
            shift += 7;
        } while (next < 0);
        return value;
    }

    private static long signed(ByteBuffer data) {
        long zigzag = unsigned(data);
        return (zigzag >>> 1) ^ -(zigzag & 1);
    }
}
