package nl.mkba.scenario;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.mkba.distribution.Distribution;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.problem.Problems;
import org.jspecify.annotations.Nullable;

/** Finds correlations that cannot hold together, or that lack an uncertain parameter. */
final class CorrelationCheck {

    /** An eigenvalue this far below 0 is not rounding. */
    private static final double LEAST_EIGENVALUE = -1e-10;

    /** How far what the draws reach may be from what was asked for, without a warning. */
    private static final double FAR = 0.05;

    /** The matrix of more would take long. */
    private static final int MOST_CORRELATED = 1_000;

    private final Scenario scenario;
    private final Problems problems;

    CorrelationCheck(Scenario scenario, Problems problems) {
        this.scenario = scenario;
        this.problems = problems;
    }

    void run() {
        boolean sound = true;
        Set<Set<String>> pairs = new LinkedHashSet<>();
        for (int i = 0; i < scenario.correlations().size(); i++) {
            Correlation correlation = scenario.correlations().get(i);
            String path = "correlations[" + i + "]";
            sound &= uncertain(path + ".between[0]", correlation.first());
            sound &= uncertain(path + ".between[1]", correlation.second());
            if (correlation.first().equals(correlation.second())
                    || !pairs.add(Set.copyOf(List.of(correlation.first(), correlation.second())))) {
                problems.add(ProblemCode.NAMED_TWICE, path + ".between[1]", correlation.second());
                sound = false;
            }
            if (!(correlation.rank() >= -1 && correlation.rank() <= 1)) {
                problems.add(ProblemCode.OUT_OF_RANGE, path + ".rank", "" + correlation.rank(), "-1 … 1");
                sound = false;
            }
        }
        if (sound && !scenario.correlations().isEmpty()) {
            possibleTogether();
            for (int i = 0; i < scenario.correlations().size(); i++) {
                withinReach(scenario.correlations().get(i), "correlations[" + i + "].rank");
            }
        }
    }

    /** The distributions of the two parameters of a correlation, as they are in some alternative and outlook. */
    private record Pair(Distribution first, Distribution second) {}

    /** Equal values share a rank, so that draws of discrete parameters may not go together as far as was asked for. */
    private void withinReach(Correlation correlation, String path) {
        if (!isTied(correlation.first()) && !isTied(correlation.second())) {
            return;
        }
        for (Pair pair : pairs(correlation)) {
            if (!hasTies(pair.first()) && !hasTies(pair.second())) {
                continue;
            }
            double reached = Distribution.rankCorrelation(pair.first(), pair.second(), correlation.rank());
            if (Math.abs(reached - correlation.rank()) > FAR) {
                problems.add(
                        ProblemCode.RANK_OUT_OF_REACH,
                        path,
                        correlation.first() + ", " + correlation.second(),
                        Problem.number(correlation.rank()),
                        Problem.number(Math.rint(reached * 100) / 100));
                return;
            }
        }
    }

    private static boolean hasTies(Distribution distribution) {
        return distribution.possibleValues().isPresent();
    }

    /** Whether a parameter has a distribution with ties, its own or in some alternative or outlook. */
    private boolean isTied(String id) {
        Distribution own = distribution(id);
        if (own == null || hasTies(own)) {
            return own != null;
        }
        for (Alternative alternative : scenario.alternatives().values()) {
            if (hasTies(replaced(alternative.set().get(id), own))) {
                return true;
            }
        }
        for (Outlook outlook : scenario.outlooks().values()) {
            if (hasTies(replaced(outlook.set().get(id), own))) {
                return true;
            }
        }
        return false;
    }

    private Set<Pair> pairs(Correlation correlation) {
        Set<Pair> pairs = new LinkedHashSet<>();
        Distribution first = distribution(correlation.first());
        Distribution second = distribution(correlation.second());
        if (first == null || second == null) {
            return pairs;
        }
        Pair own = new Pair(first, second);
        pairs.add(own);
        scenario.alternatives().values().forEach(each -> pairs.add(in(each.set(), own, correlation)));
        List<Pair> withoutOutlook = List.copyOf(pairs);
        for (Outlook outlook : scenario.outlooks().values()) {
            withoutOutlook.forEach(pair -> pairs.add(in(outlook.set(), pair, correlation)));
        }
        return pairs;
    }

    private @Nullable Distribution distribution(String id) {
        Parameter parameter = scenario.parameters().get(id);
        return parameter == null ? null : parameter.distribution();
    }

    private static Pair in(Map<String, Replacement> set, Pair pair, Correlation correlation) {
        return new Pair(
                replaced(set.get(correlation.first()), pair.first()),
                replaced(set.get(correlation.second()), pair.second()));
    }

    private static Distribution replaced(@Nullable Replacement replacement, Distribution distribution) {
        Distribution other = replacement instanceof Replacement.Value value ? value.distribution() : null;
        return other == null ? distribution : other;
    }

    private boolean uncertain(String path, String id) {
        Parameter parameter = scenario.parameters().get(id);
        if (parameter == null) {
            if (problems.isIncomplete("parameters")) {
                return false;
            }
            problems.add(Problem.of(ProblemCode.UNKNOWN_PARAMETER, path, id)
                    .suggesting(problems.nearest(id, scenario.parameters().keySet())));
            return false;
        }
        if (parameter.distribution() == null) {
            if (problems.isInDoubt("parameters." + id)) {
                return false;
            }
            problems.add(ProblemCode.CORRELATION_NEEDS_DISTRIBUTION, path, id);
            return false;
        }
        return true;
    }

    /** The normal correlations 2 sin(π rank / 6) (Pearson 1907) form a matrix without a negative eigenvalue. */
    private void possibleTogether() {
        Set<String> named = new LinkedHashSet<>();
        for (Correlation correlation : scenario.correlations()) {
            named.add(correlation.first());
            named.add(correlation.second());
        }
        List<String> parameters = new ArrayList<>(named);
        if (parameters.size() > MOST_CORRELATED) {
            problems.add(
                    ProblemCode.OUT_OF_RANGE,
                    "correlations",
                    String.valueOf(parameters.size()),
                    "≤ " + MOST_CORRELATED);
            return;
        }
        double[][] matrix = new double[parameters.size()][parameters.size()];
        for (int i = 0; i < parameters.size(); i++) {
            matrix[i][i] = 1;
        }
        for (Correlation correlation : scenario.correlations()) {
            int i = parameters.indexOf(correlation.first());
            int j = parameters.indexOf(correlation.second());
            double normal = 2 * StrictMath.sin(Math.PI * correlation.rank() / 6);
            matrix[i][j] = normal;
            matrix[j][i] = normal;
        }
        // No eigenvalue is below the least that is allowed if none of the shifted matrix is below 0.
        for (int i = 0; i < parameters.size(); i++) {
            matrix[i][i] -= LEAST_EIGENVALUE;
        }
        if (!isPositiveDefinite(matrix)) {
            problems.add(ProblemCode.CORRELATIONS_IMPOSSIBLE, "correlations", String.join(", ", parameters));
        }
    }

    /** Whether the Cholesky decomposition exists. */
    private static boolean isPositiveDefinite(double[][] matrix) {
        int n = matrix.length;
        double[][] root = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    rest -= root[i][k] * root[j][k];
                }
                if (i == j && rest <= 0) {
                    return false;
                }
                root[i][j] = i == j ? Math.sqrt(rest) : rest / root[j][j];
            }
        }
        return true;
    }
}
