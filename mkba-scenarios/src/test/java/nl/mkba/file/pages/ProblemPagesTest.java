package nl.mkba.file.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import nl.mkba.file.ScenarioFile;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages about problems: complete, and their examples cause what they say. */
class ProblemPagesTest {

    private static final int CODE_LEVEL = 3;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"en/problems.md", "nl/meldingen.md"})
    void everyCodeHasASectionAndNoOtherHas(String page) {
        List<String> codes =
                Arrays.stream(ProblemCode.values()).map(ProblemCode::id).toList();
        assertThat(codes(page).map(Page.Section::heading)).containsExactlyInAnyOrderElementsOf(codes);
    }

    @TestFactory
    Stream<DynamicTest> everyExampleCausesItsProblem() {
        return Stream.of("en/problems.md", "nl/meldingen.md").flatMap(page -> {
            String scenario = Page.of(page).yaml().get(0);
            return codes(page)
                    .flatMap(section -> section.yaml().stream()
                            .map(example -> dynamicTest(
                                    page + " " + section.heading(),
                                    () -> assertThat(found(Overlay.of(scenario, example)))
                                            .contains(section.heading()))));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"en/problems.md", "nl/meldingen.md"})
    void theScenarioOfTheExamplesIsRight(String page) throws IOException {
        assertThat(found(Page.of(page).yaml().get(0))).isEmpty();
    }

    private static Stream<Page.Section> codes(String page) {
        return Page.of(page).sections().stream().filter(section -> section.level() == CODE_LEVEL);
    }

    private List<String> found(String scenario) throws IOException {
        Path file = Files.writeString(folder.resolve("scenario.yaml"), scenario);
        return problems(file).stream().map(problem -> problem.code().id()).toList();
    }

    private static List<Problem> problems(Path file) {
        try {
            return ScenarioFile.load(file, List.of()).warnings();
        } catch (InvalidScenarioException e) {
            return e.problems();
        }
    }
}
