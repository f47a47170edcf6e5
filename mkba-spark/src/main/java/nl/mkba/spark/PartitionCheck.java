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

/** From the rows of a partition to what is wrong with them. */
final class PartitionCheck implements MapPartitionsFunction<Row, Row> {

    private static final long serialVersionUID = 1;

    private final Broadcast<Portfolio> portfolio;

    PartitionCheck(Broadcast<Portfolio> portfolio) {
        this.portfolio = portfolio;
    }

    @Override
    public Iterator<Row> call(Iterator<Row> rows) {
        return new Partition(portfolio.value(), rows) {
            @Override
            void evaluated(String id, RowEvaluator figures, int place, List<Row> out) {
                // Nothing is wrong with it.
            }

            @Override
            void refused(String id, List<Problem> problems, List<Row> out) {
                problems.forEach(problem -> out.add(RowFactory.create(id, problem.toString())));
            }
        };
    }
}
