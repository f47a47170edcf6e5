package nl.mkba.problem;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.mkba.engine.spelling.LookAlikes;

/** The texts of all problems in one language. Loaded with the first problem that is shown. */
final class ProblemTexts {

    private static final class Dutch {
        static final ProblemTexts TEXTS = new ProblemTexts("problems_nl.properties", true);
    }

    private static final class English {
        static final ProblemTexts TEXTS = new ProblemTexts("problems_en.properties", false);
    }

    private static final Pattern PLACE = Pattern.compile("\\{(@?)(\\d)(?:\\?([^|}]*)\\|([^}]*))?}");
    private static final Pattern DECIMAL = Pattern.compile("(?<![\\w.])(-?\\d+)\\.(\\d+)(?![\\w.])");
    private static final Pattern BETWEEN_NUMBERS = Pattern.compile("(?<=\\d), (?=-?\\d|\\w+ = )");
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\u2028\\u2029]+");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cs}]");

    /** A letter of another alphabet beside a Latin one, which it looks like. */
    private static final Pattern LOOK_ALIKE =
            Pattern.compile("(?<=[A-Za-z0-9_])[\\u0370-\\u04ff]|[\\u0370-\\u04ff](?=[A-Za-z0-9_])");

    /** Of longer texts the beginning is enough; the lists of what is known are shorter. */
    private static final int LONGEST = 600;

    private final Properties texts = new Properties();
    private final boolean decimalComma;

    private ProblemTexts(String resource, boolean decimalComma) {
        this.decimalComma = decimalComma;
        try (InputStream in = ProblemTexts.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The resource " + resource + " is missing");
            }
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ProblemTexts of(Locale locale) {
        return locale.getLanguage().equals("nl") ? Dutch.TEXTS : English.TEXTS;
    }

    /** What stands before the message of a problem that does not stop the work. */
    String warning() {
        return texts.getProperty("warning");
    }

    String message(ProblemCode code, List<String> arguments) {
        String template = texts.getProperty(code.id());
        if (template == null) {
            throw new IllegalStateException("The problem code " + code.id() + " has no text");
        }
        return fill(template, arguments);
    }

    /** What it may have been meant to be; else what is right for a word that an argument names; else what is right in general. */
    Optional<String> hint(ProblemCode code, List<String> arguments, List<String> suggestions) {
        if (!suggestions.isEmpty()) {
            return Optional.of(fill(texts.getProperty("suggestion"), List.of(oneOf(suggestions))));
        }
        for (int i = 0; i < arguments.size(); i++) {
            String ofWord = texts.getProperty(code.id() + ".hint." + i + "." + arguments.get(i));
            if (ofWord != null) {
                return Optional.of(fill(ofWord, arguments));
            }
        }
        return Optional.ofNullable(texts.getProperty(code.id() + ".hint")).map(template -> fill(template, arguments));
    }

    /** Words as a choice: {@code `a`}, {@code `a` or `b`}, {@code `a`, `b` or `c`}. */
    private String oneOf(List<String> words) {
        StringBuilder choice = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            if (i > 0) {
                choice.append(i < words.size() - 1 ? ", " : " " + texts.getProperty("suggestion.or") + " ");
            }
            choice.append('`').append(words.get(i)).append('`');
        }
        return choice.toString();
    }

    /**
     * Replaces {0}, {1} … in one pass, so that an argument that itself contains a brace is left as it is. {@0} stands for
     * the text of the word that the argument names, if there is one, and {0?one|many} for the first text if the argument is
     * 1 and for the second otherwise. What stands between backticks is quoted as it was written; any other number is
     * written as the language does.
     */
    private String fill(String template, List<String> arguments) {
        StringBuilder filled = new StringBuilder(template.length() + 32);
        Matcher place = PLACE.matcher(template);
        int copied = 0;
        while (place.find()) {
            int index = Integer.parseInt(place.group(2));
            String argument = index < arguments.size() ? arguments.get(index) : place.group();
            boolean isQuoted =
                    argument.startsWith("`") || (place.start() > 0 && template.charAt(place.start() - 1) == '`');
            filled.append(template, copied, place.start());
            if (place.group(3) != null) {
                filled.append(argument.equals("1") ? place.group(3) : place.group(4));
            } else if (!place.group(1).isEmpty()) {
                String word = texts.getProperty("word." + argument);
                filled.append(word == null ? onOneLine(argument) : fill(word, arguments));
            } else {
                filled.append(onOneLine(isQuoted ? argument : numbers(argument)));
            }
            copied = place.end();
        }
        return filled.append(template, copied, template.length()).toString();
    }

    private String numbers(String argument) {
        if (!decimalComma || argument.indexOf('.') < 0) {
            return argument;
        }
        return BETWEEN_NUMBERS
                .matcher(DECIMAL.matcher(argument).replaceAll("$1,$2"))
                .replaceAll("; ");
    }

    /**
     * The text as it can stand in a message: on one line, not too long, without control characters such as terminal escapes, and
     * with the codes of characters that cannot be seen or turn the direction of writing.
     */
    static String onOneLine(String text) {
        if (isHarmless(text)) {
            return text;
        }
        String line = CONTROLS.matcher(text).replaceAll(" ");
        String shown = line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
        return LOOK_ALIKE
                .matcher(INVISIBLE.matcher(shown).replaceAll(ProblemTexts::number))
                .replaceAll(ProblemTexts::number);
    }

    private static String number(MatchResult character) {
        return String.format(Locale.ROOT, "<U+%04X>", character.group().codePointAt(0));
    }

    private static boolean isHarmless(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' '
                    || (c >= 0x7f && c < 0xa0)
                    || c == 0xad
                    || (c >= 0x600 && Character.getType(c) == Character.FORMAT)
                    || LookAlikes.isOne(c)
                    || (c >= 0x2028 && c <= 0x2029)
                    || Character.isSurrogate(c)) {
                return false;
            }
        }
        return text.length() <= LONGEST;
    }
}
