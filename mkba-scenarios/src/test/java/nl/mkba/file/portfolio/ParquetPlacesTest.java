package nl.mkba.file.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Parquet as other programs write it: every form of it, every type, and what is refused. */
class ParquetPlacesTest {

    @TempDir
    private Path folder;

    private static Type text(String name) {
        return Types.required(PrimitiveTypeName.BINARY)
                .as(LogicalTypeAnnotation.stringType())
                .named(name);
    }

    private static final MessageType SCHEMA = new MessageType(
            "places",
            text("id"),
            Types.optional(PrimitiveTypeName.DOUBLE).named("share"),
            Types.required(PrimitiveTypeName.INT32).named("homes"),
            Types.optional(PrimitiveTypeName.INT64).named("people"),
            Types.required(PrimitiveTypeName.FLOAT).named("part"));

    private static void fill(int i, Group row) {
        row.add("id", "BU" + i);
        if (i % 3 > 0) {
            row.add("share", Math.sin(i) * 1e9);
            row.add("people", (long) (i % 100) << 33);
        }
        row.add("homes", -i % 50);
        row.add("part", i / 4f);
    }

    static Stream<WrittenParquet> forms() {
        return Stream.of(CompressionCodecName.UNCOMPRESSED, CompressionCodecName.SNAPPY, CompressionCodecName.LZ4_RAW)
                .flatMap(codec -> Stream.of(WriterVersion.values())
                        .flatMap(version -> Stream.of(true, false)
                                .map(dictionary -> new WrittenParquet(codec, version, dictionary, true, 700))));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyCellIsReadInWhateverFormItIsWritten(WrittenParquet form) throws IOException {
        Path file = folder.resolve("places.parquet");
        int rows = 5000;
        form.write(file, SCHEMA, rows, ParquetPlacesTest::fill);
        int seen = 0;
        try (PlaceTable table = PlaceTable.open(file)) {
            for (PlaceTable.RowBatch part = table.read(333); part.rows() > 0; part = table.read(333)) {
                for (int row = 0; row < part.rows(); row++, seen++) {
                    assertThat(part.line(row)).isEqualTo(seen + 1);
                    assertThat(part.text(row, 0)).isEqualTo("BU" + seen);
                    assertThat(part.number(row, 2)).isEqualTo(-seen % 50);
                    assertThat(part.number(row, 4)).isEqualTo(seen / 4f);
                    if (seen % 3 > 0) {
                        assertThat(part.number(row, 1)).isEqualTo(Math.sin(seen) * 1e9);
                        assertThat(part.number(row, 3)).isEqualTo((double) ((long) (seen % 100) << 33));
                    } else {
                        assertThat(part.text(row, 1)).isEmpty();
                        assertThat(part.text(row, 3)).isEmpty();
                    }
                }
            }
            assertThat(table.progress()).isEqualTo(1);
        }
        assertThat(seen).isEqualTo(rows);
    }

    /** A table of one row whose column {@code x} holds that value. */
    private PlaceTable one(Type x, Object value) throws IOException {
        Path file = folder.resolve("one.parquet");
        WrittenParquet.PLAIN.write(file, new MessageType("places", text("id"), x), 1, (i, row) -> {
            row.add("id", "a");
            add(row, "x", value);
        });
        return PlaceTable.open(file);
    }

    private static void add(Group row, String column, Object value) {
        if (value instanceof Integer whole) {
            row.add(column, whole);
        } else if (value instanceof Long whole) {
            row.add(column, whole);
        } else if (value instanceof Boolean truth) {
            row.add(column, truth);
        } else if (value instanceof Double number) {
            row.add(column, number);
        } else if (value instanceof Float number) {
            row.add(column, number);
        } else {
            row.add(column, Binary.fromConstantByteArray((byte[]) value));
        }
    }

    private static byte[] unscaled(String number, int length) {
        byte[] digits = new BigInteger(number).toByteArray();
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, digits[0] < 0 ? (byte) -1 : 0);
        System.arraycopy(digits, 0, bytes, length - digits.length, digits.length);
        return bytes;
    }

