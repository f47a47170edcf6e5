package nl.mkba.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.mkba.cli.report.Document.Cell;
import nl.mkba.cli.report.Document.Column;
import nl.mkba.cli.report.Document.Table;
import org.junit.jupiter.api.Test;

class TableMakerTest {

    private static List<String> headings(Table table) {
        return table.columns().stream().map(Column::heading).toList();
    }

    private static String texts(Table table) {
        return table.rows().get(0).cells().stream().map(Cell::text).collect(Collectors.joining(" "));
    }

    @Test
    void aColumnInWhichNothingStandsIsLeftOut() {
        Table table = new TableMaker("What happens")
                .texts("Effect", "Intervention", "Unit")
                .numbers("Number")
                .row(Cell.of("a"), Cell.of("m"), Cell.of(""), Cell.of("1", 1))
                .row(Cell.of("b"), Cell.of(""), Cell.of(""), Cell.of("2", 2))
                .make();
        assertThat(headings(table)).containsExactly("Effect", "Intervention", "Number");
        assertThat(texts(table)).isEqualTo("a m 1");
    }

    @Test
    void aTableWithoutRowsKeepsItsColumns() {
        assertThat(headings(new TableMaker("t").texts("a", "b").make())).containsExactly("a", "b");
    }

    /** Eight columns behind the first: six and two. */
    @Test
    void whatIsWiderThanAPageIsSeveralTablesWithTheSameFirstColumn() {
        List<String> names = IntStream.rangeClosed(1, 8).mapToObj(k -> "c" + k).toList();
        TableMaker maker = new TableMaker("Units").texts("Year").numbers(names.toArray(String[]::new));
        maker.row(
                false,
                IntStream.rangeClosed(0, 8)
                        .mapToObj(k -> Cell.of(String.valueOf(k)))
                        .toList());
        List<Table> parts = maker.parts();
        assertThat(parts).extracting(Table::caption).containsExactly("Units (1/2)", "Units (2/2)");
        assertThat(headings(parts.get(0))).containsExactly("Year", "c1", "c2", "c3", "c4", "c5", "c6");
        assertThat(texts(parts.get(0))).isEqualTo("0 1 2 3 4 5 6");
        assertThat(headings(parts.get(1))).containsExactly("Year", "c7", "c8");
        assertThat(texts(parts.get(1))).isEqualTo("0 7 8");
    }

    @Test
    void whatFitsAPageStaysOneTable() {
        TableMaker maker = new TableMaker("Units").texts("Year").numbers("1", "2", "3", "4", "5", "6");
        assertThat(maker.parts()).extracting(Table::caption).containsExactly("Units");
    }
}
