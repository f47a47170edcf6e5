package nl.mkba.expression;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.mkba.engine.number.CheckedNumber;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * The forms in which people write numbers and a scenario does not, and what to write instead. A hint gives the number that was
 * meant; where it may be either of two, both are given.
 */
final class NumberForm {

    /** Separators between thousands, and commas; known once a formula cannot go on. */
    private static final class Separated {
        private static final String BEGIN = "(?<![\\w.,])";
        private static final String END = "([eE][+-]?\\d+)?(\\s*%)?(?!\\s?[\\w.,]*\\d)";
        static final String BLANK = "[ \u00a0\u2007\u2008\u2009\u202f'\u2019]";
        static final Pattern BLANKS = Pattern.compile(BEGIN + "\\d{1,3}(" + BLANK + "\\d{3})+([.,]\\d+)?" + END);
        static final Pattern UNDERSCORES = Pattern.compile(BEGIN + "\\d+(_+\\d+)+(\\.\\d+)?" + END);
        static final Pattern POINTS = Pattern.compile(BEGIN + "\\d{1,3}(\\.\\d{3}){2,}" + END);
        static final Pattern COMMAS = Pattern.compile(BEGIN + "\\d{1,3}((,\\d{3}){2,}(\\.\\d+)?|,\\d{3}\\.\\d+)" + END);
        static final Pattern ONE_COMMA = Pattern.compile(BEGIN + "[1-9]\\d{0,2},\\d{3}" + END);
        static final Pattern DECIMAL_COMMA = Pattern.compile(BEGIN + "(\\d{1,3}(\\.\\d{3})+|\\d*),\\d+" + END);
    }

