package nl.mkba.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.problem.Spelling;
import org.jspecify.annotations.Nullable;

/** Reads formulas by recursive descent: sum, product, sign, value. */
final class ExpressionParser {

    /** Longer formulas are refused: no person reads them, and a recursive walk must end. */
    private static final int MOST_NODES = 1_000;

    private static final int DEEPEST = 100;

    private static final Pattern NUMBER = Pattern.compile("(\\d+(\\.\\d+)?|\\.\\d+)([eE][+-]?\\d+)?");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern THOUSANDS_WITH_POINTS = Pattern.compile("\\d{1,3}(\\.\\d{3}){2,}");
    private static final Pattern THOUSANDS_WITH_SPACES =
            Pattern.compile("\\d{1,3}([ \u00a0\u2009\u202f']\\d{3})+(?!\\d)");
    private static final Pattern THOUSANDS_WITH_COMMAS = Pattern.compile("\\d{1,3}(,\\d{3}){2,}(?!\\d)");
    private static final Pattern PERHAPS_THOUSANDS = Pattern.compile("(?<![\\w.])[1-9]\\d*\\.\\d\\d0(?![\\w.%])");
    private static final Pattern DECIMAL_COMMA = Pattern.compile("[\\d.]*\\d,\\d+");

    private final String text;
    private int position;
    private int nodes;
    private int depth;

    ExpressionParser(String text) {
        this.text = text;
    }

    static List<String> perhapsThousands(String text) {
        if (text.indexOf('.') < 0) {
            return List.of();
        }
        List<String> found = new ArrayList<>();
        Matcher matcher = PERHAPS_THOUSANDS.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }

    Node parse() {
        if (text.isBlank()) {
            throw refused(ProblemCode.NOT_A_NUMBER, text);
        }
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
            Node negation = counted(new Node.Negation(sign()));
            depth--;
            return negation;
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
        Matcher thousands = digits.indexOf('.') < 0 ? null : at(THOUSANDS_WITH_POINTS);
        if (thousands != null) {
            throw refused(
                    ProblemCode.THOUSANDS_SEPARATOR,
                    thousands.group(),
                    thousands.group().replace(".", ""));
        }
        position += digits.length();
        if (position < text.length() && text.charAt(position) == '_') {
            throw refused(
                    ProblemCode.THOUSANDS_SEPARATOR, text.strip(), text.strip().replace("_", ""));
        }
        double value = Double.parseDouble(digits);
        if (!Double.isFinite(value)) {
            throw refused(ProblemCode.NOT_FINITE, digits);
        }
        if (take('%')) {
            value = value / 100;
        }
        return counted(new Node.Number(value));
    }

    private Node call(String name) {
        Function function = Function.named(name).orElse(null);
        if (function == null) {
            Problem unknown = Problem.of(ProblemCode.UNKNOWN_FUNCTION, Problem.NO_PATH, name);
            List<String> names = new ArrayList<>();
            for (Function known : Function.values()) {
                names.add(known.id());
            }
            throw new InvalidScenarioException(unknown.suggesting(Spelling.nearest(name, names)));
        }
        expect('(');
        enter();
        List<Node> arguments = new ArrayList<>();
        do {
            arguments.add(sum());
        } while (take(','));
        expect(')');
        depth--;
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
        Matcher matcher = form.matcher(text).region(position, text.length());
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

    /** What has that form and ends at this position or stands around it. */
    private @Nullable String around(Pattern form) {
        Matcher matcher = form.matcher(text);
        while (matcher.find()) {
            if (matcher.start() <= position && position <= matcher.end()) {
                return matcher.group();
            }
        }
        return null;
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
        for (Pattern separated : List.of(THOUSANDS_WITH_SPACES, THOUSANDS_WITH_COMMAS)) {
            String number = around(separated);
            if (number != null) {
                return refused(ProblemCode.THOUSANDS_SEPARATOR, number, number.replaceAll("\\D", ""));
            }
        }
        if (found == ',') {
            String written = around(DECIMAL_COMMA);
            if (written != null) {
                return refused(
                        ProblemCode.DECIMAL_COMMA,
                        written,
                        written.replace(".", "").replace(',', '.'));
            }
        }
        if (found == '+') {
            return refused(ProblemCode.UNARY_PLUS, text.strip());
        }
        return refused(ProblemCode.NOT_A_NUMBER, text.strip());
    }

    private static InvalidScenarioException refused(ProblemCode code, String... arguments) {
        return new InvalidScenarioException(Problem.of(code, Problem.NO_PATH, arguments));
    }
}
