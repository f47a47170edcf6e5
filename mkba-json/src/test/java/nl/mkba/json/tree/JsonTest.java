package nl.mkba.json.tree;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {

    @Test
    void whatSteersATerminalIsWrittenAsAnEscapeAndReadBackAsItWas() throws Exception {
        String text = "é–€ \ud83d\ude00 \u001b[31m \u0007 \u007f \u009b \u202e \u061c \u2028 \ufeff \"\\ \n";
        String json = Json.line(Map.of("a", text));
        assertThat(json)
                .isEqualTo(
                        "{\"a\":\"é–€ \ud83d\ude00 \\u001B[31m \\u0007 \\u007f \\u009b \\u202e \\u061c \\u2028 \\ufeff"
                                + " \\\"\\\\ \\n\"}");
        assertThat(new ObjectMapper().readTree(json).path("a").asText()).isEqualTo(text);
    }
}
