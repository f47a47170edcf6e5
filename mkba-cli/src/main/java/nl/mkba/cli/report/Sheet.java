package nl.mkba.cli.report;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.ProtectionOption;
import org.dhatim.fastexcel.SheetProtectionOption;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A sheet of a workbook, printed on A4 in landscape, one page wide. Rows and columns count from 0. It is protected, without a
 * password, so that only what is there to be changed is. Remembers the value of each formula, for programs that only show.
 */
final class Sheet {

    private static final String HEADING_FILL = "DCE6F1";
    private static final String LOCKED_FILL = "E7E6E6";
    private static final double LINE_HEIGHT = 15;

    /** A row may be no higher in a workbook. */
    private static final int MOST_LINES = 27;

    /** What is larger is shown as a power of ten. */
    private static final double LARGEST = 1e18;

    private final String name;
    private final Worksheet sheet;
    private final Map<String, Double> results = new HashMap<>();
    private final Map<Integer, Double> widths = new HashMap<>();
    private final Map<Integer, Integer> lines = new HashMap<>();
    private final Set<String> wrapped = new HashSet<>();

    /**
     * A further sheet of a workbook.
     *
     * @param name of {@link SheetNames}
     */
    Sheet(Workbook workbook, String name) {
        this.name = name;
        this.sheet = workbook.newWorksheet(name);
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.pageOrientation("landscape");
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.footer("&A", Position.LEFT);
        sheet.footer("&P / &N", Position.RIGHT);
        Set<SheetProtectionOption> kept = EnumSet.copyOf(SheetProtectionOption.DEFAULT_OPTIONS);
        kept.remove(SheetProtectionOption.FORMAT_COLUMNS);
        kept.remove(SheetProtectionOption.FORMAT_ROWS);
        sheet.protect("", kept);
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

    /** Reference to the cells of a column from one row to another, from any sheet. */
    String reference(int firstRow, int lastRow, int column) {
        return reference(firstRow, column) + ":" + cell(lastRow, column);
    }

    /** The results of the formulas, by the cells' names. */
    Map<String, Double> results() {
        return results;
    }

    /** A text; it is a text also where it looks like a formula. */
    void text(int row, int column, String text) {
        sheet.value(row, column, WorkbookText.of(text));
    }

    /** A text of several lines, if it needs them, in a column whose width was set before. */
    void lines(int row, int column, String text) {
        text(row, column, text);
        wrapped(row, column);
        grow(row, text, width(column));
    }

    /** A text of several lines over columns whose widths were set before. */
    void paragraph(int row, int lastColumn, String text) {
        text(row, 0, text);
        double characters = 0;
        for (int c = 0; c <= lastColumn; c++) {
            characters += width(c);
        }
        sheet.range(row, 0, row, lastColumn).merge();
        wrapped(row, 0);
        grow(row, text, characters);
    }

    /** Makes a row as high as a text in it needs: programs do not do so themselves. */
    private void grow(int row, String text, double characters) {
        int needed = 1;
        int filled = 0;
        for (String word : text.split("\\s+")) {
            int length = word.codePointCount(0, word.length());
            if (filled > 0 && filled + 1 + length > characters) {
                needed++;
                filled = length;
            } else {
                filled += filled > 0 ? 1 + length : length;
            }
            while (filled > characters) {
                needed++;
                filled -= (int) characters;
            }
        }
        int shown = Math.min(needed, MOST_LINES);
        if (shown > lines.getOrDefault(row, 1)) {
            lines.put(row, shown);
            sheet.rowHeight(row, LINE_HEIGHT * shown);
        }
    }

    void number(int row, int column, double number) {
        sheet.value(row, column, number);
        widen(column, number);
    }

    /** A formula and what it evaluates to now. */
    void formula(int row, int column, String formula, double result) {
        // The library writes a formula as it is, so that the signs of XML are escaped here.
        sheet.formula(
                row, column, formula.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
        results.put(cell(row, column).replace("$", ""), result);
        widen(column, result);
    }

    /** Makes a column wide enough for an amount with its currency: a program shows one that is cut as signs. */
    private void widen(int column, double number) {
        double size = Math.abs(number);
        if (size >= 1000 && size < LARGEST) {
            int digits = (int) Math.log10(size) + 1;
            int characters = digits + (digits - 1) / 3 + (number < 0 ? 1 : 0) + 2;
            if (characters > width(column)) {
                width(column, characters);
            }
        }
    }

    private double width(int column) {
        return widths.getOrDefault(column, Worksheet.DEFAULT_COL_WIDTH);
    }

    void width(int column, double characters) {
        sheet.width(column, characters);
        widths.put(column, characters);
    }

    /** Keeps columns and rows in sight, the rows on every page too. */
    void freeze(int columns, int rows) {
        sheet.freezePane(columns, rows);
        sheet.repeatRows(0, rows - 1);
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
            grow(row, headings[k], width(firstColumn + k));
        }
    }

    /** Headings in a row above numbers. */
    void numberHeadings(int row, int firstColumn, String... headings) {
        headings(row, firstColumn, headings);
        for (int k = 0; k < headings.length; k++) {
            sheet.style(row, firstColumn + k)
                    .horizontalAlignment("right")
                    .wrapText(true)
                    .set();
        }
    }

    void heading(int row, int column) {
        sheet.style(row, column).bold().fillColor(HEADING_FILL).wrapText(true).set();
    }

    /** Shows a number in a form such as {@code #,##0}. */
    void form(int row, int column, String form) {
        sheet.style(row, column)
                .format(form)
                .verticalAlignment("top")
                .wrapText(isWrapped(row, column))
                .set();
    }

    /** Opens a cell to the reader: it is white, and may be changed. */
    void input(int row, int column) {
        sheet.style(row, column)
                .protectionOption(ProtectionOption.LOCKED, false)
                .borderStyle("thin")
                .verticalAlignment("top")
                .wrapText(isWrapped(row, column))
                .set();
    }

    /** Marks a cell as one that stays as it is when others are changed, or that cannot be changed. */
    void locked(int row, int column) {
        sheet.style(row, column)
                .fillColor(LOCKED_FILL)
                .verticalAlignment("top")
                .wrapText(isWrapped(row, column))
                .set();
    }

    private void wrapped(int row, int column) {
        wrapped.add(cell(row, column));
        sheet.style(row, column).wrapText(true).verticalAlignment("top").set();
    }

    /** Whether a cell is one of several lines: with each style the library forgets how a text stood. */
    private boolean isWrapped(int row, int column) {
        return wrapped.contains(cell(row, column));
    }

    /** Prints the rows and columns up to these; what is beyond them is for formulas. */
    void print(int lastRow, int lastColumn) {
        sheet.range(0, 0, lastRow, lastColumn).setName("_xlnm.Print_Area");
    }
}
