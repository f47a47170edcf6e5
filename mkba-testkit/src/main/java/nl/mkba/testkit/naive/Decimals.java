package nl.mkba.testkit.naive;

import java.math.BigDecimal;
import java.math.MathContext;

/** Arithmetic with 34 digits. */
final class Decimals {

    static final MathContext DIGITS = MathContext.DECIMAL128;
    static final BigDecimal ZERO = BigDecimal.ZERO;
    static final BigDecimal ONE = BigDecimal.ONE;

    private Decimals() {}

    static BigDecimal plus(BigDecimal a, BigDecimal b) {
        return a.add(b, DIGITS);
    }

    static BigDecimal minus(BigDecimal a, BigDecimal b) {
        return a.subtract(b, DIGITS);
    }

    static BigDecimal times(BigDecimal first, BigDecimal... more) {
        BigDecimal product = first;
        for (BigDecimal factor : more) {
            product = product.multiply(factor, DIGITS);
        }
        return product;
    }

    static BigDecimal over(BigDecimal a, BigDecimal b) {
        return a.divide(b, DIGITS);
    }

    /** A whole power; 0 to the power 0 is 1. */
    static BigDecimal power(BigDecimal base, int exponent) {
        if (exponent == 0) {
            return ONE;
        }
        return exponent > 0 ? base.pow(exponent, DIGITS) : over(ONE, base.pow(-exponent, DIGITS));
    }

    /** {@code base^(halves/2)}. */
    static BigDecimal halfPower(BigDecimal base, int halves) {
        BigDecimal whole = power(base, Math.floorDiv(halves, 2));
        return Math.floorMod(halves, 2) == 0 ? whole : times(whole, base.sqrt(DIGITS));
    }

    static BigDecimal complement(BigDecimal fraction) {
        return minus(ONE, fraction);
    }

    /** Whether a series with this ratio has a sum: by less than a part of 1e-14 a year it does not fall, but for rounding. */
    static boolean falls(BigDecimal ratio) {
        return complement(ratio).compareTo(new BigDecimal("1e-14")) > 0;
    }

    static boolean isZero(BigDecimal number) {
        return number.signum() == 0;
    }
}
