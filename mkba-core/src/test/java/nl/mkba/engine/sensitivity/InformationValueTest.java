package nl.mkba.engine.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Perfect and partial information against closed forms and nested Monte Carlo. */
class InformationValueTest {

    private static final int REPLICATES = 30;
    private static final int DRAWS = 5000;

    private static JsonNode vector(String id) {
        return Functions.vector("value_of_information.json", "cases", id);
    }

    /** Options of which each row is one equally likely state. */
    private static List<double[]> columns(List<double[]> rows) {
        List<double[]> options = new ArrayList<>();
        for (int d = 0; d < rows.get(0).length; d++) {
            int option = d;
            options.add(rows.stream().mapToDouble(row -> row[option]).toArray());
        }
        return options;
    }

    @ParameterizedTest
    @ValueSource(strings = {"investment_wikipedia", "treasure_5"})
    void statesWithTheirChances(String id) {
        JsonNode vector = vector(id);
        List<double[]> options = new ArrayList<>();
        for (JsonNode payoffs : vector.get("payoffs_rows_options")) {
            // Ten equally likely states, of which as many are alike as the chance says.
            options.add(IntStream.range(0, payoffs.size())
                    .boxed()
                    .flatMapToDouble(state -> DoubleStream.generate(
                                    () -> payoffs.get(state).asDouble())
                            .limit(Math.round(
                                    vector.get("probabilities").get(state).asDouble() * 10)))
                    .toArray());
        }
        assertThat(InformationValue.of(options).value())
                .isCloseTo(vector.get("EVPI").asDouble(), within(1e-9));
    }

    @Test
    void aMatrixOfDraws() {
        List<double[]> rows = new ArrayList<>();
        vector("psa_matrix_4x3").get("nb_samples_rows").forEach(row -> rows.add(Functions.numbers(row)));
        assertThat(InformationValue.of(columns(rows)).value()).isEqualTo(1.5);
    }

    /** What an estimate is in many replicates. */
    private record Estimator(String name, double expected, double mean, double standardError) {

        static Estimator of(String name, double expected, ToDoubleFunction<Integer> estimate) {
            double[] found = new double[REPLICATES];
            for (int r = 0; r < REPLICATES; r++) {
                found[r] = estimate.applyAsDouble(r);
            }
            double mean = Arrays.stream(found).average().orElseThrow();
            double squares =
                    Arrays.stream(found).map(x -> (x - mean) * (x - mean)).sum();
            return new Estimator(name, expected, mean, Math.sqrt(squares / (REPLICATES - 1)));
        }

        /**
         * The mean of the replicates is off by at most twice the standard error of one. It need not be nearer: where both
         * choices are equally good, an estimate from a sample is below the value by the expected maximum of 0 and the
         * sample's mean.
         */
        void check() {
            assertThat(mean).as(name).isCloseTo(expected, within(2 * standardError));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"normal_inb_0_1", "normal_inb_-1_1", "normal_inb_100_250", "normal_inb_-50_40"})
    void normalIncrement(String id) {
        JsonNode vector = vector(id);
        double mean = vector.get("mu").asDouble();
        double sd = vector.get("sd").asDouble();
        Estimator.of(id, vector.get("EVPI").asDouble(), seed -> {
                    double[] draws = Normals.columns(1, DRAWS, seed)[0];
                    for (int k = 0; k < DRAWS; k++) {
                        draws[k] = mean + sd * draws[k];
                    }
                    return InformationValue.of(List.of(new double[DRAWS], draws))
                            .value();
                })
                .check();
    }

    @Test
    void theStandardErrorIsThatOfReplicates() {
        List<Double> stated = new ArrayList<>();
        Estimator found = Estimator.of("error", 0.3989422804, seed -> {
            InformationValue value =
                    InformationValue.of(List.of(new double[DRAWS], Normals.columns(1, DRAWS, seed)[0]));
            stated.add(value.standardError().orElseThrow());
            return value.value();
        });
        assertThat(stated.get(0)).isBetween(0.7 * found.standardError(), 1.5 * found.standardError());
    }

    /** Net benefit of doing something: a constant and a linear function of independent normal variables. */
    private static double partial(double constant, double[] slopes, long seed, int... known) {
        double[][] inputs = Normals.columns(slopes.length, DRAWS, seed);
        double[] benefit = new double[DRAWS];
        for (int k = 0; k < DRAWS; k++) {
            benefit[k] = constant;
            for (int i = 0; i < slopes.length; i++) {
                benefit[k] += slopes[i] * inputs[i][k];
            }
        }
        double[][] chosen = Arrays.stream(known).mapToObj(i -> inputs[i]).toArray(double[][]::new);
        return InformationValue.of(List.of(new double[DRAWS], new ConditionalMean(chosen).of(benefit)))
                .value();
    }

    @Test
    void linearInThree() {
        JsonNode vector = vector("lin3_ind");
        double[] slopes = {5, 10, 15};
        vector.get("EVPPI").properties().forEach(entry -> {
            int[] known = Arrays.stream(entry.getKey().split(","))
                    .mapToInt(name -> name.charAt(1) - '1')
                    .toArray();
            Estimator.of(
                            "lin3 " + entry.getKey(),
                            entry.getValue().asDouble(),
                            seed -> partial(10, slopes, seed, known))
                    .check();
        });
        Estimator.of("lin3 all", vector.get("EVPI").asDouble(), seed -> partial(10, slopes, seed, 0, 1, 2))
                .check();
    }

