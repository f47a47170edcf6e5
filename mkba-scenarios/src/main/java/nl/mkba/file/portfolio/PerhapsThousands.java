package nl.mkba.file.portfolio;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;

/** Cells that were perhaps meant as thousands, such as {@code 9.000}: for each column the first of them, and how many there are. */
public final class PerhapsThousands {

    private final Map<String, Found> byColumn = new LinkedHashMap<>();

    private record Found(String text, long line, long cells) {}

    /** None yet. */
    public PerhapsThousands() {}

    void add(String column, String text, long line) {
        byColumn.merge(column, new Found(text, line, 1), PerhapsThousands::together);
    }

    /** Adds those of a later part of the table. */
    public void addAll(PerhapsThousands later) {
        later.byColumn.forEach((column, found) -> byColumn.merge(column, found, PerhapsThousands::together));
    }

    private static Found together(Found first, Found later) {
        return new Found(first.text, first.line, first.cells + later.cells);
    }

    /** A warning for each column, at its first such cell. */
    public List<Problem> warnings(PlaceTable table) {
        List<Problem> warnings = new ArrayList<>();
        byColumn.forEach((column, found) -> warnings.add((found.cells == 1
                        ? Problem.of(ProblemCode.PERHAPS_THOUSANDS, column, found.text)
                        : Problem.of(
                                ProblemCode.PERHAPS_THOUSANDS_IN_COLUMN,
                                column,
                                found.text,
                                Long.toString(found.cells)))
                .in(table.place(found.line))));
        return warnings;
    }
}
