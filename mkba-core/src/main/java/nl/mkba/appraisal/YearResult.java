package nl.mkba.appraisal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One year, undiscounted.
 *
 * @param year the calendar year
 * @param costs society's costs
 * @param benefits society's benefits
 * @param net benefits − costs + net transfers from outside society
 * @param discountFactor the standard discount factor of the year
 * @param cumulativeNpv sum of the discounted nets up to this year, each stream at its own class
 * @param stakeholders the year of each stakeholder, by id
 */
public record YearResult(
        int year,
        Amount costs,
        Amount benefits,
        Amount net,
        double discountFactor,
        Amount cumulativeNpv,
        Map<String, PartyYear> stakeholders) {

    /**
     * Copies its map, so that it cannot change.
     *
     * @param year see {@link #year()}
     * @param costs see {@link #costs()}
     * @param benefits see {@link #benefits()}
     * @param net see {@link #net()}
     * @param discountFactor see {@link #discountFactor()}
     * @param cumulativeNpv see {@link #cumulativeNpv()}
     * @param stakeholders see {@link #stakeholders()}
     */
    public YearResult {
        stakeholders = Collections.unmodifiableMap(new LinkedHashMap<>(stakeholders));
    }

    /**
     * One year of one stakeholder.
     *
     * @param net benefits − costs + transfers
     * @param cash the part of it that is cash
     */
    public record PartyYear(Amount net, Amount cash) {}
}
