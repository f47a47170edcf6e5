package nl.mkba.problem;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong, or deserves attention, in a scenario.
 *
 * @param code what kind of problem; stable, documented one by one
 * @param path the key's path in the scenario, such as {@code interventions.coach.costs.staff.amount}; {@code -} where
 *     there is none
 * @param atKey whether the key itself is at fault (an unknown key, say) rather than its value
 * @param arguments what was found and what is right, in the order that the code's text uses them
 * @param suggestions the known ids or keys nearest to a misspelt one; none if nothing is near
 * @param location where it stands in a file, or null for a scenario that was built in Java
 */
public record Problem(
        ProblemCode code,
        String path,
        boolean atKey,
        List<String> arguments,
        List<String> suggestions,
        @Nullable Location location)
        implements Serializable {

    /** The path of a problem that belongs to no key. */
    public static final String NO_PATH = "-";

    private static final int LONGEST_SHOWN = 60;

    /**
     * Copies its lists, so that it cannot change.
     *
     * @param code see {@link #code()}
     * @param path see {@link #path()}
     * @param atKey see {@link #atKey()}
     * @param arguments see {@link #arguments()}
     * @param suggestions see {@link #suggestions()}
     * @param location see {@link #location()}
     */
    public Problem {
        arguments = List.copyOf(arguments);
        suggestions = List.copyOf(suggestions);
    }

    // By hand: a short command with a warning would wait for what a record does the first time.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Problem problem
                && code == problem.code
                && path.equals(problem.path)
                && atKey == problem.atKey
                && arguments.equals(problem.arguments)
                && suggestions.equals(problem.suggestions)
                && Objects.equals(location, problem.location);
    }

    @Override
    public int hashCode() {
        return 31 * path.hashCode() + arguments.hashCode();
    }

    /**
     * {@return a problem with the value at {@code path}}
     *
     * @param code what kind of problem
     * @param path the path of the key in the scenario, or {@link #NO_PATH}
     * @param arguments what was found and what is right, in the order that the code's text uses them
     */
    public static Problem of(ProblemCode code, String path, String... arguments) {
        return new Problem(code, path, false, List.of(arguments), List.of(), null);
    }

    /**
     * {@return a problem with the key at the end of {@code path}}
     *
     * @param code what kind of problem
     * @param path the path of the key in the scenario
     * @param arguments what was found and what is right, in the order that the code's text uses them
     */
    public static Problem ofKey(ProblemCode code, String path, String... arguments) {
        return new Problem(code, path, true, List.of(arguments), List.of(), null);
    }

    /**
     * {@return the same problem with a suggestion for a misspelt word}
     *
     * @param word the known word; null for no suggestion
     */
    public Problem suggesting(@Nullable String word) {
        return suggesting(word == null ? List.of() : List.of(word));
    }

    /**
     * {@return the same problem with words that a misspelt one may have been meant to be}
     *
     * @param words the known words, the nearest first; none takes earlier suggestions away
     */
    public Problem suggesting(List<String> words) {
        return new Problem(code, path, atKey, arguments, words, location);
    }

    /**
     * {@return the same problem at another path}
     *
     * @param newPath the path of a key in the scenario
     */
    public Problem at(String newPath) {
        return new Problem(code, newPath, atKey, arguments, suggestions, location);
    }

    /**
     * {@return the same problem with its place in a file}
     *
     * @param place where it stands
     */
    public Problem in(Location place) {
        return new Problem(code, path, atKey, arguments, suggestions, place);
    }

    /** {@return whether the problem stops the work} */
    public Severity severity() {
        return code.severity();
    }

    /**
     * {@return what is wrong, in Dutch for a Dutch locale and in English otherwise}
     *
     * @param locale the language
     */
    public String message(Locale locale) {
        return ProblemTexts.of(locale).message(code, arguments);
    }

    /**
     * {@return what would be right; empty where it cannot be said}
     *
     * @param locale the language: Dutch or, for any other, English
     */
    public Optional<String> hint(Locale locale) {
        return ProblemTexts.of(locale).hint(code, arguments, suggestions);
    }

    /**
     * {@return the line that a command prints: {@code FILE:LINE:COLUMN: PATH: message}, with the hint behind it}
     *
     * @param locale the language of the message and the hint
     */
    public String format(Locale locale) {
        String place = location == null ? "" : location + ": ";
        String warning =
                severity() == Severity.WARNING ? ProblemTexts.of(locale).warning() + ": " : "";
        String hint = hint(locale).map(text -> ". " + text).orElse("");
        return place + ProblemTexts.onOneLine(path) + ": " + warning + message(locale) + hint;
    }

    /**
     * {@return a text of the input as messages quote it: without blanks around it, and cut off where it is long}
     *
     * @param text as it stands in the input
     */
    public static String shown(String text) {
        String stripped = text.strip();
        if (stripped.length() <= LONGEST_SHOWN) {
            return stripped;
        }
        int end = Character.isHighSurrogate(stripped.charAt(LONGEST_SHOWN - 1)) ? LONGEST_SHOWN - 1 : LONGEST_SHOWN;
        return stripped.substring(0, end) + "…";
    }

    /**
     * {@return a number as messages show it: no exponent for ordinary sizes, no trailing zeros}
     *
     * @param value any number
     */
    public static String number(double value) {
        double size = Math.abs(value);
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "-∞";
        }
        if (value == Math.rint(value) && size < 1e15) {
            return Long.toString((long) value);
        }
        return size >= 1e-3 && size < 1e15
                ? new BigDecimal(value)
                        .round(new MathContext(12))
                        .stripTrailingZeros()
                        .toPlainString()
                : Double.toString(value);
    }

    @Override
    public String toString() {
        return format(Locale.ENGLISH);
    }

    /** Whether a problem stops the work. */
    public enum Severity {
        /** The scenario is refused. */
        ERROR,
        /** The scenario is calculated, but its author should look at the place. */
        WARNING
    }
}
