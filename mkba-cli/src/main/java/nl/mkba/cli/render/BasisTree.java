package nl.mkba.cli.render;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.mkba.cli.language.Messages;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import org.jspecify.annotations.Nullable;

/** What stands under a result, for a table. */
public final class BasisTree {

    private BasisTree() {}

    /** The horizon, the prices, the discount policies with where they were read, and how many parameters have no source. */
    public static Map<String, @Nullable Object> of(Scenario scenario, Selection selection, Messages messages) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("horizon", scenario.horizon());
        tree.put("currency", scenario.currency());
        tree.put("price_level", scenario.priceLevel());
        List<@Nullable Object> policies = new ArrayList<>(Conventions.policies(scenario, selection, messages));
        tree.put("discounting", policies);
        tree.put("parameters", scenario.parameters().size());
        tree.put("parameters_without_source", Uncertainty.withoutSource(scenario));
        return tree;
    }
}
