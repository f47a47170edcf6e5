package nl.mkba.cooperation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.mkba.appraisal.Amount;
import nl.mkba.engine.result.CaseResults;
import nl.mkba.problem.Problem;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Simulation;
import nl.mkba.uncertainty.Statistics;

/**
 * What each intervention adds, for every alternative and outlook that was asked for.
 *
 * @param scenario what was divided
 * @param simulation draws, seed and sampling behind the spread, if it was asked for
 * @param results outlook by outlook within each alternative, in the scenario's order
 * @param warnings what the author should look at
 */
public record ShapleyResult(
        Scenario scenario, Optional<Simulation> simulation, List<ShapleyCase> results, List<Problem> warnings) {

    /**
     * Copies its lists, so that it cannot change.
     *
     * @param scenario see {@link #scenario()}
     * @param simulation see {@link #simulation()}
     * @param results see {@link #results()}
     * @param warnings see {@link #warnings()}
     */
    public ShapleyResult {
        results = List.copyOf(results);
        warnings = List.copyOf(warnings);
    }

    /**
     * {@return the result of an alternative in the first outlook that was asked for}
     *
     * @param alternative the alternative's id
     * @throws IllegalArgumentException if that alternative was not calculated
     */
    public ShapleyCase result(String alternative) {
        return new CaseResults<>(results, ShapleyCase::alternative, ShapleyCase::outlook).find(alternative);
    }

    /**
     * {@return the result of an alternative in an outlook}
     *
     * @param alternative the alternative's id
     * @param outlook the outlook's id
     * @throws IllegalArgumentException if that alternative was not calculated in that outlook
     */
    public ShapleyCase result(String alternative, String outlook) {
        return new CaseResults<>(results, ShapleyCase::alternative, ShapleyCase::outlook).find(alternative, outlook);
    }

    /**
     * One alternative in one outlook or without.
     *
     * @param alternative the alternative's id
     * @param outlook the outlook's id, if any
     * @param npv net present value of the whole package
     * @param interventions what each adds, by id, in the scenario's order
     */
    public record ShapleyCase(
            String alternative, Optional<String> outlook, Amount npv, Map<String, Contribution> interventions) {

        /**
         * Copies its map, so that it cannot change.
         *
         * @param alternative see {@link #alternative()}
         * @param outlook see {@link #outlook()}
         * @param npv see {@link #npv()}
         * @param interventions see {@link #interventions()}
         */
        public ShapleyCase {
            interventions = Collections.unmodifiableMap(new LinkedHashMap<>(interventions));
        }
    }

    /**
     * What one intervention adds to the package of its alternative, in net present value.
     *
     * @param alone what the alternative would be worth with this intervention alone
     * @param last by how much the alternative's value falls if this one is left out
     * @param shapley its Shapley value: what it adds to those that are there already, as the mean over every order in which they
     *     could be added. Over all interventions these add up to the value of the alternative
     * @param spread what the draws say of it, if the scenario was simulated
     */
    public record Contribution(Amount alone, Amount last, Amount shapley, Optional<Spread> spread) {

        /**
         * What the draws say of the three.
         *
         * @param alone of the value alone
         * @param last of the value added as the last
         * @param shapley of the Shapley value
         */
        public record Spread(Statistics alone, Statistics last, Statistics shapley) {}
    }
}
