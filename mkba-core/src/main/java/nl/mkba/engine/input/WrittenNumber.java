package nl.mkba.engine.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.mkba.engine.number.CheckedNumber;
import nl.mkba.expression.Expression;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;

/**
 * A number or percentage as a person writes it, wherever that is: behind a key of a scenario, behind an option, in the cell of
 * a table. All ways in read the same texts as the same numbers, refuse the same ones in the same words, and warn of the same
 * ones.
 *
 * @param text as it was written, without blanks around it
 * @param value the double nearest to the decimal number that is written; 0 has no sign
 */
public record WrittenNumber(String text, double value) {

    /** Longer texts are not a whole number that fits. */
    private static final int MOST_DIGITS = 19;

    /** A whole number of this many digits is a double as it is. */
    private static final int MOST_EXACT_DIGITS = 15;

    /** Powers of ten, each of which is a double as it is. */
    private static final long[] TENS = new long[MOST_DIGITS];

    static {
        TENS[0] = 1;
        for (int i = 1; i < TENS.length; i++) {
            TENS[i] = 10 * TENS[i - 1];
        }
    }

    /** Bits of a double's fraction, and the value of the bit before it. */
    private static final int FRACTION = 52;

    private static final long IMPLICIT = 1L << FRACTION;

    /** What ends a number that was perhaps meant as thousands: a point, and digits of which the last is 0. */
    private static final int DECIMALS = 3;

    /**
     * {@return the number that a text says}
     *
     * @param text as a person wrote it
     * @throws InvalidScenarioException if the text is not a number or percentage, or a formula; the problem has no path
     */
    public static WrittenNumber parse(String text) {
        // A text too long for a formula is not a number either.
        OptionalDouble number = text.length() > CheckedNumber.LONGEST
                ? OptionalDouble.empty()
                : Expression.parse(text).number();
        if (number.isEmpty()) {
            throw new InvalidScenarioException(
                    Problem.of(ProblemCode.NOT_A_NUMBER, Problem.NO_PATH, Problem.shown(text)));
        }
        return new WrittenNumber(text.strip(), number.getAsDouble());
    }

    /**
     * {@return the number, for tables of very many: the shortest way to what {@link #parse} gives}
     *
     * @param text as a person wrote it, without blanks around it
     * @throws InvalidScenarioException as {@link #parse}
     */
    public static double value(String text) {
        double plain = plain(text);
        if (!Double.isNaN(plain)) {
            return plain;
        }
        if (isDecimal(text)) {
            double value = Double.parseDouble(text);
            double size = Math.abs(value);
            if (size >= Double.MIN_NORMAL && size <= Double.MAX_VALUE) {
                return value;
            }
        }
        return parse(text).value();
    }

