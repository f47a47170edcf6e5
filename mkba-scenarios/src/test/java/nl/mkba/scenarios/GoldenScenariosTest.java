package nl.mkba.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenScenariosTest {

    @ParameterizedTest
    @MethodSource("nl.mkba.scenarios.GoldenFiles#scenarios")
    void isAccepted(Path file) {
        assertThat(Scenarios.read(file).id()).isEqualTo(GoldenFiles.name(file));
    }
}
