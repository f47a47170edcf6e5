package nl.mkba.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.mkba.scenario.Scenario;
import nl.mkba.testkit.conformance.ConformanceCase;
import nl.mkba.testkit.naive.NaiveAppraisal;
import nl.mkba.testkit.naive.NaiveResult;
import org.jspecify.annotations.Nullable;

/** The expected figures of a case against an engine's, which have paths instead of JSON. */
final class AnchorFigures {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double RELATIVE = 1e-9;
    private static final double NEAR_ZERO = 1e-6;

    private AnchorFigures() {}

    static List<String> violations(ConformanceCase anchor, Scenario scenario, List<EngineResult> found) {
        Map<String, Set<String>> known = new LinkedHashMap<>();
        for (NaiveResult each : NaiveAppraisal.appraise(scenario)) {
            known.put(each.alternative() + "/" + each.outlook(), each.figures().keySet());
        }
        Map<String, EngineResult> results = new LinkedHashMap<>();
        found.forEach(each -> results.put(each.alternative() + "/" + each.outlook(), each));
        List<String> violations = new ArrayList<>();
        int compared = 0;
        for (JsonNode expected : results(anchor)) {
            String name = expected.path("alternative").asText() + "/"
                    + (expected.path("outlook").isTextual()
                            ? expected.path("outlook").asText()
                            : "");
            EngineResult result = results.get(name);
            if (result == null) {
                violations.add("no result for " + name);
                continue;
            }
            Map<String, JsonNode> figures = new LinkedHashMap<>();
            flatten("", expected, figures);
            for (Map.Entry<String, JsonNode> figure : figures.entrySet()) {
                boolean isFigure = figure.getKey().equals("irr")
                        || known.getOrDefault(name, Set.of()).contains(figure.getKey());
                if (isFigure && figure.getValue().isNumber()) {
                    compared++;
                    differ(figure.getKey(), figure.getValue(), result.figures().get(figure.getKey()), violations);
                } else if (isFigure && figure.getValue().isNull()) {
                    compared++;
                    Figure other = result.figures().getOrDefault(figure.getKey(), Figure.ABSENT);
                    if (other.number().isPresent()) {
                        violations.add(name + " " + figure.getKey() + " is " + other + ", expected none");
                    }
                }
            }
        }
        if (compared == 0) {
            violations.add("none of its figures could be compared");
        }
        return violations;
    }

    private static void differ(String path, JsonNode expected, @Nullable Figure found, List<String> violations) {
        double number = expected.asDouble();
        boolean isYear = path.equals("discounted_payback_year") || path.equals("below_again_until");
        boolean agrees = found != null
                && (isYear
                        ? found.text().equals(expected.asText())
                        : found.value() != null
                                && Math.abs(found.value() - number)
                                        <= Math.max(NEAR_ZERO * scale(path), RELATIVE * Math.abs(number)));
        if (!agrees) {
            violations.add(path + " is " + found + ", expected " + expected);
        }
    }

    /** Ratios, rates and factors are small numbers. */
    private static double scale(String path) {
        return path.endsWith("bcr") || path.equals("irr") || path.endsWith("discount_factor") ? RELATIVE : 1;
    }

    private static JsonNode results(ConformanceCase anchor) {
        try {
            return JSON.readTree(anchor.expected()).path("results");
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The paths of {@link EngineResult}: an entry of a list is named after what it is about. */
    private static void flatten(String path, JsonNode node, Map<String, JsonNode> to) {
        if (node.isObject()) {
            boolean ofLabel = path.matches("labels\\.[^.\\[]+");
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                String key = ofLabel ? "[" + field.getKey() + "]" : "." + field.getKey();
                flatten(path.isEmpty() ? field.getKey() : path + key, field.getValue(), to);
            }
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                flatten(path + "." + named(node.get(i), i), node.get(i), to);
            }
        } else {
            to.put(path, node);
        }
    }

    private static String named(JsonNode entry, int position) {
        if (entry.has("intervention") && entry.has("id")) {
            return entry.get("intervention").asText() + "." + entry.get("id").asText();
        }
        for (String key : List.of("year", "quality")) {
            if (entry.has(key)) {
                return entry.get(key).asText();
            }
        }
        return String.valueOf(position);
    }
}
