package nl.mkba.file.yaml;

import java.util.regex.Pattern;
import org.yaml.snakeyaml.reader.StreamReader;

/** How a scalar is written so that it is read as the same text: plain if it can be, in quotation marks if it must. */
final class ScalarText {

    private static final String INDICATORS = "-?:,[]{}#&*!|>'\"%@`=<~";
    private static final Pattern NULL = Pattern.compile("null|Null|NULL|~");
    private static final Pattern NEGATIVE = Pattern.compile("-[A-Za-z0-9.(].*");
    private static final Pattern SEPARATORS_IN_FLOW = Pattern.compile(".*[,\\[\\]{}:?].*");

    private ScalarText() {}

    static String key(String text) {
        return plainOrQuoted(text, true);
    }

    static String inFlow(ScalarNode scalar) {
        return scalar.form() == ScalarNode.Form.NULL ? "null" : plainOrQuoted(scalar.text(), true);
    }

    static String inBlock(ScalarNode scalar, int indent) {
        if (scalar.form() == ScalarNode.Form.NULL) {
            return "null";
        }
        String text = scalar.text();
        return isLiteral(text) ? literal(text, indent) : plainOrQuoted(text, false);
    }

    private static String plainOrQuoted(String text, boolean inFlow) {
        if (!isOneLine(text)) {
            return doubleQuoted(text);
        }
        return isPlain(text, inFlow) ? text : "'" + text.replace("'", "''") + "'";
    }

    private static boolean isPlain(String text, boolean inFlow) {
        if (text.isEmpty() || NULL.matcher(text).matches() || !text.equals(text.strip())) {
            return false;
        }
        if (INDICATORS.indexOf(text.charAt(0)) >= 0 && !NEGATIVE.matcher(text).matches()) {
            return false;
        }
        return !text.contains(": ")
                && !text.contains(" #")
                && !text.endsWith(":")
                && !text.startsWith("...")
                && !(inFlow && SEPARATORS_IN_FLOW.matcher(text).matches());
    }

    /** Whether the text can stand in a file as it is, on one line. */
    private static boolean isOneLine(String text) {
        return text.codePoints().allMatch(ScalarText::isOrdinary);
    }

    private static boolean isOrdinary(int character) {
        boolean breaksLine = character == '\n' || character == '\r' || character == 0x85;
        boolean special = character == '\t' || character == 0x2028 || character == 0x2029 || character == 0xfeff;
        return StreamReader.isPrintable(character) && !breaksLine && !special;
    }

    /** Whether the text reads best as lines of their own. */
    private static boolean isLiteral(String text) {
        boolean ordinary = text.codePoints().allMatch(character -> character == '\n' || isOrdinary(character));
        String lines = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        return ordinary
                && lines.contains("\n")
                && !lines.startsWith("\n")
                && !lines.endsWith("\n")
                && lines.lines().noneMatch(line -> !line.equals(line.strip()));
    }

    private static String literal(String text, int indent) {
        boolean endsLine = text.endsWith("\n");
        String margin = " ".repeat(indent);
        StringBuilder literal = new StringBuilder(endsLine ? "|" : "|-");
        text.lines()
                .forEach(line -> literal.append('\n')
                        .append(line.isEmpty() ? "" : margin)
                        .append(line));
        return literal.toString();
    }

    private static String doubleQuoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '"' || character == '\\') {
                quoted.append('\\').append(character);
            } else if (character == '\n') {
                quoted.append("\\n");
            } else if (character < 0x20 || character > 0x7e) {
                quoted.append(String.format("\\u%04x", (int) character));
            } else {
                quoted.append(character);
            }
        }
        return quoted.append('"').toString();
    }
}
