package nl.mkba.file.portfolio;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.mkba.engine.input.WrittenNumber;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * Cells that were perhaps meant otherwise than they are read: thousands with a mark that is read as the decimal one, percentages
 * among numbers without a percent sign; and the rows and conditions in which {@link DoubtfulPlaces} and {@link UnusedTexts} find something.
 * What a cell alone does not show its column does, so each column is told of once, at its first such cell.
 */
public final class DoubtfulCells {

    private final Map<String, Column> byColumn = new LinkedHashMap<>();

    /** Of the rows. */
    private final DoubtfulPlaces places = new DoubtfulPlaces();

    /** Of the conditions on rows. */
    private final UnusedTexts unusedTexts = new UnusedTexts();

    /** The first of what was found, and how often it was. */
    record Found(String text, double number, long line, long cells) {

        static @Nullable Found together(@Nullable Found first, @Nullable Found later) {
            return first == null
                    ? later
                    : later == null
                            ? first
                            : new Found(first.text, first.number, first.line, first.cells + later.cells);
        }
    }

    /** None yet. */
    public DoubtfulCells() {}

    /** What is noted of a column. */
    Column column(String name, boolean hasDecimalComma) {
        return byColumn.computeIfAbsent(name, each -> new Column(hasDecimalComma));
    }

    /** What is noted of the rows. */
    DoubtfulPlaces places() {
        return places;
    }

    /** What is noted of the conditions on rows. */
    UnusedTexts unusedTexts() {
        return unusedTexts;
    }

    /**
     * Adds those of a later part of the table.
     *
     * @param later the cells of that part
     */
    public void addAll(DoubtfulCells later) {
        later.byColumn.forEach(
                (name, column) -> column(name, column.hasDecimalComma).addAll(column));
        places.addAll(later.places);
        unusedTexts.addAll(later.unusedTexts);
    }

    /**
     * {@return warnings of texts in {@code where} that keep no row; only of a table that was read to its end}
     *
     * @param columns of the table
     */
    public List<Problem> absentTexts(TableColumns columns) {
        return unusedTexts.warnings(columns);
    }

    /**
     * {@return a warning of each kind for each column, at its first such cell; before them those of the columns themselves}
     *
     * @param columns of the table
     */
    public List<Problem> warnings(TableColumns columns) {
        List<Problem> warnings = new ArrayList<>(columns.warnings());
        warnings.addAll(columns.table().warnings());
        Map<String, String> divided = columns.dividedByHundred();
        byColumn.forEach((name, column) -> column.warn(name, divided.get(name), columns.table(), warnings));
        places.warn(columns, warnings);
        return warnings;
    }

    /** What was seen in the cells of a column. */
    static final class Column {

        /** Digits before the mark between thousands and those behind it, which are all of them. */
        private static final int MOST_BEFORE = 3;

        private static final int BEHIND = 3;

        private static final double HUNDRED = 100;

        private final boolean hasDecimalComma;

        /** With a point and three digits of which the last is 0: no number that is not thousands is written so. */
        private @Nullable Found round;

        /** With the decimal mark where one between thousands would be. */
        private @Nullable Found grouped;

        private @Nullable Found percentage;
        private boolean hasOtherDecimals;

        /** With decimals, in a cell that is no text: there is no mark in it that could be another. */
        private boolean hasPlainDecimals;

        private boolean hasWhole;
        private boolean hasPlain;

        private Column(boolean hasDecimalComma) {
            this.hasDecimalComma = hasDecimalComma;
        }

        /** Notes a number that is none of a text. */
        void add(double number) {
            hasPlain |= number != 0;
            hasWhole |= number == Math.rint(number);
            hasPlainDecimals |= number != Math.rint(number);
        }

        /** Notes a number that is none of a text, and is shown with a percent sign. */
        void addPercentage(double number, long line) {
            percentage = Found.together(percentage, new Found(Problem.number(HUNDRED * number) + "%", number, line, 1));
        }

        /** Notes a number as it is written in a text. */
        void add(String text, double number, long line) {
            if (text.charAt(text.length() - 1) == '%') {
                percentage = Found.together(percentage, new Found(text, number, line, 1));
                return;
            }
            hasPlain |= number != 0;
            int mark = text.indexOf(hasDecimalComma ? ',' : '.');
            if (hasDecimalComma && text.indexOf('.') >= 0) {
                // Here a point separates thousands, so that a comma does not.
                hasOtherDecimals = true;
            } else if (mark < 0) {
                hasWhole = true;
            } else {
                boolean isGrouped = isGrouped(text, mark);
                hasOtherDecimals |= !isGrouped;
                if (isGrouped) {
                    grouped = Found.together(grouped, new Found(text, number, line, 1));
                }
                Optional<String> perhaps = hasDecimalComma ? Optional.empty() : WrittenNumber.perhapsThousands(text);
                if (perhaps.isPresent()) {
                    round = Found.together(round, new Found(perhaps.get(), number, line, 1));
                }
            }
        }

        private static boolean isGrouped(String text, int mark) {
            int start = text.startsWith("-") ? 1 : 0;
            if (mark <= start || mark - start > MOST_BEFORE || text.length() != mark + 1 + BEHIND) {
                return false;
            }
            for (int i = start; i < text.length(); i++) {
                if (i != mark && (text.charAt(i) < '0' || text.charAt(i) > '9')) {
                    return false;
                }
            }
            return text.charAt(start) != '0';
        }

        private void addAll(Column later) {
            round = Found.together(round, later.round);
            grouped = Found.together(grouped, later.grouped);
            percentage = Found.together(percentage, later.percentage);
            hasOtherDecimals |= later.hasOtherDecimals;
            hasPlainDecimals |= later.hasPlainDecimals;
            hasWhole |= later.hasWhole;
            hasPlain |= later.hasPlain;
        }

        /** @param divided a parameter whose formula divides the column by 100, or null */
        private void warn(String name, @Nullable String divided, PlaceTable table, List<Problem> warnings) {
            // A point is often the decimal mark of numbers with three decimals, but then none of them is whole, and
            // some are below 1.
            boolean isEvery = grouped != null && grouped.cells > 1 && !hasPlainDecimals;
            boolean isGrouped = !hasOtherDecimals && (hasDecimalComma || hasWhole || isEvery);
            Found thousands = isGrouped && grouped != null ? grouped : round;
            if (thousands != null) {
                warnings.add(thousands(name, thousands).in(table.place(thousands.line)));
            }
            Found odd = percentage;
            if (odd != null && hasPlain) {
                warnings.add(
                        Problem.of(ProblemCode.PERCENTAGE_AMONG_NUMBERS, name, odd.text, Problem.number(odd.number))
                                .in(table.place(odd.line)));
            } else if (odd != null && divided != null) {
                warnings.add(
                        Problem.of(ProblemCode.PERCENTAGE_DIVIDED, name, odd.text, Problem.number(odd.number), divided)
                                .in(table.place(odd.line)));
            }
        }

        private Problem thousands(String name, Found found) {
            if (hasDecimalComma) {
                return Problem.of(
                        ProblemCode.PERHAPS_THOUSANDS_WITH_COMMA, name, found.text, Long.toString(found.cells));
            }
            return found.cells == 1
                    ? Problem.of(ProblemCode.PERHAPS_THOUSANDS, name, found.text)
                    : Problem.of(ProblemCode.PERHAPS_THOUSANDS_IN_COLUMN, name, found.text, Long.toString(found.cells));
        }
    }
}
