package nl.mkba.file.yaml;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.mkba.problem.Location;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * What somebody probably did wrong where a file cannot be read any further, found by looking at the line as a person would: a
 * text with a colon that needs quotes, a space left out behind a colon, quotation marks from a word processor. The parser only
 * knows what it had expected, and often stumbles a line later.
 */
final class WrittenMistake {

    private static final Pattern KEY_AND_VALUE = Pattern.compile("(\\s*(?:- +)?)([\\w]+)(\\s*:\\s+)(\\S.*?)\\s*");
    private static final Pattern NO_SPACE = Pattern.compile("(\\s*(?:- +)?)([A-Za-z_]\\w*):(\\S.*?)\\s*");
    private static final Pattern NO_COLON =
            Pattern.compile("(\\s*(?:- +)?)([A-Za-z_]\\w*)(?:\\s*=\\s*|\\s+)(\\S.*?)\\s*");
    private static final Pattern EQUALS = Pattern.compile("(\\s*(?:- +)?)([A-Za-z_]\\w*)\\s*=\\s*(\\S.*?)\\s*");
    private static final Pattern BLOCK_MARK = Pattern.compile("[>|](?![-+]?\\d?[-+]?\\s*(#.*)?$).*");
    private static final Pattern KEY_ALONE = Pattern.compile("(\\s*(?:- +)?)([A-Za-z_]\\w*)\\s*");
    private static final Pattern FORM = Pattern.compile("[a-z_]+: *[\\[{].*[\\]}]");
    private static final Pattern DIVISION = Pattern.compile("[\\w.]+ : [\\w.]+");
    private static final Pattern IN_BRACES =
            Pattern.compile("(?<=[{,])\\s*[\\w]+: +(?<text>[^\"'{\\[,}]*?: [^,}\\]]*)");

    /** In braces a question mark ends a text that has no quotes. */
    private static final Pattern QUESTION_IN_BRACES =
            Pattern.compile("(?<=[{,\\[])\\s*(?:[\\w]+: +)?(?<text>[^\"'{\\[,}\\]\\s?][^\"{\\[,}\\]]*\\?[^,}\\]]*)");

    /** In braces these characters cannot begin a text that has no quotes. */
    private static final Pattern BEGIN_IN_BRACES =
            Pattern.compile("(?<=[{,\\[])\\s*(?:[\\w]+: +)?(?<text>[%@`|>&*!][^\"'{\\[,}\\]]*)");

    /** Words such as {@code 's} and {@code 't}, whose apostrophe opens a text in quotation marks that no other mark closes on its line. */
    private static final Pattern APOSTROPHE =
            Pattern.compile("(?:: +|[{\\[,] *|- +)(?<text>'[A-Za-z]\\b[^',}\\]]*)(?:[,}\\]][^']*)?");

    private static final Pattern NO_COMMA = Pattern.compile("(?<before>[\\w%]) +(?<key>[a-z_]\\w*): ");
    private static final Pattern NO_COMMA_IN_QUOTES = Pattern.compile("(\"[^\"]*\" +|\\d +)(\"\\w+\"):");
    private static final Pattern SEMICOLON = Pattern.compile("; *[\\w]+: ");
    private static final Pattern QUOTED_AND_MORE = Pattern.compile("([\"'])(?:(?!\\1).)*\\1\\s*[^\\s#,}\\]].*");
    private static final String SMART_QUOTES = "\u201c\u201d\u201e\u2018\u2019\u201a\u00ab\u00bb";
    private static final String WIDE_BLANKS = "\u00a0\u2007\u202f\u3000";

    private final String file;
    private final String[] lines;

    WrittenMistake(String file, String text) {
        this.file = file;
        this.lines = text.split("\r\n|\r|\n", -1);
    }

