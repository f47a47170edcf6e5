package nl.mkba.problem;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown when a scenario, or a request about it, is refused; carries every problem that was found. */
public final class InvalidScenarioException extends RuntimeException {

    private final transient List<Problem> problems;

    public InvalidScenarioException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining(System.lineSeparator())));
        this.problems = List.copyOf(problems);
    }

    public InvalidScenarioException(Problem problem) {
        this(List.of(problem));
    }

    /** The problems, at least one of them an error. */
    public List<Problem> problems() {
        return problems;
    }
}
