package nl.mkba.json.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nl.mkba.appraisal.Amount;
import nl.mkba.budget.BudgetResult;
import nl.mkba.budget.BudgetResult.Budget;
import nl.mkba.budget.BudgetResult.Row;
import nl.mkba.problem.Problem;
import nl.mkba.scenario.Simulation;
import org.jspecify.annotations.Nullable;

/** A budget as a tree of maps, lists, numbers, texts and null, with the keys of the JSON output. */
public final class BudgetTree {

    private BudgetTree() {}

    /**
     * {@return the whole output of {@code budget}}
     *
     * @param budget the budget in every alternative and outlook
     * @param warnings what stands under {@code warnings}
     * @param problems makes trees of them
     */
    public static Map<String, @Nullable Object> of(BudgetResult budget, List<Problem> warnings, ProblemTree problems) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("id", budget.scenario().id());
        tree.put("stakeholder", budget.request().stakeholder());
        tree.put("prices", budget.request().prices().id());
        tree.put("label", budget.request().label().orElse(null));
        if (budget.simulation().isPresent()) {
            Simulation settings = budget.simulation().get();
            tree.put("draws", settings.draws());
            tree.put("seed", settings.seed());
            tree.put("sampling", settings.sampling().id());
        }
        tree.put("results", budget.results().stream().map(BudgetTree::of).toList());
        tree.put("warnings", problems.of(warnings));
        return tree;
    }

    private static Map<String, @Nullable Object> of(Budget budget) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("alternative", budget.alternative());
        tree.put("outlook", budget.outlook().orElse(null));
        tree.put("years", new ArrayList<@Nullable Object>(budget.years()));
        List<@Nullable Object> rows = new ArrayList<>();
        for (Row row : budget.rows()) {
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            one.put("label", row.label());
            flows(one, row);
            rows.add(one);
        }
        tree.put("rows", rows);
        Map<String, @Nullable Object> total = new LinkedHashMap<>();
        flows(total, budget.total());
        if (!budget.net().isEmpty()) {
            total.put("net_p5", values(budget.net(), interval -> interval.p5().value()));
            total.put("net_p95", values(budget.net(), interval -> interval.p95().value()));
        }
        tree.put("total", total);
        return tree;
    }

    private static void flows(Map<String, @Nullable Object> tree, Row row) {
        tree.put("expenditure", values(row.expenditure(), Amount::value));
        tree.put("income", values(row.income(), Amount::value));
        tree.put("net", values(row.net(), Amount::value));
    }

    private static <T> List<@Nullable Object> values(List<T> items, Function<T, Double> value) {
        List<@Nullable Object> values = new ArrayList<>(items.size());
        items.forEach(item -> values.add(value.apply(item)));
        return values;
    }
}
