package nl.mkba.cli.render;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.mkba.portfolio.BudgetChoice;
import nl.mkba.portfolio.Ranking;
import org.jspecify.annotations.Nullable;

/** A choice of places within a budget as a tree for JSON. */
public final class ChoiceTree {

    private final ChoiceOfPlaces choice;

    private ChoiceTree(ChoiceOfPlaces choice) {
        this.choice = choice;
    }

    /** @param budgetOf id of the stakeholder whose costs the budget is for, or null */
    public static Map<String, @Nullable Object> of(ChoiceOfPlaces choice, @Nullable String budgetOf) {
        return new ChoiceTree(choice).tree(budgetOf);
    }

    private Map<String, @Nullable Object> tree(@Nullable String budgetOf) {
        BudgetChoice made = choice.choice();
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("outlook", choice.outlook().orElse(null));
        tree.put("budget", made.budget());
        tree.put("budget_of", budgetOf);
        tree.put("cost", made.cost());
        tree.put("npv", made.npv());
        tree.put("bound", made.bound());
        tree.put("gap", made.gap());
        tree.put("count", made.count());
        tree.put("places", places());
        tree.put("ranking", ranking());
        tree.put("next_million", nextMillion());
        return tree;
    }

    private List<Map<String, @Nullable Object>> places() {
        List<Map<String, @Nullable Object>> places = new ArrayList<>();
        for (int place = 0; place < choice.ids().size(); place++) {
            int alternative = choice.choice().alternative(place);
            if (alternative == BudgetChoice.NONE && (choice.draws() == 0 || choice.share(place) == 0)) {
                continue;
            }
            Map<String, @Nullable Object> tree = new LinkedHashMap<>();
            tree.put("id", choice.ids().get(place));
            tree.put("alternative", choice.alternative(alternative));
            tree.put("cost", choice.options().cost(place, alternative));
            tree.put("npv", choice.options().npv(place, alternative));
            if (choice.draws() > 0) {
                tree.put("chosen_in_draws", choice.share(place));
                Map<String, @Nullable Object> shares = new LinkedHashMap<>();
                for (int a = 0; a < choice.alternatives().size(); a++) {
                    shares.put(
                            choice.alternatives().get(a),
                            choice.counts().get(place).get(a) / (double) choice.draws());
                }
                tree.put("alternatives_in_draws", shares);
            }
            places.add(tree);
        }
        return places;
    }

    private List<Map<String, @Nullable Object>> ranking() {
        List<Map<String, @Nullable Object>> ranking = new ArrayList<>();
        double cumulative = choice.ranking().beginCost();
        for (Ranking.Step step : choice.ranking().steps()) {
            cumulative += step.cost();
            Map<String, @Nullable Object> tree = new LinkedHashMap<>();
            tree.put("id", choice.ids().get(step.place()));
            tree.put("alternative", choice.alternative(step.to()));
            tree.put("instead_of", choice.alternative(step.from()));
            tree.put("cost", step.cost());
            tree.put("npv", step.npv());
            tree.put("npv_per_euro", step.npvPerEuro());
            tree.put("cumulative_cost", cumulative);
            ranking.add(tree);
        }
        return ranking;
    }

    private Map<String, @Nullable Object> nextMillion() {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("npv", choice.more().npv() - choice.choice().npv());
        tree.put("cost", choice.more().cost() - choice.choice().cost());
        List<Map<String, @Nullable Object>> changes = new ArrayList<>();
        for (int place = 0; place < choice.ids().size(); place++) {
            int before = choice.choice().alternative(place);
            int after = choice.more().alternative(place);
            if (before != after) {
                Map<String, @Nullable Object> change = new LinkedHashMap<>();
                change.put("id", choice.ids().get(place));
                change.put("alternative", choice.alternative(after));
                change.put("instead_of", choice.alternative(before));
                changes.add(change);
            }
        }
        tree.put("changes", changes);
        return tree;
    }
}
