package nl.mkba.cooperation;

import java.util.Optional;
import nl.mkba.appraisal.Amount;
import nl.mkba.uncertainty.Statistics;

/**
 * What one intervention adds to the package of its alternative, in net present value.
 *
 * @param alone what the alternative would be worth with this intervention alone
 * @param last by how much the alternative's value falls if this one is left out
 * @param shapley its Shapley value: what it adds to those that are there already, as the mean over every order in which they
 *     could be added. Over all interventions these add up to the value of the alternative
 * @param spread what the draws say of it, if the scenario was simulated
 */
public record ShapleyContribution(Amount alone, Amount last, Amount shapley, Optional<Spread> spread) {

    /**
     * What the draws say of the three.
     *
     * @param alone of the value alone
     * @param last of the value added as the last
     * @param shapley of the Shapley value
     */
    public record Spread(Statistics alone, Statistics last, Statistics shapley) {}
}
