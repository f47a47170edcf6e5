package nl.mkba.problem;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Collects problems, so that all of them can be reported at once. A problem with a path at which, or above which, an
 * error was already reported is a consequence of that error and is left out; so is one that was reported before.
 */
public final class Problems {

    private final List<Problem> found = new ArrayList<>();
    private final Set<String> reported = new HashSet<>();
    private final Set<String> faultyPaths = new HashSet<>();

    /** Adds a problem, unless it repeats or follows from an earlier one. */
    public void add(Problem problem) {
        if (isFaulty(problem.path()) || !reported.add(problem.code().id() + " " + problem.path())) {
            return;
        }
        found.add(problem);
        if (problem.severity() == Severity.ERROR && !problem.path().equals(Problem.NO_PATH)) {
            faultyPaths.add(problem.path());
        }
    }

    /** Adds a problem with the value at {@code path}. */
    public void add(ProblemCode code, String path, String... arguments) {
        add(Problem.of(code, path, arguments));
    }

    /** Adds all problems of a refused input, as problems with the value at {@code path}. */
    public void addAll(String path, InvalidScenarioException refused) {
        refused.problems().forEach(problem -> add(problem.at(path)));
    }

    /** Whether an error was reported at {@code path} or at a path above it. */
    public boolean isFaulty(String path) {
        if (faultyPaths.isEmpty()) {
            return false;
        }
        String above = path;
        while (true) {
            if (faultyPaths.contains(above)) {
                return true;
            }
            int cut = Math.max(above.lastIndexOf('.'), above.lastIndexOf('['));
            if (cut <= 0) {
                return false;
            }
            above = above.substring(0, cut);
        }
    }

    /** Whether there is at least one error among the problems. */
    public boolean hasErrors() {
        return found.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    }

    /** All problems so far, in the order in which they were found. */
    public List<Problem> all() {
        return List.copyOf(found);
    }

    /** The warnings so far. */
    public List<Problem> warnings() {
        return found.stream()
                .filter(problem -> problem.severity() == Severity.WARNING)
                .toList();
    }

    /** Throws all problems together if there is an error among them. */
    public void throwIfErrors() {
        if (hasErrors()) {
            throw new InvalidScenarioException(all());
        }
    }
}
