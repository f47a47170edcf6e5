package nl.mkba.scenario;

import java.util.LinkedHashMap;
import java.util.Map;
import nl.mkba.engine.input.Inputs;
import nl.mkba.expression.Expression;

/** Shares that are handed over one by one, or all at once. */
final class DividedShares {
    private final String key;
    private final Map<String, Expression> shares = new LinkedHashMap<>();
    private boolean stated;

    DividedShares(String key) {
        this.key = key;
    }

    void add(String stakeholder, Expression share) {
        shares.put(stakeholder, share);
        stated = true;
    }

    void set(Shares all) {
        shares.clear();
        shares.putAll(all.byStakeholder());
        stated = true;
    }

    boolean isStated() {
        return stated;
    }

    Shares of(Inputs inputs) {
        if (!stated) {
            inputs.missing(key);
        }
        return new Shares(shares);
    }
}
