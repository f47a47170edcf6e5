package nl.mkba.uncertainty;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import nl.mkba.plan.Evaluator;
import nl.mkba.plan.Overflow;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.time.TimeFrame;

/**
 * How society's cumulative discounted balance spreads over the draws, year by year. The draws of a simulation are evaluated
 * once more for it, since a simulation keeps no years.
 */
public final class CumulativeBalance {

    /** Draws that are evaluated together. */
    private static final int BLOCK = 256;

    /** So many numbers are kept at a time, 32 MB; with more draws the years are worked through in several rounds. */
    private static final int MOST_CELLS = 1 << 22;

    private final Draws draws;
    private final int theCase;
    private final Evaluator evaluator;

    private CumulativeBalance(Draws draws, int theCase) {
        this.draws = draws;
        this.theCase = theCase;
        this.evaluator = draws.cases().get(theCase).yearlyEvaluator();
    }

    /**
     * A year of the balance.
     *
     * @param year the calendar year
     * @param balance the sum of society's discounted net flows up to the end of that year, each stream at its own class
     */
    public record Year(int year, Statistics balance) {}

    /**
     * The balance of every year of the horizon.
     *
     * @param theCase index of the case among those of the draws
     * @param workers where the work is done; the figures are the same bits for any number of threads
     */
    public static List<Year> of(Draws draws, int theCase, Workers workers) {
        return new CumulativeBalance(draws, theCase).years(workers, MOST_CELLS);
    }

    /** The same with another limit to the numbers that are kept at a time. */
    static List<Year> of(Draws draws, int theCase, Workers workers, int mostCells) {
        return new CumulativeBalance(draws, theCase).years(workers, mostCells);
    }

    private List<Year> years(Workers workers, int mostCells) {
        TimeFrame frame = draws.cases().get(theCase).central().frame();
        int atATime = Math.max(1, Math.min(frame.horizon(), mostCells / draws.count()));
        List<Year> years = new ArrayList<>();
        for (int first = 0; first < frame.horizon(); first += atATime) {
            double[][] columns = new double[Math.min(atATime, frame.horizon() - first)][draws.count()];
            fill(columns, first, workers);
            Statistics[] statistics = new Statistics[columns.length];
            workers.run(columns.length, () -> y -> statistics[y] = Statistics.of(columns[y]));
            for (int y = 0; y < columns.length; y++) {
                int year = frame.firstYear() + first + y;
                if (!statistics[y].isFinite()) {
                    throw new InvalidScenarioException(Overflow.problem(
                            draws.cases().get(theCase).central().compiled(), "years." + year + ".cumulative_npv"));
                }
                years.add(new Year(year, statistics[y]));
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
                block.copyCumulative(first + y, columns[y], from, n);
            }
        };
    }
}
