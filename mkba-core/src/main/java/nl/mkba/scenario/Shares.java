package nl.mkba.scenario;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.mkba.expression.Expression;

/**
 * Who bears an amount, each for a share of 0 … 1; together 1.
 *
 * @param byStakeholder share per stakeholder's id
 */
public record Shares(Map<String, Expression> byStakeholder) {

    /** Stands where faulty shares were reported. */
    public static final Shares UNKNOWN = new Shares(Map.of());

    /**
     * Copies its map, so that it cannot change.
     *
     * @param byStakeholder see {@link #byStakeholder()}
     */
    public Shares {
        byStakeholder = Collections.unmodifiableMap(new LinkedHashMap<>(byStakeholder));
    }

    /**
     * {@return shares of which one stakeholder has all}
     *
     * @param stakeholder the stakeholder's id
     */
    public static Shares of(String stakeholder) {
        return new Shares(Map.of(stakeholder, Expression.ONE));
    }
}
