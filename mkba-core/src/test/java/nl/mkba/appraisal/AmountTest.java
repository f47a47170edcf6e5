package nl.mkba.appraisal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import javax.money.MonetaryAmount;
import javax.money.MonetaryContextBuilder;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.javamoney.moneta.Money;

class AmountTest {

    /** What Moneta itself makes of a number with a context of 34 digits. */
    private static MonetaryAmount direct(double value) {
        return Money.of(
                new BigDecimal(value),
                "EUR",
                MonetaryContextBuilder.of(Money.class)
                        .setPrecision(34)
                        .set(RoundingMode.HALF_EVEN)
                        .build());
    }

    @Property
    void moneyIsTheNumberItselfWithThirtyFourDigits(@ForAll double value) {
        Assume.that(Double.isFinite(value));
        MonetaryAmount money = new Amount(value, "EUR").money();
        assertThat(money).isEqualTo(direct(value == 0 ? 0.0 : value));
        assertThat(money.getContext()).isEqualTo(direct(value).getContext());
        assertThat(money.getCurrency().getCurrencyCode()).isEqualTo("EUR");
    }

    /** A third has no end: it is cut off after 34 digits, as {@code BigDecimal} itself does. */
    @Example
    void calculationsKeepThirtyFourDigits() {
        BigDecimal third = new Amount(1, "EUR").money().divide(3).getNumber().numberValue(BigDecimal.class);
        assertThat(third)
                .isEqualByComparingTo(
                        BigDecimal.ONE.divide(new BigDecimal(3), new MathContext(34, RoundingMode.HALF_EVEN)));
    }
}
