package nl.mkba.appraisal;

import java.util.ArrayList;
import java.util.List;
import nl.mkba.scenario.Alternative;
import nl.mkba.scenario.Intervention;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.UnpricedItem;

/**
 * An item that is not expressed in money (PM-post) of an intervention in the alternative.
 *
 * @param intervention the intervention's id
 * @param item what it is
 */
public record UnpricedResult(String intervention, UnpricedItem item) {

    /**
     * {@return the items of the interventions that an alternative carries out, in the scenario's order} They are the same in
     * every outlook.
     *
     * @param scenario the analysis
     * @param alternative the alternative's id
     * @throws IllegalArgumentException if the scenario has no such alternative
     */
    public static List<UnpricedResult> of(Scenario scenario, String alternative) {
        Alternative chosen = scenario.alternatives().get(alternative);
        if (chosen == null) {
            throw new IllegalArgumentException("There is no alternative " + alternative);
        }
        List<UnpricedResult> items = new ArrayList<>();
        for (Intervention intervention : scenario.interventions().values()) {
            if (chosen.interventions().contains(intervention.id())) {
                for (UnpricedItem item : intervention.unpriced()) {
                    items.add(new UnpricedResult(intervention.id(), item));
                }
            }
        }
        return items;
    }
}
