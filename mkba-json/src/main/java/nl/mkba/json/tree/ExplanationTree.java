package nl.mkba.json.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.mkba.explain.Explanation;
import nl.mkba.scenario.Scenario;
import nl.mkba.source.Provenance;
import nl.mkba.source.Quality;
import nl.mkba.text.Text;
import org.jspecify.annotations.Nullable;

/** Explanations as a tree with the keys of the JSON output. */
public final class ExplanationTree {

    private ExplanationTree() {}

    /**
     * {@return the whole output of {@code explain}}
     *
     * @param scenario that the explanations are of
     * @param explanations the stream in every alternative and outlook that has it
     * @param locale the language of their texts
     */
    public static Map<String, @Nullable Object> of(Scenario scenario, List<Explanation> explanations, Locale locale) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("id", scenario.id());
        tree.put("currency", scenario.currency());
        tree.put("price_level", scenario.priceLevel());
        List<@Nullable Object> results = new ArrayList<>();
        for (Explanation explanation : explanations) {
            results.add(of(explanation, locale));
        }
        tree.put("results", results);
        return tree;
    }

    private static Map<String, @Nullable Object> of(Explanation explanation, Locale locale) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("alternative", explanation.alternative());
        tree.put("outlook", explanation.outlook().orElse(null));
        tree.put("intervention", explanation.intervention());
        tree.put("kind", explanation.kind().id());
        tree.put("id", explanation.id());
        List<@Nullable Object> parameters = new ArrayList<>();
        for (Explanation.UsedParameter figure : explanation.parameters()) {
            parameters.add(of(figure, locale));
        }
        tree.put("parameters", parameters);
        tree.put("quality", explanation.quality().id());
        tree.put("taken", explanation.taken().map(ExplanationTree::of).orElse(null));
        List<@Nullable Object> parts = new ArrayList<>();
        for (Explanation.AmountOverYears part : explanation.parts()) {
            parts.add(of(part));
        }
        tree.put("parts", parts);
        tree.put("units", explanation.units().map(units -> of(units, locale)).orElse(null));
        tree.put("undiscounted", explanation.undiscounted().value());
        tree.put("residual_value", explanation.residualValue().value());
        tree.put("pv", explanation.presentValue().value());
        return tree;
    }

    private static Map<String, @Nullable Object> of(Explanation.Units units, Locale locale) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        ResultTree.units(units.result(), tree, locale);
        tree.put("discount_factors", new ArrayList<@Nullable Object>(units.discountFactors()));
        tree.put("intervention_costs", units.costs().value());
        tree.put("intervention_npv", units.net().value());
        tree.put("effect_pv", units.own().value());
        return tree;
    }

    private static Map<String, @Nullable Object> of(Explanation.UsedParameter figure, Locale locale) {
        Provenance origin = figure.parameter().provenance();
        Quality quality = origin.quality();
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("parameter", figure.parameter().id());
        tree.put("expression", figure.expression());
        tree.put("value", figure.value());
        Text unit = figure.parameter().unit();
        tree.put("unit", unit == null ? null : unit.in(locale));
        tree.put("price_year", figure.parameter().priceYear());
        tree.put("source", origin.source());
        tree.put("url", origin.url());
        tree.put("quality", quality == null ? null : quality.id());
        return tree;
    }

    private static Map<String, @Nullable Object> of(Explanation.Taken taken) {
        List<@Nullable Object> years = new ArrayList<>();
        for (Explanation.TakenInYear year : taken.years()) {
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            one.put("year", year.year());
            one.put("baseline", year.baseline());
            one.put("share", year.share());
            one.put("together", year.together());
            one.put("credited", year.credited());
            years.add(one);
        }
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("outcome", taken.outcome());
        tree.put("factors", factors(taken.factors()));
        tree.put("years", years);
        return tree;
    }

    private static List<@Nullable Object> factors(List<Explanation.Factor> factors) {
        List<@Nullable Object> all = new ArrayList<>();
        for (Explanation.Factor factor : factors) {
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            one.put("factor", factor.key());
            one.put("expression", factor.expression());
            one.put("value", factor.value());
            all.add(one);
        }
        return all;
    }

    private static Map<String, @Nullable Object> of(Explanation.AmountOverYears part) {
        List<@Nullable Object> years = new ArrayList<>();
        for (Explanation.Year year : part.years()) {
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            one.put("year", year.year());
            one.put(
                    "participants",
                    year.participants().isPresent() ? year.participants().getAsDouble() : null);
            one.put("strength", year.strength());
            one.put("growth", year.growth());
            one.put("interactions", year.interactions());
            one.put("flow", year.flow());
            one.put("discount_factor", year.discountFactor());
            one.put("pv", year.presentValue());
            years.add(one);
        }
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("value", part.id().orElse(null));
        tree.put("factors", factors(part.factors()));
        tree.put("years", years);
        tree.put("residual_value", part.residualValue().value());
        tree.put("pv", part.presentValue().value());
        return tree;
    }
}
