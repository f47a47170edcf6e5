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
     * {@return the balance of every year of the horizon}
     *
     * @param draws of a simulation that kept them
     * @param theCase index of the case among those of the draws
     * @param workers where the work is done; the figures are the same bits for any number of threads
     */
    public static List<Year> of(KeptDraws draws, int theCase, Workers workers) {
        return of(draws, List.of(theCase), workers).get(0);
    }

    /**
     * {@return the same of several cases, for which the draws are made once}
     *
     * @param draws of a simulation that kept them
     * @param cases indices of the cases among those of the draws
     * @param workers where the work is done; the figures are the same bits for any number of threads
     */
    public static List<List<Year>> of(KeptDraws draws, List<Integer> cases, Workers workers) {
        return of(draws, cases, workers, YearlyStatistics.MOST_CELLS);
    }

    /** The same with another limit to the numbers that are kept at a time. */
    static List<List<Year>> of(KeptDraws draws, List<Integer> cases, Workers workers, int mostCells) {
        List<List<Year>> balances = new ArrayList<>();
        for (List<Statistics> years : YearlyStatistics.ofBalance(draws, cases, workers, mostCells)) {
            int firstYear = draws.cases()
                    .get(cases.get(balances.size()))
                    .central()
                    .frame()
                    .firstYear();
            List<Year> balance = new ArrayList<>();
            for (int y = 0; y < years.size(); y++) {
                balance.add(new Year(firstYear + y, years.get(y)));
            }
            balances.add(balance);
        }
        return balances;
    }
}
