package nl.mkba.file.portfolio;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import java.util.Arrays;
import java.util.List;
import nl.mkba.engine.spelling.Blanks;

/** Takes in the records of a table, of each the cells that are wanted: a table may have many more columns than are used. */
final class CsvRecords extends AbstractBaseCsvCallbackHandler<CsvRecords.Line> {

    /** A record with more cells is refused. */
    static final int MOST_CELLS = 16_384;

    private static final char QUOTE = '"';

    /** Of a text as a formula {@code =""}: what is longer holds a text. */
    private static final int SHORTEST_FORMULA = 3;

    /** Where the cells of a column are kept, −1 for nowhere; empty while all are. */
    private int[] slots = new int[0];

    private int kept;
    private String[] cells = new String[0];
    private int filled;
    private int count;
    private long line;
    private boolean isEmpty;

    /** A record. */
    static final class Line {
        private final long number;
        private final int count;
        private final String[] cells;
        private final boolean isEmpty;

        Line(long number, int count, String[] cells, boolean isEmpty) {
            this.isEmpty = isEmpty;
            this.number = number;
            this.count = count;
            this.cells = cells;
        }

        /** Whether nothing stands in any of its cells. */
        boolean isEmpty() {
            return isEmpty;
        }

        /** The line on which it begins, from 1. */
        long number() {
            return number;
        }

        /** How many cells it has. */
        int count() {
            return count;
        }

        /** The cells that are wanted, without blanks around them; of a record that is too short, those that it has. */
        String[] cells() {
            return cells;
        }
    }

    /** Keeps these columns only from the next record on. */
    void select(List<Boolean> wanted) {
        slots = new int[wanted.size()];
        kept = 0;
        for (int column = 0; column < slots.length; column++) {
            slots[column] = wanted.get(column) ? kept++ : -1;
        }
    }

    /** Where the cells of each column are in a record; empty if every cell is at its own place. */
    int[] slots() {
        return slots.clone();
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        line = startingLineNumber;
        count = 0;
        filled = 0;
        isEmpty = true;
        cells = new String[slots.length == 0 ? Math.max(cells.length, 8) : kept];
    }

    @Override
    protected void handleField(int index, char[] text, int offset, int length, boolean isQuoted) {
        count = index + 1;
        if (count > MOST_CELLS) {
            throw new CsvParseException("A record has too many cells");
        }
        int from = offset;
        int to = offset + length;
        while (from < to && Blanks.isBlank(text[from])) {
            from++;
        }
        isEmpty &= from == to;
        if (from > offset && from < to && text[from] == QUOTE && !isQuoted) {
            throw new CsvParseException("A blank stands before a quotation mark");
        }
        if (slots.length > 0 && (index >= slots.length || slots[index] < 0)) {
            return;
        }
        while (to > from && Blanks.isBlank(text[to - 1])) {
            to--;
        }
        // What a spreadsheet program reads as a text although it looks like a number: ="0363".
        if (to - from > SHORTEST_FORMULA && text[from] == '=' && text[from + 1] == QUOTE && text[to - 1] == QUOTE) {
            from += 2;
            to--;
        }
        if (filled == cells.length) {
            cells = Arrays.copyOf(cells, 2 * cells.length);
        }
        cells[filled++] = from == to ? "" : new String(text, from, to - from);
    }

    @Override
    protected Line buildRecord() {
        String[] own = cells;
        if (filled < cells.length) {
            own = Arrays.copyOf(cells, filled);
        }
        return new Line(line, count, own, isEmpty);
    }
}
