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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.ShrinkingDistance;
import nl.mkba.expression.Expression;
import nl.mkba.file.ScenarioFile;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/**
 * A scenario that jqwik can make smaller, by its file: one entry less, or one value simpler. What the reader of files refuses is no
 * step, nor what is not of the kind that was wanted. So a new key of the format needs nothing here.
 *
 * <p>jqwik asks for the steps from the start after each one that it takes. What it did not take before stands last then: without
 * that, most of the time goes into steps that fail once more.
 */
final class ShrinkableScenario implements Shrinkable<Scenario> {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;

    private final Scenario scenario;
    private final Predicate<Scenario> wanted;
    private final Supplier<Set<String>> triedBefore;
    private @Nullable JsonNode tree;

    /**
     * A scenario that was just made.
     *
     * @param wanted holds for it, and for every smaller one
     */
    ShrinkableScenario(Scenario scenario, Predicate<Scenario> wanted) {
        this(scenario, wanted, Set::of, null);
    }

    private ShrinkableScenario(
            Scenario scenario, Predicate<Scenario> wanted, Supplier<Set<String>> triedBefore, @Nullable JsonNode tree) {
        this.scenario = scenario;
        this.wanted = wanted;
        this.triedBefore = triedBefore;
        this.tree = tree;
    }

    @Override
    public Scenario value() {
        return scenario;
    }

    /** The smaller ones, those that leave out most first. Each is read when it is asked for. */
    @Override
    public Stream<Shrinkable<Scenario>> shrink() {
        JsonNode whole = tree();
        List<Step> steps = new ArrayList<>();
        collect(whole, new ArrayList<>(), steps);
        Set<String> tried = triedBefore.get();
        steps.sort(Comparator.comparing((Step step) -> tried.contains(step.name()))
                .thenComparing(Step::nodes, Comparator.reverseOrder()));
        return IntStream.range(0, steps.size())
                .mapToObj(i -> after(whole, steps.get(i), () -> with(tried, steps.subList(0, i))))
                .flatMap(Optional::stream);
    }

    private static Set<String> with(Set<String> tried, List<Step> more) {
        Set<String> all = new HashSet<>(tried);
        more.forEach(step -> all.add(step.name()));
        return all;
    }

    /** By the entries of the file, then by the length of its values, then by their size. */
    @Override
    public ShrinkingDistance distance() {
        long[] size = new long[3];
        measure(tree(), size);
        return ShrinkingDistance.of(size);
    }

    /** Made when it is first needed: most scenarios are never shrunk. */
    private JsonNode tree() {
        JsonNode known = tree;
        if (known == null) {
            try {
                known = YAML.readTree(ScenarioFile.write(scenario));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("A written scenario must be readable", e);
            }
            tree = known;
        }
        return known;
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
     * A change in one place of the file.
     *
     * @param path keys and positions from the top
     * @param value what stands there then, or null if nothing does
     * @param nodes how many nodes are left out
     */
    private record Step(List<Object> path, @Nullable JsonNode value, int nodes) {
        String name() {
            return path + "=" + value;
        }
    }

    private static void collect(JsonNode node, List<Object> path, List<Step> steps) {
        if (!path.isEmpty()) {
            long[] size = new long[3];
            measure(node, size);
            steps.add(new Step(List.copyOf(path), null, (int) size[0]));
        }
        if (isQuantity(node)) {
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

    /** A number or a formula; no year, which reads best as it is, and no other text. */
    private static boolean isQuantity(JsonNode node) {
        if (node.isNumber()) {
            boolean isYear = node.isIntegralNumber() && node.asInt() >= FIRST_YEAR && node.asInt() <= LAST_YEAR;
            return !isYear;
        }
        try {
            Expression.parse(node.asText());
            return node.isTextual();
        } catch (InvalidScenarioException notAFormula) {
            return false;
        }
    }

    /** Whole numbers instead of a number or a formula. */
    private static List<JsonNode> simpler(JsonNode node) {
        List<JsonNode> simpler = new ArrayList<>();
        double number = node.asDouble();
        for (double candidate : new double[] {0, 1, Math.rint(number / 2), Math.rint(number)}) {
            boolean other = node.isTextual() || candidate != number;
            if (other && Math.abs(candidate) < 1e9) {
                simpler.add(IntNode.valueOf((int) candidate));
            }
        }
        return simpler;
    }

    private Optional<Shrinkable<Scenario>> after(JsonNode whole, Step step, Supplier<Set<String>> tried) {
        JsonNode copy = whole.deepCopy();
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
        return read(copy).filter(wanted).map(smaller -> new ShrinkableScenario(smaller, wanted, tried, copy));
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
