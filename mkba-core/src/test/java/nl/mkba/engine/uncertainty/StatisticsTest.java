package nl.mkba.engine.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import nl.mkba.uncertainty.Cancellation;
import nl.mkba.uncertainty.CancelledException;
import nl.mkba.uncertainty.Statistics;
import nl.mkba.uncertainty.Workers;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;
import org.junit.jupiter.api.Test;

class StatisticsTest {

    /**
     * By hand, of 1, 2, 4, 8: mean 15/4; squared differences 7.5625 + 3.0625 + 0.0625 + 18.0625 = 28.75, divided by 3 is
     * 9.583333; percentile p lies at place 3p: 5 % at 0.15, so 1.15; 50 % at 1.5, so 3; 95 % at 2.85, so 4 + 0.85 · 4.
     */
    @Test
    void statisticsOfFourNumbers() {
        Statistics statistics = ColumnStatistics.of(new double[] {8, 1, 4, 2});
        assertThat(statistics.mean()).isEqualTo(3.75);
        assertThat(statistics.sd().orElseThrow()).isCloseTo(Math.sqrt(28.75 / 3), within(1e-15));
        assertThat(statistics.standardError().orElseThrow()).isCloseTo(Math.sqrt(28.75 / 3) / 2, within(1e-15));
        assertThat(statistics.min()).isEqualTo(1);
        assertThat(statistics.max()).isEqualTo(8);
        assertThat(statistics.p5()).isCloseTo(1.15, within(1e-15));
        assertThat(statistics.p50()).isEqualTo(3);
        assertThat(statistics.p95()).isCloseTo(7.4, within(1e-14));
        assertThat(statistics.probabilityPositive()).isEqualTo(1);
    }

    /** One number has no spread to tell of; a mean it has. */
    @Test
    void oneDrawHasNoSpread() {
        Statistics one = ColumnStatistics.of(new double[] {7});
        assertThat(one.sd()).isEmpty();
        assertThat(one.standardError()).isEmpty();
        assertThat(one.probabilityStandardError()).isEmpty();
        assertThat(one.mean()).isEqualTo(7);
        assertThat(one.p5()).isEqualTo(7);
    }

    /** The same digits in a currency of any size, also where squares and sums are beyond the largest number. */
    @Property(tries = 200)
    void statisticsDoNotDependOnTheSize(@ForAll("columns") double[] column) {
        Statistics plain = ColumnStatistics.of(column);
        for (int exponent : new int[] {600, 900, -600, -800}) {
            Statistics scaled = ColumnStatistics.of(Scaling.down(column, -exponent));
            double size = Math.scalb(1.0, exponent);
            assertThat(scaled.isFinite()).isTrue();
            double largest = Math.max(Math.abs(plain.min()), Math.abs(plain.max()));
            assertThat(scaled.mean()).isCloseTo(plain.mean() * size, within(1e-12 * largest * size));
            assertThat(scaled.sd().orElseThrow() / size).isCloseTo(plain.sd().orElseThrow(), within(1e-12 * largest));
            assertThat(scaled.p5()).isCloseTo(plain.p5() * size, within(1e-12 * size * largest));
        }
    }

    /** The mean of a column alone is that of its statistics, also where the differences add up beyond the largest number. */
    @Test
    void theMeanAloneIsTheMean() {
        double[] far = {-1e308, 1.2e308, 1.2e308, 1.2e308};
        assertThat(ColumnStatistics.mean(far)).isCloseTo(6.5e307, within(1e295));
        assertThat(ColumnStatistics.mean(far))
                .isEqualTo(ColumnStatistics.of(far).mean());
        assertThat(ColumnStatistics.mean(new double[] {1, 2, 6})).isEqualTo(3);
        assertThat(ColumnStatistics.mean(new double[] {1, Double.POSITIVE_INFINITY}))
                .isInfinite();
    }

    /** Draws at ±1.7e308: their range, and a sum of two, are beyond the largest number; mean 0, sd √2 · 1.7e308 is too. */
    @Test
    void whatIsBeyondTheLargestNumberIsToldApart() {
        Statistics most = ColumnStatistics.of(new double[] {1.7e308, 1.7e308, 1.5e308});
        assertThat(most.isFinite()).isTrue();
        assertThat(most.mean()).isCloseTo(1.6333333333333333e308, within(1e295));
        assertThat(ColumnStatistics.of(new double[] {1.7e308, -1.7e308}).isFinite())
                .isFalse();
        assertThat(ColumnStatistics.of(new double[] {1, Double.POSITIVE_INFINITY})
                        .isFinite())
                .isFalse();
        assertThat(ColumnStatistics.of(new double[] {1, 2, Double.NaN}).isFinite())
                .isFalse();
    }

    @Test
    void zeroIsNotPositive() {
        assertThat(ColumnStatistics.of(new double[] {-1, 0, 0, 3}).probabilityPositive())
                .isEqualTo(0.25);
    }

    @Test
    void withoutSpreadEveryStatisticIsTheNumberItself() {
        double[] same = new double[1001];
        Arrays.fill(same, 0.1 + 0.2);
        Statistics statistics = ColumnStatistics.of(same);
        assertThat(new double[] {
                    statistics.mean(),
                    statistics.min(),
                    statistics.p5(),
                    statistics.p50(),
                    statistics.p95(),
                    statistics.max()
                })
                .containsOnly(0.1 + 0.2);
        assertThat(statistics.sd().orElseThrow()).isZero();
    }

