package nl.mkba.file.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import nl.mkba.engine.explain.CaseComparer;
import nl.mkba.explain.Comparison;
import nl.mkba.file.ScenarioFile;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.scenario.Scenario;
import nl.mkba.testkit.ScenarioArbitraries;
import org.junit.jupiter.api.Test;

/** Whatever differs between two files a comparison names, by the keys of the file. */
class ComparedKeysTest {

    private static final int SCENARIOS = 100;

    /** Of each key at most this many places are changed. */
    private static final int PLACES = 5;

    private static final YAMLMapper YAML = new YAMLMapper();

    /** What is compared rather than a difference, what is no input, and what two scenarios must have in common. */
    private static final Pattern NOT_COMPARED = Pattern.compile("mkba|id|include|currency|expect(\\..*)?"
            + "|alternatives(\\.\\*(\\.(name.*|compared_with))?)?|outlooks(\\.\\*(\\.name.*)?)?");

    /** A key of a written scenario, without the ids above it, and where it stands. */
    private record Place(JsonNode scenario, List<String> pointer) {}

    private final Map<String, List<Place>> places = new TreeMap<>();
    private final Set<String> keys = new HashSet<>();

    private void walk(JsonNode scenario, JsonNode node, String name, List<String> pointer) {
        node.properties().forEach(entry -> {
            List<String> below = new ArrayList<>(pointer);
            below.add(entry.getKey());
            // Ids differ from scenario to scenario; what they stand for does not.
            String key = name + (keys.contains(entry.getKey()) ? entry.getKey() : "*");
            List<Place> known = places.computeIfAbsent(key, k -> new ArrayList<>());
            if (known.size() < PLACES) {
                known.add(new Place(scenario, below));
            }
            walk(scenario, entry.getValue(), key + ".", below);
        });
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                List<String> below = new ArrayList<>(pointer);
                below.add(String.valueOf(i));
                walk(scenario, node.get(i), name + "[].", below);
            }
        }
    }

    private static void keys(JsonNode schema, Set<String> keys) {
        schema.path("properties").fieldNames().forEachRemaining(keys::add);
        schema.forEach(each -> keys(each, keys));
    }

    private static JsonNode at(JsonNode node, String key) {
        return node instanceof ArrayNode ? node.get(Integer.parseInt(key)) : node.get(key);
    }

    /** The scenario without the key, and with other values of it. */
    private static List<JsonNode> changed(Place place) {
        List<JsonNode> changed = new ArrayList<>();
        String key = place.pointer.get(place.pointer.size() - 1);
        for (String other :
                List.of("", "1", "0", "0.25", "2", "2027", "text", "true", "false", "nominal", "random", "high")) {
            JsonNode copy = place.scenario.deepCopy();
            JsonNode at = copy;
            for (String step : place.pointer.subList(0, place.pointer.size() - 1)) {
                at = at(at, step);
            }
            if (at instanceof ObjectNode map && other.isEmpty()) {
                map.remove(key);
                changed.add(copy);
            } else if (at instanceof ObjectNode map && map.get(key).isValueNode()) {
                map.put(key, other);
                changed.add(copy);
            }
        }
        return changed;
    }

    private static Optional<Scenario> read(JsonNode scenario) throws JsonProcessingException {
        try {
            return Optional.of(ScenarioFile.read(YAML.writeValueAsString(scenario)));
        } catch (InvalidScenarioException refused) {
            return Optional.empty();
        }
    }

    /** Every path that a comparison names, in whatever alternative and outlook. */
    private static Set<String> paths(Scenario before, Scenario after) {
        Set<String> paths = new TreeSet<>();
        List<Optional<String>> outlooks = new ArrayList<>(List.of(Optional.empty()));
        before.outlooks().keySet().stream()
                .filter(after.outlooks()::containsKey)
                .map(Optional::of)
                .forEach(outlooks::add);
        for (String alternative : before.alternatives().keySet()) {
            if (!after.alternatives().containsKey(alternative)) {
                continue;
            }
            for (Optional<String> outlook : outlooks) {
                CaseComparer.compare(
                                new Comparison.Side(before, alternative, outlook),
                                new Comparison.Side(after, alternative, outlook),
                                scenario -> 0)
                        .differences()
                        .forEach(difference -> difference.details().stream()
                                .map(Comparison.Detail::path)
                                .forEach(paths::add));
            }
        }
        return paths;
    }

    @Test
    void everyKeyThatDiffersIsNamedByTheKeysOfTheFile() throws IOException {
        keys(new ObjectMapper().readTree(ScenarioSchema.json()), keys);
        for (long seed = 1; seed <= SCENARIOS; seed++) {
            JsonNode scenario = YAML.readTree(ScenarioFile.write(ScenarioArbitraries.ofSeed(seed)));
            walk(scenario, scenario, "", List.of());
        }
        int tried = 0;
        Set<String> unnamed = new TreeSet<>();
        Set<String> strange = new TreeSet<>();
        for (Map.Entry<String, List<Place>> entry : places.entrySet()) {
            if (NOT_COMPARED.matcher(entry.getKey()).matches()) {
                continue;
            }
            boolean differs = false;
            boolean named = false;
            for (Place place : entry.getValue()) {
                Optional<Scenario> before = read(place.scenario);
                for (JsonNode other : changed(place)) {
                    Optional<Scenario> after = named || before.isEmpty() ? Optional.empty() : read(other);
                    if (after.isEmpty() || after.equals(before)) {
                        continue;
                    }
                    differs = true;
                    Set<String> paths = paths(before.orElseThrow(), after.get());
                    named |= !paths.isEmpty();
                    for (String path : paths) {
                        if (!isOfTheFile(path, place.scenario, other)) {
                            strange.add(path);
                        }
                    }
                }
            }
            tried += differs ? 1 : 0;
            if (differs && !named) {
                unnamed.add(entry.getKey());
            }
        }
        assertThat(tried).as("keys that were changed").isGreaterThan(100);
        assertThat(unnamed).as("keys that a comparison does not name").isEmpty();
        assertThat(strange).as("paths with words that no file has").isEmpty();
    }

    /** Whether each step of a path is a key of the format, or stands in one of the two files. */
    private boolean isOfTheFile(String path, JsonNode before, JsonNode after) {
        String text = before + " " + after;
        for (String step : path.split("\\.|\\[\\d+]")) {
            if (!step.isEmpty() && !keys.contains(step) && !text.contains(step)) {
                return false;
            }
        }
        return true;
    }
}
