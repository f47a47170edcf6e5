package nl.mkba.engine.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import nl.mkba.sensitivity.SensitivityResult.Coefficient;
import nl.mkba.sensitivity.SensitivityResult.Regression;
import nl.mkba.uncertainty.Cancellation;
import nl.mkba.uncertainty.Workers;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;

/** What draws say that were made anyhow: also of correlated inputs. */
class RankIndicesTest {

    private static final int DRAWS = 20_000;

    /** The vector linear5_correlated: draws of the inputs, and their sum. */
    private static double[][] correlated() {
        JsonNode vector = Functions.vector("sensitivity_functions.json", "functions", "linear5_correlated");
        RealMatrix correlations = new Array2DRowRealMatrix(5, 5);
        for (int i = 0; i < 5; i++) {
            correlations.setRow(i, Functions.numbers(vector.get("corr").get(i)));
        }
        RealMatrix root = new CholeskyDecomposition(correlations).getL();
        double[][] independent = Normals.columns(5, DRAWS, 11);
        double[][] columns = new double[6][DRAWS];
        for (int k = 0; k < DRAWS; k++) {
            for (int i = 0; i < 5; i++) {
                for (int j = 0; j <= i; j++) {
                    columns[i][k] += root.getEntry(i, j) * independent[j][k];
                }
                columns[5][k] += columns[i][k];
            }
        }
        return columns;
    }

    /** The regression of one result on some columns. */
    private static Optional<Regression> regression(List<String> ids, double[][] columns, double[] result) {
        return regressions(ids, columns, List.of(result)).get(0);
    }

    /** The regression of some results on the same columns. */
    private static List<Optional<Regression>> regressions(
            List<String> ids, double[][] columns, List<double[]> results) {
        LinearRegression.Inputs inputs = new LinearRegression.Inputs() {
            @Override
            public int count() {
                return columns.length;
            }

            @Override
            public List<Integer> of(int theCase) {
                return IntStream.range(0, columns.length).boxed().toList();
            }

            @Override
            public String parameter(int input) {
                return ids.get(input);
            }

            @Override
            public double[] values(int input, Cancellation cancellation) {
                return columns[input];
            }
        };
        return LinearRegression.of(inputs, results, Workers.callerOnly());
    }

    /**
     * By hand: {@code E[y | x_i] = x_i (1 + Σ ρ_ij)}, so the first-order index is the square of that sum divided by 7.4: 1.8²,
     * 1.8², 1.4², 1.2² and 1.2² over 7.4.
     */
    @Test
    void firstOrderOfCorrelatedInputs() {
        double[][] columns = correlated();
        double[] expected = {0.43784, 0.43784, 0.26486, 0.19459, 0.19459};
        for (int i = 0; i < 5; i++) {
            RankIndices.Index index = RankIndices.of(columns[i], columns[5]);
            assertThat(index.firstOrder()).isCloseTo(expected[i], within(0.02));
            assertThat(index.halfWidth().orElseThrow()).isBetween(0.002, 0.05);
        }
    }

    /**
     * The vector's structural and correlative parts: of a linear function the square of the standardised coefficient, and
     * the coefficient times the correlation with the result minus that.
     */
    @Test
    void regressionOfCorrelatedInputs() {
        JsonNode exact = Functions.vector("sensitivity_functions.json", "functions", "linear5_correlated")
                .get("exact");
        double[][] columns = correlated();
        List<String> ids = IntStream.range(0, 5).mapToObj(i -> "x" + i).toList();
        Regression regression = regression(
                        ids, new double[][] {columns[0], columns[1], columns[2], columns[3], columns[4]}, columns[5])
                .orElseThrow();
        assertThat(regression.rSquared()).isCloseTo(1, within(1e-9));
        for (Coefficient each : regression.coefficients()) {
            int i = ids.indexOf(each.parameter());
            double structural = each.standardised() * each.standardised();
            assertThat(structural).isCloseTo(exact.get("Sa").get(i).asDouble(), within(0.01));
            double correlation = regression(List.of("x"), new double[][] {columns[i]}, columns[5])
                    .orElseThrow()
                    .coefficients()
                    .get(0)
                    .standardised();
            assertThat(each.standardised() * correlation - structural)
                    .isCloseTo(exact.get("Sb").get(i).asDouble(), within(0.01));
        }
    }

    /** Ishigami, of which x2 acts alone and x3 only together with x1. */
    @Test
    void firstOrderOfIndependentInputs() {
        JsonNode vector = Functions.vector("sensitivity_functions.json", "functions", "ishigami_7_0.1");
        Functions.Unit function = Functions.of(vector);
        double[][] uniforms = Normals.uniforms(3, DRAWS, 5);
        double[] result = new double[DRAWS];
        for (int k = 0; k < DRAWS; k++) {
            result[k] =
                    function.function().applyAsDouble(new double[] {uniforms[0][k], uniforms[1][k], uniforms[2][k]});
        }
        double[] first = Functions.numbers(vector.get("exact").get("S1"));
        for (int i = 0; i < 3; i++) {
            assertThat(RankIndices.of(uniforms[i], result).firstOrder()).isCloseTo(first[i], within(0.025));
        }
    }

    @Test
    void noSpreadGivesZero() {
        assertThat(RankIndices.of(new double[] {1, 2, 3}, new double[] {4, 4, 4}))
                .isEqualTo(new RankIndices.Index(0, OptionalDouble.empty()));
        assertThat(regression(List.of("x"), new double[][] {{1, 2, 3}}, new double[] {4, 4, 4}))
                .isEmpty();
    }

    /** y = 3 a with b = a: the smallest coefficients are 0.5 and 0.5; c has no spread and gets 0. */
    @Test
    void parametersThatDetermineEachOtherShareTheirPart() {
        double[] a = {1, 2, 3, 5};
        Regression regression = regression(
                        List.of("a", "b", "c"), new double[][] {a, a, {7, 7, 7, 7}}, new double[] {3, 6, 9, 15})
                .orElseThrow();
        assertThat(regression.rankRSquared()).isCloseTo(1, within(1e-12));
        assertThat(regression.coefficients().get(0).standardised()).isCloseTo(0.5, within(1e-12));
        assertThat(regression.coefficients().get(1).rank()).isCloseTo(0.5, within(1e-12));
        assertThat(regression.coefficients().get(2)).isEqualTo(new Coefficient("c", 0, 0));
    }

    /** Results that are regressed together get what each of them gets alone, bit for bit. */
    @Test
    void resultsDoNotMindEachOther() {
        double[][] columns = correlated();
        List<String> ids = List.of("a", "b", "c", "d", "e");
        double[][] inputs = {columns[0], columns[1], columns[2], columns[3], columns[4]};
        List<double[]> results = List.of(columns[5], columns[1], new double[DRAWS]);
        List<Optional<Regression>> together = regressions(ids, inputs, results);
        for (int r = 0; r < results.size(); r++) {
            assertThat(together.get(r)).isEqualTo(regression(ids, inputs, results.get(r)));
        }
        RankIndices order = new RankIndices(columns[0], Cancellation.NEVER);
        for (double[] result : results) {
            assertThat(order.of(result, Cancellation.NEVER)).isEqualTo(RankIndices.of(columns[0], result));
        }
    }
}
