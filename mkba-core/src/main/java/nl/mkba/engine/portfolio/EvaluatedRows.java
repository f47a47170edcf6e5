package nl.mkba.engine.portfolio;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import nl.mkba.portfolio.PortfolioResult;
import nl.mkba.problem.Problem;
import nl.mkba.uncertainty.Workers;

/** The figures of rows that were evaluated. */
public final class EvaluatedRows implements PortfolioResult {

    private final Portfolio portfolio;
    private final List<List<Problem>> problems;
    private final double[][][] figures;

    private EvaluatedRows(Portfolio portfolio, List<List<Problem>> problems, double[][][] figures) {
        this.portfolio = portfolio;
        this.problems = problems;
        this.figures = figures;
    }

    /**
     * {@return the figures of rows}
     *
     * @param portfolio the scenario made ready for a table
     * @param rows a value for each of the portfolio's columns
     * @param workers where the work is done; the figures are the same bits for any number of threads
     */
    public static EvaluatedRows of(Portfolio portfolio, List<Map<String, Double>> rows, Workers workers) {
        List<List<Problem>> problems = new ArrayList<>(Collections.nCopies(rows.size(), List.of()));
        double[][][] figures = new double[portfolio.cases()][portfolio.figures().size()][rows.size()];
        int most = RowEvaluator.most(portfolio);
        workers.run((rows.size() + most - 1) / most, cancellation -> {
            RowEvaluator evaluator = portfolio.evaluator(false, cancellation);
            return block -> {
                int from = block * most;
                int n = Math.min(most, rows.size() - from);
                evaluate(evaluator, portfolio.columns(), rows.subList(from, from + n));
                for (int i = 0; i < n; i++) {
                    problems.set(from + i, evaluator.problems(i));
                    for (int c = 0; c < figures.length; c++) {
                        for (int figure = 0; figure < figures[c].length; figure++) {
                            figures[c][figure][from + i] =
                                    evaluator.isAbsent(c, figure, i) ? Double.NaN : evaluator.figure(c, figure, i);
                        }
                    }
                }
            };
        });
        return new EvaluatedRows(portfolio, problems, figures);
    }

    private static void evaluate(RowEvaluator evaluator, List<String> columns, List<Map<String, Double>> rows) {
        for (int column = 0; column < columns.size(); column++) {
            for (int i = 0; i < rows.size(); i++) {
                evaluator.column(column)[i] = value(rows.get(i), columns.get(column));
            }
        }
        evaluator.evaluate(rows.size());
    }

    private static double value(Map<String, Double> row, String id) {
        Double value = row.get(id);
        if (value == null) {
            throw new IllegalArgumentException("A row has no " + id);
        }
        return value;
    }

    Portfolio portfolio() {
        return portfolio;
    }

    /** A figure of a row that has figures; NaN if it is absent. */
    double figure(int theCase, int figure, int row) {
        return figures[theCase][figure][row];
    }

    @Override
    public int rows() {
        return problems.size();
    }

    @Override
    public List<Problem> problems(int row) {
        return problems.get(row);
    }

    @Override
    public List<String> figures() {
        return portfolio.figures();
    }

    @Override
    public List<PortfolioResult.Line> results(int row) {
        List<PortfolioResult.Line> lines = new ArrayList<>();
        for (int c = 0; c < portfolio.cases(); c++) {
            lines.add(new Line(row, c));
        }
        return lines;
    }

    private final class Line implements PortfolioResult.Line {
        private final int row;
        private final int theCase;

        private Line(int row, int theCase) {
            this.row = row;
            this.theCase = theCase;
        }

        @Override
        public String alternative() {
            return portfolio.alternative(theCase);
        }

        @Override
        public Optional<String> outlook() {
            return portfolio.outlook(theCase);
        }

        @Override
        public OptionalDouble figure(String name) {
            int figure = portfolio.figures().indexOf(name);
            if (figure < 0) {
                throw new IllegalArgumentException("The figure (" + name + ") must be one of " + portfolio.figures());
            }
            double value = figures[theCase][figure][row];
            return Double.isNaN(value) || !problems.get(row).isEmpty()
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(value);
        }
    }
}
