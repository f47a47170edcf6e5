package nl.mkba.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.mkba.Mkba;
import nl.mkba.appraisal.AlternativeResult;
import nl.mkba.budget.BudgetRequest;
import nl.mkba.budget.BudgetResult;
import nl.mkba.cooperation.CoalitionResult;
import nl.mkba.cooperation.ShapleyResult;
import nl.mkba.engine.explain.CaseComparer;
import nl.mkba.explain.Comparison;
import nl.mkba.explain.Explanation;
import nl.mkba.file.ScenarioFile;
import nl.mkba.file.catalogue.Catalogue;
import nl.mkba.json.tree.BudgetTree;
import nl.mkba.json.tree.CoalitionTree;
import nl.mkba.json.tree.ComparisonTree;
import nl.mkba.json.tree.ExplanationTree;
import nl.mkba.json.tree.ProblemTree;
import nl.mkba.json.tree.ResultTree;
import nl.mkba.json.tree.SensitivityTree;
import nl.mkba.json.tree.ShapleyTree;
import nl.mkba.json.tree.SimulationTree;
import nl.mkba.scenario.Intervention;
import nl.mkba.scenario.Prices;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import nl.mkba.scenario.Simulation;
import nl.mkba.sensitivity.SensitivityRequest;
import nl.mkba.sensitivity.SensitivityResult;
import nl.mkba.uncertainty.SimulationRequest;
import nl.mkba.uncertainty.SimulationResult;
import nl.mkba.uncertainty.Workers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Every number of every result of the library stands in the JSON output under the key that is its name, and no other; and every
 * number of the JSON output stands in the CSV output under the same key. What would be exchanged, or forgotten, is seen.
 */
class EveryFigureTest {

    private static final ProblemTree PROBLEMS = new ProblemTree(Locale.ENGLISH);
    private static final Simulation DRAWS = new Simulation(20, 3, Simulation.Sampling.RANDOM);

    /** The same in all these scenarios: their exchange is for other tests to see. */
    private static final List<String> ALWAYS_ALIKE = List.of(
            "Chances: allWholeAfter, feasible",
            "Chances: allWholeAfter, holds",
            "Chances: feasible, holds",
            "ValueOfInformation: evpi, evpiStandardError");

    /** Keys that the CSV does without: of stakeholders, and of lists that have a section of their own. */
    private static final List<String> UNNAMED = List.of("stakeholders", "regression", "frontier");

    private final LibraryFigures library = new LibraryFigures();

    private static List<Scenario> scenarios() throws IOException {
        Path root = Path.of(System.getProperty("mkba.root"));
        Path resources = root.resolve("mkba-scenarios/src/test/resources");
        List<Path> files = new ArrayList<>();
        try (Stream<Path> golden =
                Files.list(root.resolve("mkba-testkit/src/main/resources/nl/mkba/testkit/conformance/scenarios"))) {
            golden.filter(each -> each.toString().endsWith(".yaml")).sorted().forEach(files::add);
        }
        files.add(resources.resolve("faults/everything.yaml"));
        return files.stream().map(ScenarioFile::read).toList();
    }

    private static Selection everything(Scenario scenario) {
        return new Selection(List.of(), List.copyOf(scenario.outlooks().keySet()), true, Selection.ALL.set(), null);
    }

    /** Holds a tree to the results of the library, at their key. */
    private void agrees(Map<String, @Nullable Object> tree, Map<String, ?> results) {
        library.restarted();
        results.forEach(library::add);
        Map<String, Object> written = LibraryFigures.ofTree(tree);
        // How was drawn, and what the scenario says, are no results.
        written.keySet()
                .removeIf(path -> !path.contains("/")
                        && !results.containsKey(path)
                        && !library.all().containsKey(path));
        written.keySet().removeIf(path -> path.startsWith("warnings/"));
        assertThat(written).containsExactlyInAnyOrderEntriesOf(library.all());
    }

    /** Holds the CSV to the tree that it is made from: every number, under its key and beside the names that lead to it. */
    private static void agreesAsCsv(Map<String, @Nullable Object> tree) {
        Map<String, List<NamedCsvRecord>> lines = new HashMap<>();
        CsvReader.builder()
                .ofNamedCsvRecord(Csv.of(List.of(tree)))
                .forEach(line -> lines.computeIfAbsent(line.getField("value"), value -> new ArrayList<>())
                        .add(line));
        Map<String, @Nullable Object> shown = new LinkedHashMap<>(tree);
        shown.remove("warnings");
        LibraryFigures.ofTree(shown).forEach((path, value) -> {
            String[] keys = path.split("/");
            if (keys.length == 1 || !(value instanceof Double number)) {
                return;
            }
            String figure = Arrays.stream(keys)
                    .filter(key -> !key.matches("\\d+"))
                    .reduce((first, second) -> second)
                    .orElseThrow();
            if (figure.equals("year")) {
                return;
            }
            List<NamedCsvRecord> same = new ArrayList<>(lines.getOrDefault(Csv.cell(number), List.of()));
            if (number == Math.rint(number)) {
                same.addAll(lines.getOrDefault(String.valueOf(number.longValue()), List.of()));
            }
            List<String> names = Arrays.stream(keys, 1, keys.length)
                    .filter(key -> !key.matches("\\d+") && !UNNAMED.contains(key))
                    .toList();
            assertThat(same)
                    .as("%s = %s", path, number)
                    .anyMatch(line -> line.getField("figure").equals(figure)
                            && names.stream()
                                    .allMatch(name -> (line.getField("section") + "." + line.getField("item") + "."
                                                    + line.getField("figure"))
                                            .contains(name)));
        });
    }

