package nl.mkba.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import nl.mkba.file.portfolio.PlaceTable;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code mkba portfolio --columns}: from a table as it comes to figures. */
class ColumnsCommandTest {

    /** What a command line came to. */
    private record Run(int status, String out, String err) {}

    private static final String TABLE = """
            gwb_code_10;regio;recs;a_hh;p_hh_osm;g_wozbag
            GM9999;Voorbeeldstad;Gemeente;2.000;9;300
            BU99990101;Haven;Buurt;500;41,5;250
            BU99990102;"Kade; oost";Buurt;400;.;280,5
            BU99990103;Veen;Buurt;10;30;.
            """;

    private static final String MAPPING = """
            extends: cbs:kwb
            parameters: {price: g_wozbag * 1000}
            if_missing: {poor_households: keep, price: skip}
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("s.yaml"), """
                mkba: 1
                id: t
                title: t
                base_year: 2026
                price_level: 2026
                horizon: 10
                discounting: 0%
                stakeholders: {city: {sector: public}, home: {sector: households}}
                parameters:
                  households: 100
                  poor_households: households * 10%
                  price: 300000
                interventions:
                  m:
                    costs: {c: {paid_by: city, amount: households * 10}}
                    effects:
                      e: {quantity: poor_households, value: 200, accrues_to: home}
                      f: {quantity: households, value: price / 10000, accrues_to: home}
                """);
        Files.writeString(folder.resolve("t.csv"), TABLE);
        Files.writeString(folder.resolve("m.yaml"), MAPPING);
    }

    private Run run(byte[] input, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] line = Arrays.stream(words)
                .map(word ->
                        word.startsWith("@") ? folder.resolve(word.substring(1)).toString() : word)
                .toArray(String[]::new);
        int status = new Program(new Console(new ByteArrayInputStream(input), out, err, false)).run(line);
        return new Run(
                status,
                out.toString(StandardCharsets.UTF_8).replace(folder + "/", ""),
                err.toString(StandardCharsets.UTF_8).replace(folder + "/", ""));
    }

    private Run portfolio(String... more) {
        List<String> words = new ArrayList<>(List.of("portfolio", "@s.yaml", "--lang", "en"));
        words.addAll(List.of(more));
        return run(new byte[0], words.toArray(String[]::new));
    }

    private List<String> lines(String file) throws IOException {
        return Files.readAllLines(folder.resolve(file));
    }

    /**
     * By hand, ten years without discounting. Haven: costs 500 × 10 × 10; benefits (207.5 × 200 + 500 × 25) × 10. Kade keeps the
     * scenario's own tenth of its households: (40 × 200 + 400 × 28.05) × 10. Veen has no price and is left out.
     */
    @Test
    void figuresAreThoseOfTheTableAndOfTheScenarioWhereItIsKept() throws IOException {
        Run run = portfolio("--table", "@t.csv", "--columns", "@m.yaml", "--out", "@o.csv");
        assertThat(run.err).isEmpty();
        assertThat(run.status).isZero();
        assertThat(run.out)
                .isEqualTo("2 places × 1 case: 2 lines in o.csv\n"
                        + "1 row passed over, 1 place left out because a value is missing.\n"
                        + "Where the table has no value, that of the scenario counts: `poor_households` in 1 place.\n");
        assertThat(lines("o.csv"))
                .containsExactly(
                        "id,name,alternative,outlook,pv_costs,pv_benefits,npv,bcr,weighted_npv,net_city,net_home",
                        "BU99990101,Haven,all,,50000.0,540000.0,490000.0,10.8,490000.0,-50000.0,540000.0",
                        "BU99990102,\"Kade; oost\",all,,40000.0,192200.0,152200.0,4.805,152200.0,-40000.0,192200.0");
    }

    @Test
    void everyFormHasTheNames() throws IOException {
        portfolio("--table", "@t.csv", "--columns", "@m.yaml", "--out", "@o.jsonl");
        assertThat(lines("o.jsonl").get(1))
                .startsWith("{\"id\":\"BU99990102\",\"name\":\"Kade; oost\",\"alternative\":");
        portfolio("--table", "@t.csv", "--columns", "@m.yaml", "--out", "@o.parquet");
        try (PlaceTable places = PlaceTable.openAsItComes(folder.resolve("o.parquet"), "o.parquet", null)) {
            assertThat(places.columns()).startsWith("id", "name", "alternative", "outlook", "pv_costs");
            PlaceTable.RowBatch rows = places.read(9);
            assertThat(rows.text(1, 0)).isEqualTo("BU99990102");
            assertThat(rows.text(1, 1)).isEqualTo("Kade; oost");
            assertThat(rows.number(1, places.columns().indexOf("npv"))).isEqualTo(152_200);
        }
    }

    @Test
    void aWorkbookGivesTheSameBytesAlsoFromStandardInput() throws IOException {
        ByteArrayOutputStream book = new ByteArrayOutputStream();
        try (OutputStream out = book;
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            workbook.newWorksheet("Toelichting").value(0, 0, "Verzonnen");
            Worksheet sheet = workbook.newWorksheet("KWB");
            List<String> lines = TABLE.lines().toList();
            for (int row = 0; row < lines.size(); row++) {
                String[] cells = lines.get(row).replace("Kade; oost", "Kade").split(";");
                for (int column = 0; column < cells.length; column++) {
                    String cell = cells[column].replace("\"", "");
                    if (row > 0 && column > 2 && !cell.equals(".")) {
                        sheet.value(
                                row,
                                column,
                                Double.parseDouble(cell.replace(".", "").replace(',', '.')));
                    } else {
                        sheet.value(row, column, cell);
                    }
                }
            }
        }
        Files.writeString(folder.resolve("t.csv"), TABLE.replace("\"Kade; oost\"", "Kade"));
        portfolio("--table", "@t.csv", "--columns", "@m.yaml", "--out", "@o.csv");
        Run run = run(
                book.toByteArray(),
                "portfolio",
                folder.resolve("s.yaml").toString(),
                "--table",
                "-",
                "--sheet",
                "KWB",
                "--columns",
                folder.resolve("m.yaml").toString(),
                "--out",
                folder.resolve("x.csv").toString());
        assertThat(run.err).isEmpty();
        assertThat(Files.readAllBytes(folder.resolve("x.csv"))).isEqualTo(Files.readAllBytes(folder.resolve("o.csv")));
    }

    @Test
    void aCheckShowsHowEachColumnWasUnderstoodAndWritesNothing() throws IOException {
        Run run = portfolio("--table", "@t.csv", "--columns", "@m.yaml", "--check");
        assertThat(run.status).isZero();
        assertThat(run.out)
                .contains(
                        "t.csv: separated values (UTF-8), read with m.yaml",
                        "id of the place: gwb_code_10 (A)",
                        "rows kept: recs (C) is Buurt",
                        "places: 2; rows passed over: 1; left out because a value is missing: 1; bad: 0",
                        "Nothing was calculated: rows that the calculation refuses are found without --check.",
                        "poor_households  a_hh * p_hh_osm / 100  a_hh (D), p_hh_osm (E)  keep the scenario's          1",
                        "scenario's");
        Run json = portfolio("--table", "@t.csv", "--columns", "@m.yaml", "--check", "--format", "json");
        assertThat(json.out)
                .contains("\"form\":\"csv\"", "\"kept\":2", "\"id\":{\"column\":\"gwb_code_10\",\"letters\":\"A\"}")
                .contains(
                        "{\"id\":\"BU99990102\",\"name\":\"Kade; oost\",\"values\":{\"households\":400.0,\"poor_households\":null,");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("s.yaml", "t.csv", "m.yaml");
        }
    }

    /** Whoever adds --check to a command line that made figures keeps them: what it shows is for the screen. */
    @Test
    void aCheckLeavesTheFileOfFiguresAlone() throws IOException {
        Files.writeString(folder.resolve("o.csv"), "figures\n");
        for (String format : List.of("text", "json")) {
            Run run = portfolio(
                    "--table", "@t.csv", "--columns", "@m.yaml", "--out", "@o.csv", "--check", "--format", format);
            assertThat(run.status).isZero();
            assertThat(run.out).contains("poor_households");
            assertThat(lines("o.csv")).containsExactly("figures");
        }
    }

    /** Errors and warnings come as they stand in the table; the last row is a total, and the second one keeps what the scenario says. */
    @Test
    void whatIsToldFollowsTheTable() throws IOException {
        Files.writeString(
                folder.resolve("t.csv"),
                TABLE
                        + "BU99990104;Totaal;Buurt;10;2;3\nBU99990105;Oost;Buurt;10;2%;3\nBU99990106;West;Buurt;x1;2;3\n");
        Run run = portfolio("--table", "@t.csv", "--columns", "@m.yaml", "--out", "@o.csv", "--skip-bad-rows");
        assertThat(run.err
                        .lines()
                        .map(line -> line.replaceFirst(": (warning)?.*", ""))
                        .filter(line -> line.startsWith("t.csv")))
                .containsExactly("t.csv:6:1", "t.csv:7:1", "t.csv:8:1");
        assertThat(run.err).contains("t.csv:6:1: gwb_code_10: warning: the row `Totaal` is read as a place");
    }

    @Test
    void thePageCountsWhatIsKeptAndWhatIsLeftOut() throws IOException {
        Run run = portfolio("--table", "@t.csv", "--columns", "@m.yaml", "--report", "@p.html");
        assertThat(run.status).as(run.err).isZero();
        assertThat(Files.readString(folder.resolve("p.html")))
                .contains("1 place was left out because the table has no value for it.")
                .contains("Where the table has no value, that of the scenario counts: poor_households in 1 place.")
                .doesNotContain("could not be read");
        Run json = portfolio("--table", "@t.csv", "--columns", "@m.yaml", "--out", "@o.csv", "--format", "json");
        assertThat(json.out).contains("\"passed_over\":1,\"left_out\":1,\"kept\":{\"poor_households\":1}");
    }

    @Test
    void withoutAnOutputBothThatThereCanBeAreNamed() {
        assertThat(portfolio("--table", "@t.csv", "--columns", "@m.yaml").err)
                .contains("one of the options --out and --report is needed");
    }

    @Test
    void badRowsAreToldAndThenCounted() throws IOException {
        StringBuilder text = new StringBuilder(TABLE.lines().findFirst().orElseThrow() + "\n");
        for (int i = 0; i < 130; i++) {
            text.append("BU").append(i).append(";x;Buurt;veel;1;2\n");
        }
        Files.writeString(folder.resolve("t.csv"), text);
        Run check = portfolio("--table", "@t.csv", "--columns", "@m.yaml", "--check");
        assertThat(check.status).isEqualTo(2);
        assertThat(check.err.lines().filter(line -> line.contains(": a_hh: `veel` is not a number")))
                .hasSize(100);
        assertThat(check.err).contains("30 more bad rows");
        Run run = portfolio("--table", "@t.csv", "--columns", "@m.yaml", "--out", "@o.csv");
        assertThat(run.status).isEqualTo(2);
        assertThat(run.err).startsWith("t.csv:2:1: a_hh: ");
        assertThat(folder.resolve("o.csv")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--columns @m.yaml --ignore-columns --out @o.csv|are ignored anyway",
                "--check|--check can only be used with --columns",
                "--columns cbs:kbw --out @o.csv|Maybe `cbs:kwb`?",
                "--columns @n.yaml --out @o.csv|`n.yaml` cannot be read: it does not exist",
                "--columns @m.yaml --sheet A --out @o.csv|this table is no workbook",
                "--columns @m.csv --out @m.csv|--out would overwrite",
                "--columns @m.yaml|one of the options --out and --report is"
            })
    void whatCannotGoTogetherIsSaid(String words, String message) throws IOException {
        List<String> line = new ArrayList<>(List.of("--table", "@t.csv"));
        line.addAll(List.of(words.split(" ")));
        Files.writeString(folder.resolve("m.csv"), MAPPING);
        Run run = portfolio(line.toArray(String[]::new));
        assertThat(run.status).isEqualTo(2);
        assertThat(run.err).contains(message);
        assertThat(folder.resolve("m.csv")).hasContent(MAPPING);
    }

    @Test
    void aPlaceThatComesTwiceAndAMappingThatKeepsNothingAreRefused() throws IOException {
        Files.writeString(folder.resolve("t.csv"), TABLE + "BU99990101;Haven;Buurt;500;41,5;251\n");
        Run twice = portfolio("--table", "@t.csv", "--columns", "@m.yaml", "--out", "@o.csv", "--skip-bad-rows");
        assertThat(twice.status).isEqualTo(2);
        assertThat(twice.err).contains("t.csv:6:1: gwb_code_10: the place `BU99990101` is in row 3 too");
        Files.writeString(folder.resolve("m.yaml"), MAPPING + "where: {recs: Wijk}\n");
        Run none = portfolio("--table", "@t.csv", "--columns", "@m.yaml", "--out", "@o.csv");
        assertThat(none.status).isEqualTo(2);
        assertThat(none.err).contains("m.yaml:4:1: where: `where` keeps none of the 5 rows");
        assertThat(folder.resolve("o.csv")).doesNotExist();
    }

    /** −5 households are −0.5 poor ones, which no effect can have: the row's cells are what is to be corrected. */
    @Test
    void aRowThatTheCalculationRefusesIsToldWithItsCells() throws IOException {
        Files.writeString(
                folder.resolve("s.yaml"),
                Files.readString(folder.resolve("s.yaml"))
                        .replace(
                                "    costs: {c: {paid",
                                "    participants: {count: poor_households, when: {years: 4}}\n    costs: {c: {paid"));
        Files.writeString(folder.resolve("t.csv"), TABLE.replace("Haven;Buurt;500;41,5", "Haven;Buurt;-5;10"));
        Run run = portfolio("--table", "@t.csv", "--columns", "@m.yaml", "--out", "@o.csv");
        assertThat(run.status).isEqualTo(2);
        assertThat(run.err)
                .contains("t.csv:3:1: interventions.m.participants.count: -0.5 is outside the allowed range")
                .contains(
                        "t.csv:3:1: interventions.m.participants.count: this follows from the row: households = -5 (a_hh `-5`);"
                                + " poor_households = -0.5 (a_hh `-5`, p_hh_osm `10`)");
    }

    @Test
    void aColumnThatIsNotThereIsToldWithTheHeaderThatWasRead() throws IOException {
        Files.writeString(folder.resolve("t.csv"), "Kerncijfers 2024\n\n" + TABLE);
        assertThat(portfolio("--table", "@t.csv", "--columns", "@m.yaml", "--check").err)
                .contains("the table `t.csv` has no column `gwb_code_10`; its header (row 1) is: Kerncijfers 2024."
                        + " If that is no header, take away what stands above it.");
        Files.writeString(folder.resolve("t.csv"), "\n" + TABLE);
        Run blank = portfolio("--table", "@t.csv", "--columns", "@m.yaml", "--check");
        assertThat(blank.status).as(blank.err).isZero();
        Files.writeString(folder.resolve("m.yaml"), MAPPING + "name: woonplaats\n");
        assertThat(portfolio("--table", "@t.csv", "--columns", "@m.yaml", "--check").err)
                .contains("its header (row 2) is: gwb_code_10, regio, recs, a_hh, p_hh_osm, g_wozbag.");
    }

    @Test
    void aColumnThatIsNotOnTheSheetIsToldWithTheSheetsThereAre() throws IOException {
        ByteArrayOutputStream book = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(book, "test", "1.0")) {
            workbook.newWorksheet("Toelichting").value(1, 0, "Verzonnen");
            workbook.newWorksheet("KWB").value(0, 0, "gwb_code_10");
        }
        Files.write(folder.resolve("t.xlsx"), book.toByteArray());
        assertThat(portfolio("--table", "@t.xlsx", "--columns", "@m.yaml", "--check").err)
                .contains("has no column `gwb_code_10`; its header (row 2) is: Verzonnen."
                        + " Choose the sheet (there are Toelichting, KWB), or take away what stands above the header."
                        + " (`--sheet`)");
    }

    @Test
    void aNoteBelowTheTableCanBeSkipped() throws IOException {
        Files.writeString(folder.resolve("t.csv"), TABLE + "Bron: CBS\n");
        assertThat(portfolio("--table", "@t.csv", "--columns", "@m.yaml", "--check").err)
                .contains("this row has 1 cell; there are 6 columns. A note below the table can be left out,"
                        + " by skipping bad rows. (`--skip-bad-rows`)");
        assertThat(portfolio("--table", "@t.csv", "--columns", "@m.yaml", "--out", "@o.csv", "--skip-bad-rows").status)
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "300*", "300 –"})
    void aSignInACellIsNoFormulaToBeFinished(String cell) throws IOException {
        Files.writeString(folder.resolve("t.csv"), TABLE.replace(";500;", ";" + cell + ";"));
        assertThat(portfolio("--table", "@t.csv", "--columns", "@m.yaml", "--check").err)
                .contains("t.csv:3:1: a_hh: `" + cell + "` is not a number")
                .contains("if it stands for no value, name it under `missing`");
    }

    @Test
    void whatIsWrongWithAMappingSpeaksOfMappings() throws IOException {
        Files.writeString(folder.resolve("m.yaml"), MAPPING.replace("g_wozbag * 1000", "ln(0)"));
        assertThat(portfolio("--table", "@t.csv", "--columns", "@m.yaml", "--check").err)
                .contains("price: `ln(0)` gives no number here: it names no column.");
        Files.writeString(folder.resolve("m.yaml"), "extends: ../k.yaml\n");
        assertThat(portfolio("--table", "@t.csv", "--columns", "@m.yaml", "--check").err)
                .contains("`../k.yaml` lies outside the folder of the mapping.");
        Files.writeString(folder.resolve("m.yaml"), "");
        assertThat(portfolio("--table", "@t.csv", "--columns", "@m.yaml", "--check").err)
                .contains("the file is empty. Write the columns of the table: `id`, and formulas under `parameters`.");
    }

    @Test
    void aGroupColumnThatIsNotThereIsToldOfTheTable() {
        Run run = portfolio(
                "--table",
                "@t.csv",
                "--columns",
                "@m.yaml",
                "--out",
                "@o.csv",
                "--budget",
                "9",
                "--at-least",
                "1",
                "--per",
                "nope");
        assertThat(run.err).contains("t.csv:1:1: -: the table `t.csv` has no column `nope`; its header");
    }

    @Test
    void aMappingThatKeepsNothingOfOneRowSpeaksOfOne() throws IOException {
        Files.writeString(folder.resolve("t.csv"), TABLE.lines().limit(2).reduce("", (a, b) -> a + b + "\n"));
        assertThat(portfolio("--table", "@t.csv", "--columns", "@m.yaml", "--out", "@o.csv").err)
                .contains("`where` keeps no row; the table has only 1 row.");
    }

    /** Every place lacks the price without which it is left out, or is wrong: nothing is written, whatever is asked for. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "--out @o.csv",
                "--report @o.html",
                "--out @o.csv --report @o.html",
                "--out @o.csv --budget 1000",
                "--report @o.html --budget 1000 --draws 20",
                "--report @o.html --benchmark a_hh",
                "--check"
            })
    void whereNoPlaceIsLeftThatIsToldAndNothingIsWritten(String words) throws IOException {
        Files.writeString(
                folder.resolve("t.csv"),
                TABLE.replace("250", ".").replace("280,5", ".").replace(";10;", ";x;"));
        List<String> line = new ArrayList<>(List.of("--table", "@t.csv", "--columns", "@m.yaml", "--skip-bad-rows"));
        line.addAll(List.of(words.split(" ")));
        Run run = portfolio(line.toArray(String[]::new));
        assertThat(run.status).as(run.err).isEqualTo(2);
        assertThat(run.err)
                .contains(
                        "t.csv:1:1: -: no place is left: 2 are left out because a value is missing, and 1 row skipped");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("s.yaml", "t.csv", "m.yaml");
        }
    }

    /** Without a mapping no place is left out, but rows may all be wrong. */
    @Test
    void whereAllRowsAreSkippedThatIsTold() throws IOException {
        Files.writeString(folder.resolve("t.csv"), "id,households\nA,zz\n");
        Run run = portfolio("--table", "@t.csv", "--skip-bad-rows", "--report", "@o.html");
        assertThat(run.status).isEqualTo(2);
        assertThat(run.err)
                .contains("no place is left: 0 are left out", "1 row skipped")
                .doesNotContain("internal");
        assertThat(folder).isDirectoryNotContaining("glob:**o.html*");
    }

    /** Kade and Veen are the groups of which no place has a price; Haven has one. */
    @Test
    void aGroupOfWhichNoPlaceHasFiguresIsNotForgotten() throws IOException {
        Files.writeString(folder.resolve("t.csv"), TABLE.replace("280,5", "."));
        Run run = portfolio(
                "--table",
                "@t.csv",
                "--columns",
                "@m.yaml",
                "--out",
                "@o.csv",
                "--budget",
                "1e9",
                "--at-least",
                "1",
                "--per",
                "regio");
        assertThat(run.status).isEqualTo(2);
        assertThat(run.err)
                .contains(
                        "--at-least 1: 2 groups have fewer places with figures (column `regio`): `Kade; oost` (0), `Veen` (0)");
        assertThat(folder).isDirectoryNotContaining("glob:**o.csv*");
        Files.writeString(
                folder.resolve("t.csv"), TABLE.replace(";400;", ";veel;").replace(";.\n", ";200\n"));
        Run skipped = portfolio(
                "--table",
                "@t.csv",
                "--columns",
                "@m.yaml",
                "--out",
                "@o.csv",
                "--skip-bad-rows",
                "--budget",
                "1e9",
                "--at-least",
                "1",
                "--per",
                "regio");
        assertThat(skipped.err).contains("`Kade; oost` has only 0 places with figures");
    }

    /** An interrupted run goes on, with the same bytes; not with another mapping. */
    @Test
    void aRunWithAMappingIsKnownAgain() throws IOException {
        portfolio("--table", "@t.csv", "--columns", "@m.yaml", "--out", "@whole.csv");
        Run resumed = portfolio("--table", "@t.csv", "--columns", "@m.yaml", "--out", "@o.csv", "--resume");
        assertThat(resumed.status).as(resumed.err).isZero();
        assertThat(lines("o.csv")).isEqualTo(lines("whole.csv"));
    }

    @Test
    void aParameterThatIsNearlyTheScenariosDrawsAWarning() throws IOException {
        Files.writeString(
                folder.resolve("m.yaml"),
                MAPPING.replace("price: g_wozbag * 1000", "price: g_wozbag * 1000, housholds2: a_hh"));
        Files.writeString(
                folder.resolve("s.yaml"),
                lines("s.yaml").stream()
                        .reduce("", (a, b) -> a + b + "\n")
                        .replace("  households: 100", "  households: 100\n  housholds: 7"));
        Run run = portfolio("--table", "@t.csv", "--columns", "@m.yaml", "--out", "@o.csv");
        assertThat(run.err).contains("m.yaml:2:", "parameters.housholds2: warning: `housholds2`", "Maybe `housholds`?");
    }

    @Test
    void theCatalogueListsTheBuiltInMappings() {
        Run run = run(new byte[0], "catalogue", "columns", "--lang", "en");
        assertThat(run.out).contains("cbs:kwb", "cbs:statline", "leefbaarometer", "poor_households");
        assertThat(run(new byte[0], "catalogue", "columns", "kwb", "--lang", "en").out)
                .contains("poor_households = a_hh * p_hh_osm / 100")
                .doesNotContain("statline");
        assertThat(run(new byte[0], "catalogue", "columns", "kwb", "--format", "json").out)
                .contains("\"columns\":[{\"id\":\"cbs:kwb\"", "\"key_figures\":[]");
    }
}
