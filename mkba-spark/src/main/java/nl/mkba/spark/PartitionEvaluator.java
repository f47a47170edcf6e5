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

    private final Broadcast<Portfolio> portfolio;
    private final boolean skipsBadRows;

    PartitionEvaluator(Broadcast<Portfolio> portfolio, boolean skipsBadRows) {
        this.portfolio = portfolio;
        this.skipsBadRows = skipsBadRows;
    }

    @Override
    public Iterator<Row> call(Iterator<Row> rows) {
        Portfolio here = portfolio.value();
        return new Partition(here, rows) {
            @Override
            void evaluated(String id, RowEvaluator figures, int place, List<Row> out) {
                for (int c = 0; c < here.cases(); c++) {
                    out.add(line(here, id, figures, c, place));
                }
            }

            @Override
            void refused(String id, List<Problem> problems, List<Row> out) {
                if (!skipsBadRows) {
                    throw new IllegalArgumentException("The row (" + id + ") is refused: " + problems.get(0));
                }
            }
        };
    }

    private static Row line(Portfolio portfolio, String id, RowEvaluator figures, int theCase, int place) {
        int count = portfolio.figures().size();
        @Nullable Object[] cells = new Object[3 + count];
        cells[0] = id;
        cells[1] = portfolio.alternative(theCase);
        cells[2] = portfolio.outlook(theCase).orElse(null);
        for (int figure = 0; figure < count; figure++) {
            cells[3 + figure] =
                    figures.isAbsent(theCase, figure, place) ? null : (Double) figures.figure(theCase, figure, place);
        }
        return RowFactory.create(cells);
    }
}
