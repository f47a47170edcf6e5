package nl.mkba.appraisal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The result of an alternative under one label: society's part and every stakeholder's account of the streams that carry it, what
 * goes on beyond the horizon included. Over all labels of a key they add up to the alternative's own.
 *
 * @param society society's part; its transfers are what it receives from outside
 * @param stakeholders account of each stakeholder, by id, whether it counts or not
 * @param unpriced what carries the label and is not expressed in money
 */
public record LabelResult(Account society, Map<String, Account> stakeholders, List<UnpricedResult> unpriced) {

    /**
     * Copies its lists and maps, so that it cannot change.
     *
     * @param society see {@link #society()}
     * @param stakeholders see {@link #stakeholders()}
     * @param unpriced see {@link #unpriced()}
     */
    public LabelResult {
        stakeholders = Collections.unmodifiableMap(new LinkedHashMap<>(stakeholders));
        unpriced = List.copyOf(unpriced);
    }
}
