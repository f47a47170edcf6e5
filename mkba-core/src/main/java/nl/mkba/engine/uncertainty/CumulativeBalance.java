package nl.mkba.engine.uncertainty;

import java.util.ArrayList;
import java.util.List;
import nl.mkba.uncertainty.Statistics;
import nl.mkba.uncertainty.Workers;

/**
 * How society's cumulative discounted balance spreads over the draws, year by year. The draws of a simulation are evaluated
 * once more for it, since a simulation keeps no years.
 */
public final class CumulativeBalance {

    private CumulativeBalance() {}

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
    public static List<Year> of(KeptDraws draws, int theCase, Workers workers) {
        return of(draws, theCase, workers, YearlyStatistics.MOST_CELLS);
    }

    /** The same with another limit to the numbers that are kept at a time. */
    static List<Year> of(KeptDraws draws, int theCase, Workers workers, int mostCells) {
        return years(draws, theCase, YearlyStatistics.ofBalance(draws, theCase, workers, mostCells));
    }

    private static List<Year> years(KeptDraws draws, int theCase, List<Statistics> balances) {
        int firstYear = draws.cases().get(theCase).central().frame().firstYear();
        List<Year> years = new ArrayList<>();
        for (int y = 0; y < balances.size(); y++) {
            years.add(new Year(firstYear + y, balances.get(y)));
        }
        return years;
    }
}
