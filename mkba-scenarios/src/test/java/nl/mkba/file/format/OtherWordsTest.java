package nl.mkba.file.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import nl.mkba.file.schema.ScenarioSchema;
import org.junit.jupiter.api.Test;

/** Who writes a key in Dutch, or as another program has it, is told the right one. */
class OtherWordsTest {

    /** The list of the format's keys and fixed words is the schema's. */
    @Test
    void everyKeyOfTheFormatHasOtherWords() throws IOException {
        Set<String> keys = new TreeSet<>();
        addKeys(new ObjectMapper().readTree(ScenarioSchema.json()), keys);
        assertThat(keys).contains("stakeholders", "fade_out", "triangular").hasSizeGreaterThan(100);
        assertThat(OtherWords.keys()).containsAll(keys);
    }

    private static void addKeys(JsonNode schema, Set<String> keys) {
        JsonNode properties = schema.get("properties");
        if (properties != null && properties.isObject() && !properties.has("properties")) {
            properties.fieldNames().forEachRemaining(keys::add);
        }
        schema.forEach(part -> addKeys(part, keys));
    }
}
