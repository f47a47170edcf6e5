package nl.mkba.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import nl.mkba.scenario.Scenario;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every scenario file in the project is read as the same scenario when it is written. */
class RoundTripTest {

    static Stream<Path> files() {
        return Stream.concat(GoldenFiles.scenarios().stream(), GoldenFiles.examples().stream());
    }

    @ParameterizedTest
    @MethodSource("files")
    void writingAndReadingChangesNothing(Path file) {
        Scenario scenario = ScenarioFile.read(file);

        assertThat(Rereading.of(scenario)).isEqualTo(scenario);
    }
}
