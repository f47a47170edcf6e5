package nl.mkba.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.mkba.cli.language.Language;
import nl.mkba.cli.language.Messages;
import nl.mkba.file.ScenarioFile;
import nl.mkba.file.catalogue.Catalogue;
import nl.mkba.file.catalogue.KeyFigure;
import nl.mkba.scenario.Parameter;
import nl.mkba.scenario.Scenario;
import org.junit.jupiter.api.Test;

class LabelsTest {

    private static final Path EXAMPLES = Path.of(System.getProperty("mkba.root"), "examples");

    private final Scenario scenario = ScenarioFile.read(EXAMPLES.resolve("krimp/krimp.yaml"));
    private final Labels dutch = new Labels(scenario, new Messages(Language.NL));
    private final Labels english = new Labels(scenario, new Messages(Language.EN));

    @Test
    void theGroupsOfTheCatalogueAndTheExamplesHaveADutchName() throws IOException {
        Set<String> groups = new TreeSet<>();
        groups.addAll(groups(
                Catalogue.read().keyFigures().stream().map(KeyFigure::parameter).toList()));
        for (Path example : examples()) {
            groups.addAll(groups(ScenarioFile.read(example).parameters().values()));
        }

        assertThat(groups).contains("costs", "laws").allSatisfy(group -> {
            assertThat(dutch.group(group)).startsWith("groep ").isNotEqualTo("groep " + group);
            assertThat(english.group(group)).isEqualTo("group " + group);
        });
    }

    @Test
    void anAuthorsOwnGroupIsCalledByItsId() {
        assertThat(dutch.group("mijn_groep")).isEqualTo("groep mijn_groep");
        assertThat(english.group("mijn_groep")).isEqualTo("group mijn_groep");
    }

    private static List<Path> examples() throws IOException {
        try (Stream<Path> files = Files.walk(EXAMPLES, 2)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).toList();
        }
    }

    private static List<String> groups(Collection<Parameter> parameters) {
        return parameters.stream()
                .map(Parameter::group)
                .filter(Objects::nonNull)
                .toList();
    }
}
