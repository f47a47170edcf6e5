package nl.mkba.file.portfolio;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.Objects;
import java.util.zip.CRC32;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DataPageHeaderV2;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Type;
import org.jspecify.annotations.Nullable;

/**
 * Reads one column of a row group, some rows at a time (Apache Parquet format, "Encodings" and "Data Pages"): plain values, a
 * dictionary or differences, in pages of version 1 or 2. Pages are streams, so that memory holds a dictionary, what says which
 * rows have a value, and the rows that are asked for. No length is believed before the bytes are there.
 */
final class ParquetPages {

    /** Bytes of a text at most: no id and no number is longer. */
    static final int LONGEST_TEXT = 1 << 9;

    private static final int HEADER = 1 << 8;
    private static final int LONGEST_HEADER = 1 << 20;
    private static final int CHUNK = 1 << 12;

    /** About what an array or a text takes besides its contents. */
    private static final int OBJECT = 56;

    private final FileChannel channel;
    private final ParquetType type;
    private final CompressionCodec codec;
    private final MemoryLimit memory;
    private final long end;
    private final int[] levels = new int[CHUNK];
    private final long[] numbers = new long[CHUNK];
    private final String[] texts = new String[CHUNK];
    private long position;
    private long rowsLeft;
    private boolean hasDictionary;
    private long[] dictionaryNumbers = new long[0];
    private String[] dictionaryTexts = new String[0];
    private int dictionarySize;
    private long valuesInPage;
    private long taken;
    private @Nullable Runs presence;
    private @Nullable Values values;

    /** The values of a page, one after the other; absent ones are not among them. */
    private interface Values {

        /** Puts the next values at the beginning of {@link #numbers} or {@link #texts}. */
        void next(int count) throws IOException;
    }

    /**
     * @param data what the footer says of the column in the row group
     * @param rows how many rows the group has
     * @param memory of all that is read of the row group
     */
    ParquetPages(FileChannel channel, ParquetType type, ColumnMetaData data, long rows, MemoryLimit memory) {
        this.channel = channel;
        this.type = type;
        this.codec = data.getCodec();
        this.memory = memory;
        this.position = start(data);
        this.end = position + data.getTotal_compressed_size();
        this.rowsLeft = rows;
    }

    /** Where the first page of a column begins. */
    static long start(ColumnMetaData data) {
        long first = data.getData_page_offset();
        return data.isSetDictionary_page_offset() && data.getDictionary_page_offset() > 0
                ? Math.min(first, data.getDictionary_page_offset())
                : first;
    }

    /**
     * Reads the next rows.
     *
     * @param cells to be filled
     * @param from at which row
     */
    void read(ParquetCells cells, int from, int count) throws IOException {
        try {
            int at = from;
            while (at < from + count) {
                while (valuesInPage == 0) {
                    open();
                }
                int n = (int) Math.min(Math.min(CHUNK, valuesInPage), from + count - at);
                read(cells, at, n, Objects.requireNonNull(values));
                at += n;
                valuesInPage -= n;
                rowsLeft -= n;
            }
        } catch (EOFException e) {
            throw RefusedParquetException.damaged("ends").of(type.name());
        } catch (RefusedParquetException e) {
            throw e.of(type.name());
        } catch (NoClassDefFoundError e) {
            throw PlaceTable.withoutLibrary(e);
        } catch (RuntimeException e) {
            // A decompressor was led astray.
            throw RefusedParquetException.damaged("page").of(type.name());
        }
    }

    private void read(ParquetCells cells, int from, int count, Values next) throws IOException {
        if (presence == null) {
            Arrays.fill(levels, 0, count, 1);
        } else {
            presence.next(levels, count);
        }
        int present = 0;
        for (int i = 0; i < count; i++) {
            present += levels[i] == 0 ? 0 : 1;
        }
        next.next(present);
        int at = 0;
        boolean isOfBytes = type.isOfBytes();
        for (int i = 0; i < count; i++) {
            if (levels[i] != 0 && isOfBytes) {
                cells.put(from + i, texts[at++]);
            } else if (levels[i] != 0) {
                cells.put(from + i, numbers[at++]);
            }
        }
    }