    /**
     * 3,000,000,000 does not fit in 32 bits with a sign, nor 2^64 - 1 in 64; its nearest double is 2^64. A decimal of scale 2
     * with the digits 12345 is 123.45. The text of a number is an id: the fewest digits that tell it from every other.
     */
    static Stream<Object[]> amounts() {
        return Stream.of(
                new Object[] {unsigned(PrimitiveTypeName.INT32, 32), (int) 3_000_000_000L, "3000000000", 3e9},
                new Object[] {unsigned(PrimitiveTypeName.INT32, 8), 200, "200", 200.0},
                new Object[] {unsigned(PrimitiveTypeName.INT64, 64), -1L, "18446744073709551615", 0x1p64},
                new Object[] {unsigned(PrimitiveTypeName.INT64, 64), 7L, "7", 7.0},
                new Object[] {
                    Types.required(PrimitiveTypeName.INT64).named("x"),
                    Long.MIN_VALUE + 1,
                    "-9223372036854775807",
                    -0x1p63
                },
                new Object[] {floating(PrimitiveTypeName.DOUBLE), 1234567.12345678, "1234567.12345678", 1234567.12345678
                },
                new Object[] {floating(PrimitiveTypeName.DOUBLE), 0.1 + 0.2, "0.30000000000000004", 0.1 + 0.2},
                new Object[] {floating(PrimitiveTypeName.DOUBLE), 0x1p60, "1152921504606847000", 0x1p60},
                new Object[] {floating(PrimitiveTypeName.DOUBLE), -0.0, "0", 0.0},
                new Object[] {floating(PrimitiveTypeName.FLOAT), 0.1f, "0.1", 0.1f},
                new Object[] {floating(PrimitiveTypeName.FLOAT), 16777217f, "16777216", 0x1p24},
                new Object[] {decimal(PrimitiveTypeName.INT32, 9, 2, 0), 12345, "123.45", 123.45},
                new Object[] {decimal(PrimitiveTypeName.INT64, 18, 2, 0), -12345L, "-123.45", -123.45},
                new Object[] {decimal(PrimitiveTypeName.BINARY, 30, 2, 0), unscaled("12345", 3), "123.45", 123.45},
                new Object[] {
                    decimal(PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY, 38, 2, 16),
                    unscaled("-12345", 16),
                    "-123.45",
                    -123.45
                },
                new Object[] {text("x"), "12.5%".getBytes(StandardCharsets.UTF_8), "12.5%", 0.125});
    }

    private static Type unsigned(PrimitiveTypeName stored, int bits) {
        return Types.required(stored)
                .as(LogicalTypeAnnotation.intType(bits, false))
                .named("x");
    }

    private static Type floating(PrimitiveTypeName stored) {
        return Types.required(stored).named("x");
    }

    private static Type decimal(PrimitiveTypeName stored, int precision, int scale, int length) {
        return Types.required(stored)
                .length(length)
                .as(LogicalTypeAnnotation.decimalType(scale, precision))
                .named("x");
    }

    @ParameterizedTest
    @MethodSource("amounts")
    void amountsAreWhatTheirTypeSays(Type type, Object value, String text, double number) throws IOException {
        try (PlaceTable table = one(type, value)) {
            PlaceTable.RowBatch rows = table.read(10);
            assertThat(rows.number(0, 1)).isEqualTo(number);
            assertThat(rows.text(0, 1)).isEqualTo(text);
        }
    }

    /** Day 20,454 after 1970-01-01 is 2026-01-01: 56 years with 14 leap days. */
    static Stream<Object[]> others() {
        byte[] uuid = ByteBuffer.allocate(16)
                .putLong(0x0011223344556677L)
                .putLong(0x8899aabbccddeeffL)
                .array();
        return Stream.of(
                new Object[] {
                    Types.required(PrimitiveTypeName.INT32).as(LogicalTypeAnnotation.dateType()),
                    20_454,
                    "dates",
                    "datums",
                    "2026-01-01"
                },
                new Object[] {
                    Types.required(PrimitiveTypeName.INT64)
                            .as(LogicalTypeAnnotation.timestampType(true, TimeUnit.MICROS)),
                    20_454 * 86_400_000_000L,
                    "timestamps",
                    "tijdstippen",
                    "2026-01-01T00:00:00Z"
                },
                new Object[] {
                    Types.required(PrimitiveTypeName.INT64)
                            .as(LogicalTypeAnnotation.timestampType(false, TimeUnit.MILLIS)),
                    20_454 * 86_400_000L + 60_000,
                    "timestamps",
                    "tijdstippen",
                    "2026-01-01T00:01"
                },
                new Object[] {
                    Types.required(PrimitiveTypeName.INT32).as(LogicalTypeAnnotation.timeType(true, TimeUnit.MILLIS)),
                    3_661_000,
                    "times of day",
                    "tijden",
                    "01:01:01"
                },
                new Object[] {
                    Types.required(PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY)
                            .length(16)
                            .as(LogicalTypeAnnotation.uuidType()),
                    uuid,
                    "UUIDs",
                    "UUID's",
                    "00112233-4455-6677-8899-aabbccddeeff"
                },
                new Object[] {Types.required(PrimitiveTypeName.BOOLEAN), true, "booleans", "waar en onwaar", null},
                new Object[] {
                    Types.required(PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY)
                            .length(2)
                            .as(LogicalTypeAnnotation.float16Type()),
                    new byte[2],
                    "half-precision",
                    "halve precisie",
                    null
                },
                new Object[] {Types.required(PrimitiveTypeName.INT96), new byte[12], "timestamps", "tijdstippen", null},
                new Object[] {
                    Types.required(PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY).length(3),
                    new byte[3],
                    "bytes",
                    "bytes",
                    null
                });
    }

