package nl.mkba.cli.render;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import nl.mkba.appraisal.AlternativeResult;
import nl.mkba.appraisal.Amount;
import nl.mkba.appraisal.ResultFigure;
import nl.mkba.scenario.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of results of the library, by the path at which the JSON output has them. They are found by reflection: a component
 * of a record, or of a class with a method for each field, stands under its own name, unless the table says another.
 */
final class LibraryFigures {

    /** Stands in the record's own place. */
    private static final String INLINE = "";

    /** Is no figure of the output. */
    private static final String LEFT_OUT = "-";

    /** By {@code Record.component} where the key is not the name of the component. */
    private static final Map<String, String> KEYS = Map.ofEntries(
            Map.entry("AlternativeResult.currency", LEFT_OUT),
            Map.entry("AlternativeResult.figures", LEFT_OUT), // added by their own names
            Map.entry("AlternativeResult.internalRate", INLINE),
            Map.entry("InternalRate.rate", "irr"),
            Map.entry("AlternativeResult.payback", INLINE),
            Map.entry("Payback.year", "discounted_payback_year"),
            Map.entry("AlternativeResult.marginalValue", INLINE),
            Map.entry("MarginalValue.ratio", "mvpf"),
            Map.entry("AlternativeResult.increment", "incremental"),
            Map.entry("LabelResult.society", INLINE),
            Map.entry("StreamResult.units", INLINE),
            Map.entry("Statistics.count", LEFT_OUT),
            Map.entry("SimulatedCase.centralNpv", LEFT_OUT),
            Map.entry("SimulatedCase.replication", "precision"),
            Map.entry("Ratio.statistics", INLINE),
            Map.entry("ProbabilityBest.alternatives", INLINE),
            Map.entry("SensitiveCase.groupTornado", "tornado_groups"),
            Map.entry("SensitiveCase.sobol", INLINE),
            Map.entry("VarianceShares.correlated", LEFT_OUT),
            Map.entry("VarianceShares.indices", "sobol"),
            Map.entry("VarianceShares.groupIndices", "sobol_groups"),
            Map.entry("VarianceShares.firstOrderFromRanks", "given_data"),
            Map.entry("SobolIndex.firstOrderHalfWidth", "first_order_ci"),
            Map.entry("SobolIndex.totalHalfWidth", "total_ci"),
            Map.entry("RankIndex.halfWidth", "first_order_ci"),
            Map.entry("TornadoBar.spread", LEFT_OUT),
            Map.entry("TornadoBar.extreme", INLINE),
            Map.entry("Extreme.value", "extreme_at"),
            Map.entry("Extreme.npv", "npv_extreme"),
            Map.entry("Extreme.percentile", "extreme_percentile"),
            Map.entry("ValueOfInformation.parameters", "evppi"),
            Map.entry("ValueOfInformation.groups", "evppi_groups"),
            Map.entry("Chances.feasible", "probability_feasible"),
            Map.entry("Chances.holds", "probability_coalition_holds"),
            Map.entry("Chances.allWholeBefore", "probability_all_whole_before"),
            Map.entry("Chances.allWholeAfter", "probability_all_whole_after"),
            Map.entry("Whole.before", "probability_whole_before"),
            Map.entry("Whole.after", "probability_whole_after"),
            Map.entry("Explanation.presentValue", "pv"),
            Map.entry("AmountOverYears.presentValue", "pv"),
            Map.entry("Year.presentValue", "pv"),
            Map.entry("Units.result", INLINE),
            Map.entry("Units.costs", "intervention_costs"),
            Map.entry("Units.net", "intervention_npv"),
            Map.entry("Units.own", "effect_pv"),
            Map.entry("UsedParameter.parameter", INLINE),
            Map.entry("Parameter.value", LEFT_OUT),
            Map.entry("Parameter.distribution", LEFT_OUT),
            Map.entry("Parameter.provenance", LEFT_OUT),
            Map.entry("Comparison.npvBefore", "before/npv"),
            Map.entry("Comparison.npvAfter", "after/npv"),
            Map.entry("Difference.effect", "npv_change"),
            Map.entry("Difference.details", LEFT_OUT),
            Map.entry("Budget.net", LEFT_OUT));

    /** Figures that are derived, by the record's name: its methods. */
    private static final Map<String, List<String>> DERIVED = Map.of(
            "Statistics", List.of("standardError"),
            "SwitchingValue", List.of("change"),
            "Comparison", List.of("rest"),
            "AlternativeResult",
                    List.of(
                            "pvCosts",
                            "pvBenefits",
                            "npv",
                            "bcr",
                            "equivalentAnnualValue",
                            "weightedNpv",
                            "residualValue",
                            "npvWithoutOptimismBias"));

