package nl.mkba.problem;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.mkba.engine.spelling.Spelling;
import nl.mkba.problem.Problem.Severity;

/**
 * Collects problems, so that all of them can be reported at once. A problem at a path at which, or above which, an error
 * was already reported is a consequence of that error and is left out; so is one that was reported before. A problem
 * with a key does not hide what is wrong with its value, unless the key is unknown or missing.
 */
public final class Problems {

    /** Nobody reads more than these; only a file that is not a scenario has this many. */
    private static final int MOST = 1_000;

    private final List<Problem> found = new ArrayList<>();
    private final Set<String> reported = new HashSet<>();
    private final Set<String> faultyPaths = new HashSet<>();
    private final Set<String> hiddenPaths = new HashSet<>();
    private final Set<String> incompletePaths = new HashSet<>();
    private final Set<String> doubtfulPaths = new HashSet<>();
    private final Spelling spelling = new Spelling();

    /** Without problems. */
    public Problems() {}

    /**
     * {@return without problems so far, but with what is known here of places where something is wrong or missing} For what is found
     * beside these, as by another thread; to be added to these when it is done.
     */
    public Problems beside() {
        Problems others = new Problems();
        others.reported.addAll(reported);
        others.faultyPaths.addAll(faultyPaths);
        others.hiddenPaths.addAll(hiddenPaths);
        others.incompletePaths.addAll(incompletePaths);
        others.doubtfulPaths.addAll(doubtfulPaths);
        return others;
    }

    /**
     * Adds a problem, unless it repeats or follows from an earlier one.
     *
     * @param problem an error or a warning
     */
    public void add(Problem problem) {
        addTogether(List.of(problem));
    }

    /**
     * Adds problems of one path that do not follow from each other, such as two unknown ids in one formula.
     *
     * @param together problems that have the same path
     */
    public void addTogether(List<Problem> together) {
        List<Problem> unexplained = new ArrayList<>();
        for (Problem problem : together) {
            if (!follows(problem)) {
                unexplained.add(problem);
            }
        }
        for (Problem problem : unexplained) {
            String known = problem.code().id() + " " + problem.path();
            if (isFull() || !reported.add(unexplained.size() == 1 ? known : known + " " + problem.arguments())) {
                continue;
            }
            found.add(problem);
            note(problem);
            if (isFull()) {
                found.add(Problem.of(ProblemCode.MORE_PROBLEMS, Problem.NO_PATH, String.valueOf(MOST)));
            }
        }
    }

    private boolean follows(Problem problem) {
        return problem.atKey()
                ? hiddenPaths.contains(problem.path()) || isFaulty(above(problem.path()))
                : isFaulty(problem.path());
    }

    /** A key that is unknown or missing hides its value; another problem with a key leaves the value to be looked at. */
    private void note(Problem problem) {
        if (problem.severity() == Severity.ERROR) {
            for (String place = problem.path(); !place.isEmpty(); place = above(place)) {
                doubtfulPaths.add(place);
            }
        }
        boolean absent = problem.code() == ProblemCode.UNKNOWN_KEY || problem.code() == ProblemCode.MISSING_KEY;
        if (absent) {
            hiddenPaths.add(problem.path());
        } else if (problem.severity() == Severity.ERROR
                && !problem.atKey()
                && !problem.path().equals(Problem.NO_PATH)) {
            faultyPaths.add(problem.path());
        }
    }

    /**
     * Adds a problem with the value at {@code path}.
     *
     * @param code what kind of problem
     * @param path the path of the key in the scenario
     * @param arguments what was found and what is right, in the order that the code's text uses them
     */
    public void add(ProblemCode code, String path, String... arguments) {
        add(Problem.of(code, path, arguments));
    }

    /**
     * Leaves out what is found from now on at or under a path: it follows from what was reported elsewhere.
     *
     * @param path the path of a key in the scenario
     */
    public void silence(String path) {
        hiddenPaths.add(path);
    }

    /**
     * Notes that entries of the map at this path may be missing, because something about it was reported.
     *
     * @param path the path of the map in the scenario
     */
    public void markIncomplete(String path) {
        incompletePaths.add(path);
    }

    /**
     * {@return whether entries of the map at this path may be missing, so that an unknown id is perhaps one of them}
     *
     * @param path the path of the map in the scenario
     */
    public boolean isIncomplete(String path) {
        return incompletePaths.contains(path);
    }

    /** {@return whether the limit on problems is reached} */
    public boolean isFull() {
        return found.size() >= MOST;
    }

    /**
     * Adds all problems of a refused input, as problems with the value at {@code path}.
     *
     * @param path the path of the input in the scenario
     * @param refused says what is wrong with the input
     */
    public void addAll(String path, InvalidScenarioException refused) {
        refused.problems().forEach(problem -> add(problem.at(path)));
    }

    /**
     * {@return whether an error was reported at {@code path} or at a path above it}
     *
     * @param path the path of a key in the scenario
     */
    public boolean isFaulty(String path) {
        String place = path;
        while (!place.isEmpty()) {
            if (faultyPaths.contains(place) || hiddenPaths.contains(place)) {
                return true;
            }
            place = above(place);
        }
        return false;
    }

    /**
     * {@return whether an error was reported at {@code path}, above it or below it, so that what was read there may not be what
     * was meant, and nothing is concluded from it}
     *
     * @param path the path of a key in the scenario
     */
    public boolean isInDoubt(String path) {
        return doubtfulPaths.contains(path) || isFaulty(path) || isIncomplete(path);
    }

    /**
     * {@return the known words that a misspelt one was probably meant to be; none for so many that it would take long}
     *
     * @param misspelt what was written
     * @param known what may be written
     */
    public List<String> nearest(String misspelt, Collection<String> known) {
        return spelling.allNearest(misspelt, known);
    }

    /** The path of the map or list that a path is in; empty for a path at the top. */
    private static String above(String path) {
        return path.substring(0, Math.max(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['))));
    }

    /** {@return whether there is at least one error among the problems} */
    public boolean hasErrors() {
        for (Problem problem : found) {
            if (problem.severity() == Severity.ERROR) {
                return true;
            }
        }
        return false;
    }

    /** {@return all problems so far, in the order in which they were found} */
    public List<Problem> all() {
        return List.copyOf(found);
    }

    /** {@return the warnings so far} */
    public List<Problem> warnings() {
        List<Problem> warnings = new ArrayList<>();
        for (Problem problem : found) {
            if (problem.severity() == Severity.WARNING) {
                warnings.add(problem);
            }
        }
        return List.copyOf(warnings);
    }

    /** Throws all problems together if there is an error among them. */
    public void throwIfErrors() {
        if (hasErrors()) {
            throw new InvalidScenarioException(all());
        }
    }
}
