package nl.mkba.file.portfolio;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.mkba.portfolio.Portfolio;
import nl.mkba.portfolio.RowEvaluator;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/** Evaluates parts of a table of places. For one thread; several may share a portfolio. */
public final class PlaceEvaluator {

    private final Portfolio portfolio;
    private final PlaceTable table;
    private final RowEvaluator evaluator;
    private final int id;
    private final int group;
    private final int[] columns;

    /**
     * An evaluator for a table.
     *
     * @param table in which every column of the portfolio is
     * @param groupColumn the column that says in which group a place is, or null for none
     * @param keepsDraws whether to keep what a choice needs of every draw
     */
    public PlaceEvaluator(Portfolio portfolio, PlaceTable table, @Nullable String groupColumn, boolean keepsDraws) {
        this.portfolio = portfolio;
        this.table = table;
        this.evaluator = keepsDraws ? portfolio.evaluatorKeepingDraws() : portfolio.evaluator();
        this.id = table.columns().indexOf(PlaceTable.ID);
        this.group = groupColumn == null ? -1 : table.columns().indexOf(groupColumn);
        this.columns =
                portfolio.columns().stream().mapToInt(table.columns()::indexOf).toArray();
    }

    /** The figures of a part's rows, and what is wrong with rows that have none. */
    public EvaluatedPart evaluate(PlaceTable.RowBatch part) {
        EvaluatedPart results = new EvaluatedPart(portfolio, part.rows(), perhapsThousands(part));
        List<Integer> block = new ArrayList<>(evaluator.most());
        for (int row = 0; row < part.rows(); row++) {
            List<Problem> problems = fill(part, row, block.size());
            if (problems.isEmpty()) {
                block.add(row);
            } else {
                results.refuse(part.line(row), problems);
            }
            if (block.size() == evaluator.most() || (row == part.rows() - 1 && !block.isEmpty())) {
                evaluate(part, block, results);
                block.clear();
            }
        }
        return results;
    }

    /** The cells of a part that were perhaps meant as thousands. */
    public PerhapsThousands perhapsThousands(PlaceTable.RowBatch part) {
        PerhapsThousands found = new PerhapsThousands();
        for (int row = 0; row < part.rows(); row++) {
            for (int column = 0; column < columns.length && part.isWhole(row); column++) {
                Optional<String> number = part.perhapsThousands(row, columns[column]);
                if (number.isPresent()) {
                    found.add(portfolio.columns().get(column), number.get(), part.line(row));
                }
            }
        }
        return found;
    }

    /** Fills a row of the evaluator; what is wrong with the cells. */
    private List<Problem> fill(PlaceTable.RowBatch part, int row, int place) {
        if (!part.isWhole(row)) {
            return List.of(located(
                    part,
                    row,
                    Problem.of(
                            ProblemCode.WRONG_NUMBER_OF_CELLS,
                            Problem.NO_PATH,
                            String.valueOf(part.cells(row)),
                            String.valueOf(table.columns().size()))));
        }
        List<Problem> problems = new ArrayList<>();
        if (part.text(row, id).isEmpty()) {
            problems.add(located(part, row, Problem.of(ProblemCode.EMPTY_CELL, PlaceTable.ID)));
        }
        if (group >= 0 && part.text(row, group).isEmpty()) {
            problems.add(located(
                    part,
                    row,
                    Problem.of(ProblemCode.EMPTY_CELL, table.columns().get(group))));
        }
        for (int column = 0; column < columns.length; column++) {
            try {
                evaluator.column(column)[place] = part.number(row, columns[column]);
            } catch (InvalidScenarioException e) {
                for (Problem problem : e.problems()) {
                    problems.add(
                            located(part, row, problem.at(portfolio.columns().get(column))));
                }
            }
        }
        return problems;
    }

    private Problem located(PlaceTable.RowBatch part, int row, Problem problem) {
        return problem.in(table.place(part.line(row)));
    }

    private void evaluate(PlaceTable.RowBatch part, List<Integer> rows, EvaluatedPart results) {
        evaluator.evaluate(rows.size());
        for (int place = 0; place < rows.size(); place++) {
            int row = rows.get(place);
            List<Problem> problems = evaluator.problems(place);
            if (problems.isEmpty()) {
                results.add(part.text(row, id), group < 0 ? "" : part.text(row, group), evaluator, place);
            } else {
                results.refuse(
                        part.line(row),
                        problems.stream()
                                .map(problem -> located(part, row, problem))
                                .toList());
            }
        }
    }
}
