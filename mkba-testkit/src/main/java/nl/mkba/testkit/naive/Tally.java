package nl.mkba.testkit.naive;

import java.math.BigDecimal;

/**
 * A sum, with the sum of the absolute amounts it is made of: the size against which rounding errors are judged.
 *
 * @param value the sum
 * @param size the sum of the absolute amounts
 */
public record Tally(BigDecimal value, BigDecimal size) {

    /** Nothing added up yet. */
    public static final Tally NOTHING = new Tally(Decimals.ZERO, Decimals.ZERO);

    Tally plus(BigDecimal amount) {
        return new Tally(Decimals.plus(value, amount), Decimals.plus(size, amount.abs()));
    }

    Tally plus(Tally other) {
        return new Tally(Decimals.plus(value, other.value), Decimals.plus(size, other.size));
    }

    Tally minus(Tally other) {
        return plus(other.times(BigDecimal.ONE.negate()));
    }

    Tally times(BigDecimal factor) {
        return new Tally(Decimals.times(value, factor), Decimals.times(size, factor.abs()));
    }

    /** The value, or 0 if it is less than 1e-12 of the size: the rule for yearly and cumulative nets. */
    Tally cleared() {
        boolean nothing = value.abs().compareTo(size.scaleByPowerOfTen(-12)) < 0;
        return nothing ? new Tally(Decimals.ZERO, size) : this;
    }
}
