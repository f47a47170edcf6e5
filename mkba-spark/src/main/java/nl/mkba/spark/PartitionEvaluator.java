package nl.mkba.spark;

import java.util.Iterator;
import java.util.List;
import nl.mkba.engine.portfolio.Portfolio;
import nl.mkba.engine.portfolio.RowEvaluator;
import nl.mkba.problem.Problem;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/** From the rows of a partition to their lines of figures. */
final class PartitionEvaluator implements MapPartitionsFunction<Row, Row> {

    private static final long serialVersionUID = 1;

    private final Broadcast<Portfolios> portfolios;
    private final boolean hasNames;
    private final boolean skipsBadRows;

    PartitionEvaluator(Broadcast<Portfolios> portfolios, boolean hasNames, boolean skipsBadRows) {
        this.portfolios = portfolios;
        this.hasNames = hasNames;
        this.skipsBadRows = skipsBadRows;
    }

    @Override
    public Iterator<Row> call(Iterator<Row> rows) {
        Portfolios here = portfolios.value();
        return new Partition(here, rows) {
            @Override
            void evaluated(Row row, RowEvaluator figures, int place, List<Row> out) {
                for (int c = 0; c < here.whole().cases(); c++) {
                    out.add(line(here.whole(), row, figures, c, place));
                }
            }

            @Override
            void refused(Row row, List<Problem> problems, List<Row> out) {
                if (!skipsBadRows) {
                    throw new IllegalArgumentException("The row (" + id(row) + ") is refused: " + problems.get(0));
                }
            }
        };
    }

    private Row line(Portfolio portfolio, Row row, RowEvaluator figures, int theCase, int place) {
        int count = portfolio.figures().size();
        int first = hasNames ? 4 : 3;
        @Nullable Object[] cells = new Object[first + count];
        cells[0] = Partition.id(row);
        if (hasNames) {
            cells[1] = row.getString(Partition.NAME);
        }
        cells[first - 2] = portfolio.alternative(theCase);
        cells[first - 1] = portfolio.outlook(theCase).orElse(null);
        for (int figure = 0; figure < count; figure++) {
            cells[first + figure] =
                    figures.isAbsent(theCase, figure, place) ? null : (Double) figures.figure(theCase, figure, place);
        }
        return RowFactory.create(cells);
    }
}
