package nl.mkba.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nl.mkba.Mkba;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.scenario.Scenario;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scenarios that are in no file, perhaps from a stranger. */
class ReadTextTest {

    @TempDir
    private Path folder;

    @Test
    void aTextIncludesNothingUnlessTheCallerSaysWhatItMayReach() throws IOException {
        Files.writeString(folder.resolve("stakeholders.yaml"), "stakeholders: {city: {sector: public}}\n");
        String text = """
                mkba: 1
                id: gift
                title: A gift
                base_year: 2026
                horizon: 1
                discounting: 3%
                include: [stakeholders.yaml]
                interventions: {gift: {costs: {all: {paid_by: city, amount: 1}}}}
                """;

        assertThat(codes(() -> ScenarioFile.read(text))).containsExactly("include_outside");
        assertThat(codes(() -> ScenarioFile.read(text, Includes.CATALOGUE))).containsExactly("include_outside");
        assertThat(codes(() -> ScenarioFile.read(text.replace("stakeholders.yaml", "catalogue:stakeholders"))))
                .containsExactly("include_outside");
        assertThat(ScenarioFile.read(text, Includes.NONE.folder(folder)).stakeholders())
                .containsOnlyKeys("city");
        InputStream stream = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        assertThat(ScenarioFile.read(stream, Includes.NONE.folder(folder)))
                .isEqualTo(ScenarioFile.read(text, Includes.NONE.folder(folder)));
        assertThat(codes(() -> ScenarioFile.read(
                        text.replace("stakeholders.yaml", "../elsewhere.yaml"), Includes.NONE.folder(folder))))
                .containsExactly("include_outside");
    }

    @Test
    void aTextFromAStrangerIsLimited() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return '#';
            }
        };
        assertThat(codes(() -> ScenarioFile.read(endless))).containsExactly("file_too_large");
        assertThat(codes(() -> ScenarioFile.read("a: " + "[".repeat(100_000)))).isNotEmpty();
    }

    @Test
    void theWarningsOfAScenarioHaveTheirPlaceInTheText() {
        Scenario scenario = ScenarioFile.read("""
                mkba: 1
                id: gift
                title: A gift
                base_year: 2026
                horizon: 1
                discounting: 3%
                stakeholders: {city: {sector: public}}
                parameters: {amount: {value: 9, distribution: {uniform: [1, 2]}}}
                interventions: {gift: {costs: {all: {paid_by: city, amount: amount}}}}
                """);
        assertThat(scenario.warnings()).hasSize(1);
        assertThat(Mkba.appraise(scenario).warnings()).containsAll(scenario.warnings());
        assertThat(scenario.warnings().get(0).location()).isNotNull();
        assertThat(scenario.warnings().get(0).location().line()).isEqualTo(8);
    }

    private static List<String> codes(ThrowingCallable reading) {
        return catchThrowableOfType(InvalidScenarioException.class, reading).problems().stream()
                .map(problem -> problem.code().id())
                .toList();
    }
}
