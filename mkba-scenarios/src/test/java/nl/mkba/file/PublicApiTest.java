package nl.mkba.file;

import java.io.IOException;
import nl.mkba.api.DocumentedApi;
import nl.mkba.api.PublicApi;
import org.junit.jupiter.api.Test;

class PublicApiTest {

    @Test
    void thePublicApiChangesOnPurposeOnly() throws IOException {
        PublicApi.hold(ScenarioFile.class);
    }

    @Test
    void thePublicApiSaysWhatItMeans() throws IOException {
        DocumentedApi.hold();
    }
}
