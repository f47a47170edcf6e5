package nl.mkba.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReadmeTest {

    private static final Path ROOT = Path.of(System.getProperty("mkba.root"));

    /** The README shows parts of the output, with an ellipsis where something is left out. */
    @Test
    void theReadmeShowsWhatTheCommandPrints() throws IOException {
        String readme = Files.readString(ROOT.resolve("README.md"));
        Matcher block = Pattern.compile("(?s)```text\n(.*?)\n```").matcher(readme);
        assertThat(block.find()).isTrue();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Path example = ROOT.resolve("examples/achter_de_voordeur/achter_de_voordeur.yaml");
        new Program(new Console(out, new ByteArrayOutputStream(), false)).run("run", example.toString());
        String printed = out.toString(StandardCharsets.UTF_8);
        for (String part : block.group(1).split("\n…\n")) {
            assertThat(printed).contains(part);
        }
    }
}
