package nl.mkba.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.mkba.file.ScenarioFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The example scenarios: without fault, sourced, and with the results that their authors wrote down. */
class ExamplesTest {

    private static final Path FOLDER = Path.of(System.getProperty("mkba.root"), "examples");

    static Stream<Path> examples() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER, 2)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
        }
    }

    private static String run(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = new Program(new Console(out, err, false)).run(words);
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(status).isZero();
        return out.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyFigureHasAUnitAndASourceOrIsMarkedIllustrative(Path example) {
        run("check", "--strict", example.toString());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theResultsAreThoseWrittenDown(Path example) throws IOException {
        assertThat(Files.readString(example)).contains("\nexpect:\n");
        run("test", example.toString());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleRunsInBothLanguages(Path example) {
        String file = example.toString();
        assertThat(run("run", file))
                .contains("Centrale raming naast niets doen")
                .contains("PM-posten");
        assertThat(run("run", file, "--lang", "en")).contains("Central estimate beside doing nothing");
        assertThat(run("run", file, "--full")).contains("PM-posten");
    }

    /** Two alternatives, doing nothing and every outlook fit one screen. */
    @ParameterizedTest
    @MethodSource("examples")
    void twoAlternativesFitOneScreen(Path example) {
        List<String> words = new ArrayList<>(List.of("run", example.toString()));
        ScenarioFile.read(example).alternatives().keySet().stream()
                .limit(2)
                .forEach(id -> words.addAll(List.of("--alternative", id)));
        assertThat(run(words.toArray(String[]::new)).lines()).hasSizeLessThanOrEqualTo(40);
    }
}