    /**
     * The problem in the author's terms, or null where the general one says as much.
     *
     * @param word what the parser stumbled over
     * @param place where, or where what it was reading began
     */
    @Nullable
    Problem at(String word, Location place) {
        int number = place.line();
        Problem apostrophe = apostrophe(number);
        if (apostrophe != null) {
            return apostrophe;
        }
        return switch (word) {
            case "syntax_colon" -> colon(number);
            case "syntax_no_colon" -> noColon(number);
            case "syntax_bracket", "syntax_closing" -> inBraces(number);
            case "syntax_character", "syntax_dash", "syntax_other" -> begin(word, number);
            case "syntax_indent" -> indentation(number);
            case "syntax_quote" -> quote(number);
            default -> null;
        };
    }

    private String line(int number) {
        return number >= 1 && number <= lines.length ? lines[number - 1] : "";
    }

    private int before(int number) {
        int other = number - 1;
        while (other > 1 && (line(other).isBlank() || line(other).strip().startsWith("#"))) {
            other--;
        }
        return other;
    }

    /** Two colons on a line, or a line that stands deeper than the value above it. */
    private @Nullable Problem colon(int number) {
        String line = line(number);
        Problem typed = typed(number);
        if (typed != null) {
            return typed;
        }
        Matcher two = KEY_AND_VALUE.matcher(line);
        if (two.matches()
                && two.group(4).contains(": ")
                && "\"'{[".indexOf(two.group(4).charAt(0)) < 0) {
            String value = two.group(4);
            int column = two.start(4) + 1;
            if (FORM.matcher(value).matches()) {
                return problem("syntax_form", number, column, two.group(2) + ": {" + value + "}");
            }
            if (DIVISION.matcher(value).matches()) {
                return problem("syntax_division", number, column, two.group(2) + ": " + value.replace(" : ", " / "));
            }
            return problem("syntax_text_colon", number, column, two.group(2) + ": " + quoted(value));
        }
        Matcher equals = EQUALS.matcher(line);
        if (equals.matches()) {
            return problem("syntax_add_colon", number, equals.start(2) + 1, equals.group(2) + ": " + equals.group(3));
        }
        int above = before(number);
        if (above >= 1 && above < number) {
            Problem typedAbove = typed(above);
            if (typedAbove != null) {
                return typedAbove;
            }
            if (indent(line) == indent(line(above))
                    && KEY_ALONE.matcher(line(above)).matches()) {
                return missingColon(above);
            }
            if (indent(line) > indent(line(above))) {
                return problem("syntax_deeper", number, indent(line) + 1, Integer.toString(indent(line(above))));
            }
        }
        return null;
    }

    private @Nullable Problem noColon(int number) {
        Problem missing = missingColon(number);
        return missing == null ? missingColon(before(number)) : missing;
    }

    private @Nullable Problem missingColon(int number) {
        String line = line(number);
        Problem typed = typed(number);
        if (typed != null || line.isBlank()) {
            return typed;
        }
        Matcher noSpace = NO_SPACE.matcher(line);
        if (noSpace.matches()) {
            return problem("syntax_no_space", number, noSpace.start(2) + 1, noSpace.group(2) + ": " + noSpace.group(3));
        }
        if (line.contains(": ") || line.strip().endsWith(":")) {
            return null;
        }
        if (line.indexOf('\uff1a') >= 0) {
            return problem("syntax_wide_colon", number, line.indexOf('\uff1a') + 1, "\uff1a");
        }
        Matcher alone = KEY_ALONE.matcher(line);
        if (alone.matches()) {
            return problem("syntax_add_colon", number, alone.start(2) + 1, alone.group(2) + ":");
        }
        Matcher noColon = NO_COLON.matcher(line);
        return noColon.matches()
                ? problem("syntax_add_colon", number, noColon.start(2) + 1, noColon.group(2) + ": " + noColon.group(3))
                : null;
    }

