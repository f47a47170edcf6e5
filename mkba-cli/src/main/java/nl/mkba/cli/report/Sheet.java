package nl.mkba.cli.report;

import java.util.HashMap;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A sheet of a workbook. Rows and columns count from 0. Remembers the value of each formula, for programs that only show. */
final class Sheet {

    private static final String HEADING_FILL = "DCE6F1";
    private static final String INPUT_FILL = "FFF7CC";

    private final String name;
    private final Worksheet sheet;
    private final Map<String, Double> results = new HashMap<>();

    /**
     * A further sheet of a workbook.
     *
     * @param name of {@link SheetNames}
     */
    Sheet(Workbook workbook, String name) {
        this.name = name;
        this.sheet = workbook.newWorksheet(name);
    }

    /** Reference to a cell, from its own sheet. */
    static String cell(int row, int column) {
        return "$" + column(column) + "$" + (row + 1);
    }

    private static String column(int column) {
        StringBuilder letters = new StringBuilder();
        for (int c = column; c >= 0; c = c / 26 - 1) {
            letters.insert(0, (char) ('A' + c % 26));
        }
        return letters.toString();
    }

    /** Reference to a cell, from any sheet. */
    String reference(int row, int column) {
        return "'" + name.replace("'", "''") + "'!" + cell(row, column);
    }

    /** The results of the formulas, by the cells' names. */
    Map<String, Double> results() {
        return results;
    }

    /** A text; it is a text also where it looks like a formula. */
    void text(int row, int column, String text) {
        sheet.value(row, column, WorkbookText.of(text));
    }

    void number(int row, int column, double number) {
        sheet.value(row, column, number);
    }

    /** A formula and what it evaluates to now. */
    void formula(int row, int column, String formula, double result) {
        // The library writes a formula as it is, so that the signs of XML are escaped here.
        sheet.formula(
                row, column, formula.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
        results.put(cell(row, column).replace("$", ""), result);
    }

    void width(int column, double characters) {
        sheet.width(column, characters);
    }

    void freeze(int columns, int rows) {
        sheet.freezePane(columns, rows);
    }

    void title(int row, int column) {
        sheet.style(row, column).bold().fontSize(14).set();
    }

    void bold(int row, int column) {
        sheet.style(row, column).bold().set();
    }

    /** Headings in a row. */
    void headings(int row, int firstColumn, String... headings) {
        for (int k = 0; k < headings.length; k++) {
            text(row, firstColumn + k, headings[k]);
            heading(row, firstColumn + k);
        }
    }

    void heading(int row, int column) {
        sheet.style(row, column).bold().fillColor(HEADING_FILL).wrapText(true).set();
    }

    /** Shows a number in a form such as {@code #,##0}. */
    void form(int row, int column, String form) {
        sheet.style(row, column).format(form).set();
    }

    /** Marks a cell that the reader may change. */
    void input(int row, int column) {
        sheet.style(row, column).fillColor(INPUT_FILL).set();
    }

    void wrapped(int row, int column) {
        sheet.style(row, column).wrapText(true).verticalAlignment("top").set();
    }
}
