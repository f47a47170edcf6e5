package nl.mkba.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import nl.mkba.file.format.LoadedScenario;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is said of faulty scenarios: for each NAME.yaml in the folder the lines in NAME.expected.txt, in English and in
 * Dutch. With {@code -Dexpected.update} the files are rewritten; every line is then to be read.
 */
class InvalidScenariosTest {

    private static final Path FOLDER = GoldenFiles.RESOURCES.resolve("invalid");

    static List<Path> files() {
        return GoldenFiles.yaml(FOLDER);
    }

    @ParameterizedTest
    @MethodSource("files")
    void eachFaultIsNamedAtItsPlace(Path file) throws IOException {
        List<Problem> problems = problems(file);
        String found = lines(problems, Locale.ENGLISH) + "\n" + lines(problems, Locale.forLanguageTag("nl"));

        Path expected = FOLDER.resolve(GoldenFiles.name(file) + ".expected.txt");
        if (System.getProperty("expected.update") != null) {
            Files.writeString(expected, found);
        }
        assertThat(found).isEqualTo(Files.readString(expected));
    }

    /** Otherwise who shows those of the file and those of a result shows one twice. */
    @ParameterizedTest
    @MethodSource("files")
    void theScenarioKeepsItsWarningsAtTheSamePlaces(Path file) {
        try {
            LoadedScenario loaded = ScenarioFile.load(file, List.of());
            assertThat(loaded.warnings()).containsAll(loaded.scenario().warnings());
        } catch (InvalidScenarioException refused) {
            assertThat(refused.problems()).isNotEmpty();
        }
    }

    @Test
    void tenFaultsGiveTenMessages() {
        assertThat(problems(FOLDER.resolve("ten_faults.yaml"))).hasSize(10);
    }

    private static List<Problem> problems(Path file) {
        try {
            return ScenarioFile.load(file, List.of()).warnings();
        } catch (InvalidScenarioException refused) {
            return refused.problems();
        }
    }

    private static String lines(List<Problem> problems, Locale locale) {
        return problems.stream()
                .map(problem -> problem.format(locale).replace(FOLDER + "/", "") + "\n")
                .collect(Collectors.joining());
    }
}
