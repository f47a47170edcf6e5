package nl.mkba.file.portfolio;

import java.util.Optional;
import nl.mkba.expression.WrittenNumber;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * A column of a row group: the distinct values, or all of them, and which one each row has.
 *
 * <p>Immutable.
 */
final class ParquetColumn {

    private final double @Nullable [] numbers;
    private final String @Nullable [] texts;
    private final boolean isWhole;
    private final int[] places;

    /**
     * @param numbers the values, or null if they are texts
     * @param texts the values, or null if they are numbers
     * @param isWhole whether the numbers are whole by type
     * @param places per row the place of its value, −1 if it has none
     */
    ParquetColumn(double @Nullable [] numbers, String @Nullable [] texts, boolean isWhole, int[] places) {
        this.numbers = numbers;
        this.texts = texts;
        this.isWhole = isWhole;
        this.places = places;
    }

    String text(int row) {
        int place = places[row];
        if (place < 0) {
            return "";
        }
        if (texts != null) {
            return texts[place];
        }
        double number = numbers == null ? 0 : numbers[place];
        return isWhole ? Long.toString((long) number) : Problem.number(number);
    }

    Optional<String> perhapsThousands(int row) {
        return texts == null || places[row] < 0
                ? Optional.empty()
                : WrittenNumber.perhapsThousands(texts[places[row]].strip());
    }

    double number(int row) {
        int place = places[row];
        if (place < 0) {
            throw new InvalidScenarioException(Problem.of(ProblemCode.EMPTY_CELL, Problem.NO_PATH));
        }
        return numbers == null
                ? Cells.number(text(row))
                : Cells.finite(numbers[place], Double.toString(numbers[place]));
    }
}
