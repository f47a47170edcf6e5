package nl.mkba.file.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nl.mkba.file.MappingFile;
import nl.mkba.file.format.ColumnMapping;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sheets of workbooks as tables: what stands in a cell is read as what it is, and what is no workbook does no harm. */
class WorkbookTablesTest {

    private static final String HEAD =
            "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"B2\" t=\"s\"><v>1</v></c><c r=\"D2\" t=\"s\"><v>2</v></c></row>";

    @TempDir
    private Path folder;

    private ColumnsPreview read(Path file, @Nullable String sheet) throws IOException {
        ColumnMapping mapping = MappingFile.read(
                "id: code\nmissing: [x]\nparameters: {homes: a_w, price: woz * 1000}\nif_missing: {price: keep}\n");
        try (PlaceTable table = PlaceTable.openAsItComes(file, file.toString(), sheet)) {
            return ColumnsPreview.of(TableColumns.mapped(table, mapping, List.of("homes", "price"), null), mapping, 9);
        }
    }

    private Path book(String rows) throws IOException {
        return Workbooks.write(folder.resolve("t.xlsx"), Workbooks.parts(Map.of("Buurten", rows)));
    }

    /** A row, the third of the sheet, with this cell in the column of homes. */
    private ColumnsPreview cell(String attributes, String inside) throws IOException {
        return read(
                book(HEAD + "<row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>A  </t></is></c><c r=\"B3\"" + attributes
                        + ">" + inside + "</c><c r=\"D3\"><v>250.5</v></c></row>"),
                null);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|<v>12</v>|12",
                "''|<v>1.5E3</v>|1500",
                "''|<f>5+7</f><v>12</v>|12",
                "' t=\"str\"'|<v>12</v>|12",
                "' t=\"inlineStr\"'|<is><t> 12.5 </t></is>|12.5",
                "' s=\"3\"'|<v>0.125</v>|0.125",
                "' s=\"4\"'|<v>12</v>|12",
                "''|<v>-0</v>|0",
                "''|<v>0.1</v>|0.1"
            })
    void numbersAreReadHoweverTheyAreKept(String attributes, String inside, double value) throws IOException {
        ColumnsPreview preview = cell(attributes, inside);
        assertThat(preview.problems()).isEmpty();
        assertThat(preview.places()).singleElement().satisfies(place -> {
            assertThat(place.id()).isEqualTo("A");
            assertThat(place.values()).containsExactly(OptionalDouble.of(value), OptionalDouble.of(250_500));
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "' t=\"e\"'|<v>#N/A</v>|CELL_TYPE|#N/A",
                "' t=\"e\"'|<f>1/0</f><v>#DIV/0!</v>|CELL_TYPE|#DIV/0!",
                "' t=\"e\"'|<f>NA()</f><v>#N/B</v>|CELL_TYPE|#N/B",
                "' t=\"str\"'|<f>T(1)</f><v></v>|MISSING_VALUE|nothing",
                "' t=\"str\"'|<f>T(1)</f><v/>|MISSING_VALUE|nothing",
                "' t=\"b\"'|<v>1</v>|CELL_TYPE|TRUE",
                "' s=\"1\"'|<v>45000</v>|CELL_TYPE|2023-03-15",
                "' t=\"d\"'|<v>2026-01-31</v>|CELL_TYPE|2026-01-31",
                "' t=''d'' s=\"1\"'|<v>2026-01-31T12:30:00.000</v>|CELL_TYPE|2026-01-31T12:30:00.000",
                "' t=\"d\"'|<v>12:30:00</v>|CELL_TYPE|12:30:00",
                "''|<v>1E-400</v>|NUMBER_TOO_SMALL|1E-400",
                "''|<v>1E400</v>|NOT_FINITE|1E400",
                "' s=\"2\"'|<v>45000.5</v>|CELL_TYPE|2023-03-15T12:00",
                "' s=\"5\"'|<v>1</v>|CELL_TYPE|1",
                "''|<f>5+7</f>|CELL_TYPE|=5+7",
                "''|<f>5+7</f><v/>|CELL_TYPE|=5+7",
                "''|<f>5+7</f><v />|CELL_TYPE|=5+7",
                "''|<f>5+7</f><v></v>|CELL_TYPE|=5+7",
                "' t=\"n\" s=\"0\"'|<f>5+7</f><v xml:space=\"preserve\"></v>|CELL_TYPE|=5+7",
                "' t=\"b\"'|<f>1=1</f><v/>|CELL_TYPE|=1=1",
                "''|<v/>|MISSING_VALUE|nothing",
                "' t=\"inlineStr\"'|<is><t>veel</t></is>|NOT_A_NUMBER|veel",
                "' t=\"inlineStr\"'|<is><t>12,5</t></is>|DECIMAL_COMMA|12,5",
                "''|<v>12,5</v>|CELL_TYPE|12,5",
                "' t=\"inlineStr\"'|<is><t>x</t></is>|MISSING_VALUE|`x`",
                "''||MISSING_VALUE|nothing"
            })
    void whatIsNoNumberIsRefusedWithItsPlace(String attributes, @Nullable String inside, ProblemCode code, String text)
            throws IOException {
        ColumnsPreview preview = cell(attributes, inside == null ? "" : inside);
        assertThat(preview.places()).isEmpty();
        Problem problem = preview.problems().get(0);
        assertThat(preview.problems()).hasSize(1);
        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.path()).isEqualTo("a_w");
        assertThat(problem.location()).isNotNull();
        assertThat(problem.location().line()).isEqualTo(3);
        assertThat(problem.arguments().get(0)).isEqualTo(text);
    }

    /** An openpyxl workbook has an empty value for each formula, an XlsxWriter one a 0; between them stand rows that are as they should be. */
    @Test
    void aFormulaThatNobodyCalculatedIsNoValueAndTakesNothingFromTheOthers() throws IOException {
        String row = "<row r=\"%1$d\"><c r=\"A%1$d\" t=\"inlineStr\"><is><t>%2$s</t></is></c><c r=\"B%1$d\">%3$s</c>"
                + "<c r=\"D%1$d\">%4$s</c></row>";
        String rows = HEAD
                + String.format(row, 3, "A", "<f>1+1</f><v/>", "<v>1</v>")
                + String.format(row, 4, "B", "<v>7</v>", "<f>1+1</f><v></v>")
                + String.format(row, 5, "C", "<f>1+8</f><v>9</v>", "<v>3</v>");
        Map<String, String> parts = Workbooks.parts(Map.of("Buurten", rows));
        parts.replaceAll((name, text) -> name.contains("sheet1") ? prefixed(text) : text);
        for (Map<String, String> each : List.of(Workbooks.parts(Map.of("Buurten", rows)), parts)) {
            ColumnsPreview preview = read(Workbooks.write(folder.resolve("t.xlsx"), each), null);
            assertThat(preview.problems())
                    .extracting(problem -> problem.location().line() + " " + problem.path() + " " + problem.code())
                    .containsExactly("3 a_w CELL_TYPE", "4 woz CELL_TYPE");
            assertThat(preview.places()).extracting(ColumnsPreview.Place::id).containsExactly("C");
            // By hand: nine homes, and 3 thousand.
            assertThat(preview.places().get(0).values())
                    .containsExactly(OptionalDouble.of(9), OptionalDouble.of(3_000));
        }
    }

    /** The same sheet with a prefix for its namespace, as some programs write it. */
    private static String prefixed(String sheet) {
        return sheet.replaceAll("<(/?)([a-z])", "<$1x:$2").replace("xmlns=", "xmlns:x=");
    }

    /** Where every formula is 0 and the workbook asks to be calculated, nobody may have done so; one other value shows that somebody did. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1|0|0|PERHAPS_NOT_CALCULATED 3 [2]",
                "true|0|0|PERHAPS_NOT_CALCULATED 3 [2]",
                "1|0|7|''",
                "0|0|0|''"
            })
    void formulasThatWereNeverCalculatedAreToldOf(String asks, String first, String second, String expected)
            throws IOException {
        String cells =
                "<row r=\"%1$d\"><c r=\"A%1$d\" t=\"inlineStr\"><is><t>P%1$d</t></is></c><c r=\"B%1$d\"><f>1+1</f>"
                        + "<v>%2$s</v></c><c r=\"D%1$d\"><v>0</v></c></row>";
        Map<String, String> parts = Workbooks.parts(
                Map.of("Buurten", HEAD + String.format(cells, 3, first) + String.format(cells, 4, second)));
        parts.replaceAll((name, text) -> name.equals("xl/workbook.xml")
                ? text.replace("</workbook>", "<calcPr calcId=\"1\" fullCalcOnLoad=\"" + asks + "\"/></workbook>")
                : text);
        ColumnsPreview preview = read(Workbooks.write(folder.resolve("t.xlsx"), parts), null);
        assertThat(told(preview.warnings())).isEqualTo(expected);
    }

    private static String told(List<Problem> problems) {
        return problems.stream()
                .map(problem -> problem.code() + " " + problem.location().line() + " " + problem.arguments())
                .collect(Collectors.joining("; "));
    }

    /** 0.12 that is shown as 12% beside a plain 12; a 0 is the same in both. */
    @Test
    void aPercentageAmongNumbersOfASheetIsToldOnce() throws IOException {
        String cells =
                "<row r=\"%1$d\"><c r=\"A%1$d\" t=\"inlineStr\"><is><t>P%1$d</t></is></c><c r=\"B%1$d\"%2$s><v>%3$s</v></c>"
                        + "<c r=\"D%1$d\"><v>1</v></c></row>";
        String percent = " s=\"3\"";
        assertThat(told(read(
                                book(HEAD
                                        + String.format(cells, 3, "", "12")
                                        + String.format(cells, 4, percent, "0.12")),
                                null)
                        .warnings()))
                .isEqualTo("PERCENTAGE_AMONG_NUMBERS 4 [12%, 0.12]");
        assertThat(read(book(HEAD + String.format(cells, 3, "", "0") + String.format(cells, 4, percent, "0.12")), null)
                        .warnings())
                .isEmpty();
    }

    /** An error is no code and no name to choose rows by, whether it was typed or is the outcome of a formula. */
    @ParameterizedTest
    @ValueSource(strings = {"<v>#N/A</v>", "<f>NA()</f><v>#N/A</v>"})
    void anErrorIsNoCodeAndKeepsNoRow(String inside) throws IOException {
        String rows = HEAD + "<row r=\"3\"><c r=\"A3\" t=\"e\">" + inside
                + "</c><c r=\"B3\"><v>1</v></c><c r=\"D3\"><v>1</v></c></row>";
        ColumnsPreview preview = read(book(rows), null);
        assertThat(told(preview.problems())).isEqualTo("CELL_TYPE 3 [#N/A, cell_error, of_place]");
        for (String more : List.of("where: {code: 'B*'}\n", "where: {code: 'B*'}\nmissing: ['#N/A']\n")) {
            ColumnMapping mapping = MappingFile.read("id: woz\nparameters: {homes: a_w}\n" + more);
            try (PlaceTable table = PlaceTable.openAsItComes(book(rows), "t.xlsx", null)) {
                preview = ColumnsPreview.of(TableColumns.mapped(table, mapping, List.of("homes"), "woz"), mapping, 9);
                assertThat(preview.problems().get(0).code())
                        .isEqualTo(more.contains("missing") ? ProblemCode.NO_PLACE_KEPT : ProblemCode.CELL_TYPE);
            }
        }
    }

    /** What whoever opens the workbook sees first is read; a hidden sheet by its name only. */
    @Test
    void aHiddenSheetIsReadByItsNameOnly() throws IOException {
        Map<String, String> sheets = new LinkedHashMap<>();
        sheets.put("Oud", Workbooks.rows("code|a_w|woz", "A|1|1"));
        sheets.put("Nieuw", Workbooks.rows("code|a_w|woz", "A|2|2"));
        Map<String, String> parts = Workbooks.parts(sheets);
        for (String state : List.of("hidden", "veryHidden")) {
            Map<String, String> hidden = new LinkedHashMap<>(parts);
            hidden.computeIfPresent(
                    "xl/workbook.xml",
                    (name, text) -> text.replace("name=\"Oud\"", "name=\"Oud\" state=\"" + state + "\""));
            Path file = Workbooks.write(folder.resolve("t.xlsx"), hidden);
            assertThat(read(file, null).detail()).isEqualTo("Nieuw");
            assertThat(read(file, "Oud").places().get(0).values().get(0)).hasValue(1);
        }
    }

    @Test
    void anEmptySheetIsToldWithTheOthers() throws IOException {
        Map<String, String> sheets = new LinkedHashMap<>();
        sheets.put("Grafiek", "");
        sheets.put("Buurten", Workbooks.rows("code|a_w|woz", "A|2|2"));
        Path file = Workbooks.write(folder.resolve("t.xlsx"), Workbooks.parts(sheets));
        assertThatThrownBy(() -> read(file, null))
                .hasMessageContaining("the table has no rows. Choose another sheet: Grafiek, Buurten.");
    }

    @Test
    void aStrictWorkbookIsToldHowToSave() throws IOException {
        Map<String, String> parts = parts();
        parts.replaceAll((name, text) -> text.replace(
                        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                        "http://purl.oclc.org/ooxml/officeDocument/relationships")
                .replace(
                        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                        "http://purl.oclc.org/ooxml/spreadsheetml/main"));
        refused(parts, "workbook_strict");
    }

    @Test
    void aSheetIsChosenByItsNameAndAColumnWithoutANameIsPassedOver() throws IOException {
        Map<String, String> sheets = new LinkedHashMap<>();
        sheets.put("Uitleg", Workbooks.rows("Toelichting"));
        sheets.put("Buurten 2023", Workbooks.rows("", "code||a_w|woz|", "A|7|10|250|9", "", "B|||", "C|1|20|x"));
        Path file = Workbooks.write(folder.resolve("t.xlsx"), Workbooks.parts(sheets));
        ColumnsPreview preview = read(file, "Buurten 2023");
        assertThat(preview.places()).extracting(ColumnsPreview.Place::id).containsExactly("A", "C");
        assertThat(preview.places().get(1).values()).containsExactly(OptionalDouble.of(20), OptionalDouble.empty());
        assertThat(preview.problems())
                .extracting(problem -> problem.code() + " " + problem.location().line())
                .containsExactly("MISSING_VALUE 5");
        assertThat(preview.detail()).isEqualTo("Buurten 2023");
        assertThatThrownBy(() -> read(file, "Buurten 2032"))
                .hasMessageContaining("the workbook has no sheet `Buurten 2032`. Maybe `Buurten 2023`?");
        assertThatThrownBy(() -> read(file, null)).hasMessageContaining("has no column `code`");
    }

    /** Under a name that says nothing the first bytes do; so from standard input. */
    @ParameterizedTest
    @ValueSource(strings = {"t.bin", "t.csv", "t"})
    void aWorkbookIsKnownByItsFirstBytes(String name) throws IOException {
        Path file = Files.move(book(Workbooks.rows("code|a_w|woz", "A|10|250")), folder.resolve(name));
        assertThat(read(file, null).form()).isEqualTo(PlaceTable.Form.XLSX);
    }

    @Test
    void aWorkbookWithoutAMappingHasColumnsNamedAfterParameters() throws IOException {
        Path file = book(Workbooks.rows("id|homes", "A|10", "B|20"));
        try (PlaceTable table = PlaceTable.open(file)) {
            RowReader reader = TableColumns.named(table, List.of("homes"), null).reader();
            reader.read(table.read(10));
            assertThat(reader.value(0, 0)).isEqualTo(10);
            assertThat(reader.id(1)).isEqualTo("B");
            assertThat(table.progress()).isBetween(0.6, 1.0);
        }
    }

    /** Formats are optional: what other programs write may have none, and then no number is a date. */
    @Test
    void aWorkbookWithoutFormatsIsRead() throws IOException {
        Map<String, String> parts = parts();
        parts.remove("xl/styles.xml");
        parts.replaceAll((name, text) -> text.replaceAll("<Override[^>]*styles\\.xml[^>]*/>", "")
                .replaceAll("<Relationship [^>]*styles\\.xml[^>]*/>", ""));
        assertThat(parts.values()).noneMatch(text -> text.contains("styles"));
        ColumnsPreview preview = read(Workbooks.write(folder.resolve("t.xlsx"), parts), null);
        assertThat(preview.problems()).isEmpty();
        assertThat(preview.places())
                .singleElement()
                .satisfies(place ->
                        assertThat(place.values()).containsExactly(OptionalDouble.of(10), OptionalDouble.of(250_000)));
    }

    private void refused(Map<String, String> parts, String word) throws IOException {
        Path file = Workbooks.write(folder.resolve("t.xlsx"), parts);
        assertThatThrownBy(() -> read(file, null)).isInstanceOfSatisfying(InvalidScenarioException.class, e -> {
            assertThat(e.problems()).hasSize(1);
            assertThat(e.problems().get(0).code()).isEqualTo(ProblemCode.BAD_WORKBOOK);
            assertThat(e.problems().get(0).arguments()).containsExactly(word);
        });
    }

    private static Map<String, String> parts() {
        return Workbooks.parts(Map.of("Buurten", Workbooks.rows("code|a_w|woz", "A|10|250")));
    }

    private static Map<String, String> with(String part, String text) {
        Map<String, String> parts = parts();
        parts.put(part, text);
        return parts;
    }

    /** There are three shared texts; its reader would take the fourth, or the two thousand millionth, for an empty one. */
    @ParameterizedTest
    @Timeout(20)
    @ValueSource(strings = {"<v>3</v>", "<v>2000000000</v>", "<v xml:space=\"preserve\">3</v>"})
    void aSharedTextThatIsNotThereIsDamage(String value) throws IOException {
        assertThat(cell(" t=\"s\"", "<v>2</v>").problems())
                .extracting(Problem::code)
                .containsExactly(ProblemCode.NOT_A_NUMBER);
        for (String type : List.of(" t=\"s\"", " t='s' s=\"0\"")) {
            assertThatThrownBy(() -> cell(type, value))
                    .isInstanceOfSatisfying(
                            InvalidScenarioException.class,
                            e -> assertThat(e.problems())
                                    .extracting(Problem::code)
                                    .containsExactly(ProblemCode.BAD_WORKBOOK));
        }
        assertThat(cell(" t=\"str\"", "<v>3</v>").problems()).isEmpty();
        assertThat(cell(" t=\"s\"", "<v/>").problems())
                .extracting(Problem::code)
                .containsExactly(ProblemCode.MISSING_VALUE);
    }

    @Test
    @Timeout(20)
    void whatUnpacksToMoreThanATableIsRefused() throws IOException {
        String sheet = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>";
        refused(
                with("xl/worksheets/sheet1.xml", sheet + "<row r=\"1\"><c t=\"str\"><v>" + "a".repeat(2_000_000)),
                "workbook_too_large");
        refused(
                with("xl/worksheets/sheet1.xml", sheet + "<row r=\"1\">" + "<c r=\"A1\"/>".repeat(4_000_000)),
                "workbook_too_large");
        refused(with("xl/sharedStrings.xml", "<sst>" + "<si/>".repeat(14_000_000)), "workbook_too_large");
        refused(with("xl/worksheets/sheet1.xml", sheet + "<row r=\"1\"/>".repeat(6_000_000)), "workbook_too_large");
    }

    /** Its reader finds a sheet where the workbook says that it is, whatever it is called there. */
    @Test
    @Timeout(20)
    void aSheetUnderAnotherNameIsLookedAtToo() throws IOException {
        Map<String, String> parts = with(
                "xl/sheet.bin",
                "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                        + "<row r=\"1\"/>".repeat(6_000_000));
        parts.computeIfPresent(
                "xl/_rels/workbook.xml.rels", (name, text) -> text.replace("worksheets/sheet1.xml", "sheet.bin"));
        refused(parts, "workbook_too_large");
    }

    /** The last column of a sheet is XFD. Room for all columns up to ZZZZZZ, 321 million, would be more memory than there is. */
    @ParameterizedTest
    @Timeout(20)
    @ValueSource(
            strings = {"r=\"ZZZZZZ2\"", "r='AAAA2'", "t=\"n\" r = \"zzzzzz2\"", "r=\"&#90;&#90;&#90;&#90;&#90;&#90;2\""
            })
    void aCellBeyondTheLastColumnIsRefused(String place) throws IOException {
        refused(
                with(
                        "xl/worksheets/sheet1.xml",
                        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                                + "<row r=\"2\"><c " + place + "><v>1</v></c></row></sheetData></worksheet>"),
                "workbook_damaged");
    }

    /** An id that is a number is not rounded. */
    @Test
    void anIdThatIsANumberKeepsAllItsDigits() throws IOException {
        ColumnsPreview preview = read(
                book(Workbooks.rows("code|a_w|woz", "1234567.12345678|10|250", "36300000|10|250", "0.1|10|250")), null);
        assertThat(preview.places())
                .extracting(ColumnsPreview.Place::id)
                .containsExactly("1234567.12345678", "36300000", "0.1");
    }

    /** A spreadsheet program turns a code such as 1-2 into a date: the number behind it is no id. */
    @Test
    void aDateATruthOrAnErrorIsNoId() throws IOException {
        String rest = "<c r=\"B3\"><v>10</v></c><c r=\"D3\"><v>250</v></c></row>";
        for (String cell : List.of(
                "<c r=\"A3\" s=\"1\"><v>45000</v></c>",
                "<c r=\"A3\" t=\"d\"><v>2026-02-01</v></c>",
                "<c r=\"A3\" t=\"b\"><v>1</v></c>",
                "<c r=\"A3\" t=\"e\"><v>#N/A</v></c>",
                "<c r=\"A3\"><f>1+1</f></c>")) {
            ColumnsPreview preview = read(book(HEAD + "<row r=\"3\">" + cell + rest), null);
            assertThat(preview.places()).isEmpty();
            assertThat(preview.problems()).singleElement().satisfies(problem -> {
                assertThat(problem.code()).isEqualTo(ProblemCode.CELL_TYPE);
                assertThat(problem.path()).isEqualTo("code");
                assertThat(problem.toString()).contains(":3:1");
            });
        }
    }

    /** Cells of the type {@code d} hold a date as a text. Beside numbers and where a text is wanted they change nothing. */
    @Test
    void aDateThatIsKeptAsATextIsATextWhereThatIsWanted() throws IOException {
        String rows =
                "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>id</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>day</t></is></c>"
                        + "<c r=\"C1\" t=\"inlineStr\"><is><t>a</t></is></c></row>"
                        + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>d</t></is></c><c t=\"d\" r=\"B2\"><v>2026-01-31</v></c><c r=\"C2\"><v>1.5</v></c></row>"
                        + "<row r=\"3\"><c r=\"A3\" t=\"str\"><v>e</v></c><c r=\"B3\" t=\"d\"><v>2027-12-01</v></c><c r=\"C3\"><v>2</v></c></row>";
        try (PlaceTable table = PlaceTable.open(book(rows))) {
            table.select(List.of("id", "day"), List.of("a"));
            PlaceTable.RowBatch batch = table.read(9);
            assertThat(batch.rows()).isEqualTo(2);
            assertThat(batch.text(0, 1)).isEqualTo("2026-01-31");
            assertThat(batch.text(1, 1)).isEqualTo("2027-12-01");
            assertThat(batch.text(1, 0)).isEqualTo("e");
            assertThat(batch.number(0, 2)).isEqualTo(1.5);
            assertThat(batch.number(1, 2)).isEqualTo(2);
        }
    }

    /** No spreadsheet program writes wide characters; in them nothing would be found that is looked for. */
    @Test
    void aPartInWideCharactersIsRefused() throws IOException {
        for (String mark : List.of("\ufeff", "")) {
            Path file = folder.resolve("wide.xlsx");
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
                for (Map.Entry<String, String> part : parts().entrySet()) {
                    zip.putNextEntry(new ZipEntry(part.getKey()));
                    boolean isSheet = part.getKey().contains("sheet1");
                    zip.write((isSheet ? mark : "")
                            .concat(part.getValue())
                            .getBytes(isSheet ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8));
                    zip.closeEntry();
                }
            }
            assertThatThrownBy(() -> read(file, null))
                    .isInstanceOfSatisfying(
                            InvalidScenarioException.class,
                            e -> assertThat(e.problems().get(0).arguments()).containsExactly("workbook_damaged"));
        }
    }

    @Test
    void whatIsNoWorkbookIsRefused() throws IOException {
        refused(with("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row r=\"1\">"), "workbook_damaged");
        refused(with("xl/worksheets/sheet1.xml", "<worksheet><si><t>a</t></si></worksheet>"), "workbook_damaged");
        refused(
                with("xl/sharedStrings.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><sst><si><t>&b;</t></si></sst>"),
                "workbook_damaged");
        Map<String, String> parts = parts();
        parts.remove("xl/workbook.xml");
        refused(parts, "workbook_damaged");
        parts = parts();
        parts.remove("xl/worksheets/sheet1.xml");
        refused(parts, "workbook_damaged");
        Path cut = folder.resolve("cut.xlsx");
        byte[] whole = Files.readAllBytes(book(Workbooks.rows("code|a_w|woz", "A|10|250")));
        for (int length : new int[] {4, 30, whole.length / 2, whole.length - 10}) {
            Files.write(cut, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> read(cut, null))
                    .isInstanceOfSatisfying(
                            InvalidScenarioException.class,
                            e -> assertThat(e.problems().get(0).code()).isEqualTo(ProblemCode.BAD_WORKBOOK));
        }
        Files.write(cut, "PK\u0003\u0004 and nothing more".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> read(cut, null)).isInstanceOf(InvalidScenarioException.class);
    }
}
