package nl.mkba.file.portfolio;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import nl.mkba.engine.input.WrittenNumber;
import nl.mkba.expression.Expression;
import nl.mkba.file.format.ColumnMapping;
import nl.mkba.file.format.ColumnMapping.IfMissing;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Location;
import nl.mkba.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * How the columns of one table give a place its id, its name, and values for parameters: columns that are called after
 * parameters, or those that a {@link ColumnMapping} makes parameters of. Immutable.
 */
public final class TableColumns {

    private final PlaceTable table;
    private final int id;
    private final int placeName;
    private final int group;
    private final List<Filter> filters;
    private final List<Integer> inputs;
    private final List<Target> targets;
    private final List<ColumnFormula> further;
    private final List<Problem> warnings;
    private final boolean isMapped;
    private final boolean hasDecimalComma;

    /** In an array: there are few of them, and most are told from a cell by their length. */
    private final String[] missing;

    private final double[] missingNumbers;

    /**
     * Which rows are kept: those in which a column has one of these texts.
     *
     * @param path of the condition in the mapping, and where it stands
     */
    record Filter(int column, List<String> texts, String path, Location place) {

        static final int NONE = -1;

        /** Which of the texts keeps a row with this cell; {@link #NONE} if none does. */
        int keeping(String cell) {
            for (int i = 0; i < texts.size(); i++) {
                String text = texts.get(i);
                boolean isBeginning = text.endsWith("*");
                if (isBeginning ? cell.regionMatches(0, text, 0, text.length() - 1) : cell.equals(text)) {
                    return i;
                }
            }
            return NONE;
        }
    }

    /** A parameter, and how it gets its value. */
    record Target(String parameter, ColumnFormula formula, IfMissing ifMissing) {}

    TableColumns(
            PlaceTable table,
            int id,
            int placeName,
            int group,
            List<Filter> filters,
            List<Integer> inputs,
            List<Target> targets,
            List<ColumnFormula> further,
            List<Problem> warnings,
            @Nullable ColumnMapping mapping) {
        this.table = table;
        this.id = id;
        this.placeName = placeName;
        this.group = group;
        this.filters = List.copyOf(filters);
        this.inputs = List.copyOf(inputs);
        this.targets = List.copyOf(targets);
        this.further = List.copyOf(further);
        this.warnings = List.copyOf(warnings);
        this.isMapped = mapping != null;
        this.hasDecimalComma = mapping != null && mapping.hasDecimalComma();
        this.missing = mapping == null ? new String[0] : mapping.missing().toArray(String[]::new);
        this.missingNumbers = Stream.of(missing)
                .flatMap(text -> asNumber(text, hasDecimalComma))
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    /** The number that stands for a missing value, if the text is one: however it is written then. It is read as the cells are. */
    private static Stream<Double> asNumber(String text, boolean hasDecimalComma) {
        try {
            return Stream.of(
                    hasDecimalComma
                            ? WrittenNumber.valueWithDecimalComma(text)
                            : WrittenNumber.parse(text).value());
        } catch (InvalidScenarioException e) {
            return hasDecimalComma ? asNumber(text, false) : Stream.empty();
        }
    }

    /**
     * {@return the columns that are called after parameters; they are chosen to be read}
     *
     * @param table before its first row is read
     * @param parameters that are columns of the table
     * @param group the column that says in which group a place is, or null for none
     * @throws InvalidScenarioException if one of them holds what cannot be a value
     */
    public static TableColumns named(PlaceTable table, List<String> parameters, @Nullable String group) {
        return named(table, parameters, group, List.of());
    }

    /**
     * {@return the same, with further columns to be read}
     *
     * @param table before its first row is read
     * @param parameters that are columns of the table
     * @param group the column that says in which group a place is; null for none
     * @param further columns with numbers that the caller wants besides ({@link RowReader#further}), also where they give no parameter a
     *     value
     * @throws InvalidScenarioException if one of them holds what cannot be a value
     */
    public static TableColumns named(
            PlaceTable table, List<String> parameters, @Nullable String group, List<String> further) {
        table.select(
                group == null ? List.of(PlaceTable.ID) : List.of(PlaceTable.ID, group),
                Stream.concat(parameters.stream(), further.stream()).distinct().toList());
        Map<String, Integer> places = new LinkedHashMap<>();
        Stream.concat(parameters.stream(), further.stream()).forEach(name -> places.putIfAbsent(name, places.size()));
        List<Target> targets = new ArrayList<>();
        for (String parameter : parameters) {
            ColumnFormula formula = ColumnFormula.of(Expression.parameter(parameter), places, places.size());
            targets.add(new Target(parameter, formula, IfMissing.REFUSE));
        }
        List<ColumnFormula> besides = further.stream()
                .map(name -> ColumnFormula.column(Objects.requireNonNull(places.get(name)), places.size()))
                .toList();
        List<Integer> inputs =
                places.keySet().stream().map(table.columns()::indexOf).toList();
        int groups = group == null ? -1 : table.columns().indexOf(group);
        return new TableColumns(
                table,
                table.columns().indexOf(PlaceTable.ID),
                -1,
                groups,
                List.of(),
                inputs,
                targets,
                besides,
                List.of(),
                null);
    }

    /**
     * {@return the columns that a mapping makes parameters of; they are chosen to be read}
     *
     * @param table before its first row is read
     * @param mapping what makes parameters of columns
     * @param parameters of the scenario: others that the mapping knows are passed over, with the columns that only they need
     * @param group the column that says in which group a place is, by its name or its id in the mapping; null for none
     * @throws InvalidScenarioException if the table has not the columns, one of them holds what cannot be a value, or none gives a
     *     parameter of the scenario a value
     */
    public static TableColumns mapped(
            PlaceTable table, ColumnMapping mapping, Collection<String> parameters, @Nullable String group) {
        return mapped(table, mapping, parameters, group, List.of());
    }

    /**
     * {@return the same, with further columns to be read}
     *
     * @param table before its first row is read
     * @param mapping what makes parameters of columns
     * @param parameters of the scenario
     * @param group the column that says in which group a place is; null for none
     * @param further what numbers the caller wants besides ({@link RowReader#further}): parameters of the mapping, whether the scenario
     *     has them or not, or columns, by their name or their id in the mapping. Their cells are read as those of every formula
     * @throws InvalidScenarioException as above
     */
    public static TableColumns mapped(
            PlaceTable table,
            ColumnMapping mapping,
            Collection<String> parameters,
            @Nullable String group,
            List<String> further) {
        return new ColumnBinding(table, mapping).bind(parameters, group, further);
    }

    /**
     * {@return the letters by which a spreadsheet calls a column: A, B … Z, AA}
     *
     * @param column its number, from 0
     */
    public static String letters(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
            letters.insert(0, (char) ('A' + rest % 26));
        }
        return letters.toString();
    }