    @Provide
    Arbitrary<double[]> columns() {
        Arbitrary<Double> ordinary = Arbitraries.doubles().between(-1e6, 1e6);
        Arbitrary<Double> tied = Arbitraries.integers().between(-3, 3).map(Integer::doubleValue);
        Arbitrary<Double> skewed = Arbitraries.doubles().between(-30, 30).map(Math::exp);
        return Arbitraries.oneOf(
                ordinary.array(double[].class).ofMinSize(2).ofMaxSize(300),
                tied.array(double[].class).ofMinSize(2).ofMaxSize(300),
                skewed.array(double[].class).ofMinSize(2).ofMaxSize(300));
    }

    @Property(tries = 500)
    void percentilesAreThoseOfTheWholeColumnSorted(@ForAll("columns") double[] column) {
        DescriptiveStatistics plain = new DescriptiveStatistics(column);
        plain.setPercentileImpl(new Percentile().withEstimationType(EstimationType.R_7));
        Statistics statistics = ColumnStatistics.of(column);
        double size = Math.max(Math.abs(plain.getMin()), Math.abs(plain.getMax()));
        assertThat(statistics.p5()).isCloseTo(plain.getPercentile(5), within(1e-12 * size));
        assertThat(statistics.p25()).isCloseTo(plain.getPercentile(25), within(1e-12 * size));
        assertThat(statistics.p50()).isCloseTo(plain.getPercentile(50), within(1e-12 * size));
        assertThat(statistics.p90()).isCloseTo(plain.getPercentile(90), within(1e-12 * size));
        assertThat(statistics.mean()).isCloseTo(plain.getMean(), within(1e-12 * size));
        assertThat(statistics.sd().orElseThrow()).isCloseTo(plain.getStandardDeviation(), within(1e-9 * size));
    }

    @Property(tries = 500)
    void rankCorrelationIsSpearmansWithTiesAtTheirAverage(@ForAll("columns") double[] column) {
        double[] other = new double[column.length];
        for (int i = 0; i < other.length; i++) {
            other[i] = Math.floor(column[i] / 7) - (i % 5);
        }
        double expected = new SpearmansCorrelation().correlation(column, other);
        double found = Ranks.spearman(Ranks.doubled(column), Ranks.doubled(other));
        if (Double.isNaN(expected)) {
            assertThat(found).isNaN();
        } else {
            assertThat(found).isCloseTo(expected, within(1e-12));
        }
    }

    /** The products add up exactly, in whichever order, so both ways give the same bits. */
    @Property(tries = 200)
    void rankCorrelationOfUniformsIsThatOfTheirRanks(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 20_000) int size, @ForAll boolean crowded) {
        SplittableRandom random = new SplittableRandom(seed);
        // Crowded numbers share their leading bits, or are the same.
        double[] uniform = random.doubles(size, Double.MIN_NORMAL, 1)
                .map(u -> crowded ? 0.5 + 0x1p-50 * Math.round(8 * u) : u)
                .toArray();
        double[] other = new double[size];
        for (int i = 0; i < size; i++) {
            other[i] = crowded ? random.nextInt(5) : uniform[i] + random.nextDouble();
        }
        int[] ranks = Ranks.doubled(other);
        double found = new RankProducts(size)
                .correlation(
                        (parameter, from, n, out) -> System.arraycopy(uniform, from, out, 0, n),
                        0,
                        ranks,
                        Ranks.squares(ranks, Cancellation.NEVER));
        double expected = Ranks.spearman(Ranks.doubled(uniform), ranks);
        assertThat(Double.doubleToLongBits(found)).isEqualTo(Double.doubleToLongBits(expected));
    }

    /** Of 2^20 numbers each pass asks 64 times, so that no stretch is longer than 2^14 numbers; then it ends where it is told to. */
    @Test
    void aLongColumnIsGivenUpHalfway() {
        double[] column = new double[1 << 20];
        for (int i = 0; i < column.length; i++) {
            column[i] = Math.sin(i);
        }
        Map<Consumer<Cancellation>, Integer> passes = Map.of(
                cancellation -> ColumnStatistics.of(column, cancellation), 3,
                cancellation -> ColumnStatistics.mean(column, cancellation), 1,
                cancellation -> Ranks.order(column, cancellation), 5,
                cancellation -> Ranks.doubled(column, cancellation), 6);
        passes.forEach((work, times) -> {
            AtomicInteger asked = new AtomicInteger();
            work.accept(asked::incrementAndGet);
            assertThat(asked.get()).isGreaterThanOrEqualTo(times * 64);
            AtomicInteger now = new AtomicInteger();
            assertThatThrownBy(() -> work.accept(() -> {
                        if (now.incrementAndGet() > 20) {
                            Workers.callerOnly().cancelledWhen(() -> true).throwIfCancelled();
                        }
                    }))
                    .isInstanceOf(CancelledException.class);
            assertThat(now.get()).isEqualTo(21);
        });
    }
}