    @Test
    void toyOfVoi() {
        JsonNode exact = vector("voi_toy_independent").get("analytic");
        Estimator.of("toy p1", exact.get("EVPPI_p1").asDouble(), seed -> partial(0, new double[] {1, 2}, seed, 0))
                .check();
        Estimator.of("toy p2", exact.get("EVPPI_p2").asDouble(), seed -> partial(0, new double[] {1, 2}, seed, 1))
                .check();
    }

    /** N(1, √5) against doing nothing, split in p1 ~ N(1, 1) and p2 ~ N(0, 2): the closed form of the unit normal loss. */
    @Test
    void closedForm() {
        Estimator.of("published p1", 0.0833154706, seed -> partial(1, new double[] {1, 2}, seed, 0))
                .check();
        Estimator.of("published p2", 0.3955931148, seed -> partial(1, new double[] {1, 2}, seed, 1))
                .check();
        Estimator.of("published both", 0.4798107063, seed -> partial(1, new double[] {1, 2}, seed, 0, 1))
                .check();
    }

    /**
     * Curved and with interactions: y = exp(x1 / 2) · x2 − 1 + x1² x3 / 4 with x2 ~ N(1, 1), against the inner means by
     * hand, averaged over 400 strata of each known input: E[y | x1] = exp(x1/2) − 1, E[y | x2] =
     * e^{1/8} x2 − 1, E[y | x1, x2] = exp(x1/2) x2 − 1.
     */
    @Test
    void curvedWithInteractions() {
        curved("x1", x -> Math.exp(x[0] / 2) - 1, 0);
        curved("x2", x -> Math.exp(0.125) * (1 + x[1]) - 1, 1);
        curved("x1, x2", x -> Math.exp(x[0] / 2) * (1 + x[1]) - 1, 0, 1);
        curved("x1, x3", x -> Math.exp(x[0] / 2) - 1 + x[0] * x[0] * x[2] / 4, 0, 2);
    }

    private static void curved(String name, Function<double[], Double> conditional, int... known) {
        int points = 400;
        NormalDistribution normal = new NormalDistribution(null, 0, 1);
        double positive = 0;
        double mean = 0;
        int second = known.length > 1 ? points : 1;
        for (int a = 0; a < points; a++) {
            for (int b = 0; b < second; b++) {
                double[] x = new double[3];
                x[known[0]] = normal.inverseCumulativeProbability((a + 0.5) / points);
                if (known.length > 1) {
                    x[known[1]] = normal.inverseCumulativeProbability((b + 0.5) / points);
                }
                double value = conditional.apply(x);
                mean += value / points / second;
                positive += Math.max(0, value) / points / second;
            }
        }
        Estimator estimator = Estimator.of(name, positive - Math.max(0, mean), seed -> {
            double[][] inputs = Normals.columns(3, DRAWS, seed);
            double[] result = new double[DRAWS];
            for (int k = 0; k < DRAWS; k++) {
                double x1 = inputs[0][k];
                result[k] = Math.exp(x1 / 2) * (1 + inputs[1][k]) - 1 + x1 * x1 * inputs[2][k] / 4;
            }
            double[][] chosen = Arrays.stream(known).mapToObj(i -> inputs[i]).toArray(double[][]::new);
            return InformationValue.of(List.of(new double[DRAWS], new ConditionalMean(chosen).of(result)))
                    .value();
        });
        estimator.check();
    }

    /** Two values: the means of the draws with each, 1 and 4 to the first of three, against hand. */
    @Test
    void aDiscreteInputGivesTheMeansOfItsValues() {
        double[] input = new double[60];
        double[] result = new double[60];
        for (int k = 0; k < 60; k++) {
            input[k] = k % 3;
            result[k] = (k % 3 == 0 ? 1 : k % 3 == 1 ? 9 : -2) + (k < 30 ? -0.5 : 0.5);
        }
        double[] fitted = new ConditionalMean(new double[][] {input}).of(result);
        assertThat(fitted[0]).isCloseTo(1, within(1e-2));
        assertThat(fitted[1]).isCloseTo(9, within(1e-2));
        assertThat(fitted[2]).isCloseTo(-2, within(1e-2));
    }

    @Test
    void anInputWithoutSpreadTellsNothing() {
        double[] fitted = new ConditionalMean(new double[][] {{3, 3, 3, 3}}).of(new double[] {1, 2, 3, 4});
        assertThat(fitted).containsOnly(2.5);
    }

    @Test
    void everyCaseOfTheVectorsIsRunOrExcluded() {
        // Those excluded, the last three, stand in the README of the vectors.
        assertThat(Functions.vectors("value_of_information.json", "cases"))
                .extracting(node -> node.get("id").asText())
                .containsExactlyInAnyOrder(
                        "voi_toy_independent",
                        "investment_wikipedia",
                        "treasure_5",
                        "normal_inb_0_1",
                        "normal_inb_-1_1",
                        "normal_inb_100_250",
                        "normal_inb_-50_40",
                        "lin3_ind",
                        "psa_matrix_4x3",
                        "voi_chemo",
                        "bcea_kstar",
                        "dampack_icers");
    }
}
