package nl.mkba.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people get to read says what it is of, and no text of a scenario can steer a terminal, a spreadsheet or a page. */
class CleanOutputTest {

    /** Control characters but the end of a line, and what turns the direction of writing. */
    private static final Pattern STEERING = Pattern.compile(
            "[\\x00-\\x09\\x0b-\\x1f\\x7f-\\x9f\\u061c\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff]");

    private static final String HOSTILE = """
            mkba: 1
            id: hostile
            title: "Ti\\e[31mtle\\u202E\\a\\nsecond\\u061C"
            description: "d\\e]0;x\\a"
            base_year: 2026
            price_level: 2026
            horizon: 5
            discounting: 0%
            stakeholders:
              city: {sector: public, name: "Ci\\nty | \\u202E*bold* <b>x</b>"}
              other: {name: "=cmd|' /C calc'!A0", sector: households}
            parameters:
              x: {value: 5, name: "par\\r\\nam \\u009B31m", unit: "€\\n/\\ty\\e", note: "note\\e[1m\\n| _x000D_",
                  source: "so\\nurce\\u2028\\u200B", distribution: {uniform: [1, 10]}}
              y: {value: 5, name: "@SUM(1)\\u0085", distribution: {uniform: [1, 10]}}
            interventions:
              m:
                name: "in\\nter | vention\\u202E"
                costs: {c: {paid_by: city, amount: 1, name: "co\\nst"}}
                effects:
                  e: {quantity: 1, value: x + y, accrues_to: city, name: "ef\\nfect\\e"}
                  f: {quantity: 1, value: x * 2, accrues_to: other, name: "=1+1"}
                unpriced:
                  - {name: "-un\\npriced\\u0007", sign: positive, stakeholder: city, note: "a\\nb"}
            """;

    private static final List<String> COMMANDS = List.of(
            "run FILE",
            "simulate FILE --draws 20",
            "sensitivity FILE --draws 100 --samples 16",
            "coalition FILE",
            "coalition FILE --draws 20",
            "shapley FILE",
            "explain FILE m.e",
            "compare FILE FILE",
            "report FILE --draws 20 --format md");

    @TempDir
    Path folder;

    private String file = "";

    /** What a command line came to. */
    private record Run(int status, String out, String err) {}

    private static Run run(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = new Program(new Console(out, err, false)).run(words);
        return new Run(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private Run command(String line, String... more) {
        List<String> words = new ArrayList<>();
        for (String word : line.split(" ")) {
            words.add(word.equals("FILE") ? file : word);
        }
        words.addAll(List.of(more));
        return run(words.toArray(String[]::new));
    }

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("hostile.yaml"), HOSTILE).toString();
    }

    static Stream<String> commands() {
        return COMMANDS.stream();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void noTextSteersATerminal(String command) {
        Run run = command(command);
        assertThat(run.status).as(run.err).isZero();
        assertThat(run.out + run.err).isNotEmpty().doesNotContainPattern(STEERING);
        assertThat(run.out).doesNotContain("second\u061c").doesNotContainPattern("(?m)^(second|urce|nter|vention|ty )");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void jsonIsValidAndCsvHasOneLineARow(String command) throws IOException {
        if (!command.startsWith("report")) {
            Run json = command(command, "--format", "json");
            assertThat(json.status).as(json.err).isZero();
            assertThat(json.out).doesNotContainPattern(STEERING);
            assertThat(new ObjectMapper().readTree(json.out).isObject()).isTrue();
        }
        if (!command.startsWith("report") && !command.startsWith("explain") && !command.startsWith("compare")) {
            Run csv = command(command, "--format", "csv");
            assertThat(csv.status).as(csv.err).isZero();
            assertThat(csv.out).doesNotContainPattern(STEERING);
            assertThat(csv.out.lines())
                    .allSatisfy(line ->
                            assertThat(line).startsWith(line.startsWith("scenario") ? "scenario," : "hostile,"));
        }
    }

    @Test
    void aCellOfATableInMarkdownEndsWhereItsColumnDoes() {
        String report = command("report FILE --draws 20 --format md").out;
        assertThat(report).contains("| Ci ty \\| \\*bold\\* \\<b\\>x\\</b\\> |");
    }

    @Test
    void thePageShowsTextsAsTheyAre() throws IOException {
        Path page = folder.resolve("r.html");
        assertThat(command("report FILE --draws 20", "--out", page.toString()).status)
                .isZero();
        String html = Files.readString(page);
        assertThat(html).contains("Ci ty | *bold* &lt;b&gt;x&lt;/b&gt;").doesNotContain("<b>x</b>");
        // the page's own scripts hold such characters in their texts
        // and the page itself joins the minus sign to its amount
        assertThat(html.replaceAll("(?s)<script>.*?</script>", "").replace("-\u2060€", "-€"))
                .doesNotContainPattern(STEERING);
        assertThat(html).doesNotContain("\\u202e\\u202E");
    }

    @Test
    void theWorkbookHoldsTextsAsTexts() throws IOException {
        Path out = folder.resolve("r.xlsx");
        assertThat(command("report FILE --draws 20", "--out", out.toString()).status)
                .isZero();
        List<String> texts = new ArrayList<>();
        try (Workbook workbook = new XSSFWorkbook(Files.newInputStream(out))) {
            for (Sheet sheet : workbook) {
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        if (cell.getCellType() == CellType.STRING) {
                            texts.add(cell.getStringCellValue());
                        }
                    }
                }
            }
        }
        assertThat(texts).contains("note [1m | _x000D_", "=cmd|' /C calc'!A0", "=1+1");
        assertThat(texts).allSatisfy(text -> assertThat(text).doesNotContainPattern(STEERING));
    }

