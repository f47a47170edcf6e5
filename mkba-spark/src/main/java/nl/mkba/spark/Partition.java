package nl.mkba.spark;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import nl.mkba.engine.portfolio.Portfolio;
import nl.mkba.engine.portfolio.RowEvaluator;
import nl.mkba.expression.WrittenNumber;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import org.apache.spark.sql.Row;

/** Evaluates the rows of a partition, a block at a time as they are asked for. */
abstract class Partition implements Iterator<Row> {

    private final Iterator<Row> rows;
    private final RowEvaluator evaluator;
    private final int columns;
    private final List<Row> waiting = new ArrayList<>();
    private int next;

    Partition(Portfolio portfolio, Iterator<Row> rows) {
        this.rows = rows;
        this.evaluator = portfolio.evaluator();
        this.columns = portfolio.columns().size();
    }

    /** What a row that was evaluated gives. */
    abstract void evaluated(String id, RowEvaluator figures, int place, List<Row> out);

    /** What a row that cannot be evaluated gives. */
    abstract void refused(String id, List<Problem> problems, List<Row> out);

    @Override
    public boolean hasNext() {
        while (next == waiting.size() && rows.hasNext()) {
            waiting.clear();
            next = 0;
            fill();
        }
        return next < waiting.size();
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return waiting.get(next++);
    }

    private void fill() {
        List<String> ids = new ArrayList<>();
        while (ids.size() < evaluator.most() && rows.hasNext()) {
            Row row = rows.next();
            List<Problem> problems = fill(row, ids.size());
            String id = row.isNullAt(0) ? "" : row.getString(0).strip();
            if (problems.isEmpty()) {
                ids.add(id);
            } else {
                refused(id, problems, waiting);
            }
        }
        evaluator.evaluate(ids.size());
        for (int place = 0; place < ids.size(); place++) {
            List<Problem> problems = evaluator.problems(place);
            if (problems.isEmpty()) {
                evaluated(ids.get(place), evaluator, place, waiting);
            } else {
                refused(ids.get(place), problems, waiting);
            }
        }
    }

    private List<Problem> fill(Row row, int place) {
        List<Problem> problems = new ArrayList<>();
        if (row.isNullAt(0) || row.getString(0).isBlank()) {
            problems.add(Problem.of(ProblemCode.EMPTY_CELL, SparkPortfolio.ID));
        }
        for (int column = 0; column < columns; column++) {
            String name = row.schema().fieldNames()[column + 1];
            evaluator.column(column)[place] = number(row, column + 1, name, problems);
        }
        return problems;
    }

    /** The number in a cell; what is wrong with it is added to the problems, and 0 comes back. */
    static double number(Row row, int cell, String name, List<Problem> problems) {
        if (row.isNullAt(cell) || (row.get(cell) instanceof String text && text.isBlank())) {
            problems.add(Problem.of(ProblemCode.EMPTY_CELL, name));
            return 0;
        }
        if (row.get(cell) instanceof String text) {
            try {
                return WrittenNumber.value(text.strip());
            } catch (InvalidScenarioException refused) {
                refused.problems().forEach(problem -> problems.add(problem.at(name)));
                return 0;
            }
        }
        double number = row.getDouble(cell);
        if (!Double.isFinite(number)) {
            problems.add(Problem.of(ProblemCode.NOT_FINITE, name, Double.toString(number)));
            return 0;
        }
        // -0 would make another shape of years than 0.
        return number + 0.0;
    }
}
