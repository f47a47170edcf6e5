package nl.mkba.file.portfolio;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import nl.mkba.file.portfolio.DoubtfulCells.Found;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/** Rows that are perhaps no places: a total, or areas that hold others. */
final class DoubtfulPlaces {

    /** Levels of the Dutch division into areas: municipality, district and neighbourhood, by what their codes begin with. */
    private static final String[] LEVELS = {"GM", "WK", "BU"};

    /** The first letter of each. */
    private static final String LEVELS_BEGIN = "GWB";

    private static final int FEWEST_DIGITS = 4;

    /** What stands for a place in a row of totals or means. */
    private static final String[] TOTALS = {
        "Totaal",
        "Total",
        "Eindtotaal",
        "Subtotaal",
        "Subtotal",
        "Grand total",
        "Totaal-generaal",
        "Som",
        "Sum",
        "Gemiddelde",
        "Gemiddeld",
        "Average",
        "Mean",
        "Nederland",
        "NL00",
        "NL01"
    };

    /** What one of these may begin with: most names of places are told from them by that. */
    private static final String TOTALS_BEGIN = "TtEeSsGgAaMmNn";

    /** By level, the first place. */
    private final @Nullable Found[] levels = new Found[LEVELS.length];

    private @Nullable Found total;

    /** Notes a place that gets values. */
    void note(String id, String name, long line) {
        if (id.isEmpty()) {
            return;
        }
        if (isTotal(id) || isTotal(name)) {
            total = Found.together(total, new Found(isTotal(id) ? id : name, 0, line, 1));
        }
        int level = LEVELS_BEGIN.indexOf(id.charAt(0));
        if (level >= 0 && levels[level] == null && id.startsWith(LEVELS[level]) && isCode(id)) {
            levels[level] = new Found(id, 0, line, 1);
        }
    }

    private static boolean isTotal(String text) {
        if (text.isEmpty() || TOTALS_BEGIN.indexOf(text.charAt(0)) < 0) {
            return false;
        }
        for (String each : TOTALS) {
            if (text.length() == each.length() && text.equalsIgnoreCase(each)) {
                return true;
            }
        }
        return false;
    }

    /** Whether digits follow the two letters of a level. */
    private static boolean isCode(String id) {
        for (int i = 2; i < id.length(); i++) {
            if (id.charAt(i) < '0' || id.charAt(i) > '9') {
                return false;
            }
        }
        return id.length() >= 2 + FEWEST_DIGITS;
    }

    /** Adds those of a later part of the table. */
    void addAll(DoubtfulPlaces later) {
        for (int level = 0; level < LEVELS.length; level++) {
            levels[level] = Found.together(levels[level], later.levels[level]);
        }
        total = Found.together(total, later.total);
    }

    /** Warnings of rows that are perhaps no places. */
    void warn(TableColumns columns, List<Problem> warnings) {
        Found first = total;
        if (first != null) {
            warnings.add(Problem.of(ProblemCode.PERHAPS_TOTAL, columns.idColumn(), Problem.shown(first.text()))
                    .in(columns.table().place(first.line())));
        }
        List<Found> found = Stream.of(levels)
                .filter(Objects::nonNull)
                .sorted(Comparator.comparingLong(each -> each.line()))
                .toList();
        if (found.size() > 1) {
            warnings.add(Problem.of(
                            ProblemCode.MIXED_LEVELS,
                            columns.idColumn(),
                            found.get(0).text(),
                            found.get(1).text())
                    .in(columns.table().place(found.get(1).line())));
        }
    }
}
