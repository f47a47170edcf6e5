package nl.mkba.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import nl.mkba.cli.language.Messages;
import nl.mkba.engine.spelling.Spelling;
import nl.mkba.file.portfolio.PlaceTable;
import nl.mkba.json.tree.Plain;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/** Which columns of a table give parameters a value, and what is told of the others. */
final class PlacesColumns {

    /** Columns of which the names are told. */
    private static final int MOST_NAMED = 20;

    private PlacesColumns() {}

    /** The table's columns that give a parameter a value. */
    static List<String> named(
            PlaceTable table,
            ScenarioSession study,
            @Nullable String per,
            List<String> likeness,
            Invocation invocation) {
        Map<String, ?> parameters = study.scenario().parameters();
        List<String> columns = new ArrayList<>(table.columns());
        columns.remove(PlaceTable.ID);
        columns.removeIf(
                column -> (column.equals(per) || likeness.contains(column)) && !parameters.containsKey(column));
        if (invocation.arguments().has(Option.IGNORE_COLUMNS)) {
            tellPassedOver(columns, parameters.keySet(), table, invocation);
            columns.retainAll(parameters.keySet());
            return columns;
        }
        List<Problem> unknown = new ArrayList<>();
        for (String column : columns) {
            if (!parameters.containsKey(column) && unknown.size() < PlacesRun.MOST_TOLD) {
                unknown.add(Problem.ofKey(ProblemCode.UNKNOWN_COLUMN, column, column)
                        .suggesting(Spelling.nearest(column, parameters.keySet()))
                        .in(table.place(1)));
            }
        }
        if (!unknown.isEmpty()) {
            throw new InvalidScenarioException(unknown);
        }
        return columns;
    }

    /** Names what is passed over, and warns of what was perhaps meant as a parameter. */
    private static void tellPassedOver(
            List<String> columns, Set<String> parameters, PlaceTable table, Invocation invocation) {
        List<String> names = new ArrayList<>();
        List<Problem> near = new ArrayList<>();
        for (String column : columns) {
            if (!parameters.contains(column)) {
                names.add("`" + Problem.shown(column) + "`");
                String meant = Spelling.nearest(column.toLowerCase(Locale.ROOT), parameters);
                if (meant != null && near.size() < MOST_NAMED) {
                    near.add(Problem.ofKey(ProblemCode.COLUMN_PASSED_OVER, column, column)
                            .suggesting(meant)
                            .in(table.place(1)));
                }
            }
        }
        if (!names.isEmpty()) {
            Messages messages = invocation.messages();
            int more = names.size() - MOST_NAMED;
            String named = String.join(", ", more > 0 ? names.subList(0, MOST_NAMED) : names);
            invocation
                    .console()
                    .tell(Plain.line(
                            more > 0
                                    ? messages.text("portfolio.passed_over_more", named, more)
                                    : messages.text("portfolio.passed_over", named)));
            invocation.tell(near, table.file());
        }
    }
}
