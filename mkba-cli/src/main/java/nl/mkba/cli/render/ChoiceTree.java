package nl.mkba.cli.render;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import nl.mkba.budget.BudgetPrices;
import nl.mkba.engine.portfolio.BudgetChoice;
import nl.mkba.engine.portfolio.Ranking;
import org.jspecify.annotations.Nullable;

/** A choice of places within a budget as a tree for JSON. */
public final class ChoiceTree {

    private final ChoiceOfPlaces choice;

    /** The key of what an option is worth. */
    private final String value;

    private ChoiceTree(ChoiceOfPlaces choice) {
        this.choice = choice;
        this.value = choice.question().isNpv() ? "npv" : "value";
    }

    /** The choice, its ranking, and what more money would buy. */
    public static Map<String, @Nullable Object> of(ChoiceOfPlaces choice) {
        return new ChoiceTree(choice).tree();
    }

    private Map<String, @Nullable Object> tree() {
        BudgetChoice made = choice.choice();
        ChoiceOfPlaces.Question question = choice.question();
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("outlook", choice.outlook().orElse(null));
        tree.put("objective", question.figures().objective().id());
        tree.put("budget", perBudget(question.limits()::ceiling));
        tree.put("budget_of", question.figures().stakeholder().orElse(null));
        if (question.isYearly()) {
            tree.put("prices", (question.figures().nominal() ? BudgetPrices.NOMINAL : BudgetPrices.REAL).id());
        }
        if (question.per().isPresent()) {
            tree.put("at_least", question.limits().atLeast());
            tree.put("per", question.per().get());
        }
        tree.put("cost", perBudget(made::cost));
        tree.put(value, made.value());
        tree.put("bound", made.bound());
        tree.put("gap", made.gap());
        tree.put("count", made.count());
        tree.put("places", places());
        tree.put("ranking", ranking());
        tree.put("next_million", perBudget(budget -> nextMillion(choice.more().get(budget))));
        if (choice.draws() > 0 && question.per().isPresent()) {
            tree.put("draws_without_choice", choice.drawsWithout());
        }
        return tree;
    }

    /** Something of the budget, or of that of each year. */
    private Object perBudget(IntFunction<Object> number) {
        if (!choice.question().isYearly()) {
            return number.apply(0);
        }
        Map<String, Object> years = new LinkedHashMap<>();
        List<Integer> asked = choice.question().figures().years();
        for (int budget = 0; budget < asked.size(); budget++) {
            years.put(String.valueOf(asked.get(budget)), number.apply(budget));
        }
        return years;
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
            int here = place;
            tree.put("cost", perBudget(budget -> choice.options().cost(budget, here, alternative)));
            tree.put(value, choice.options().value(place, alternative));
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
            tree.put(value, step.value());
            tree.put(value + "_per_euro", step.valuePerEuro());
            tree.put("cumulative_cost", cumulative);
            ranking.add(tree);
        }
        return ranking;
    }

    private Map<String, @Nullable Object> nextMillion(BudgetChoice more) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put(value, more.value() - choice.choice().value());
        tree.put("cost", more.cost() - choice.choice().cost());
        List<Map<String, @Nullable Object>> changes = new ArrayList<>();
        for (int place = 0; place < choice.ids().size(); place++) {
            int before = choice.choice().alternative(place);
            int after = more.alternative(place);
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
