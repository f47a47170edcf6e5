package nl.mkba.cli;

import static org.assertj.core.api.Assertions.assertThat;

import blue.strategic.parquet.ParquetReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import nl.mkba.cli.PackagedCommand.Run;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code mkba simulate} and {@code mkba sensitivity}, packaged and run as processes of their own. */
class SimulateIT {

    private static final String EXAMPLE = Path.of(
                    System.getProperty("mkba.root"), "examples", "achter_de_voordeur", "achter_de_voordeur.yaml")
            .toString();

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

    private String output(String... words) throws Exception {
        Run run = mkba.run(words);
        assertThat(run.status()).as(run.errors()).isZero();
        return run.output();
    }

    @ParameterizedTest
    @ValueSource(strings = {"random", "latin_hypercube", "sobol"})
    void simulationsAreTheSameBytesForAnyNumberOfThreads(String sampling) throws Exception {
        String[] words = {"simulate", EXAMPLE, "--format", "json", "--draws", "1000", "--sampling", sampling};
        String one = output(with(words, "--threads", "1"));
        assertThat(output(with(words, "--threads", "2"))).isEqualTo(one);
        assertThat(output(with(words, "--threads", "8"))).isEqualTo(one);
        assertThat(output(words)).isEqualTo(one);
        assertThat(output(with(words, "--seed", "7"))).isNotEqualTo(one);
    }

    @Test
    void replicatesAreTheSameBytesForAnyNumberOfThreads() throws Exception {
        String[] words = {"simulate", EXAMPLE, "--format", "json", "--draws", "500", "--precision", "0.1%"};
        String one = output(with(words, "--threads", "1"));
        assertThat(one).contains("\"precision\":{\"replicates\":");
        assertThat(output(with(words, "--threads", "8"))).isEqualTo(one);
    }

    @ParameterizedTest
    @ValueSource(strings = {"street.yaml", ""})
    void analysesAreTheSameBytesForAnyNumberOfThreads(String file) throws Exception {
        String[] words = {
            "sensitivity", file.isEmpty() ? EXAMPLE : file, "--format", "json", "--draws", "2000", "--samples", "256"
        };
        String one = output(with(words, "--threads", "1"));
        assertThat(output(with(words, "--threads", "2"))).isEqualTo(one);
        assertThat(output(with(words, "--threads", "8"))).isEqualTo(one);
        assertThat(output(words)).isEqualTo(one);
    }

    private static String[] with(String[] words, String... more) {
        return Stream.concat(Stream.of(words), Stream.of(more)).toArray(String[]::new);
    }

    @Test
    void nothingButTheResultIsPrintedWhenPiped() throws Exception {
        Run run = mkba.run("simulate", "street.yaml", "--draws", "300000", "--format", "json");
        assertThat(run.errors()).isEmpty();
        assertThat(run.output()).startsWith("{\"id\":\"street\",\"draws\":300000,\"seed\":1,");
    }

    @ParameterizedTest
    @CsvSource({
        "--draws, 0",
        "--draws, many",
        "--seed, 1.5",
        "--sampling, dice",
        "--threads, 0",
        "--threads, 5000",
        "--precision, 0%",
        "--precision, '1,5%'",
        "--effects, -10%",
        "--effects, half",
        "--draws-out, draws.xlsx",
        "--draws-out, street.yaml",
        "--samples, 64",
        "--alternative, medium"
    })
    void whatIsWrongOnTheCommandLineIsSaidWithStatusTwo(String option, String value) throws Exception {
        Run run = mkba.run("simulate", "street.yaml", option, value, "--out", "result.txt", "--lang", "en");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.output()).isEmpty();
        assertThat(run.errors()).contains(option).doesNotContain("Exception");
        assertThat(folder.resolve("result.txt")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({"--samples, 1", "--draws, -5", "--precision, 1%", "--draws-out, draws.csv"})
    void whatIsWrongWithAnAnalysisIsSaidWithStatusTwo(String option, String value) throws Exception {
        Run run = mkba.run("sensitivity", "street.yaml", option, value);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.output()).isEmpty();
        assertThat(run.errors()).contains(option);
    }

