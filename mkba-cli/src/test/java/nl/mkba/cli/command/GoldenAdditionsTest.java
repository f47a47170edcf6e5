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
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Small scenarios whose figures are derived by hand in the comment on top of each, run through the whole command: for each
 * {@code NAME.COMMAND.expected.json} the command on {@code NAME.yaml}, with the options of {@code NAME.COMMAND.args} if that
 * exists. Lists of objects agree entry by entry, by what names an entry; others by position. Further keys and entries do not
 * matter.
 */
class GoldenAdditionsTest {

    private static final Path FOLDER =
            Path.of(System.getProperty("mkba.root"), "mkba-testkit/src/main/resources/nl/mkba/testkit/conformance/additions");

    private static final String EXPECTED = ".expected.json";

    /** What names an entry of a list. */
    private static final List<String> NAMES = List.of(
            "alternative", "outlook", "intervention", "kind", "id", "name", "label", "quality", "convention", "factor");

    private static final double TOLERANCE = 1e-9;

    static Stream<String> expectations() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(EXPECTED))
                    .map(name -> name.substring(0, name.length() - EXPECTED.length()))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("expectations")
    void everyFigureIsTheOneFoundByHand(String expectation) throws IOException {
        int dot = expectation.lastIndexOf('.');
        String file = FOLDER.resolve(expectation.substring(0, dot) + ".yaml").toString();
        List<String> words = new ArrayList<>(List.of(expectation.substring(dot + 1), file, "--format", "json"));
        Path arguments = FOLDER.resolve(expectation + ".args");
        if (Files.exists(arguments)) {
            words.addAll(List.of(Files.readString(arguments).strip().split("\\s+")));
        }
        ObjectMapper json = new ObjectMapper();
        JsonNode expected = json.readTree(FOLDER.resolve(expectation + EXPECTED).toFile());
        double tolerance = expected.path("within").asDouble(TOLERANCE);
        List<String> differences = new ArrayList<>();
        compare("", expected, json.readTree(command(words)), tolerance, differences);
        assertThat(differences).isEmpty();
    }

    private static String command(List<String> words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = new Program(new Console(out, err, false)).run(words.toArray(String[]::new));
        assertThat(status).as(err.toString(StandardCharsets.UTF_8)).isZero();
        return out.toString(StandardCharsets.UTF_8);
    }

    private static void compare(
            String path, JsonNode expected, JsonNode found, double tolerance, List<String> differences) {
        if (found == null) {
            differences.add(path + " is missing");
        } else if (expected.isObject()) {
            for (Map.Entry<String, JsonNode> field : expected.properties()) {
                if (!field.getKey().equals("within")) {
                    compare(
                            path + "." + field.getKey(),
                            field.getValue(),
                            found.get(field.getKey()),
                            tolerance,
                            differences);
                }
            }
        } else if (expected.isArray()) {
            for (int i = 0; i < expected.size(); i++) {
                JsonNode entry = expected.get(i);
                compare(path + "[" + i + "]", entry, entry(found, entry, i), tolerance, differences);
            }
        } else if (expected.isNumber() && found.isNumber()) {
            double off = Math.abs(expected.asDouble() - found.asDouble());
            if (!(off <= tolerance * Math.max(1, Math.abs(expected.asDouble())))) {
                differences.add(path + " is " + found + ", expected " + expected);
            }
        } else if (!expected.equals(found)) {
            differences.add(path + " is " + found + ", expected " + expected);
        }
    }

    /** The entry of the same names; of a list without names, that at the same position. */
    private static JsonNode entry(JsonNode list, JsonNode expected, int position) {
        List<String> names =
                NAMES.stream().filter(name -> expected.path(name).isValueNode()).toList();
        if (names.isEmpty()) {
            return list.get(position);
        }
        for (JsonNode candidate : list) {
            if (names.stream().allMatch(name -> expected.get(name).equals(candidate.get(name)))) {
                return candidate;
            }
        }
        return null;
    }
}
