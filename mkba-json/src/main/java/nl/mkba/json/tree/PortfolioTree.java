package nl.mkba.json.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import nl.mkba.portfolio.PortfolioResult;
import nl.mkba.problem.Problem;
import org.jspecify.annotations.Nullable;

/** The figures of many places as a tree for JSON. */
public final class PortfolioTree {

    private PortfolioTree() {}

    /**
     * {@return every line of every row that has figures, and why the others have none}
     *
     * @param portfolio the figures of every row
     * @param problems makes trees of what is wrong with rows
     */
    public static Map<String, @Nullable Object> of(PortfolioResult portfolio, ProblemTree problems) {
        List<Map<String, @Nullable Object>> lines = new ArrayList<>();
        List<Map<String, @Nullable Object>> refused = new ArrayList<>();
        for (int row = 0; row < portfolio.rows(); row++) {
            List<Problem> found = portfolio.problems(row);
            if (found.isEmpty()) {
                for (PortfolioResult.Line line : portfolio.results(row)) {
                    lines.add(line(row, line, portfolio.figures()));
                }
            } else {
                Map<String, @Nullable Object> tree = new LinkedHashMap<>();
                tree.put("row", row);
                tree.putAll(problems.whole(found));
                refused.add(tree);
            }
        }
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("lines", lines);
        tree.put("refused", refused);
        return tree;
    }

    private static Map<String, @Nullable Object> line(int row, PortfolioResult.Line line, List<String> figures) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("row", row);
        tree.put("alternative", line.alternative());
        tree.put("outlook", line.outlook().orElse(null));
        for (String name : figures) {
            OptionalDouble figure = line.figure(name);
            tree.put(name, figure.isPresent() ? figure.getAsDouble() : null);
        }
        return tree;
    }
}