    /** Goes to the next page. */
    private void open() throws IOException {
        PageHeader header = header();
        long start = position;
        int packed = header.getCompressed_page_size();
        int size = header.getUncompressed_page_size();
        if (packed < 0 || size < 0 || packed > end - start) {
            throw RefusedParquetException.damaged("page");
        }
        position += packed;
        if (header.isSetCrc()) {
            check(start, packed, header.getCrc());
        }
        if (header.getType() == PageType.DICTIONARY_PAGE && header.isSetDictionary_page_header()) {
            if (hasDictionary || values != null) {
                throw RefusedParquetException.damaged("dictionary");
            }
            hasDictionary = true;
            dictionary(
                    unpacked(start, packed, size),
                    header.getDictionary_page_header().getNum_values());
        } else if (header.getType() == PageType.DATA_PAGE && header.isSetData_page_header()) {
            first(header.getData_page_header(), unpacked(start, packed, size), size);
        } else if (header.getType() == PageType.DATA_PAGE_V2 && header.isSetData_page_header_v2()) {
            second(header.getData_page_header_v2(), start, packed, size);
        }
    }

    private PageHeader header() throws IOException {
        for (int size = HEADER; ; size *= 16) {
            int length = (int) Math.min(size, end - position);
            if (length <= 0) {
                throw RefusedParquetException.damaged("ends");
            }
            byte[] bytes = new ParquetBytes(new Slice(position, length), length).next(length);
            PageHeader header = new PageHeader();
            int read = BoundedThrift.header(header, bytes, length);
            if (read >= 0) {
                position += read;
                return header;
            }
            if (length < size || size >= LONGEST_HEADER) {
                throw RefusedParquetException.damaged("page");
            }
        }
    }

    private void check(long start, int length, int expected) throws IOException {
        CRC32 sum = new CRC32();
        byte[] chunk = new byte[1 << 14];
        try (Slice in = new Slice(start, length)) {
            for (int read = in.read(chunk, 0, chunk.length); read > 0; read = in.read(chunk, 0, chunk.length)) {
                sum.update(chunk, 0, read);
            }
        }
        if ((int) sum.getValue() != expected) {
            throw RefusedParquetException.damaged("checksum");
        }
    }

    private ParquetBytes unpacked(long start, int packed, int size) throws IOException {
        return unpacked(start, packed, size, codec);
    }

    private ParquetBytes unpacked(long start, int packed, int size, CompressionCodec by) throws IOException {
        if (size == 0) {
            return new ParquetBytes(new byte[0]);
        }
        try {
            return new ParquetBytes(new Unpacking(ParquetCompression.open(by, new Slice(start, packed), size)), size);
        } catch (RefusedParquetException | UnreadableException e) {
            throw e;
        } catch (IOException e) {
            throw RefusedParquetException.damaged("compressed");
        }
    }

    /** Tells damage apart from a file that cannot be read. */
    private static final class Unpacking extends InputStream {
        private final InputStream in;

        Unpacking(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            try {
                return in.read(into, from, length);
            } catch (UnreadableException e) {
                throw e;
            } catch (IOException e) {
                throw RefusedParquetException.damaged("compressed");
            }
        }
    }

    /** Thrown where the system does not give the bytes of the file. */
    private static final class UnreadableException extends IOException {
        UnreadableException(IOException cause) {
            super(cause);
        }
    }

    /** A part of the file. */
    private final class Slice extends InputStream {
        private final ByteBuffer buffer;
        private long at;
        private final long until;

        Slice(long at, long length) {
            this.at = at;
            this.until = at + length;
            this.buffer = ByteBuffer.allocate((int) Math.max(1, Math.min(1 << 14, length)))
                    .limit(0);
        }

