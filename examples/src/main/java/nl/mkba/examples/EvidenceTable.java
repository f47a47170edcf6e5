package nl.mkba.examples;

import java.io.IOException;
import java.nio.file.Files;
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
import nl.mkba.uncertainty.Workers;

/**
 * What every example rests on: its parameters by quality, and the shares of benefits and of variance that rest on what was
 * measured. Counted are the parameters on which the flows of any of its measures depend, as results count them.
 */
public final class EvidenceTable {

    /** The lines between which the table stands in a page. */
    static final String BEGIN = "<!-- begin: made by examples/table -->\n";

    static final String END = "<!-- end -->\n";

    private static final String HEAD_EN = """
            | example | measured | press, weak | illustrative | decided | benefits on measured parameters | benefits without an illustrative one | variance on measured ones | variance on illustrative ones |
            |---|---|---|---|---|---|---|---|---|
            """;

    private static final String HEAD_NL = """
            | voorbeeld | gemeten | pers, zwak | illustratief | gekozen | baten op gemeten gegevens | baten zonder een illustratief gegeven | spreiding uit gemeten gegevens | spreiding uit illustratieve |
            |---|---|---|---|---|---|---|---|---|
            """;

    private final Map<Scenario, List<QualityShare>> examples = new LinkedHashMap<>();

    private EvidenceTable() {}

    /** @param arguments the folder of scenarios, and the English and the Dutch page in which the table is to be replaced */
    public static void main(String[] arguments) throws IOException {
        EvidenceTable table = of(Path.of(arguments[0]));
        replace(Path.of(arguments[1]), table.inEnglish());
        replace(Path.of(arguments[2]), table.inDutch());
    }

    private static void replace(Path page, String table) throws IOException {
        String text = Files.readString(page);
        int begin = text.indexOf(BEGIN) + BEGIN.length();
        Files.writeString(page, text.substring(0, begin) + table + text.substring(text.indexOf(END)));
    }

    /** What the scenarios in the subfolders of a folder rest on. */
    static EvidenceTable of(Path folder) throws IOException {
        EvidenceTable table = new EvidenceTable();
        ExecutorService executor = Executors.newFixedThreadPool(2);
        try {
            Workers workers = Workers.on(executor, 2);
            for (Path file : OverviewTable.scenarios(folder)) {
                Scenario scenario = ScenarioFile.read(file);
                table.examples.put(
                        scenario,
                        Mkba.simulate(
                                        scenario,
                                        Selection.ALL.alternatives(OverviewTable.mainAlternative(scenario)),
                                        SimulationRequest.of(scenario.simulation()),
                                        workers)
                                .results()
                                .get(0)
                                .quality());
            }
        } finally {
            executor.shutdown();
        }
        return table;
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
        examples.forEach((scenario, shares) -> {
            Map<QualityLevel, Integer> counts = counts(scenario, each -> true);
            counts.forEach((level, count) -> sums.merge(level, count, Integer::sum));
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
                    .append(" |\n");
        });
        return rows.append("| ")
                .append(together)
                .append(" | ")
                .append(numbers(sums))
                .append(" | | | | |\n")
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

    /** Of all parameters that are not decided: which share is illustrative, or says nothing of itself. */
    double illustrativeShare(Predicate<Parameter> which) {
        Map<QualityLevel, Integer> sums = new EnumMap<>(QualityLevel.class);
        examples.keySet()
                .forEach(scenario ->
                        counts(scenario, which).forEach((level, count) -> sums.merge(level, count, Integer::sum)));
        int illustrative = sum(sums, QualityLevel::isGuess);
        return (double) illustrative / (illustrative + sum(sums, QualityLevel::isEvidence));
    }

    /** How many parameters of an example's streams have which quality. */
    private static Map<QualityLevel, Integer> counts(Scenario scenario, Predicate<Parameter> which) {
        Map<QualityLevel, Integer> counts = new EnumMap<>(QualityLevel.class);
        for (String id : used(scenario)) {
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
    private static Set<String> used(Scenario scenario) {
        Deque<String> left = new ArrayDeque<>();
        for (Intervention intervention : scenario.interventions().values()) {
            for (Stream stream : intervention.streams()) {
                scenario.forEachExpressionOfFlow(
                        intervention, stream, (path, expression) -> left.addAll(expression.references()));
            }
        }
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
