package nl.mkba.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nl.mkba.Mkba;
import nl.mkba.appraisal.NetResult;
import nl.mkba.file.ScenarioFile;
import nl.mkba.file.format.LoadedScenario;
import nl.mkba.scenario.Selection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is shown beside a result, without being asked for, does not refuse it: every form of a result is given or refused alike, and
 * an outlook that cannot be calculated says so where its figure would stand.
 */
class UnaskedOutlooksTest {

    private static final String EXAMPLE = "examples/achter_de_voordeur/achter_de_voordeur.yaml";

    @TempDir
    private Path folder;

    private Path scenario;

    private record Run(int status, String out, String err) {}

    private static Run run(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = new Program(new Console(out, err, false)).run(words);
        return new Run(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /**
     * In the outlook `high` the deadweight is homes / 120, which is 0.83 for 100 homes and more than 1 for 130. Without discounting: costs
     * homes × 10, benefits homes × 30 × (1 − deadweight) in one year.
     */
    @BeforeEach
    void write() throws IOException {
        scenario = folder.resolve("s.yaml");
        Files.writeString(scenario, """
                mkba: 1
                id: s
                title: s
                base_year: 2026
                price_level: 2026
                horizon: 1
                discounting: 0%
                stakeholders: {city: {sector: public}, people: {}}
                parameters:
                  homes: {value: 100, unit: homes, quality: choice}
                  part: {value: 50%, unit: share, quality: illustrative}
                interventions:
                  m:
                    costs: {c: {paid_by: city, amount: homes * 10}}
                    effects: {e: {accrues_to: people, quantity: homes, value: 30, deadweight: part}}
                outlooks:
                  low: {name: Low, set: {part: 60%}}
                  high: {name: High, set: {part: homes / 120}}
                """);
    }

    /** With 60% the benefits are 1,200, and with 100 / 120 they are 500: neither, and without outlook 1,500, on costs of 1,000. */
    @Test
    void theAlternativeThatLeadsIsSaidOfEachOutlookByName() throws IOException {
        Files.writeString(scenario, Files.readString(scenario).replace("outlooks:", """
                                alternatives:
                                  plan: {name: Plan, interventions: [m]}
                                  half: {name: Half, interventions: [m], set: {homes: 50}}
                                outlooks:"""));
        Run run = run("simulate", scenario.toString(), "--outlook", "all", "--draws", "10", "--lang", "en");
        assertThat(run.err).isEmpty();
        assertThat(run.out)
                .startsWith("Not the file as it stands, but with: every outlook")
                .contains("Without outlook; Low: Of the 2 alternatives, “Plan” has the highest net present value")
                .contains("High: Of the 2 alternatives, “Half” has the highest net present value");
        assertThat(run("run", scenario.toString(), "--outlook", "low", "--set", "homes=90", "--lang", "en").out)
                .startsWith("Not the file as it stands, but with: homes = 90; outlook Low");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json", "csv"})
    void whatIsAskedForIsGivenInEveryFormThoughAnOutlookBesideItIsRefused(String format) {
        Run run = run("run", scenario.toString(), "--set", "homes=130", "--format", format, "--lang", "en");
        assertThat(run.err).isEmpty();
        assertThat(run.status).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json", "csv"})
    void whatIsAskedForAndRefusedIsRefusedInEveryForm(String format) {
        Run run = run("run", scenario.toString(), "--set", "homes=130", "--outlook", "high", "--format", format);
        assertThat(run.status).isEqualTo(2);
        assertThat(run.out).isEmpty();
    }

    /** By hand: 130 × 30 × 0.5 − 1,300 = 650; in `low` 130 × 30 × 0.4 − 1,300 = 260. */
    @Test
    void theOutlookThatIsRefusedSaysWhyWhereItsNetWouldStand() {
        Run run = run("run", scenario.toString(), "--set", "homes=130", "--lang", "en");
        assertThat(run.out.lines().map(String::strip))
                .anyMatch(line -> line.matches("Low +260"))
                .anyMatch(line -> line.matches("High +–"))
                .anyMatch(line -> line.startsWith("High: cannot be calculated. ") && line.contains("interventions.m"));
        assertThat(run("run", scenario.toString(), "--set", "homes=130").out).contains("High: niet te berekenen. ");
    }

    /** What reading a file comes by is what the library calculates, to the bit. */
    @Test
    void theNetsThatReadingComesByAreThoseOfTheLibrary() throws IOException {
        for (Path file : List.of(scenario, Path.of(System.getProperty("mkba.root"), EXAMPLE))) {
            LoadedScenario loaded = ScenarioFile.load(file, List.of());
            String[] outlooks = loaded.scenario().outlooks().keySet().toArray(String[]::new);
            List<NetResult> expected = Mkba.nets(loaded.scenario(), Selection.ALL.withOutlooks(outlooks));
            assertThat(expected).hasSizeGreaterThan(2);
            assertThat(loaded.nets()).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    /** By hand: 100 × 30 × (1 − 100 / 120) − 1,000 = −500. */
    @Test
    void anOutlookThatCanBeCalculatedHasItsNet() {
        String out = run("run", scenario.toString(), "--lang", "en").out;
        assertThat(out.lines().map(String::strip)).anyMatch(line -> line.matches("High +-500"));
        assertThat(out).doesNotContain("cannot be calculated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"r.html", "r.md", "r.xlsx"})
    void aReportIsGivenToo(String name) throws IOException {
        Path report = folder.resolve(name);
        Run run = run("report", scenario.toString(), "--set", "homes=130", "--out", report.toString(), "--lang", "en");
        assertThat(run.err).doesNotContain("error", "outside what is allowed");
        assertThat(run.status).isZero();
        if (!name.endsWith("xlsx")) {
            assertThat(Files.readString(report)).contains("High: cannot be calculated.");
        }
    }

    /** Without discounting 100 homes: costs 1,000; benefits 3,000 × (1 − deadweight): 1,500 without an outlook, 1,200 in low, 500 in high. */
    @Test
    void theCsvHasTheNetInEveryOutlookAndWhatStandsUnderIt() {
        Run run = run("run", scenario.toString(), "--format", "csv", "--lang", "en");
        assertThat(run.status).isZero();
        assertThat(run.out.lines())
                .contains(
                        "s,all,,outlooks,,npv,500.0",
                        "s,all,low,outlooks,,npv,200.0",
                        "s,,,basis,,price_level,2026",
                        "s,,,basis,0,discounting,0%",
                        "s,,,basis,,parameters,2",
                        // The number of homes is a choice and needs none.
                        "s,,,basis,,parameters_without_source,1");
        assertThat(run.out.lines().filter(line -> line.startsWith("s,all,high,outlooks,,npv,-50")))
                .hasSize(1);
    }

    @Test
    void theCsvOfASimulationSaysWhatStandsUnderIt() {
        Run run = run("simulate", scenario.toString(), "--draws", "10", "--format", "csv", "--lang", "en");
        assertThat(run.out.lines()).contains("s,,,basis,,horizon,1", "s,,,basis,0,discounting,0%");
    }

    @Test
    void aComparisonEndsWithEveryOutlookAndWhatStandsUnderIt() throws IOException {
        Path other = folder.resolve("other.yaml");
        Files.writeString(
                other,
                Files.readString(scenario).replace("homes * 10", "homes * 12").replace("id: s", "id: o"));
        Run run = run("compare", scenario.toString(), other.toString(), "--lang", "en");
        assertThat(run.status).as(run.err).isZero();
        // 100 homes at 2 euros more: 200 less in each. The outlook high has a net of -500 and becomes -700.
        assertThat(run.out)
                .contains("In every outlook (net present value, €)")
                .containsPattern("Without outlook +500 +300 +-200\n")
                .containsPattern("Low +200 +0 +-200\n")
                .containsPattern("High +-500 +-700 +-200\n")
                .contains("Present values over 1 year, in prices of 2026.")
                .contains("One parameter has no source.");
    }

    @Test
    void anOutlookThatCannotBeCalculatedLeavesAComparisonBe() {
        Run run = run("compare", scenario.toString(), scenario.toString(), "--set", "homes=130", "--lang", "en");
        assertThat(run.status).as(run.err).isZero();
        assertThat(run.out).containsPattern("High +– +– +–\n").containsPattern("Low +260 +260 +0\n");
    }
}
