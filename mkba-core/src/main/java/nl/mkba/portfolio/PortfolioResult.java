package nl.mkba.portfolio;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import nl.mkba.engine.portfolio.Portfolio;
import nl.mkba.engine.portfolio.RowEvaluator;
import nl.mkba.problem.Problem;

/** The results of many places: for each row a line per alternative and outlook. Immutable. */
public final class PortfolioResult {

    private final Portfolio portfolio;
    private final List<List<Problem>> problems;
    private final double[][][] figures;

    private PortfolioResult(Portfolio portfolio, List<List<Problem>> problems, double[][][] figures) {
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
        return new PortfolioResult(portfolio, problems, figures);
    }

    private static double value(Map<String, Double> row, String id) {
        Double value = row.get(id);
        if (value == null) {
            throw new IllegalArgumentException("A row has no " + id);
        }
        return value;
    }

    /** How many rows there are. */
    public int rows() {
        return problems.size();
    }

    /** Why a row has no figures; empty if it has. */
    public List<Problem> problems(int row) {
        return problems.get(row);
    }

    /** The names of the figures of a line: see {@link Portfolio#figures}. */
    public List<String> figures() {
        return portfolio.figures();
    }

    /** The lines of a row: one for each alternative in the scenario's order, outlook by outlook. */
    public List<Line> results(int row) {
        List<Line> lines = new ArrayList<>();
        for (int c = 0; c < portfolio.cases(); c++) {
            lines.add(new Line(row, c));
        }
        return lines;
    }

    /**
     * The line of a row for an alternative in the first outlook that was asked for.
     *
     * @throws IllegalArgumentException if that alternative was not calculated
     */
    public Line result(int row, String alternative) {
        for (int c = 0; c < portfolio.cases(); c++) {
            if (portfolio.alternative(c).equals(alternative)) {
                return new Line(row, c);
            }
        }
        throw new IllegalArgumentException("The alternative (" + alternative + ") was not calculated");
    }

    /**
     * The line of a row for an alternative in an outlook.
     *
     * @throws IllegalArgumentException if that alternative was not calculated in that outlook
     */
    public Line result(int row, String alternative, String outlook) {
        for (int c = 0; c < portfolio.cases(); c++) {
            if (portfolio.alternative(c).equals(alternative)
                    && portfolio.outlook(c).equals(Optional.of(outlook))) {
                return new Line(row, c);
            }
        }
        throw new IllegalArgumentException(
                "The alternative (" + alternative + ") was not calculated in the outlook (" + outlook + ")");
    }

    /** What one row comes to, in one alternative and outlook. */
    public final class Line {
        private final int row;
        private final int theCase;

        private Line(int row, int theCase) {
            this.row = row;
            this.theCase = theCase;
        }

        /** The id of the alternative. */
        public String alternative() {
            return portfolio.alternative(theCase);
        }

        /** The id of the outlook, if any. */
        public Optional<String> outlook() {
            return portfolio.outlook(theCase);
        }

        /**
         * A figure, in the scenario's currency and prices, discounted to its base year; absent for a ratio without costs above 0, and
         * for a row that is refused.
         *
         * @param name one of {@link #figures}
         * @throws IllegalArgumentException if there is no such figure
         */
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

        /** The net present value; absent for a row that is refused. */
        public OptionalDouble npv() {
            return figure("npv");
        }

        /** Benefits per euro of costs; absent without costs above 0, and for a row that is refused. */
        public OptionalDouble bcr() {
            return figure("bcr");
        }
    }
}
