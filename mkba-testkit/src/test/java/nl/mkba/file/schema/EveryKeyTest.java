package nl.mkba.file.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import nl.mkba.file.ScenarioFile;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.scenario.Scenario;
import nl.mkba.testkit.ScenarioArbitraries;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The schema's keys are those that the reader takes, the writer writes and the pages explain. A key is named with what it belongs to:
 * {@code effect.deadweight}.
 */
class EveryKeyTest {

    private static final int SCENARIOS = 600;
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Pattern CODE = Pattern.compile("`[^`]+`");

    /** Not in generated scenarios: what belongs to files. */
    private static final Set<String> NOT_GENERATED = Set.of("scenario.include");

    private static JsonNode schema;

    /** Of each map with the format's own keys, one scenario that has it: where the map stands. */
    private static final Map<String, Found> MAPS = new TreeMap<>();

    /** The keys that the generated scenarios have. */
    private static final Set<String> WRITTEN = new TreeSet<>();

    /** Of each map, those that have different keys: some scenarios that have one. */
    private static final Map<String, Map<Set<String>, Found>> FORMS = new TreeMap<>();

    /** How many of these are tried. */
    private static final int MOST_FORMS = 8;

    /** A value of each key that stands somewhere, and is not just 0. */
    private static final Map<String, JsonNode> VALUES = new TreeMap<>();

    private record Found(JsonNode scenario, String path, List<String> pointer, Set<String> keys) {}

    @BeforeAll
    static void write() throws IOException {
        schema = new ObjectMapper().readTree(ScenarioSchema.json());
        for (long seed = 1; seed <= SCENARIOS; seed++) {
            JsonNode scenario = YAML.readTree(ScenarioFile.write(ScenarioArbitraries.ofSeed(seed)));
            walk(scenario, scenario, schema, "scenario", "", List.of());
        }
    }

    private static void walk(
            JsonNode scenario, JsonNode node, JsonNode type, String name, String path, List<String> pointer) {
        for (Form form : forms(type, name)) {
            JsonNode properties = properties(form.node);
            if (node.isObject() && !properties.isEmpty()) {
                Set<String> keys = new TreeSet<>();
                properties.fieldNames().forEachRemaining(keys::add);
                Found found = new Found(scenario, path, pointer, keys);
                MAPS.putIfAbsent(form.name, found);
                Set<String> present = new TreeSet<>();
                node.fieldNames().forEachRemaining(present::add);
                Map<Set<String>, Found> others = FORMS.computeIfAbsent(form.name, unknown -> new LinkedHashMap<>());
                if (others.size() < MOST_FORMS) {
                    others.putIfAbsent(present, found);
                }
            }
            if (node.isObject()) {
                node.properties().forEach(entry -> {
                    String key = entry.getKey();
                    JsonNode inner = properties.path(key);
                    String below = path.isEmpty() ? key : path + "." + key;
                    if (inner.isObject()) {
                        WRITTEN.add(form.name + "." + key);
                        if (!entry.getValue().asText().equals("0")) {
                            VALUES.putIfAbsent(form.name + "." + key, entry.getValue());
                        }
                        walk(scenario, entry.getValue(), inner, form.name + "." + key, below, plus(pointer, key));
                    } else if (form.node.path("additionalProperties").isObject()) {
                        walk(
                                scenario,
                                entry.getValue(),
                                form.node.get("additionalProperties"),
                                form.name + ".*",
                                below,
                                plus(pointer, key));
                    }
                });
            } else if (node.isArray() && form.node.path("items").isObject()) {
                for (int i = 0; i < node.size(); i++) {
                    walk(
                            scenario,
                            node.get(i),
                            form.node.get("items"),
                            form.name + "[]",
                            path + "[" + i + "]",
                            plus(pointer, String.valueOf(i)));
                }
            }
        }
    }

    /** The keys of a map that takes no others; where it may take others they only say what goes together. */
    private static JsonNode properties(JsonNode form) {
        boolean isClosed = form.path("additionalProperties").isBoolean()
                && !form.path("additionalProperties").asBoolean();
        return isClosed ? form.path("properties") : MissingNode.getInstance();
    }

    private static List<String> plus(List<String> pointer, String key) {
        List<String> longer = new ArrayList<>(pointer);
        longer.add(key);
        return longer;
    }

    /** A schema under the name of its definition, or of where it stands. */
    private record Form(JsonNode node, String name) {}

    private static List<Form> forms(JsonNode node, String name) {
        List<Form> forms = new ArrayList<>();
        forms.add(new Form(node, name));
        if (node.has("$ref")) {
            String definition = node.get("$ref").asText();
            forms.addAll(
                    forms(schema.at(definition.substring(1)), definition.substring(definition.lastIndexOf('/') + 1)));
        }
        int k = 0;
        for (JsonNode one : node.path("anyOf")) {
            forms.addAll(forms(one, name + (one.has("$ref") ? "" : "|" + k)));
            k++;
        }
        return forms;
    }

    /** Every key that the schema has, with what it belongs to. */
    private static Set<String> all() {
        Set<String> all = new TreeSet<>();
        collect(schema, "scenario", all, new TreeSet<>());
        return all;
    }

    private static void collect(JsonNode type, String name, Set<String> all, Set<String> seen) {
        for (Form form : forms(type, name)) {
            if (!seen.add(form.name + "@" + System.identityHashCode(form.node))) {
                continue;
            }
            properties(form.node).properties().forEach(entry -> {
                all.add(form.name + "." + entry.getKey());
                collect(entry.getValue(), form.name + "." + entry.getKey(), all, seen);
            });
            if (form.node.path("additionalProperties").isObject()) {
                collect(form.node.get("additionalProperties"), form.name + ".*", all, seen);
            }
            if (form.node.path("items").isObject()) {
                collect(form.node.get("items"), form.name + "[]", all, seen);
            }
        }
    }

