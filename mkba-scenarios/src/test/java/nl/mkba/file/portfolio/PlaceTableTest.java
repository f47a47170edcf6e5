package nl.mkba.file.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import blue.strategic.parquet.ParquetWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.ProblemCode;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceTableTest {

    @TempDir
    private Path folder;

    private PlaceTable csv(String text) throws IOException {
        Path file = folder.resolve("places.csv");
        Files.writeString(file, text);
        return PlaceTable.open(file);
    }

    /** All cells as text, a row a list. */
    private static List<List<String>> rows(PlaceTable table, int most) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (table) {
            for (PlaceTable.RowBatch part = table.read(most); part.rows() > 0; part = table.read(most)) {
                for (int row = 0; row < part.rows(); row++) {
                    List<String> cells = new ArrayList<>();
                    for (int column = 0; column < part.cells(row); column++) {
                        cells.add(part.text(row, column));
                    }
                    rows.add(cells);
                }
            }
        }
        return rows;
    }

    private static void refused(ProblemCode code, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        InvalidScenarioException.class,
                        e -> assertThat(e.problems())
                                .extracting(problem -> problem.code())
                                .containsExactly(code));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id,a b,c\nBU01, 1 ,2\n\nBU02,3,\n",
                "\uFEFFid;a b;c\r\nBU01; 1 ;2\r\nBU02;3;",
                "\"id\";\"a b\";c\n\"BU01\";1;2\nBU02;3;\"\""
            })
    void separatorsQuotesMarksAndLineEndsAreUnderstood(String text) throws IOException {
        assertThat(csv(text).columns()).containsExactly("id", "a b", "c");
        assertThat(rows(csv(text), 1)).containsExactly(List.of("BU01", "1", "2"), List.of("BU02", "3", ""));
    }

    @Test
    void aSemicolonInQuotesIsNoSeparator() throws IOException {
        assertThat(csv("id,\"a;b\"\n1,\"x;\"\"y\"\"\nz\"\n").columns()).containsExactly("id", "a;b");
        assertThat(rows(csv("id,\"a;b\"\n1,\"x;\"\"y\"\"\nz\"\n"), 9)).containsExactly(List.of("1", "x;\"y\"\nz"));
    }

    @Test
    void linesAreThoseOfTheFile() throws IOException {
        try (PlaceTable table = csv("id,note\na,\"two\nlines\"\n\nb,x,y\n")) {
            PlaceTable.RowBatch part = table.read(10);
            assertThat(part.line(0)).isEqualTo(2);
            assertThat(part.line(1)).isEqualTo(5);
            assertThat(part.isWhole(1)).isFalse();
            assertThat(part.cells(1)).isEqualTo(3);
            assertThat(table.progress()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1200, 1200",
        "-3.5, -3.5",
        ".5, 0.5",
        "1e6, 1000000",
        "1E-3, 0.001",
        "12.5%, 0.125",
        "-0, 0",
        "0e-999, 0",
        "3e-308, 3e-308"
    })
    void numbersAreWrittenAsInAScenario(String text, double value) {
        assertThat(Cells.number(text)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "'4,5', DECIMAL_COMMA",
        "1.234.567, THOUSANDS_SEPARATOR",
        "'', EMPTY_CELL",
        "1e999, NOT_FINITE",
        "1e-400, NUMBER_TOO_SMALL",
        "-1e-310, NUMBER_TOO_SMALL",
        "1e-307%, NUMBER_TOO_SMALL",
        "NaN, NOT_A_NUMBER",
        "geheim, NOT_A_NUMBER",
        "1+1, NOT_A_NUMBER",
        "+5, UNARY_PLUS"
    })
    void whatIsNoNumberIsSaidInTheWordsOfTheFormat(String text, ProblemCode code) {
        refused(code, () -> Cells.number(text));
    }

    @Test
    void aTableNeedsItsColumnOfIdsAndNoColumnTwice() {
        refused(ProblemCode.MISSING_COLUMN, () -> csv("name,a\nx,1\n"));
        refused(ProblemCode.REPEATED_COLUMN, () -> csv("id,a,a\nx,1,2\n"));
        refused(ProblemCode.EMPTY_TABLE, () -> csv(""));
        refused(ProblemCode.FILE_NOT_READABLE, () -> PlaceTable.open(folder.resolve("nowhere.csv")));
        refused(ProblemCode.FILE_NOT_READABLE, () -> PlaceTable.open(folder));
    }

    @Test
    void anotherEncodingIsToldAndATextInTwoIsRefused() throws IOException {
        Path file = folder.resolve("latin.csv");
        Files.write(file, "id,a\ncafé,1\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(rows(PlaceTable.open(file), 10)).containsExactly(List.of("café", "1"));
        Files.writeString(file, "één,2\n", StandardOpenOption.APPEND);
        refused(ProblemCode.NOT_UTF8, () -> rows(PlaceTable.open(file), 10));
    }

    @Test
    void aQuoteThatIsNotClosedIsRefused() {
        refused(ProblemCode.BAD_CSV, () -> rows(csv("id,a\n\"x,1\ny,2\n"), 10));
    }

    /** 16,385 names, and a row with as many cells: one more than a table may have. */
    @Test
    void aRowOfMoreCellsThanATableHasIsSaidToBeOne() {
        for (String text : List.of("id" + ",a".repeat(16_384) + "\n", "id,a\nx,1" + ",2".repeat(16_383) + "\n")) {
            assertThatThrownBy(() -> rows(csv(text), 10))
                    .isInstanceOfSatisfying(
                            InvalidScenarioException.class,
                            e -> assertThat(e.problems().get(0).arguments()).containsExactly("csv_too_many_cells"));
        }
    }

    private static final MessageType SCHEMA = Types.buildMessage()
            .required(PrimitiveTypeName.BINARY)
            .as(LogicalTypeAnnotation.stringType())
            .named("id")
            .required(PrimitiveTypeName.DOUBLE)
            .named("share")
            .optional(PrimitiveTypeName.DOUBLE)
            .named("gap")
            .required(PrimitiveTypeName.INT32)
            .named("homes")
            .optional(PrimitiveTypeName.INT64)
            .named("people")
            .optional(PrimitiveTypeName.FLOAT)
            .named("part")
            .named("places");

    /** Written by Apache's own library: compressed by Snappy, and with a dictionary where values repeat. */
    @ParameterizedTest
    @ValueSource(ints = {1, 1000, 60_000})
    void parquetOfAnotherWriterGivesBackEveryCell(int rows) throws IOException {
        Path file = folder.resolve("places.parquet");
        try (ParquetWriter<Integer> writer = ParquetWriter.writeFile(SCHEMA, file.toFile(), (i, values) -> {
            values.write("id", "BU" + i);
            values.write("share", share(i));
            if (i % 3 > 0) {
                values.write("gap", (double) (i % 10));
                values.write("people", (long) i << 33);
                values.write("part", i / 4f);
            }
            values.write("homes", -i % 50);
        })) {
            for (int i = 0; i < rows; i++) {
                writer.write(i);
            }
        }
        int seen = 0;
        try (PlaceTable table = PlaceTable.open(file)) {
            assertThat(table.columns()).containsExactly("id", "share", "gap", "homes", "people", "part");
            for (PlaceTable.RowBatch part = table.read(777); part.rows() > 0; part = table.read(777)) {
                assertThat(part.rows()).isEqualTo(Math.min(777, rows - seen));
                for (int row = 0; row < part.rows(); row++, seen++) {
                    check(part, row, seen);
                }
            }
            assertThat(table.progress()).isEqualTo(1);
        }
        assertThat(seen).isEqualTo(rows);
    }

    private static double share(int i) {
        return Math.sin(i) * 1e9;
    }

    private static void check(PlaceTable.RowBatch part, int row, int i) {
        assertThat(part.line(row)).isEqualTo(i + 1);
        assertThat(part.text(row, 0)).isEqualTo("BU" + i);
        assertThat(part.number(row, 1)).isEqualTo(share(i));
        assertThat(part.number(row, 3)).isEqualTo(-i % 50);
        if (i % 3 > 0) {
            assertThat(part.number(row, 2)).isEqualTo(i % 10);
            assertThat(part.text(row, 4)).isEqualTo(Long.toString((long) i << 33));
            assertThat(part.number(row, 5)).isEqualTo(i / 4f);
        } else {
            assertThat(part.text(row, 2)).isEmpty();
            refused(ProblemCode.EMPTY_CELL, () -> part.number(row, 4));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 20, 200, 900})
    void aDamagedParquetFileIsRefused(int length) throws IOException {
        parquetOfAnotherWriterGivesBackEveryCell(1000);
        byte[] whole = Files.readAllBytes(folder.resolve("places.parquet"));
        Path cut = folder.resolve("cut.parquet");
        Files.write(cut, Arrays.copyOf(whole, length));
        refused(ProblemCode.BAD_PARQUET, () -> PlaceTable.open(cut));
        byte[] torn = whole.clone();
        Arrays.fill(torn, 40 + length, 60 + length, (byte) 0x55);
        Files.write(cut, torn);
        try {
            rows(PlaceTable.open(cut), 100);
        } catch (InvalidScenarioException e) {
            assertThat(e.problems()).extracting(problem -> problem.code()).containsExactly(ProblemCode.BAD_PARQUET);
        }
    }
}
