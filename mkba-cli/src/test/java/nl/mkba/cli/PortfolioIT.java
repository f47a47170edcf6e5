package nl.mkba.cli;

import static org.assertj.core.api.Assertions.assertThat;

import blue.strategic.parquet.Hydrator;
import blue.strategic.parquet.ParquetReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.mkba.cli.PackagedCommand.Run;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code mkba portfolio}, packaged and run as a process of its own. */
class PortfolioIT {

    @TempDir
    Path folder;

    private PackagedCommand mkba = new PackagedCommand(Path.of("."));

    @BeforeEach
    void copyScenario() throws IOException {
        mkba = new PackagedCommand(folder);
        try (InputStream in = CommandIT.class.getResourceAsStream("street.yaml")) {
            Files.write(
                    folder.resolve("street.yaml"), Objects.requireNonNull(in).readAllBytes());
        }
    }

    private void table(String text) throws IOException {
        Files.writeString(folder.resolve("streets.csv"), text);
    }

    private void table(int rows) throws IOException {
        StringBuilder text = new StringBuilder("id,salary,gain,programme_years\n");
        for (int i = 0; i < rows; i++) {
            text.append(String.format(
                    Locale.ROOT, "street%d,%d,%.4f,%d%n", i, 50_000 + i % 20_000, 2000 + i % 977 / 7.0, 1 + i % 4));
        }
        table(text.toString());
    }

    private Run portfolio(String... more) throws Exception {
        return mkba.run(words(more));
    }

    private static String[] words(String... more) {
        return Stream.concat(
                        Stream.of("portfolio", "street.yaml", "--table", "streets.csv", "--lang", "en"),
                        Stream.of(more))
                .toArray(String[]::new);
    }

    private void done(String... more) throws Exception {
        Run run = portfolio(more);
        assertThat(run.status()).as(run.errors()).isZero();
        assertThat(run.errors()).isEmpty();
    }

