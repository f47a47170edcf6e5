package nl.mkba.engine.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.problem.Problems;

/**
 * Orders parameters so that each comes after those it refers to, and reports the circles among them. Goes by a path of its own
 * instead of calling itself, so that a chain of any length has room.
 */
final class ParameterOrder {

    /** More circles are not looked for: whoever made them has enough to mend. */
    private static final int MOST_CIRCLES = 100;

    /** Of a circle of more parameters only this many are shown at either end. */
    private static final int MOST_SHOWN = 20;

    private static final int SHOWN_AT_AN_END = 3;

    private final Map<String, EffectiveParameter> parameters;
    private final Function<String, Set<String>> references;
    private final Problems problems;
    private final Set<String> ordered = new LinkedHashSet<>();
    private int circles;

    /** @param references the ids of the parameters that one needs, by its id */
    ParameterOrder(
            Map<String, EffectiveParameter> parameters, Function<String, Set<String>> references, Problems problems) {
        this.parameters = parameters;
        this.references = references;
        this.problems = problems;
    }

    /** A parameter whose needs are being looked up. */
    private record Visit(String id, Iterator<String> needs) {}

    /** The ids of all parameters; of a circle in some order. */
    Set<String> ids() {
        Set<String> visited = new HashSet<>();
        Deque<Visit> path = new ArrayDeque<>();
        for (String start : parameters.keySet()) {
            if (visited.add(start)) {
                path.push(visit(start));
                follow(path, visited);
            }
        }
        return ordered;
    }

    private Visit visit(String id) {
        return new Visit(id, references.apply(id).iterator());
    }

    private void follow(Deque<Visit> path, Set<String> visited) {
        while (!path.isEmpty()) {
            Visit visit = path.peek();
            if (!visit.needs().hasNext()) {
                path.pop();
                ordered.add(visit.id());
                continue;
            }
            String needed = visit.needs().next();
            if (!parameters.containsKey(needed) || ordered.contains(needed)) {
                continue;
            }
            if (visited.add(needed)) {
                path.push(visit(needed));
            } else {
                report(path, needed);
            }
        }
    }

    /**
     * Reports the parameters from {@code needed} to the top of the path, which is waiting for it, at the last written;
     * what an alternative or an outlook sets comes after what it replaces.
     */
    private void report(Deque<Visit> path, String needed) {
        if (++circles > MOST_CIRCLES) {
            return;
        }
        Deque<String> members = new ArrayDeque<>();
        for (Visit visit : path) {
            members.addFirst(visit.id());
            if (visit.id().equals(needed)) {
                break;
            }
        }
        Set<String> inCircle = new HashSet<>(members);
        EffectiveParameter last = null;
        for (Map.Entry<String, EffectiveParameter> entry : parameters.entrySet()) {
            EffectiveParameter parameter = entry.getValue();
            if (inCircle.contains(entry.getKey()) && (last == null || parameter.isReplaced() || !last.isReplaced())) {
                last = parameter;
            }
        }
        if (last != null) {
            problems.add(Problem.of(ProblemCode.CIRCLE, last.path(), shown(members) + " → " + needed));
        }
    }

    /** The members of a circle; of a long one the first and the last, with the number of those between. */
    private static String shown(Deque<String> members) {
        List<String> shown = new ArrayList<>(members);
        if (shown.size() > MOST_SHOWN) {
            List<String> between = shown.subList(SHOWN_AT_AN_END, shown.size() - SHOWN_AT_AN_END);
            String number = "… (" + between.size() + ") …";
            between.clear();
            shown.add(SHOWN_AT_AN_END, number);
        }
        return String.join(" → ", shown);
    }
}
