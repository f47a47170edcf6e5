package nl.mkba.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import nl.mkba.Mkba;
import nl.mkba.appraisal.AlternativeResult;
import nl.mkba.file.ScenarioFile;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import nl.mkba.uncertainty.SimulationRequest;
import nl.mkba.uncertainty.SimulationResult.SimulatedCase;
import nl.mkba.uncertainty.Statistics;
import nl.mkba.uncertainty.Workers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the record sets beside the literature's statements about the whole is what the examples give today, on both pages. */
class RecordTest {

    private static final Path ENGLISH = Path.of("..", "docs", "en", "evidence.md");
    private static final Locale NEDERLANDS = Locale.forLanguageTag("nl");
    private static final Path DUTCH = Path.of("..", "docs", "nl", "bewijs.md");

    /** The example in whose row a ratio stands, and the example and alternative of which it is the ratio. */
    static Stream<Arguments> uncertainRatios() {
        return Stream.of(
                arguments("euro_anderhalf", "brede_wijkaanpak", "only_enterprise"),
                arguments("herstructurering", "herstructurering", "full"),
                arguments("krachtwijken_utrecht", "krachtwijken_utrecht", "stop_after_4"),
                arguments("krachtwijken_utrecht", "krachtwijken_utrecht", "full"),
                arguments("achter_de_voordeur", "achter_de_voordeur", "full"),
                arguments("gezonde_wijk_sport", "gezonde_wijk_sport", "full"),
                arguments("gezonde_wijk_groen", "gezonde_wijk_groen", "full"),
                arguments("brede_wijkaanpak", "brede_wijkaanpak", "full"));
    }

    @ParameterizedTest
    @CsvSource({"euro_anderhalf, euro_anderhalf, at_once", "euro_anderhalf, euro_anderhalf, over_30"})
    @MethodSource("uncertainRatios")
    void aRatioInTheRecordIsThatOfTheExample(String row, String example, String alternative) throws IOException {
        double ratio = result(example, alternative).bcr().orElseThrow();

        assertThat(row(ENGLISH, row)).contains(String.format(Locale.ROOT, "%.2f", ratio));
        assertThat(row(DUTCH, row)).contains(String.format(NEDERLANDS, "%.2f", ratio));
    }

    /** Beside the central estimate stands what is expected of it, which is what the command leads with, with 5 to 95 % of the draws. */
    @ParameterizedTest
    @MethodSource("uncertainRatios")
    void besideARatioStandsTheExpectedOneWithItsInterval(String row, String example, String alternative)
            throws IOException {
        SimulatedCase simulated = simulated(example, alternative);
        double expected = simulated.expected().bcr().orElseThrow();
        Statistics draws = simulated.bcr().statistics().orElseThrow();

        assertThat(row(ENGLISH, row))
                .contains(minus(
                        String.format(Locale.ROOT, "expected %.2f, %.2f to %.2f", expected, draws.p5(), draws.p95())));
        assertThat(row(DUTCH, row))
                .contains(minus(
                        String.format(NEDERLANDS, "verwacht %.2f, %.2f tot %.2f", expected, draws.p5(), draws.p95())));
    }

    @Test
    void besideTheLossStandsTheExpectedOne() throws IOException {
        Statistics npv = simulated("rotterdamwet", "full").npv();

        assertThat(row(ENGLISH, "rotterdamwet"))
                .contains(String.format(
                        Locale.ROOT,
                        "expected %.0f, %.0f to %.0f",
                        -npv.mean() / 1e6,
                        -npv.p95() / 1e6,
                        -npv.p5() / 1e6));
        assertThat(row(DUTCH, "rotterdamwet"))
                .contains(String.format(
                        NEDERLANDS,
                        "verwacht %.0f, %.0f tot %.0f",
                        -npv.mean() / 1e6,
                        -npv.p95() / 1e6,
                        -npv.p5() / 1e6));
    }

    @Test
    void whatIsNoRatioIsThatOfTheExampleToo() throws IOException {
        assertThat(result("scp_2013", "scp").bcr()).hasValue(0);
        assertThat(row(ENGLISH, "scp_2013")).contains("0 per euro");
        assertThat(row(DUTCH, "scp_2013")).contains("0 per euro");

        AlternativeResult rotterdamwet = result("rotterdamwet", "full");
        String millions = String.format(Locale.ROOT, "%.0f", -rotterdamwet.npv().value() / 1e6);
        assertThat(rotterdamwet.bcr().orElseThrow()).isNegative();
        assertThat(row(ENGLISH, "rotterdamwet")).contains(millions + " million", "`< 0`");
        assertThat(row(DUTCH, "rotterdamwet")).contains(millions + " miljoen", "`< 0`");
    }

    static List<String> largest() {
        return EvidenceTable.LARGEST;
    }

    /** "None of the five flagships reaches 1 as a whole." */
    @ParameterizedTest
    @MethodSource("largest")
    void noFlagshipReaches1AsAWhole(String flagship) {
        assertThat(result(flagship, "full").bcr().orElseThrow()).isLessThan(1);
    }

    /** "Of the interventions of brede_wijkaanpak by themselves only the residents' enterprise does." */
    @Test
    void ofTheInterventionsByThemselvesOnlyTheEnterpriseReaches1() {
        Scenario scenario = ScenarioFile.read(Path.of("brede_wijkaanpak", "brede_wijkaanpak.yaml"));
        String[] alone = scenario.alternatives().keySet().stream()
                .filter(id -> id.startsWith("only_"))
                .toArray(String[]::new);

        assertThat(Mkba.appraise(scenario, Selection.ALL.alternatives(alone)).results())
                .hasSize(scenario.interventions().size())
                .filteredOn(result -> result.bcr().orElseThrow() >= 1)
                .extracting(AlternativeResult::alternative)
                .containsExactly("only_enterprise");
    }

    private static AlternativeResult result(String example, String alternative) {
        Scenario scenario = ScenarioFile.read(Path.of(example, example + ".yaml"));
        return Mkba.appraise(scenario, Selection.ALL.alternatives(alternative))
                .results()
                .get(0);
    }

    private static SimulatedCase simulated(String example, String alternative) {
        Scenario scenario = ScenarioFile.read(Path.of(example, example + ".yaml"));
        ExecutorService executor = Executors.newFixedThreadPool(2);
        try {
            return Mkba.simulate(
                            scenario,
                            Selection.ALL.alternatives(alternative),
                            SimulationRequest.of(scenario.simulation()),
                            Workers.on(executor, 2))
                    .results()
                    .get(0);
        } finally {
            executor.shutdown();
        }
    }

    private static String minus(String figures) {
        return figures.replace('-', '\u2212');
    }

    /** The row about an example in the last table of a page. */
    private static String row(Path page, String example) throws IOException {
        String text = Files.readString(page);
        try (Stream<String> lines = text.substring(text.lastIndexOf("\n## ")).lines()) {
            return lines.filter(line -> line.startsWith("| ") && line.contains("/" + example + "/README.md"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
