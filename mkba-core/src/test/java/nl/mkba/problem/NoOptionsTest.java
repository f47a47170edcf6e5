package nl.mkba.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The engine is called from programs as well as by the command: no text of it names an option. The command adds those. */
class NoOptionsTest {

    /** Two dashes and a word, behind a quotation mark or a space, unless it is counted down: {@code "--draws"}, {@code `--draws`}. */
    private static final Pattern OPTION = Pattern.compile("(^|[\"'`\\s])(--[a-z][a-z-]+)(?![a-z]| ?[<=>)])");

    @Test
    void noTextOfTheEngineNamesAnOptionOfTheCommand() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*\\.(java|properties)"))
                    .forEach(file -> found.addAll(options(file)));
        }
        assertThat(found).isEmpty();
    }

    private static List<String> options(Path file) {
        List<String> found = new ArrayList<>();
        try {
            Matcher option = OPTION.matcher(Files.readString(file));
            while (option.find()) {
                found.add(file + ": " + option.group(2));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }
}
