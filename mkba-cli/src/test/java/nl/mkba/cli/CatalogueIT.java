package nl.mkba.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The catalogue and the templates in the packaged command, and the examples held by it as the project's CI does. */
class CatalogueIT {

    private static final Path EXAMPLES = Path.of(System.getProperty("mkba.root"), "examples");

    @TempDir
    private Path folder;

    private static List<String> examples() throws Exception {
        try (Stream<Path> files = Files.walk(EXAMPLES, 2)) {
            return files.map(Path::toString)
                    .filter(file -> file.endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    private String run(String... words) throws Exception {
        PackagedCommand.Run run = new PackagedCommand(folder).run(words);
        assertThat(run.errors()).isEmpty();
        assertThat(run.status()).isZero();
        return run.output();
    }

    private String overAllExamples(String... words) throws Exception {
        List<String> line = new ArrayList<>(List.of(words));
        line.addAll(examples());
        return run(line.toArray(String[]::new));
    }

    @Test
    void everyExampleIsATemplateInTheJar() throws Exception {
        String listed = run("new");
        assertThat(examples())
                .isNotEmpty()
                .allSatisfy(example -> assertThat(listed)
                        .contains("\n  " + Path.of(example).getParent().getFileName() + " "));
    }

    @Test
    void aTemplateFromTheJarIsStartedAndRuns() throws Exception {
        assertThat(run("new", "start", "wijk")).startsWith("Begonnen: " + Path.of("wijk", "start.yaml") + "\n");
        assertThat(run("check", "--strict", "wijk/start.yaml")).isEqualTo("wijk/start.yaml: in orde\n");
        assertThat(run("run", "wijk/start.yaml")).contains("Baten per euro");
    }

    @Test
    void theCatalogueIsSearchedInBothLanguages() throws Exception {
        assertThat(run("catalogue", "uitzetting", "direct", "--format", "csv"))
                .isEqualTo(run("catalogue", "eviction", "direct", "--format", "csv"))
                .contains("\ncatalogue:housing,eviction_cost,");
    }

    @Test
    void allExamplesPassTheStrictCheck() throws Exception {
        assertThat(overAllExamples("check", "--strict").lines()).hasSameSizeAs(examples());
    }

    @Test
    void allExamplesGiveWhatTheirAuthorsExpect() throws Exception {
        assertThat(overAllExamples("test").lines()).hasSameSizeAs(examples());
    }
}
