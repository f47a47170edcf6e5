package nl.mkba.file.portfolio;

import java.util.Arrays;
import java.util.BitSet;
import nl.mkba.engine.spelling.Blanks;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/** Rows of a sheet: of the columns that are wanted, what stands in them. Filled once, and not changed then. */
final class SheetRows implements PlaceTable.RowBatch {

    private final int[] slots;
    private final double[][] numbers;
    private final @Nullable String[][] texts;

    /** Why a cell is not a number, as a word of the messages. */
    private final @Nullable String[][] faults;

    /** Which of the numbers are shown with a percent sign. */
    private final @Nullable BitSet[] percentages;

    private final long[] lines;
    private int rows;

    /**
     * @param slots where the cells of each column are kept, −1 for nowhere
     * @param kept how many columns are kept
     * @param most rows at most
     */
    SheetRows(int[] slots, int kept, int most) {
        this.slots = slots.clone();
        this.numbers = new double[kept][most];
        this.texts = new String[kept][most];
        this.faults = new String[kept][];
        this.percentages = new BitSet[kept];
        this.lines = new long[most];
        for (double[] column : numbers) {
            Arrays.fill(column, Double.NaN);
        }
    }

    void begin(long line) {
        lines[rows++] = line;
    }

    void number(int slot, double number) {
        numbers[slot][rows - 1] = number;
    }

    /** The number that was put there last is shown with a percent sign. */
    void percentage(int slot) {
        BitSet ofColumn = percentages[slot];
        if (ofColumn == null) {
            ofColumn = new BitSet();
            percentages[slot] = ofColumn;
        }
        ofColumn.set(rows - 1);
    }

    void text(int slot, String text) {
        texts[slot][rows - 1] = text;
    }

    void other(int slot, @Nullable String text, String fault) {
        texts[slot][rows - 1] = text == null ? "" : Blanks.strip(text);
        @Nullable String[] ofColumn = faults[slot];
        if (ofColumn == null) {
            ofColumn = new String[lines.length];
            faults[slot] = ofColumn;
        }
        ofColumn[rows - 1] = fault;
    }

    private int slot(int column) {
        if (slots[column] < 0) {
            throw new IllegalStateException("The column was not selected");
        }
        return slots[column];
    }

    private @Nullable String fault(int slot, int row) {
        @Nullable String[] ofColumn = faults[slot];
        return ofColumn == null ? null : ofColumn[row];
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public long line(int row) {
        return lines[row];
    }

    @Override
    public boolean isWhole(int row) {
        return true;
    }

    @Override
    public int cells(int row) {
        return slots.length;
    }

    @Override
    public PlaceTable.CellKind kind(int row, int column) {
        int slot = slot(column);
        if (fault(slot, row) != null) {
            return PlaceTable.CellKind.OTHER;
        }
        if (texts[slot][row] != null) {
            return PlaceTable.CellKind.TEXT;
        }
        return Double.isNaN(numbers[slot][row]) ? PlaceTable.CellKind.EMPTY : PlaceTable.CellKind.NUMBER;
    }

    @Override
    public boolean isPercentage(int row, int column) {
        BitSet ofColumn = percentages[slot(column)];
        return ofColumn != null && ofColumn.get(row);
    }

    @Override
    public String text(int row, int column) {
        int slot = slot(column);
        String text = texts[slot][row];
        if (text != null) {
            return text;
        }
        double number = numbers[slot][row];
        return Double.isNaN(number) ? "" : Cells.text(number);
    }

    @Override
    public double number(int row, int column) {
        int slot = slot(column);
        String fault = fault(slot, row);
        if (fault != null) {
            throw new InvalidScenarioException(
                    Problem.of(ProblemCode.CELL_TYPE, Problem.NO_PATH, Problem.shown(text(row, column)), fault));
        }
        String text = texts[slot][row];
        double number = numbers[slot][row];
        return text != null || Double.isNaN(number)
                ? Cells.number(text == null ? "" : text)
                : Cells.held(number, Double.toString(number));
    }
}
