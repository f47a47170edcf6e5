package nl.mkba.spark;

import java.io.Serializable;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import nl.mkba.engine.portfolio.Portfolio;

/** What rows are evaluated with: those that give every column a value, and those in which some keep the scenario's own. */
final class Portfolios implements Serializable {

    private static final long serialVersionUID = 1;

    private final Portfolio whole;

    /** By the columns of the whole that keep the scenario's own value; a map that can be sent. */
    private final HashMap<BitSet, Portfolio> others;

    /** @param others by the columns, counted in those of the whole, that keep the scenario's own value */
    Portfolios(Portfolio whole, Map<BitSet, Portfolio> others) {
        this.whole = whole;
        this.others = new HashMap<>(others);
    }

    /** The one for rows that give every column a value. */
    Portfolio whole() {
        return whole;
    }

    /** Whether there are rows in which a column keeps the scenario's own value, so that a cell may be empty. */
    boolean mayKeep() {
        return !others.isEmpty();
    }

    /** The one for rows in which these columns keep the scenario's own value. */
    Portfolio keeping(BitSet kept) {
        if (kept.isEmpty()) {
            return whole;
        }
        Portfolio found = others.get(kept);
        if (found == null) {
            throw new IllegalStateException("No row was there that keeps " + kept);
        }
        return found;
    }
}
