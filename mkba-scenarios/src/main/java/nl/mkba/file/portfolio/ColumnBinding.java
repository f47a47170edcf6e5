package nl.mkba.file.portfolio;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.mkba.engine.spelling.Spelling;
import nl.mkba.expression.Expression;
import nl.mkba.file.format.ColumnMapping;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Location;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/** Finds the columns of a table that a mapping names, and says of all at once which it cannot find. For one binding. */
final class ColumnBinding {

    private static final Pattern WHOLE_NUMBER = Pattern.compile("(?<![\\w.])\\d+(?![\\w.%])");

    /** Columns that a message lists. */
    private static final int MOST_TOLD = 24;

    /** Stands in a problem for the sheets of what has not several. */
    private static final String ONE_TABLE = "one_table";

    /** Which argument of a problem with a column that is not there chooses the advice, and what it may be besides. */
    private static final int ADVICE = 4;

    private static final String OTHERS_FOUND = "others_found";
    private static final String NOT_ONE_WORD = "not_one_word";

    private final PlaceTable table;
    private final ColumnMapping mapping;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Integer> inputs = new LinkedHashMap<>();

    /** How many of the columns that are wanted the table has. */
    private int found;

    ColumnBinding(PlaceTable table, ColumnMapping mapping) {
        this.table = table;
        this.mapping = mapping;
    }

    TableColumns bind(Collection<String> parameters, @Nullable String group, List<String> further) {
        int id = column(mapping.id(), ColumnMapping.ID);
        String named = mapping.placeName();
        int placeName = named == null ? -1 : column(named, "name");
        int groups = group == null ? -1 : column(group, Problem.NO_PATH);
        List<TableColumns.Filter> filters = new ArrayList<>();
        mapping.where().forEach((name, texts) -> {
            int column = name.equals(ColumnMapping.ID) ? id : column(name, "where." + name);
            String path = "where." + name;
            Location place = mapping.located(Problem.of(ProblemCode.TEXT_KEEPS_NO_ROW, path))
                    .location();
            filters.add(new TableColumns.Filter(column, texts, path, place == null ? table.header() : place));
        });
        List<String> wanted = mapping.parameters().keySet().stream()
                .filter(parameters::contains)
                .toList();
        if (wanted.isEmpty()) {
            problems.add(mapping.located(Problem.of(
                            ProblemCode.NOTHING_MAPPED,
                            "parameters",
                            Problem.shown(String.join(", ", mapping.parameters().keySet())))
                    .suggesting(nearest(parameters))));
        }
        for (String parameter : wanted) {
            find(formula(parameter), "parameters." + parameter);
        }
        for (String name : further) {
            Expression formula = mapping.parameters().get(name);
            if (formula == null) {
                findColumn(name);
            } else {
                find(formula, "parameters." + name);
            }
        }
        if (!problems.isEmpty()) {
            long missing = problems.stream()
                    .filter(problem -> problem.code() == ProblemCode.NO_SUCH_COLUMN)
                    .count();
            // Where most columns were found the header is one, and the sheet is the right one.
            if (found > missing) {
                problems.replaceAll(ColumnBinding::amongOthers);
            }
            throw new InvalidScenarioException(problems);
        }
        List<TableColumns.Target> targets = targets(wanted);
        try {
            select(id, placeName, groups, filters);
        } catch (InvalidScenarioException e) {
            throw new InvalidScenarioException(
                    e.problems().stream().map(ColumnBinding::ofMapping).toList());
        }
        return new TableColumns(
                table,
                id,
                placeName,
                groups,
                filters,
                List.copyOf(inputs.values()),
                targets,
                further.stream().map(this::furtherFormula).toList(),
                wanted.stream().flatMap(this::namesReadAsNumbers).toList(),
                mapping);
    }

