package nl.mkba.engine.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import nl.mkba.scenario.Correlation;
import nl.mkba.scenario.Simulation;
import nl.mkba.scenario.Simulation.Sampling;
import nl.mkba.uncertainty.Cancellation;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SamplingTest {

    private static final List<String> IDS = List.of("a", "b", "c");

    private static double[] column(Uniforms uniforms, int parameter, int draws) {
        double[] column = new double[draws];
        uniforms.fill(parameter, 0, draws, column);
        return column;
    }

    private static int[] strata(double[] column) {
        return Arrays.stream(column)
                .mapToInt(u -> (int) (u * column.length))
                .sorted()
                .toArray();
    }

    @Property(tries = 200)
    void shufflePutsEveryNumberInOnePlace(@ForAll long key, @ForAll @IntRange(min = 1, max = 3000) int size) {
        Shuffle shuffle = new Shuffle(key, size);
        int[] places = IntStream.range(0, size).map(shuffle::at).sorted().toArray();
        assertThat(places).containsExactly(IntStream.range(0, size).toArray());
    }

    /**
     * In a random order a number says nothing of its place, of the number before it or of another order's number there: each
     * correlation has mean 0 and standard deviation 1/√n, and the sum of the squares of k of them, times n, is chi-squared
     * with k degrees of freedom: mean k, standard deviation √(2k).
     */
    @ParameterizedTest
    @ValueSource(ints = {1000, 1024, 10_000, 65_537})
    void shuffledNumbersAreUncorrelated(int size) {
        int orders = 100;
        double place = 0;
        double before = 0;
        double other = 0;
        double[] places = IntStream.range(0, size).asDoubleStream().toArray();
        double[] last = places;
        for (int key = 1; key <= orders; key++) {
            double[] numbers = IntStream.range(0, size)
                    .map(new Shuffle(RandomStream.key(5, key), size)::at)
                    .asDoubleStream()
                    .toArray();
            PearsonsCorrelation correlation = new PearsonsCorrelation();
            place += Math.pow(correlation.correlation(places, numbers), 2);
            before += Math.pow(
                    correlation.correlation(Arrays.copyOf(numbers, size - 1), Arrays.copyOfRange(numbers, 1, size)), 2);
            other += Math.pow(correlation.correlation(last, numbers), 2);
            last = numbers;
        }
        assertThat(place * size).isCloseTo(orders, within(4 * Math.sqrt(2 * orders)));
        assertThat(before * size).isCloseTo(orders, within(4 * Math.sqrt(2 * orders)));
        assertThat(other * size).isCloseTo(orders, within(4 * Math.sqrt(2 * orders)));
    }

    @Property(tries = 50)
    void latinHypercubeHasOneDrawInEveryStratum(@ForAll long seed, @ForAll @IntRange(min = 1, max = 2000) int draws) {
        Uniforms uniforms = Uniforms.of(Sampling.LATIN_HYPERCUBE, seed, draws, IDS);
        for (int p = 0; p < IDS.size(); p++) {
            assertThat(strata(column(uniforms, p, draws)))
                    .containsExactly(IntStream.range(0, draws).toArray());
        }
    }

    @Test
    void latinHypercubeHasOneDrawInEveryStratumAlsoWithCorrelations() {
        int draws = 1000;
        Uniforms uniforms = CorrelatedUniforms.of(
                new Simulation(draws, 7, Sampling.LATIN_HYPERCUBE),
                IDS,
                List.of(new Correlation("a", "b", 0.7), new Correlation("b", "c", -0.3)),
                Cancellation.NEVER);
        for (int p = 0; p < IDS.size(); p++) {
            assertThat(strata(column(uniforms, p, draws)))
                    .containsExactly(IntStream.range(0, draws).toArray());
        }
    }

    /** A scrambled Sobol sequence is a (0, 1)-sequence in each dimension: 2^k points, one in each of 2^k strata. */
    @Test
    void sobolPointsHaveOneDrawInEveryStratumOfAPowerOfTwo() {
        Uniforms uniforms = new SobolPoints(3, 40);
        for (int p = 0; p < 40; p++) {
            assertThat(strata(column(uniforms, p, 1024)))
                    .containsExactly(IntStream.range(0, 1024).toArray());
        }
    }

    @Test
    void sobolPointsAreTheSameFromWhereverTheyAreAskedFor() {
        Uniforms uniforms = new SobolPoints(3, 5);
        double[] all = column(uniforms, 4, 500);
        double[] part = new double[100];
        uniforms.fill(4, 333, 100, part);
        assertThat(part).containsExactly(Arrays.copyOfRange(all, 333, 433));
    }

    @ParameterizedTest
    @EnumSource(value = Sampling.class, names = "SOBOL", mode = EnumSource.Mode.EXCLUDE)
    void anotherParameterChangesNoDraws(Sampling sampling) {
        Uniforms few = Uniforms.of(sampling, 5, 300, List.of("b"));
        Uniforms more = Uniforms.of(sampling, 5, 300, IDS);
        assertThat(column(more, 1, 300)).containsExactly(column(few, 0, 300));
    }

    @ParameterizedTest
    @EnumSource(Sampling.class)
    void anotherSeedGivesOtherDraws(Sampling sampling) {
        assertThat(column(Uniforms.of(sampling, 1, 100, IDS), 0, 100))
                .isNotEqualTo(column(Uniforms.of(sampling, 2, 100, IDS), 0, 100));
    }

    /** Mean 1/2 and variance 1/12 of a uniform; the standard errors are √(1/12 n) and √(1/180 n). */
    @ParameterizedTest
    @EnumSource(Sampling.class)
    void drawsAreUniform(Sampling sampling) {
        int draws = 50_000;
        double[] column = column(Uniforms.of(sampling, 11, draws, IDS), 2, draws);
        double mean = Arrays.stream(column).average().orElseThrow();
        double variance =
                Arrays.stream(column).map(u -> (u - 0.5) * (u - 0.5)).average().orElseThrow();
        assertThat(mean).isCloseTo(0.5, within(4 * Math.sqrt(1.0 / 12 / draws)));
        assertThat(variance).isCloseTo(1.0 / 12, within(4 * Math.sqrt(1.0 / 180 / draws)));
        assertThat(Arrays.stream(column)).allMatch(u -> u > 0 && u < 1);
    }

    /** Streams of different parameters are independent: their correlation has standard error 1/√n. */
    @ParameterizedTest
    @EnumSource(Sampling.class)
    void parametersAreIndependent(Sampling sampling) {
        int draws = 50_000;
        Uniforms uniforms = Uniforms.of(sampling, 13, draws, IDS);
        double rank =
                Ranks.spearman(Ranks.doubled(column(uniforms, 0, draws)), Ranks.doubled(column(uniforms, 1, draws)));
        assertThat(rank).isCloseTo(0, within(4 / Math.sqrt(draws)));
    }

    /** The standard error of Spearman's coefficient is below √((1 + ρ²/2)/n) (Bonett and Wright 2000). */
    @ParameterizedTest
    @EnumSource(Sampling.class)
    void rankCorrelationsAreThoseAskedFor(Sampling sampling) {
        int draws = 40_000;
        double asked = 0.6;
        Uniforms uniforms = CorrelatedUniforms.of(
                new Simulation(draws, 17, sampling),
                IDS,
                List.of(new Correlation("c", "a", asked)),
                Cancellation.NEVER);
        int[] a = Ranks.doubled(column(uniforms, 0, draws));
        int[] b = Ranks.doubled(column(uniforms, 1, draws));
        int[] c = Ranks.doubled(column(uniforms, 2, draws));
        double error = Math.sqrt((1 + asked * asked / 2) / draws);
        assertThat(Ranks.spearman(a, c)).isCloseTo(asked, within(4 * error));
        assertThat(Ranks.spearman(a, b)).isCloseTo(0, within(4 * error));
    }

    @Property(tries = 100)
    void wholeNumbersAreTheUniformsInUnits(
            @ForAll long seed, @ForAll @IntRange(max = 1 << 20) int from, @ForAll Simulation.Sampling sampling) {
        int draws = from + 500;
        Uniforms uniforms = Uniforms.of(sampling, seed, draws, List.of("price", "effect"));
        double[] uniform = new double[500];
        long[] whole = new long[500];
        uniforms.fill(1, from, 500, uniform);
        uniforms.fillWhole(1, from, 500, whole);
        for (int i = 0; i < whole.length; i++) {
            assertThat(whole[i]).isEqualTo((long) (uniform[i] * 0x1p52));
        }
    }
}