    @ParameterizedTest
    @MethodSource("others")
    void whatIsNoAmountIsNamedAndPassedOverWhereItIsNotUsed(
            Types.PrimitiveBuilder<PrimitiveType> type, Object value, String english, String dutch, String asId)
            throws IOException {
        try (PlaceTable table = one(type.named("x"), value)) {
            assertThatThrownBy(() -> table.select(List.of("x")))
                    .isInstanceOfSatisfying(InvalidScenarioException.class, e -> {
                        Problem problem = e.problems().get(0);
                        assertThat(problem.code()).isEqualTo(ProblemCode.COLUMN_TYPE);
                        assertThat(problem.path()).isEqualTo("x");
                        assertThat(problem.message(Locale.ENGLISH)).contains(english);
                        assertThat(problem.message(Locale.forLanguageTag("nl"))).contains(dutch);
                    });
        }
        try (PlaceTable table = one(type.named("x"), value)) {
            table.select(List.of());
            assertThat(table.read(10).text(0, 0)).isEqualTo("a");
        }
        Path file = folder.resolve("ids.parquet");
        WrittenParquet.PLAIN.write(
                file, new MessageType("places", type.named("id")), 1, (i, row) -> add(row, "id", value));
        try (PlaceTable table = PlaceTable.open(file)) {
            if (asId == null) {
                refused(ProblemCode.COLUMN_TYPE, () -> table.read(1));
            } else {
                assertThat(table.read(1).text(0, 0)).isEqualTo(asId);
            }
        }
    }