    /** The parser names the place after the fault, which may be on a later line. */
    private @Nullable Problem inBraces(int number) {
        for (int at : new int[] {number, before(number)}) {
            String line = line(at);
            Problem typed = typed(at);
            if (typed != null) {
                return typed;
            }
            Matcher semicolon = SEMICOLON.matcher(line);
            if (semicolon.find()) {
                return problem(
                        "syntax_semicolon",
                        at,
                        semicolon.start() + 1,
                        semicolon.group().replace(";", ","));
            }
            Matcher text = IN_BRACES.matcher(line);
            if (text.find()) {
                String value = text.group("text").strip();
                if (NO_COMMA.matcher(value).find()) {
                    Matcher comma = NO_COMMA.matcher(line);
                    comma.region(text.start(), line.length());
                    return comma.find()
                            ? problem(
                                    "syntax_comma",
                                    at,
                                    comma.start("key") + 1,
                                    value.replaceFirst(" +(?=\\w+: )", ", "))
                            : null;
                }
                return problem("syntax_text_colon", at, text.start("text") + 1, quoted(value));
            }
            Matcher quotedKeys = NO_COMMA_IN_QUOTES.matcher(line);
            if (quotedKeys.find()) {
                return problem(
                        "syntax_comma",
                        at,
                        quotedKeys.end(1) + 1,
                        quotedKeys.group(1).strip() + ", " + quotedKeys.group(2));
            }
            Matcher question = QUESTION_IN_BRACES.matcher(line);
            if (question.find()) {
                return problem(
                        "syntax_text_question",
                        at,
                        question.start("text") + 1,
                        quoted(question.group("text").strip()));
            }
            int open = open(line);
            if (open >= 0) {
                String closing = line.charAt(open) == '{' ? "}" : "]";
                return problem("syntax_open", at, open + 1, closing);
            }
        }
        return null;
    }

