package nl.mkba.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.mkba.Mkba;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import nl.mkba.testkit.naive.Refused;

/** An engine to hold against the rules: from a scenario to its figures. */
@FunctionalInterface
public interface Engine {

    /**
     * {@return the central estimate of every alternative, each without an outlook first and then in every outlook, in the order
     * of the scenario}
     *
     * <p>An engine that cannot calculate some figure leaves its path out; the rules about that figure then fail, and say which path
     * they lack.
     *
     * @param scenario valid as it is written
     * @throws Refused if the engine refuses the scenario because of its values
     */
    List<EngineResult> appraise(Scenario scenario);

    /** {@return mkba itself} */
    static Engine mkba() {
        return scenario -> {
            Selection everything =
                    new Selection(List.of(), new ArrayList<>(scenario.outlooks().keySet()), true, Map.of(), null);
            try {
                return Mkba.appraise(scenario, everything).results().stream()
                        .map(EngineResult::of)
                        .toList();
            } catch (InvalidScenarioException refused) {
                throw new Refused(String.valueOf(refused.getMessage()), refused);
            }
        };
    }
}
