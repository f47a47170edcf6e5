package nl.mkba.cli.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class NumbersTest {

    private final Numbers dutch = new Numbers(Language.NL, "EUR");
    private final Numbers english = new Numbers(Language.EN, "EUR");

    @Test
    void amountsFollowTheLanguage() {
        assertThat(dutch.money(1234567.4)).isEqualTo("€ 1.234.567");
        assertThat(english.money(1234567.4)).isEqualTo("€1,234,567");
        assertThat(dutch.money(-1234)).isEqualTo("€ -1.234");
        assertThat(english.money(-1234)).isEqualTo("-€1,234");
        assertThat(new Numbers(Language.EN, "USD").money(12)).isEqualTo("USD 12");
        assertThat(new Numbers(Language.NL, "USD").money(12)).isEqualTo("USD 12");
    }

    @Test
    void roundsHalfAwayFromZeroAndNeverToMinusZero() {
        assertThat(dutch.whole(0.5)).isEqualTo("1");
        assertThat(dutch.whole(-0.5)).isEqualTo("-1");
        assertThat(dutch.whole(-0.4)).isEqualTo("0");
        assertThat(dutch.money(-0.4)).isEqualTo("€ 0");
        assertThat(dutch.ratio(1.005)).isEqualTo("1,01");
    }

    @Test
    void differencesShowTheirSign() {
        assertThat(dutch.difference(12)).isEqualTo("€ +12");
        assertThat(english.difference(12)).isEqualTo("+€12");
        assertThat(dutch.difference(-12)).isEqualTo("€ -12");
        assertThat(english.difference(0.2)).isEqualTo("€0");
    }

    @Test
    void decimalsKeepTheirZeros() {
        assertThat(dutch.decimal(0.04, 4)).isEqualTo("0,0400");
        assertThat(english.decimal(-0.05, 2)).isEqualTo("-0.05");
        assertThat(english.percentage(0.028)).isEqualTo("2.8%");
    }

    @Test
    void preciseNumbersKeepTwelveDigitsAndNoZerosAtTheEnd() {
        assertThat(dutch.precise(10156.69014084507)).isEqualTo("10.156,6901408");
        assertThat(english.precise(2500.0)).isEqualTo("2,500");
        assertThat(english.precise(0.1 + 0.2)).isEqualTo("0.3");
        assertThat(dutch.precise(1.5e-30)).isEqualTo("1,5E-30");
    }

    @Property
    void aNumberReadBackIsTheRoundedNumber(
            @ForAll @DoubleRange(min = -1e12, max = 1e12) double value, @ForAll @IntRange(max = 6) int decimals) {
        String text = english.decimal(value, decimals).replace(",", "");
        assertThat(Math.abs(Double.parseDouble(text) - value))
                .isLessThanOrEqualTo(0.5 * Math.pow(10, -decimals) + Math.abs(value) * 1e-15);
    }

    @Test
    void aRatioBelowZeroIsOnlySaidToBe() {
        Numbers numbers = new Numbers(Language.NL, "EUR");
        assertThat(numbers.perEuro(0.876)).isEqualTo("0,88");
        assertThat(numbers.perEuro(-31.61)).isEqualTo("< 0");
        // What is shown as 0.00 is not below it.
        assertThat(numbers.perEuro(-0.004)).isEqualTo("0,00");
        assertThat(numbers.perEuro(-0.006)).isEqualTo("< 0");
    }

    @Test
    void aChanceThatIsRoundedToNoneOrAllSaysSo() {
        Numbers numbers = new Numbers(Language.EN, "EUR");
        assertThat(List.of(0.0, 0.0004, 0.0005, 0.5, 0.9994, 0.9996, 1.0).stream()
                        .map(numbers::chance)
                        .toList())
                .containsExactly("0.0%", "<0.1%", "0.1%", "50.0%", "99.9%", ">99.9%", "100.0%");
        assertThat(new Numbers(Language.NL, "EUR").chance(0.9996)).isEqualTo(">99,9%");
    }
}
