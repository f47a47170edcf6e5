package nl.mkba.appraisal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import javax.money.Monetary;
import javax.money.MonetaryAmount;
import javax.money.MonetaryAmountFactory;
import javax.money.MonetaryAmountFactoryQuery;
import javax.money.MonetaryAmountFactoryQueryBuilder;
import javax.money.MonetaryContextBuilder;

/**
 * An amount of money in a result: not rounded, in constant prices of the scenario's price level.
 *
 * @param value the amount; finite, never negative zero
 * @param currency ISO 4217 code
 */
public record Amount(double value, String currency) {

    /**
     * An amount; a negative zero becomes 0.
     *
     * @param value see {@link #value()}
     * @param currency see {@link #currency()}
     * @throws IllegalArgumentException if the value is not finite
     */
    public Amount {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("The value (" + value + ") must be finite");
        }
        value = value == 0 ? 0.0 : value;
    }

    /**
     * {@return the same amount for calculations with {@code javax.money}, exact, with 34 digits of precision} The
     * implementation is the one that is found at run time: Moneta, unless a program brings another.
     *
     * @throws javax.money.MonetaryException if there is no implementation that keeps 34 digits, or it does not know the currency
     */
    public MonetaryAmount money() {
        MonetaryAmountFactory<?> factory = Monetary.getAmountFactory(Precise.AMOUNT);
        return factory.setContext(MonetaryContextBuilder.of(factory.getAmountType())
                        .setPrecision(Precise.DIGITS)
                        .set(RoundingMode.HALF_EVEN)
                        .build())
                .setCurrency(currency)
                .setNumber(new BigDecimal(value))
                .create();
    }

    /** Of its own, so that whoever never asks for money loads none of its classes. */
    private static final class Precise {
        static final int DIGITS = 34;
        static final MonetaryAmountFactoryQuery AMOUNT = MonetaryAmountFactoryQueryBuilder.of()
                .setPrecision(DIGITS)
                .set(RoundingMode.HALF_EVEN)
                .build();
    }
}
