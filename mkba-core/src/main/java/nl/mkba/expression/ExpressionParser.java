package nl.mkba.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.mkba.engine.number.CheckedNumber;
import nl.mkba.engine.spelling.Spelling;
import nl.mkba.expression.Expression.Function;
import nl.mkba.expression.Expression.Node;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/** Reads formulas by recursive descent: sum, product, sign, value. */
final class ExpressionParser {

    /** Longer formulas are refused: no person reads them, and a recursive walk must end. */
    private static final int MOST_NODES = 1_000;

    private static final int DEEPEST = 100;

    private static final int PERCENT_DIGITS = 2;

    /** Functions as spreadsheets call them; a condition has none. */
    private static final Map<String, String> OTHER_NAMES = Map.of(
            "maximum", "max",
            "minimum", "min",
            "wortel", "sqrt",
            "macht", "pow",
            "power", "pow",
            "log", "ln",
            "absoluut", "abs");

    private static final Set<String> CONDITIONS = Set.of("als", "if");

    private static final Pattern NUMBER = Pattern.compile("(\\d+(\\.\\d+)?|\\.\\d+)([eE][+-]?\\d+)?");
    private static final Pattern DECIMALS = Pattern.compile("(?<=\\d,)0\\d+(?![.\\d])");
    /** A number that may go on behind its comma; a letter or a point before it or behind makes it something else. */
    private static final Pattern MAYBE_DECIMAL = Pattern.compile("(?<![\\w.])\\d+,\\d+%?(?![\\w.])");

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final String text;

    /** Whether a refusal says what was probably meant. */
    private final boolean explains;

    private final List<String> doubtfulCommas = new ArrayList<>();
    private int position;
    private int nodes;
    private int depth;
    private int calls;

    ExpressionParser(String text) {
        this(text, true);
    }

    ExpressionParser(String text, boolean explains) {
        this.text = text;
        this.explains = explains;
    }

    Node parse() {
        if (text.isBlank()) {
            throw refused(ProblemCode.NOT_A_NUMBER, text.strip());
        }
        if (text.length() > CheckedNumber.LONGEST) {
            throw refused(ProblemCode.EXPRESSION_TOO_LONG, Integer.toString(MOST_NODES));
        }
        NumberForm.refuseOtherMeaning(text);
        Node node = sum();
        skipSpace();
        if (position < text.length()) {
            throw unexpected();
        }
        return node;
    }

    private Node sum() {
        Node left = product();
        while (true) {
            if (take('+')) {
                left = binary(Node.Operator.ADD, left, product());
            } else if (take('-')) {
                left = binary(Node.Operator.SUBTRACT, left, product());
            } else {
                return left;
            }
        }
    }

    private Node product() {
        Node left = sign();
        while (true) {
            if (take('*')) {
                left = binary(Node.Operator.MULTIPLY, left, sign());
            } else if (take('/')) {
                left = binary(Node.Operator.DIVIDE, left, sign());
            } else {
                return left;
            }
        }
    }

    private Node sign() {
        if (take('-')) {
            enter();
            Node operand = sign();
            depth--;
            // There is one 0: a minus before it means nothing.
            boolean isZero = operand instanceof Node.Number number && number.value() == 0;
            return isZero ? operand : counted(new Node.Negation(operand));
        }
        return value();
    }

    private Node value() {
        skipSpace();
        if (take('(')) {
            enter();
            Node inner = sum();
            expect(')');
            depth--;
            return inner;
        }
        Matcher number = at(NUMBER);
        if (number != null) {
            return number(number.group());
        }
        Matcher name = at(NAME);
        if (name != null) {
            position += name.group().length();
            skipSpace();
            return position < text.length() && text.charAt(position) == '('
                    ? call(name.group())
                    : counted(new Node.Reference(name.group()));
        }
        throw unexpected();
    }

    private Node number(String digits) {
        position += digits.length();
        boolean isPercentage = take('%');
        double value = Double.parseDouble(isPercentage ? hundredth(digits) : digits);
        Optional<Problem> refusal = CheckedNumber.refusal(value, isPercentage ? digits + "%" : digits);
        if (refusal.isPresent()) {
            throw new InvalidScenarioException(refusal.get());
        }
        return counted(new Node.Number(value));
    }

    /**
     * The decimal number that a percentage is, with its point moved: dividing the number itself by 100 would round twice, and
     * make another number of {@code 2.8%} than of {@code 0.028}.
     */
    private static String hundredth(String digits) {
        int exponent = Math.max(digits.indexOf('e'), digits.indexOf('E'));
        String mantissa = exponent < 0 ? digits : digits.substring(0, exponent);
        int point = mantissa.indexOf('.');
        String whole = "0".repeat(PERCENT_DIGITS) + (point < 0 ? mantissa : mantissa.substring(0, point));
        int moved = whole.length() - PERCENT_DIGITS;
        return whole.substring(0, moved)
                + "."
                + whole.substring(moved)
                + (point < 0 ? "" : mantissa.substring(point + 1))
                + (exponent < 0 ? "" : digits.substring(exponent));
    }

