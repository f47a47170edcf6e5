package nl.mkba.problem;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Thrown when a scenario, or a request about it, is refused; carries every problem that was found, also through
 * Java serialisation.
 */
public final class InvalidScenarioException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** An array, so that an exception that was sent to another machine still has them. */
    private final Problem[] problems;

    /**
     * An exception with everything that is wrong.
     *
     * @param problems at least one
     */
    public InvalidScenarioException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining(System.lineSeparator())));
        this.problems = problems.toArray(Problem[]::new);
    }

    /**
     * An exception with the one thing that is wrong.
     *
     * @param problem what is wrong; an error
     */
    public InvalidScenarioException(Problem problem) {
        this(List.of(problem));
    }

    /** {@return the problems, at least one of them an error} */
    public List<Problem> problems() {
        return List.of(problems);
    }
}
