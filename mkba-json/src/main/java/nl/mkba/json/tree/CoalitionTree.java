package nl.mkba.json.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.mkba.appraisal.Amount;
import nl.mkba.cooperation.Coalition;
import nl.mkba.cooperation.Coalition.Balance;
import nl.mkba.cooperation.Coalition.Basis;
import nl.mkba.cooperation.CoalitionResult;
import nl.mkba.problem.Problem;
import nl.mkba.scenario.Simulation;
import org.jspecify.annotations.Nullable;

/** Who must join in, as a tree of maps, lists, numbers, texts and null. */
public final class CoalitionTree {

    private CoalitionTree() {}

    /**
     * {@return the whole output of {@code mkba coalition}, with the keys of the JSON output}
     *
     * @param coalitions in every alternative and outlook
     * @param warnings what stands under {@code warnings}
     * @param problems makes trees of them
     */
    public static Map<String, @Nullable Object> of(
            CoalitionResult coalitions, List<Problem> warnings, ProblemTree problems) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("id", coalitions.scenario().id());
        List<@Nullable Object> results = new ArrayList<>();
        coalitions.results().forEach(coalition -> results.add(of(coalition)));
        tree.put("results", results);
        tree.putAll(settings(coalitions.simulation()));
        tree.put("warnings", problems.of(warnings));
        return tree;
    }

    /** How was drawn; nothing if it was not. */
    static Map<String, @Nullable Object> settings(Optional<Simulation> simulation) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        simulation.ifPresent(settings -> {
            tree.put("draws", settings.draws());
            tree.put("seed", settings.seed());
            tree.put("sampling", settings.sampling().id());
        });
        return tree;
    }

    private static Map<String, @Nullable Object> of(Coalition coalition) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("alternative", coalition.alternative());
        tree.put("outlook", coalition.outlook().orElse(null));
        tree.put("basis", coalition.basis().id());
        tree.put("gainers", balances(coalition.gainers()));
        tree.put("losers", balances(coalition.losers()));
        tree.put("feasible", coalition.feasible());
        tree.put("shortfall", coalition.shortfall().value());
        List<@Nullable Object> payments = new ArrayList<>();
        coalition.sidePayments().forEach(payment -> {
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            one.put("from", payment.from());
            one.put("to", payment.to());
            one.put("amount", payment.amount().value());
            payments.add(one);
        });
        tree.put("side_payments", payments);
        tree.put("after", amounts(coalition.after()));
        tree.put(
                "cost_shares_by_benefit",
                coalition.costSharesByBenefit().map(CoalitionTree::amounts).orElse(null));
        tree.put("smallest_coalition", coalition.smallestCoalition().orElse(null));
        tree.put("costs", amounts(coalition.costs()));
        coalition.chances().ifPresent(chances -> tree.put("chances", of(chances)));
        return tree;
    }

    private static List<@Nullable Object> balances(List<Balance> balances) {
        List<@Nullable Object> tree = new ArrayList<>();
        balances.forEach(balance -> {
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            one.put("stakeholder", balance.stakeholder());
            one.put("net", balance.net().value());
            tree.add(one);
        });
        return tree;
    }

    private static Map<String, @Nullable Object> amounts(Map<String, Amount> amounts) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        amounts.forEach((stakeholder, amount) -> tree.put(stakeholder, amount.value()));
        return tree;
    }

    private static Map<String, @Nullable Object> of(Coalition.Chances chances) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("probability_feasible", chances.feasible());
        tree.put("probability_coalition_holds", chances.holds().orElse(null));
        tree.put("probability_all_whole_before", chances.allWholeBefore());
        tree.put("probability_all_whole_after", chances.allWholeAfter());
        Map<String, @Nullable Object> stakeholders = new LinkedHashMap<>();
        chances.stakeholders().forEach((stakeholder, whole) -> {
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            one.put("probability_whole_before", whole.before());
            one.put("probability_whole_after", whole.after());
            stakeholders.put(stakeholder, one);
        });
        tree.put("stakeholders", stakeholders);
        return tree;
    }

    /**
     * {@return the same for a table with a figure a line, welfare and money under keys of their own: {@code net} and {@code
     * cash}, as {@link #of} has them in results of their own}
     *
     * @param coalitions in every alternative and outlook
     */
    public static Map<String, @Nullable Object> forTable(CoalitionResult coalitions) {
        List<@Nullable Object> results = new ArrayList<>();
        List<Coalition> all = coalitions.results();
        int bases = Basis.values().length;
        for (int i = 0; i < all.size(); i += bases) {
            results.add(together(all.subList(i, i + bases)));
        }
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("id", coalitions.scenario().id());
        tree.put("results", results);
        return tree;
    }

    private static Map<String, @Nullable Object> together(List<Coalition> bases) {
        Coalition first = bases.get(0);
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("alternative", first.alternative());
        tree.put("outlook", first.outlook().orElse(null));
        Map<String, Map<String, @Nullable Object>> payments = new LinkedHashMap<>();
        Map<String, Map<String, @Nullable Object>> stakeholders = new LinkedHashMap<>();
        first.after().keySet().forEach(stakeholder -> stakeholders.put(stakeholder, new LinkedHashMap<>()));
        first.costs().forEach((stakeholder, amount) -> put(stakeholders, stakeholder, "costs", amount.value()));
        first.costSharesByBenefit()
                .ifPresent(shares -> shares.forEach((stakeholder, amount) ->
                        put(stakeholders, stakeholder, "cost_share_by_benefit", amount.value())));
        for (Coalition coalition : bases) {
            String basis = coalition.basis().id();
            tree.put(basis + "_feasible", coalition.feasible());
            tree.put(basis + "_shortfall", coalition.shortfall().value());
            coalition.chances().ifPresent(chances -> tree.put(basis + "_chances", chancesOfAll(chances)));
            coalition
                    .sidePayments()
                    .forEach(payment -> payments.computeIfAbsent(
                                    payment.from() + "." + payment.to(), pair -> new LinkedHashMap<>())
                            .put(basis, payment.amount().value()));
            stakeholders.forEach((stakeholder, figures) -> figures.putAll(figures(coalition, stakeholder)));
        }
        tree.put("side_payments", payments);
        tree.put("stakeholders", stakeholders);
        return tree;
    }

    private static void put(
            Map<String, Map<String, @Nullable Object>> stakeholders, String stakeholder, String figure, double value) {
        stakeholders.computeIfAbsent(stakeholder, id -> new LinkedHashMap<>()).put(figure, value);
    }

    private static Map<String, @Nullable Object> chancesOfAll(Coalition.Chances chances) {
        Map<String, @Nullable Object> tree = of(chances);
        tree.remove("stakeholders");
        return tree;
    }

    private static Map<String, @Nullable Object> figures(Coalition coalition, String stakeholder) {
        String basis = coalition.basis().id();
        Map<String, @Nullable Object> figures = new LinkedHashMap<>();
        figures.put(basis, coalition.before(stakeholder).value());
        figures.put(basis + "_after", coalition.after(stakeholder).value());
        figures.put(
                basis + "_in_smallest_coalition",
                coalition
                        .smallestCoalition()
                        .map(members -> members.contains(stakeholder))
                        .orElse(null));
        coalition
                .chances()
                .map(chances -> chances.stakeholders().get(stakeholder))
                .ifPresent(whole -> {
                    figures.put(basis + "_probability_whole_before", whole.before());
                    figures.put(basis + "_probability_whole_after", whole.after());
                });
        return figures;
    }
}