        private boolean isAtEnd() throws IOException {
            if (buffer.hasRemaining()) {
                return false;
            }
            buffer.clear().limit((int) Math.min(buffer.capacity(), until - at));
            int read;
            try {
                read = buffer.hasRemaining() ? channel.read(buffer, at) : -1;
            } catch (IOException e) {
                throw new UnreadableException(e);
            }
            at += Math.max(0, read);
            buffer.flip();
            return read <= 0;
        }

        @Override
        public int read() throws IOException {
            return isAtEnd() ? -1 : buffer.get() & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            if (isAtEnd()) {
                return -1;
            }
            int count = Math.min(length, buffer.remaining());
            buffer.get(into, from, count);
            return count;
        }

        @Override
        public int available() {
            return buffer.remaining();
        }
    }

    private void first(DataPageHeader page, ParquetBytes data, int size) throws IOException {
        begin(page.getNum_values());
        presence = null;
        if (type.isOptional()) {
            if (page.getDefinition_level_encoding() != Encoding.RLE) {
                throw RefusedParquetException.unread(
                        "encoding", page.getDefinition_level_encoding().name());
            }
            int length = data.length();
            if (length > size) {
                throw RefusedParquetException.damaged("page");
            }
            presence = presence(data, length);
        }
        values = values(page.getEncoding(), data);
    }

    private void second(DataPageHeaderV2 page, long start, int packed, int size) throws IOException {
        begin(page.getNum_values());
        int repetitions = page.getRepetition_levels_byte_length();
        int definitions = page.getDefinition_levels_byte_length();
        long before = (long) repetitions + definitions;
        if (repetitions < 0 || definitions < 0 || before > packed || before > size) {
            throw RefusedParquetException.damaged("page");
        }
        presence = type.isOptional()
                ? presence(new ParquetBytes(new Slice(start + repetitions, definitions), definitions), definitions)
                : null;
        boolean isPacked = !page.isSetIs_compressed() || page.isIs_compressed();
        values = values(
                page.getEncoding(),
                unpacked(
                        start + before,
                        (int) (packed - before),
                        (int) (size - before),
                        isPacked ? codec : CompressionCodec.UNCOMPRESSED));
    }

    private void begin(int count) throws RefusedParquetException {
        if (count < 0 || count > rowsLeft) {
            throw RefusedParquetException.damaged("values");
        }
        valuesInPage = count;
        memory.giveBack(taken);
        taken = 0;
    }

    /** Takes memory until the next page. */
    private void take(long bytes) throws RefusedParquetException {
        memory.take(bytes);
        taken += bytes;
    }

    /** Which rows have a value. */
    private Runs presence(ParquetBytes data, int length) throws IOException {
        take(length);
        return new Runs(new ParquetBytes(data.next(length)), 1, valuesInPage);
    }

    private Values values(Encoding encoding, ParquetBytes data) throws IOException {
        if (valuesInPage == 0) {
            return count -> {};
        }
        return switch (encoding) {
            case PLAIN -> plain(data);
            case PLAIN_DICTIONARY, RLE_DICTIONARY -> ofDictionary(data);
            case DELTA_BINARY_PACKED -> differences(data);
            case DELTA_LENGTH_BYTE_ARRAY -> lengthsFirst(data);
            case DELTA_BYTE_ARRAY -> sharedBeginnings(data);
            default -> throw RefusedParquetException.unread("encoding", encoding.name());
        };
    }

    private Values plain(ParquetBytes data) throws RefusedParquetException {
        Type stored = Objects.requireNonNull(type.stored());
        if (type.isOfBytes()) {
            return count -> {
                for (int i = 0; i < count; i++) {
                    texts[i] = type.text(data.next(length(stored == Type.BYTE_ARRAY ? data.length() : type.length())));
                }
            };
        }
        int width = stored == Type.INT32 || stored == Type.FLOAT ? Integer.BYTES : Long.BYTES;
        return count -> {
            ByteBuffer bytes = data.buffer(count * width);
            for (int i = 0; i < count; i++) {
                numbers[i] = switch (stored) {
                    case INT32 -> bytes.getInt();
                    case FLOAT -> Double.doubleToRawLongBits(bytes.getFloat());
                    default -> bytes.getLong();
                };
            }
        };
    }