    @Test
    void drawsAreNotWrittenToAFolderThatIsNotThere() throws Exception {
        Run run = mkba.run("simulate", "street.yaml", "--draws-out", "nowhere/draws.csv");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.errors()).contains("nowhere");
    }

    @Test
    void aRefusedDrawEndsWithStatusTwoAndNoFiles() throws Exception {
        String scenario = Files.readString(folder.resolve("street.yaml"))
                .replace("distribution: {triangular: [20, 40, 60]}", "distribution: {normal: {mean: 40, sd: 30}}")
                .replace("quantity: reached", "quantity: ln(reached)");
        Files.writeString(folder.resolve("street.yaml"), scenario);
        Run run = mkba.run("simulate", "street.yaml", "--draws-out", "draws.csv", "--out", "result.txt");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.errors()).contains("reached = -");
        assertThat(names()).containsOnly("street.yaml", "stdout.txt", "stderr.txt");
    }

    @Test
    void everyDrawIsARowOfTheCsv() throws Exception {
        output("simulate", "street.yaml", "--draws", "2500", "--outlook", "all", "--draws-out", "draws.csv");
        List<String> lines = Files.readAllLines(folder.resolve("draws.csv"));
        assertThat(lines).hasSize(2501);
        assertThat(lines.get(0))
                .startsWith("draw,short/reached,short/pv_costs,short/pv_benefits,short/npv,short/net_municipality,")
                .contains(",long/low/cash_neighbour");
        assertThat(lines.get(2500)).startsWith("2499,");
        assertThat(lines).allMatch(line -> line.split(",", -1).length == 41);
    }

    @Test
    void parquetHoldsTheSameFiguresAsCsv() throws Exception {
        String[] words = {"simulate", "street.yaml", "--draws", "1500", "--draws-out"};
        output(with(words, "draws.csv"));
        output(with(words, "draws.parquet"));
        List<String> rows = new ArrayList<>();
        try (Stream<String[]> read = ParquetReader.streamContentToStrings(
                folder.resolve("draws.parquet").toFile())) {
            read.forEach(row -> rows.add(String.join(",", row)));
        }
        List<String> lines = Files.readAllLines(folder.resolve("draws.csv"));
        assertThat(rows).hasSize(1500);
        String[] header = lines.get(0).split(",", -1);
        for (int i = 0; i < rows.size(); i++) {
            String[] figures = lines.get(i + 1).split(",", -1);
            List<String> row = new ArrayList<>();
            for (int column = 0; column < header.length; column++) {
                row.add(header[column] + "=" + figures[column]);
            }
            assertThat(rows.get(i)).isEqualTo(String.join(",", row));
        }
    }

    @Test
    void whatIsStoppedLeavesNoFile() throws Exception {
        Process process = mkba.start("simulate", EXAMPLE, "--draws", "200000", "--draws-out", "draws.csv");
        while (process.isAlive() && names().stream().noneMatch(name -> name.endsWith(".tmp"))) {
            Thread.sleep(20);
        }
        process.destroy();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isNotZero();
        assertThat(names()).containsOnly("street.yaml", "stdout.txt", "stderr.txt");
        assertThat(folder.resolve("stdout.txt")).isEmptyFile();
    }

    @Test
    void whatIsKilledLeavesNoFileOfThatName() throws Exception {
        Process process = mkba.start("simulate", EXAMPLE, "--draws", "200000", "--draws-out", "draws.parquet");
        while (process.isAlive() && names().stream().noneMatch(name -> name.endsWith(".tmp"))) {
            Thread.sleep(20);
        }
        process.destroyForcibly();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(folder.resolve("draws.parquet")).doesNotExist();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
