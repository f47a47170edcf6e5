package nl.mkba.file.portfolio;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import nl.mkba.file.portfolio.ParquetPlaces.DamagedException;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DataPageHeaderV2;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Type;
import org.apache.parquet.format.Util;
import org.jspecify.annotations.Nullable;

/**
 * Reads the pages of one column of a row group (Apache Parquet format, "Encodings" and "Data pages"): plain values or a
 * dictionary, in pages of version 1 or 2, uncompressed or by Snappy or Gzip.
 */
final class ParquetPages {

    private final byte[] pages;
    private final SchemaElement element;
    private final CompressionCodec codec;
    private final int[] places;
    private double[] numbers = new double[0];
    private @Nullable String[] texts = new String[0];
    private int values;
    private int rows;
    private int dictionary;

    ParquetPages(byte[] pages, SchemaElement element, CompressionCodec codec, int rows) {
        this.pages = pages;
        this.element = element;
        this.codec = codec;
        this.places = new int[rows];
    }

    ParquetColumn read() throws IOException {
        if (element.getRepetition_type() == FieldRepetitionType.REPEATED) {
            throw new DamagedException("list in column " + element.getName());
        }
        if (element.isSetConverted_type() && element.getConverted_type() == ConvertedType.DECIMAL) {
            throw new DamagedException("decimals in column " + element.getName());
        }
        ByteArrayInputStream in = new ByteArrayInputStream(pages);
        while (rows < places.length) {
            PageHeader header = Util.readPageHeader(in);
            int size = header.getCompressed_page_size();
            if (size < 0 || size > in.available()) {
                throw new DamagedException("ends too soon");
            }
            page(header, in.readNBytes(size));
        }
        boolean isText = element.getType() == Type.BYTE_ARRAY;
        boolean isWhole = element.getType() == Type.INT32 || element.getType() == Type.INT64;
        return new ParquetColumn(isText ? null : numbers, isText ? filled(texts) : null, isWhole, places);
    }

    private static String[] filled(@Nullable String[] texts) {
        String[] all = new String[texts.length];
        for (int i = 0; i < all.length; i++) {
            String text = texts[i];
            all[i] = text == null ? "" : text;
        }
        return all;
    }

    private void page(PageHeader header, byte[] bytes) throws IOException {
        int size = header.getUncompressed_page_size();
        if (header.getType() == PageType.DICTIONARY_PAGE) {
            ByteBuffer data = buffer(unpacked(bytes, 0, size));
            plain(data, header.getDictionary_page_header().getNum_values());
            dictionary = values;
        } else if (header.getType() == PageType.DATA_PAGE) {
            DataPageHeader page = header.getData_page_header();
            ByteBuffer data = buffer(unpacked(bytes, 0, size));
            boolean[] present = present(page.getNum_values());
            if (isOptional()) {
                int length = data.getInt();
                levels(slice(data, length), present);
                data.position(data.position() + length);
            }
            values(page.getEncoding(), data, present);
        } else if (header.getType() == PageType.DATA_PAGE_V2) {
            DataPageHeaderV2 page = header.getData_page_header_v2();
            int levels = page.getRepetition_levels_byte_length() + page.getDefinition_levels_byte_length();
            boolean[] present = present(page.getNum_values());
            ByteBuffer all = buffer(bytes);
            if (isOptional()) {
                all.position(page.getRepetition_levels_byte_length());
                levels(slice(all, page.getDefinition_levels_byte_length()), present);
            }
            boolean isPacked = !page.isSetIs_compressed() || page.isIs_compressed();
            byte[] data =
                    isPacked ? unpacked(bytes, levels, size - levels) : Arrays.copyOfRange(bytes, levels, bytes.length);
            values(page.getEncoding(), buffer(data), present);
        }
    }

    private boolean isOptional() {
        return element.getRepetition_type() == FieldRepetitionType.OPTIONAL;
    }

    private static boolean[] present(int count) {
        boolean[] present = new boolean[count];
        Arrays.fill(present, true);
        return present;
    }

