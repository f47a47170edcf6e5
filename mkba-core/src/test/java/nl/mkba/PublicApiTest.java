package nl.mkba;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import nl.mkba.api.DocumentedApi;
import nl.mkba.api.PublicApi;
import org.junit.jupiter.api.Test;

class PublicApiTest {

    /** Decision 13 says which they are. */
    private static final int MOST_PUBLIC_TYPES = 70;

    @Test
    void thePublicApiChangesOnPurposeOnly() throws IOException {
        PublicApi.hold(Mkba.class);
    }

    @Test
    void thePublicApiSaysWhatItMeans() throws IOException {
        DocumentedApi.hold();
    }

    /** Every public type is one more thing to learn, and to keep as it is for whoever embeds the engine. */
    @Test
    void aProgramHasFewTypesToLearn() throws IOException {
        List<String> types = PublicApi.describe(Mkba.class).stream()
                .filter(line -> line.startsWith("public ") && !line.contains("$"))
                .toList();
        assertThat(types)
                .as(
                        "Public is what a program says, asks or is answered with, and nothing else. A type that only the engine%n"
                                + "uses belongs under nl.mkba.engine or is package-private; a value that only one type has stands within%n"
                                + "that type. If the new one is a word of its own, decision 13 and this number say so.")
                .hasSizeLessThanOrEqualTo(MOST_PUBLIC_TYPES);
    }
}
