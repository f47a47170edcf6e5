package nl.mkba.engine.uncertainty;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import nl.mkba.engine.plan.Evaluator;
import nl.mkba.engine.plan.Overflow;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.time.TimeFrame;
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
    private final int theCase;
    private final Evaluator evaluator;
    private final String figure;

    /** @param figure what is calculated, as it is called among the figures of a year */
    private YearlyStatistics(KeptDraws draws, int theCase, Evaluator evaluator, String figure) {
        this.figure = figure;
        this.draws = draws;
        this.theCase = theCase;
        this.evaluator = evaluator;
    }

    /**
     * What a stakeholder's budget is left with in each year of the horizon: its net cash.
     *
     * @param theCase index of the case among those of the draws
     * @param nominal whether in prices of each year, and not in those of the price level
     * @param workers where the work is done; the figures are the same bits for any number of threads
     * @throws InvalidScenarioException if a year's statistics are too large for a number
     */
    public static List<Statistics> ofCash(
            KeptDraws draws, int theCase, String stakeholder, boolean nominal, Workers workers) {
        Evaluator evaluator = draws.cases().get(theCase).budgetEvaluator(stakeholder, nominal);
        return new YearlyStatistics(draws, theCase, evaluator, "stakeholders." + stakeholder + ".cash")
                .years(workers, MOST_CELLS);
    }

    /** Society's cumulative discounted balance. */
    static List<Statistics> ofBalance(KeptDraws draws, int theCase, Workers workers, int mostCells) {
        Evaluator evaluator = draws.cases().get(theCase).yearlyEvaluator();
        return new YearlyStatistics(draws, theCase, evaluator, "cumulative_npv").years(workers, mostCells);
    }

    private List<Statistics> years(Workers workers, int mostCells) {
        TimeFrame frame = draws.cases().get(theCase).central().frame();
        int horizon = frame.horizon();
        int atATime = Math.max(1, Math.min(horizon, mostCells / draws.count()));
        List<Statistics> years = new ArrayList<>();
        for (int first = 0; first < horizon; first += atATime) {
            double[][] columns = new double[Math.min(atATime, horizon - first)][draws.count()];
            fill(columns, first, workers);
            Statistics[] statistics = new Statistics[columns.length];
            workers.run(
                    columns.length, cancellation -> y -> statistics[y] = ColumnStatistics.of(columns[y], cancellation));
            for (Statistics year : statistics) {
                if (!year.isFinite()) {
                    String name = "years." + (frame.firstYear() + years.size()) + "." + figure;
                    throw new InvalidScenarioException(Overflow.problem(
                            draws.cases().get(theCase).central().compiled(), name));
                }
                years.add(year);
            }
        }
        return years;
    }

    /** Fills a column for each year from {@code first} on. */
    private void fill(double[][] columns, int first, Workers workers) {
        int blocks = (draws.count() + BLOCK - 1) / BLOCK;
        workers.run(blocks, () -> filler(columns, first));
    }

    private IntConsumer filler(double[][] columns, int first) {
        Evaluator.DrawBlock block = evaluator.block(BLOCK);
        return index -> {
            int from = index * BLOCK;
            int n = Math.min(BLOCK, draws.count() - from);
            for (int p = 0; p < evaluator.inputs().size(); p++) {
                draws.fill(theCase, p, from, n, block.input(p));
            }
            block.evaluate(n);
            for (int y = 0; y < columns.length; y++) {
                block.copyYear(first + y, columns[y], from, n);
            }
        };
    }
}
