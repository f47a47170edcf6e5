package nl.mkba;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nl.mkba.api.DocumentedApi;
import nl.mkba.api.PublicApi;
import org.junit.jupiter.api.Test;

class PublicApiTest {

    /** Decision 13 says what they are. A new one is a word that somebody writes, asks for or is answered with. */
    private static final int PUBLIC_TYPES = 104;

    @Test
    void thePublicApiChangesOnPurposeOnly() throws IOException {
        PublicApi.hold(Mkba.class);
    }

    @Test
    void thePublicApiSaysWhatItMeans() throws IOException {
        DocumentedApi.hold();
    }

    @Test
    void theNumberOfPublicTypesGrowsOnPurposeOnly() throws IOException {
        List<String> types = Files.readAllLines(Path.of("src", "api", "api.txt")).stream()
                .filter(line -> line.startsWith("public ") && !line.contains("$"))
                .toList();
        assertThat(types).hasSize(PUBLIC_TYPES);
    }
}
