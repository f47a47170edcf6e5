package nl.mkba.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import nl.mkba.scenarios.format.ScenarioFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenScenariosTest {

    @ParameterizedTest
    @MethodSource("nl.mkba.scenarios.GoldenFiles#scenarios")
    void isReadWithoutWarning(Path file) {
        ScenarioFile read = Scenarios.load(file, List.of());

        assertThat(read.warnings()).isEmpty();
        assertThat(read.scenario().id()).isEqualTo(GoldenFiles.name(file));
    }
}
