package nl.mkba.examples;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import nl.mkba.Mkba;
import nl.mkba.appraisal.QualityShare;
import nl.mkba.expression.Expression;
import nl.mkba.file.ScenarioFile;
import nl.mkba.scenario.Intervention;
import nl.mkba.scenario.Parameter;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import nl.mkba.scenario.Stream;
import nl.mkba.source.QualityLevel;
import nl.mkba.uncertainty.SimulationRequest;
import nl.mkba.uncertainty.SimulationResult.SimulatedCase;
import nl.mkba.uncertainty.Workers;

/**
 * What every example rests on: its parameters by quality, and the shares of benefits and of variance that rest on what was
 * measured. Counted are the parameters on which the flows of any of its measures depend, as results count them; the uncertain
 * ones also where they stand in a share, a cashable part, an alternative or an outlook.
 */
public final class EvidenceTable {

    static final PageTable IN_PAGE = new PageTable("the record");

    /** The examples of which the record says what to measure first. */
    static final List<String> LARGEST = List.of(
            "achter_de_voordeur", "gezonde_wijk_groen", "gezonde_wijk_sport", "herstructurering", "brede_wijkaanpak");

    private static final String HEAD_EN = """
            | example | measured | press, weak | illustrative | decided | benefits on measured parameters | benefits without an illustrative one | variance on measured ones | variance on illustrative ones | uncertain parameters, all | of which illustrative |
            |---|---|---|---|---|---|---|---|---|---|---|
            """;

    private static final String HEAD_NL = """
            | voorbeeld | gemeten | pers, zwak | illustratief | gekozen | baten op gemeten gegevens | baten zonder een illustratief gegeven | spreiding uit gemeten gegevens | spreiding uit illustratieve | onzekere gegevens, alle | waarvan illustratief |
            |---|---|---|---|---|---|---|---|---|---|---|
            """;

    private final Map<Scenario, List<QualityShare>> examples = new LinkedHashMap<>();
    private final MeasureFirstTable measureFirst = new MeasureFirstTable();

    private EvidenceTable() {}

    /** @param arguments the folder of scenarios, and the English and the Dutch page in which the tables are to be replaced */
    public static void main(String[] arguments) throws IOException {
        EvidenceTable table = of(Path.of(arguments[0]));
        Path english = Path.of(arguments[1]);
        Path dutch = Path.of(arguments[2]);
        IN_PAGE.replace(english, table.inEnglish());
        IN_PAGE.replace(dutch, table.inDutch());
        MeasureFirstTable.IN_PAGE.replace(english, table.measureFirst.inEnglish());
        MeasureFirstTable.IN_PAGE.replace(dutch, table.measureFirst.inDutch());
    }

    /** What the scenarios in the subfolders of a folder rest on. */
    static EvidenceTable of(Path folder) throws IOException {
        EvidenceTable table = new EvidenceTable();
        ExecutorService executor = Executors.newFixedThreadPool(2);
        try {
            Workers workers = Workers.on(executor, 2);
            for (Path file : OverviewTable.scenarios(folder)) {
                Scenario scenario = ScenarioFile.read(file);
                SimulatedCase main = Mkba.simulate(
                                scenario,
                                Selection.ALL.alternatives(OverviewTable.mainAlternative(scenario)),
                                SimulationRequest.of(scenario.simulation()),
                                workers)
                        .results()
                        .get(0);
                table.examples.put(scenario, main.quality());
                if (LARGEST.contains(scenario.id())) {
                    table.measureFirst.add(scenario, main, workers);
                }
            }
        } finally {
            executor.shutdown();
        }
        return table;
    }

    MeasureFirstTable measureFirst() {
        return measureFirst;
    }

    String inEnglish() {
        return HEAD_EN + rows("all together", "../../examples/");
    }

    String inDutch() {
        return HEAD_NL + rows("samen", "../../examples/");
    }

    private String rows(String together, String folder) {
        StringBuilder rows = new StringBuilder();
        Map<QualityLevel, Integer> sums = new EnumMap<>(QualityLevel.class);
        Map<QualityLevel, Integer> uncertainSums = new EnumMap<>(QualityLevel.class);
        examples.forEach((scenario, shares) -> {
            Map<QualityLevel, Integer> counts = counts(scenario, behindFlows(scenario), each -> true);
            counts.forEach((level, count) -> sums.merge(level, count, Integer::sum));
            Map<QualityLevel, Integer> uncertain = counts(scenario, anywhere(scenario), EvidenceTable::isUncertain);
            uncertain.forEach((level, count) -> uncertainSums.merge(level, count, Integer::sum));
            rows.append("| [")
                    .append(scenario.id())
                    .append("](")
                    .append(folder)
                    .append(scenario.id())
                    .append("/README.md) | ")
                    .append(numbers(counts))
                    .append(" | ")
                    .append(percentage(benefits(shares, QualityLevel::isMeasured)))
                    .append(" | ")
                    .append(percentage(benefits(shares, level -> !level.isGuess())))
                    .append(" | ")
                    .append(percentage(variance(shares, QualityLevel::isMeasured)))
                    .append(" | ")
                    .append(percentage(variance(shares, QualityLevel::isGuess)))
                    .append(" | ")
                    .append(uncertainty(uncertain))
                    .append(" |\n");
        });
        return rows.append("| ")
                .append(together)
                .append(" | ")
                .append(numbers(sums))
                .append(" | | | | | ")
                .append(uncertainty(uncertainSums))
                .append(" |\n")
                .toString();
    }

