package nl.mkba.file.portfolio;

import nl.mkba.engine.spelling.Blanks;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;

/** Cells of one column, row by row: as stored, and read as a number or a text when asked. Filled once, and not changed then. */
final class ParquetCells {

    private final ParquetType type;
    private final boolean[] present;
    private final long[] bits;
    private final String[] texts;

    ParquetCells(ParquetType type, int rows) {
        this.type = type;
        this.present = new boolean[rows];
        this.bits = new long[type.isOfBytes() ? 0 : rows];
        this.texts = new String[type.isOfBytes() ? rows : 0];
    }

    void put(int row, long value) {
        present[row] = true;
        bits[row] = value;
    }

    void put(int row, String text) {
        present[row] = true;
        texts[row] = text;
    }

    /** What stands in a cell. */
    PlaceTable.CellKind kind(int row) {
        if (!present[row]) {
            return PlaceTable.CellKind.EMPTY;
        }
        // A decimal number may be stored as bytes, and is a number all the same.
        boolean isText = type.isOfBytes() && type.kind() != ParquetType.Kind.DECIMAL;
        return isText ? PlaceTable.CellKind.TEXT : PlaceTable.CellKind.NUMBER;
    }

    /** The text of a cell; empty if it has none. */
    String text(int row) {
        if (!present[row]) {
            return "";
        }
        return type.isOfBytes() ? texts[row] : type.text(bits[row]);
    }

    double number(int row) {
        if (!present[row]) {
            throw new InvalidScenarioException(Problem.of(ProblemCode.EMPTY_CELL, Problem.NO_PATH));
        }
        if (type.isOfBytes()) {
            return Cells.number(Blanks.strip(texts[row]));
        }
        double number = type.number(bits[row]);
        return Cells.held(number, Double.toString(number));
    }
}
