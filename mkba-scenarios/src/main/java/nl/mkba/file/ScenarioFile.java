package nl.mkba.file;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import nl.mkba.discounting.DiscountPolicy;
import nl.mkba.file.catalogue.CatalogueFiles;
import nl.mkba.file.format.BuiltInFiles;
import nl.mkba.file.format.LoadedScenario;
import nl.mkba.file.format.ScenarioLoader;
import nl.mkba.file.format.ScenarioWriter;
import nl.mkba.file.format.Setting;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.scenario.Scenario;
import nl.mkba.uncertainty.Workers;

/** The way in and out of scenario files. */
public final class ScenarioFile {

    /** What problems call a text that is in no file. */
    private static final String TEXT = "scenario";

    private ScenarioFile() {}

    /**
     * {@return the scenario in a YAML file}
     *
     * @param file in UTF-8; it may include what is in its own folder and below
     * @throws InvalidScenarioException with every problem, each at its place in the file, if the scenario is refused
     */
    public static Scenario read(Path file) {
        return load(file, List.of()).scenario();
    }

    /**
     * {@return the scenario in a YAML file, with its warnings and the places of its keys}
     *
     * @param file in UTF-8
     * @param libraries folders that {@code include} may read beside the scenario's own
     * @throws InvalidScenarioException with every problem, each at its place in the file, if the scenario is refused
     */
    public static LoadedScenario load(Path file, List<Path> libraries) {
        return load(file, libraries, 1);
    }

    /**
     * {@return the same, with raised limits to how many different cases it may have}
     *
     * @param file in UTF-8
     * @param libraries folders that {@code include} may read beside the scenario's own
     * @param limitsTimes by how much they are raised, above 0; 1 for the standard ones
     * @throws InvalidScenarioException with every problem, each at its place in the file, if the scenario is refused
     */
    public static LoadedScenario load(Path file, List<Path> libraries, double limitsTimes) {
        return load(file, libraries, limitsTimes, Workers.callerOnly());
    }

    /**
     * {@return the same, with its cases checked by several threads}
     *
     * @param file in UTF-8
     * @param libraries folders that {@code include} may read beside the scenario's own
     * @param limitsTimes by how much the limits to how many different cases it may have are raised, above 0
     * @param workers where the work is done; what is found is the same for any number of threads
     * @throws InvalidScenarioException with every problem, each at its place in the file, if the scenario is refused
     */
    public static LoadedScenario load(Path file, List<Path> libraries, double limitsTimes, Workers workers) {
        return ScenarioLoader.load(file, libraries, new CatalogueFiles(), limitsTimes, workers);
    }

    /**
     * {@return the scenario in a YAML file}
     *
     * @param file in UTF-8
     * @param reach what {@code include} may reach beside the file's own folder and all below it
     * @throws InvalidScenarioException with every problem, each at its place in the file, if the scenario is refused
     */
    public static Scenario read(Path file, Includes reach) {
        return ScenarioLoader.load(file, reach.folders(), catalogue(reach), 1, Workers.callerOnly())
                .scenario();
    }

    /**
     * {@return the scenario in a YAML text, which includes nothing} Its size (10 MB), its nesting (50 levels) and the number of
     * its values are limited, so it may come from a stranger.
     *
     * @param yaml the text of the file
     * @throws InvalidScenarioException with every problem, each at its line, if the scenario is refused
     */
    public static Scenario read(String yaml) {
        return read(yaml, Includes.NONE);
    }

    /**
     * {@return the scenario in a YAML text, with the limits of {@link #read(String)}, which hold for all that it includes
     * together}
     *
     * @param yaml the text of the file
     * @param reach what {@code include} may reach
     * @throws InvalidScenarioException with every problem, each at its line, if the scenario is refused
     */
    public static Scenario read(String yaml, Includes reach) {
        byte[] bytes = yaml.getBytes(StandardCharsets.UTF_8);
        return load(most -> bytes.length <= most ? bytes : Arrays.copyOf(bytes, most), reach)
                .scenario();
    }

    /**
     * {@return the scenario in a stream of YAML text (UTF-8), which includes nothing; with the limits of {@link #read(String)},
     * so that no more of the stream is read} It is not closed.
     *
     * @param yaml the stream, read to its end
     * @throws InvalidScenarioException with every problem, each at its line, if the scenario is refused or cannot be read
     */
    public static Scenario read(InputStream yaml) {
        return read(yaml, Includes.NONE);
    }

    /**
     * {@return the scenario in a stream of YAML text (UTF-8), with the limits of {@link #read(String)}, which hold for all that
     * it includes together} It is not closed.
     *
     * @param yaml the stream, read to its end
     * @param reach what {@code include} may reach
     * @throws InvalidScenarioException with every problem, each at its line, if the scenario is refused or cannot be read
     */
    public static Scenario read(InputStream yaml, Includes reach) {
        return load(yaml::readNBytes, reach).scenario();
    }

    private static LoadedScenario load(ScenarioLoader.Content text, Includes reach) {
        return ScenarioLoader.load(TEXT, text, reach.folders(), catalogue(reach));
    }

    private static BuiltInFiles catalogue(Includes reach) {
        return reach.catalogue() ? new CatalogueFiles() : BuiltInFiles.NONE;
    }

    /**
     * {@return the text of a YAML file that is read as this scenario}
     *
     * @param scenario read from a file or made in Java
     */
    public static String write(Scenario scenario) {
        return ScenarioWriter.write(scenario);
    }

    /**
     * {@return a change to a parameter, written {@code PARAMETER=VALUE}; the value is as under {@code set} in a file}
     *
     * @param text such as {@code wages=120} or {@code take_up=30%}
     * @throws InvalidScenarioException if it is not of that form; whether the parameter exists is not looked at
     */
    public static Setting parseSet(String text) {
        return Setting.parse(text);
    }

    /**
     * {@return a discount policy by its published name, or a rate such as {@code 2.25%}}
     *
     * @param text as under {@code discounting} in a file
     * @throws InvalidScenarioException if it is neither
     */
    public static DiscountPolicy parseDiscounting(String text) {
        return Setting.discounting(text);
    }
}
