package nl.mkba.appraisal;

import java.util.List;
import nl.mkba.engine.result.CaseResults;
import nl.mkba.problem.Problem;
import nl.mkba.scenario.Scenario;

/**
 * The central estimate of a scenario: a result for every alternative and outlook that was asked for.
 *
 * @param scenario what was appraised
 * @param results outlook by outlook within each alternative, in the scenario's order
 * @param warnings what the author should look at
 */
public record Appraisal(Scenario scenario, List<AlternativeResult> results, List<Problem> warnings) {

    /**
     * Copies its lists, so that it cannot change.
     *
     * @param scenario see {@link #scenario()}
     * @param results see {@link #results()}
     * @param warnings see {@link #warnings()}
     */
    public Appraisal {
        results = List.copyOf(results);
        warnings = List.copyOf(warnings);
    }

    /**
     * {@return the result of an alternative in the first outlook that was asked for}
     *
     * @param alternative the alternative's id
     * @throws IllegalArgumentException if that alternative was not calculated
     */
    public AlternativeResult result(String alternative) {
        return new CaseResults<>(results, AlternativeResult::alternative, AlternativeResult::outlook).find(alternative);
    }

    /**
     * {@return the result of an alternative in an outlook}
     *
     * @param alternative the alternative's id
     * @param outlook the outlook's id
     * @throws IllegalArgumentException if that alternative was not calculated in that outlook
     */
    public AlternativeResult result(String alternative, String outlook) {
        return new CaseResults<>(results, AlternativeResult::alternative, AlternativeResult::outlook)
                .find(alternative, outlook);
    }
}
