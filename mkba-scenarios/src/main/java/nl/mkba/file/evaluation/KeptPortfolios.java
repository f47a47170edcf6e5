package nl.mkba.file.evaluation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nl.mkba.engine.portfolio.Portfolio;

/**
 * The scenario made ready for the rows of a table: for those that give every parameter a value, and for those in which some keep
 * the scenario's own. For any number of threads.
 */
public final class KeptPortfolios {

    /** The number kept besides the first: rows mostly lack the same few values. */
    private static final int MOST_KEPT = 32;

    private final Portfolio whole;
    private final Function<List<String>, Portfolio> maker;
    private final Map<BitSet, Portfolio> others = new LinkedHashMap<>(MOST_KEPT, 0.75f, true);

    /**
     * The portfolios for a table in which a row may leave a parameter its own value.
     *
     * @param whole for rows that give every parameter a value
     * @param maker makes the same with these columns only
     */
    public KeptPortfolios(Portfolio whole, Function<List<String>, Portfolio> maker) {
        this.whole = whole;
        this.maker = maker;
    }

    /**
     * {@return the portfolios for a table in which every row gives every parameter a value: just one}
     *
     * @param whole for all the parameters of the table
     */
    public static KeptPortfolios only(Portfolio whole) {
        return new KeptPortfolios(whole, columns -> {
            throw new IllegalStateException("No row keeps a value");
        });
    }

    /** {@return the one for rows that give every parameter a value} */
    public Portfolio whole() {
        return whole;
    }

    /** The one for rows in which the parameters at these places keep the scenario's own value. */
    synchronized Portfolio keeping(BitSet kept) {
        if (kept.isEmpty()) {
            return whole;
        }
        Portfolio found = others.get(kept);
        if (found == null) {
            List<String> columns = new ArrayList<>();
            for (int column = 0; column < whole.columns().size(); column++) {
                if (!kept.get(column)) {
                    columns.add(whole.columns().get(column));
                }
            }
            found = maker.apply(columns);
            if (others.size() == MOST_KEPT) {
                others.remove(others.keySet().iterator().next());
            }
            others.put((BitSet) kept.clone(), found);
        }
        return found;
    }
}