    private static void refused(ProblemCode code, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        InvalidScenarioException.class,
                        e -> assertThat(e.problems())
                                .extracting(problem -> problem.code())
                                .containsExactly(code));
    }

    @Test
    void listsAndStructuresAreNamedAndPassedOverWhereTheyAreNotUsed() throws IOException {
        MessageType schema = new MessageType(
                "places",
                Types.optionalList().optionalElement(PrimitiveTypeName.INT32).named("list"),
                Types.optionalGroup()
                        .required(PrimitiveTypeName.DOUBLE)
                        .named("a")
                        .required(PrimitiveTypeName.DOUBLE)
                        .named("b")
                        .named("pair"),
                text("id"),
                Types.required(PrimitiveTypeName.INT32).named("x"));
        Path file = folder.resolve("nested.parquet");
        WrittenParquet.PLAIN.write(file, schema, 3, (i, row) -> {
            Group list = row.addGroup("list");
            list.addGroup("list").add("element", 1);
            list.addGroup("list").add("element", 2);
            row.addGroup("pair").append("a", 1.0).append("b", 2.0);
            row.add("id", "p" + i);
            row.add("x", 10 * i);
        });
        try (PlaceTable table = PlaceTable.open(file)) {
            assertThat(table.columns()).containsExactly("list", "pair", "id", "x");
            table.select(List.of("x"));
            PlaceTable.RowBatch rows = table.read(5);
            assertThat(rows.text(2, 2)).isEqualTo("p2");
            assertThat(rows.number(2, 3)).isEqualTo(20);
            assertThatThrownBy(() -> rows.text(0, 1)).isInstanceOf(IllegalStateException.class);
        }
        try (PlaceTable table = PlaceTable.open(file)) {
            refused(ProblemCode.COLUMN_TYPE, () -> table.select(List.of("list")));
            refused(ProblemCode.COLUMN_TYPE, () -> table.select(List.of("pair")));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void whatIsNoFiniteNumberIsRefusedInItsCell(double value) throws IOException {
        try (PlaceTable table = one(Types.required(PrimitiveTypeName.DOUBLE).named("x"), value)) {
            PlaceTable.RowBatch rows = table.read(1);
            refused(ProblemCode.NOT_FINITE, () -> rows.number(0, 1));
        }
    }

    @Test
    void gzipIsRead() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            for (int i = 0; i < 1000; i++) {
                byte[] text = ("place" + i).getBytes(StandardCharsets.US_ASCII);
                gzip.write(HandmadeParquet.number(text.length));
                gzip.write(text);
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write("PAR1".getBytes(StandardCharsets.US_ASCII));
        // 10 places have a text of 6 letters, 90 of 7, 900 of 8; each with its length in 4 bytes.
        PageHeader header = new PageHeader(PageType.DATA_PAGE, 10 * 10 + 90 * 11 + 900 * 12, packed.size());
        header.setData_page_header(new DataPageHeader(1000, Encoding.PLAIN, Encoding.RLE, Encoding.RLE));
        Util.writePageHeader(header, bytes);
        packed.writeTo(bytes);
        RowGroup group = HandmadeParquet.group(4, bytes.size() - 4, 1000);
        group.getColumns().get(0).getMeta_data().setCodec(CompressionCodec.GZIP);
        Path file = folder.resolve("gzip.parquet");
        HandmadeParquet.end(file, bytes, List.of(group), 1000);
        try (PlaceTable table = PlaceTable.open(file)) {
            assertThat(table.read(5000).text(999, 0)).isEqualTo("place999");
        }
    }

    @Test
    void aCompressionThatIsNotReadIsNamed() throws IOException {
        Path file = folder.resolve("zstd.parquet");
        WrittenParquet.PLAIN.with(CompressionCodecName.ZSTD).write(file, SCHEMA, 10, ParquetPlacesTest::fill);
        try (PlaceTable table = PlaceTable.open(file)) {
            assertThatThrownBy(() -> table.read(1)).isInstanceOfSatisfying(InvalidScenarioException.class, e -> {
                Problem problem = e.problems().get(0);
                assertThat(problem.code()).isEqualTo(ProblemCode.PARQUET_NOT_READ);
                assertThat(problem.arguments()).contains("ZSTD");
            });
        }
    }

    @Test
    void aChangedByteIsFoundByItsChecksum() throws IOException {
        Path file = folder.resolve("sum.parquet");
        WrittenParquet.PLAIN.with(CompressionCodecName.UNCOMPRESSED).write(file, SCHEMA, 1000, ParquetPlacesTest::fill);
        byte[] bytes = Files.readAllBytes(file);
        byte[] id = "BU777".getBytes(StandardCharsets.US_ASCII);
        int at = 0;
        while (!Arrays.equals(bytes, at, at + id.length, id, 0, id.length)) {
            at++;
        }
        bytes[at + 4] = '8';
        Files.write(file, bytes);
        try (PlaceTable table = PlaceTable.open(file)) {
            assertThatThrownBy(() -> table.read(1000))
                    .isInstanceOfSatisfying(
                            InvalidScenarioException.class,
                            e -> assertThat(e.problems().get(0).arguments()).containsExactly("parquet_checksum"));
        }
    }

    @Test
    void rowsOfManyGroupsAreJoinedWithoutEnd() throws IOException {
        // A part may go over any number of row groups: here each row is one, as a writer that flushes too often makes
        // them.
        Path file = folder.resolve("groups.parquet");
        HandmadeParquet.write(file, 20_000);
        try (PlaceTable table = PlaceTable.open(file)) {
            PlaceTable.RowBatch rows = table.read(30_000);
            assertThat(rows.rows()).isEqualTo(20_000);
            assertThat(rows.text(19_999, 0)).isEqualTo("a19999");
            assertThat(table.read(10).rows()).isZero();
        }
    }

    @Test
    void aDecimalThatIsTooLargeIsRefusedInItsCell() throws IOException {
        try (PlaceTable table = one(
                decimal(PrimitiveTypeName.BINARY, 330, 0, 0),
                new BigDecimal("1e400").toBigInteger().toByteArray())) {
            refused(ProblemCode.BAD_PARQUET, () -> table.read(1));
        }
    }
}
