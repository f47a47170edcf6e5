package nl.mkba.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.mkba.file.ScenarioFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The cases are there, and the runner tells what agrees from what does not. */
class ConformanceCasesTest {

    private static final Path RESOURCES = Path.of("src", "main", "resources", "nl", "mkba", "testkit", "conformance");

    @TempDir
    private Path folder;

    private String printed = "";

    private int run(String... words) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        int status = new Main(stream, stream).run(words);
        printed = bytes.toString(StandardCharsets.UTF_8);
        return status;
    }

    @Test
    void everyExpectationIsACase() throws IOException {
        Set<String> files = new TreeSet<>();
        try (Stream<Path> found = Files.walk(RESOURCES)) {
            found.map(file -> RESOURCES.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> name.endsWith(".expected.json"))
                    .map(name -> name.replaceFirst("\\.expected\\.json$", ""))
                    .forEach(files::add);
        }
        assertThat(ConformanceCases.all().stream()
                        .map(each -> each.name().replaceFirst(" .*", "") + "." + each.command()))
                .containsExactlyInAnyOrderElementsOf(files)
                .hasSizeGreaterThan(60);
    }

    @Test
    void aCaseConformsToItself() {
        assertThat(ConformanceCases.all())
                .allSatisfy(
                        each -> assertThat(each.differences(each.expected())).isEmpty());
    }

    @Test
    void aNumberThatIsOffIsADifference() {
        ConformanceCase steps = ConformanceCases.named("scenarios/discount_steps");
        assertThat(steps.differences(steps.expected().replace("\"residual_value\": 0.0", "\"residual_value\": 0.1")))
                .containsExactly(
                        "results[0].residual_value is 0.1, expected 0.0",
                        "results[0].streams[0].residual_value is 0.1, expected 0.0");
        assertThat(steps.differences(steps.expected().replace("\"never\"", "\"never_below\"")))
                .containsExactly("results[0].payback_absent is \"never_below\", expected \"never\"");
        assertThat(steps.differences("{}")).contains("id is missing, expected \"discount_steps\"");
        assertThat(steps.differences("no result")).singleElement().asString().startsWith("the output is not JSON");
    }

    @Test
    void anUnknownNameIsRefused() {
        assertThatThrownBy(() -> ConformanceCases.named("scenarios/nothing"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("scenarios/nothing");
    }

    @Test
    void aCaseIsWrittenWithWhatItIncludes() {
        Path file = ConformanceCases.named("scenarios/include").writeTo(folder);
        assertThat(ScenarioFile.read(file).id()).isEqualTo("include");
    }

    /** Prints the expected JSON of a case that was exported before, as an implementation would. */
    private String parrot() throws IOException {
        assertThat(run("--export", folder.toString())).isZero();
        Path script = folder.resolve("parrot.sh");
        Files.writeString(script, """
                # the file is TEMPORARY/GROUP/NAME.yaml
                group=$(basename "$(dirname "$1")")
                cat "%s/$group/$(basename "$1" .yaml).$2.expected.json"
                """.formatted(folder));
        return "sh \"" + script + "\" {file} {command} {options}";
    }

    @Test
    void anImplementationThatAgreesEndsWithZero() throws IOException {
        assertThat(run("--command", parrot())).as(printed).isZero();
        assertThat(printed).contains("agrees   additions/budget_labels budget").endsWith(" 0 differ\n");
    }

    @Test
    void whatNeedsMoreThanAFileIsLeftOut() throws IOException {
        String plain = parrot().replace("{command} {options}", "run");
        assertThat(run("--command", plain)).as(printed).isZero();
        assertThat(printed).contains("not tried: they need {command} or {options}");
    }

    @Test
    void anImplementationThatDoesNotIsToldWhere() throws IOException {
        String parrot = parrot();
        Path expected = folder.resolve("scenarios").resolve("cohorts.run.expected.json");
        Files.writeString(expected, Files.readString(expected).replace("\"pv_costs\": 900.0", "\"pv_costs\": 901.0"));
        assertThat(run("--command", parrot, "--only", "F3")).isEqualTo(1);
        assertThat(printed)
                .contains("DIFFERS  scenarios/cohorts")
                .contains("results[0].pv_costs is 901.0, expected 900.0")
                .contains("0 agree, 1 differ");
    }

    @Test
    void aCommandThatFailsOrHangsIsToldSo() throws IOException {
        Path script = Files.writeString(folder.resolve("fails.sh"), "echo wrong >&2; exit 3\n");
        assertThat(run("--command", "sh " + script + " {file}", "--only", "D2")).isEqualTo(1);
        assertThat(printed).contains("the command ended with status 3: wrong");
        Path slow = Files.writeString(folder.resolve("slow.sh"), "exec sleep 60\n");
        assertThat(run("--command", "sh " + slow + " {file}", "--only", "cohorts", "--timeout", "1"))
                .isEqualTo(1);
        assertThat(printed).contains("the command took more than 1 seconds");
        assertThat(run("--command", folder.resolve("absent") + " {file}", "--only", "cohorts"))
                .isEqualTo(1);
        assertThat(printed).contains("the command cannot be run");
    }

    @Test
    void whatIsWrongWithTheOptionsIsSaid() {
        for (List<String> words : List.of(
                List.<String>of(),
                List.of("--command", "other"),
                List.of("--command"),
                List.of("--wrong"),
                List.of("--command", "x '{file}"),
                List.of("--command", "x {file}", "--only", "nothing like it"),
                List.of("--command", "x {file}", "--timeout", "soon"))) {
            assertThat(run(words.toArray(String[]::new))).as("%s", words).isEqualTo(2);
            assertThat(printed).contains("Usage: java -jar mkba-testkit.jar");
        }
        assertThat(run("--help")).isZero();
    }

    @Test
    void theListNamesCasesAndRules() {
        assertThat(run("--list")).isZero();
        assertThat(printed.lines()).hasSize(ConformanceCases.all().size()).contains("scenarios/cohorts  F3");
    }
}
