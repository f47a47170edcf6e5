package nl.mkba.file.portfolio;

import nl.mkba.expression.WrittenNumber;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;

/** Numbers in cells: where the cell is a text, read as every other number ({@link WrittenNumber}). */
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
        return WrittenNumber.value(text);
    }

    /** The number, unless it is too large to be one, or is none. */
    static double finite(double number, String text) {
        if (!Double.isFinite(number)) {
            throw new InvalidScenarioException(Problem.of(ProblemCode.NOT_FINITE, Problem.NO_PATH, text));
        }
        return number == 0 ? 0.0 : number;
    }
}
