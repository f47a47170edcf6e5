package nl.mkba.file.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.mkba.file.MappingFile;
import nl.mkba.file.format.ColumnMapping;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tables and mappings that are wrong, each in its own way: what is said has the place, the column and the text that was found, and
 * no place gets a number that its row does not say.
 */
class WrongTablesTest {

    private static final List<String> PARAMETERS = List.of("homes", "price", "share");

    private static final String PLAIN = "id: code\nparameters: {homes: a_w, price: woz * 1000}\n";

    private static final String COMMA = PLAIN + "decimal: ','\n";

    private static final String DOTS = PLAIN + "missing: ['.', x, '-99997']\n";

    private static final String HEAD = "code,a_w,woz\n";

    @TempDir
    private Path folder;

    /**
     * What is wrong.
     *
     * @param expected for each problem its place, path and code, such as {@code t.csv:2 woz not_a_number}
     */
    private record Wrong(String kind, String mapping, byte[] table, String ending, List<String> expected) {

        @Override
        public String toString() {
            return kind;
        }
    }

    private static Wrong table(String kind, String mapping, String table, String... expected) {
        return new Wrong(kind, mapping, table.getBytes(StandardCharsets.UTF_8), "csv", List.of(expected));
    }

    private static Wrong bytes(String kind, byte[] table, String ending, String... expected) {
        return new Wrong(kind, PLAIN, table, ending, List.of(expected));
    }

    private static Wrong mapping(String kind, String mapping, String... expected) {
        return table(kind, mapping, HEAD + "A,10,250\n", expected);
    }

    private List<String> warnings(String mapping, String... cells) throws IOException {
        Path file = Files.writeString(
                folder.resolve("t.csv"),
                "code;a_w\n"
                        + IntStream.range(0, cells.length)
                                .mapToObj(row -> "P" + row + ";" + cells[row] + "\n")
                                .collect(Collectors.joining()));
        ColumnMapping columns = MappingFile.read("id: code\nparameters: {homes: a_w}\n" + mapping);
        try (PlaceTable table = PlaceTable.openAsItComes(file, "t.csv", null)) {
            return ColumnsPreview.of(TableColumns.mapped(table, columns, PARAMETERS, null), columns, 1)
                    .warnings()
                    .stream()
                    .map(problem -> problem.code() + " " + problem.location().line() + " " + problem.arguments())
                    .toList();
        }
    }

    /** Three decimals everywhere, with nothing that is less than 1, look like thousands; one other decimal number shows that they are none, and so does a point in 1.234,5. */
    @Test
    void aColumnOfThousandsReadAsDecimalsIsToldOnce() throws IOException {
        assertThat(warnings("", "900", "1.234", "-12.345")).containsExactly("PERHAPS_THOUSANDS_IN_COLUMN 3 [1.234, 2]");
        assertThat(warnings("", "900", "1.234")).containsExactly("PERHAPS_THOUSANDS 3 [1.234]");
        assertThat(warnings("", "900", "1.234", "1.2")).isEmpty();
        assertThat(warnings("", "900", "1.234", "0.234")).isEmpty();
        assertThat(warnings("", "12.345", "8.765", "-23.411"))
                .containsExactly("PERHAPS_THOUSANDS_IN_COLUMN 2 [12.345, 3]");
        assertThat(warnings("", "4.217")).isEmpty();
        assertThat(warnings("", "4.217", "0.914")).isEmpty();
        assertThat(warnings("", "4.217", "3.914", "3.9")).isEmpty();
        assertThat(warnings("", "1234.217", "1203.914")).isEmpty();
        assertThat(warnings("", "4.210", "3.91")).containsExactly("PERHAPS_THOUSANDS 2 [4.210]");
        String comma = "decimal: ','\n";
        assertThat(warnings(comma, "1,234", "9,000", "12,500"))
                .containsExactly("PERHAPS_THOUSANDS_WITH_COMMA 2 [1,234, 3]");
        assertThat(warnings(comma, "9,000", "12,5")).isEmpty();
        assertThat(warnings(comma, "9,000", "1.234,5")).isEmpty();
        assertThat(warnings(comma, "9,000", "1.234")).isEmpty();
        assertThat(warnings(comma, "1234,000", "0,125")).isEmpty();
        assertThat(warnings(comma + "missing: ['9,000']\n", "9,000", "9", "1")).isEmpty();
    }

