package nl.mkba.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import nl.mkba.Mkba;
import nl.mkba.file.ScenarioFile;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import nl.mkba.scenario.Simulation;
import nl.mkba.scenario.Simulation.Sampling;
import nl.mkba.sensitivity.SensitivityRequest;
import nl.mkba.sensitivity.SensitivityRequest.Analysis;
import nl.mkba.sensitivity.SensitivityResult.ValueOfInformation;
import nl.mkba.uncertainty.Workers;
import org.junit.jupiter.api.Test;

class WorthOfKnowingTest {

    /**
     * Knowing a group is worth at least nothing and at most what knowing everything is. With these draws a regression on
     * a group has eigenvalues so far apart that the search for them gives up, and the singular values take their place.
     */
    @Test
    void groupsOfManyFiguresAreWorthSomethingBetweenNothingAndEverything() {
        Scenario scenario = ScenarioFile.read(Path.of("brede_wijkaanpak", "brede_wijkaanpak.yaml"));
        SensitivityRequest request = SensitivityRequest.of(scenario)
                .withSimulation(new Simulation(1000, 42, Sampling.LATIN_HYPERCUBE))
                .only(Analysis.VALUE_OF_INFORMATION, Analysis.VALUE_OF_INFORMATION_OF_GROUPS);
        ValueOfInformation worth = Mkba.sensitivity(scenario, Selection.ALL, request, Workers.callerOnly())
                .valueOfInformation()
                .get(0);
        assertThat(worth.evpi()).isPositive();
        assertThat(worth.groups()).isNotEmpty();
        assertThat(worth.groups()).allSatisfy(group -> assertThat(group.value()).isBetween(0.0, worth.evpi()));
    }
}
