package nl.mkba.appraisal;

import java.util.List;
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

    public Appraisal {
        results = List.copyOf(results);
        warnings = List.copyOf(warnings);
    }

    /**
     * The result of an alternative in the first outlook that was asked for.
     *
     * @throws IllegalArgumentException if that alternative was not appraised
     */
    public AlternativeResult result(String alternative) {
        return results.stream()
                .filter(result -> result.alternative().equals(alternative))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("The alternative (" + alternative + ") was not appraised"));
    }
}
