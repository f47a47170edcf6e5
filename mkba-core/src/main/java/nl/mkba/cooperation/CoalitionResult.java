package nl.mkba.cooperation;

import java.util.List;
import java.util.Optional;
import nl.mkba.cooperation.Coalition.Basis;
import nl.mkba.engine.result.CaseResults;
import nl.mkba.problem.Problem;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Simulation;

/**
 * Who must join in, for every alternative and outlook that was asked for.
 *
 * @param scenario what was looked at
 * @param simulation draws, seed and sampling behind the chances, if they were asked for
 * @param results outlook by outlook within each alternative, in the scenario's order; each in welfare, then in money
 * @param warnings what the author should look at
 */
public record CoalitionResult(
        Scenario scenario, Optional<Simulation> simulation, List<Coalition> results, List<Problem> warnings) {

    /**
     * Copies its lists, so that it cannot change.
     *
     * @param scenario see {@link #scenario()}
     * @param simulation see {@link #simulation()}
     * @param results see {@link #results()}
     * @param warnings see {@link #warnings()}
     */
    public CoalitionResult {
        results = List.copyOf(results);
        warnings = List.copyOf(warnings);
    }

    /**
     * {@return the result of an alternative in the first outlook that was asked for}
     *
     * @param alternative the alternative's id
     * @param basis on what stakeholders decide
     * @throws IllegalArgumentException if that alternative was not calculated
     */
    public Coalition result(String alternative, Basis basis) {
        return new CaseResults<>(on(basis), Coalition::alternative, Coalition::outlook).find(alternative);
    }

    /**
     * {@return the result of an alternative in an outlook}
     *
     * @param alternative the alternative's id
     * @param outlook the outlook's id
     * @param basis on what stakeholders decide
     * @throws IllegalArgumentException if that alternative was not calculated in that outlook
     */
    public Coalition result(String alternative, String outlook, Basis basis) {
        return new CaseResults<>(on(basis), Coalition::alternative, Coalition::outlook).find(alternative, outlook);
    }

    private List<Coalition> on(Basis basis) {
        return results.stream().filter(result -> result.basis() == basis).toList();
    }
}
