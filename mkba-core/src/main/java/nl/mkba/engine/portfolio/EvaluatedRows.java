package nl.mkba.engine.portfolio;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import nl.mkba.portfolio.PortfolioResult;
import nl.mkba.problem.Problem;

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
     * Evaluates rows.
     *
     * @param rows a value for each of the portfolio's columns
     */
    public static PortfolioResult of(Portfolio portfolio, List<Map<String, Double>> rows) {
        RowEvaluator evaluator = portfolio.evaluator();
        List<List<Problem>> problems = new ArrayList<>();
        double[][][] figures = new double[portfolio.cases()][portfolio.figures().size()][rows.size()];
        for (int from = 0; from < rows.size(); from += evaluator.most()) {
            int n = Math.min(evaluator.most(), rows.size() - from);
            for (int column = 0; column < portfolio.columns().size(); column++) {
                String id = portfolio.columns().get(column);
                for (int i = 0; i < n; i++) {
                    evaluator.column(column)[i] = value(rows.get(from + i), id);
                }
            }
            evaluator.evaluate(n);
            for (int i = 0; i < n; i++) {
                problems.add(evaluator.problems(i));
                for (int c = 0; c < figures.length; c++) {
                    for (int figure = 0; figure < figures[c].length; figure++) {
                        figures[c][figure][from + i] =
                                evaluator.isAbsent(c, figure, i) ? Double.NaN : evaluator.figure(c, figure, i);
                    }
                }
            }
        }
        return new EvaluatedRows(portfolio, problems, figures);
    }

    private static double value(Map<String, Double> row, String id) {
        Double value = row.get(id);
        if (value == null) {
            throw new IllegalArgumentException("A row has no " + id);
        }
        return value;
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
