package nl.mkba.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NegligibleTest {

    @Test
    void aBillionthPartOfTheWholeCounts() {
        assertThat(Negligible.isNegligible(0.001, 1_000_000)).isFalse();
        assertThat(Negligible.isNegligible(0.00099, 1_000_000)).isTrue();
        assertThat(Negligible.isNegligible(-0.00099, 3, -1_000_000)).isTrue();
        assertThat(Negligible.isNegligible(-0.002, 3, -1_000_000)).isFalse();
    }

    @Test
    void nothingIsNegligibleWhateverTheWhole() {
        assertThat(Negligible.isNegligible(0)).isTrue();
        assertThat(Negligible.isNegligible(-0.0, 0)).isTrue();
        assertThat(Negligible.isNegligible(1e-30, 0)).isFalse();
        assertThat(Negligible.isNegligible(9.31e-10, 1)).isTrue();
    }
}
