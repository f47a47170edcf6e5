package nl.mkba.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.mkba.Mkba;
import nl.mkba.budget.BudgetRequest;
import nl.mkba.engine.explain.CaseComparer;
import nl.mkba.explain.Comparison;
import nl.mkba.file.ScenarioFile;
import nl.mkba.file.catalogue.Catalogue;
import nl.mkba.file.format.LoadedScenario;
import nl.mkba.json.ResultJson;
import nl.mkba.portfolio.ChoiceRequest;
import nl.mkba.problem.Problem;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import nl.mkba.scenario.Simulation;
import nl.mkba.sensitivity.SensitivityRequest;
import nl.mkba.uncertainty.SimulationRequest;
import nl.mkba.uncertainty.Workers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a program gets from mkba-json is what the command prints, to the bit, in either language. */
class ResultJsonTest {

    private static final Path FILE =
            Path.of(System.getProperty("mkba.root"), "examples/achter_de_voordeur/achter_de_voordeur.yaml");
    private static final int DRAWS = 50;

    private final LoadedScenario loaded = ScenarioFile.load(FILE, List.of());
    private final Scenario scenario = loaded.scenario();
    private final Simulation settings = new Simulation(
            DRAWS, scenario.simulation().seed(), scenario.simulation().sampling());

    /** The command on the file, or on one alternative of it if it compares, with more words behind. */
    private static String printed(String language, String command, String... after) {
        List<String> words =
                new ArrayList<>(List.of(command, command.equals("compare") ? FILE + ":full" : FILE.toString()));
        words.addAll(List.of(after));
        words.addAll(List.of("--format", "json", "--lang", language));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = new Program(new Console(out, err, false)).run(words.toArray(String[]::new));
        assertThat(status).as(err.toString(StandardCharsets.UTF_8)).isZero();
        return out.toString(StandardCharsets.UTF_8);
    }

