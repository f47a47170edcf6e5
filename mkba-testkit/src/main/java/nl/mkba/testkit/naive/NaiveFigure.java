package nl.mkba.testkit.naive;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One figure of a result.
 *
 * @param value a number, or null if the figure is a text or absent
 * @param size against which a rounding error of the number is judged
 * @param text a reason or a year, {@code absent}, or {@code unsure} where the sum of the amounts is so near the limit of
 *     a rule that rounding decides
 */
public record NaiveFigure(@Nullable BigDecimal value, BigDecimal size, String text) {

    static final NaiveFigure ABSENT = text("absent");
    static final NaiveFigure UNSURE = text("unsure");

    static NaiveFigure of(Tally tally) {
        return new NaiveFigure(tally.value(), tally.size(), "");
    }

    static NaiveFigure of(BigDecimal value, BigDecimal size) {
        return new NaiveFigure(value, size, "");
    }

    static NaiveFigure text(String text) {
        return new NaiveFigure(null, Decimals.ZERO, text);
    }

    /** {@return whether rounding decides what the figure is, so that any value is right} */
    public boolean isUnsure() {
        return text.equals("unsure");
    }
}