    /** Everything that makes the result another one than the file's, and what it is called. */
    private static final String[] CHANGED = {
        "--set", "x=7", "--set", "y = 2*3", "--discounting", "3%", "--outlook", "all", "--lang", "en"
    };

    private static final String SENTENCE = "with: par  am  31m = 7; @SUM(1) = 2*3; discount rate 3%; every outlook";

    @ParameterizedTest
    @MethodSource("commands")
    void whatIsNotTheFileItselfComesBeforeTheTitle(String command) {
        Run run = command(command, CHANGED);
        assertThat(run.status).as(run.err).isZero();
        boolean isReport = command.startsWith("report");
        assertThat(run.out.lines().findFirst().orElse(""))
                .isEqualTo(
                        isReport
                                ? "> Not the file as it stands, but with: par  am  31m = 7; @SUM(1) = 2\\*3; discount rate 3%; every outlook"
                                : "Not the file as it stands, but " + SENTENCE);
        Run plain = command(command, "--lang", "en");
        assertThat(plain.out).doesNotContain("Not the file");
        if (!isReport) {
            assertThat(command(command, "--set", "x=5", "--format", "json", "--lang", "en").out)
                    .startsWith("{")
                    .doesNotContain("Not the file");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "simulate FILE --draws 20",
                "sensitivity FILE --draws 100 --samples 16",
                "coalition FILE",
                "shapley FILE"
            })
    void theScepticsRunIsOneOfThem(String command) {
        assertThat(command(command, "--effects", "50%").out)
                .startsWith(
                        "Niet het bestand zelf, maar met: gunstige effecten × 50% (ongunstige tellen helemaal mee)\n\nTi");
        assertThat(command(command, "--effects", "100%").out).startsWith("Ti");
    }

    @Test
    void whatIsNotTheFileItselfStandsAboveTheTitleOfEveryReport() throws IOException {
        String[] changed = {"--effects", "50%", "--set", "x=7"};
        String sentence =
                "Niet het bestand zelf, maar met: gunstige effecten × 50% (ongunstige tellen helemaal mee); par  am  31m = 7";
        Path page = folder.resolve("r.html");
        command("report FILE --draws 20 --out " + page, changed);
        String html = Files.readString(page);
        assertThat(html.indexOf(sentence)).isPositive().isLessThan(html.indexOf("<h1"));
        assertThat(html)
                .contains("Not the file as it stands, but with: positive effects × 50% (negative ones in full)");
        Path book = folder.resolve("r.xlsx");
        command("report FILE --draws 20 --out " + book, changed);
        try (Workbook workbook = new XSSFWorkbook(Files.newInputStream(book))) {
            assertThat(workbook.getSheetAt(0).getRow(0).getCell(0).getStringCellValue())
                    .isEqualTo(sentence);
            assertThat(workbook.getSheetAt(0).getRow(1).getCell(0).getStringCellValue())
                    .startsWith("Ti");
        }
        Path compared = folder.resolve("c.html");
        assertThat(command("report FILE FILE --draws 20 --out " + compared, changed).status)
                .isZero();
        assertThat(Files.readString(compared)).contains(sentence);
    }

    @Test
    void thePortfolioSaysItToo() throws IOException {
        Path table = Files.writeString(folder.resolve("t.csv"), "id,x\na,1\n");
        Run run =
                command("portfolio FILE --table " + table + " --out " + folder.resolve("o.csv"), "--discounting", "3%");
        assertThat(run.status).as(run.err).isZero();
        assertThat(run.out).startsWith("Niet het bestand zelf, maar met: discontovoet 3%\n\n");
    }

