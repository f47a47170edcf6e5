package nl.mkba.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenScenariosTest {

    @ParameterizedTest
    @MethodSource("nl.mkba.file.GoldenFiles#scenarios")
    void isAccepted(Path file) {
        assertThat(ScenarioFile.read(file).id()).isEqualTo(GoldenFiles.name(file));
    }
}
