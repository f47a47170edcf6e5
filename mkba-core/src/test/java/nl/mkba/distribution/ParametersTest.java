package nl.mkba.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A distribution says its form and the numbers it was made with, so that nobody needs to know its class. */
class ParametersTest {

    @Test
    void numbersAreSaidByNameInTheirOrder() {
        assertThat(Distribution.uniform(-1, 3).parameters())
                .containsExactly(entry("low", List.of(-1.0)), entry("high", List.of(3.0)));
        assertThat(Distribution.pert(1, 2, 4).parameters())
                .containsExactly(entry("min", List.of(1.0)), entry("mode", List.of(2.0)), entry("max", List.of(4.0)));
        assertThat(Distribution.empirical(3, 1, 3).parameters())
                .containsExactly(entry("values", List.of(3.0, 1.0, 3.0)));
    }

    /** The two ways to say a lognormal one have the same form; their numbers tell them apart. */
    @Test
    void aLognormalOneSaysWhichWayItWasSaid() {
        assertThat(Distribution.lognormal(5, 2).parameters()).containsOnlyKeys("mean", "sd");
        assertThat(Distribution.lognormalInterval(2, 9).parameters()).containsOnlyKeys("p5", "p95");
        assertThat(Distribution.lognormal(5, 2).form())
                .isEqualTo(Distribution.lognormalInterval(2, 9).form());
    }

    @Test
    void whatWasLeftOutIsNotThere() {
        assertThat(Distribution.normal(5, 1).parameters()).containsOnlyKeys("mean", "sd");
        assertThat(Distribution.normal(5, 1, null, 8.0).parameters()).containsOnlyKeys("mean", "sd", "max");
        assertThat(Distribution.discrete(List.of(1.0, 2.0), null).parameters()).containsOnlyKeys("values");
        assertThat(Distribution.beta(2, 3, 0.5, null).parameters()).containsOnlyKeys("alpha", "beta", "min");
    }

    /** A beta variable has mean min + (max − min) α / (α + β): 0.5 + 0.5 · 2/5 = 0.7. */
    @Test
    void aBoundOfABetaDistributionMayBeLeftOut() {
        Distribution beta = Distribution.beta(2, 3, 0.5, null);
        assertThat(beta.highest()).isEqualTo(1);
        assertThat(beta.mean()).isEqualTo(0.7);
    }

    @Test
    void theNumbersCannotBeChanged() {
        assertThatThrownBy(() -> Distribution.uniform(0, 1).parameters().clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }
}
