package nl.mkba.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import nl.mkba.Mkba;
import nl.mkba.file.ScenarioFile;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import nl.mkba.scenario.Simulation;
import nl.mkba.scenario.Simulation.Sampling;
import nl.mkba.sensitivity.SensitivityRequest;
import nl.mkba.sensitivity.SensitivityRequest.Analysis;
import nl.mkba.uncertainty.Workers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SensitivityOfExamplesTest {

    static Stream<Path> examples() throws IOException {
        return SourcedFiguresTest.examples();
    }

    /** Every figure is varied as far as it goes, also in the outlooks, and where that ends nothing breaks. */
    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleCanBeAnalysed(Path example) {
        Scenario scenario = ScenarioFile.read(example);
        analyse(scenario, Selection.ALL);
        if (!scenario.outlooks().isEmpty()) {
            String last = List.copyOf(scenario.alternatives().keySet())
                    .get(scenario.alternatives().size() - 1);
            analyse(
                    scenario,
                    Selection.ALL
                            .alternatives(last)
                            .inOutlooks(scenario.outlooks().keySet().toArray(String[]::new)));
        }
    }

    private static void analyse(Scenario scenario, Selection selection) {
        SensitivityRequest request = SensitivityRequest.of(scenario)
                .withSimulation(new Simulation(100, 1, Sampling.LATIN_HYPERCUBE))
                .only(Analysis.TORNADO, Analysis.SWITCHING_VALUES, Analysis.FRONTIER, Analysis.REGRESSION);
        assertThat(Mkba.sensitivity(scenario, selection, request, Workers.callerOnly())
                        .results())
                .isNotEmpty()
                .allSatisfy(result -> assertThat(result.switchingValues()).isNotEmpty());
    }
}
