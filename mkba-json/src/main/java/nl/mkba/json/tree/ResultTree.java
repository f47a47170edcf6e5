package nl.mkba.json.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import nl.mkba.appraisal.Account;
import nl.mkba.appraisal.AlternativeResult;
import nl.mkba.appraisal.AlternativeResult.GrossToNet;
import nl.mkba.appraisal.AlternativeResult.Increment;
import nl.mkba.appraisal.AlternativeResult.InternalRate;
import nl.mkba.appraisal.AlternativeResult.InterventionResult;
import nl.mkba.appraisal.AlternativeResult.LabelResult;
import nl.mkba.appraisal.AlternativeResult.MarginalValue;
import nl.mkba.appraisal.AlternativeResult.Payback;
import nl.mkba.appraisal.AlternativeResult.StreamResult;
import nl.mkba.appraisal.AlternativeResult.UnitsResult;
import nl.mkba.appraisal.AlternativeResult.YearResult;
import nl.mkba.appraisal.Amount;
import nl.mkba.appraisal.Appraisal;
import nl.mkba.appraisal.ResultFigure;
import nl.mkba.appraisal.UnpricedResult;
import nl.mkba.problem.Problem;
import nl.mkba.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/**
 * Results as a tree of maps, lists, numbers, texts and null, with the keys of the JSON output. JSON, CSV and the
 * expectations of scenario files are all made from this one tree, so that they cannot differ.
 */
public final class ResultTree {

    private ResultTree() {}

    /**
     * {@return the whole output of {@code run} for one scenario}
     *
     * @param appraisal of every alternative and outlook that was asked for
     * @param catalogue the edition of the catalogue that the scenario was read beside; null for one that was not read
     * @param warnings what stands under {@code warnings}
     * @param problems makes trees of them
     */
    public static Map<String, @Nullable Object> of(
            Appraisal appraisal, @Nullable String catalogue, List<Problem> warnings, ProblemTree problems) {
        Scenario scenario = appraisal.scenario();
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("id", scenario.id());
        tree.put("currency", scenario.currency());
        tree.put("base_year", scenario.baseYear());
        tree.put("price_level", scenario.priceLevel());
        tree.put("price_index", index(scenario));
        tree.put("catalogue_version", catalogue);
        List<@Nullable Object> results = new ArrayList<>();
        for (AlternativeResult result : appraisal.results()) {
            results.add(of(result, problems.locale()));
        }
        tree.put("results", results);
        tree.put("warnings", problems.of(warnings));
        return tree;
    }

    /** A built-in index with the last year that it reaches, such as {@code nl_cpi 2025}; null for one of the scenario's own. */
    private static @Nullable String index(Scenario scenario) {
        String name = scenario.priceIndex().name();
        return name == null ? null : name + " " + scenario.priceIndex().lastYear();
    }

