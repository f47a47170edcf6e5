package nl.mkba.json.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import nl.mkba.appraisal.UnpricedResult;
import nl.mkba.problem.Problem;
import nl.mkba.scenario.Simulation;
import nl.mkba.uncertainty.SimulationResult;
import nl.mkba.uncertainty.Statistics;
import org.jspecify.annotations.Nullable;

/** A simulation as a tree of maps, lists, numbers, texts and null, with the keys of the JSON output. */
public final class SimulationTree {

    private SimulationTree() {}

    /**
     * {@return the whole output of {@code simulate}}
     *
     * @param simulation of every alternative and outlook
     * @param warnings what stands under {@code warnings}
     * @param problems makes trees of them
     */
    public static Map<String, @Nullable Object> of(
            SimulationResult simulation, List<Problem> warnings, ProblemTree problems) {
        Simulation settings = simulation.request().settings();
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("id", simulation.scenario().id());
        tree.put("draws", settings.draws());
        tree.put("seed", settings.seed());
        tree.put("sampling", settings.sampling().id());
        List<@Nullable Object> results = new ArrayList<>();
        simulation.results().forEach(result -> {
            Map<String, @Nullable Object> one = of(result);
            one.put(
                    "unpriced",
                    ResultTree.unpriced(
                            UnpricedResult.of(simulation.scenario(), result.alternative()), problems.locale()));
            results.add(one);
        });
        tree.put("results", results);
        List<@Nullable Object> best = new ArrayList<>();
        simulation.probabilityBest().forEach(each -> best.add(of(each)));
        tree.put("probability_best", best);
        tree.put("clamped", new LinkedHashMap<String, @Nullable Object>(simulation.clamped()));
        tree.put("warnings", problems.of(warnings));
        return tree;
    }

    private static Map<String, @Nullable Object> of(SimulationResult.SimulatedCase result) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("alternative", result.alternative());
        tree.put("outlook", result.outlook().orElse(null));
        tree.put("expected", of(result.expected()));
        tree.put("npv", of(result.npv()));
        tree.put("weighted_npv", of(result.weightedNpv()));
        tree.put("bcr", of(result.bcr()));
        tree.put("pv_costs", of(result.pvCosts()));
        tree.put("pv_benefits", of(result.pvBenefits()));
        Map<String, @Nullable Object> stakeholders = new LinkedHashMap<>();
        result.stakeholders().forEach((id, stakeholder) -> {
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            one.put("net", of(stakeholder.net()));
            one.put("cash", of(stakeholder.cash()));
            stakeholders.put(id, one);
        });
        tree.put("stakeholders", stakeholders);
        if (!result.units().isEmpty()) {
            Map<String, @Nullable Object> units = new LinkedHashMap<>();
            result.units().forEach((effect, statistics) -> units.put(effect, of(statistics)));
            tree.put("units", units);
        }
        Map<String, @Nullable Object> correlations = new LinkedHashMap<>();
        result.rankCorrelations().forEach((id, correlation) -> correlations.put(id, number(correlation)));
        tree.put("rank_correlations", correlations);
        tree.put("quality", QualityTree.of(result.quality()));
        if (result.replication().isPresent()) {
            SimulationResult.Replication replication = result.replication().get();
            Map<String, @Nullable Object> precision = new LinkedHashMap<>();
            precision.put("replicates", replication.replicates());
            precision.put("mean", replication.mean());
            precision.put("half_width", replication.halfWidth());
            tree.put("precision", precision);
        }
        return tree;
    }

    private static Map<String, @Nullable Object> of(SimulationResult.Expected expected) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("npv", expected.npv());
        tree.put("bcr", number(expected.bcr()));
        tree.put("pv_costs", expected.pvCosts());
        tree.put("pv_benefits", expected.pvBenefits());
        return tree;
    }

    static Map<String, @Nullable Object> of(Statistics statistics) {
        return of(Optional.of(statistics));
    }

    private static Map<String, @Nullable Object> of(SimulationResult.Ratio ratio) {
        Map<String, @Nullable Object> tree = of(ratio.statistics());
        tree.put("probability_above_one", number(ratio.probabilityAboveOne()));
        tree.put("absent", ratio.absent());
        return tree;
    }

    private static Map<String, @Nullable Object> of(Optional<Statistics> statistics) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("mean", statistics.map(Statistics::mean).orElse(null));
        tree.put("sd", statistics.map(each -> number(each.sd())).orElse(null));
        tree.put(
                "standard_error",
                statistics.map(each -> number(each.standardError())).orElse(null));
        tree.put("min", statistics.map(Statistics::min).orElse(null));
        tree.put("p5", statistics.map(Statistics::p5).orElse(null));
        tree.put("p10", statistics.map(Statistics::p10).orElse(null));
        tree.put("p25", statistics.map(Statistics::p25).orElse(null));
        tree.put("p50", statistics.map(Statistics::p50).orElse(null));
        tree.put("p75", statistics.map(Statistics::p75).orElse(null));
        tree.put("p90", statistics.map(Statistics::p90).orElse(null));
        tree.put("p95", statistics.map(Statistics::p95).orElse(null));
        tree.put("max", statistics.map(Statistics::max).orElse(null));
        tree.put(
                "probability_positive",
                statistics.map(Statistics::probabilityPositive).orElse(null));
        return tree;
    }

    private static Map<String, @Nullable Object> of(SimulationResult.ProbabilityBest best) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("outlook", best.outlook().orElse(null));
        tree.putAll(best.alternatives());
        tree.put("reference", best.reference());
        return tree;
    }

    private static @Nullable Double number(OptionalDouble number) {
        return number.isPresent() ? number.getAsDouble() : null;
    }
}
