package nl.mkba.engine.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import nl.mkba.uncertainty.Workers;
import org.apache.commons.math3.distribution.LogNormalDistribution;
import org.apache.commons.math3.distribution.TriangularDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The estimators on functions whose indices are known exactly; from the vectors, with their sources. */
class SobolIndicesTest {

    private static final int SEEDS = 20;

    private static List<SobolIndices.Indices> estimate(BlockModel model, int size, long seed) {
        return SobolIndices.estimate(model, singles(model.inputs()), size, seed, 2, Workers.callerOnly());
    }

    private static List<int[]> singles(int inputs) {
        return IntStream.range(0, inputs).mapToObj(i -> new int[] {i}).toList();
    }

    private static JsonNode vector(String id) {
        return Functions.vector("sensitivity_functions.json", "functions", id);
    }

    /** The largest error of all first-order and total indices, as the median over seeds. */
    private static double medianError(JsonNode vector, int size) {
        Functions.Unit function = Functions.of(vector);
        double[] first = Functions.numbers(vector.get("exact").get("S1"));
        double[] total = Functions.numbers(vector.get("exact").get("ST"));
        double[] errors = new double[SEEDS];
        for (int seed = 0; seed < SEEDS; seed++) {
            List<SobolIndices.Indices> found = estimate(function, size, seed);
            for (int i = 0; i < first.length; i++) {
                errors[seed] = Math.max(errors[seed], Math.abs(found.get(i).firstOrder() - first[i]));
                errors[seed] = Math.max(errors[seed], Math.abs(found.get(i).total() - total[i]));
            }
        }
        Arrays.sort(errors);
        return (errors[SEEDS / 2 - 1] + errors[SEEDS / 2]) / 2;
    }

    @ParameterizedTest
    @CsvSource({
        "ishigami_7_0.1, 0.01, 0.003",
        "sobol_g_salib6, 0.01, 0.003",
        "sobol_g_openturns3, 0.01, 0.003",
        "modified_sobol_g6, 0.03, 0.01",
        "x1_plus_x2, 0.01, 0.003",
        "x1x2_plus_x3, 0.01, 0.003",
        "null_contribution, 0.01, 0.003"
    })
    void theLargestErrorIsSmallInTheMedianSeed(String id, double at4096, double at16384) {
        double small = medianError(vector(id), 4096);
        double large = medianError(vector(id), 16384);
        assertThat(small).isLessThanOrEqualTo(at4096);
        assertThat(large).isLessThanOrEqualTo(at16384);
    }

    @Test
    void everyFunctionOfTheVectorsIsRun() {
        // The correlated one is in RankIndicesTest, and mixed_dists_groups below.
        assertThat(Functions.vectors("sensitivity_functions.json", "functions"))
                .extracting(node -> node.get("id").asText())
                .containsExactly(
                        "ishigami_7_0.1",
                        "sobol_g_salib6",
                        "sobol_g_openturns3",
                        "modified_sobol_g6",
                        "x1_plus_x2",
                        "x1x2_plus_x3",
                        "null_contribution",
                        "linear5_correlated",
                        "mixed_dists_groups");
    }

    /**
     * Ishigami with {x1, x3} and {x2}: the second is additive, so first order and total of a group are the same: 0.3139 +
     * 0 + 0.2437 and 0.4424 (the vector's exact indices, added up by hand).
     */
    @Test
    void aGroupIsOneJointInput() {
        Functions.Unit function = Functions.of(vector("ishigami_7_0.1"));
        List<SobolIndices.Indices> found = SobolIndices.estimate(
                function, List.of(new int[] {0, 2}, new int[] {1}), 4096, 1, 2, Workers.callerOnly());
        assertThat(found.get(0).firstOrder()).isCloseTo(0.5575888552, within(0.01));
        assertThat(found.get(0).total()).isCloseTo(0.5575888552, within(0.01));
        assertThat(found.get(1).firstOrder()).isCloseTo(0.4424111448, within(0.01));
        assertThat(found.get(1).total()).isCloseTo(0.4424111448, within(0.01));
    }