    /** Whatever may be absent is there in some scenario, so that whatever is written is read, and bears on what it should. */
    @Test
    void generatedScenariosHaveEveryKey() {
        Set<String> missing = all();
        missing.removeAll(WRITTEN);
        assertThat(missing)
                .as("keys of the schema that no generated scenario has when it is written")
                .containsExactlyInAnyOrderElementsOf(NOT_GENERATED);
    }

    /** An unknown key is told with those that are known there. */
    @Test
    void theReaderKnowsTheKeysOfTheSchema() throws IOException {
        assertThat(MAPS).hasSizeGreaterThan(20);
        List<String> differences = new ArrayList<>();
        for (Map.Entry<String, Found> map : MAPS.entrySet()) {
            Set<String> known = knownAt(map.getValue());
            Set<String> expected = map.getValue().keys();
            if (!known.equals(expected)) {
                differences.add(map.getKey() + ": the schema has " + without(expected, known) + ", the reader "
                        + without(known, expected));
            }
        }
        assertThat(differences).isEmpty();
    }

    private static Set<String> without(Set<String> keys, Set<String> others) {
        Set<String> rest = new TreeSet<>(keys);
        rest.removeAll(others);
        return rest;
    }

    /** What a key says is never lost without a word: beside whatever other keys, it is refused or makes another scenario. */
    @Test
    void noKeyIsPassedOver() throws IOException {
        List<String> passedOver = new ArrayList<>();
        int read = 0;
        for (Map.Entry<String, Map<Set<String>, Found>> form : FORMS.entrySet()) {
            for (Map.Entry<Set<String>, Found> found : form.getValue().entrySet()) {
                Set<String> absent = new TreeSet<>(found.getValue().keys());
                absent.removeAll(found.getKey());
                Optional<Scenario> without = read(found.getValue().scenario());
                for (String key : absent) {
                    JsonNode value = VALUES.get(form.getKey() + "." + key);
                    if (value == null) {
                        continue;
                    }
                    Optional<Scenario> other = read(with(found.getValue(), key, value));
                    read += other.isPresent() ? 1 : 0;
                    if (other.isPresent() && other.equals(without)) {
                        passedOver.add(form.getKey() + "." + key + " beside " + found.getKey());
                    }
                }
            }
        }
        assertThat(read).isGreaterThan(200);
        assertThat(passedOver).isEmpty();
    }

    /** The scenario, unless it is refused. */
    private static Optional<Scenario> read(JsonNode scenario) throws JsonProcessingException {
        try {
            return Optional.of(ScenarioFile.read(YAML.writeValueAsString(scenario)));
        } catch (InvalidScenarioException refused) {
            return Optional.empty();
        }
    }

    /** The scenario with one more key in a map. */
    private static JsonNode with(Found map, String key, JsonNode value) {
        JsonNode copy = map.scenario().deepCopy();
        JsonNode at = copy;
        for (String step : map.pointer()) {
            at = at instanceof ArrayNode ? at.get(Integer.parseInt(step)) : at.get(step);
        }
        ((ObjectNode) at).set(key, value);
        return copy;
    }

    private static Set<String> knownAt(Found map) throws JsonProcessingException {
        JsonNode copy = with(map, "qqqq", IntNode.valueOf(1));
        String path = map.path().isEmpty() ? "qqqq" : map.path() + ".qqqq";
        try {
            ScenarioFile.read(YAML.writeValueAsString(copy));
        } catch (InvalidScenarioException refused) {
            for (Problem problem : refused.problems()) {
                if (problem.code() == ProblemCode.UNKNOWN_KEY && problem.path().equals(path)) {
                    return new TreeSet<>(List.of(problem.arguments().get(1).split(", ")));
                }
            }
        }
        return Set.of("nothing is told of " + path);
    }

    /** Both reference pages name every key in their code, and have those of a stream in a row of a table. */
    @Test
    void bothPagesNameEveryKey() throws IOException {
        Set<String> ofStreams = new TreeSet<>();
        for (String stream : List.of("cost", "effect", "transfer")) {
            schema.at("/$defs/" + stream + "/properties").fieldNames().forEachRemaining(ofStreams::add);
        }
        assertThat(ofStreams).hasSizeGreaterThan(20);
        List<String> missing = new ArrayList<>();
        for (String page : List.of("en/scenario-file.md", "nl/scenariobestand.md")) {
            List<String> lines = Files.readAllLines(Path.of("..", "docs").resolve(page));
            absent(names(), lines).forEach(key -> missing.add(page + " does not name " + key));
            lines.removeIf(line -> !line.startsWith("|"));
            absent(ofStreams, lines).forEach(key -> missing.add(page + " has no row of " + key));
        }
        assertThat(missing).isEmpty();
    }

    /** Those of the keys that do not stand between backticks. */
    private static Set<String> absent(Set<String> keys, List<String> lines) {
        Set<String> absent = new TreeSet<>(keys);
        for (String line : lines) {
            CODE.matcher(line)
                    .results()
                    .forEach(code -> absent.removeAll(List.of(code.group().split("[^a-z0-9_]+"))));
        }
        return absent;
    }

    /** The keys without what they belong to. */
    private static Set<String> names() {
        Set<String> names = new TreeSet<>();
        all().forEach(key -> names.add(key.substring(key.lastIndexOf('.') + 1)));
        return names;
    }
}
