package nl.mkba.json.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import nl.mkba.portfolio.ChoiceRequest;
import nl.mkba.portfolio.ChoiceResult;
import org.jspecify.annotations.Nullable;

/** A choice of places within a budget as a tree for JSON. */
public final class ChoiceTree {

    private static final String NPV = "npv";

    private final ChoiceResult choice;
    private final Places places;

    /** The key of what an option is worth. */
    private final String value;

    /**
     * What a table tells of the places, and what their draws tell.
     *
     * @param ids of the places, in the order of the rows
     * @param per the column that says in which group a place is, if there is a floor
     * @param alternatives ids of the alternatives
     * @param draws in how many draws a choice was made; 0 for the central estimate only
     * @param drawsWithout in how many of those no choice was found
     * @param counts per place and alternative in how many draws it is chosen; empty without draws
     */
    public record Places(
            List<String> ids,
            Optional<String> per,
            List<String> alternatives,
            int draws,
            int drawsWithout,
            List<List<Integer>> counts) {

        /**
         * {@return in which part of the draws something is chosen for a place, 0 … 1; only with draws}
         *
         * @param place the number of its row, from 0
         */
        public double share(int place) {
            return counts.get(place).stream().mapToInt(Integer::intValue).sum() / (double) draws;
        }
    }

    private ChoiceTree(ChoiceResult choice, Places places) {
        this.choice = choice;
        this.places = places;
        this.value = choice.request().objective().equals(NPV) ? NPV : "value";
    }

    /**
     * {@return the choice, its ranking, and what more money would buy; each place by the number of its row, from 0}
     *
     * @param choice in one outlook
     */
    public static Map<String, @Nullable Object> of(ChoiceResult choice) {
        return of(choice, new Places(List.of(), Optional.empty(), List.of(), 0, 0, List.of()));
    }

    /**
     * {@return the same, each place by its id}
     *
     * @param choice in one outlook
     * @param places the id of every place, and how sure its choice is
     */
    public static Map<String, @Nullable Object> of(ChoiceResult choice, Places places) {
        return new ChoiceTree(choice, places).tree();
    }

    private Map<String, @Nullable Object> tree() {
        ChoiceRequest request = choice.request();
        boolean isYearly = !request.years().isEmpty();
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("outlook", choice.outlook().orElse(null));
        tree.put("objective", request.objective());
        tree.put("budget", isYearly ? perYear(request.years()) : number(request.amount()));
        tree.put("budget_of", request.stakeholder().orElse(null));
        if (isYearly) {
            tree.put("prices", request.prices().id());
        }
        if (request.atLeast() > 0) {
            tree.put("at_least", request.atLeast());
            places.per().ifPresent(column -> tree.put("per", column));
        }
        tree.put("cost", isYearly && choice.isFeasible() ? perYear(choice.years()) : number(choice.cost()));
        tree.put(value, number(choice.value()));
        tree.put("bound", number(choice.bound()));
        tree.put("gap", number(choice.gap()));
        List<Map<String, @Nullable Object>> chosen = chosen();
        tree.put("count", (int)
                chosen.stream().filter(each -> each.get("alternative") != null).count());
        tree.put("places", chosen);
        tree.put("ranking", choice.ranking().stream().map(this::step).toList());
        tree.put("next_million", nextMillion());
        if (places.draws() > 0 && places.per().isPresent()) {
            tree.put("draws_without_choice", places.drawsWithout());
        }
        return tree;
    }

    private static @Nullable Object number(OptionalDouble number) {
        return number.isPresent() ? number.getAsDouble() : null;
    }

    private static Map<String, Object> perYear(Map<Integer, Double> ofYears) {
        Map<String, Object> years = new LinkedHashMap<>();
        ofYears.forEach((year, amount) -> years.put(String.valueOf(year), amount));
        return years;
    }

    /** A new tree that begins with the place. */
    private Map<String, @Nullable Object> place(int row) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        if (places.ids().isEmpty()) {
            tree.put("row", row);
        } else {
            tree.put("id", places.ids().get(row));
        }
        return tree;
    }

    private List<Map<String, @Nullable Object>> chosen() {
        List<Map<String, @Nullable Object>> chosen = new ArrayList<>();
        for (int row = 0; row < choice.rows(); row++) {
            boolean isDrawn = places.draws() > 0;
            if (choice.alternative(row).isEmpty() && !(isDrawn && places.share(row) > 0)) {
                continue;
            }
            Map<String, @Nullable Object> tree = place(row);
            Map<Integer, Double> years = choice.years(row);
            tree.put("alternative", choice.alternative(row).orElse(null));
            tree.put("cost", years.isEmpty() ? (Object) choice.cost(row) : perYear(years));
            tree.put(value, choice.value(row));
            if (isDrawn) {
                tree.put("chosen_in_draws", places.share(row));
                Map<String, @Nullable Object> shares = new LinkedHashMap<>();
                for (int a = 0; a < places.alternatives().size(); a++) {
                    shares.put(
                            places.alternatives().get(a),
                            places.counts().get(row).get(a) / (double) places.draws());
                }
                tree.put("alternatives_in_draws", shares);
            }
            chosen.add(tree);
        }
        return chosen;
    }

    private Map<String, @Nullable Object> step(ChoiceResult.Step step) {
        Map<String, @Nullable Object> tree = place(step.row());
        tree.put("alternative", step.alternative().orElse(null));
        tree.put("instead_of", step.insteadOf().orElse(null));
        tree.put("cost", step.cost());
        tree.put(value, step.value());
        tree.put(value + "_per_euro", step.valuePerEuro());
        tree.put("cumulative_cost", step.cumulativeCost());
        return tree;
    }

    /** That of the budget, or of each year's; null if no choice was found. */
    private @Nullable Object nextMillion() {
        List<ChoiceResult.Raise> raises = choice.nextMillion();
        if (raises.isEmpty()) {
            return null;
        }
        Map<String, Object> years = new LinkedHashMap<>();
        for (ChoiceResult.Raise raise : raises) {
            if (raise.year().isEmpty()) {
                return raise(raise);
            }
            years.put(String.valueOf(raise.year().getAsInt()), raise(raise));
        }
        return years;
    }

    private Map<String, @Nullable Object> raise(ChoiceResult.Raise raise) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put(value, raise.value());
        tree.put("cost", raise.cost());
        Function<ChoiceResult.Change, Map<String, @Nullable Object>> change = each -> {
            Map<String, @Nullable Object> changed = place(each.row());
            changed.put("alternative", each.alternative().orElse(null));
            changed.put("instead_of", each.insteadOf().orElse(null));
            return changed;
        };
        tree.put("changes", raise.changes().stream().map(change).toList());
        return tree;
    }
}
