package nl.mkba.json.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import nl.mkba.problem.Problem;
import nl.mkba.scenario.Simulation;
import nl.mkba.sensitivity.SensitivityResult;
import nl.mkba.sensitivity.SensitivityResult.Extreme;
import nl.mkba.sensitivity.SensitivityResult.Frontier;
import nl.mkba.sensitivity.SensitivityResult.Regression;
import nl.mkba.sensitivity.SensitivityResult.SensitiveCase;
import nl.mkba.sensitivity.SensitivityResult.SobolIndex;
import nl.mkba.sensitivity.SensitivityResult.SwitchingValue;
import nl.mkba.sensitivity.SensitivityResult.TornadoBar;
import nl.mkba.sensitivity.SensitivityResult.ValueOfInformation;
import org.jspecify.annotations.Nullable;

/** A sensitivity analysis as a tree of maps, lists, numbers, texts and null, with the keys of the JSON output. */
public final class SensitivityTree {

    private static final String PARAMETER = "parameter";
    private static final String GROUP = "group";
    private static final String VALUE = "value";

    private SensitivityTree() {}

    /**
     * {@return the whole output of {@code sensitivity}}
     *
     * @param sensitivity of every alternative and outlook
     * @param warnings what stands under {@code warnings}
     * @param problems makes trees of them
     */
    public static Map<String, @Nullable Object> of(
            SensitivityResult sensitivity, List<Problem> warnings, ProblemTree problems) {
        Simulation settings = sensitivity.request().simulation();
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("id", sensitivity.scenario().id());
        tree.put("results", list(sensitivity.results(), SensitivityTree::of));
        tree.put("value_of_information", list(sensitivity.valueOfInformation(), SensitivityTree::of));
        tree.put("draws", settings.draws());
        tree.put("seed", settings.seed());
        tree.put("sampling", settings.sampling().id());
        tree.put("samples", sensitivity.request().baseSample());
        tree.put("warnings", problems.of(warnings));
        return tree;
    }

    private static Map<String, @Nullable Object> of(SensitiveCase result) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("alternative", result.alternative());
        tree.put("outlook", result.outlook().orElse(null));
        tree.put("npv", result.npv());
        tree.put("tornado", list(result.tornado(), SensitivityTree::of));
        tree.put("sobol", list(result.sobol().indices(), index -> of(PARAMETER, index)));
        tree.put("switching_values", list(result.switchingValues(), SensitivityTree::of));
        tree.put("tornado_groups", list(result.groupTornado(), SensitivityTree::group));
        tree.put("sobol_groups", list(result.sobol().groupIndices(), index -> of(GROUP, index)));
        tree.put("given_data", list(result.sobol().firstOrderFromRanks(), index -> {
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            one.put(PARAMETER, index.parameter());
            one.put("first_order", index.firstOrder());
            one.put("first_order_ci", number(index.halfWidth()));
            return one;
        }));
        tree.put("frontier", result.frontier().map(SensitivityTree::of).orElse(null));
        tree.put("regression", result.regression().map(SensitivityTree::of).orElse(null));
        return tree;
    }

    private static Map<String, @Nullable Object> of(TornadoBar bar) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put(PARAMETER, bar.name());
        tree.put("low", number(bar.low()));
        tree.put("high", number(bar.high()));
        tree.put("npv_low", bar.npvLow());
        tree.put("npv_high", bar.npvHigh());
        tree.put(
                "extreme_at",
                bar.extreme().map(extreme -> number(extreme.value())).orElse(null));
        extreme(bar, tree);
        return tree;
    }

    private static void extreme(TornadoBar bar, Map<String, @Nullable Object> tree) {
        tree.put("npv_extreme", bar.extreme().map(Extreme::npv).orElse(null));
        tree.put("extreme_percentile", bar.extreme().map(Extreme::percentile).orElse(null));
    }

    private static Map<String, @Nullable Object> group(TornadoBar bar) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put(GROUP, bar.name());
        tree.put("npv_low", bar.npvLow());
        tree.put("npv_high", bar.npvHigh());
        extreme(bar, tree);
        return tree;
    }

    private static Map<String, @Nullable Object> of(String kind, SobolIndex index) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put(kind, index.name());
        tree.put("first_order", index.firstOrder());
        tree.put("first_order_ci", index.firstOrderHalfWidth());
        tree.put("total", index.total());
        tree.put("total_ci", index.totalHalfWidth());
        return tree;
    }

    private static Map<String, @Nullable Object> of(SwitchingValue switching) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put(PARAMETER, switching.parameter());
        tree.put("central", switching.central());
        tree.put(VALUE, number(switching.value()));
        tree.put("change", number(switching.change()));
        return tree;
    }

    private static Map<String, @Nullable Object> of(Frontier frontier) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("first", frontier.first());
        tree.put("second", frontier.second());
        tree.put("points", list(frontier.points(), point -> {
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            one.put("first", point.first());
            one.put("second", number(point.second()));
            one.put("npv", point.npv());
            return one;
        }));
        return tree;
    }

    private static Map<String, @Nullable Object> of(Regression regression) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("r_squared", regression.rSquared());
        tree.put("rank_r_squared", regression.rankRSquared());
        tree.put("coefficients", list(regression.coefficients(), coefficient -> {
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            one.put(PARAMETER, coefficient.parameter());
            one.put("standardised", coefficient.standardised());
            one.put("rank", coefficient.rank());
            return one;
        }));
        return tree;
    }

    private static Map<String, @Nullable Object> of(ValueOfInformation information) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("outlook", information.outlook().orElse(null));
        tree.put("evpi", information.evpi());
        tree.put("evppi", list(information.parameters(), each -> {
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            one.put(PARAMETER, each.name());
            one.put(VALUE, each.value());
            return one;
        }));
        tree.put("evpi_standard_error", number(information.evpiStandardError()));
        tree.put("evppi_groups", list(information.groups(), each -> {
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            one.put(GROUP, each.name());
            one.put(VALUE, each.value());
            return one;
        }));
        return tree;
    }

    private static <T> List<@Nullable Object> list(
            List<T> elements, Function<T, Map<String, @Nullable Object>> branch) {
        List<@Nullable Object> tree = new ArrayList<>(elements.size());
        elements.forEach(element -> tree.add(branch.apply(element)));
        return tree;
    }

    private static @Nullable Double number(OptionalDouble number) {
        return number.isPresent() ? number.getAsDouble() : null;
    }
}
