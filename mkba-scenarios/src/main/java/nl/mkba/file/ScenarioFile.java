package nl.mkba.file;

import java.nio.file.Path;
import java.util.List;
import nl.mkba.discounting.DiscountPolicy;
import nl.mkba.file.catalogue.CatalogueFiles;
import nl.mkba.file.format.LoadedScenario;
import nl.mkba.file.format.ScenarioLoader;
import nl.mkba.file.format.ScenarioWriter;
import nl.mkba.file.format.Setting;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Limits;
import nl.mkba.scenario.Scenario;

/** The way in and out of scenario files. */
public final class ScenarioFile {

    private ScenarioFile() {}

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
    public static LoadedScenario load(Path file, List<Path> libraries) {
        return load(file, libraries, Limits.STANDARD);
    }

    /**
     * The same, with other limits to how many different cases it may have.
     *
     * @param libraries folders that {@code include} may read beside the scenario's own
     * @throws InvalidScenarioException with every problem, each at its place in the file, if the scenario is refused
     */
    public static LoadedScenario load(Path file, List<Path> libraries, Limits limits) {
        return ScenarioLoader.load(file, libraries, new CatalogueFiles(), limits);
    }

    /** The text of a YAML file that is read as this scenario. */
    public static String write(Scenario scenario) {
        return ScenarioWriter.write(scenario);
    }

    /**
     * A change to a parameter, written {@code PARAMETER=VALUE}; the value is as under {@code set} in a file.
     *
     * @throws InvalidScenarioException if it is not of that form; whether the parameter exists is not looked at
     */
    public static Setting parseSet(String text) {
        return Setting.parse(text);
    }

    /**
     * A discount policy by its published name, or a rate such as {@code 2.25%}.
     *
     * @throws InvalidScenarioException if it is neither
     */
    public static DiscountPolicy parseDiscounting(String text) {
        return Setting.discounting(text);
    }
}