    /**
     * The number in a text of at most 18 digits, with at most a minus before and a point between them; NaN for any other text, and
     * for a few of these. Of up to 15 digits these without the point and the power of ten are doubles as they are, so that their
     * quotient is the nearest one to the number (W. Clinger, <i>How to read floating point numbers accurately</i>, 1990).
     */
    private static double plain(String text) {
        int length = text.length();
        int start = length > 0 && text.charAt(0) == '-' ? 1 : 0;
        int point = length;
        if (length == start || length - start > MOST_DIGITS) {
            return Double.NaN;
        }
        long digits = 0;
        for (int i = start; i < length; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits = 10 * digits + (c - '0');
            } else if (c == '.' && point == length && i + 1 < length) {
                point = i;
            } else {
                return Double.NaN;
            }
        }
        if (digits == 0) {
            return 0.0;
        }
        int decimals = Math.max(0, length - point - 1);
        double size =
                length - start <= MOST_EXACT_DIGITS ? digits / (double) TENS[decimals] : nearest(digits, decimals);
        return start == 1 ? -size : size;
    }

    /**
     * The double nearest to a number, of which the quotient of the nearest doubles is at most a few steps away; NaN where that is not
     * certain.
     *
     * @param digits the digits without the point, at most 18 of them if there are decimals
     */
    private static double nearest(long digits, int decimals) {
        long ten = TENS[decimals];
        double near = (double) digits / ten;
        int shift = FRACTION - Math.getExponent(near);
        if (decimals == 0 || shift <= 0 || shift >= Long.SIZE - 1) {
            return Double.NaN;
        }
        long steps = IMPLICIT | (Double.doubleToRawLongBits(near) & (IMPLICIT - 1));
        // How far digits / ten is beyond steps / 2^shift. Both products are too large for a long, their difference is
        // not.
        long beyond = (digits << shift) - steps * ten;
        if (2 * beyond > ten) {
            steps++;
            beyond -= ten;
        } else if (2 * beyond < -ten) {
            steps--;
            beyond += ten;
        }
        boolean isNearest = 2 * Math.abs(beyond) < ten && steps > IMPLICIT && steps < 2 * IMPLICIT;
        return isNearest ? (double) steps / (1L << shift) : Double.NaN;
    }

    /**
     * {@return the number in a text with a decimal comma, in which points between groups of three digits separate thousands: {@code
     * 1.234,5}}
     *
     * @param text as a person wrote it, without blanks around it
     * @throws InvalidScenarioException as {@link #parse}, or if a point stands elsewhere
     */
    public static double valueWithDecimalComma(String text) {
        if (text.indexOf('.') < 0 && (text.indexOf(',') < 0 || isDecimal(text, ','))) {
            return value(text.replace(',', '.'));
        }
        if (DecimalComma.NUMBER.matcher(text).matches()) {
            return value(text.replace(".", "").replace(',', '.'));
        }
        if (text.indexOf(',') < 0 && DecimalComma.WITH_POINT.matcher(text).matches()) {
            throw new InvalidScenarioException(
                    Problem.of(ProblemCode.DECIMAL_POINT, Problem.NO_PATH, Problem.shown(text)));
        }
        Matcher parentheses = DecimalComma.IN_PARENTHESES.matcher(text);
        if (parentheses.matches()) {
            String number = parentheses.group(1);
            throw new InvalidScenarioException(Problem.of(
                    ProblemCode.NUMBER_IN_PARENTHESES, Problem.NO_PATH, Problem.shown(text), "-" + number, number));
        }
        double value;
        try {
            value = parse(text).value();
        } catch (InvalidScenarioException e) {
            throw new InvalidScenarioException(
                    DecimalComma.refusal(text, e.problems().get(0)));
        }
        throw new InvalidScenarioException(Problem.of(
                ProblemCode.NOT_A_NUMBER,
                Problem.NO_PATH,
                Problem.shown(text),
                DecimalComma.hint(Double.toString(value))));
    }

    /** Known with the first table that has decimal commas. */
    private static final class DecimalComma {
        private static final String END = "([eE][+-]?\\d+)?\\s*%?";
        private static final String SIZE = "(\\d*,\\d+|[1-9]\\d{0,2}(\\.\\d{3})+(,\\d+)?)";
        static final Pattern NUMBER = Pattern.compile("-?" + SIZE + END);
        static final Pattern IN_PARENTHESES = Pattern.compile("\\(\\s*(" + SIZE + END + ")\\s*\\)");
        static final Pattern WITH_POINT = Pattern.compile("-?\\d*\\.\\d+(\\.\\d+)*" + END);

        /** What is wrong with a text, as it is of one with a decimal point, but with hints that are read here. */
        static Problem refusal(String text, Problem withPoint) {
            if (withPoint.code() == ProblemCode.DECIMAL_COMMA || withPoint.code() == ProblemCode.UNCLEAR_COMMA) {
                return Problem.of(ProblemCode.NOT_A_NUMBER, Problem.NO_PATH, Problem.shown(text));
            }
            List<String> arguments = new ArrayList<>(withPoint.arguments());
            for (int i = 1; i < arguments.size(); i++) {
                arguments.set(i, hint(arguments.get(i)));
            }
            return new Problem(
                    withPoint.code(),
                    withPoint.path(),
                    withPoint.atKey(),
                    arguments,
                    withPoint.suggestions().stream().map(DecimalComma::hint).toList(),
                    withPoint.location());
        }

        /** A number with its decimal point as a comma; another text as it is. */
        static String hint(String text) {
            return PLAIN.matcher(text).matches() ? text.replace('.', ',') : text;
        }

        private static final Pattern PLAIN = Pattern.compile("-?\\d*\\.\\d+" + END);
    }

    /** Whether the text is digits with at most a minus before and a point between them: what most numbers are. */
    private static boolean isDecimal(String text) {
        return isDecimal(text, '.');
    }

    private static boolean isDecimal(String text, char mark) {
        boolean hasPoint = false;
        int start = text.startsWith("-") ? 1 : 0;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == mark && !hasPoint && i + 1 < text.length()) {
                hasPoint = true;
            } else if (c < '0' || c > '9') {
                return false;
            }
        }
        return text.length() > start;
    }

    /**
     * {@return warnings about what in a formula may have been meant otherwise, without paths: a point that may separate thousands, a
     * comma that may be a decimal one}
     *
     * @param expression as it was written
     */
    public static List<Problem> doubts(Expression expression) {
        List<String> thousands = expression.perhapsThousands();
        List<String> decimals = expression.perhapsDecimals();
        if (thousands.isEmpty() && decimals.isEmpty()) {
            return List.of();
        }
        List<Problem> doubts = new ArrayList<>();
        for (String number : thousands) {
            doubts.add(Problem.of(ProblemCode.PERHAPS_THOUSANDS, Problem.NO_PATH, number));
        }
        for (String number : decimals) {
            doubts.add(Problem.of(
                    ProblemCode.PERHAPS_DECIMALS,
                    Problem.NO_PATH,
                    number,
                    number.replace(',', '.'),
                    number.replace(",", ", ")));
        }
        return doubts;
    }

    /**
     * {@return the number, if it was perhaps meant as thousands: 1 or more, with a point and exactly three digits of which the last is
     * 0, such as {@code 9.000}; without its sign, and empty for other numbers and for texts that are none}
     *
     * @param text as a person wrote it, without blanks around it
     */
    public static Optional<String> perhapsThousands(String text) {
        int point = text.length() - DECIMALS - 1;
        if (point <= 0 || text.charAt(point) != '.' || text.charAt(text.length() - 1) != '0') {
            return Optional.empty();
        }
        String size = text.startsWith("-") ? text.substring(1).stripLeading() : text;
        return CheckedNumber.perhapsThousands(size).contains(size) ? Optional.of(size) : Optional.empty();
    }

    /**
     * The number, if it was perhaps meant as a percentage where a rate or a share is asked for: 1 or more without a percent sign, such
     * as {@code 3}, which is 300%. Empty for other numbers, for formulas, and for texts that are none.
     *
     * @param text as a person wrote it
     * @return the number as it was written, and what it is in percent
     */
    public static Optional<List<String>> perhapsPercentage(String text) {
        String number = text.strip();
        if (number.isEmpty() || number.startsWith("-") || !isDecimal(number)) {
            return Optional.empty();
        }
        double value = Double.parseDouble(number);
        return value >= 1 && Double.isFinite(100 * value)
                ? Optional.of(List.of(number, Problem.number(100 * value)))
                : Optional.empty();
    }

    /** {@return whether it was written as a percentage, which no amount is} */
    public boolean isPercentage() {
        return text.endsWith("%");
    }

    /** {@return the number if it is whole and fits, digit by digit where it has more of them than a double; no percentage counts anything} */
    public OptionalLong whole() {
        if (isPercentage() || value != Math.rint(value) || Math.abs(value) > 0x1p63) {
            return OptionalLong.empty();
        }
        if (isDecimal(text) && text.indexOf('.') < 0 && text.length() <= MOST_DIGITS + 1) {
            try {
                return OptionalLong.of(Long.parseLong(text));
            } catch (NumberFormatException e) {
                return OptionalLong.empty();
            }
        }
        return Math.abs(value) < 0x1p63 ? OptionalLong.of((long) value) : OptionalLong.empty();
    }
}
