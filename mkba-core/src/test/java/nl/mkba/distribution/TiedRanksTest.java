package nl.mkba.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TiedRanksTest {

    private static final Distribution CONTINUOUS = new Uniform(0, 1);

    private static Discrete coin(double chance) {
        return new Discrete(List.of(0.0, 1.0), List.of(1 - chance, chance));
    }

    /**
     * Drawn in the same order, a number and whether it is above its median: mean ranks ¼ and ¾ against u have covariance
     * ½ (¾ − ¼) (¾ − ½)/… = 1/16, variances 1/12 and (1 − 2/8)/12 = 1/16: 1/16 · √(12 · 16) = √¾ = 0.8660254.
     */
    @Test
    void aCoinFollowsANumberAsFarAsItsTwoRanksGo() {
        assertThat(TiedRanks.spearman(CONTINUOUS, coin(0.5), 1)).isCloseTo(Math.sqrt(0.75), within(1e-12));
        assertThat(TiedRanks.spearman(coin(0.5), CONTINUOUS, -1)).isCloseTo(-Math.sqrt(0.75), within(1e-12));
        // Comonotone, with chance p of the upper value: √(1 − p³ − (1 − p)³) = √(3 p (1 − p)).
        assertThat(TiedRanks.spearman(coin(0.01), CONTINUOUS, 1)).isCloseTo(Math.sqrt(3 * 0.01 * 0.99), within(1e-9));
    }

    /** P(Z₁ > 0, Z₂ > 0) − ¼ = asin ρ/2π with ρ = 2 sin(π · 0.5/6) = 0.5176381: 0.0865853, of at most ¼. */
    @Test
    void twoCoins() {
        double normal = 2 * Math.sin(Math.PI * 0.5 / 6);
        assertThat(TiedRanks.spearman(coin(0.5), coin(0.5), 0.5))
                .isCloseTo(Math.asin(normal) / (2 * Math.PI) * 4, within(1e-12));
        // The arcsine near 1 has half the digits.
        assertThat(TiedRanks.spearman(coin(0.5), coin(0.5), 1)).isCloseTo(1, within(1e-7));
        assertThat(TiedRanks.spearman(coin(0.5), coin(0.5), 0)).isZero();
    }

    @Test
    void manyValuesComeNearToContinuity() {
        List<Double> values = IntStream.range(0, 1000).mapToObj(i -> (double) i).toList();
        assertThat(TiedRanks.spearman(new Empirical(values), CONTINUOUS, 0.7)).isCloseTo(0.7, within(1e-4));
        assertThat(TiedRanks.spearman(new Empirical(values), new Discrete(values, null), -0.7))
                .isCloseTo(-0.7, within(1e-4));
        assertThat(TiedRanks.spearman(CONTINUOUS, CONTINUOUS, 0.7)).isEqualTo(0.7);
    }

    @Test
    void oneValueGoesAlongWithNothing() {
        assertThat(TiedRanks.spearman(new Discrete(List.of(3.0, 3.0), null), CONTINUOUS, 0.9))
                .isZero();
    }
}
