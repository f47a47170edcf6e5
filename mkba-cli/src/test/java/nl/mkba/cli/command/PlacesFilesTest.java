package nl.mkba.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command reads and writes: tables of any kind, and nothing lost on disk. */
class PlacesFilesTest {

    /** What a command line came to. */
    private record Run(int status, String out, String err) {}

    private static final String TABLE = "id,x\na,1\nb,2\n";

    @TempDir
    private Path folder;

    @BeforeEach
    void copyFiles() throws IOException {
        copy("types.yaml");
        copy("pf.yaml");
        Files.writeString(folder.resolve("t.csv"), TABLE);
    }

    private void copy(String name) throws IOException {
        try (InputStream in = PlacesFilesTest.class.getResourceAsStream("/nl/mkba/cli/tables/" + name)) {
            Files.write(folder.resolve(name), Objects.requireNonNull(in).readAllBytes());
        }
    }

    private Run run(String... words) {
        return run(new byte[0], words);
    }

    /** Runs a command line; words that begin with {@code @} name a file in the folder. */
    private Run run(byte[] input, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] line = Arrays.stream(words)
                .map(word ->
                        word.startsWith("@") ? folder.resolve(word.substring(1)).toString() : word)
                .toArray(String[]::new);
        int status = new Program(new Console(new ByteArrayInputStream(input), out, err, false)).run(line);
        return new Run(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private Run portfolio(String... more) {
        List<String> words = new ArrayList<>(List.of("portfolio", "@types.yaml", "--lang", "en"));
        words.addAll(List.of(more));
        return run(words.toArray(String[]::new));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    @ParameterizedTest
    @CsvSource({
        "pf, pq-badpage, en, text, 'parameter of the scenario'",
        "pf, pq-badpage, nl, json, 'invoergegeven van het bestand'",
        "types, pq-badpage, en, json, 'a page is damaged'",
        "types, pq-badpage, nl, text, 'een pagina is beschadigd'",
        "pf, pq-empty-schema, en, text, 'row counts'",
        "pf, pq-empty-schema, nl, json, 'aantal rijen'",
        "types, pq-oom1, en, text, 'Parquet file is damaged'",
        "types, pq-oom1, nl, json, 'Parquet-bestand is beschadigd'",
        "pf, pq-snappy-size, en, json, 'compressed data are damaged'",
        "pf, pq-snappy-size, nl, text, 'gecomprimeerde gegevens zijn beschadigd'",
        "pf, pq-width0, en, text, 'value counts'",
        "pf, pq-width0, nl, json, 'aantal waarden'",
        "pf, pq-zero-pages, en, json, 'ends too soon'",
        "pf, pq-zero-pages, nl, text, 'houdt te vroeg op'",
        "types, t_date, en, text, 'x: this column holds dates, which cannot be an amount'",
        "types, t_date, nl, json, 'x: deze kolom bevat datums; dat kan geen bedrag zijn'",
        "types, t_timestamp, en, json, 'timestamps'",
        "types, t_timestamp, nl, text, 'tijdstippen'"
    })
    @Timeout(20)
    void aTableThatCannotBeReadIsRefusedInItsOwnTerms(
            String scenario, String table, String language, String format, String message) throws IOException {
        copy(table + ".parquet");
        List<String> before = names();
        Run run = run(
                "portfolio",
                "@" + scenario + ".yaml",
                "--table",
                "@" + table + ".parquet",
                "--out",
                "@r.csv",
                "--lang",
                language,
                "--format",
                format);
        assertThat(run.status).as(run.err).isEqualTo(2);
        assertThat(run.err).contains(message).contains(table + ".parquet:1:1: ").doesNotContain("Exception");
        assertThat(run.out).isEmpty();
        assertThat(names()).isEqualTo(before);
    }

    /** 50 years of a benefit of 3,000,000,000 are 1.5e11, of 2 they are 100. */
    @ParameterizedTest
    @CsvSource({"u3bn, 1.5E11", "extra_list, 100.0", "extra_types, 100.0"})
    void unsignedNumbersAreReadAndUnusedColumnsAreNot(String table, String benefits) throws IOException {
        copy(table + ".parquet");
        Run run = portfolio("--table", "@" + table + ".parquet", "--out", "-", "--ignore-columns");
        assertThat(run.status).as(run.err).isZero();
        assertThat(run.out.lines().toList().get(1)).startsWith("a,all,,50.0," + benefits + ",");
    }

    @Test
    void nothingIsLeftAfterARefusal() throws IOException {
        Files.writeString(file("bad.csv"), "id,x\na,1\n\"b\"c,2\n");
        List<String> before = names();
        assertThat(portfolio("--table", "@bad.csv", "--out", "@o.csv").status).isEqualTo(2);
        assertThat(names()).isEqualTo(before);
        Files.writeString(file("bad.csv"), "id,x\na,1\na,2\n");
        assertThat(portfolio("--table", "@bad.csv", "--out", "@o.csv", "--budget", "5").status)
                .isEqualTo(2);
        assertThat(names()).isEqualTo(before);
    }

    @Test
    void anIncludedFileIsNotOverwritten() throws IOException {
        String included = "parameters: {y: {value: 1}}\n";
        Files.writeString(file("inc.txt"), included);
        Files.writeString(
                file("wi.yaml"),
                Files.readString(file("types.yaml")).replace("title: t", "title: t\ninclude: [inc.txt]"));
        Files.createLink(file("hard.txt"), file("inc.txt"));
        Files.createSymbolicLink(file("soft.txt"), file("inc.txt"));
        for (String out : List.of("inc.txt", "hard.txt", "soft.txt")) {
            for (String[] command : new String[][] {
                {"run", "@wi.yaml", "--out", "@" + out, "--lang", "en"},
                {"run", "@wi.yaml", "--format", "json", "--out", "@" + out, "--lang", "nl"},
                {"report", "@wi.yaml", "--format", "xlsx", "--out", "@" + out, "--lang", "nl"},
                {"check", "@wi.yaml", "--out", "@" + out, "--lang", "nl"}
            }) {
                Run run = run(command);
                assertThat(run.status).as(out).isEqualTo(2);
                assertThat(run.err).contains("--out").contains("inc.txt");
                assertThat(file("inc.txt")).hasContent(included);
            }
        }
        Files.move(file("inc.txt"), file("inc.csv"));
        Files.writeString(file("wi.yaml"), Files.readString(file("wi.yaml")).replace("inc.txt", "inc.csv"));
        assertThat(run("simulate", "@wi.yaml", "--draws", "2", "--draws-out", "@inc.csv").status)
                .isEqualTo(2);
        assertThat(file("inc.csv")).hasContent(included);
    }

    @ParameterizedTest
    @ValueSource(strings = {"r.csv", "r.csv.progress", "r.csv.partial", "r.csv.options"})
    void aTableIsNeitherOverwrittenNorTakenAway(String table) throws IOException {
        Files.writeString(file(table), TABLE);
        for (String[] more : new String[][] {{}, {"--resume"}, {"--format", "json"}}) {
            List<String> words = new ArrayList<>(List.of("--table", "@" + table, "--out", "@r.csv"));
            words.addAll(List.of(more));
            Run run = portfolio(words.toArray(String[]::new));
            assertThat(run.status).isEqualTo(2);
            assertThat(run.err).contains(table);
            assertThat(file(table)).hasContent(TABLE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {".progress", ".partial", ".options"})
    void whatStandsInTheWayIsLeftAloneAndNoLinkIsFollowed(String ending) throws IOException {
        Path beside = file("r.csv" + ending);
        Files.writeString(beside, "mine");
        Run run = portfolio("--table", "@t.csv", "--out", "@r.csv");
        assertThat(run.status).isEqualTo(2);
        assertThat(run.err).contains("r.csv" + ending + " is in the way");
        assertThat(beside).hasContent("mine");
        Files.move(beside, file("target"));
        Files.createSymbolicLink(beside, file("target"));
        assertThat(portfolio("--table", "@t.csv", "--out", "@r.csv").status).isEqualTo(2);
        assertThat(portfolio("--table", "@t.csv", "--out", "@r.csv", "--resume").status)
                .isEqualTo(2);
        assertThat(file("target")).hasContent("mine");
        assertThat(names()).containsExactly("pf.yaml", "r.csv" + ending, "t.csv", "target", "types.yaml");
        Files.delete(beside);
        Files.createDirectory(beside);
        assertThat(portfolio("--table", "@t.csv", "--out", "@r.csv").status).isEqualTo(2);
        Files.delete(beside);
        assertThat(portfolio("--table", "@t.csv", "--out", "@r.csv").status).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-------", "rw-rw----", "r--------"})
    void anOutputKeepsItsMode(String mode) throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        String[][] commands = {
            {"portfolio", "@types.yaml", "--table", "@t.csv", "--out", "@o.csv"},
            {"run", "@types.yaml", "--format", "csv", "--out", "@o.csv"},
            {"report", "@types.yaml", "--format", "xlsx", "--out", "@o.xlsx"},
            {"simulate", "@types.yaml", "--draws", "3", "--draws-out", "@o.csv", "--out", "@other.txt"}
        };
        for (String[] command : commands) {
            Path out = file(command[0].equals("report") ? "o.xlsx" : "o.csv");
            Files.deleteIfExists(out);
            Files.writeString(out, "before");
            Files.setPosixFilePermissions(out, PosixFilePermissions.fromString(mode));
            assertThat(run(command).status).isZero();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(out)))
                    .isEqualTo(mode);
            assertThat(Files.size(out)).isGreaterThan("before".length());
        }
    }

    @Test
    void standardInputIsATable() throws IOException {
        Run run = run(
                TABLE.getBytes(StandardCharsets.UTF_8), "portfolio", "@types.yaml", "--table", "-", "--out", "@o.csv");
        assertThat(run.status).as(run.err).isZero();
        assertThat(Files.readAllLines(file("o.csv"))).hasSize(3);
        Run bad = run(
                "id,x\na,?\n".getBytes(StandardCharsets.UTF_8),
                "portfolio",
                "@types.yaml",
                "--table",
                "-",
                "--out",
                "@p.csv");
        assertThat(bad.status).isEqualTo(2);
        assertThat(bad.err).startsWith("-:2:1: x: ");
        copy("u3bn.parquet");
        Run parquet =
                run(Files.readAllBytes(file("u3bn.parquet")), "portfolio", "@types.yaml", "--table", "-", "--out", "-");
        assertThat(parquet.status).as(parquet.err).isZero();
        assertThat(parquet.out).contains("a,all,,50.0,1.5E11,");
        assertThat(run("portfolio", "@types.yaml", "--table", "-", "--out", "@q.csv").status)
                .isEqualTo(2);
    }

    /** One file by two names: the later would overwrite the earlier. */
    @ParameterizedTest
    @ValueSource(strings = {"@x.csv", "@./x.csv", "@../FOLDER/x.csv"})
    void theDrawsAndTheResultAreTwoFiles(String other) {
        String name = other.replace("FOLDER", String.valueOf(folder.getFileName()));
        Run run = run("simulate", "@types.yaml", "--draws", "3", "--draws-out", "@x.csv", "--out", name);
        assertThat(run.status).isEqualTo(2);
        assertThat(folder.resolve("x.csv")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "/dev/stdout", "/dev/fd/1"})
    void standardOutputTakesTheResult(String out) {
        String[] run = {"run", "@types.yaml", "--format", "json"};
        String[] toOutput = {"run", "@types.yaml", "--format", "json", "--out", out};
        assertThat(run(toOutput)).isEqualTo(run(run));
        Run places = portfolio("--table", "@t.csv", "--out", out);
        assertThat(places.out.lines()).hasSize(3).first().asString().startsWith("id,alternative,");
        assertThat(places.err).contains("2 places");
        Run json = portfolio("--table", "@t.csv", "--out", out, "--format", "json");
        assertThat(json.out.lines()).hasSize(2).allMatch(line -> line.startsWith("{\"id\":"));
        Run draws = run("simulate", "@types.yaml", "--draws", "3", "--draws-out", out, "--out", "@s.txt");
        assertThat(draws.out.lines()).hasSize(4).first().asString().startsWith("draw,");
        assertThat(run("report", "@types.yaml", "--out", out).out).startsWith("<!DOCTYPE html>");
        assertThat(run("report", "@types.yaml", "--format", "xlsx", "--out", out).out)
                .startsWith("PK");
        assertThat(portfolio("--table", "@t.csv", "--out", out, "--resume").status)
                .isEqualTo(2);
        assertThat(run("simulate", "@types.yaml", "--draws", "3", "--draws-out", out).status)
                .isEqualTo(2);
        Run bad = run("portfolio", "@pf.yaml", "--table", "@t.csv", "--out", out);
        assertThat(bad.status).isEqualTo(2);
        assertThat(bad.out).isEmpty();
    }

    @Test
    void whileOneRunWritesAnotherSaysSoAndLeavesItAlone() throws Exception {
        try (UnfinishedFile writing = UnfinishedFile.open(file("r.csv"), "of another table", false)) {
            writing.add(ByteBuffer.wrap(new byte[] {1, 2, 3}), new byte[] {4}, 1, 0, 0, "");
            for (String[] more : new String[][] {{}, {"--resume"}}) {
                List<String> words = new ArrayList<>(List.of("--table", "@t.csv", "--out", "@r.csv"));
                words.addAll(List.of(more));
                Run run = portfolio(words.toArray(String[]::new));
                assertThat(run.status).isEqualTo(2);
                assertThat(run.err.lines())
                        .singleElement()
                        .asString()
                        .contains("another mkba is writing")
                        .contains("r.csv");
                assertThat(run.out).isEmpty();
            }
            writing.finish(new byte[] {5});
        }
        assertThat(file("r.csv")).hasBinaryContent(new byte[] {1, 2, 3, 5});
        assertThat(names()).containsExactly("pf.yaml", "r.csv", "t.csv", "types.yaml");
    }
}
