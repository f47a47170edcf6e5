package nl.mkba.file.format;

import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.mkba.discounting.DiscountPolicy;
import nl.mkba.file.yaml.Node;
import nl.mkba.file.yaml.ReadingLimits;
import nl.mkba.file.yaml.ScalarNode;
import nl.mkba.file.yaml.YamlReader;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Location;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.problem.Problems;
import nl.mkba.scenario.Replacement;

/**
 * A change to a parameter that stands outside a file, such as {@code households=400} or {@code rate={times: 90%}}.
 *
 * @param parameter the parameter's id
 * @param replacement what becomes of it
 * @param warnings what deserves attention
 */
public record Setting(String parameter, Replacement replacement, List<Problem> warnings) {

    private static final String PATH = "set";
    private static final Location NOWHERE = new Location("", 1, 1);

    /**
     * Copies its list, so that it cannot change.
     *
     * @param parameter see {@link #parameter()}
     * @param replacement see {@link #replacement()}
     * @param warnings see {@link #warnings()}
     */
    public Setting {
        warnings = List.copyOf(warnings);
    }

    /**
     * {@return the change that {@code PARAMETER=VALUE} says; the value is as under {@code set} in a file}
     *
     * @param text such as {@code wages=120}
     * @throws InvalidScenarioException if it is not of that form
     */
    public static Setting parse(String text) {
        int equals = text.indexOf('=');
        if (equals < 0) {
            throw new InvalidScenarioException(Problem.of(
                    ProblemCode.WRONG_TYPE, Problem.NO_PATH, "`" + Value.shortened(text) + "`", "PARAMETER=VALUE"));
        }
        String parameter = text.substring(0, equals).strip();
        Problems problems = new Problems();
        Value value = value(PATH + "." + parameter, text.substring(equals + 1).strip(), problems);
        Replacement replacement = ReplacementFormat.read(value);
        return new Setting(parameter, replacement, withoutPlace(problems));
    }

    /**
     * {@return what a text says: the name of a published discount policy, a rate per year such as {@code 2.25%}, or a formula
     * of one}
     *
     * @param text as under {@code discounting} in a file
     * @throws InvalidScenarioException if it is none of these
     */
    public static DiscountPolicy discounting(String text) {
        Problems problems = new Problems();
        DiscountPolicy policy =
                new DiscountingFormat(List.of()).read(value("selection.discounting", text.strip(), problems));
        withoutPlace(problems);
        return policy;
    }

    private static Value value(String path, String text, Problems problems) {
        Node node = text.startsWith("{")
                ? YamlReader.read("", text.getBytes(StandardCharsets.UTF_8), new ReadingLimits(), problems)
                : new ScalarNode(text, text.isEmpty() ? ScalarNode.Form.NOTHING : ScalarNode.Form.TEXT, NOWHERE);
        return node == null ? Value.faulty(path, NOWHERE, problems) : Value.of(path, NOWHERE, node, problems);
    }

    /** The warnings among the problems, of which none stands in a file; throws them all if there is an error. */
    private static List<Problem> withoutPlace(Problems problems) {
        List<Problem> all = problems.all().stream()
                .map(problem -> new Problem(
                        problem.code(),
                        problem.path(),
                        problem.atKey(),
                        problem.arguments(),
                        problem.suggestions(),
                        null))
                .toList();
        if (problems.hasErrors()) {
            throw new InvalidScenarioException(all);
        }
        return all;
    }
}
