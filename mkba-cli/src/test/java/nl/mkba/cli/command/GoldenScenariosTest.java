package nl.mkba.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The small scenarios with known results, run through the whole command. The expected figures come from a calculation written
 * from the format alone, and the key ones were worked out by hand in the comment on top of each file.
 */
class GoldenScenariosTest {

    private static final Path FOLDER =
            Path.of(System.getProperty("mkba.root"), "mkba-testkit/src/main/resources/nl/mkba/testkit/conformance/scenarios");

    /** Ratios and factors are compared more sharply than amounts. */
    private static final Set<String> SHARP = Set.of("bcr", "return_per_euro", "irr", "discount_factor");

    static Stream<String> scenarios() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .map(name -> name.substring(0, name.length() - ".yaml".length()))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static String command(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = new Program(new Console(out, err, false)).run(words);
        assertThat(status).as(err.toString(StandardCharsets.UTF_8)).isZero();
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void allOfThemAreHere() throws IOException {
        assertThat(scenarios()).hasSize(35);
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void everyFigureIsTheExpectedOne(String name) throws IOException {
        List<String> words =
                new ArrayList<>(List.of("run", FOLDER.resolve(name + ".yaml").toString(), "--format", "json"));
        Path arguments = FOLDER.resolve(name + ".args");
        if (Files.exists(arguments)) {
            words.addAll(List.of(Files.readString(arguments).strip().split("\\s+")));
        }
        compare(name + ".expected.json", words);
    }

    @Test
    void whoMustJoinInIsAsExpected() throws IOException {
        compare(
                "coalition.coalition.expected.json",
                List.of("coalition", FOLDER.resolve("coalition.yaml").toString(), "--format", "json"));
    }

    private static void compare(String expected, List<String> words) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<String> differences = new ArrayList<>();
        compare(
                "",
                json.readTree(FOLDER.resolve(expected).toFile()),
                json.readTree(command(words.toArray(String[]::new))),
                differences);
        assertThat(differences).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void theAuthorsOwnExpectationsHold(String name) {
        command("test", FOLDER.resolve(name + ".yaml").toString());
    }

    /** Further keys may be there; every expected one must be, with the expected value. */
    private static void compare(String path, JsonNode expected, JsonNode found, List<String> differences) {
        if (found == null) {
            differences.add(path + " is missing");
        } else if (expected.isObject()) {
            for (Map.Entry<String, JsonNode> field : expected.properties()) {
                compare(path + "." + field.getKey(), field.getValue(), found.get(field.getKey()), differences);
            }
        } else if (expected.isArray()) {
            if (!found.isArray() || found.size() != expected.size()) {
                differences.add(path + " should have " + expected.size() + " entries");
                return;
            }
            for (int i = 0; i < expected.size(); i++) {
                compare(path + "[" + i + "]", expected.get(i), found.get(i), differences);
            }
        } else if (expected.isNumber() && found.isNumber()) {
            double off = Math.abs(expected.asDouble() - found.asDouble());
            double absolute = SHARP.contains(path.substring(path.lastIndexOf('.') + 1)) ? 1e-12 : 1e-6;
            if (off > 1e-9 * Math.abs(expected.asDouble()) && off > absolute) {
                differences.add(path + " is " + found + ", expected " + expected);
            }
        } else if (!expected.equals(found)) {
            differences.add(path + " is " + found + ", expected " + expected);
        }
    }
}
