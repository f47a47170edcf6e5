package nl.mkba.file.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import nl.mkba.file.ScenarioFile;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages about the scenario file: what they show is read as they say. */
class FormatPagesTest {

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> everySnippetIsRight() {
        return Stream.of("en/scenario-file.md", "nl/scenariobestand.md").flatMap(page -> {
            String scenario = Page.of(page).yaml().get(0);
            return Page.of(page).sections().stream()
                    .flatMap(section -> section.yaml().stream()
                            .map(snippet -> dynamicTest(
                                    page + " " + section.heading(),
                                    () -> assertThat(errors(Overlay.of(scenario, snippet)))
                                            .isEmpty())));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"en/scenario-file.md", "nl/scenariobestand.md"})
    void theFirstScenarioDrawsNoWarning(String page) throws IOException {
        Path file = file(Page.of(page).yaml().get(0));
        assertThat(ScenarioFile.load(file, List.of()).warnings()).isEmpty();
    }

    private List<String> errors(String scenario) throws IOException {
        try {
            ScenarioFile.load(file(scenario), List.of());
            return List.of();
        } catch (InvalidScenarioException e) {
            return e.problems().stream()
                    .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                    .map(Problem::toString)
                    .toList();
        }
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("scenario.yaml"), text);
    }
}
