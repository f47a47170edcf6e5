package nl.mkba.file.portfolio;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import nl.mkba.file.format.ColumnMapping;
import nl.mkba.file.format.ColumnMapping.IfMissing;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * How the columns of a table were understood, found by reading all of it: what to look at before its figures are trusted.
 *
 * @param table the name of the table
 * @param form what form it has
 * @param detail how its text is written, or what its sheet is called; empty if that says nothing
 * @param id the column of ids
 * @param name the column of names, or null
 * @param where by column, the texts of which one must stand in a row
 * @param parameters how each gets its value
 * @param unknown what the mapping gives a value that is not a parameter of the scenario
 * @param places the first that have values
 * @param kept rows that give a place its values
 * @param passedOver rows that the mapping does not keep
 * @param leftOut places that lack a value and are left out
 * @param bad rows that are wrong
 * @param problems what is wrong, of the first bad rows
 * @param warnings what deserves attention
 */
public record ColumnsPreview(
        String table,
        PlaceTable.Form form,
        String detail,
        Column id,
        @Nullable Column name,
        Map<Column, List<String>> where,
        List<Understood> parameters,
        List<String> unknown,
        List<Place> places,
        long kept,
        long passedOver,
        long leftOut,
        long bad,
        List<Problem> problems,
        List<Problem> warnings) {

    private static final int ROWS = 4096;

    /** Bad rows that are told of. */
    public static final int MOST_TOLD = 100;

    /**
     * A column of the table.
     *
     * @param name as the table has it
     * @param letters by which a spreadsheet calls it
     */
    public record Column(String name, String letters) {}

    /**
     * How a parameter gets its value.
     *
     * @param parameter id of the parameter
     * @param formula over columns, as it was written
     * @param columns that it names
     * @param ifMissing what happens where one of these has no value
     * @param missing in how many of the rows that are kept that is so
     */
    public record Understood(
            String parameter, String formula, List<Column> columns, IfMissing ifMissing, long missing) {
        /**
         * Copies its list, so that it cannot change.
         *
         * @param parameter see {@link #parameter()}
         * @param formula see {@link #formula()}
         * @param columns see {@link #columns()}
         * @param ifMissing see {@link #ifMissing()}
         * @param missing see {@link #missing()}
         */
        public Understood {
            columns = List.copyOf(columns);
        }
    }

    /**
     * A place.
     *
     * @param id the id in its row
     * @param name what people call it, or its id
     * @param values of the parameters, in their order; absent where the scenario's own is kept
     */
    public record Place(String id, String name, List<OptionalDouble> values) {
        /**
         * Copies its list, so that it cannot change.
         *
         * @param id see {@link #id()}
         * @param name see {@link #name()}
         * @param values see {@link #values()}
         */
        public Place {
            values = List.copyOf(values);
        }
    }

    /**
     * Copies its lists and maps, so that it cannot change.
     *
     * @param table see {@link #table()}
     * @param form see {@link #form()}
     * @param detail see {@link #detail()}
     * @param id see {@link #id()}
     * @param name see {@link #name()}
     * @param where see {@link #where()}
     * @param parameters see {@link #parameters()}
     * @param unknown see {@link #unknown()}
     * @param places see {@link #places()}
     * @param kept see {@link #kept()}
     * @param passedOver see {@link #passedOver()}
     * @param leftOut see {@link #leftOut()}
     * @param bad see {@link #bad()}
     * @param problems see {@link #problems()}
     * @param warnings see {@link #warnings()}
     */
    public ColumnsPreview {
        where = Collections.unmodifiableMap(new LinkedHashMap<>(where));
        parameters = List.copyOf(parameters);
        unknown = List.copyOf(unknown);
        places = List.copyOf(places);
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
    }

    /**
     * {@return what there is to see of a table, which is read to its end}
     *
     * @param columns what the columns of the table are
     * @param mapping with which the columns were found
     * @param places how many to show
     * @throws InvalidScenarioException if the table is damaged
     * @throws IOException if it can no longer be read
     */
    public static ColumnsPreview of(TableColumns columns, ColumnMapping mapping, int places) throws IOException {
        return new Reading(columns, mapping, places).run();
    }

    private static final class Reading {
        private final TableColumns columns;
        private final ColumnMapping mapping;
        private final int mostPlaces;
        private final RowReader reader;
        private final List<Place> places = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();
        private final DoubtfulCells doubtfulCells = new DoubtfulCells();
        private final PlaceIds ids = new PlaceIds();
        private final long[] missing;
        private long kept;
        private long passedOver;
        private long leftOut;
        private long bad;

        Reading(TableColumns columns, ColumnMapping mapping, int mostPlaces) {
            this.columns = columns;
            this.mapping = mapping;
            this.mostPlaces = mostPlaces;
            this.reader = columns.reader();
            this.missing = new long[columns.targets().size()];
        }

        ColumnsPreview run() throws IOException {
            PlaceTable table = columns.table();
            for (PlaceTable.RowBatch part = table.read(ROWS); part.rows() > 0; part = table.read(ROWS)) {
                reader.read(part);
                doubtfulCells.addAll(reader.doubtfulCells());
                for (int row = 0; row < part.rows(); row++) {
                    take(part, row);
                }
            }
            if (kept + leftOut + bad == 0) {
                problems.add(
                        passedOver > 0
                                ? mapping.located(Problem.of(
                                        ProblemCode.NO_PLACE_KEPT, "where", Long.toString(passedOver), table.file()))
                                : Problem.of(ProblemCode.EMPTY_TABLE, Problem.NO_PATH)
                                        .in(table.place(1)));
            }
            if (kept == 0 && leftOut > 0) {
                problems.add(Problem.of(
                                ProblemCode.NO_PLACE_LEFT, Problem.NO_PATH, Long.toString(leftOut), Long.toString(bad))
                        .in(table.place(1)));
            }
            List<String> unknown = new ArrayList<>(mapping.parameters().keySet());
            unknown.removeAll(columns.parameters());
            return new ColumnsPreview(
                    table.file(),
                    table.form(),
                    table.detail(),
                    column(columns.id()),
                    columns.hasNames() ? column(columns.placeName()) : null,
                    where(),
                    understood(),
                    unknown,
                    places,
                    kept,
                    passedOver,
                    leftOut,
                    bad,
                    RepeatedPlaces.withFirstRows(problems, columns),
                    warnings());
        }

        private List<Problem> warnings() {
            List<Problem> warnings = doubtfulCells.warnings(columns);
            warnings.addAll(doubtfulCells.absentTexts(columns));
            return warnings;
        }

        private void take(PlaceTable.RowBatch part, int row) {
            RowReader.Outcome outcome = reader.outcome(part, row);
            switch (outcome) {
                case PASSED_OVER -> passedOver++;
                case LEFT_OUT -> leftOut++;
                case REFUSED -> refuse(reader.problems(row));
                case READ -> {
                    String id = reader.id(row);
                    if (ids.add(id)) {
                        kept++;
                        show(row, id);
                    } else {
                        refuse(List.of(Problem.of(ProblemCode.REPEATED_PLACE, columns.idColumn(), Problem.shown(id))
                                .in(columns.table().place(part.line(row)))));
                    }
                }
            }
            for (int target = 0; outcome != RowReader.Outcome.PASSED_OVER && target < missing.length; target++) {
                missing[target] += reader.isMissing(row, target) ? 1 : 0;
            }
        }

        private void refuse(List<Problem> found) {
            if (bad < MOST_TOLD) {
                problems.addAll(found);
            }
            bad++;
        }

        private void show(int row, String id) {
            if (places.size() < mostPlaces) {
                List<OptionalDouble> values = new ArrayList<>();
                for (int target = 0; target < missing.length; target++) {
                    double value = reader.value(row, target);
                    values.add(Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value));
                }
                places.add(new Place(id, reader.name(row), values));
            }
        }

        private Column column(int column) {
            return new Column(columns.name(column), TableColumns.letters(column));
        }

        private Map<Column, List<String>> where() {
            Map<Column, List<String>> where = new LinkedHashMap<>();
            columns.filters().forEach(filter -> where.put(column(filter.column()), filter.texts()));
            return where;
        }

        private List<Understood> understood() {
            List<Understood> understood = new ArrayList<>();
            for (int target = 0; target < missing.length; target++) {
                TableColumns.Target each = columns.targets().get(target);
                List<Column> used = new ArrayList<>();
                for (int reference : each.formula().references()) {
                    used.add(column(columns.inputs().get(reference)));
                }
                understood.add(new Understood(
                        each.parameter(), each.formula().formula().text(), used, each.ifMissing(), missing[target]));
            }
            return understood;
        }
    }
}
