package nl.mkba.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ShrinkingDistance;
import nl.mkba.file.ScenarioFile;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/**
 * Scenarios that are one step smaller than another: one entry of its file less, or one value simpler. What the reader of files
 * refuses is none. So a new key of the format needs nothing here.
 */
final class SmallerScenarios {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final ObjectMapper JSON = new ObjectMapper();

    private SmallerScenarios() {}

    /** The smaller ones, those that leave out most first. Each is read when it is asked for. */
    static Stream<Scenario> of(Scenario scenario) {
        JsonNode tree = tree(scenario);
        List<Step> steps = new ArrayList<>();
        collect(tree, new ArrayList<>(), steps);
        steps.sort(Comparator.comparingInt(Step::nodes).reversed());
        return steps.stream().map(step -> taken(tree, step)).flatMap(Optional::stream);
    }

    /** How large a scenario is: by the entries of its file, then by the length of its values, then by their size. */
    static ShrinkingDistance distance(Scenario scenario) {
        long[] size = new long[3];
        measure(tree(scenario), size);
        return ShrinkingDistance.of(size);
    }

    private static JsonNode tree(Scenario scenario) {
        try {
            return YAML.readTree(ScenarioFile.write(scenario));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A written scenario must be readable", e);
        }
    }

    private static void measure(JsonNode node, long[] size) {
        size[0]++;
        if (node.isValueNode()) {
            size[1] += node.asText().length();
            size[2] += (long) Math.min(1e9, Math.abs(node.asDouble()));
        }
        node.forEach(child -> measure(child, size));
    }

    /**
     * A change in one place of the tree.
     *
     * @param path keys and positions from the top
     * @param value what stands there then, or null if nothing does
     * @param nodes how many nodes are left out
     */
    private record Step(List<Object> path, @Nullable JsonNode value, int nodes) {}

    private static void collect(JsonNode node, List<Object> path, List<Step> steps) {
        if (!path.isEmpty()) {
            long[] size = new long[3];
            measure(node, size);
            steps.add(new Step(List.copyOf(path), null, (int) size[0]));
        }
        if (node.isNumber() || node.isTextual()) {
            simpler(node).forEach(value -> steps.add(new Step(List.copyOf(path), value, 0)));
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            path.add(field.getKey());
            collect(field.getValue(), path, steps);
            path.remove(path.size() - 1);
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            path.add(i);
            collect(node.get(i), path, steps);
            path.remove(path.size() - 1);
        }
    }

    /** Whole numbers instead of a number or a formula. */
    private static List<JsonNode> simpler(JsonNode node) {
        List<JsonNode> simpler = new ArrayList<>();
        double number = node.asDouble();
        for (double candidate : new double[] {0, 1, Math.rint(number / 2), Math.rint(number)}) {
            boolean smaller = node.isTextual() || Math.abs(candidate) < Math.abs(number) || candidate != number;
            if (smaller && Math.abs(candidate) < 1e9) {
                simpler.add(IntNode.valueOf((int) candidate));
            }
        }
        return simpler;
    }

    private static Optional<Scenario> taken(JsonNode tree, Step step) {
        JsonNode copy = tree.deepCopy();
        JsonNode parent = copy;
        for (Object key : step.path().subList(0, step.path().size() - 1)) {
            parent = key instanceof Integer i ? parent.get(i) : parent.get((String) key);
        }
        Object last = step.path().get(step.path().size() - 1);
        if (parent instanceof ArrayNode list) {
            int i = (Integer) last;
            if (step.value() == null) {
                list.remove(i);
            } else {
                list.set(i, step.value());
            }
        } else if (step.value() == null) {
            ((ObjectNode) parent).remove((String) last);
        } else {
            ((ObjectNode) parent).set((String) last, step.value());
        }
        return read(copy);
    }

    private static Optional<Scenario> read(JsonNode tree) {
        try {
            // JSON is YAML
            return Optional.of(ScenarioFile.read(JSON.writeValueAsString(tree)));
        } catch (InvalidScenarioException | JsonProcessingException refused) {
            return Optional.empty();
        }
    }
}
