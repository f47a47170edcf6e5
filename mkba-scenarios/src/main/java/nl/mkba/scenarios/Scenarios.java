package nl.mkba.scenarios;

import java.nio.file.Path;
import java.util.List;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenarios.format.Catalogue;
import nl.mkba.scenarios.format.ScenarioFile;
import nl.mkba.scenarios.format.ScenarioLoader;

/** The way in and out of scenario files. */
public final class Scenarios {

    private Scenarios() {}

    /**
     * The scenario in a YAML file.
     *
     * @throws InvalidScenarioException with every problem, each at its place in the file, if the scenario is refused
     */
    public static Scenario read(Path file) {
        return load(file, List.of()).scenario();
    }

    /**
     * The scenario in a YAML file, with its warnings and the places of its keys.
     *
     * @param libraries folders that {@code include} may read beside the scenario's own
     * @throws InvalidScenarioException with every problem, each at its place in the file, if the scenario is refused
     */
    public static ScenarioFile load(Path file, List<Path> libraries) {
        return ScenarioLoader.load(file, libraries, Catalogue.NONE);
    }
}
