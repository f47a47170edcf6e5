package nl.mkba.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import nl.mkba.cli.PackagedCommand.Run;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code mkba coalition} and {@code mkba shapley}, packaged and run as processes of their own. */
class CooperationIT {

    private static final String EXAMPLE = Path.of(
                    System.getProperty("mkba.root"), "examples", "brede_wijkaanpak", "brede_wijkaanpak.yaml")
            .toString();

    @TempDir
    Path folder;

    private PackagedCommand mkba = new PackagedCommand(Path.of("."));

    @BeforeEach
    void runInFolder() {
        mkba = new PackagedCommand(folder);
    }

    private String output(String... words) throws Exception {
        Run run = mkba.run(words);
        assertThat(run.status()).as(run.errors()).isZero();
        return run.output();
    }

    @ParameterizedTest
    @ValueSource(strings = {"coalition", "shapley"})
    void figuresAreTheSameBytesForAnyNumberOfThreads(String command) throws Exception {
        String one = output(command, EXAMPLE, "--draws", "300", "--format", "json", "--threads", "1");
        assertThat(output(command, EXAMPLE, "--draws", "300", "--format", "json", "--threads", "8"))
                .isEqualTo(one);
    }

    @ParameterizedTest
    @ValueSource(strings = {"coalition", "shapley"})
    void theCentralCaseIsWrittenWhole(String command) throws Exception {
        assertThat(output(command, EXAMPLE, "--outlook", "all", "--out", "result.txt"))
                .isEmpty();
        assertThat(folder.resolve("result.txt")).isNotEmptyFile();
    }

    /** Without the locks lighting takes away 160 % of the nuisance. */
    @Test
    void aPartThatIsRefusedIsNamedWithItsPlace() throws Exception {
        Files.writeString(folder.resolve("street.yaml"), """
                mkba: 1
                id: street
                title: Street
                base_year: 2026
                price_level: 2025
                horizon: 1
                discounting: 3%
                stakeholders: {city: {name: City}}
                outcomes:
                  nuisance: {baseline: 100, value: 5, borne_by: city}
                interventions:
                  locks:
                    effects: {fewer: {reduces: nuisance, by: 10%}}
                  lighting:
                    effects: {fewer: {reduces: nuisance, by: 80%}}
                    interactions: [{without: locks, times: 2}]
                """);
        Run run = mkba.run("shapley", "street.yaml", "--lang", "en", "--out", "result.txt");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.output()).isEmpty();
        assertThat(run.errors())
                .contains("street.yaml:15:46: interventions.lighting.effects.fewer.by: ")
                .contains("seen with only some of the interventions of `all`: lighting")
                .doesNotContain("Exception");
        assertThat(folder.resolve("result.txt")).doesNotExist();
    }
}
