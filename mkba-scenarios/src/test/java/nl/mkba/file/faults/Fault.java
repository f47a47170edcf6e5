package nl.mkba.file.faults;

import java.util.List;
import java.util.Set;
import nl.mkba.file.yaml.MapNode;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;

/**
 * One mistake in a scenario that was right before.
 *
 * @param kind what was done
 * @param path where: the key's path in the faulty file
 * @param file the faulty file
 * @param lost the ids that the file no longer defines: each place that refers to one is then wrong
 */
record Fault(String kind, String path, MapNode file, Set<String> lost) {

    /** Whether these problems are what should be said of it. */
    boolean explains(List<Problem> found) {
        if (found.isEmpty()) {
            return true;
        }
        if (!lost.isEmpty() && found.stream().allMatch(this::refersToWhatIsLost)) {
            return true;
        }
        // A key left out may be what another one needs, or what kept a warning away.
        if (kind.equals("a missing key")) {
            return found.stream()
                    .allMatch(problem -> problem.severity() == Problem.Severity.WARNING
                            || isAtOrAbove(problem)
                            || needsAnother(problem));
        }
        // Where a map may stand, one with an unknown key also lacks the key it must have.
        int most = kind.equals("a map for a scalar") ? 2 : 1;
        return found.size() <= most && found.get(0).path().startsWith(path);
    }

    private boolean refersToWhatIsLost(Problem problem) {
        return problem.code().name().startsWith("UNKNOWN_")
                && lost.contains(problem.arguments().get(0));
    }

    private boolean isAtOrAbove(Problem problem) {
        String above = path.contains(".") ? path.substring(0, path.lastIndexOf('.')) : "";
        return problem.path().startsWith(above);
    }

    private boolean needsAnother(Problem problem) {
        return NEED_ANOTHER.contains(problem.code());
    }

    private static final Set<ProblemCode> NEED_ANOTHER = Set.of(
            ProblemCode.NO_PARTICIPANTS,
            ProblemCode.TOTAL_WITHOUT_END,
            ProblemCode.CORRELATION_NEEDS_DISTRIBUTION,
            ProblemCode.YEAR_NOT_IN_INDEX);

    @Override
    public String toString() {
        return kind + " " + path;
    }
}
