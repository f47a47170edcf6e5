package nl.mkba.engine.number;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;

/** What is asked of every number, whatever way it comes in. */
public final class CheckedNumber {

    /** Longer texts are not a number or formula that a person wrote. */
    public static final int LONGEST = 5_000;

    /** Numbers that are perhaps thousands; known with the first decimal point. */
    private static final class Thousands {
        static final Pattern PERHAPS = Pattern.compile("(?<![\\w.])0*[1-9]\\d*\\.\\d\\d0(?![\\w.]|\\s*%)");
    }

    private CheckedNumber() {}

    /**
     * Why a number is not taken, whatever way it came in: it is too large, no number at all, or so close to 0 that it would lose
     * digits or become 0. Empty if it is taken.
     *
     * @param value the double nearest to what was written
     * @param text what was written, for the message
     * @return the problem, without a path
     */
    public static Optional<Problem> refusal(double value, String text) {
        if (!Double.isFinite(value)) {
            return Optional.of(Problem.of(ProblemCode.NOT_FINITE, Problem.NO_PATH, Problem.shown(text)));
        }
        return Math.abs(value) < Double.MIN_NORMAL && (value != 0 || !isWrittenZero(text))
                ? Optional.of(Problem.of(ProblemCode.NUMBER_TOO_SMALL, Problem.NO_PATH, Problem.shown(text)))
                : Optional.empty();
    }

    /** Whether a number is written with zeros only; what follows {@code e} does not count. */
    private static boolean isWrittenZero(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 'e' || c == 'E') {
                return true;
            }
            if (c >= '1' && c <= '9') {
                return false;
            }
        }
        return true;
    }

    /**
     * {@return the numbers in a text that were perhaps meant as thousands}
     *
     * @param text a number or a formula
     */
    public static List<String> perhapsThousands(String text) {
        if (text.indexOf('.') < 0) {
            return List.of();
        }
        List<String> found = new ArrayList<>();
        Matcher number = Thousands.PERHAPS.matcher(text);
        while (number.find()) {
            found.add(number.group());
        }
        return found;
    }
}