    private static ByteBuffer buffer(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static ByteBuffer slice(ByteBuffer data, int length) {
        return data.slice(data.position(), length).order(ByteOrder.LITTLE_ENDIAN);
    }

    private byte[] unpacked(byte[] bytes, int from, int size) throws IOException {
        return switch (codec) {
            case UNCOMPRESSED -> Arrays.copyOfRange(bytes, from, bytes.length);
            case SNAPPY -> Snappy.unpacked(bytes, from, size);
            case GZIP -> {
                try (GZIPInputStream in =
                        new GZIPInputStream(new ByteArrayInputStream(bytes, from, bytes.length - from))) {
                    ByteArrayOutputStream out = new ByteArrayOutputStream(size);
                    in.transferTo(out);
                    yield out.toByteArray();
                }
            }
            default -> throw new DamagedException("compression " + codec);
        };
    }

    private static void levels(ByteBuffer data, boolean[] present) {
        int[] levels = new int[present.length];
        hybrid(data, 1, levels, levels.length);
        for (int i = 0; i < levels.length; i++) {
            present[i] = levels[i] > 0;
        }
    }

    /** Runs of one value, and groups of eight packed by bits (the "RLE/bit-packing hybrid"). */
    private static void hybrid(ByteBuffer data, int width, int[] out, int count) {
        int at = 0;
        while (at < count) {
            int header = varint(data);
            int length = header >>> 1;
            if ((header & 1) == 0) {
                int value = 0;
                for (int b = 0; b < (width + 7) / 8; b++) {
                    value |= (data.get() & 0xff) << (8 * b);
                }
                int end = Math.min(count, at + length);
                Arrays.fill(out, at, end, value);
                at = end;
            } else {
                long bits = 0;
                int known = 0;
                for (int i = 0; i < 8 * length; i++) {
                    while (known < width) {
                        bits |= (data.get() & 0xffL) << known;
                        known += 8;
                    }
                    if (at < count) {
                        out[at++] = (int) (bits & ((1L << width) - 1));
                    }
                    bits >>>= width;
                    known -= width;
                }
            }
        }
    }

    private static int varint(ByteBuffer data) {
        int value = 0;
        int shift = 0;
        byte next;
        do {
            next = data.get();
            value |= (next & 0x7f) << shift;
            shift += 7;
        } while (next < 0);
        return value;
    }

    private void values(Encoding encoding, ByteBuffer data, boolean[] present) throws IOException {
        int count = 0;
        for (boolean here : present) {
            count += here ? 1 : 0;
        }
        int[] found = new int[count];
        switch (encoding) {
            case PLAIN -> {
                int first = values;
                plain(data, count);
                Arrays.setAll(found, i -> first + i);
            }
            case PLAIN_DICTIONARY, RLE_DICTIONARY -> {
                int width = count == 0 ? 0 : data.get();
                hybrid(data, width, found, count);
                for (int place : found) {
                    if (place >= dictionary) {
                        throw new DamagedException("damaged dictionary of column " + element.getName());
                    }
                }
            }
            case DELTA_BINARY_PACKED, DELTA_LENGTH_BYTE_ARRAY, DELTA_BYTE_ARRAY -> {
                int first = values;
                deltas(encoding, data, count);
                Arrays.setAll(found, i -> first + i);
            }
            default -> throw new DamagedException("encoding " + encoding);
        }
        int next = 0;
        for (boolean here : present) {
            places[rows++] = here ? found[next++] : -1;
        }
    }

    private void deltas(Encoding encoding, ByteBuffer data, int count) throws DamagedException {
        int first = values;
        values += count;
        if (count == 0) {
            return;
        }
        if (encoding == Encoding.DELTA_BINARY_PACKED) {
            long[] whole = Deltas.numbers(data);
            numbers = Arrays.copyOf(numbers, values);
            for (int i = 0; i < count; i++) {
                numbers[first + i] = element.getType() == Type.INT32 ? (int) whole[i] : whole[i];
            }
        } else {
            String[] read = encoding == Encoding.DELTA_BYTE_ARRAY ? Deltas.sharedTexts(data) : Deltas.texts(data);
            texts = Arrays.copyOf(texts, values);
            System.arraycopy(read, 0, texts, first, count);
        }
    }

    private void plain(ByteBuffer data, int count) throws IOException {
        int first = values;
        values += count;
        if (element.getType() == Type.BYTE_ARRAY) {
            texts = Arrays.copyOf(texts, values);
            for (int i = first; i < values; i++) {
                byte[] text = new byte[data.getInt()];
                data.get(text);
                texts[i] = new String(text, StandardCharsets.UTF_8);
            }
            return;
        }
        numbers = Arrays.copyOf(numbers, values);
        for (int i = first; i < values; i++) {
            numbers[i] = switch (element.getType()) {
                case DOUBLE -> data.getDouble();
                case FLOAT -> data.getFloat();
                case INT32 -> data.getInt();
                case INT64 -> data.getLong();
                default -> throw new DamagedException("type " + element.getType() + " of column " + element.getName());
            };
        }
    }
}
