package nl.mkba.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import nl.mkba.cli.report.Document.Cell;
import nl.mkba.cli.report.Document.Column;
import nl.mkba.cli.report.Document.Row;
import nl.mkba.cli.report.Document.Table;

/** Makes a table row by row. */
final class TableMaker {

    /** How many columns of amounts fit a page beside the first. */
    private static final int WIDEST = 6;

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

    /** The table, without the columns of texts in which nothing stands. */
    Table make() {
        List<Integer> kept = IntStream.range(0, columns.size())
                .filter(column -> column == 0 || columns.get(column).isNumeric() || hasSomething(column))
                .boxed()
                .toList();
        return kept.size() == columns.size() ? new Table(caption, columns, rows) : part(caption, kept);
    }

    private boolean hasSomething(int column) {
        return rows.isEmpty()
                || rows.stream().anyMatch(row -> !row.cells().get(column).isEmpty());
    }

    private Table part(String name, List<Integer> kept) {
        return new Table(
                name,
                kept.stream().map(columns::get).toList(),
                rows.stream()
                        .map(row -> new Row(
                                row.isTotal(),
                                kept.stream().map(row.cells()::get).toList()))
                        .toList());
    }

    /** The table, or where it has more columns behind the first than fit a page, several that each repeat the first. */
    List<Table> parts() {
        int parts = (columns.size() - 2) / WIDEST + 1;
        if (parts <= 1) {
            return List.of(make());
        }
        List<Table> tables = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            int from = 1 + part * WIDEST;
            List<Integer> kept = IntStream.concat(
                            IntStream.of(0), IntStream.range(from, Math.min(columns.size(), from + WIDEST)))
                    .boxed()
                    .toList();
            tables.add(part(caption + " (" + (part + 1) + "/" + parts + ")", kept));
        }
        return tables;
    }
}
