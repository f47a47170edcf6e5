package nl.mkba.file.evaluation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.mkba.engine.portfolio.Portfolio;
import nl.mkba.engine.portfolio.RowEvaluator;
import nl.mkba.file.portfolio.PlaceTable;
import nl.mkba.file.portfolio.RowReader;
import nl.mkba.file.portfolio.TableColumns;
import nl.mkba.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Evaluates parts of a table of places. For one thread; several may share a portfolio. */
public final class PlaceEvaluator {

    private static final BitSet NOTHING_KEPT = new BitSet();

    /** Evaluators for rows that keep some value; for more they are made again. */
    private static final int MOST_KEPT = 8;

    private final KeptPortfolios portfolios;
    private final TableColumns columns;
    private final boolean keepsDraws;
    private final RowReader reader;
    private final Map<BitSet, Kept> evaluators = new LinkedHashMap<>(MOST_KEPT, 0.75f, true);

    /**
     * An evaluator for the rows of a table.
     *
     * @param portfolios for those parameters, in their order
     * @param columns what the columns of the table are
     * @param keepsDraws whether to keep what a choice needs of every draw
     */
    public PlaceEvaluator(KeptPortfolios portfolios, TableColumns columns, boolean keepsDraws) {
        this.portfolios = portfolios;
        this.columns = columns;
        this.keepsDraws = keepsDraws;
        this.reader = columns.reader();
    }

    /** What evaluates rows that give these parameters a value, and the rows that wait for it. */
    private static final class Kept {
        private final RowEvaluator evaluator;

        /** For each of its columns, the place among the parameters that the table gives. */
        private final int[] parameters;

        private final List<Integer> waiting = new ArrayList<>();

        Kept(RowEvaluator evaluator, int[] parameters) {
            this.evaluator = evaluator;
            this.parameters = parameters;
        }
    }

    /**
     * {@return the figures of a part's rows, and what is wrong with rows that have none}
     *
     * @param part rows of the table
     */
    public EvaluatedPart evaluate(PlaceTable.RowBatch part) {
        EvaluatedPart results = read(part);
        for (int row = 0; row < part.rows(); row++) {
            if (reader.outcome(part, row) == RowReader.Outcome.READ) {
                Kept evaluator = evaluator(reader.kept(row), part, results);
                fill(row, evaluator);
                evaluator.waiting.add(row);
                if (evaluator.waiting.size() == evaluator.evaluator.most()) {
                    evaluate(part, evaluator, results);
                }
            }
        }
        for (Kept evaluator : evaluators.values()) {
            evaluate(part, evaluator, results);
        }
        results.complete();
        return results;
    }

    /**
     * {@return what a part's rows say, without figures: how many are passed over or left out, and which places they are about}
     *
     * @param part rows of the table
     */
    public EvaluatedPart read(PlaceTable.RowBatch part) {
        reader.read(part);
        EvaluatedPart results =
                new EvaluatedPart(portfolios.whole(), part.rows(), reader.doubtfulCells(), columns.hasNames());
        for (int row = 0; row < part.rows(); row++) {
            if (reader.outcome(part, row) != RowReader.Outcome.PASSED_OVER && part.isWhole(row)) {
                results.about(reader.group(row));
            }
            switch (reader.outcome(part, row)) {
                case PASSED_OVER -> results.passOver();
                case LEFT_OUT -> results.leaveOut();
                case REFUSED -> results.refuse(part.line(row), reader.problems(row));
                case READ -> {
                    results.about(reader.id(row), part.line(row));
                    BitSet kept = reader.kept(row);
                    if (kept != null) {
                        results.keep(kept);
                    }
                }
            }
        }
        return results;
    }

    private Kept evaluator(@Nullable BitSet ofRow, PlaceTable.RowBatch part, EvaluatedPart results) {
        BitSet kept = ofRow == null ? NOTHING_KEPT : ofRow;
        Kept found = evaluators.get(kept);
        if (found == null) {
            if (evaluators.size() == MOST_KEPT) {
                Map.Entry<BitSet, Kept> eldest =
                        evaluators.entrySet().iterator().next();
                evaluate(part, eldest.getValue(), results);
                evaluators.remove(eldest.getKey());
            }
            Portfolio portfolio = portfolios.keeping(kept);
            int[] parameters = portfolio.columns().stream()
                    .mapToInt(columns.parameters()::indexOf)
                    .toArray();
            found = new Kept(keepsDraws ? portfolio.evaluatorKeepingDraws() : portfolio.evaluator(), parameters);
            evaluators.put((BitSet) kept.clone(), found);
        }
        return found;
    }

    private void fill(int row, Kept kept) {
        int place = kept.waiting.size();
        for (int column = 0; column < kept.parameters.length; column++) {
            kept.evaluator.column(column)[place] = reader.value(row, kept.parameters[column]);
        }
    }

    private void evaluate(PlaceTable.RowBatch part, Kept kept, EvaluatedPart results) {
        if (kept.waiting.isEmpty()) {
            return;
        }
        kept.evaluator.evaluate(kept.waiting.size());
        results.take(
                kept.evaluator,
                kept.waiting.stream().mapToInt(Integer::intValue).toArray());
        for (int place = 0; place < kept.waiting.size(); place++) {
            int row = kept.waiting.get(place);
            List<Problem> problems = kept.evaluator.problems(place);
            if (problems.isEmpty()) {
                results.put(row, reader, kept.evaluator, place);
            } else {
                results.refuse(
                        part.line(row),
                        Stream.concat(problems.stream(), reader.cellsBehind(row, problems.get(0)).stream())
                                .map(problem -> problem.in(columns.table().place(part.line(row))))
                                .toList());
            }
        }
        kept.waiting.clear();
    }
}
