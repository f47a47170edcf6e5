package nl.mkba.json.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.mkba.problem.Location;
import nl.mkba.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Problems as a tree with the keys of the JSON output.
 *
 * @param locale the language of the messages
 */
public record ProblemTree(Locale locale) {

    /**
     * {@return problems alone, as a whole of their own}
     *
     * @param problems errors and warnings
     */
    public Map<String, @Nullable Object> whole(List<Problem> problems) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("problems", of(problems));
        return tree;
    }

    /**
     * {@return the problems, in the order given}
     *
     * @param problems errors and warnings
     */
    public List<@Nullable Object> of(List<Problem> problems) {
        List<@Nullable Object> tree = new ArrayList<>(problems.size());
        for (Problem problem : problems) {
            Location place = problem.location();
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            one.put("code", problem.code().id());
            one.put("severity", problem.severity().name().toLowerCase(Locale.ROOT));
            one.put("file", place == null ? null : place.file());
            one.put("line", place == null ? null : place.line());
            one.put("column", place == null ? null : place.column());
            one.put("path", problem.path());
            one.put("message", problem.message(locale));
            one.put("hint", problem.hint(locale).orElse(null));
            tree.add(one);
        }
        return tree;
    }
}
