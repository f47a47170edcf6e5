package nl.mkba.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A number comes in by a scenario, by {@code --set}, by an option, or by the cell of a table. Whatever the way, the same text is
 * the same number, is refused in the same words, and draws the same warning.
 */
class WaysInTest {

    @TempDir
    private Path folder;

    private record Run(int status, String out, String err) {}

    private static Run run(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = new Program(new Console(out, err, false)).run(words);
        return new Run(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** One cost, in one year, without discounting: the net present value is −x. */
    private String scenario(String x) throws IOException {
        Path file = folder.resolve("s.yaml");
        Files.writeString(file, """
                mkba: 1
                id: s
                title: s
                base_year: 2026
                price_level: 2026
                horizon: 1
                discounting: 0%%
                stakeholders: {city: {sector: public}}
                parameters:
                  x: {value: '%s', unit: EUR, quality: illustrative}
                interventions:
                  m: {costs: {c: {paid_by: city, amount: x}}}
                """.formatted(x.replace("'", "''")));
        return file.toString();
    }

    private String table(String text) throws IOException {
        Path file = folder.resolve("t.csv");
        Files.writeString(file, text);
        return file.toString();
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }

    private String out() {
        return folder.resolve("o.csv").toString();
    }

    private Run inScenario(String text, String language) throws IOException {
        return run("run", scenario(text), "--format", "json", "--lang", language);
    }

    private Run bySet(String text, String language) throws IOException {
        return run("run", scenario("1"), "--set", "x=" + text, "--format", "json", "--lang", language);
    }

    private Run byCell(String text, String language) throws IOException {
        return run(
                "portfolio",
                scenario("1"),
                "--table",
                table("id,x\na," + quoted(text) + "\n"),
                "--out",
                out(),
                "--lang",
                language);
    }

    private Run byBudget(String text, String language) throws IOException {
        return run(
                "portfolio",
                scenario("1"),
                "--table",
                table("id,x\na,1\n"),
                "--out",
                out(),
                "--budget=" + text,
                "--format",
                "json",
                "--lang",
                language);
    }

    private static List<String> warnings(Run run) {
        return run.err.lines().filter(line -> line.contains("warning: ")).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1200    | 1200.0
            .5      | 0.5
            1e3     | 1000.0
            12.5%   | 0.125
            2.8%    | 0.028
            5 %     | 0.05
            0       | 0.0
            -0      | 0.0
            2000000 | 2000000.0
            0.500   | 0.5
            """)
    void theSameTextIsTheSameNumber(String text, String value) throws IOException {
        assertThat(inScenario(text, "en").out).contains("\"pv_costs\":" + value + ",");
        assertThat(bySet(text, "en").out).contains("\"pv_costs\":" + value + ",");
        Run cell = byCell(text, "en");
        assertThat(cell.status).isZero();
        assertThat(Files.readString(folder.resolve("o.csv"))).contains("a,all,," + value + ",");
        for (Run run : List.of(inScenario(text, "en"), bySet(text, "en"), cell)) {
            assertThat(warnings(run)).isEmpty();
        }
        Run option = byBudget(text, "en");
        if (text.endsWith("%")) {
            // A parameter may be a share; a budget is an amount.
            assertThat(option.err).contains("--budget cannot be `" + text + "`");
        } else {
            assertThat(option.status).isZero();
            assertThat(option.out).contains("\"budget\":" + value + ",");
            assertThat(warnings(option)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            4,5        | `4,5` heeft een decimale komma. Schrijf een punt: `4.5`.                   | `4,5` has a decimal comma. Write a decimal point: `4.5`.
            5,5%       | `5,5%` heeft een decimale komma. Schrijf een punt: `5.5%`.                 | `5,5%` has a decimal comma. Write a decimal point: `5.5%`.
            1.234,50   | `1.234,50` heeft een decimale komma. Schrijf een punt: `1234.50`.          | `1.234,50` has a decimal comma. Write a decimal point: `1234.50`.
            1,000      | `1,000` heeft een komma, die voor decimalen of voor duizendtallen kan staan. Schrijf `1.0` voor het decimale getal, of `1000` als het duizendtallen zijn. | the comma in `1,000` may separate decimals or thousands. Write `1.0` for the decimal number, or `1000` if it separates thousands.
            1.234.567  | `1.234.567` heeft scheidingstekens tussen de duizendtallen. Schrijf zonder: `1234567`. | `1.234.567` has thousands separators. Write it without: `1234567`.
            1,234.56   | `1,234.56` heeft scheidingstekens tussen de duizendtallen. Schrijf zonder: `1234.56`.  | `1,234.56` has thousands separators. Write it without: `1234.56`.
            1_000      | `1_000` heeft scheidingstekens tussen de duizendtallen. Schrijf zonder: `1000`.    | `1_000` has thousands separators. Write it without: `1000`.
            1 000      | `1 000` heeft scheidingstekens tussen de duizendtallen. Schrijf zonder: `1000`.    | `1 000` has thousands separators. Write it without: `1000`.
            1'000      | `1'000` heeft scheidingstekens tussen de duizendtallen. Schrijf zonder: `1000`.    | `1'000` has thousands separators. Write it without: `1000`.
            2026-01-01 | `2026-01-01` lijkt een datum, en hier is een getal nodig. Schrijf een getal; is een jaar nodig, dan het jaartal alleen. Is het een formule, zet dan spaties om de tekens. | `2026-01-01` looks like a date; a number is needed here. Write a number; where a year is needed, the year alone. In a formula, put spaces around the operators.
            1-1-2026   | `1-1-2026` lijkt een datum, en hier is een getal nodig. Schrijf een getal; is een jaar nodig, dan het jaartal alleen. Is het een formule, zet dan spaties om de tekens. | `1-1-2026` looks like a date; a number is needed here. Write a number; where a year is needed, the year alone. In a formula, put spaces around the operators.
            01/02/2026 | `01/02/2026` lijkt een datum, en hier is een getal nodig. Schrijf een getal; is een jaar nodig, dan het jaartal alleen. Is het een formule, zet dan spaties om de tekens. | `01/02/2026` looks like a date; a number is needed here. Write a number; where a year is needed, the year alone. In a formula, put spaces around the operators.
            20-40      | `20-40` lijkt een bereik, en hier is één getal nodig. Schrijf één getal; een invoergegeven kan het bereik als `distribution` krijgen. Is het een aftrekking, schrijf dan een gewoon minteken met spaties eromheen. | `20-40` looks like a range; one number is needed here. Write one number; a parameter can have the range as its `distribution`. For a subtraction, write an ordinary minus with spaces around it.
            5%-7%      | `5%-7%` lijkt een bereik, en hier is één getal nodig. Schrijf één getal; een invoergegeven kan het bereik als `distribution` krijgen. Is het een aftrekking, schrijf dan een gewoon minteken met spaties eromheen. | `5%-7%` looks like a range; one number is needed here. Write one number; a parameter can have the range as its `distribution`. For a subtraction, write an ordinary minus with spaces around it.
            (5)        | `(5)` staat tussen haakjes, zoals boekhouders schrijven wat negatief is. Schrijf `-5` voor een negatief getal, of `5` voor een positief. | `(5)` is in parentheses, as accountants write negative amounts. Write `-5` for a negative number, or `5` for a positive one.
            +5         | er staat een `+` zonder linkerkant in `+5`. Haal hem weg.               | the `+` in `+5` has nothing on its left. Remove it.
            """)
    void theSameTextIsRefusedInTheSameWords(String text, String dutch, String english) throws IOException {
        for (Map.Entry<String, String> message :
                Map.of("nl", dutch, "en", english).entrySet()) {
            String language = message.getKey();
            refused(
                    inScenario(text, language),
                    folder.resolve("s.yaml") + ":10:14: parameters.x.value: " + message.getValue());
            refused(bySet(text, language), folder.resolve("s.yaml") + ": --set x: " + message.getValue());
            refused(byCell(text, language), folder.resolve("t.csv") + ":2:1: x: " + message.getValue());
            refused(byBudget(text, language), "mkba: --budget: " + message.getValue());
        }
    }

    /** A cell holds no formula, so that its advice is another. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            −5    | nl | `−` is hier geen rekenteken. Schrijf `-`. | `−5` is geen getal, percentage of formule. Misschien `-5`?
            −5    | en | `−` is not an operator. Write `-`. | `−5` is not a number, a percentage or an expression. Maybe `-5`?
            1e999 | nl | `1e999` geeft geen eindig getal. Kijk welke waarden hier gelden; bescherm een deling met `max(…, 1)`. | `1e999` geeft geen eindig getal. Verander de cel; laat haar leeg als niets bekend is.
            1e999 | en | `1e999` does not give a finite number. Check the values that apply here; guard a division with `max(…, 1)`. | `1e999` does not give a finite number. Change the cell; leave it empty if nothing is known.
            """)
    void aCellIsRefusedWithAdviceForCells(String text, String language, String message, String ofCell)
            throws IOException {
        refused(inScenario(text, language), folder.resolve("s.yaml") + ":10:14: parameters.x.value: " + message);
        refused(bySet(text, language), folder.resolve("s.yaml") + ": --set x: " + message);
        refused(byCell(text, language), folder.resolve("t.csv") + ":2:1: x: " + ofCell);
        refused(byBudget(text, language), "mkba: --budget: " + message);
    }

    private static void refused(Run run, String message) {
        assertThat(run.status).isEqualTo(2);
        assertThat(run.err).isEqualTo(message + "\n");
        assertThat(run.out).isEmpty();
    }

    /** What is not a number in any form; an option then says what it takes. */
    @ParameterizedTest
    @ValueSource(
            strings = {"x y", "NaN", "Infinity", "0x10", "5d", "1,2,3", "٣", "5.", "1..2", "€ 5", "5 euro", "true"})
    void whatIsNoNumberIsRefusedEverywhere(String text) throws IOException {
        for (Run run : List.of(inScenario(text, "en"), bySet(text, "en"), byCell(text, "en"), byBudget(text, "en"))) {
            assertThat(run.status).isEqualTo(2);
            assertThat(run.err).contains("`" + text + "`");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Option.class,
            names = {"DRAWS", "SEED", "SAMPLES", "THREADS", "PRECISION", "EFFECTS", "BUDGET"})
    void everyNumericOptionOfEveryCommandReadsAlike(Option option) throws IOException {
        assertThat(Option.NUMBERS).contains(option);
        int commands = 0;
        for (String name : Command.NAMES) {
            if (!Command.named(name).orElseThrow().syntax().options().contains(option)) {
                continue;
            }
            commands++;
            List<String> words = new ArrayList<>(List.of(name, scenario("1")));
            switch (name) {
                case "portfolio" ->
                    words.addAll(List.of("--table", table("id,x\na,1\n"), "--out", out(), "--draws=10"));
                case "report" ->
                    words.addAll(List.of("--out", folder.resolve("r.html").toString()));
                default -> words.addAll(List.of());
            }
            if (option == Option.DRAWS) {
                words.remove("--draws=10");
            }
            for (String text : List.of(
                    "1.234.567", "1_000", "1,000", "1 000", "20-40", "(5)", "4,5", "2026-01-01", "+5", "1e999")) {
                List<String> all = new ArrayList<>(words);
                all.add(option.word() + "=" + text);
                all.addAll(List.of("--lang", "en"));
                Run run = run(all.toArray(String[]::new));
                assertThat(run.status).as("%s", all).isEqualTo(2);
                assertThat(run.err)
                        .as("%s", all)
                        .startsWith("mkba: " + option.word() + ": ")
                        .contains("`" + text + "`");
            }
        }
        assertThat(commands).isPositive();
    }

    @Test
    void noNumericOptionIsForgotten() {
        for (Option option : Option.values()) {
            boolean isNumber =
                    List.of("N", "PERCENTAGE", "AMOUNT|YEAR=AMOUNT,…").contains(option.valueName());
            assertThat(Option.NUMBERS.contains(option)).as(option.word()).isEqualTo(isNumber);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"9.000", "10.000", "1.230", "-9.000"})
    void thousandsWithAPointDrawAWarningOnEveryWayIn(String text) throws IOException {
        String read = "warning: `" + text.replace("-", "")
                + "` is read as a number with three decimals. Write thousands without a point.";
        assertThat(warnings(inScenario(text, "en")))
                .containsExactly(folder.resolve("s.yaml") + ":10:14: parameters.x.value: " + read);
        assertThat(warnings(bySet(text, "en"))).containsExactly(folder.resolve("s.yaml") + ": --set x: " + read);
        assertThat(warnings(byCell(text, "en"))).containsExactly(folder.resolve("t.csv") + ":2:1: x: " + read);
        assertThat(warnings(byBudget(text, "en"))).containsExactly("mkba: --budget: " + read);
        assertThat(warnings(run("simulate", scenario("1"), "--draws", text, "--lang", "en")))
                .contains("mkba: --draws: " + read);
        assertThat(warnings(run("run", scenario("1"), "--discounting", text.replace("-", ""), "--lang", "en")))
                .contains(folder.resolve("s.yaml") + ": --discounting: " + read);
    }

    @ParameterizedTest
    @CsvSource({"--discounting, 3, 300", "--effects, 50, 5000", "--precision, 1, 100"})
    void aShareWithoutItsSignDrawsAWarning(String option, String text, String percent) throws IOException {
        String read = option + ": warning: `" + text + "` is read as " + percent + "%. If " + text
                + "% is meant, write `" + text + "%`; otherwise write `" + percent + "%`.";
        List<String> warnings = warnings(run("simulate", scenario("1"), option, text, "--draws", "2", "--lang", "en"));
        assertThat(warnings).anyMatch(line -> line.endsWith(read));
        assertThat(warnings(run("simulate", scenario("1"), option, text + "%", "--draws", "2", "--lang", "en")))
                .noneMatch(line -> line.contains("is read as"));
    }

    @Test
    void anAmountIsNoPercentage() throws IOException {
        assertThat(byBudget("50%", "en").err).contains("--budget cannot be `50%`");
    }

    @Test
    void inATableAColumnDrawsOneWarningThatCounts() throws IOException {
        Run run = run(
                "portfolio",
                scenario("1"),
                "--table",
                table("id;x\na;1.000\nb;20.000\nc;5\nd;3.250\n"),
                "--out",
                out(),
                "--lang",
                "en");
        assertThat(run.status).isZero();
        assertThat(warnings(run))
                .containsExactly(folder.resolve("t.csv")
                        + ":2:1: x: warning: `1.000` is read as a number with three decimals; this column has 3 such cells. "
                        + "Write thousands without a point.");
    }

    @Test
    void checkStrictLetsNoSuchNumberPass() throws IOException {
        assertThat(run("check", scenario("9.000")).status).isZero();
        assertThat(run("check", scenario("9.0"), "--strict").status).isZero();
        Run strict = run("check", scenario("9.000"), "--strict", "--lang", "en");
        assertThat(strict.status).isEqualTo(2);
        assertThat(strict.err)
                .contains("warning: `9.000` is read")
                .contains("--strict refuses a number such as 9.000: write 9000, or 9.0.");
        assertThat(run("check", scenario("1"), "--strict", "--set", "x=9.000").status)
                .isEqualTo(2);
    }

    @Test
    void aFormulaIsReadWhereOneIsAllowed() throws IOException {
        assertThat(inScenario("2026 - 1 - 1", "en").out).contains("\"pv_costs\":2024.0,");
        assertThat(bySet("2026 - 1 - 1", "en").out).contains("\"pv_costs\":2024.0,");
        assertThat(byCell("2026 - 1 - 1", "en").status).isEqualTo(2);
        assertThat(byBudget("2026 - 1 - 1", "en").status).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "9.000 ", "x", "1,", "\u202e"})
    void aLongCellIsNotEchoedWhole(String part) throws IOException {
        String text = part.repeat(95_000 / part.length());
        assertThat(byCell(text, "en").err).contains("…` is not a number");
        for (Run run : List.of(byCell(text, "en"), bySet(text, "en"), byBudget(text, "en"))) {
            assertThat(run.status).isEqualTo(2);
            assertThat(run.err).hasSizeLessThan(1_500).doesNotContain("\u202e");
        }
    }

    @Test
    void columnsThatArePassedOverAreNamed() throws IOException {
        Run run = run(
                "portfolio",
                scenario("1"),
                "--set",
                "x=2",
                "--table",
                table("id,X,name,hosueholds\na,1,b,2\n"),
                "--out",
                out(),
                "--ignore-columns",
                "--lang",
                "en");
        assertThat(run.status).isZero();
        assertThat(run.err)
                .isEqualTo(
                        "mkba: ignored columns (not parameters): `X`, `name`, `hosueholds`.\n"
                                + folder.resolve("t.csv")
                                + ":1:1: X: warning: the column `X` is not a parameter of the scenario and is ignored. Maybe `x`?\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            id,x\\na,1\\nb,"2\\nc,3\\n       | 3:1: x: dit is geen CSV: een aanhalingsteken wordt geopend en niet gesloten. Kijk naar de aanhalingstekens van deze cel: in een tekst tussen aanhalingstekens worden ze dubbel geschreven.
            id,x\\n"a",1\\n"b" c,2\\n        | 3:1: id: dit is geen CSV: er staat iets achter een aanhalingsteken dat een tekst sluit. Kijk naar de aanhalingstekens van deze cel: in een tekst tussen aanhalingstekens worden ze dubbel geschreven.
            id,x\\n"a\\nb",1\\nc,"1"2\\n      | 4:1: x: dit is geen CSV: er staat iets achter een aanhalingsteken dat een tekst sluit. Kijk naar de aanhalingstekens van deze cel: in een tekst tussen aanhalingstekens worden ze dubbel geschreven.
            id,"x\\na,1\\n                    | 1:1: -: dit is geen CSV: een aanhalingsteken wordt geopend en niet gesloten. Kijk naar de aanhalingstekens van deze cel: in een tekst tussen aanhalingstekens worden ze dubbel geschreven.
            """)
    void aBrokenRecordIsNamedByLineAndColumn(String text, String message) throws IOException {
        Run run = run("portfolio", scenario("1"), "--table", table(text.replace("\\n", "\n")), "--out", out());
        assertThat(run.status).isEqualTo(2);
        assertThat(run.err).isEqualTo(folder.resolve("t.csv") + ":" + message + "\n");
    }
}