    /** The vector mixed_dists_groups: SALib's figures, with its tolerance of 0.05. */
    @Test
    void groupsOfInputsWithOtherDistributions() {
        LogNormalDistribution second = new LogNormalDistribution(null, 1, 0.2);
        TriangularDistribution third = new TriangularDistribution(null, 0, 1.5, 3);
        Functions.Unit function = new Functions.Unit(
                3,
                u -> Functions.ishigami(
                        -Math.PI + 2 * Math.PI * u[0],
                        second.inverseCumulativeProbability(u[1]),
                        third.inverseCumulativeProbability(u[2])));
        List<SobolIndices.Indices> found = SobolIndices.estimate(
                function, List.of(new int[] {0, 2}, new int[] {1}), 2048, 1, 2, Workers.callerOnly());
        JsonNode expected = vector("mixed_dists_groups").get("upstream").get(0);
        for (int g = 0; g < 2; g++) {
            assertThat(found.get(g).firstOrder())
                    .isCloseTo(expected.get("S1").get(g).asDouble(), within(0.05));
            assertThat(found.get(g).total()).isCloseTo(expected.get("ST").get(g).asDouble(), within(0.05));
        }
    }

    @Test
    void anInputThatChangesNothingHasIndicesZeroExactly() {
        SobolIndices.Indices third =
                estimate(Functions.of(vector("x1_plus_x2")), 1000, 3).get(2);
        assertThat(third).isEqualTo(new SobolIndices.Indices(0, 0, 0, 0));
    }

    @Test
    void aConstantHasNoIndices() {
        assertThat(estimate(new Functions.Unit(2, u -> 0.1), 100, 1)).isEmpty();
    }

    /** The intervals are 95 % ones for independent points; for a Sobol sequence they hold the truth at least as often. */
    @Test
    void intervalsHoldTheTruth() {
        JsonNode vector = vector("ishigami_7_0.1");
        double[] first = Functions.numbers(vector.get("exact").get("S1"));
        double[] total = Functions.numbers(vector.get("exact").get("ST"));
        int held = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            List<SobolIndices.Indices> found =
                    SobolIndices.estimate(Functions.of(vector), singles(3), 1024, seed, 200, Workers.callerOnly());
            for (int i = 0; i < 3; i++) {
                SobolIndices.Indices each = found.get(i);
                held += Math.abs(each.firstOrder() - first[i]) <= each.firstOrderHalfWidth() ? 1 : 0;
                held += Math.abs(each.total() - total[i]) <= each.totalHalfWidth() ? 1 : 0;
                assertThat(each.firstOrderHalfWidth()).isBetween(0.01, 0.2);
            }
        }
        assertThat(held).isGreaterThanOrEqualTo(114);
    }

    /**
     * Half the width of an interval is 1.96 times the standard deviation of the estimate: that of 400 samples of 1024 independent points,
     * found with NumPy from the same formulas (Saltelli and others 2010, Jansen 1999).
     */
    @Test
    void theHalfWidthsAreThoseOfTheirOwnIndex() {
        double[] first = {0.0611, 0.0557, 0.0588};
        double[] total = {0.0867, 0.0411, 0.0282};
        List<SobolIndices.Indices> found = SobolIndices.estimate(
                Functions.of(vector("ishigami_7_0.1")), singles(3), 1024, 1, 200, Workers.callerOnly());
        for (int i = 0; i < 3; i++) {
            assertThat(found.get(i).firstOrderHalfWidth()).isCloseTo(first[i], within(0.25 * first[i]));
            assertThat(found.get(i).totalHalfWidth()).isCloseTo(total[i], within(0.25 * total[i]));
        }
    }

    @Test
    void anyNumberOfThreadsGivesTheSameBits() {
        Functions.Unit function = new Functions.Unit(3, u -> u[0] + u[0] * u[1] + u[2] * u[2]);
        List<SobolIndices.Indices> alone =
                SobolIndices.estimate(function, singles(3), 3000, 5, 50, Workers.callerOnly());
        ExecutorService executor = Executors.newFixedThreadPool(8);
        try {
            for (int threads : new int[] {2, 8}) {
                assertThat(SobolIndices.estimate(function, singles(3), 3000, 5, 50, Workers.on(executor, threads)))
                        .isEqualTo(alone);
            }
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void moreInputsThanTheSequenceHasDimensions() {
        List<SobolIndices.Indices> found = estimate(new Functions.Unit(600, u -> u[0] + u[599]), 1024, 1);
        List<Double> rest = new ArrayList<>();
        found.subList(1, 599).forEach(each -> rest.add(each.total()));
        assertThat(rest).containsOnly(0.0);
        assertThat(found.get(0).firstOrder()).isCloseTo(0.5, within(0.1));
    }
}
