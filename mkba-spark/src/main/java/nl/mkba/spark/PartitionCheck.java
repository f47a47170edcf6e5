package nl.mkba.spark;

import java.util.Iterator;
import java.util.List;
import nl.mkba.engine.portfolio.RowEvaluator;
import nl.mkba.problem.Problem;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** From the rows of a partition to what is wrong with them. */
final class PartitionCheck implements MapPartitionsFunction<Row, Row> {

    private static final long serialVersionUID = 1;

    private final Broadcast<Portfolios> portfolios;

    PartitionCheck(Broadcast<Portfolios> portfolios) {
        this.portfolios = portfolios;
    }

    @Override
    public Iterator<Row> call(Iterator<Row> rows) {
        return new Partition(portfolios.value(), rows) {
            @Override
            void evaluated(Row row, RowEvaluator figures, int place, List<Row> out) {
                // Nothing is wrong with it.
            }

            @Override
            void refused(Row row, List<Problem> problems, List<Row> out) {
                problems.forEach(problem -> out.add(RowFactory.create(id(row), problem.toString())));
            }
        };
    }
}
