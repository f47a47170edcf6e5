package nl.mkba.file.portfolio;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;

/**
 * In which rows places stand that are in a table more than once. The table is read once more for that: nothing of the kind is kept while
 * millions of rows go by that stand there once.
 */
public final class RepeatedPlaces {

    private static final int ROWS = 4096;

    private RepeatedPlaces() {}

    /**
     * {@return the problems, those with a repeated place with its first row}
     *
     * @param problems of rows; of a repeated place they name the place only
     * @param columns of the table
     * @throws IOException if it cannot be read once more
     */
    public static List<Problem> withFirstRows(List<Problem> problems, TableColumns columns) throws IOException {
        Set<String> shown = problems.stream()
                .filter(problem -> problem.code() == ProblemCode.REPEATED_PLACE)
                .map(problem -> problem.arguments().get(0))
                .collect(Collectors.toSet());
        if (shown.isEmpty()) {
            return problems;
        }
        Map<String, List<Long>> rows = rows(shown, columns);
        return problems.stream()
                .map(problem -> problem.code() == ProblemCode.REPEATED_PLACE ? withFirstRow(problem, rows) : problem)
                .toList();
    }

    private static Problem withFirstRow(Problem problem, Map<String, List<Long>> rows) {
        String place = problem.arguments().get(0);
        String row = rows.getOrDefault(place, List.of(0L)).get(0).toString();
        return new Problem(
                problem.code(),
                problem.path(),
                problem.atKey(),
                List.of(place, row),
                problem.suggestions(),
                problem.location());
    }

    /**
     * {@return the rows that are about a place}
     *
     * @param place its id
     * @param columns of the table
     * @throws IOException if it cannot be read once more
     */
    public static List<Long> rows(String place, TableColumns columns) throws IOException {
        String shown = Problem.shown(place);
        return rows(Set.of(shown), columns).getOrDefault(shown, List.of());
    }

    /** By what messages show of an id, the rows that are about it, of those that are kept. */
    private static Map<String, List<Long>> rows(Set<String> shown, TableColumns columns) throws IOException {
        Map<String, List<Long>> rows = new HashMap<>();
        try (PlaceTable table = columns.table().again()) {
            Set<String> texts = new LinkedHashSet<>(List.of(columns.idColumn()));
            columns.filters().forEach(filter -> texts.add(columns.name(filter.column())));
            table.select(texts, List.of());
            PlaceTable.RowBatch part;
            do {
                part = table.read(ROWS);
                for (int row = 0; row < part.rows(); row++) {
                    if (isKept(part, row, columns)) {
                        String id = Problem.shown(part.text(row, columns.id()));
                        if (shown.contains(id)) {
                            rows.computeIfAbsent(id, each -> new ArrayList<>()).add(part.line(row));
                        }
                    }
                }
            } while (part.rows() == ROWS);
        }
        return rows;
    }

    private static boolean isKept(PlaceTable.RowBatch part, int row, TableColumns columns) {
        if (!part.isWhole(row)) {
            return false;
        }
        for (TableColumns.Filter filter : columns.filters()) {
            if (filter.keeping(part.text(row, filter.column())) == TableColumns.Filter.NONE) {
                return false;
            }
        }
        return true;
    }
}
