package nl.mkba.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the test vectors. */
final class Vectors {

    private static final String FOLDER = "/golden/vectors/";

    private Vectors() {}

    /** The cases of a file. */
    static List<JsonNode> cases(String file) {
        try (InputStream in = Vectors.class.getResourceAsStream(FOLDER + file)) {
            List<JsonNode> cases = new ArrayList<>();
            new ObjectMapper().readTree(in).get("cases").forEach(cases::add);
            return cases;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The cases of a file that the README does not exclude. */
    static List<JsonNode> run(String file) {
        Set<String> excluded = excluded();
        return cases(file).stream()
                .filter(node -> !excluded.contains(node.get("id").asText()))
                .toList();
    }

    /** The ids in the README's table of excluded cases. */
    static Set<String> excluded() {
        try (InputStream in = Vectors.class.getResourceAsStream(FOLDER + "README.md")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Matcher row = Pattern.compile("^\\| `([a-z0-9_]+)` \\|", Pattern.MULTILINE)
                    .matcher(text.substring(text.indexOf("| case | why not |")));
            Set<String> ids = new TreeSet<>();
            while (row.find()) {
                ids.add(row.group(1));
            }
            return ids;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static double[] numbers(JsonNode node) {
        double[] numbers = new double[node.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = node.get(i).asDouble();
        }
        return numbers;
    }
}
