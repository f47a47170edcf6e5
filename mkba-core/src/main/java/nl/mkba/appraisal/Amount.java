package nl.mkba.appraisal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import javax.money.MonetaryAmount;
import javax.money.MonetaryContextBuilder;
import org.javamoney.moneta.Money;

/**
 * An amount of money in a result: not rounded, in constant prices of the scenario's price level.
 *
 * @param value the amount; finite, never negative zero
 * @param currency ISO 4217 code
 */
public record Amount(double value, String currency) {

    public Amount {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("The value (" + value + ") must be finite");
        }
        value = value == 0 ? 0.0 : value;
    }

    /** The same amount for calculations with {@code javax.money}, exact, with 34 digits of precision. */
    public MonetaryAmount money() {
        return Money.of(
                new BigDecimal(value),
                currency,
                MonetaryContextBuilder.of(Money.class)
                        .setPrecision(34)
                        .set(RoundingMode.HALF_EVEN)
                        .build());
    }
}