    private static String numbers(Map<QualityLevel, Integer> counts) {
        return sum(counts, QualityLevel::isMeasured)
                + " | "
                + sum(counts, level -> level.isEvidence() && !level.isMeasured())
                + " | "
                + sum(counts, QualityLevel::isGuess)
                + " | "
                + counts.getOrDefault(QualityLevel.CHOICE, 0);
    }

    private static String uncertainty(Map<QualityLevel, Integer> uncertain) {
        return sum(uncertain, level -> true) + " | " + sum(uncertain, QualityLevel::isGuess);
    }

    private static int sum(Map<QualityLevel, Integer> counts, Predicate<QualityLevel> which) {
        return counts.entrySet().stream()
                .filter(entry -> which.test(entry.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** Which share of an example's benefits, in its main alternative, has one of these qualities. */
    double benefits(String example, Predicate<QualityLevel> which) {
        return examples.entrySet().stream()
                .filter(entry -> entry.getKey().id().equals(example))
                .mapToDouble(entry -> benefits(entry.getValue(), which))
                .findFirst()
                .orElseThrow();
    }

    private static double benefits(List<QualityShare> shares, Predicate<QualityLevel> which) {
        return shares.stream()
                .filter(share -> which.test(share.quality()))
                .mapToDouble(QualityShare::benefits)
                .sum();
    }

    private static double variance(List<QualityShare> shares, Predicate<QualityLevel> which) {
        return shares.stream()
                .filter(share -> which.test(share.quality()))
                .mapToDouble(share -> share.variance().orElse(0))
                .sum();
    }

    private static String percentage(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share + 0.0);
    }

    /** Of all parameters of the examples, wherever they stand, that are not decided: which share is illustrative, or says nothing of itself. */
    double illustrativeShare(Predicate<Parameter> which) {
        Map<QualityLevel, Integer> sums = new EnumMap<>(QualityLevel.class);
        examples.keySet()
                .forEach(scenario -> counts(scenario, anywhere(scenario), which)
                        .forEach((level, count) -> sums.merge(level, count, Integer::sum)));
        int illustrative = sum(sums, QualityLevel::isGuess);
        return (double) illustrative / (illustrative + sum(sums, QualityLevel::isEvidence));
    }

    static boolean isUncertain(Parameter parameter) {
        return parameter.distribution() != null;
    }

    /** How many of an example's parameters have which quality. */
    private static Map<QualityLevel, Integer> counts(Scenario scenario, Set<String> ids, Predicate<Parameter> which) {
        Map<QualityLevel, Integer> counts = new EnumMap<>(QualityLevel.class);
        for (String id : ids) {
            Parameter parameter = scenario.parameters().get(id);
            if (parameter != null && claims(parameter) && which.test(parameter)) {
                counts.merge(QualityLevel.of(parameter.provenance()), 1, Integer::sum);
            }
        }
        return counts;
    }

    /** A parameter that is computed, without a quality or source of its own, claims nothing. */
    private static boolean claims(Parameter parameter) {
        return parameter.provenance().quality() != null
                || parameter.provenance().source() != null
                || references(parameter).isEmpty();
    }

    /** The parameters on which the flows of any stream depend, directly or through others. */
    static Set<String> behindFlows(Scenario scenario) {
        Deque<String> named = new ArrayDeque<>();
        for (Intervention intervention : scenario.interventions().values()) {
            for (Stream stream : intervention.streams()) {
                scenario.forEachExpressionOfFlow(
                        intervention, stream, (path, expression) -> named.addAll(expression.references()));
            }
        }
        return withOthers(scenario, named);
    }

    /** The parameters that are used at all: also in shares, in the cashable part, and by an alternative or an outlook. */
    private static Set<String> anywhere(Scenario scenario) {
        Deque<String> named = new ArrayDeque<>();
        scenario.forEachExpression((path, expression) -> {
            if (!path.startsWith("parameters.")) {
                named.addAll(expression.references());
            }
        });
        return withOthers(scenario, named);
    }

    /** These, and those that they are computed from. */
    private static Set<String> withOthers(Scenario scenario, Deque<String> left) {
        Set<String> seen = new LinkedHashSet<>();
        while (!left.isEmpty()) {
            String id = left.pop();
            Parameter parameter = scenario.parameters().get(id);
            if (parameter != null && seen.add(id)) {
                left.addAll(references(parameter));
            }
        }
        return seen;
    }

    private static List<String> references(Parameter parameter) {
        Expression value = parameter.value();
        return value == null ? List.of() : new ArrayList<>(value.references());
    }
}
