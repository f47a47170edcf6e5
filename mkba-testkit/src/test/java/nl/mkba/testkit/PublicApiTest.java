package nl.mkba.testkit;

import java.io.IOException;
import nl.mkba.api.DocumentedApi;
import nl.mkba.api.PublicApi;
import org.junit.jupiter.api.Test;

class PublicApiTest {

    @Test
    void thePublicApiChangesOnPurposeOnly() throws IOException {
        PublicApi.hold(ScenarioArbitraries.class);
    }

    @Test
    void thePublicApiSaysWhatItMeans() throws IOException {
        DocumentedApi.hold();
    }
}