    private Node call(String name) {
        Function function = Function.named(name).orElse(null);
        if (function == null && CONDITIONS.contains(name.toLowerCase(Locale.ROOT))) {
            throw refused(ProblemCode.UNKNOWN_FUNCTION, name);
        }
        if (function == null) {
            Problem unknown = Problem.of(ProblemCode.UNKNOWN_FUNCTION, Problem.NO_PATH, name);
            List<String> names = new ArrayList<>();
            for (Function known : Function.values()) {
                names.add(known.id());
            }
            throw new InvalidScenarioException(unknown.suggesting(
                    OTHER_NAMES.getOrDefault(name.toLowerCase(Locale.ROOT), Spelling.nearest(name, names))));
        }
        expect('(');
        enter();
        calls++;
        List<Node> arguments = new ArrayList<>();
        List<Integer> commas = new ArrayList<>();
        do {
            refuseDecimals();
            arguments.add(sum());
            skipSpace();
            commas.add(position);
        } while (take(','));
        expect(')');
        calls--;
        depth--;
        commas.remove(commas.size() - 1);
        refuseMixedCommas(commas, function.takes(arguments.size()));
        if (function.takes(arguments.size() - 1)) {
            noteDoubtfulCommas(commas);
        }
        if (!function.takes(arguments.size())) {
            throw refused(
                    ProblemCode.WRONG_NUMBER_OF_ARGUMENTS, name, function.arity(), Integer.toString(arguments.size()));
        }
        return counted(new Node.Call(function, arguments));
    }

    private Node binary(Node.Operator operator, Node left, Node right) {
        return counted(new Node.Binary(operator, left, right));
    }

    private Node counted(Node node) {
        if (++nodes > MOST_NODES) {
            throw refused(ProblemCode.EXPRESSION_TOO_LONG, Integer.toString(MOST_NODES));
        }
        return node;
    }

    private void enter() {
        if (++depth > DEEPEST) {
            throw refused(ProblemCode.EXPRESSION_TOO_LONG, Integer.toString(MOST_NODES));
        }
    }

    private boolean take(char wanted) {
        skipSpace();
        if (position < text.length() && text.charAt(position) == wanted) {
            position++;
            return true;
        }
        return false;
    }

    private void expect(char wanted) {
        if (!take(wanted)) {
            throw position < text.length()
                    ? unexpected()
                    : refused(ProblemCode.EXPRESSION_ENDS_EARLY, text.strip(), String.valueOf(wanted));
        }
    }

    /** What stands at this position, if it has that form. */
    private @Nullable Matcher at(Pattern form) {
        Matcher matcher = form.matcher(text).region(position, text.length()).useTransparentBounds(true);
        return matcher.lookingAt() ? matcher : null;
    }

    /** The plain sign for a typographic one, or null. */
    private static @Nullable String plainOperator(int sign) {
        return switch (sign) {
            case '\u2212', '\u2013', '\u2014', '\u2010', '\u2011' -> "-";
            case '\u00d7', '\u22c5', '\u00b7', '\u2217' -> "*";
            case '\u00f7', '\u2215', '\u2044' -> "/";
            default -> null;
        };
    }

    private void skipSpace() {
        while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
            position++;
        }
    }

    /** Of an argument that begins with a 0 right behind the comma it is clear that it was to be the decimals of the one before. */
    private void refuseDecimals() {
        Matcher decimals = at(DECIMALS);
        if (decimals != null) {
            InvalidScenarioException form = NumberForm.refusal(text, position, false);
            String number = NumberForm.around(MAYBE_DECIMAL, text, position - 1);
            if (form == null && number != null) {
                throw refused(ProblemCode.DECIMAL_COMMA, number, number.replace(',', '.'));
            }
            throw form == null ? refused(ProblemCode.NOT_A_NUMBER, text.strip()) : form;
        }
    }

    /**
     * A comma between two digits may be a decimal one. It separates arguments where all commas of the call are written alike; it
     * is doubtful where another has a blank beside it, as in {@code max(1,5, 2)}, or where the function takes fewer arguments.
     */
    private void refuseMixedCommas(List<Integer> commas, boolean isTaken) {
        boolean isMixed = !isTaken || commas.stream().anyMatch(this::hasBlankBeside);
        for (int comma : commas) {
            String number = isMixed ? NumberForm.around(MAYBE_DECIMAL, text, comma) : null;
            if (number != null) {
                throw refused(ProblemCode.COMMA_IN_CALL, number, number.replace(',', '.'), number.replace(",", ", "));
            }
        }
    }

    /** Where the function takes an argument less too, the comma between two digits may be a decimal one all the same. */
    private void noteDoubtfulCommas(List<Integer> commas) {
        for (int comma : commas) {
            String number = NumberForm.around(MAYBE_DECIMAL, text, comma);
            if (number != null && !doubtfulCommas.contains(number)) {
                doubtfulCommas.add(number);
            }
        }
    }

    /** What was read as two arguments in a formula that was parsed, and may be a number with a decimal comma. */
    List<String> doubtfulCommas() {
        return doubtfulCommas;
    }

    private boolean hasBlankBeside(int comma) {
        return Character.isWhitespace(text.charAt(comma - 1)) || Character.isWhitespace(text.charAt(comma + 1));
    }

    /** The reason why the text cannot go on at this position, as helpfully as it can be said. */
    private InvalidScenarioException unexpected() {
        if (position >= text.length()) {
            return refused(ProblemCode.EXPRESSION_INCOMPLETE, text.strip());
        }
        int found = text.codePointAt(position);
        String plain = plainOperator(found);
        if (plain != null) {
            return refused(ProblemCode.TYPOGRAPHIC_OPERATOR, Character.toString(found), plain);
        }
        InvalidScenarioException meant = explains ? MeantExpression.refusal(text) : null;
        if (meant != null) {
            return meant;
        }
        InvalidScenarioException form = NumberForm.refusal(text, position, calls > 0);
        if (form != null) {
            return form;
        }
        if (found == '+') {
            return refused(ProblemCode.UNARY_PLUS, text.strip());
        }
        return refused(ProblemCode.NOT_A_NUMBER, text.strip());
    }

    private static InvalidScenarioException refused(ProblemCode code, String... arguments) {
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = Problem.shown(arguments[i]);
        }
        return new InvalidScenarioException(Problem.of(code, Problem.NO_PATH, arguments));
    }
}