    /**
     * {@return one alternative in one outlook}
     *
     * @param result of the central estimate
     * @param locale the language of its texts
     */
    public static Map<String, @Nullable Object> of(AlternativeResult result, Locale locale) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("alternative", result.alternative());
        tree.put("outlook", result.outlook().orElse(null));
        for (ResultFigure figure : ResultFigure.values()) {
            tree.put(figure.key(), number(figure, result.figure(figure)));
            beside(figure, result, tree);
        }
        tree.put("incremental", result.increment().map(ResultTree::increment).orElse(null));
        tree.put("stakeholders", accounts(result.stakeholders()));
        tree.put("sectors", accounts(result.sectors()));
        tree.put("interventions", interventions(result.interventions()));
        tree.put("streams", streams(result.streams(), locale));
        tree.put("years", years(result.years()));
        tree.put("gross_to_net", grossToNet(result.grossToNet()));
        tree.put("unpriced", unpriced(result.unpriced(), locale));
        tree.put("quality", QualityTree.of(result.quality()));
        tree.put("labels", labels(result.labels(), locale));
        return tree;
    }

    private static @Nullable Object number(ResultFigure figure, OptionalDouble number) {
        if (number.isEmpty()) {
            return null;
        }
        double value = number.getAsDouble();
        return figure.form() == ResultFigure.Form.YEAR ? (Object) (int) value : (Object) value;
    }

    /** What stands beside a figure: another name of it, or why it is absent. */
    private static void beside(ResultFigure figure, AlternativeResult result, Map<String, @Nullable Object> tree) {
        switch (figure) {
            case BCR -> tree.put("return_per_euro", number(result.bcr()));
            case MVPF ->
                tree.put(
                        "mvpf_absent",
                        result.marginalValue()
                                .absent()
                                .map(MarginalValue.Reason::id)
                                .orElse(null));
            case IRR ->
                tree.put(
                        "irr_absent",
                        result.internalRate()
                                .absent()
                                .map(InternalRate.Reason::id)
                                .orElse(null));
            case BELOW_AGAIN_UNTIL ->
                tree.put(
                        "payback_absent",
                        result.payback().absent().map(Payback.Reason::id).orElse(null));
            default -> {}
        }
    }

    private static Map<String, @Nullable Object> labels(Map<String, Map<String, LabelResult>> labels, Locale locale) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        for (Map.Entry<String, Map<String, LabelResult>> key : labels.entrySet()) {
            Map<String, @Nullable Object> texts = new LinkedHashMap<>();
            for (Map.Entry<String, LabelResult> text : key.getValue().entrySet()) {
                LabelResult label = text.getValue();
                Map<String, @Nullable Object> one = account(label.society());
                one.put("stakeholders", accounts(label.stakeholders()));
                one.put("unpriced", unpriced(label.unpriced(), locale));
                texts.put(text.getKey(), one);
            }
            tree.put(key.getKey(), texts);
        }
        return tree;
    }

    private static Map<String, @Nullable Object> increment(Increment increment) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("compared_with", increment.comparedWith());
        tree.put("pv_costs", increment.pvCosts().value());
        tree.put("pv_benefits", increment.pvBenefits().value());
        tree.put("npv", increment.npv().value());
        tree.put("bcr", number(increment.bcr()));
        return tree;
    }

    private static Map<String, @Nullable Object> accounts(Map<String, Account> accounts) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        for (Map.Entry<String, Account> entry : accounts.entrySet()) {
            tree.put(entry.getKey(), account(entry.getValue()));
        }
        return tree;
    }

    private static Map<String, @Nullable Object> account(Account account) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("costs", account.costs().value());
        tree.put("benefits", account.benefits().value());
        tree.put("transfers", account.transfers().value());
        tree.put("net", account.net().value());
        tree.put("cash", account.cash().value());
        return tree;
    }

    private static Map<String, @Nullable Object> interventions(Map<String, InterventionResult> interventions) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        for (InterventionResult intervention : interventions.values()) {
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            one.put("costs", intervention.costs().value());
            one.put("benefits", intervention.benefits().value());
            one.put("npv", intervention.npv().value());
            one.put("last", amount(intervention.last()));
            one.put("participants", number(intervention.participants()));
            tree.put(intervention.id(), one);
        }
        return tree;
    }

    private static List<@Nullable Object> streams(List<StreamResult> streams, Locale locale) {
        List<@Nullable Object> tree = new ArrayList<>(streams.size());
        for (StreamResult stream : streams) {
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            one.put("intervention", stream.intervention());
            one.put("kind", stream.kind().id());
            one.put("id", stream.id());
            one.put("pv", stream.pv().value());
            one.put("pv_society", stream.pvSociety().value());
            one.put("undiscounted", stream.undiscounted().value());
            one.put("residual_value", stream.residualValue().value());
            if (stream.units().isPresent()) {
                units(stream.units().get(), one, locale);
            }
            tree.add(one);
        }
        return tree;
    }

    static void units(UnitsResult units, Map<String, @Nullable Object> stream, Locale locale) {
        stream.put("unit", units.unit().map(unit -> unit.in(locale)).orElse(null));
        stream.put("units", units.units());
        stream.put("units_discounted", units.unitsDiscounted());
        stream.put("units_per_year", new ArrayList<@Nullable Object>(units.unitsPerYear()));
        stream.put("cost_per_unit", amount(units.costPerUnit()));
        stream.put("break_even_value", amount(units.breakEvenValue()));
    }

    private static List<@Nullable Object> years(List<YearResult> years) {
        List<@Nullable Object> tree = new ArrayList<>(years.size());
        for (YearResult year : years) {
            Map<String, @Nullable Object> stakeholders = new LinkedHashMap<>();
            for (Map.Entry<String, YearResult.StakeholderYear> entry :
                    year.stakeholders().entrySet()) {
                Map<String, @Nullable Object> stakeholder = new LinkedHashMap<>();
                stakeholder.put("net", entry.getValue().net().value());
                stakeholder.put("cash", entry.getValue().cash().value());
                stakeholders.put(entry.getKey(), stakeholder);
            }
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            one.put("year", year.year());
            one.put("costs", year.costs().value());
            one.put("benefits", year.benefits().value());
            one.put("net", year.net().value());
            one.put("discount_factor", year.discountFactor());
            one.put("cumulative_npv", year.cumulativeNpv().value());
            one.put("stakeholders", stakeholders);
            tree.add(one);
        }
        return tree;
    }

    private static Map<String, @Nullable Object> grossToNet(GrossToNet steps) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("gross", steps.gross().value());
        tree.put("deadweight", steps.deadweight().value());
        tree.put("due_to_others", steps.dueToOthers().value());
        tree.put("displacement", steps.displacement().value());
        tree.put("optimism_bias", steps.optimismBias().value());
        tree.put("interactions", steps.interactions().value());
        tree.put("overlap", steps.overlap().value());
        return tree;
    }

    /** What has no price. */
    static List<@Nullable Object> unpriced(List<UnpricedResult> items, Locale locale) {
        List<@Nullable Object> tree = new ArrayList<>(items.size());
        for (UnpricedResult unpriced : items) {
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            one.put("intervention", unpriced.intervention());
            one.put("name", unpriced.item().name().in(locale));
            one.put("sign", unpriced.item().sign().id());
            one.put("stakeholder", unpriced.item().stakeholder());
            tree.add(one);
        }
        return tree;
    }

    private static @Nullable Double number(OptionalDouble number) {
        return number.isPresent() ? number.getAsDouble() : null;
    }

    private static @Nullable Double amount(Optional<Amount> amount) {
        return amount.isPresent() ? amount.get().value() : null;
    }
}
