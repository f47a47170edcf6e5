package nl.mkba.spark;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import nl.mkba.engine.input.WrittenNumber;
import nl.mkba.engine.number.CheckedNumber;
import nl.mkba.engine.portfolio.Portfolio;
import nl.mkba.engine.portfolio.RowEvaluator;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Location;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import org.apache.spark.sql.Row;

/** Evaluates the rows of a partition, a block at a time as they are asked for. */
abstract class Partition implements Iterator<Row> {

    /** Where a row has the id of its place. */
    static final int ID = 0;

    /** Where it has the name of its place, if it has. */
    static final int NAME = 1;

    /** Where it has the file it was read from, if that is known. */
    static final int FILE = 2;

    /** Where it has its line in that file. */
    static final int LINE = 3;

    /** Where its values begin, in the order of the portfolio's columns. */
    static final int VALUES = 4;

    /** Evaluators for rows that keep some value; for more they are made again. */
    private static final int MOST_KEPT = 8;

    private static final BitSet NOTHING_KEPT = new BitSet();

    private final Iterator<Row> rows;
    private final Portfolios portfolios;
    private final List<String> columns;
    private final Map<BitSet, Block> blocks = new LinkedHashMap<>(MOST_KEPT, 0.75f, true);
    private final List<Row> waiting = new ArrayList<>();
    private int next;

    Partition(Portfolios portfolios, Iterator<Row> rows) {
        this.rows = rows;
        this.portfolios = portfolios;
        this.columns = portfolios.whole().columns();
    }

    /** Rows that are evaluated together, and what evaluates them. */
    private static final class Block {
        private final RowEvaluator evaluator;

        /** For each of its columns, the place among those of all. */
        private final int[] places;

        private final List<Row> rows = new ArrayList<>();

        Block(Portfolio portfolio, List<String> columns) {
            this.evaluator = portfolio.evaluator();
            this.places =
                    portfolio.columns().stream().mapToInt(columns::indexOf).toArray();
        }
    }

    /** What a row that was evaluated gives. */
    abstract void evaluated(Row row, RowEvaluator figures, int place, List<Row> out);

    /** What a row that cannot be evaluated gives. */
    abstract void refused(Row row, List<Problem> problems, List<Row> out);

    /** The id of the place that a row is about, without blanks around it; empty if there is none. */
    static String id(Row row) {
        return row.isNullAt(ID) ? "" : row.getString(ID).strip();
    }

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

    /** Takes rows until some have been evaluated or refused; at the end of the partition all. */
    private void fill() {
        while (waiting.isEmpty() && rows.hasNext()) {
            take(rows.next());
        }
        if (!rows.hasNext()) {
            blocks.values().forEach(this::evaluate);
        }
    }

    private void take(Row row) {
        BitSet kept = kept(row);
        Block block = block(kept);
        List<Problem> problems = fill(row, block);
        if (!problems.isEmpty()) {
            refused(row, problems, waiting);
            return;
        }
        block.rows.add(row);
        if (block.rows.size() == block.evaluator.most()) {
            evaluate(block);
        }
    }

    private BitSet kept(Row row) {
        if (!portfolios.mayKeep()) {
            return NOTHING_KEPT;
        }
        BitSet kept = new BitSet();
        for (int column = 0; column < columns.size(); column++) {
            kept.set(column, row.isNullAt(VALUES + column));
        }
        return kept;
    }

    private Block block(BitSet kept) {
        Block found = blocks.get(kept);
        if (found == null) {
            if (blocks.size() == MOST_KEPT) {
                Map.Entry<BitSet, Block> eldest = blocks.entrySet().iterator().next();
                evaluate(eldest.getValue());
                blocks.remove(eldest.getKey());
            }
            found = new Block(portfolios.keeping(kept), columns);
            blocks.put(kept, found);
        }
        return found;
    }

    private List<Problem> fill(Row row, Block block) {
        List<Problem> problems = new ArrayList<>();
        if (id(row).isEmpty()) {
            problems.add(Problem.of(ProblemCode.EMPTY_CELL, SparkPortfolio.ID));
        }
        int place = block.rows.size();
        for (int column = 0; column < block.places.length; column++) {
            int among = block.places[column];
            block.evaluator.column(column)[place] = number(row, VALUES + among, columns.get(among), problems);
        }
        return problems;
    }

    private void evaluate(Block block) {
        block.evaluator.evaluate(block.rows.size());
        for (int place = 0; place < block.rows.size(); place++) {
            Row row = block.rows.get(place);
            List<Problem> problems = block.evaluator.problems(place);
            if (problems.isEmpty()) {
                evaluated(row, block.evaluator, place, waiting);
            } else {
                refused(row, located(problems, row), waiting);
            }
        }
        block.rows.clear();
    }

    private static List<Problem> located(List<Problem> problems, Row row) {
        if (row.isNullAt(FILE)) {
            return problems;
        }
        Location place = new Location(row.getString(FILE), row.getInt(LINE), 1);
        return problems.stream().map(problem -> problem.in(place)).toList();
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
        Optional<Problem> refusal = CheckedNumber.refusal(number, Double.toString(number));
        if (refusal.isPresent()) {
            problems.add(refusal.get().at(name));
            return 0;
        }
        // -0 would make another shape of years than 0.
        return number + 0.0;
    }
}