    /** The problem with a column that is not there, without doubt about the header. */
    private static Problem amongOthers(Problem problem) {
        if (problem.code() != ProblemCode.NO_SUCH_COLUMN
                || problem.arguments().get(ADVICE).equals(NOT_ONE_WORD)) {
            return problem;
        }
        List<String> arguments = new ArrayList<>(problem.arguments());
        arguments.set(ADVICE, OTHERS_FOUND);
        return with(problem, arguments);
    }

    /** The problem with what a column holds, where a mapping says which columns are used. */
    private static Problem ofMapping(Problem problem) {
        if (problem.code() != ProblemCode.COLUMN_TYPE) {
            return problem;
        }
        List<String> arguments = new ArrayList<>(problem.arguments());
        arguments.add("in_mapping");
        return with(problem, arguments);
    }

    private static Problem with(Problem problem, List<String> arguments) {
        return new Problem(
                problem.code(), problem.path(), problem.atKey(), arguments, problem.suggestions(), problem.location());
    }

    /** What gives a number that is wanted besides: a parameter's formula, or a column as it is. */
    private ColumnFormula furtherFormula(String name) {
        Expression formula = mapping.parameters().get(name);
        return formula == null
                ? ColumnFormula.column(
                        List.copyOf(inputs.values()).indexOf(column(name, Problem.NO_PATH)), inputs.size())
                : ColumnFormula.of(formula, places(), inputs.size());
    }

    /** Finds a column that is wanted as it is, and need not have a name that a formula could call it. */
    private void findColumn(String name) {
        int column = column(name, Problem.NO_PATH);
        if (!inputs.containsValue(column)) {
            inputs.put(name, column);
        }
    }

    /** Warnings of numbers in a formula that are names of columns too: what was meant shows in neither. */
    private Stream<Problem> namesReadAsNumbers(String parameter) {
        return WHOLE_NUMBER
                .matcher(formula(parameter).text())
                .results()
                .map(MatchResult::group)
                .distinct()
                .filter(table.columns()::contains)
                .map(number -> mapping.located(
                        Problem.of(ProblemCode.COLUMN_READ_AS_NUMBER, "parameters." + parameter, number)));
    }

    /** Finds the columns that a formula names. */
    private void find(Expression formula, String path) {
        String text = withPlainBlanks(formula.text());
        boolean isUnknown = formula.references().stream()
                .anyMatch(name ->
                        !mapping.columns().containsKey(name) && !table.columns().contains(name));
        if (isUnknown && !places(name -> withPlainBlanks(name).equals(text)).isEmpty()) {
            note(Problem.of(
                    ProblemCode.NO_SUCH_COLUMN,
                    path,
                    formula.references().iterator().next(),
                    table.file(),
                    table.headerRow(),
                    first(table.columns()),
                    NOT_ONE_WORD,
                    Problem.shown(text)));
            return;
        }
        for (String name : formula.references()) {
            if (!inputs.containsKey(name)) {
                inputs.put(name, column(name, path));
            }
        }
    }

    /** By the name that formulas call it, which of the columns with numbers it is. */
    private Map<String, Integer> places() {
        Map<String, Integer> places = new LinkedHashMap<>();
        inputs.keySet().forEach(name -> places.put(name, places.size()));
        return places;
    }

    /** A parameter of the scenario that one of the mapping's was perhaps meant to be. */
    private @Nullable String nearest(Collection<String> parameters) {
        for (String mapped : mapping.parameters().keySet()) {
            String near = Spelling.nearest(mapped, parameters);
            if (near != null) {
                return near;
            }
        }
        return null;
    }

    private Expression formula(String parameter) {
        Expression formula = mapping.parameters().get(parameter);
        if (formula == null) {
            throw new IllegalArgumentException(parameter);
        }
        return formula;
    }

    private List<TableColumns.Target> targets(List<String> wanted) {
        Map<String, Integer> places = places();
        List<TableColumns.Target> targets = new ArrayList<>();
        for (String parameter : wanted) {
            ColumnFormula compiled = ColumnFormula.of(formula(parameter), places, places.size());
            targets.add(new TableColumns.Target(parameter, compiled, mapping.ifMissing(parameter)));
        }
        return targets;
    }

