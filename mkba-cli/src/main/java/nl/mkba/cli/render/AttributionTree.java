package nl.mkba.cli.render;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.mkba.cooperation.Attribution;
import nl.mkba.cooperation.AttributionResult;
import nl.mkba.problem.Problem;
import org.jspecify.annotations.Nullable;

/** What each intervention adds, as a tree of maps, lists, numbers, texts and null, with the keys of the JSON output. */
public final class AttributionTree {

    private AttributionTree() {}

    /** The whole output of {@code attribution}. */
    public static Map<String, @Nullable Object> of(
            AttributionResult divided, List<Problem> warnings, ProblemTree problems) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("id", divided.scenario().id());
        List<@Nullable Object> results = new ArrayList<>();
        divided.results().forEach(result -> results.add(of(result)));
        tree.put("results", results);
        tree.putAll(CoalitionTree.settings(divided.simulation()));
        tree.put("warnings", problems.of(warnings));
        return tree;
    }

    private static Map<String, @Nullable Object> of(AttributionResult.CaseResult result) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("alternative", result.alternative());
        tree.put("outlook", result.outlook().orElse(null));
        tree.put("npv", result.npv().value());
        Map<String, @Nullable Object> interventions = new LinkedHashMap<>();
        result.interventions().forEach((id, attribution) -> interventions.put(id, of(attribution)));
        tree.put("interventions", interventions);
        return tree;
    }

    private static Map<String, @Nullable Object> of(Attribution attribution) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("alone", attribution.alone().value());
        tree.put("last", attribution.last().value());
        tree.put("shapley", attribution.shapley().value());
        attribution.spread().ifPresent(spread -> {
            Map<String, @Nullable Object> drawn = new LinkedHashMap<>();
            drawn.put("alone", SimulationTree.of(spread.alone()));
            drawn.put("last", SimulationTree.of(spread.last()));
            drawn.put("shapley", SimulationTree.of(spread.shapley()));
            tree.put("spread", drawn);
        });
        return tree;
    }
}
