package nl.mkba.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import nl.mkba.file.schema.ScenarioSchema;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole command, run in this process. */
class ProgramTest {

    /** What a command line came to. */
    private record Run(int status, String out, String err) {}

    @TempDir
    Path folder;

    private String street = "";
    private String broken = "";

    @BeforeEach
    void copyScenarios() throws IOException {
        Path file = folder.resolve("street.yaml");
        String yaml = resource("street.yaml");
        Files.writeString(file, yaml);
        street = file.toString();
        Path other = folder.resolve("broken.yaml");
        Files.writeString(other, yaml.replace("horizon: 5", "horizn: 5"));
        broken = other.toString();
    }

    private static Run run(String... words) {
        return run(false, words);
    }

    private static Run run(boolean terminal, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = new Program(new Console(out, err, terminal)).run(words);
        return new Run(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = ProgramTest.class.getResourceAsStream("/nl/mkba/cli/" + name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void looksLike(String golden, Run run) throws IOException {
        assertThat(run.err).isEmpty();
        assertThat(run.status).isZero();
        assertThat(run.out.replace(street, "street.yaml")).isEqualTo(resource(golden));
    }

    @Test
    void runIsAMemoInBothLanguages() throws IOException {
        looksLike("run_nl.txt", run("run", street, "--alternative", "long", "--full"));
        looksLike("run_en.txt", run("run", street, "--outlook", "all", "--lang", "en", "--full"));
        looksLike("run_short_nl.txt", run("run", street));
        looksLike("run_short_en.txt", run("run", street, "--lang", "en"));
    }

    /** Of 100 of benefits 40 rest on a study, 30 on the press and 30 on what is illustrative: 70 % on better than illustrative. */
    @Test
    void strictCheckAsksForAPartOfTheBenefitsThatRestsOnEvidence() throws IOException {
        Path golden = Path.of(
                System.getProperty("mkba.root"),
                "mkba-testkit/src/main/resources/nl/mkba/testkit/conformance/additions/evidence.yaml");
        Path sourced = folder.resolve("evidence.yaml");
        Files.writeString(
                sourced,
                Files.readString(golden)
                        .replaceAll("(value: [^,}]+)", "$1, unit: '1'")
                        .replace("plain: 5", "plain: {value: 5, unit: '1', quality: weak, source: krant}")
                        .replace("measured: {", "measured: {source: CBS, ")
                        .replace(
                                "product: measured * report",
                                "product: {value: measured * report, unit: '1', source: x}")
                        .replace("unused: {", "unused: {source: x, ")
                        .replaceAll(", unit: '1'(?=, accrues_to)", ""));
        assertThat(run("check", "--strict", "--quality", "70%", sourced.toString()).err)
                .isEmpty();
        Run failing = run("check", "--strict", "--quality", "71%", sourced.toString(), "--lang", "en");
        assertThat(failing.status).isEqualTo(2);
        assertThat(failing.err)
                .contains("70% of the benefits of `All interventions` rest on better", "71% is required");
        assertThat(run("check", "--quality", "50%", sourced.toString()).err).contains("--strict");
        assertThat(run("check", "--strict", "--quality", "150%", sourced.toString()).status)
                .isEqualTo(2);
        Path unsourced = Files.writeString(
                folder.resolve("unsourced.yaml"), Files.readString(sourced).replace("source: krant", "note: krant"));
        assertThat(run("check", "--strict", "--quality", "71%", unsourced.toString(), "--lang", "en").err)
                .as("all at once")
                .contains("`plain` has no `source`", "71% is required");
        assertThat(run("check", "--strict", "--quality", "71", sourced.toString(), "--lang", "en").err)
                .isEqualTo("mkba: --quality cannot be `71`, which is 7100%; write `71%` for 71%.\n");
    }

    @Test
    void explainGoesFromParametersToPresentValue() throws IOException {
        looksLike("explain_nl.txt", run("explain", street, "coach.rest", "--alternative", "long"));
        looksLike("explain_en.txt", run("explain", street, "coach.grant", "--lang=en"));
    }

    @Test
    void compareSaysWhatDiffersAndWhatThatDoes() throws IOException {
        looksLike("compare_nl.txt", run("compare", street + ":short", street + ":long"));
    }

    /** Items without a price are counted under their label, by sign; a key with a list goes by its name. */
    @Test
    void unpricedItemsAreCountedUnderTheirLabel() throws IOException {
        Path scenario = folder.resolve("labels.yaml");
        Files.writeString(scenario, """
                mkba: 1
                id: labels
                title: Labels
                base_year: 2026
                price_level: 2026
                horizon: 1
                discounting: 0%
                stakeholders: {city: {}}
                interventions:
                  trees:
                    labels: {brede_welvaart: milieu}
                    costs: {work: {paid_by: city, amount: 100}}
                    unpriced:
                      - {name: Birds, sign: positive, stakeholder: city}
                      - {name: Pollen, sign: negative, stakeholder: city}
                      - {name: Shade, sign: positive, stakeholder: city}
                """);
        assertThat(run("run", scenario.toString(), "--full", "--lang", "en").out)
                .contains("By theme of well-being (society, central estimate, present value, €)")
                .containsPattern("milieu \\[\\+PM ×2] \\[-PM] +100 +0 +0 +-100 +-100\n");
        assertThat(run(
                                "budget",
                                scenario.toString(),
                                "--stakeholder",
                                "city",
                                "--label",
                                "brede_welvaart",
                                "--lang",
                                "nl")
                        .out)
                .contains("Hetzelfde naar thema van brede welvaart (€)")
                .containsPattern("Thema van brede welvaart +Jaar +Lasten +Baten +Saldo\n");
    }

    @Test
    void outputNeverOverwritesAScenario() throws IOException {
        String before = Files.readString(Path.of(street));
        String other = folder.resolve("included.yaml").toString();
        Files.writeString(Path.of(other), "parameters: {}\n");
        assertThat(run("run", street, "--out", street).status).isEqualTo(2);
        assertThat(run("compare", street + ":short", street + ":long", "--out", street).status)
                .isEqualTo(2);
        assertThat(run("run", street, "--out", other).status).isEqualTo(2);
        assertThat(Files.readString(Path.of(street))).isEqualTo(before);
        assertThat(Files.readString(Path.of(other))).isEqualTo("parameters: {}\n");
    }

    @Test
    void schemaIsTheOneOfTheFormat() {
        Run run = run("schema");
        assertThat(run.status).isZero();
        assertThat(run.out).isEqualTo(ScenarioSchema.json() + "\n");
    }

    @Test
    void explainEndsWhereRunDoes() {
        String pv = csvValue("streams,coach.rest,pv,");
        Run json = run("explain", street, "coach.rest", "--alternative", "long", "--format", "json");
        assertThat(json.out).endsWith("\"pv\":" + pv + "}]}\n");
    }

    private String csvValue(String key) {
        Run run = run("run", street, "--alternative", "long", "--format", "csv");
        return run.out
                .lines()
                .filter(line -> line.contains(key))
                .map(line -> line.substring(line.lastIndexOf(',') + 1))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void jsonIsOneObjectALineWithTheDocumentedKeys() throws IOException {
        Run run = run("run", street, street, "--format", "json");
        List<String> lines = run.out.lines().toList();
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0))
                .isEqualTo(lines.get(1))
                .startsWith("{\"id\":\"street\",\"currency\":\"EUR\",\"base_year\":2026,\"price_level\":2025,"
                        + "\"price_index\":\"nl_cpi 2025\",\"catalogue_version\":\"2026.6\","
                        + "\"results\":[{\"alternative\":\"short\",\"outlook\":null,\"pv_costs\":60000.0,"
                        + "\"pv_benefits\":")
                .endsWith("\"warnings\":[]}");
        try (JsonParser parser = new JsonFactory().createParser(lines.get(0))) {
            while (parser.nextToken() != null) {
                // the parser complains about what is no JSON
            }
        }
    }

    @Test
    void ifOneFileIsWrongNothingIsPrinted() {
        Run run = run("run", street, broken, "--format", "json", "--lang", "en");
        assertThat(run.status).isEqualTo(2);
        assertThat(run.out).isEmpty();
        assertThat(run.err).isEqualTo(broken + ":6:1: horizn: unknown key `horizn`. Maybe `horizon`?\n");
    }

    @Test
    void onATerminalTheLineIsShownWithACaret() {
        assertThat(run(true, "run", broken).err).endsWith("    horizn: 5\n    ^\n");
    }

    @Test
    void checkTellsOrPrintsProblems() {
        assertThat(run("check", street, "--lang", "en")).isEqualTo(new Run(0, street + ": no problems found\n", ""));
        assertThat(run("check", broken).out).isEmpty();
        Run json = run("check", broken, street, "--format", "json", "--lang", "en");
        assertThat(json.status).isEqualTo(2);
        assertThat(json.err).isEmpty();
        assertThat(json.out)
                .isEqualTo("{\"problems\":[{\"code\":\"unknown_key\",\"severity\":\"error\",\"file\":\"" + broken
                        + "\",\"line\":6,\"column\":1,\"path\":\"horizn\","
                        + "\"message\":\"unknown key `horizn`\",\"hint\":\"Maybe `horizon`?\"}]}\n");
    }

    @Test
    void strictWantsUnitsAndSources() throws IOException {
        Path file = folder.resolve("unsourced.yaml");
        Files.writeString(file, resource("street.yaml").replace("{value: 60000, unit: EUR/year,", "{value: 60000,"));
        assertThat(run("check", file.toString()).status).isZero();
        Run strict = run("check", "--strict", file.toString());
        assertThat(strict.status).isEqualTo(2);
        assertThat(strict.err).contains(":15:3: parameters.salary: ");
    }

    @Test
    void expectationsHoldOrAreToldWithTheirPlace() throws IOException {
        assertThat(run("test", street, "--lang", "en"))
                .isEqualTo(new Run(0, street + ": all expectations hold (3 of 3)\n", ""));
        Path file = folder.resolve("failing.yaml");
        Files.writeString(file, resource("street.yaml").replace("value: 180000", "value: 18"));
        Run failing = run("test", file.toString(), "--lang", "en");
        assertThat(failing)
                .isEqualTo(new Run(
                        2,
                        "",
                        file + ":52:54: expect[1].value: `streams.coach.wage.undiscounted` should be 18, but is 180000"
                                + " (long)\n" + file + ": 2 of 3 expectations hold\n"));
    }

    @Test
    void anUnknownFigureIsAProblem() throws IOException {
        Path file = folder.resolve("unknown.yaml");
        Files.writeString(file, resource("street.yaml").replace("irr_absent", "irr_absnt"));
        assertThat(run("test", file.toString(), "--lang", "en"))
                .isEqualTo(
                        new Run(
                                2,
                                "",
                                file
                                        + ":53:14: expect[2].figure: the result has no figure `irr_absnt`. Maybe `irr_absent`?\n"));
    }

    @Test
    void outIsWrittenWholeOrNotAtAll() throws IOException {
        Path out = folder.resolve("out.json");
        Files.writeString(out, "before");
        assertThat(run("run", broken, "--out", out.toString()).status).isEqualTo(2);
        assertThat(out).hasContent("before");
        assertThat(run("run", street, "--format", "json", "--out", out.toString()))
                .isEqualTo(new Run(0, "", ""));
        assertThat(Files.readString(out)).startsWith("{\"id\":\"street\"").endsWith("}\n");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("street.yaml", "broken.yaml", "out.json");
        }
    }

    @Test
    void outNeverReplacesTheScenario() throws IOException {
        assertThat(run("run", street, "--out", street).status).isEqualTo(2);
        assertThat(Files.readString(Path.of(street))).isEqualTo(resource("street.yaml"));
    }

    static Stream<Arguments> wrongCommandLines() {
        return Stream.of(
                        "",
                        "rum STREET",
                        "--nonsense",
                        "--lang",
                        "--lang de run STREET",
                        "run",
                        "run nosuchfile.yaml",
                        "run FOLDER",
                        "run STREET --nonsense",
                        "run STREET --alternativ long",
                        "run STREET --alternative",
                        "run STREET --alternative --lang en",
                        "run STREET --alternative lang",
                        "run STREET --outlook lo",
                        "run STREET --set",
                        "run STREET --set salry=1",
                        "run STREET --set salary",
                        "run STREET --set =1",
                        "run STREET --set salary=",
                        "run STREET --set salary=1+",
                        "run STREET --set salary=1,5",
                        "run STREET --set salary=salary*2",
                        "run STREET --set salary=salry+1",
                        "run STREET --set salary={times:salry}",
                        "simulate STREET --set salary=salry+1",
                        "sensitivity STREET --set salary=salry+1",
                        "coalition STREET --set salary=salry+1",
                        "run STREET --set programme_years=1.5",
                        "run STREET --discounting nl_2025",
                        "run STREET --discounting -100%",
                        "run STREET --discounting salry+1",
                        "run STREET --discounting=2,5%",
                        "run STREET --library nosuchfolder",
                        "run STREET --format xml",
                        "run STREET --format json --format csv",
                        "run STREET --lang fr",
                        "run STREET --out FOLDER",
                        "run STREET --out nosuchfolder/out.txt",
                        "run STREET --out STREET",
                        "run STREET --strict",
                        "run --help=yes",
                        "run -x STREET",
                        "run STREET \u0000",
                        "check",
                        "check nosuchfile.yaml",
                        "check STREET --strict=yes",
                        "explain STREET",
                        "explain STREET coach",
                        "explain STREET coch.wage",
                        "explain STREET coach.wag",
                        "explain STREET coach.wage more",
                        "explain nosuchfile.yaml coach.wage",
                        "compare STREET",
                        "compare STREET:shrt STREET:long",
                        "compare STREET:short nosuchfile.yaml:long",
                        "compare STREET: STREET:long",
                        "compare STREET:short STREET:long --outlook x",
                        "test",
                        "test FOLDER",
                        "test STREET --format json",
                        "schema STREET")
                .map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("wrongCommandLines")
    void aWrongCommandLineIsAMessageInEitherLanguage(String line) {
        String[] words = line.isEmpty() ? new String[0] : line.split(" ");
        for (int i = 0; i < words.length; i++) {
            words[i] = words[i].replace("STREET", street).replace("FOLDER", folder.toString());
        }
        Run run = run(words);
        assertThat(run.status).as(run.err).isEqualTo(2);
        assertThat(run.out).isEmpty();
        assertThat(run.err).isNotEmpty().doesNotContain("Exception", "\tat ", "{0}", "being built");
        assertThat(run.err.lines().count()).isLessThanOrEqualTo(2);
        if (!line.contains("--lang")) {
            String[] english = Arrays.copyOf(words, words.length + 1);
            english[words.length] = "--lang=en";
            Run other = run(english);
            assertThat(other.status).isEqualTo(2);
            assertThat(other.err).isNotEqualTo(run.err);
        }
    }

    @ParameterizedTest
    @CsvSource({"rum,run", "chek,check", "explane,explain"})
    void suggestsTheNearestCommand(String word, String command) {
        assertThat(run(word, "--lang", "en").err).endsWith("Maybe `" + command + "`?\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "check", "explain", "compare", "test", "schema"})
    void everyCommandHasHelpInBothLanguages(String command) {
        Run dutch = run(command, "--help");
        assertThat(dutch.status).isZero();
        assertThat(dutch.out).startsWith("Gebruik: mkba " + command).contains("Voorbeelden:\n  mkba " + command);
        Run english = run("--lang", "en", command, "--help");
        assertThat(english.out).startsWith("Usage: mkba " + command).contains("Examples:\n  mkba " + command);
    }

    @Test
    void helpAndVersionNeedNoCommand() {
        assertThat(run("--help").out).startsWith("Gebruik: mkba");
        assertThat(run("--help", "--lang=en").out).startsWith("Usage: mkba");
        assertThat(run("--version").out).startsWith("mkba ");
        assertThat(run("run", "--version").out).startsWith("mkba ");
    }

    @Test
    void aMissingFileIsSaidToBeMissing() {
        assertThat(run("run", "nosuchfile.yaml", "--lang", "en").err)
                .isEqualTo("nosuchfile.yaml:1:1: -: `nosuchfile.yaml` cannot be read: it does not exist. "
                        + "Check the name. The path starts from the folder you are in; under `include`, "
                        + "from the folder of the file that includes it.\n");
        assertThat(run("run", folder.toString(), "--lang", "en").err)
                .isEqualTo(folder + ":1:1: -: `" + folder + "` cannot be read: it is a folder. "
                        + "Maybe `" + folder.resolve("broken.yaml") + "` or `" + folder.resolve("street.yaml")
                        + "`?\n");
    }
}
