package nl.mkba.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import nl.mkba.Mkba;
import nl.mkba.appraisal.AlternativeResult;
import nl.mkba.engine.uncertainty.MonteCarlo;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import nl.mkba.scenario.Simulation;
import nl.mkba.uncertainty.SimulationRequest;
import nl.mkba.uncertainty.SimulationResult;
import nl.mkba.uncertainty.Statistics;
import nl.mkba.uncertainty.Workers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkloadTest {

    private static final int DRAWS = 100_000;

    private static Scenario scenario(String workload) {
        return switch (workload) {
            case "W" -> new Workload().uncertain();
            case "W2" -> new Workload().uncertainWithFixedTiming();
            default -> new Workload().scenario();
        };
    }

    /** The figures of the central case come with the workload's definition, from an implementation of its own. */
    @ParameterizedTest
    @ValueSource(strings = {"W", "W2", "W3"})
    void centralCaseIsTheOneOfTheWorkloadsDefinition(String workload) {
        AlternativeResult result = Mkba.appraise(scenario(workload)).result("all");
        assertThat(result.npv().value()).isCloseTo(12_298_810.922523666, withPercentage(1e-7));
        assertThat(result.bcr().getAsDouble()).isCloseTo(1.3750637100937748, withPercentage(1e-7));
        assertThat(result.stakeholders().get("stakeholder0").net().value())
                .isCloseTo(-2_130_023.641053475, withPercentage(1e-7));
    }

    private static Statistics simulated(Scenario scenario) {
        SimulationResult result = MonteCarlo.run(
                scenario,
                Selection.ALL,
                SimulationRequest.of(new Simulation(DRAWS, 1, Simulation.Sampling.RANDOM)),
                Workers.callerOnly());
        return result.results().get(0).npv();
    }

    /**
     * The means, standard deviations and chances are those of 10,000,000 draws by the peer in C; the chance of a positive net
     * present value has a standard error of √(p(1 − p)/n), the standard deviation of less than sd · √(1/n) for this nearly
     * normal figure.
     */
    @ParameterizedTest
    @CsvSource({"W, 11_600_000, 6_650_000, 0.9724", "W2, 11_480_000, 5_960_000, 0.9825"})
    void simulatedFiguresAgreeWithThePeers(String workload, double mean, double sd, double positive) {
        Statistics npv = simulated(scenario(workload));
        assertThat(npv.mean()).isCloseTo(mean, within(4 * sd / Math.sqrt(DRAWS)));
        assertThat(npv.sd().orElseThrow()).isCloseTo(sd, within(4 * sd / Math.sqrt(DRAWS)));
        assertThat(npv.probabilityPositive())
                .isCloseTo(positive, within(4 * Math.sqrt(positive * (1 - positive) / DRAWS)));
    }
}