    /** Whole texts that mean something else; known once a text may be one. */
    private static final class Whole {
        private static final String CLOCK = "([T ]\\d{1,2}:\\d{2}(:\\d{2}(\\.\\d+)?)?(Z|[+-]\\d{2}:?\\d{2})?)?";
        static final Pattern YEAR_FIRST = Pattern.compile("\\d{4}([-/.])(\\d{1,2})\\1(\\d{1,2})" + CLOCK);
        static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})" + CLOCK);
        static final Pattern MONTH =
                Pattern.compile("\\d{4}-(0[1-9]|1[0-2])|\\d{4}/0[1-9]|0[1-9]/\\d{4}|(0[1-9]|1[0-2])-\\d{4}");
        private static final String NUMBER = "(\\d[\\d.,_']*|[.,]\\d+)([eE][+-]?\\d+)?%?";
        static final Pattern RANGE = Pattern.compile(NUMBER + "-" + NUMBER);
        /** A dash is no minus; with blanks around it, it stands between two numbers. */
        static final Pattern DASHED = Pattern.compile(NUMBER + "\\s*[\u2012-\u2014]\\s*" + NUMBER);

        static final Pattern IN_PARENTHESES = Pattern.compile("\\(\\s*(" + NUMBER + ")\\s*\\)");
    }

    private NumberForm() {}

    /**
     * Refuses a whole text that means something else to people than its value as a formula: a date, a range, or a
     * negative number in accountants' parentheses.
     */
    static void refuseOtherMeaning(String text) {
        String whole = text.strip();
        if (!mayMeanOther(whole)) {
            return;
        }
        String plain = withPlainHyphens(whole);
        if (isDate(plain)) {
            throw refused(ProblemCode.DATE_AS_NUMBER, whole);
        }
        if (Whole.RANGE.matcher(plain).matches() || Whole.DASHED.matcher(whole).matches()) {
            throw refused(ProblemCode.RANGE_AS_NUMBER, whole);
        }
        Matcher parentheses = Whole.IN_PARENTHESES.matcher(whole);
        if (parentheses.matches()) {
            // What is in them may itself be in a form that is not used, and is told of first.
            Expression.parse(parentheses.group(1));
            String number = parentheses.group(1);
            String plainly = withoutDoubt(number);
            InvalidScenarioException refused =
                    refused(ProblemCode.NUMBER_IN_PARENTHESES, whole, "-" + plainly, plainly);
            if (CheckedNumber.perhapsThousands(number).isEmpty()) {
                throw refused;
            }
            throw new InvalidScenarioException(
                    refused.problems().get(0).suggesting(List.of("-" + number.replace(".", ""), "-" + plainly)));
        }
    }

    /** A quick look that ends with the first other character, so that numbers and formulas are not searched for forms. */
    private static boolean mayMeanOther(String text) {
        boolean isJoined = false;
        int points = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.') {
                points++;
            } else if (c == '-' || c == '/' || isHyphen(c)) {
                isJoined |= i > 0;
            } else if (c == '(') {
                isJoined |= i == 0;
            } else if ((c < '0' || c > '9') && ",%_'eETZ: +)".indexOf(c) < 0) {
                return false;
            }
        }
        return isJoined || points > 1;
    }

    private static boolean isHyphen(char c) {
        return (c >= '\u2010' && c <= '\u2014') || c == '\u2212';
    }

    private static String withPlainHyphens(String text) {
        StringBuilder plain = new StringBuilder(text);
        for (int i = 0; i < plain.length(); i++) {
            if (isHyphen(plain.charAt(i))) {
                plain.setCharAt(i, '-');
            }
        }
        return plain.toString();
    }

    private static boolean isDate(String text) {
        Matcher yearFirst = Whole.YEAR_FIRST.matcher(text);
        if (yearFirst.matches()) {
            return isDayAndMonth(yearFirst.group(2), yearFirst.group(3));
        }
        Matcher yearLast = Whole.YEAR_LAST.matcher(text);
        if (yearLast.matches()) {
            return isDayAndMonth(yearLast.group(1), yearLast.group(3));
        }
        return Whole.MONTH.matcher(text).matches();
    }

    /** In either order. */
    private static boolean isDayAndMonth(String one, String other) {
        int least = Math.min(Integer.parseInt(one), Integer.parseInt(other));
        int most = Math.max(Integer.parseInt(one), Integer.parseInt(other));
        return least >= 1 && least <= 12 && most <= 31;
    }

    /**
     * What is wrong with the number at or around a position where a formula cannot go on; null if no known form stands there.
     *
     * @param inCall whether a comma separates the arguments of a function there
     */
    static @Nullable InvalidScenarioException refusal(String formula, int position, boolean inCall) {
        String text = inCall ? formula.replace(',', ';') : formula;
        for (Pattern separated : List.of(Separated.BLANKS, Separated.UNDERSCORES, Separated.POINTS, Separated.COMMAS)) {
            String number = around(separated, text, position);
            if (number != null) {
                String joined = number.replaceAll("(?<=\\d)(" + Separated.BLANK + "|_+)(?=\\d)", "");
                if (separated == Separated.POINTS) {
                    joined = joined.replace(".", "");
                }
                joined = separated == Separated.COMMAS ? joined.replace(",", "") : joined.replace(',', '.');
                return refused(ProblemCode.THOUSANDS_SEPARATOR, number, withoutDoubt(joined));
            }
        }
        String unclear = around(Separated.ONE_COMMA, text, position);
        if (unclear != null) {
            return refused(
                    ProblemCode.UNCLEAR_COMMA,
                    unclear,
                    withoutDoubt(unclear.replace(',', '.')),
                    unclear.replace(",", ""));
        }
        String decimal = around(Separated.DECIMAL_COMMA, text, position);
        return decimal == null
                ? null
                : refused(
                        ProblemCode.DECIMAL_COMMA,
                        decimal,
                        withoutDoubt(decimal.replace(".", "").replace(',', '.')));
    }

    /** A number as a hint gives it: without the zeros at the end for which it would be taken for thousands. */
    private static String withoutDoubt(String number) {
        if (CheckedNumber.perhapsThousands(number).isEmpty()) {
            return number;
        }
        int end = number.length();
        while (number.charAt(end - 1) == '0' && number.charAt(end - 2) != '.') {
            end--;
        }
        return number.substring(0, end);
    }

    /** What has that form and ends at the position or stands around it; with the minus, if they are all of the text. */
    static @Nullable String around(Pattern form, String text, int position) {
        Matcher matcher = form.matcher(text);
        while (matcher.find()) {
            if (matcher.start() <= position && position <= matcher.end()) {
                boolean isNegative = text.substring(0, matcher.start()).strip().equals("-");
                return isNegative ? "-" + matcher.group() : matcher.group();
            }
        }
        return null;
    }

    private static InvalidScenarioException refused(ProblemCode code, String... arguments) {
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = Problem.shown(arguments[i]);
        }
        return new InvalidScenarioException(Problem.of(code, Problem.NO_PATH, arguments));
    }
}