    private List<String> lines(String file) throws IOException {
        return Files.readAllLines(folder.resolve(file));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith("std"))
                    .toList();
        }
    }

    @Test
    void everyRowHasALineForEachAlternativeAndOutlook() throws Exception {
        table("id;salary;gain\n\"A;1\"; 60000 ;2500\nB;30000;2500\n");
        Run run = portfolio("--outlook", "all", "--out", "out.csv");
        assertThat(run.status()).as(run.errors()).isZero();
        assertThat(run.output())
                .isEqualTo("Not the file as it stands, but with: every outlook\n\n2 places × 4 cases: 8 lines in "
                        + folder.resolve("out.csv") + "\n");
        List<String> lines = lines("out.csv");
        assertThat(lines.get(0))
                .isEqualTo(
                        "id,alternative,outlook,pv_costs,pv_benefits,npv,bcr,weighted_npv,net_municipality,net_household,net_neighbour");
        assertThat(lines).hasSize(9);
        assertThat(lines.get(1)).startsWith("\"A;1\",short,,60000.0,");
        assertThat(lines.get(2)).startsWith("\"A;1\",short,low,60000.0,");
        assertThat(lines.get(4)).startsWith("\"A;1\",long,low,");
        assertThat(lines.get(5)).startsWith("B,short,,30000.0,");
        assertThat(names()).containsExactlyInAnyOrder("street.yaml", "streets.csv", "out.csv");
    }

    /** A row with the scenario's own values has the figures that run prints. */
    @Test
    void figuresAreThoseOfRun() throws Exception {
        table("id,salary\nA,60000\n");
        done("--alternative", "long", "--out", "out.csv");
        String json = mkba.run("run", "street.yaml", "--alternative", "long", "--format", "json")
                .output();
        String[] cells = lines("out.csv").get(1).split(",");
        assertThat(json).contains("\"pv_costs\":" + cells[3] + ",\"pv_benefits\":" + cells[4] + ",\"npv\":" + cells[5]);
        assertThat(json)
                .contains("\"bcr\":" + cells[6])
                .contains("\"weighted_npv\":" + cells[7])
                .contains("\"net\":" + cells[8]);
    }

    @Test
    void everyFormHasTheSameFigures() throws Exception {
        table("id,salary,gain\nA,60000,2500\nB,0,2600\nC,61000,2700.5\n");
        done("--outlook", "all", "--draws", "200", "--out", "out.csv");
        done("--outlook", "all", "--draws", "200", "--out", "out.jsonl");
        done("--outlook", "all", "--draws", "200", "--out", "out.parquet");
        done("--outlook", "all", "--draws", "200", "--out", "excel.csv", "--csv", "excel-nl");
        List<String> csv = lines("out.csv");
        String[] names = csv.get(0).split(",");
        assertThat(names).contains("npv_mean", "npv_p5", "npv_p50", "npv_p95", "probability_positive");
        List<List<String>> parquet;
        try (Stream<List<String>> rows =
                ParquetReader.streamContent(folder.resolve("out.parquet").toFile(), new Rows())) {
            parquet = rows.toList();
        }
        List<String> json = lines("out.jsonl");
        List<String> excel = lines("excel.csv");
        assertThat(excel.get(0)).isEqualTo("\uFEFF" + csv.get(0).replace(',', ';'));
        for (int i = 1; i < csv.size(); i++) {
            String[] cells = csv.get(i).split(",", -1);
            List<String> here = new ArrayList<>();
            for (int c = 0; c < cells.length; c++) {
                here.add(cells[c].isEmpty() ? "null" : cells[c]);
                String value = c < 3 && !cells[c].isEmpty() ? '"' + cells[c] + '"' : here.get(c);
                assertThat(json.get(i - 1)).contains('"' + names[c] + "\":" + value);
            }
            assertThat(parquet.get(i - 1)).isEqualTo(here);
            assertThat(excel.get(i).replace(',', '.')).isEqualTo(String.join(";", cells));
        }
        // Without costs there is no ratio.
        assertThat(csv.get(5).split(",")[6]).isEmpty();
        assertThat(parquet).hasSize(12);
    }

    /** Every cell of a row as text. */
    private static final class Rows implements Hydrator<List<String>, List<String>, String[]> {
        @Override
        public List<String> start() {
            return new ArrayList<>();
        }

        @Override
        public List<String> add(List<String> row, String[] path, Object value) {
            row.add(String.valueOf(value));
            return row;
        }

        @Override
        public List<String> finish(List<String> row) {
            return row;
        }
    }

    @Test
    void outputIsTheSameForAnyNumberOfThreads() throws Exception {
        table(9000);
        for (String ending : List.of("csv", "parquet")) {
            done("--out", "one." + ending, "--threads", "1");
            done("--out", "many." + ending, "--threads", "7");
            assertThat(folder.resolve("many." + ending)).hasSameBinaryContentAs(folder.resolve("one." + ending));
        }
    }

    @Test
    void badRowsAreToldOfWithTheirLinesAndNothingIsWritten() throws Exception {
        table("id,salary,programme_years\nA,60000,3\nB,\"4,5\",3\n,60000,3\nD,60000,2.5\nE,1\nF,60000,0\n");
        Run run = portfolio("--out", "out.csv", "--alternative", "long");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.output()).isEmpty();
        assertThat(run.errors().lines()).hasSize(7);
        assertThat(run.errors().lines())
                .anySatisfy(line ->
                        assertThat(line).startsWith("streets.csv:3:1: salary: ").contains("4.5"));
        assertThat(run.errors().lines()).anyMatch(line -> line.startsWith("streets.csv:4:1: id: "));
        assertThat(run.errors().lines())
                .anyMatch(line -> line.startsWith("streets.csv:5:1: interventions.coach.costs.wage.when.years: 2.5 "));
        assertThat(run.errors().lines()).anyMatch(line -> line.startsWith("streets.csv:6:1: -: "));
        assertThat(run.errors().lines())
                .anyMatch(line -> line.startsWith("streets.csv:7:1: interventions.coach.costs.wage.when.years: 0 "));
        assertThat(names()).containsExactlyInAnyOrder("street.yaml", "streets.csv");
        Run skipping = portfolio("--out", "out.csv", "--alternative", "long", "--skip-bad-rows", "--format", "json");
        assertThat(skipping.status()).isZero();
        assertThat(skipping.output()).contains("\"rows\":6,\"skipped\":5,\"lines\":1,");
        assertThat(skipping.errors()).endsWith("mkba: 5 of 6 rows are bad and were left out.\n");
        assertThat(lines("out.csv")).hasSize(2);
    }

    @Test
    void manyBadRowsEndTheWorkEarly() throws Exception {
        StringBuilder text = new StringBuilder("id,salary\n");
        for (int i = 0; i < 50_000; i++) {
            text.append(i).append(",?\n");
        }
        table(text.toString());
        Run run = portfolio("--out", "out.csv");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.errors().lines()).hasSize(101);
        assertThat(run.errors()).doesNotContain("Exception");
    }

    @Test
    void unknownColumnsAreRefusedUnlessTheyArePassedOver() throws Exception {
        table("id,name,salry\nA,Street,1\n");
        Run run = portfolio("--out", "out.csv");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.errors()).contains("streets.csv:1:1: name: ").contains("Maybe `salary`?");
        Run passing = portfolio("--out", "out.csv", "--ignore-columns");
        assertThat(passing.status()).isZero();
        assertThat(passing.errors().lines())
                .satisfiesExactly(
                        names -> assertThat(names).endsWith("(not parameters): `name`, `salry`."),
                        near -> assertThat(near)
                                .startsWith("streets.csv:1:1: salry: warning: ")
                                .endsWith("Maybe `salary`?"));
        assertThat(lines("out.csv")).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "--out, out.xlsx",
        "--out, streets.csv",
        "--out, nowhere/out.csv",
        "--draws, 0",
        "--seed, 3",
        "--csv, german",
        "--threads, 0"
    })
    void whatIsWrongOnTheCommandLineIsSaidWithStatusTwo(String option, String value) throws Exception {
        table("id,salary\nA,60000\n");
        List<String> words = new ArrayList<>(List.of(option, value));
        if (!option.equals("--out")) {
            words.addAll(List.of("--out", "out.csv"));
        }
        Run run = portfolio(words.toArray(String[]::new));
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.errors())
                .contains(value.startsWith("nowhere") ? "nowhere" : option)
                .doesNotContain("Exception");
        assertThat(names()).containsExactlyInAnyOrder("street.yaml", "streets.csv");
    }

    @Test
    void tableAndOutputAreNeeded() throws Exception {
        assertThat(mkba.run("portfolio", "street.yaml", "--out", "out.csv").errors())
                .contains("--table");
        assertThat(mkba.run("portfolio", "street.yaml", "--table", "street.yaml")
                        .errors())
                .contains("--out");
        table("id,salary\n");
        assertThat(portfolio("--out", "out.csv").status()).isEqualTo(2);
    }

    /** The process is really killed in the middle; going on gives the bytes of an undisturbed run, of the page about the places too. */
    @ParameterizedTest
    @CsvSource({"csv, false", "parquet, false", "csv, true"})
    void aKilledRunIsGoneOnWith(String ending, boolean hasPage) throws Exception {
        table(2000);
        String[] options = {"--draws", "1200", "--outlook", "all", "--budget", "1000000"};
        String[] whole = {"--out", "whole." + ending, "--report", "whole.html"};
        String[] out = {"--out", "out." + ending, "--report", "out.html"};
        if (!hasPage) {
            whole = Arrays.copyOf(whole, 2);
            out = Arrays.copyOf(out, 2);
        }
        done(concat(options, whole));
        Path progress = folder.resolve("out." + ending + ".progress");
        Process process = mkba.start(words(concat(concat(options, out), "--threads", "1")));
        while (process.isAlive()
                && (!Files.exists(progress) || Files.readAllLines(progress).size() < 4)) {
            Thread.sleep(5);
        }
        process.destroyForcibly();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as("killed, not done").isNotZero();
        assertThat(folder.resolve("out." + ending)).doesNotExist();
        assertThat(folder.resolve("out.html")).doesNotExist();
        int parts = Files.readAllLines(progress).size();
        assertThat(parts).isGreaterThanOrEqualTo(4);
        // As if it had been killed within writing a part and a note.
        Files.writeString(progress, "17\t", StandardOpenOption.APPEND);
        Files.writeString(folder.resolve("out." + ending + ".partial"), "torn", StandardOpenOption.APPEND);

        Run changed = portfolio(concat(concat(options, out), "--resume", "--set", "gain=1"));
        assertThat(changed.status()).isEqualTo(2);
        assertThat(changed.errors()).contains("--resume");
        Run other = portfolio(concat(
                options,
                hasPage
                        ? new String[] {"--out", "out." + ending, "--resume"}
                        : new String[] {"--out", "out." + ending, "--report", "out.html", "--resume"}));
        assertThat(other.status())
                .as("what was kept is not for a page, or for one only")
                .isEqualTo(2);
        done(concat(concat(options, out), "--resume"));
        assertThat(folder.resolve("out." + ending)).hasSameBinaryContentAs(folder.resolve("whole." + ending));
        if (hasPage) {
            assertThat(folder.resolve("out.html")).hasSameBinaryContentAs(folder.resolve("whole.html"));
        }
        List<String> made = new ArrayList<>(List.of("street.yaml", "streets.csv", "out." + ending, "whole." + ending));
        if (hasPage) {
            made.addAll(List.of("out.html", "whole.html"));
        }
        assertThat(names()).containsExactlyInAnyOrderElementsOf(made);
    }

    private static String[] concat(String[] words, String... more) {
        return Stream.concat(Stream.of(words), Stream.of(more)).toArray(String[]::new);
    }

    @Test
    void resumingRefusesAChangedTable() throws Exception {
        table(20);
        Files.writeString(folder.resolve("out.csv.partial"), "");
        Files.writeString(folder.resolve("out.csv.progress"), "mkba parts 1 another\n");
        Run run = portfolio("--out", "out.csv", "--resume");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.errors()).contains("another scenario or table");
        Run restarted = portfolio("--out", "out.csv");
        assertThat(restarted.status()).isZero();
        assertThat(restarted.errors()).contains("is discarded");
        done("--out", "out.csv", "--resume");
    }

    /**
     * With 0.5, 1 and 2 million to spend on streets that differ in what they gain: the text says what is chosen, and the JSON
     * agrees with the figures in the file.
     */
    @Test
    void aBudgetIsSpentWhereItYieldsMost() throws Exception {
        table("id,salary,gain\nA,60000,9000\nB,60000,8000\nC,60000,100\nD,60000,7000\n");
        Run run = portfolio("--out", "out.csv", "--alternative", "short", "--budget", "120000", "--format", "json");
        assertThat(run.status()).as(run.errors()).isZero();
        assertThat(run.output())
                .contains("\"objective\":\"npv\",\"budget\":120000.0,\"budget_of\":null,\"cost\":120000.0,")
                .contains(
                        "\"gap\":0.0,\"count\":2,\"places\":[{\"id\":\"A\",\"alternative\":\"short\",\"cost\":60000.0,")
                .contains("{\"id\":\"B\",\"alternative\":\"short\",\"cost\":60000.0,")
                .contains("\"changes\":[{\"id\":\"D\",\"alternative\":\"short\",\"instead_of\":null}]");
        assertThat(names()).containsExactlyInAnyOrder("street.yaml", "streets.csv", "out.csv");
        Run text = portfolio("--out", "out.csv", "--budget", "120000", "--budget-of", "municipality", "--draws", "50");
        assertThat(text.status()).as(text.errors()).isZero();
        assertThat(text.output())
                .contains("Choice within a budget of €120,000 (present value of what Gemeente pays)")
                .contains("No choice is better: proven.")
                .contains("In draws");
        assertThat(lines("out.csv").get(0)).endsWith(",probability_positive,costs_municipality");
        assertThat(portfolio("--out", "out.csv", "--budget", "5", "--budget-of", "mayor")
                        .status())
                .isEqualTo(2);
        table("id,salary\nA,60000\nA,60000\n");
        Run twice = portfolio("--out", "twice.csv", "--budget", "5");
        assertThat(twice.status()).isEqualTo(2);
        assertThat(twice.errors()).contains("`A`");
        assertThat(names()).containsExactlyInAnyOrder("street.yaml", "streets.csv", "out.csv");
    }

    /** The page about a budget shows what the command prints for the table that it has made. */
    @ParameterizedTest
    @CsvSource({"nl/waar-beginnen.md, nl", "en/where-to-begin.md, en"})
    void thePageShowsWhatTheCommandPrints(String page, String language) throws Exception {
        Path root = Path.of(System.getProperty("mkba.root"));
        Process maker = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        root.resolve("examples/src/main/java/nl/mkba/examples/NeighbourhoodTable.java")
                                .toString(),
                        folder.resolve("table.csv").toString())
                .inheritIO()
                .start();
        assertThat(maker.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(maker.exitValue()).isZero();
        String table = Files.readString(folder.resolve("table.csv"));
        assertThat(table.lines()).hasSize(14_001);
        Run run = mkba.run(
                "portfolio",
                root.resolve("examples/alle_buurten/alle_buurten.yaml").toString(),
                "--table",
                "table.csv",
                "--out",
                "out.csv",
                "--budget",
                "250000000",
                "--budget-of",
                "state",
                "--lang",
                language);
        assertThat(run.status()).as(run.errors()).isZero();
        assertThat(lines("out.csv")).hasSize(28_001);
        int shown = 0;
        Matcher block = Pattern.compile("(?s)```(text|csv)\n(.*?)\n```")
                .matcher(Files.readString(root.resolve("docs").resolve(page)));
        while (block.find()) {
            String text = block.group(2);
            if (block.group(1).equals("csv")) {
                assertThat(table).startsWith(text);
            } else if (text.contains("€")) {
                assertThat(run.output()).contains(text);
                shown++;
            }
        }
        assertThat(shown).isEqualTo(2);
    }
}
