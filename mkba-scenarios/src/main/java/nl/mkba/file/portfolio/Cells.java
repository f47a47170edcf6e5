package nl.mkba.file.portfolio;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.function.Predicate;
import nl.mkba.engine.input.WrittenNumber;
import nl.mkba.engine.number.CheckedNumber;
import nl.mkba.engine.spelling.Blanks;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;

/** Numbers in cells: where the cell is a text, read as every other number ({@link WrittenNumber}). */
final class Cells {

    /** Decimal digits that every number keeps, and those that tell it from every other. */
    private static final int LEAST_DIGITS = 15;

    private static final int MOST_DIGITS = 17;
    private static final int LEAST_DIGITS_OF_SINGLE = 6;
    private static final int MOST_DIGITS_OF_SINGLE = 9;

    /** Whole numbers below this are all their own digits. */
    private static final double PLAIN = 1e15;

    /** Between these a number is written without an exponent. */
    private static final double SMALLEST_PLAIN = 1e-7;

    private static final double LARGEST_PLAIN = 1e21;

    private Cells() {}

    /**
     * The number in a cell.
     *
     * @throws InvalidScenarioException if there is none; the problem has no path
     */
    static double number(String text) {
        if (text.isEmpty()) {
            throw new InvalidScenarioException(Problem.of(ProblemCode.EMPTY_CELL, Problem.NO_PATH));
        }
        return WrittenNumber.value(text);
    }

    /** The text with plain spaces for those that only look like them. */
    static String withPlainBlanks(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != ' ' && Blanks.isBlank(text.charAt(i))) {
                StringBuilder plain = new StringBuilder(text);
                for (int j = i; j < plain.length(); j++) {
                    if (Blanks.isBlank(plain.charAt(j))) {
                        plain.setCharAt(j, ' ');
                    }
                }
                return plain.toString();
            }
        }
        return text;
    }

    /** The text of a number: all its digits, and no more than tell it from every other. An id is not rounded. */
    static String text(double number) {
        return text(number, LEAST_DIGITS, MOST_DIGITS, decimal -> decimal.doubleValue() == number);
    }

    /** The same of a number in single precision. */
    static String textOfSingle(double number) {
        return text(number, LEAST_DIGITS_OF_SINGLE, MOST_DIGITS_OF_SINGLE, decimal -> decimal.floatValue() == number);
    }

    private static String text(double number, int least, int most, Predicate<BigDecimal> isSame) {
        double size = Math.abs(number);
        if (number == Math.rint(number) && size < PLAIN) {
            return Long.toString((long) number);
        }
        if (!(size >= SMALLEST_PLAIN && size < LARGEST_PLAIN)) {
            return Double.toString(number);
        }
        BigDecimal exact = new BigDecimal(number);
        BigDecimal shown = exact.round(new MathContext(least));
        for (int digits = least + 1; digits <= most && !isSame.test(shown); digits++) {
            shown = exact.round(new MathContext(digits));
        }
        return shown.stripTrailingZeros().toPlainString();
    }

    /** The number, unless it is too large or too close to 0 to be one, or is none. */
    static double held(double number, String text) {
        Optional<Problem> refusal = CheckedNumber.refusal(number, text);
        if (refusal.isPresent()) {
            throw new InvalidScenarioException(refusal.get());
        }
        return number == 0 ? 0.0 : number;
    }
}
