package nl.mkba.scenarios.format;

import java.util.List;
import nl.mkba.problem.Problem;
import nl.mkba.scenario.Scenario;

/**
 * A scenario with what its files say beside the model.
 *
 * @param scenario the scenario
 * @param warnings what deserves attention, sorted by place
 * @param places where its keys stand, to locate problems that are found later
 */
public record ScenarioFile(Scenario scenario, List<Problem> warnings, Places places) {

    public ScenarioFile {
        warnings = List.copyOf(warnings);
    }
}