    private static int length(int length) throws RefusedParquetException {
        if (length > LONGEST_TEXT) {
            throw RefusedParquetException.damaged("text");
        }
        return length;
    }

    private void dictionary(ParquetBytes data, int size) throws IOException {
        if (size < 0) {
            throw RefusedParquetException.damaged("dictionary");
        }
        Values next = plain(data);
        boolean isOfBytes = type.isOfBytes();
        while (dictionarySize < size) {
            int n = Math.min(CHUNK, size - dictionarySize);
            next.next(n);
            long needed = 0;
            for (int i = 0; i < n; i++) {
                needed += isOfBytes ? OBJECT + texts[i].length() : Long.BYTES;
            }
            memory.take(needed);
            int room = Math.max(dictionarySize + n, Math.min(size, 2 * dictionarySize));
            if (isOfBytes) {
                dictionaryTexts =
                        room > dictionaryTexts.length ? Arrays.copyOf(dictionaryTexts, room) : dictionaryTexts;
                System.arraycopy(texts, 0, dictionaryTexts, dictionarySize, n);
            } else {
                dictionaryNumbers =
                        room > dictionaryNumbers.length ? Arrays.copyOf(dictionaryNumbers, room) : dictionaryNumbers;
                System.arraycopy(numbers, 0, dictionaryNumbers, dictionarySize, n);
            }
            dictionarySize += n;
        }
    }

    private Values ofDictionary(ParquetBytes data) throws IOException {
        boolean isOfBytes = type.isOfBytes();
        int size = dictionarySize;
        long most = valuesInPage;
        int[] places = new int[CHUNK];
        Runs[] runs = new Runs[1];
        return count -> {
            if (count == 0) {
                return;
            }
            if (runs[0] == null) {
                runs[0] = new Runs(data, data.next(), most);
            }
            runs[0].next(places, count);
            for (int i = 0; i < count; i++) {
                int place = places[i];
                if (place < 0 || place >= size) {
                    throw RefusedParquetException.damaged("dictionary");
                }
                if (isOfBytes) {
                    texts[i] = dictionaryTexts[place];
                } else {
                    numbers[i] = dictionaryNumbers[place];
                }
            }
        };
    }

    private Values differences(ParquetBytes data) throws IOException {
        if (type.stored() != Type.INT32 && type.stored() != Type.INT64) {
            throw RefusedParquetException.damaged("page");
        }
        Deltas deltas = new Deltas(data);
        boolean isShort = type.stored() == Type.INT32;
        return count -> {
            for (int i = 0; i < count; i++) {
                long next = deltas.next();
                numbers[i] = isShort ? (int) next : next;
            }
        };
    }

    private int[] lengths(ParquetBytes data) throws IOException {
        if (!type.isOfBytes()) {
            throw RefusedParquetException.damaged("page");
        }
        Deltas deltas = new Deltas(data);
        if (deltas.count() > valuesInPage) {
            throw RefusedParquetException.damaged("values");
        }
        take(deltas.count() * Integer.BYTES);
        return deltas.lengths(LONGEST_TEXT);
    }

    private Values lengthsFirst(ParquetBytes data) throws IOException {
        int[] lengths = lengths(data);
        int[] made = new int[1];
        return count -> {
            for (int i = 0; i < count; i++) {
                texts[i] = type.text(data.next(lengths[made[0]++]));
            }
        };
    }

    private Values sharedBeginnings(ParquetBytes data) throws IOException {
        int[] shared = lengths(data);
        int[] lengths = lengths(data);
        byte[][] before = {new byte[0]};
        int[] made = new int[1];
        return count -> {
            for (int i = 0; i < count; i++, made[0]++) {
                int beginning = shared[made[0]];
                if (beginning > before[0].length) {
                    throw RefusedParquetException.damaged("page");
                }
                byte[] text = Arrays.copyOf(before[0], length(beginning + lengths[made[0]]));
                data.next(text, beginning, lengths[made[0]]);
                texts[i] = type.text(text);
                before[0] = text;
            }
        };
    }
}
