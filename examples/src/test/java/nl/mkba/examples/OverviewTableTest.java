package nl.mkba.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class OverviewTableTest {

    /** The expected values are not the program's own: each scenario's {@code expect} lines hold them too. */
    @Test
    void theReadmeShowsWhatTheScenariosYield() throws Exception {
        String readme = Files.readString(Path.of("README.md"));
        String shown = readme.substring(
                readme.indexOf(OverviewTable.BEGIN) + OverviewTable.BEGIN.length(), readme.indexOf(OverviewTable.END));
        assertThat(shown)
                .as("Has a scenario changed? examples/table makes the table again")
                .isEqualTo(OverviewTable.of(Path.of(".")));
    }
}
