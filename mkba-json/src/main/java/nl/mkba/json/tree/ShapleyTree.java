package nl.mkba.json.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.mkba.cooperation.ShapleyResult;
import nl.mkba.problem.Problem;
import org.jspecify.annotations.Nullable;

/** What each intervention adds, as a tree of maps, lists, numbers, texts and null, with the keys of the JSON output. */
public final class ShapleyTree {

    private ShapleyTree() {}

    /**
     * {@return the whole output of {@code shapley}}
     *
     * @param divided the net present value of every alternative and outlook
     * @param warnings what stands under {@code warnings}
     * @param problems makes trees of them
     */
    public static Map<String, @Nullable Object> of(
            ShapleyResult divided, List<Problem> warnings, ProblemTree problems) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("id", divided.scenario().id());
        List<@Nullable Object> results = new ArrayList<>();
        divided.results().forEach(result -> results.add(of(result)));
        tree.put("results", results);
        tree.putAll(CoalitionTree.settings(divided.simulation()));
        tree.put("warnings", problems.of(warnings));
        return tree;
    }

    private static Map<String, @Nullable Object> of(ShapleyResult.ShapleyCase result) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("alternative", result.alternative());
        tree.put("outlook", result.outlook().orElse(null));
        tree.put("npv", result.npv().value());
        Map<String, @Nullable Object> interventions = new LinkedHashMap<>();
        result.interventions().forEach((id, shapley) -> interventions.put(id, of(shapley)));
        tree.put("interventions", interventions);
        return tree;
    }

    private static Map<String, @Nullable Object> of(ShapleyResult.Contribution shapley) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("alone", shapley.alone().value());
        tree.put("last", shapley.last().value());
        tree.put("shapley", shapley.shapley().value());
        shapley.spread().ifPresent(spread -> {
            Map<String, @Nullable Object> drawn = new LinkedHashMap<>();
            drawn.put("alone", SimulationTree.of(spread.alone()));
            drawn.put("last", SimulationTree.of(spread.last()));
            drawn.put("shapley", SimulationTree.of(spread.shapley()));
            tree.put("spread", drawn);
        });
        return tree;
    }
}
