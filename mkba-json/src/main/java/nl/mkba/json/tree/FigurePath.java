package nl.mkba.json.tree;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.mkba.engine.spelling.Spelling;
import org.jspecify.annotations.Nullable;

/**
 * The way to a figure in a result, such as {@code stakeholders.municipality.net}, {@code years[2].benefits} or, by the
 * names of intervention and stream, {@code streams.coach.salary.pv}. What may have any character, such as the text of a
 * label, stands in brackets: {@code labels.taakveld[6.3].net}.
 *
 * @param text as written
 */
public record FigurePath(String text) {

    private static final Set<String> INCREMENTAL = Set.of("compared_with", "pv_costs", "pv_benefits", "npv", "bcr");

    /** A step of the path: a key, which in brackets may be a place in a list instead. */
    private record Step(String key, boolean bracketed) {
        static final int NONE = -1;

        /** The place in a list, or {@link #NONE}. */
        int index() {
            return bracketed && isIndex(key) ? Integer.parseInt(key) : NONE;
        }

        Step with(String other) {
            return new Step(other, bracketed);
        }

        @Override
        public String toString() {
            return bracketed ? "[" + key + "]" : key;
        }
    }

    /**
     * What the path leads to.
     *
     * @param exists whether there is such a figure
     * @param value a number, a text, or null for a figure that is absent
     * @param suggestion the nearest path, if there is no such figure
     */
    public record Found(
            boolean exists,
            @Nullable Object value,
            @Nullable String suggestion) {}

    /** Brackets that may have a second meaning; a path with more was not meant. */
    private static final int MOST_READINGS = 256;

    /**
     * {@return what the path leads to in a result}
     *
     * @param result as a tree for JSON
     */
    public Found in(Map<String, @Nullable Object> result) {
        List<List<Step>> readings = new ArrayList<>();
        read(0, new ArrayList<>(), readings);
        for (List<Step> steps : readings) {
            Found found = follow(steps, result);
            if (found.exists()) {
                return found;
            }
        }
        return follow(readings.get(0), result);
    }

    private static Found follow(List<Step> steps, Map<String, @Nullable Object> result) {
        Object at = result;
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            if (at instanceof Map<?, ?> map) {
                if (!map.containsKey(step.key())) {
                    return missing(steps, i, map.keySet());
                }
                at = map.get(step.key());
            } else if (at instanceof List<?> list && step.index() != Step.NONE) {
                if (step.index() >= list.size()) {
                    return missing(steps, i, List.of());
                }
                at = list.get(step.index());
            } else if (at instanceof List<?> list
                    && i == 1
                    && steps.get(0).key().equals("streams")) {
                String stream = steps.size() > 2 ? steps.get(2).key() : "";
                Object found = stream(list, step.key(), stream);
                if (found == null) {
                    return missing(steps, i, List.of());
                }
                at = found;
                i++;
            } else if (at == null && i == 1 && steps.get(0).key().equals("incremental")) {
                return INCREMENTAL.contains(step.key()) && steps.size() == 2
                        ? new Found(true, null, null)
                        : missing(steps, i, INCREMENTAL);
            } else {
                return missing(steps, i, List.of());
            }
        }
        boolean isFigure = !(at instanceof Map) && !(at instanceof List);
        return new Found(isFigure, isFigure ? at : null, null);
    }

    private static @Nullable Object stream(List<?> streams, String intervention, String id) {
        for (Object element : streams) {
            Map<?, ?> stream = (Map<?, ?>) element;
            if (intervention.equals(stream.get("intervention")) && id.equals(stream.get("id"))) {
                return stream;
            }
        }
        return null;
    }

    private static Found missing(List<Step> steps, int at, Collection<?> known) {
        List<String> words = new ArrayList<>();
        for (Object word : known) {
            words.add((String) word);
        }
        String nearest = Spelling.nearest(steps.get(at).key(), words);
        if (nearest == null) {
            return new Found(false, null, null);
        }
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < steps.size(); i++) {
            Step step = i == at ? steps.get(i).with(nearest) : steps.get(i);
            path.append(i == 0 || step.bracketed() ? "" : ".").append(step);
        }
        return new Found(false, null, path.toString());
    }

    /**
     * Adds every way to read the path from a place on: a text in brackets may itself hold what looks like their end. The way in which
     * each bracket closes soonest comes first.
     */
    private void read(int from, List<Step> before, List<List<Step>> readings) {
        List<Step> steps = new ArrayList<>(before);
        StringBuilder key = new StringBuilder();
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            int close = c == '[' ? close(i) : -1;
            if (c == '.') {
                addKey(steps, key);
            } else if (close >= 0) {
                addKey(steps, key);
                for (; close >= 0 && readings.size() < MOST_READINGS; close = close(close)) {
                    List<Step> more = new ArrayList<>(steps);
                    more.add(new Step(text.substring(i + 1, close), true));
                    read(close + 1, more, readings);
                }
                return;
            } else {
                key.append(c);
            }
        }
        addKey(steps, key);
        readings.add(steps);
    }

    private static void addKey(List<Step> steps, StringBuilder key) {
        if (!key.isEmpty()) {
            steps.add(new Step(key.toString(), false));
            key.setLength(0);
        }
    }

    /** The next place at which a bracket may close, since a step ends there; −1 if there is none. */
    private int close(int after) {
        for (int at = text.indexOf(']', after + 1); at >= 0; at = text.indexOf(']', at + 1)) {
            if (at + 1 == text.length() || ".[".indexOf(text.charAt(at + 1)) >= 0) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isIndex(String text) {
        if (text.isEmpty() || text.length() > 6) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
