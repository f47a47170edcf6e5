package nl.mkba.cli.render;

import java.util.ArrayList;
import java.util.List;
import nl.mkba.json.tree.Plain;

/**
 * Rows in aligned columns: the first column, or more, to the left, the others, which hold numbers, to the right. A cell
 * too many or too few is a mistake of the program.
 */
final class TextTable {

    private static final String GAP = "  ";
    private static final String[] RULE = {};

    private final List<String[]> rows = new ArrayList<>();
    private final int columns;
    private int texts = 1;

    TextTable(String... headings) {
        columns = headings.length;
        rows.add(headings);
    }

    /** Aligns the first columns to the left. */
    TextTable withTexts(int count) {
        texts = count;
        return this;
    }

    /** Adds a row. */
    TextTable row(String... cells) {
        if (cells.length != columns) {
            throw new IllegalStateException("A row has " + cells.length + " cells instead of " + columns);
        }
        for (int i = 0; i < cells.length; i++) {
            cells[i] = Plain.unstripped(cells[i]);
        }
        rows.add(cells);
        return this;
    }

    /** Adds a line between rows, for a total. */
    TextTable rule() {
        rows.add(RULE);
        return this;
    }

    /** Writes the rows, each indented, with a line under the headings unless all of these are empty. */
    void writeTo(StringBuilder text, String indent) {
        int[] widths = widths();
        boolean headed = false;
        for (String heading : rows.get(0)) {
            headed |= !heading.isEmpty();
        }
        for (int i = headed ? 0 : 1; i < rows.size(); i++) {
            text.append(indent);
            if (rows.get(i) == RULE) {
                rule(text, widths);
            } else {
                cells(text, rows.get(i), widths);
            }
            text.append('\n');
            if (i == 0) {
                text.append(indent);
                rule(text, widths);
                text.append('\n');
            }
        }
    }

    private int[] widths() {
        int[] widths = new int[columns];
        for (String[] row : rows) {
            for (int column = 0; column < row.length; column++) {
                widths[column] = Math.max(widths[column], Plain.width(row[column]));
            }
        }
        return widths;
    }

    private static void rule(StringBuilder text, int[] widths) {
        for (int column = 0; column < widths.length; column++) {
            text.append(column == 0 ? "" : GAP).append("-".repeat(widths[column]));
        }
    }

    private void cells(StringBuilder text, String[] cells, int[] widths) {
        int start = text.length();
        for (int column = 0; column < cells.length; column++) {
            String padding = " ".repeat(widths[column] - Plain.width(cells[column]));
            text.append(column == 0 ? "" : GAP);
            if (column < texts) {
                text.append(cells[column]).append(padding);
            } else {
                text.append(padding).append(cells[column]);
            }
        }
        int end = text.length();
        while (end > start && text.charAt(end - 1) == ' ') {
            end--;
        }
        text.setLength(end);
    }
}