    /** 2,1% is 0.021 where its neighbour is 2.1; a 0 is the same with and without a percent sign. */
    @Test
    void aPercentageAmongNumbersIsToldOnce() throws IOException {
        String comma = "decimal: ','\n";
        assertThat(warnings(comma, "3,4", "2,1%", "5 %")).containsExactly("PERCENTAGE_AMONG_NUMBERS 3 [2,1%, 0.021]");
        assertThat(warnings(comma, "3,4%", "2,1%", "0")).isEmpty();
    }

    /** {@code homes: 2023} is two thousand homes everywhere; that the table has a column of that name is told. */
    @Test
    void aNumberThatIsTheNameOfAColumnIsTold() throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), "code;2023;2022\nA;5;6\n");
        ColumnMapping columns =
                MappingFile.read("id: code\nparameters:\n  homes: 2023\n  price: 2 * 2022\n  share: 2023%\n");
        try (PlaceTable table = PlaceTable.openAsItComes(file, "t.csv", null)) {
            assertThat(ColumnsPreview.of(TableColumns.mapped(table, columns, PARAMETERS, null), columns, 1)
                            .warnings())
                    .extracting(problem -> problem.code() + " " + problem.path() + " " + problem.arguments() + " "
                            + problem.location().line())
                    .containsExactly(
                            "COLUMN_READ_AS_NUMBER parameters.homes [2023] 3",
                            "COLUMN_READ_AS_NUMBER parameters.price [2022] 4");
        }
    }

    /** An empty map is there, and is not told to be missing. */
    @Test
    void emptyParametersOfAMappingAreToldAsEmpty() {
        assertThat(problems("id: code\nparameters: {}\n")).containsExactly("EMPTY parameters 2");
        assertThat(problems("id: code\n")).containsExactly("MISSING_KEY parameters 1");
    }

    private static List<String> problems(String mapping) {
        try {
            MappingFile.read(mapping);
            return List.of();
        } catch (InvalidScenarioException refused) {
            return refused.problems().stream()
                    .map(problem -> problem.code() + " " + problem.path() + " "
                            + problem.location().line())
                    .toList();
        }
    }

    /** An empty cell is no group, and neither is a text that stands for no value. Hard spaces around a text do not count. */
    @Test
    void aGroupThatIsNotKnownIsRefused() throws IOException {
        Path file = Files.writeString(
                folder.resolve("t.csv"),
                "code,a_w,wijk,recs\nA,1,W1,\u00a0Buurt\u200b\nB,1,x\u00a0,Buurt\nC,1,\u00a0,Buurt\nD,1,,Wijk\n");
        ColumnMapping mapping =
                MappingFile.read("id: code\nmissing: [x]\nwhere: {recs: \"Buurt\u00a0\"}\nparameters: {homes: a_w}\n");
        try (PlaceTable table = PlaceTable.openAsItComes(file, "t.csv", null)) {
            RowReader reader =
                    TableColumns.mapped(table, mapping, PARAMETERS, "wijk").reader();
            reader.read(table.read(9));
            assertThat(Stream.of(0, 1, 2, 3).flatMap(row -> reader.problems(row).stream()))
                    .extracting(
                            problem -> problem.code() + " " + problem.location().line())
                    .containsExactly("NO_GROUP 3", "EMPTY_CELL 4");
        }
    }

    static Stream<Wrong> cells() {
        return Stream.of(
                table("a word", PLAIN, HEAD + "A,veel,250\n", "t.csv:2 a_w not_a_number"),
                table(
                        "two wrong cells of a row",
                        PLAIN,
                        HEAD + "A,x,y\n",
                        "t.csv:2 a_w not_a_number",
                        "t.csv:2 woz not_a_number"),
                table(
                        "rows are told each",
                        PLAIN,
                        HEAD + "A,x,1\nB,2,3\nC,4,y\n",
                        "t.csv:2 a_w not_a_number",
                        "t.csv:4 woz not_a_number"),
                table(
                        "a decimal comma without being told",
                        PLAIN,
                        "code;a_w;woz\nA;10;250,5\n",
                        "t.csv:2 woz decimal_comma"),
                table(
                        "thousands without being told",
                        PLAIN,
                        "code;a_w;woz\nA;1.234.567;250\n",
                        "t.csv:2 a_w thousands_separator"),
                table("a comma that may be either", PLAIN, "code;a_w;woz\nA;1,234;250\n", "t.csv:2 a_w unclear_comma"),
                table(
                        "a decimal point where commas are",
                        COMMA,
                        "code;a_w;woz\nA;10;250.5\n",
                        "t.csv:2 woz decimal_point"),
                table("a point that groups wrongly", COMMA, "code;a_w;woz\nA;12.34;250\n", "t.csv:2 a_w decimal_point"),
                table("groups that begin with 0", COMMA, "code;a_w;woz\nA;0.125;250\n", "t.csv:2 a_w decimal_point"),
                table("two decimal commas", COMMA, "code;a_w;woz\nA;1,2,3;250\n", "t.csv:2 a_w not_a_number"),
                table(
                        "a point behind the comma",
                        COMMA,
                        "code;a_w;woz\nA;1,234.5;250\n",
                        "t.csv:2 a_w thousands_separator"),
                table("a date", PLAIN, HEAD + "A,2026-01-01,250\n", "t.csv:2 a_w date_as_number"),
                table("a range", PLAIN, HEAD + "A,20-40,250\n", "t.csv:2 a_w range_as_number"),
                table("accountants' parentheses", PLAIN, HEAD + "A,(5),250\n", "t.csv:2 a_w number_in_parentheses"),
                table("a formula", PLAIN, HEAD + "A,1+1,250\n", "t.csv:2 a_w not_a_number"),
                table("a formula as a spreadsheet's", PLAIN, HEAD + "A,=B1*2,250\n", "t.csv:2 a_w not_a_number"),
                table("an error of a spreadsheet", PLAIN, HEAD + "A,#N/A,250\n", "t.csv:2 a_w not_a_number"),
                table("a currency", PLAIN, HEAD + "A,€ 10,250\n", "t.csv:2 a_w not_a_number"),
                table("not a number", PLAIN, HEAD + "A,NaN,250\n", "t.csv:2 a_w not_a_number"),
                table("too large a number", PLAIN, HEAD + "A,1e999,250\n", "t.csv:2 a_w not_finite"),
                table("a plus", PLAIN, HEAD + "A,+10,250\n", "t.csv:2 a_w unary_plus"),
                table("an empty cell", PLAIN, HEAD + "A,,250\n", "t.csv:2 a_w missing_value"),
                table("only blanks", PLAIN, HEAD + "A,   ,250\n", "t.csv:2 a_w missing_value"),
                table("a sign that stands for nothing", DOTS, HEAD + "A,10,.\n", "t.csv:2 woz missing_value"),
                table("a number that stands for nothing", DOTS, HEAD + "A,10,-99997\n", "t.csv:2 woz missing_value"),
                table("that number written otherwise", DOTS, HEAD + "A,10,-99997.0\n", "t.csv:2 woz missing_value"),
                table(
                        "numbers that stand for nothing, with decimal commas",
                        COMMA + "missing: ['1.000', '-99997,0']\n",
                        "code;a_w;woz\nA;1;1,0\nB;1000;1\nC;1;1.000\nD;1;-99.997,0\nE;1;-99997\nF;1;1000,0\n",
                        "t.csv:3 a_w missing_value",
                        "t.csv:4 woz missing_value",
                        "t.csv:5 woz missing_value",
                        "t.csv:6 woz missing_value",
                        "t.csv:7 woz missing_value"),
                table(
                        "that number with a decimal point among decimal commas",
                        COMMA + "missing: ['-99997']\n",
                        "code;a_w;woz\nA;1;-99997.0\nB;1;-99998.0\n",
                        "t.csv:2 woz missing_value",
                        "t.csv:3 woz decimal_point"),
                table("that sign without being told", PLAIN, HEAD + "A,10,.\n", "t.csv:2 woz not_a_number"),
                table(
                        "a missing value told once, though two need it",
                        "id: code\nparameters: {homes: a_w, share: a_w / woz}\n",
                        HEAD + "A,,250\n",
                        "t.csv:2 a_w missing_value"),
                table(
                        "a division by 0",
                        "id: code\nparameters: {share: a_w / woz}\n",
                        HEAD + "A,10,0\n",
                        "t.csv:2 share formula_without_number"),
                table(
                        "the logarithm of a negative number",
                        "id: code\nparameters: {share: ln(a_w)}\n",
                        HEAD + "A,-1,0\n",
                        "t.csv:2 share formula_without_number"),
                table(
                        "a ratio that becomes 0, and one that loses digits",
                        "id: code\nparameters: {homes: a_w, share: a_w / woz}\n",
                        HEAD + "A,1e-200,1e200\nB,1e-200,1e110\nC,1e-200,1e100\nD,0,1e300\n",
                        "t.csv:2 share formula_too_small",
                        "t.csv:3 share formula_too_small"),
                table(
                        "a ratio that loses digits on the way to a number",
                        "id: code\nparameters: {share: a_w / woz / 2 * 2}\n",
                        HEAD + "A,1e-200,1e108\n",
                        "t.csv:2 share formula_too_small"),
                table("an empty code", PLAIN, HEAD + " ,10,250\n", "t.csv:2 code empty_cell"),
                table("a code twice", PLAIN, HEAD + "A,10,250\nA,11,251\n", "t.csv:3 code repeated_place"),
                table(
                        "a code twice but for blanks",
                        PLAIN,
                        HEAD + "A,10,250\n A  ,11,251\n",
                        "t.csv:3 code repeated_place"),
                table(
                        "a code twice but for blanks that are not seen",
                        PLAIN,
                        HEAD + "A,10,250\n\u00a0A\u200b\ufeff,11,251\n",
                        "t.csv:3 code repeated_place"),
                table("a cell too few", PLAIN, HEAD + "A,10\n", "t.csv:2 - wrong_number_of_cells"),
                table("a cell too many", PLAIN, HEAD + "A,10,250,5\n", "t.csv:2 - wrong_number_of_cells"),
                table(
                        "a decimal comma in commas",
                        PLAIN,
                        HEAD + "A,10,250,5\nB,1,2\n",
                        "t.csv:2 - wrong_number_of_cells"),
                table(
                        "a row too short to know whether it is kept",
                        PLAIN + "where: {woz: '1*'}\n",
                        HEAD + "A,10\nB,1,1\n",
                        "t.csv:2 - wrong_number_of_cells"));
    }

    static Stream<Wrong> tables() {
        byte[] mixed = concat(
                "code,a_w,woz\nCafé,10,250\n".getBytes(StandardCharsets.UTF_8),
                "Caf\u00e9,1,2\n".getBytes(StandardCharsets.ISO_8859_1));
        return Stream.of(
                table("nothing", PLAIN, "", "t.csv:1 - empty_table"),
                table("no rows", PLAIN, HEAD, "t.csv:1 - empty_table"),
                table(
                        "no row that is kept",
                        PLAIN + "where: {code: 'B*'}\n",
                        HEAD + "A,1,2\n",
                        "columns:3 where no_place_kept"),
                table(
                        "a title above the columns",
                        PLAIN,
                        "Kerncijfers\ncode,a_w,woz\nA,1,2\n",
                        "columns:1 id no_such_column",
                        "columns:2 parameters.homes no_such_column",
                        "columns:2 parameters.price no_such_column"),
                table("a column with another case", PLAIN, "CODE,a_w,woz\nA,1,2\n", "columns:1 id no_such_column"),
                table(
                        "a column that shifted",
                        PLAIN,
                        "code,a_w_5,woz\nA,1,2\n",
                        "columns:2 parameters.homes no_such_column"),
                table(
                        "a column that is there twice",
                        PLAIN,
                        "code,a_w,woz,woz\nA,1,2,3\n",
                        "columns:2 parameters.price column_found_twice"),
                table("the code twice", PLAIN, "code,a_w,woz,code\nA,1,2,B\n", "columns:1 id column_found_twice"),
                table(
                        "a name that begins two columns",
                        "id: code\ncolumns: {w: 'wo*'}\nparameters: {homes: w}\n",
                        "code,woz,woning\nA,1,2\n",
                        "columns:2 columns.w column_found_twice"),
                table(
                        "an id that is a column's name too",
                        "id: code\ncolumns: {a_w: woz}\nparameters: {homes: a_w}\n",
                        HEAD + "A,1,2\n",
                        "columns:3 parameters.homes two_columns_of_a_name"),
                table(
                        "another separator",
                        PLAIN,
                        "code|a_w|woz\nA|1|2\n",
                        "columns:1 id no_such_column",
                        "columns:2 parameters.homes no_such_column",
                        "columns:2 parameters.price no_such_column"),
                table("a quotation mark that is not closed", PLAIN, HEAD + "\"A,1,2\n", "t.csv:2 code bad_csv"),
                table("text behind a quotation mark", PLAIN, HEAD + "\"A\"b,1,2\n", "t.csv:2 code bad_csv"),
                table(
                        "the same below a line that tells the separator",
                        PLAIN,
                        "sep=,\n" + HEAD + "\"A\"b,1,2\n",
                        "t.csv:3 code bad_csv"),
                bytes("two encodings", mixed, "csv", "t.csv:3 - not_utf8"),
                bytes(
                        "bytes of no encoding",
                        "code,a_w,woz\nA\u0081,1,2\n".getBytes(StandardCharsets.ISO_8859_1),
                        "csv",
                        "t.csv:1 - not_utf8"),
                bytes(
                        "half a character of UTF-16",
                        Arrays.copyOf((HEAD + "A,1,22").getBytes(StandardCharsets.UTF_16LE), 37),
                        "csv",
                        "t.csv:1 - not_utf8"),
                bytes(
                        "an old workbook",
                        new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 1, 2},
                        "xls",
                        "t.xls:1 - bad_workbook"),
                bytes(
                        "a workbook that is none",
                        HEAD.getBytes(StandardCharsets.UTF_8),
                        "xlsx",
                        "t.xlsx:1 - bad_workbook"),
                bytes(
                        "Parquet that is none",
                        HEAD.getBytes(StandardCharsets.UTF_8),
                        "parquet",
                        "t.parquet:1 - bad_parquet"));
    }

    static Stream<Wrong> mappings() {
        return Stream.of(
                mapping("an unknown key", PLAIN + "wheer: {code: A}\n", "columns:3 wheer unknown_key"),
                mapping("no id", "parameters: {homes: a_w}\n", "columns:1 id missing_key"),
                mapping("no parameters", "id: code\n", "columns:1 parameters missing_key"),
                mapping("an empty name of a column", "id: ' '\nparameters: {homes: a_w}\n", "columns:1 id empty_text"),
                mapping(
                        "a formula that ends early",
                        "id: code\nparameters: {homes: a_w *}\n",
                        "columns:2 parameters.homes expression_incomplete"),
                mapping(
                        "a function that is none",
                        "id: code\nparameters: {homes: round(a_w)}\n",
                        "columns:2 parameters.homes unknown_function"),
                mapping(
                        "a column with blanks in a formula",
                        "id: code\nparameters: {homes: a w}\n",
                        "columns:2 parameters.homes not_a_number"),
                mapping(
                        "a parameter that is no id",
                        "id: code\nparameters: {Homes: a_w}\n",
                        "columns:2 parameters.Homes not_an_id"),
                mapping(
                        "an id of a column that is none",
                        PLAIN + "columns: {a-w: a_w}\n",
                        "columns:3 columns.a-w not_a_column_id"),
                mapping(
                        "an id of a column that is a function",
                        PLAIN + "columns: {min: a_w}\n",
                        "columns:3 columns.min reserved_name"),
                mapping("another decimal sign", PLAIN + "decimal: point\n", "columns:3 decimal not_a_choice"),
                mapping(
                        "another answer to what is missing",
                        PLAIN + "if_missing: {homes: ignore}\n",
                        "columns:3 if_missing.homes not_a_choice"),
                mapping(
                        "an answer about a parameter that is not mapped",
                        PLAIN + "if_missing: {hoems: keep}\n",
                        "columns:3 if_missing.hoems not_mapped"),
                mapping("nothing to keep", PLAIN + "where: {code: []}\n", "columns:3 where.code empty"),
                mapping(
                        "a column in where that is none",
                        PLAIN + "where: {recs: Buurt}\n",
                        "columns:3 where.recs no_such_column"),
                mapping("a name that is none", PLAIN + "name: regio\n", "columns:3 name no_such_column"),
                mapping(
                        "parameters of another scenario",
                        "id: code\nparameters: {inhabitants: a_w}\n",
                        "columns:2 parameters nothing_mapped"),
                mapping(
                        "a built-in one that is none",
                        "extends: cbs:kbw\nid: code\nparameters: {homes: a_w}\n",
                        "columns:1 extends unknown_mapping"),
                mapping(
                        "a file out of reach",
                        "extends: ../other.yaml\nid: code\nparameters: {homes: a_w}\n",
                        "columns:1 extends include_outside"),
                mapping("nothing at all", "# later\n", "columns:1 - empty_file"),
                mapping("a list", "- id\n", "columns:1 - wrong_type"),
                mapping("a key twice", "id: code\nid: a_w\nparameters: {homes: a_w}\n", "columns:2 id repeated_key"),
                mapping("a tab", "id: code\n\tparameters: {homes: a_w}\n", "columns:2 - syntax"));
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    @ParameterizedTest
    @MethodSource({"cells", "tables", "mappings"})
    void isRefusedAtItsPlace(Wrong wrong) throws IOException {
        List<Problem> found = problems(wrong);
        List<String> told = found.stream()
                .map(problem -> {
                    assertThat(problem.location()).as(wrong.kind).isNotNull();
                    String file = problem.location().file().replaceFirst(".*[/\\\\]", "");
                    return file + ":" + problem.location().line() + " " + problem.path() + " "
                            + problem.code().id();
                })
                .toList();
        assertThat(told).isEqualTo(wrong.expected);
        for (Problem problem : found) {
            for (Locale language : List.of(Locale.ENGLISH, Locale.forLanguageTag("nl"))) {
                assertThat(problem.message(language)).doesNotContain("{").isNotBlank();
                assertThat(problem.hint(language).orElse(""))
                        .as(problem.code().id())
                        .doesNotContain("{0", "{1", "{@");
            }
        }
    }

    private List<Problem> problems(Wrong wrong) throws IOException {
        Path file = Files.write(folder.resolve("t." + wrong.ending), wrong.table);
        try {
            ColumnMapping mapping = MappingFile.read(wrong.mapping);
            try (PlaceTable table = PlaceTable.openAsItComes(file, file.toString(), null)) {
                TableColumns columns = TableColumns.mapped(table, mapping, PARAMETERS, null);
                ColumnsPreview preview = ColumnsPreview.of(columns, mapping, 100);
                assertThat(preview.problems()).as("something is wrong").isNotEmpty();
                return preview.problems();
            }
        } catch (InvalidScenarioException e) {
            return e.problems();
        }
    }

    /** The wrong row between right ones: those are read as ever. */
    @ParameterizedTest
    @MethodSource("cells")
    void theRowsBesideItAreRight(Wrong wrong) throws IOException {
        String text = new String(wrong.table, StandardCharsets.UTF_8);
        char separator = text.charAt(text.indexOf("code") + 4);
        String row = "Z" + separator + "7" + separator + "12\n";
        Path file = Files.writeString(folder.resolve("t.csv"), text + row);
        ColumnMapping mapping = MappingFile.read(wrong.mapping);
        try (PlaceTable table = PlaceTable.openAsItComes(file, file.toString(), null)) {
            TableColumns columns = TableColumns.mapped(table, mapping, PARAMETERS, null);
            ColumnsPreview preview = ColumnsPreview.of(columns, mapping, 100);
            List<ColumnsPreview.Place> last = new ArrayList<>(preview.places());
            last.removeIf(place -> !place.id().equals("Z"));
            assertThat(last).hasSize(1);
            for (int i = 0; i < columns.parameters().size(); i++) {
                // By hand: homes is the second cell, price a thousand times the third, share their ratio or the
                // logarithm of 7.
                double expected = switch (columns.parameters().get(i)) {
                    case "homes" -> 7;
                    case "price" -> 12_000;
                    default -> wrong.mapping.contains("ln") ? 1.9459101490553132 : 7.0 / 12;
                };
                assertThat(last.get(0).values().get(i)).hasValue(expected);
            }
        }
    }

    /** Whatever the encoding, the separator and what stands before the columns, the same is read. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "UTF-8|,|",
                "UTF-8|;|\uFEFF",
                "UTF-16LE|;|\uFEFF",
                "UTF-16BE|\t|\uFEFF",
                "UTF-16LE|,|",
                "UTF-16BE|;|",
                "windows-1252|;|",
                "windows-1252|\t|",
                "UTF-8|;|sep=;\n",
                "UTF-8|||sep=|\n",
                "UTF-8|,|\uFEFFsep=,\r\n",
                "UTF-16LE|\t|\uFEFFsep=\t\n"
            })
    void encodingsAndSeparatorsAreToldApart(String form) throws IOException {
        int bar = form.indexOf('|');
        Charset encoding = Charset.forName(form.substring(0, bar));
        String separator = form.substring(bar + 1, bar + 2);
        String before = form.substring(bar + 3);
        for (String quote : List.of("", "\"")) {
            String text = before
                    + String.join("\n", "code,naam,woz", "A ,Café ’t Höfke,250", "B,Één,  7")
                            .replace(",", quote + separator + quote);
            String quoted = quote.isEmpty()
                    ? text
                    : text.replace("code", "\"code")
                                    .replace("A ", "\"A ")
                                    .replace("\nB", "\n\"B")
                                    .replace("woz", "woz\"")
                                    .replace("250", "250\"")
                            + "\"";
            Path file = Files.write(folder.resolve("t.csv"), quoted.getBytes(encoding));
            ColumnMapping mapping = MappingFile.read("id: code\nname: naam\nparameters: {price: woz}\n");
            try (PlaceTable table = PlaceTable.openAsItComes(file, "t.csv", null)) {
                ColumnsPreview preview =
                        ColumnsPreview.of(TableColumns.mapped(table, mapping, PARAMETERS, null), mapping, 9);
                assertThat(preview.problems()).isEmpty();
                assertThat(preview.places())
                        .extracting(ColumnsPreview.Place::id)
                        .containsExactly("A", "B");
                assertThat(preview.places())
                        .extracting(ColumnsPreview.Place::name)
                        .containsExactly("Café ’t Höfke", "Één");
                assertThat(preview.places().get(0).values().get(0)).hasValue(250);
                assertThat(preview.places().get(1).values().get(0)).hasValue(7);
            }
        }
    }
}
