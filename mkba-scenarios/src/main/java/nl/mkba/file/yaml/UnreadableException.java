package nl.mkba.file.yaml;

import nl.mkba.problem.Problem;

/** Ends the reading of a file that cannot be read any further. */
final class UnreadableException extends RuntimeException {

    private final transient Problem problem;

    UnreadableException(Problem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
