package nl.mkba.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.mkba.Mkba;
import nl.mkba.appraisal.NetResult;
import nl.mkba.file.ScenarioFile;
import nl.mkba.scenario.Expectation;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * An example that rests on evidence runs what found nothing (or the opposite), and the strongest that anybody found or
 * claimed, as outlooks whose result it expects. The first gives society less than the central estimate, the second more.
 */
class CounterEvidenceTest {

    /**
     * Per example what found nothing and what is strongest. The central estimate of rotterdamwet is itself that nothing was
     * found but stigma, and that of verkoop_huurwoningen is 0, so that there the opposite stands here; ondernemend_initiatief
     * has one finding only, in its centre, and counts it broadly.
     */
    private static final String OUTLOOKS = """
            achter_de_voordeur, no_effect, strongest
            best_persons, no_effect, strongest
            brede_wijkaanpak, scp_2013, strongest
            gezonde_wijk_groen, no_effect, strongest
            gezonde_wijk_sport, no_effect, strongest
            herstructurering, scp_2013, strongest
            inbraakpreventie, apps_do_nothing, strongest
            krachtwijken_utrecht, scp_2013, strongest
            krimp, no_price_effect, strongest
            kunst_en_cultuur, no_cause, association
            nationaal_programma_rotterdam_zuid, midterm_pace, strongest
            ondernemend_initiatief, no_gain, generous
            preventie_klein, no_effect, as_published
            rotterdamwet,, best_case
            schoon_heel_veilig, scp_2013, as_published
            sociale_wijkteams, no_effect, strongest
            taal_en_burgerschap, no_work, as_published
            uitdunnen, moves_along, as_reported
            verkoop_huurwoningen, lower_prices, high
            """;

    /** Made up to show a table of places; works out a claim without a study; shows its findings as alternatives. */
    private static final Set<String> WITHOUT_OUTLOOKS = Set.of("alle_buurten", "euro_anderhalf", "scp_2013");

    @ParameterizedTest
    @CsvSource(textBlock = OUTLOOKS)
    void anExampleRunsWhatFoundNothingAndWhatIsStrongest(String id, @Nullable String nothing, String strongest) {
        Scenario scenario = ScenarioFile.read(Path.of(id, id + ".yaml"));

        String expectedFor = alternativeOf(scenario, strongest);
        assertThat(npv(scenario, expectedFor, strongest)).isGreaterThan(npv(scenario, expectedFor, null));
        if (nothing != null) {
            expectedFor = alternativeOf(scenario, nothing);
            assertThat(npv(scenario, expectedFor, nothing)).isLessThan(npv(scenario, expectedFor, null));
        }
    }

    @Test
    void findingsThatDisagreeAreAlternativesOfOneExample() {
        Scenario scenario = ScenarioFile.read(Path.of("scp_2013", "scp_2013.yaml"));

        assertThat(npv(scenario, "scp", null)).isLessThan(npv(scenario, "vu", null));
    }

    @Test
    void noExampleIsLeftOut() throws IOException {
        Set<String> named = OUTLOOKS.lines()
                .map(line -> line.substring(0, line.indexOf(',')))
                .collect(Collectors.toCollection(TreeSet::new));
        named.addAll(WITHOUT_OUTLOOKS);

        assertThat(OverviewTable.scenarios(Path.of(".")))
                .extracting(file ->
                        Objects.requireNonNull(file.getParent()).getFileName().toString())
                .containsExactlyInAnyOrderElementsOf(named);
    }

    /** The alternative of which the example expects a result in an outlook: the whole programme, if it does. */
    private static String alternativeOf(Scenario scenario, String outlook) {
        List<String> alternatives = scenario.expectations().stream()
                .filter(each -> outlook.equals(each.outlook()))
                .map(Expectation::alternative)
                .filter(Objects::nonNull)
                .toList();
        assertThat(alternatives).as("expect: of %s", outlook).isNotEmpty();
        String main = OverviewTable.mainAlternative(scenario);
        return alternatives.contains(main) ? main : alternatives.get(0);
    }

    private static double npv(Scenario scenario, String alternative, @Nullable String outlook) {
        Selection selection = Selection.ALL.alternatives(alternative);
        List<NetResult> nets = Mkba.nets(scenario, outlook == null ? selection : selection.inOutlooks(outlook));
        return nets.stream()
                .filter(each -> each.outlook().equals(Optional.ofNullable(outlook)))
                .findFirst()
                .flatMap(NetResult::npv)
                .orElseThrow()
                .value();
    }
}
