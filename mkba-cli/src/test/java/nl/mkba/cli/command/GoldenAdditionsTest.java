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
 * Small scenarios whose figures were found by hand, in the comment at their top: {@code NAME.COMMAND.expected.json} is a part
 * of what the command answers for {@code NAME.yaml}, with the options of {@code NAME.COMMAND.args}.
 */
class GoldenAdditionsTest {

    private static final Path FOLDER = Path.of("../mkba-scenarios/src/test/resources/golden/additions");

    /** Keys that tell the entries of a list apart; a list without any of them goes by position. */
    private static final List<String> NAMES =
            List.of("alternative", "outlook", "intervention", "kind", "id", "label", "quality", "name", "year");

    static Stream<String> cases() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".expected.json"))
                    .map(name -> name.substring(0, name.length() - ".expected.json".length()))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyFigureIsTheExpectedOne(String name) throws IOException {
        int dot = name.indexOf('.');
        List<String> words = new ArrayList<>(List.of(
                name.substring(dot + 1),
                FOLDER.resolve(name.substring(0, dot) + ".yaml").toString(),
                "--format",
                "json"));
        Path arguments = FOLDER.resolve(name + ".args");
        if (Files.exists(arguments)) {
            words.addAll(List.of(Files.readString(arguments).strip().split("\\s+")));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = new Program(new Console(out, err, false)).run(words.toArray(String[]::new));
        assertThat(status).as(err.toString(StandardCharsets.UTF_8)).isZero();
        ObjectMapper json = new ObjectMapper();
        List<String> differences = new ArrayList<>();
        JsonNode expected =
                json.readTree(FOLDER.resolve(name + ".expected.json").toFile());
        compare("", expected, json.readTree(out.toString(StandardCharsets.UTF_8)), differences);
        assertThat(differences).isEmpty();
    }

    /** Further keys and entries may be there. */
    private static void compare(String path, JsonNode expected, JsonNode found, List<String> differences) {
        if (found == null) {
            differences.add(path + " is missing");
        } else if (expected.isObject()) {
            for (Map.Entry<String, JsonNode> field : expected.properties()) {
                compare(path + "." + field.getKey(), field.getValue(), found.get(field.getKey()), differences);
            }
        } else if (expected.isArray()) {
            list(path, expected, found, differences);
        } else if (expected.isNumber() && found.isNumber()) {
            double off = Math.abs(expected.asDouble() - found.asDouble());
            if (off > 1e-9 * Math.abs(expected.asDouble()) && off > 1e-9) {
                differences.add(path + " is " + found + ", expected " + expected);
            }
        } else if (!expected.equals(found)) {
            differences.add(path + " is " + found + ", expected " + expected);
        }
    }

    private static void list(String path, JsonNode expected, JsonNode found, List<String> differences) {
        boolean named = expected.size() > 0 && expected.get(0).isObject();
        if (!named && expected.size() != found.size()) {
            differences.add(path + " is " + found + ", expected " + expected);
            return;
        }
        for (int i = 0; i < expected.size(); i++) {
            JsonNode wanted = expected.get(i);
            compare(path + "[" + i + "]", wanted, named ? named(wanted, found) : found.get(i), differences);
        }
    }

    private static JsonNode named(JsonNode wanted, JsonNode list) {
        for (JsonNode entry : list) {
            if (NAMES.stream()
                    .allMatch(name -> !wanted.has(name) || wanted.get(name).equals(entry.get(name)))) {
                return entry;
            }
        }
        return null;
    }
}
