package nl.mkba.file.format;

import java.util.List;
import java.util.stream.Stream;
import nl.mkba.file.yaml.Node;
import nl.mkba.file.yaml.ReadingLimits;
import nl.mkba.file.yaml.YamlReader;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Location;
import nl.mkba.problem.Problems;
import nl.mkba.scenario.Parameter;
import nl.mkba.scenario.Stakeholder;

/**
 * What a file to include says on its own, outside any scenario: its stakeholders and figures, in the file's order.
 *
 * @param stakeholders its stakeholders
 * @param parameters its figures
 */
public record IncludedFile(List<Stakeholder> stakeholders, List<Parameter> parameters) {

    /**
     * Copies its lists, so that it cannot change.
     *
     * @param stakeholders see {@link #stakeholders()}
     * @param parameters see {@link #parameters()}
     */
    public IncludedFile {
        stakeholders = List.copyOf(stakeholders);
        parameters = List.copyOf(parameters);
    }

    /**
     * Reads the text of such a file.
     *
     * @param name as problems show it
     * @param text in UTF-8
     * @return what the file holds
     * @throws InvalidScenarioException with every problem, each at its place
     */
    public static IncludedFile read(String name, byte[] text) {
        Problems problems = new Problems();
        Node tree = YamlReader.read(name, text, new ReadingLimits(), problems);
        if (tree == null) {
            throw new InvalidScenarioException(problems.all());
        }
        Section file = Value.of("", new Location(name, 1, 1), tree, problems)
                .section(Stream.concat(IncludedEntries.SECTIONS.stream(), Stream.of("include", "mkba"))
                        .toArray(String[]::new));
        IncludedFile read = new IncludedFile(
                file.each(ScenarioKeys.STAKEHOLDERS, StakeholderFormat::read),
                file.each(ScenarioKeys.PARAMETERS, ParameterFormat::read));
        if (!problems.all().isEmpty()) {
            throw new InvalidScenarioException(problems.all());
        }
        return read;
    }
}
