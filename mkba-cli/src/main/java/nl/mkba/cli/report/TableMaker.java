package nl.mkba.cli.report;

import java.util.ArrayList;
import java.util.List;
import nl.mkba.cli.report.Document.Cell;
import nl.mkba.cli.report.Document.Column;
import nl.mkba.cli.report.Document.Row;
import nl.mkba.cli.report.Document.Table;

/** Makes a table row by row. */
final class TableMaker {

    private final String caption;
    private final List<Column> columns = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();

    TableMaker(String caption) {
        this.caption = caption;
    }

    /** Adds columns of texts. */
    TableMaker texts(String... headings) {
        return columns(false, headings);
    }

    /** Adds columns of numbers. */
    TableMaker numbers(String... headings) {
        return columns(true, headings);
    }

    private TableMaker columns(boolean isNumeric, String... headings) {
        for (String heading : headings) {
            columns.add(new Column(heading, isNumeric));
        }
        return this;
    }

    /** Adds a row. */
    TableMaker row(Cell... cells) {
        return row(false, List.of(cells));
    }

    /** Adds a row that sums up those above it. */
    TableMaker total(Cell... cells) {
        return row(true, List.of(cells));
    }

    TableMaker row(boolean isTotal, List<Cell> cells) {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException(
                    "The row has " + cells.size() + " cells for " + columns.size() + " columns");
        }
        rows.add(new Row(isTotal, cells));
        return this;
    }

    Table make() {
        return new Table(caption, columns, rows);
    }
}