    private void figures(Scenario scenario) {
        Selection all = everything(scenario);
        Workers workers = Workers.callerOnly();
        List<AlternativeResult> results = Mkba.appraise(scenario, all).results();
        Map<String, @Nullable Object> run =
                ResultTree.of(Mkba.appraise(scenario, all), Catalogue.VERSION, List.of(), PROBLEMS);
        for (int r = 0; r < results.size(); r++) {
            // The return per euro is another name of the same.
            Map<String, @Nullable Object> tree = new LinkedHashMap<>(ResultTree.of(results.get(r), Locale.ENGLISH));
            assertThat(tree.remove("return_per_euro")).isEqualTo(tree.get("bcr"));
            library.restarted().add("", results.get(r));
            assertThat(LibraryFigures.ofTree(tree)).containsExactlyInAnyOrderEntriesOf(library.all());
        }
        agreesAsCsv(run);

        SimulationResult simulated = Mkba.simulate(
                scenario, all, SimulationRequest.of(DRAWS).withUnits().withPrecision(0.5), workers);
        Map<String, @Nullable Object> tree = SimulationTree.of(simulated, List.of(), PROBLEMS);
        agrees(
                tree,
                Map.of(
                        "results", simulated.results(),
                        "probability_best", simulated.probabilityBest(),
                        "clamped", simulated.clamped()));
        agreesAsCsv(tree);

        dependsOn(scenario, all);

        ShapleyResult shapley = Mkba.shapley(scenario, all, DRAWS, workers);
        tree = ShapleyTree.of(shapley, List.of(), PROBLEMS);
        agrees(tree, Map.of("results", shapley.results()));
        agreesAsCsv(tree);

        for (Intervention intervention : scenario.interventions().values()) {
            for (nl.mkba.scenario.Stream stream : intervention.streams()) {
                List<Explanation> explained = Mkba.explain(scenario, all, intervention.id(), stream.id());
                agrees(ExplanationTree.of(scenario, explained, Locale.ENGLISH), Map.of("results", explained));
            }
        }
        budgets(scenario, all);
        comparisons(scenario, List.copyOf(scenario.alternatives().keySet()));
    }

    /** What the result depends on, and who pays and gains. */
    private void dependsOn(Scenario scenario, Selection all) {
        SensitivityResult sensitivity = Mkba.sensitivity(
                scenario,
                all,
                SensitivityRequest.of(scenario).withSimulation(DRAWS).withBaseSample(8),
                Workers.callerOnly());
        Map<String, @Nullable Object> tree = SensitivityTree.of(sensitivity, List.of(), PROBLEMS);
        agrees(
                tree,
                Map.of("results", sensitivity.results(), "value_of_information", sensitivity.valueOfInformation()));
        agreesAsCsv(tree);

        CoalitionResult coalition = Mkba.coalition(scenario, all, DRAWS, Workers.callerOnly());
        agrees(CoalitionTree.of(coalition, List.of(), PROBLEMS), Map.of("results", coalition.results()));
        agreesAsCsv(CoalitionTree.forTable(coalition));
    }

    private void budgets(Scenario scenario, Selection all) {
        for (String stakeholder : scenario.stakeholders().keySet()) {
            BudgetResult budget = Mkba.budget(
                    scenario, all, BudgetRequest.of(stakeholder).in(Prices.REAL), DRAWS, Workers.callerOnly());
            Map<String, Object> results = new LinkedHashMap<>();
            results.put("results", budget.results());
            for (int r = 0; r < budget.results().size(); r++) {
                List<BudgetResult.Interval> net = budget.results().get(r).net();
                String total = "results/" + r + "/total/net_";
                results.put(
                        total + "p5",
                        net.stream().map(BudgetResult.Interval::p5).toList());
                results.put(
                        total + "p95",
                        net.stream().map(BudgetResult.Interval::p95).toList());
            }
            agrees(BudgetTree.of(budget, List.of(), PROBLEMS), results);
        }
    }

    private void comparisons(Scenario scenario, List<String> alternatives) {
        for (String alternative : alternatives) {
            Comparison.Side before = new Comparison.Side(scenario, alternatives.get(0), Optional.empty());
            Comparison.Side after = new Comparison.Side(scenario, alternative, Optional.empty());
            Comparison comparison = CaseComparer.compare(
                    before,
                    after,
                    changed -> Mkba.appraise(changed, Selection.ALL)
                            .results()
                            .get(0)
                            .npv()
                            .value());
            agrees(
                    ComparisonTree.of(before, after, comparison, Locale.ENGLISH),
                    Map.of("", comparison, "npv_change", comparison.npvAfter() - comparison.npvBefore()));
        }
    }

    @Test
    void everyFigureStandsUnderItsOwnNameInJsonAndCsv() throws IOException {
        for (Scenario scenario : scenarios()) {
            figures(scenario);
        }
        assertThat(library.neverDifferent())
                .as("figures that could be exchanged unseen")
                .isSubsetOf(ALWAYS_ALIKE);
    }
}