    private final Map<String, Object> figures = new LinkedHashMap<>();
    private final Set<String> alike = new TreeSet<>();
    private final Set<String> different = new TreeSet<>();

    /** The numbers, and what holds or does not, by their paths. */
    static Map<String, Object> of(Object result) {
        return new LibraryFigures().add("", result).figures;
    }

    /** The numbers of a result of the library. */
    LibraryFigures add(String path, @Nullable Object value) {
        if (value instanceof Amount amount) {
            figures.put(path, amount.value());
        } else if (value instanceof Number number) {
            figures.put(path, number.doubleValue());
        } else if (value instanceof Boolean) {
            figures.put(path, value);
        } else if (value instanceof OptionalDouble number) {
            number.ifPresent(present -> add(path, present));
        } else if (value instanceof OptionalInt number) {
            number.ifPresent(present -> add(path, present));
        } else if (value instanceof Optional<?> optional) {
            optional.ifPresent(present -> add(path, present));
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, each) -> add(join(path, (String) key), each));
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                add(join(path, String.valueOf(i)), list.get(i));
            }
        } else if (value instanceof Record || value instanceof AlternativeResult || value instanceof Parameter) {
            record(path, value);
        }
        return this;
    }

    private void record(String path, Object record) {
        String name = seen(record).getSimpleName();
        List<String> components = new ArrayList<>();
        for (Field field : record.getClass().getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers())) {
                components.add(field.getName());
            }
        }
        components.addAll(DERIVED.getOrDefault(name, List.of()));
        if (record instanceof AlternativeResult result) {
            for (ResultFigure figure : ResultFigure.values()) {
                add(join(path, figure.key()), result.figure(figure));
            }
        }
        Map<String, Object> own = new LinkedHashMap<>();
        for (String component : components) {
            String key = KEYS.getOrDefault(name + "." + component, snake(component));
            if (!key.equals(LEFT_OUT)) {
                Object value = get(record, component);
                add(key.isEmpty() ? path : join(path, key), value);
                Object figure = figures.get(join(path, key));
                if (figure instanceof Double) {
                    own.put(component, figure);
                }
            }
        }
        compare(name, own);
    }

    /** Notes which figures of a record have ever been different, so that their exchange would be seen. */
    private void compare(String name, Map<String, Object> own) {
        own.forEach((one, first) -> own.forEach((other, second) -> {
            if (one.compareTo(other) < 0) {
                (first.equals(second) ? alike : different).add(name + ": " + one + ", " + other);
            }
        }));
    }

    /** Pairs of figures of a record that were always the same. */
    Set<String> neverDifferent() {
        Set<String> pairs = new TreeSet<>(alike);
        pairs.removeAll(different);
        return pairs;
    }

    /** What was found. */
    Map<String, Object> all() {
        return figures;
    }

    /** Starts again, but remembers what was different. */
    LibraryFigures restarted() {
        figures.clear();
        return this;
    }

    /** What other programs see of it: its class, or the interface of one that is hidden. */
    private static Class<?> seen(Object record) {
        return record instanceof AlternativeResult ? AlternativeResult.class : record.getClass();
    }

    private static @Nullable Object get(Object record, String accessor) {
        try {
            return seen(record).getMethod(accessor).invoke(record);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            throw new AssertionError(record.getClass() + "." + accessor, e);
        }
    }

    /** The numbers of a tree, by their paths; those of the tree as a whole, such as its seed, stand in no result. */
    static Map<String, Object> ofTree(@Nullable Object tree) {
        Map<String, Object> leaves = new LinkedHashMap<>();
        leaves("", tree, leaves);
        return leaves;
    }

    private static void leaves(String path, @Nullable Object tree, Map<String, Object> leaves) {
        if (tree instanceof Map<?, ?> map) {
            map.forEach((key, value) -> leaves(join(path, (String) key), value, leaves));
        } else if (tree instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                leaves(join(path, String.valueOf(i)), list.get(i), leaves);
            }
        } else if (tree instanceof Number number) {
            leaves.put(path, number.doubleValue());
        } else if (tree instanceof Boolean) {
            leaves.put(path, Objects.requireNonNull(tree));
        }
    }

    static String join(String path, String key) {
        return path.isEmpty() ? key : path + "/" + key;
    }

    private static String snake(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
