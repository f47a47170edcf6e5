package nl.mkba.engine.uncertainty;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntConsumer;
import nl.mkba.engine.plan.Evaluator;
import nl.mkba.engine.plan.Overflow;
import nl.mkba.engine.time.TimeFrame;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.uncertainty.Statistics;
import nl.mkba.uncertainty.Workers;

/**
 * How a figure of every year spreads over the draws. The draws of a simulation are evaluated once more for it, since a
 * simulation keeps no years.
 */
public final class YearlyStatistics {

    /** Draws that are evaluated together. */
    private static final int BLOCK = 256;

    /** This many numbers are kept at a time, 32 MB; with more draws the years are worked through in several rounds. */
    static final int MOST_CELLS = 1 << 22;

    private final KeptDraws draws;
    private final List<Integer> cases;
    private final List<Evaluator> evaluators;
    private final String figure;

    /**
     * @param cases indices of cases among those of the draws
     * @param evaluators of each of them
     * @param figure what is calculated, as it is called among the figures of a year
     */
    private YearlyStatistics(KeptDraws draws, List<Integer> cases, List<Evaluator> evaluators, String figure) {
        this.draws = draws;
        this.cases = cases;
        this.evaluators = evaluators;
        this.figure = figure;
    }

    /**
     * {@return what a stakeholder's budget is left with in each year of the horizon: its net cash, case by case}
     *
     * @param draws of a simulation that kept them
     * @param stakeholder the stakeholder's id
     * @param nominal whether in prices of each year, and not in those of the price level
     * @param workers where the work is done; the figures are the same bits for any number of threads
     * @throws InvalidScenarioException if a year's statistics are too large for a number
     */
    public static List<List<Statistics>> ofCash(KeptDraws draws, String stakeholder, boolean nominal, Workers workers) {
        List<Integer> cases = new ArrayList<>();
        for (int c = 0; c < draws.cases().size(); c++) {
            cases.add(c);
        }
        String figure = "stakeholders." + stakeholder + ".cash";
        return of(draws, cases, each -> each.budgetEvaluator(stakeholder, nominal), figure, workers, MOST_CELLS);
    }

    /** Society's cumulative discounted balance, case by case. */
    static List<List<Statistics>> ofBalance(KeptDraws draws, List<Integer> cases, Workers workers, int mostCells) {
        return of(draws, cases, UncertainCase::balanceEvaluator, "cumulative_npv", workers, mostCells);
    }

    private static List<List<Statistics>> of(
            KeptDraws draws,
            List<Integer> cases,
            Function<UncertainCase, Evaluator> compiler,
            String figure,
            Workers workers,
            int mostCells) {
        Evaluator[] evaluators = new Evaluator[cases.size()];
        workers.run(
                evaluators.length,
                () -> k -> evaluators[k] = compiler.apply(draws.cases().get(cases.get(k))));
        List<List<Statistics>> years = new ArrayList<>();
        for (int from = 0; from < evaluators.length; ) {
            int horizon = draws.cases().get(cases.get(from)).central().frame().horizon();
            int most = Math.max(1, Math.min(evaluators.length - from, mostCells / draws.count() / horizon));
            years.addAll(new YearlyStatistics(
                            draws,
                            cases.subList(from, from + most),
                            List.of(evaluators).subList(from, from + most),
                            figure)
                    .years(workers, mostCells / most));
            from += most;
        }
        return years;
    }

    private List<List<Statistics>> years(Workers workers, int mostCells) {
        TimeFrame frame = draws.cases().get(cases.get(0)).central().frame();
        int horizon = frame.horizon();
        int atATime = Math.max(1, Math.min(horizon, mostCells / draws.count()));
        List<List<Statistics>> years = new ArrayList<>();
        cases.forEach(each -> years.add(new ArrayList<>()));
        for (int first = 0; first < horizon; first += atATime) {
            int count = Math.min(atATime, horizon - first);
            double[][][] columns = new double[cases.size()][count][draws.count()];
            fill(columns, first, workers);
            Statistics[] statistics = new Statistics[cases.size() * count];
            workers.run(
                    statistics.length,
                    cancellation -> task ->
                            statistics[task] = ColumnStatistics.of(columns[task / count][task % count], cancellation));
            for (int task = 0; task < statistics.length; task++) {
                Statistics year = statistics[task];
                List<Statistics> ofCase = years.get(task / count);
                if (!year.isFinite()) {
                    String name = "years." + (frame.firstYear() + ofCase.size()) + "." + figure;
                    throw new InvalidScenarioException(Overflow.problem(
                            draws.cases().get(cases.get(task / count)).central().compiled(), name));
                }
                ofCase.add(year);
            }
        }
        return years;
    }

    /** Fills a column for each case and year, from year {@code first} on. */
    private void fill(double[][][] columns, int first, Workers workers) {
        int blocks = (draws.count() + BLOCK - 1) / BLOCK;
        workers.run(blocks, () -> filler(columns, first));
    }

    private IntConsumer filler(double[][][] columns, int first) {
        List<Evaluator.DrawBlock> blocks =
                evaluators.stream().map(each -> each.block(BLOCK)).toList();
        InputColumns inputs = new InputColumns(draws, cases, blocks, BLOCK);
        return index -> {
            int from = index * BLOCK;
            int n = Math.min(BLOCK, draws.count() - from);
            inputs.fill(from, n);
            for (int c = 0; c < columns.length; c++) {
                blocks.get(c).evaluate(n);
                for (int y = 0; y < columns[c].length; y++) {
                    blocks.get(c).copyYear(first + y, columns[c][y], from, n);
                }
            }
        };
    }
}