    private void select(int id, int placeName, int group, List<TableColumns.Filter> filters) {
        List<String> names = table.columns();
        Set<String> texts = new LinkedHashSet<>();
        texts.add(names.get(id));
        if (placeName >= 0) {
            texts.add(names.get(placeName));
        }
        if (group >= 0) {
            texts.add(names.get(group));
        }
        filters.forEach(filter -> texts.add(names.get(filter.column())));
        table.select(texts, inputs.values().stream().map(names::get).distinct().toList());
    }

    /** Where the column is that a mapping calls so; −1, after a problem was noted, if that cannot be said. */
    private int column(String name, String path) {
        String wanted = mapping.columns().get(name);
        List<String> names = table.columns();
        if (wanted != null && names.contains(name) && !wanted.equals(name)) {
            note(Problem.of(ProblemCode.TWO_COLUMNS_OF_A_NAME, path, name, Problem.shown(wanted)));
            return -1;
        }
        return found(wanted == null ? name : wanted, wanted == null ? path : "columns." + name);
    }

    /** Where the column of this name is, or of a name that begins so. */
    private int found(String wanted, String path) {
        List<String> names = table.columns();
        List<Integer> places = places(wanted::equals);
        if (places.isEmpty()) {
            // A header may be broken over lines, or have hard spaces, which nobody sees.
            String seen = withPlainBlanks(wanted);
            places = places(name -> withPlainBlanks(name).equals(seen));
        }
        if (places.isEmpty() && wanted.endsWith("*")) {
            String beginning = withPlainBlanks(wanted.substring(0, wanted.length() - 1));
            places = places(name -> withPlainBlanks(name).startsWith(beginning));
        }
        if (places.size() == 1) {
            found++;
            return places.get(0);
        }
        if (places.isEmpty()) {
            List<String> sheets = table.sheets();
            note(Problem.of(
                            ProblemCode.NO_SUCH_COLUMN,
                            path,
                            Problem.shown(wanted),
                            table.file(),
                            table.headerRow(),
                            first(names),
                            sheets.size() > 1 ? first(sheets) : ONE_TABLE)
                    .suggesting(alike(wanted, names)));
        } else {
            String letters =
                    String.join(", ", places.stream().map(TableColumns::letters).toList());
            note(Problem.of(ProblemCode.COLUMN_FOUND_TWICE, path, Problem.shown(wanted), letters));
        }
        return -1;
    }

    /** A name with one space for blanks of any kind in it. */
    private static String withPlainBlanks(String name) {
        return Cells.withPlainBlanks(name).replaceAll(" {2,}", " ");
    }

    private List<Integer> places(Predicate<String> isWanted) {
        List<Integer> places = new ArrayList<>();
        for (int column = 0; column < table.columns().size(); column++) {
            if (isWanted.test(table.columns().get(column))) {
                places.add(column);
            }
        }
        return places;
    }

    /** The first names, to be told. */
    private static String first(List<String> names) {
        return names.stream().limit(MOST_TOLD).map(Problem::shown).collect(Collectors.joining(", "))
                + (names.size() > MOST_TOLD ? ", … (" + names.size() + ")" : "");
    }

    private static List<String> alike(String wanted, List<String> names) {
        String lower = wanted.toLowerCase(Locale.ROOT);
        for (String name : names) {
            if (name.toLowerCase(Locale.ROOT).equals(lower)) {
                return List.of(name);
            }
        }
        String near = Spelling.nearest(wanted, names);
        return near == null ? List.of() : List.of(near);
    }

    private void note(Problem problem) {
        // What the caller names is in no mapping.
        Problem located = mapping.located(problem);
        Location place = located.location();
        // The user has no file of a built-in mapping.
        boolean isElsewhere =
                problem.path().equals(Problem.NO_PATH) || (place != null && mapping.isBuiltIn(place.file()));
        problems.add(isElsewhere ? problem.in(table.header()) : located);
    }
}