    /**
     * Two reductions of 50% and of a part r of an outcome worth 1000 take away 1000 (0.5 + r) gross, of which 1000 · 0.5 · r
     * overlaps: with r = 1e-10 a ten-billionth part of the total, with r = 1% 5.
     */
    @ParameterizedTest
    @CsvSource({"1e-10, false", "1%, true"})
    void aStepThatIsOnlyRoundingIsLeftOut(String reduction, boolean isThere) throws IOException {
        Path scenario = Files.writeString(folder.resolve("rounding.yaml"), ROUNDING.replace("REDUCTION", reduction));
        Path page = folder.resolve("r.html");
        String text = run("run", scenario.toString(), "--full").out;
        String report = run("report", scenario.toString(), "--format", "md").out;
        assertThat(run("report", scenario.toString(), "--out", page.toString()).status)
                .isZero();
        String chart = Files.readString(page);
        chart = chart.substring(chart.indexOf("data-kind=\"WATERFALL\""));
        chart = chart.substring(0, chart.indexOf("</script>"));
        assertThat(text.contains("Overlap")).isEqualTo(isThere);
        assertThat(report.contains("| Overlap")).isEqualTo(isThere);
        assertThat(chart.contains("Overlap")).isEqualTo(isThere);
        // Without a step gross is net, and stands once.
        assertThat(chart.contains("Bruto")).isEqualTo(isThere);
        assertThat(chart).contains("Netto");
    }

    private static final String ROUNDING = """
            mkba: 1
            id: rounding
            title: Rounding
            base_year: 2026
            price_level: 2026
            horizon: 1
            discounting: 0%
            stakeholders: {city: {sector: public}}
            outcomes:
              harm: {baseline: 1, values: {total: {value: 1000, borne_by: city}}}
            interventions:
              one:
                costs: {c: {paid_by: city, amount: 1}}
                effects: {e: {reduces: harm, by: 50%}}
              other:
                costs: {c: {paid_by: city, amount: 1}}
                effects: {e: {reduces: harm, by: REDUCTION}}
            """;

    /** Arguments that are wrong in every way there is; none of them may be answered by Java. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "run",
                "run nope.yaml",
                "run /",
                "run .",
                "run FILE --set =",
                "run FILE --set =1",
                "run FILE --set x=",
                "run FILE --alternative x",
                "run FILE --discounting x",
                "run FILE --discounting 1e999",
                "run FILE --outlook x",
                "run FILE --format x",
                "run FILE --out /",
                "run FILE --out /nope/x",
                "run FILE --csv",
                "run FILE --csv x",
                "run FILE --lang fr",
                "run FILE --nope",
                "run FILE --library /nope",
                "simulate FILE --draws 0",
                "simulate FILE --draws x",
                "simulate FILE --draws 99999999999999",
                "simulate FILE --seed x",
                "simulate FILE --sampling x",
                "simulate FILE --threads 0",
                "simulate FILE --threads 100000",
                "simulate FILE --precision 0",
                "simulate FILE --precision 1e99999999999",
                "simulate FILE --effects -1",
                "simulate FILE --effects 1e99999999999",
                "simulate FILE --draws-out x",
                "simulate FILE --draws-out /nope/x.csv",
                "sensitivity FILE --samples 0",
                "sensitivity FILE --draws x",
                "coalition FILE --seed 1",
                "shapley FILE --draws 0",
                "explain FILE",
                "explain FILE x",
                "explain FILE .",
                "explain FILE x.",
                "explain FILE .x",
                "explain FILE x.y",
                "compare FILE",
                "compare FILE:x FILE",
                "compare FILE nope",
                "compare : :",
                "portfolio FILE",
                "portfolio FILE --table / --out x.csv",
                "portfolio FILE --table FILE --out x",
                "portfolio FILE --table nope.csv --out x.csv",
                "report FILE",
                "report FILE --out x",
                "report FILE FILE --out x.xlsx",
                "report FILE --out /nope/x.html",
                "test nope",
                "new x",
                "new nope x",
                "catalogue --format x",
                "schema x",
                "completion x",
                "check",
                "check -x",
                "--lang",
                "--lang x",
                "nope"
            })
    void noBadArgumentIsAnsweredByJava(String line) {
        Run run = command(line.replace("FILE:", file + ":"));
        assertThat(run.status).as(run.err).isEqualTo(2);
        assertThat(run.out).isEmpty();
        assertThat(run.err)
                .isNotEmpty()
                .doesNotContain("Exception", "java.", "nl.mkba", "interne fout", "internal error");
        assertThat(Arrays.stream(run.err.split("\n")))
                .allSatisfy(each -> assertThat(each).isNotBlank());
    }

    @Test
    void emptyWordsAreRefusedToo() {
        for (String option :
                List.of("--alternative", "--outlook", "--set", "--discounting", "--out", "--format", "--lang")) {
            Run run = command("run FILE", option, "");
            assertThat(run.status).as(option + run.err).isEqualTo(2);
            assertThat(run.err).doesNotContain("Exception");
        }
        assertThat(run("").err).doesNotContain("Exception");
        assertThat(run("run", "").status).isEqualTo(2);
    }
}