    /** {@return the table} */
    public PlaceTable table() {
        return table;
    }

    /** {@return the parameters that rows give a value, in the order of the mapping or of the table} */
    public List<String> parameters() {
        return targets.stream().map(Target::parameter).toList();
    }

    /** {@return whether places have names} */
    public boolean hasNames() {
        return placeName >= 0;
    }

    /** {@return whether a mapping says which columns they are, rather than their names} */
    public boolean isMapped() {
        return isMapped;
    }

    /** {@return what reads rows, for one thread} */
    public RowReader reader() {
        return new RowReader(this);
    }

    int id() {
        return id;
    }

    /** {@return the name of the column with the ids of places} */
    public String idColumn() {
        return name(id);
    }

    int placeName() {
        return placeName;
    }

    /** The column of groups; −1 for none. */
    int group() {
        return group;
    }

    List<Filter> filters() {
        return filters;
    }

    /** Places in the table of the columns with numbers. */
    List<Integer> inputs() {
        return inputs;
    }

    List<Target> targets() {
        return targets;
    }

    /** Formulas of the numbers that are wanted besides those of parameters. */
    List<ColumnFormula> further() {
        return further;
    }

    /** By the name of a column of which a formula takes a hundredth, as of percentages without their sign, the parameter. */
    Map<String, String> dividedByHundred() {
        Map<String, String> divided = new LinkedHashMap<>();
        for (Target target : targets) {
            for (int input : target.formula().dividedByHundred()) {
                divided.putIfAbsent(name(inputs.get(input)), target.parameter());
            }
        }
        return divided;
    }

    /** The name of a column in the table. */
    String name(int column) {
        return table.columns().get(column);
    }

    boolean isMissing(String text) {
        if (text.isEmpty()) {
            return isMapped;
        }
        for (String each : missing) {
            if (each.equals(text)) {
                return true;
            }
        }
        return false;
    }

    boolean isMissing(double number) {
        for (double each : missingNumbers) {
            if (each == number) {
                return true;
            }
        }
        return false;
    }

    /**
     * The number in a text.
     *
     * @throws InvalidScenarioException if there is none; the problem has no path
     */
    double number(String text) {
        try {
            return written(text);
        } catch (InvalidScenarioException e) {
            // A hard space is one that is not seen, such as that before a percent sign.
            String seen = Cells.withPlainBlanks(text);
            if (seen.equals(text)) {
                throw e;
            }
            return written(seen);
        }
    }

    private double written(String text) {
        if (!hasDecimalComma) {
            return Cells.number(text);
        }
        try {
            return WrittenNumber.valueWithDecimalComma(text);
        } catch (InvalidScenarioException e) {
            OptionalDouble withPoint = missing.length == 0 ? OptionalDouble.empty() : missingWithPoint(text);
            return withPoint.orElseThrow(() -> e);
        }
    }

    /** The number in a text with a decimal point, if it stands for no value: that is told from every other number however it is written. */
    private OptionalDouble missingWithPoint(String text) {
        try {
            double number = WrittenNumber.value(text);
            return isMissing(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
        } catch (InvalidScenarioException e) {
            return OptionalDouble.empty();
        }
    }

    /** Whether numbers in texts have a decimal comma. */
    boolean hasDecimalComma() {
        return hasDecimalComma;
    }

    /** What deserves attention in how the columns are named, before a cell is read. */
    List<Problem> warnings() {
        return warnings;
    }
}