    /** Where the last bracket or brace opens that the line does not close; −1 if there is none. */
    private static int open(String line) {
        int[] opened = new int[line.length()];
        int depth = 0;
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = i > 0 && " [{,".indexOf(line.charAt(i - 1)) >= 0 ? c : 0;
            } else if (c == '#' && i > 0 && line.charAt(i - 1) == ' ') {
                break;
            } else if (c == '{' || c == '[') {
                opened[depth++] = i;
            } else if ((c == '}' || c == ']') && depth > 0) {
                depth--;
            }
        }
        return depth == 0 ? -1 : opened[depth - 1];
    }

    private @Nullable Problem begin(String word, int number) {
        String line = line(number);
        if (line.strip().startsWith("```")) {
            return problem("syntax_fence", number, line.indexOf('`') + 1);
        }
        Matcher inBraces = BEGIN_IN_BRACES.matcher(line);
        if (inBraces.find()) {
            String text = inBraces.group("text").strip();
            return problem("syntax_text_begin", number, inBraces.start("text") + 1, text.substring(0, 1), quoted(text));
        }
        Matcher value = KEY_AND_VALUE.matcher(line);
        if (value.matches()
                && !value.group(4).startsWith("\"")
                && !value.group(4).startsWith("'")) {
            return problem(
                    "syntax_text_begin",
                    number,
                    value.start(4) + 1,
                    value.group(4).substring(0, 1),
                    value.group(2) + ": " + quoted(value.group(4)));
        }
        return word.equals("syntax_other") ? typed(number) : null;
    }

    private @Nullable Problem indentation(int number) {
        String line = line(number);
        Problem typed = typed(number);
        if (typed != null) {
            return typed;
        }
        String stripped = line.strip();
        if (stripped.startsWith("//")) {
            return problem("syntax_comment", number, line.indexOf("//") + 1, "#" + stripped.substring(2));
        }
        if (stripped.startsWith("- ")) {
            return problem(
                    "syntax_dash_for_key",
                    number,
                    line.indexOf('-') + 1,
                    stripped.substring(2).strip());
        }
        Matcher entry = KEY_AND_VALUE.matcher(line);
        boolean isEntry = entry.matches();
        if (isEntry && BLOCK_MARK.matcher(entry.group(4)).matches()) {
            return begin("syntax_character", number);
        }
        int above = before(number);
        Problem list = line(above).strip().startsWith("- ") && !stripped.startsWith("-")
                ? problem(
                        "syntax_dash_for_key",
                        above,
                        line(above).indexOf('-') + 1,
                        line(above).strip().substring(2).strip())
                : null;
        if (list != null && indent(line(above)) == indent(line)) {
            return list;
        }
        if (isEntry && QUOTED_AND_MORE.matcher(entry.group(4)).matches()) {
            return problem(
                    "syntax_after_quote",
                    number,
                    entry.start(4) + 1,
                    entry.group(2) + ": " + quoted(unquoted(entry.group(4))));
        }
        if (above >= 1 && indent(line) != indent(line(above))) {
            return problem(
                    "syntax_indented",
                    number,
                    indent(line) + 1,
                    Integer.toString(indent(line)),
                    Integer.toString(indent(line(above))));
        }
        return null;
    }

    /** The first text up to this line that an apostrophe begins: the parser reads on to the next mark, lines further. */
    private @Nullable Problem apostrophe(int last) {
        for (int number = 1; number <= Math.min(last, lines.length); number++) {
            String line = line(number);
            Matcher text = APOSTROPHE.matcher(line);
            if (text.find() && text.end() == line.length()) {
                boolean isInBraces = line.substring(0, text.start("text")).matches(".*[{\\[].*");
                String written = isInBraces ? text.group("text") : line.substring(text.start("text"));
                return problem("syntax_apostrophe", number, text.start("text") + 1, quoted(written.strip()));
            }
        }
        return null;
    }

    private @Nullable Problem quote(int number) {
        Matcher value = KEY_AND_VALUE.matcher(line(number));
        boolean isYear = value.matches() && value.group(4).matches("'\\d\\d");
        return isYear
                ? problem(
                        "syntax_short_year",
                        number,
                        value.start(4) + 1,
                        "20" + value.group(4).substring(1))
                : null;
    }

    /** Characters that look like others and come from a word processor or a web page. */
    private @Nullable Problem typed(int number) {
        String line = line(number);
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (WIDE_BLANKS.indexOf(c) >= 0) {
                return problem("syntax_blank", number, i + 1);
            }
            if (SMART_QUOTES.indexOf(c) >= 0 && (i == 0 || " {[,".indexOf(line.charAt(i - 1)) >= 0)) {
                return problem("syntax_smart_quote", number, i + 1, String.valueOf(c));
            }
            if ((c == '\u2013' || c == '\u2014' || c == '\u2022')
                    && line.substring(0, i).isBlank()) {
                return problem("syntax_long_dash", number, i + 1, String.valueOf(c));
            }
        }
        return null;
    }

    private static int indent(String line) {
        int indent = 0;
        while (indent < line.length() && line.charAt(indent) == ' ') {
            indent++;
        }
        return indent;
    }

    /** The text without the marks around it, if it begins and ends with the same. */
    private static String unquoted(String text) {
        boolean isAround = text.length() > 1 && text.charAt(0) == text.charAt(text.length() - 1);
        return isAround ? text.substring(1, text.length() - 1) : text;
    }

    /** The text between quotation marks that it does not have itself, as far as there are any. */
    static String quoted(String text) {
        boolean isQuoted = text.indexOf('"') >= 0;
        if (!isQuoted) {
            return '"' + text + '"';
        }
        return "'" + text.replace("'", "''") + "'";
    }

    private Problem problem(String word, int line, int column, String... details) {
        String[] arguments = new String[details.length + 1];
        arguments[0] = word;
        for (int i = 0; i < details.length; i++) {
            arguments[i + 1] = Problem.shown(details[i]);
        }
        int characters =
                line(line).codePointCount(0, Math.min(column - 1, line(line).length()));
        return Problem.of(ProblemCode.SYNTAX, Problem.NO_PATH, arguments).in(new Location(file, line, characters + 1));
    }
}
