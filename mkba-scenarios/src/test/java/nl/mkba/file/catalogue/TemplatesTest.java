package nl.mkba.file.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import nl.mkba.file.ScenarioFile;
import nl.mkba.file.format.LoadedScenario;
import nl.mkba.scenario.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The templates are the examples as they are, and one more. */
class TemplatesTest {

    private static final Path EXAMPLES = Path.of("..", "examples");

    @TempDir
    private Path folder;

    static List<Template> templates() {
        return Templates.read(Locale.ROOT);
    }

    @Test
    void everyExampleIsATemplateAfterTheFirstOne() throws IOException {
        List<String> expected = new ArrayList<>(List.of("start"));
        try (Stream<Path> folders = Files.list(EXAMPLES)) {
            folders.filter(example -> Files.exists(example.resolve(example.getFileName() + ".yaml")))
                    .map(example -> example.getFileName().toString())
                    .sorted()
                    .forEach(expected::add);
        }
        assertThat(expected).hasSizeGreaterThan(4);
        assertThat(templates()).map(Template::id).containsExactlyElementsOf(expected);
    }

    @Test
    void aTemplateIsTheExampleToTheLetter() throws IOException {
        for (Template template : templates()) {
            Path example = EXAMPLES.resolve(template.id());
            for (Template.File file : template.files()) {
                if (!template.id().equals("start")) {
                    assertThat(file.text()).isEqualTo(Files.readString(example.resolve(file.name())));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void aTemplateStandsOnItsOwn(Template template) throws IOException {
        for (Template.File file : template.files()) {
            Files.writeString(folder.resolve(file.name()), file.text());
        }
        LoadedScenario read =
                ScenarioFile.load(folder.resolve(template.scenario().name()), List.of());
        Scenario scenario = read.scenario();

        assertThat(template.title()).isEqualTo(scenario.title().in(Locale.ROOT));
        assertThat(scenario.id()).isEqualTo(template.id());
        assertThat(read.warnings()).isEmpty();
    }
}
