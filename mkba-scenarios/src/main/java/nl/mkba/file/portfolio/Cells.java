package nl.mkba.file.portfolio;

import java.util.OptionalDouble;
import nl.mkba.expression.Expression;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;

/** Numbers in cells, written as in a scenario: {@code 1200}, {@code .5}, {@code 1e6}, {@code 12.5%}. */
final class Cells {

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
        if (isPlain(text)) {
            try {
                return finite(Double.parseDouble(text), text);
            } catch (NumberFormatException e) {
                // Said below, in the words of the format.
            }
        }
        OptionalDouble number = Expression.parse(text).number();
        if (number.isEmpty()) {
            throw new InvalidScenarioException(Problem.of(ProblemCode.NOT_A_NUMBER, Problem.NO_PATH, text));
        }
        return number.getAsDouble();
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && c != '.' && c != '-' && c != 'e' && c != 'E') {
                return false;
            }
        }
        return true;
    }

    /** The number, unless it is too large to be one, or is none. */
    static double finite(double number, String text) {
        if (!Double.isFinite(number)) {
            throw new InvalidScenarioException(Problem.of(ProblemCode.NOT_FINITE, Problem.NO_PATH, text));
        }
        return number == 0 ? 0.0 : number;
    }
}