    private ResultJson json(String language) {
        return ResultJson.in(Locale.forLanguageTag(language))
                .ofFile(Catalogue.VERSION, loaded.warnings(), loaded.places()::locate);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void theCentralCase(String language) {
        assertThat(json(language).write(Mkba.appraise(scenario)) + "\n").isEqualTo(printed(language, "run"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void aSimulation(String language) {
        assertThat(json(language)
                                .write(Mkba.simulate(
                                        scenario, Selection.ALL, SimulationRequest.of(settings), Workers.callerOnly()))
                        + "\n")
                .isEqualTo(printed(language, "simulate", "--draws", "" + DRAWS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void aSensitivityAnalysis(String language) {
        SensitivityRequest request =
                SensitivityRequest.of(scenario).withSimulation(settings).withBaseSample(4);
        assertThat(json(language).write(Mkba.sensitivity(scenario, Selection.ALL, request, Workers.callerOnly()))
                        + "\n")
                .isEqualTo(printed(language, "sensitivity", "--draws", "" + DRAWS, "--samples", "4"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void whoPaysAndWhoGains(String language) {
        assertThat(json(language).write(Mkba.coalition(scenario, Selection.ALL)) + "\n")
                .isEqualTo(printed(language, "coalition"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void whatEachInterventionAdds(String language) {
        assertThat(json(language).write(Mkba.shapley(scenario, Selection.ALL)) + "\n")
                .isEqualTo(printed(language, "shapley"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void aBudget(String language) {
        assertThat(json(language).write(Mkba.budget(scenario, Selection.ALL, BudgetRequest.of("municipality"))) + "\n")
                .isEqualTo(printed(language, "budget", "--stakeholder", "municipality"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void oneStreamStepByStep(String language) {
        String intervention = scenario.interventions().keySet().iterator().next();
        String stream =
                scenario.interventions().get(intervention).costs().get(0).id();
        assertThat(json(language).write(scenario, Mkba.explain(scenario, Selection.ALL, intervention, stream)) + "\n")
                .isEqualTo(printed(language, "explain", intervention + "." + stream));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void whatDiffers(String language) {
        Comparison.Side before = new Comparison.Side(scenario, "full", Optional.empty());
        Comparison.Side after = new Comparison.Side(scenario, "stop_after_4", Optional.empty());
        Comparison comparison = CaseComparer.compare(
                before,
                after,
                each -> Mkba.appraise(each).results().get(0).npv().value());
        assertThat(json(language).write(before, after, comparison) + "\n")
                .isEqualTo(printed(language, "compare", FILE + ":stop_after_4"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void aSimulationWithUnits(String language) {
        SimulationRequest request = SimulationRequest.of(settings).withUnits();
        assertThat(json(language).write(Mkba.simulate(scenario, Selection.ALL, request, Workers.callerOnly())) + "\n")
                .contains("\"units\":{")
                .isEqualTo(printed(language, "simulate", "--units", "--draws", "" + DRAWS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void problems(String language) {
        List<Problem> found = new ArrayList<>(loaded.warnings());
        Mkba.check(scenario).stream()
                .map(loaded.places()::locate)
                .filter(problem -> !found.contains(problem))
                .forEach(found::add);
        found.sort(ProblemPrinter::byPlace);
        assertThat(json(language).writeProblems(found) + "\n").isEqualTo(printed(language, "check"));
    }

    /** Each line has the figures that the command gives for that row, and a row that is refused says why. */
    @Test
    void aPortfolio(@TempDir Path folder) throws IOException {
        Path table = Files.writeString(folder.resolve("places.csv"), "id,multi_problem_share\na,0.5\nb,0.7\n");
        Path figures = folder.resolve("figures.jsonl");
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = new Program(new Console(new ByteArrayOutputStream(), err, false))
                .run("portfolio", FILE.toString(), "--table", table.toString(), "--out", figures.toString());
        assertThat(status).as(err.toString(StandardCharsets.UTF_8)).isZero();

        String json = json("en")
                .write(Mkba.portfolio(
                        scenario,
                        Selection.ALL,
                        List.of(
                                Map.of("multi_problem_share", 0.5),
                                Map.of("multi_problem_share", 0.7),
                                Map.of("multi_problem_share", 1e305))));
        String lines = Files.readString(figures).strip().replace('\n', ',');
        assertThat(json)
                .startsWith("{\"lines\":["
                        + lines.replace("\"id\":\"a\"", "\"row\":0").replace("\"id\":\"b\"", "\"row\":1")
                        + "],\"refused\":[{\"row\":2,\"problems\":[{\"code\":");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"9000000; net:household", "2026=500000,2027=800000; net:creditor"})
    void aChoice(String budget, String objective, @TempDir Path folder) throws IOException {
        Path table = Files.writeString(folder.resolve("places.csv"), "id,multi_problem_share\na,0.5\nb,0.7\n");
        List<String> words = new ArrayList<>(List.of("portfolio", FILE.toString(), "--table", table.toString()));
        words.addAll(List.of("--out", folder.resolve("figures.csv").toString()));
        words.addAll(List.of("--format", "json", "--budget", budget, "--objective", objective));
        ChoiceRequest request = budget.contains("=")
                ? ChoiceRequest.within(Map.of(2026, 500_000.0, 2027, 800_000.0))
                : ChoiceRequest.within(9_000_000);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = new Program(new Console(out, err, false)).run(words.toArray(String[]::new));
        assertThat(status).as(err.toString(StandardCharsets.UTF_8)).isZero();

        String json = json("en")
                .write(Mkba.choose(
                                scenario,
                                Selection.ALL,
                                List.of(Map.of("multi_problem_share", 0.5), Map.of("multi_problem_share", 0.7)),
                                request.most(objective))
                        .get(0));
        assertThat(json).contains("\"row\":0", "\"row\":1");
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("\"choices\":["
                        + json.replace("\"row\":0", "\"id\":\"a\"").replace("\"row\":1", "\"id\":\"b\"") + "]");
    }
}
