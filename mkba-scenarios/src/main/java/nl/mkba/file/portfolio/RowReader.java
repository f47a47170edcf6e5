package nl.mkba.file.portfolio;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.mkba.file.format.ColumnMapping.IfMissing;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/** Reads what the rows of a table say of places, a part at a time and column by column. For one thread. */
public final class RowReader {

    /** What is made of a row. */
    public enum Outcome {
        /** It gives a place its values. */
        READ,
        /** It is not one of the rows that the mapping keeps. */
        PASSED_OVER,
        /** It has no value where the mapping says to leave the place out then. */
        LEFT_OUT,
        /** Something is wrong with it. */
        REFUSED
    }

    /** Stands for no value: no cell is that number. */
    private static final double NONE = Double.NaN;

    /** What is said of a cell in which there is no number at all, rather than one that may be misread. */
    private static final Set<ProblemCode> NO_NUMBER =
            EnumSet.of(ProblemCode.EMPTY_CELL, ProblemCode.NOT_A_NUMBER, ProblemCode.CELL_TYPE);

    private static final Set<ProblemCode> NO_FORMULA = EnumSet.of(
            ProblemCode.NOT_A_NUMBER,
            ProblemCode.TYPOGRAPHIC_OPERATOR,
            ProblemCode.EXPRESSION_INCOMPLETE,
            ProblemCode.EXPRESSION_ENDS_EARLY);

    /** A dash or the sign of mathematics, which word processors and web pages put before a negative number. */
    private static final Pattern LONG_MINUS = Pattern.compile("^[\u2212\u2013]");

    /** What is said of a decimal comma where none is expected. */
    private static final Set<ProblemCode> COMMAS = EnumSet.of(ProblemCode.DECIMAL_COMMA, ProblemCode.UNCLEAR_COMMA);

    /** Arguments of a problem with a missing value that come before the parameters. */
    private static final int WORDS_OF_MISSING = 3;

    private static final String CELL_ERROR = "cell_error";
    private static final String CELL_FORMULA = "cell_formula";

    /** Cells of which nobody knows what they say, as words of the messages. */
    private static final Set<String> UNKNOWN = Set.of(CELL_ERROR, CELL_FORMULA);

    private final TableColumns columns;
    private final List<TableColumns.Target> targets;
    private final int arrays;
    private PlaceTable.RowBatch part;
    private Outcome[] outcomes = new Outcome[0];
    private double[][] inputs;
    private double[][] values;
    private double[][] further;

    /** Of each column with numbers, whether it gives a parameter a value: if not, a place may be without a number in it. */
    private final boolean[] isNeeded;

    private final List<List<Problem>> problems = new ArrayList<>();
    private final List<@Nullable BitSet> kept = new ArrayList<>();
    private DoubtfulCells doubtfulCells = new DoubtfulCells();

    RowReader(TableColumns columns) {
        this.columns = columns;
        this.targets = columns.targets();
        this.arrays = Stream.concat(targets.stream().map(TableColumns.Target::formula), columns.further().stream())
                .mapToInt(ColumnFormula::arrays)
                .max()
                .orElse(0);
        this.isNeeded = new boolean[columns.inputs().size()];
        for (TableColumns.Target target : targets) {
            for (int input : target.formula().references()) {
                isNeeded[input] = true;
            }
        }
        this.further = new double[columns.further().size()][0];
        this.inputs = new double[columns.inputs().size() + arrays][0];
        this.values = new double[targets.size()][0];
        this.part = NO_ROWS;
    }

    /**
     * Reads a part; what it gave before is gone.
     *
     * @param next rows of the table that was given
     */
    public void read(PlaceTable.RowBatch next) {
        part = next;
        begin(next.rows());
        UnusedTexts.Condition[] conditions =
                new UnusedTexts.Condition[columns.filters().size()];
        for (int filter = 0; filter < conditions.length; filter++) {
            conditions[filter] = doubtfulCells.unusedTexts().condition(filter);
        }
        for (int row = 0; row < next.rows(); row++) {
            outcomes[row] = outcome(row, conditions);
        }
        for (int input = 0; input < columns.inputs().size(); input++) {
            read(input);
        }
        for (int target = 0; target < targets.size(); target++) {
            evaluate(target);
        }
        for (int each = 0; each < further.length; each++) {
            double[] results = columns.further().get(each).evaluate(inputs, next.rows(), new BitSet());
            System.arraycopy(results, 0, further[each], 0, next.rows());
        }
        for (int row = 0; row < next.rows(); row++) {
            if (outcomes[row] == Outcome.READ) {
                doubtfulCells.places().note(id(row), name(row), next.line(row));
            }
        }
    }

    private void begin(int rows) {
        if (outcomes.length < rows) {
            outcomes = new Outcome[rows];
            inputs = new double[inputs.length][rows];
            values = new double[values.length][rows];
            further = new double[further.length][rows];
        }
        problems.clear();
        kept.clear();
        for (int row = 0; row < rows; row++) {
            problems.add(List.of());
            kept.add(null);
        }
        doubtfulCells = new DoubtfulCells();
    }

    private Outcome outcome(int row, UnusedTexts.Condition[] conditions) {
        for (int i = 0; i < conditions.length; i++) {
            TableColumns.Filter filter = columns.filters().get(i);
            if (filter.column() < part.cells(row)) {
                String text = part.text(row, filter.column());
                int keeping = filter.keeping(text);
                if (keeping == TableColumns.Filter.NONE) {
                    return isUnknown(row, filter.column(), text) ? Outcome.REFUSED : passedOver(text, conditions[i]);
                }
                conditions[i].keep(keeping);
            }
        }
        if (!part.isWhole(row)) {
            note(
                    row,
                    Problem.of(
                            ProblemCode.WRONG_NUMBER_OF_CELLS,
                            Problem.NO_PATH,
                            String.valueOf(part.cells(row)),
                            String.valueOf(columns.table().columns().size())));
            return Outcome.REFUSED;
        }
        Outcome outcome = Outcome.READ;
        for (int column : new int[] {columns.id(), columns.group()}) {
            if (column >= 0 && !isCode(row, column)) {
                outcome = Outcome.REFUSED;
            }
        }
        return outcome;
    }

    private static Outcome passedOver(String text, UnusedTexts.Condition condition) {
        condition.passOver(text);
        return Outcome.PASSED_OVER;
    }

    /** Whether nobody knows what a cell says that may keep its row: a spreadsheet has no outcome for it. That is not passed over in silence. */
    private boolean isUnknown(int row, int column, String text) {
        Optional<Problem> fault = fault(row, column, text);
        if (fault.isEmpty()
                || columns.isMissing(text)
                || !UNKNOWN.contains(fault.get().arguments().get(1))) {
            return false;
        }
        note(row, fault.get().at(columns.name(column)));
        return true;
    }

    /** What is wrong with a cell that is neither a text nor a number, also where a text only tells that there is an error. */
    private Optional<Problem> fault(int row, int column, String text) {
        if (part.kind(row, column) == PlaceTable.CellKind.OTHER) {
            try {
                part.number(row, column);
            } catch (InvalidScenarioException e) {
                return Optional.of(e.problems().get(0));
            }
        }
        return SheetErrors.isError(text)
                ? Optional.of(Problem.of(ProblemCode.CELL_TYPE, Problem.NO_PATH, Problem.shown(text), CELL_ERROR))
                : Optional.empty();
    }

    /** Whether a cell can say which place or group this is. A spreadsheet makes a date of a code such as 1-2: what is one is not guessed at. */
    private boolean isCode(int row, int column) {
        String text = part.text(row, column);
        Optional<Problem> fault = fault(row, column, text);
        if (fault.isPresent()) {
            Problem problem = fault.get();
            boolean isCalculated = problem.arguments().contains(CELL_FORMULA);
            note(row, (isCalculated ? problem : with(problem, "of_place")).at(columns.name(column)));
            return false;
        }
        if (text.isEmpty()) {
            note(row, Problem.of(ProblemCode.EMPTY_CELL, columns.name(column)));
            return false;
        }
        if (column == columns.group() && columns.isMissing(text)) {
            note(row, Problem.of(ProblemCode.NO_GROUP, columns.name(column), Problem.shown(text)));
            return false;
        }
        return true;
    }

    private void note(int row, Problem problem) {
        if (problems.get(row).isEmpty()) {
            problems.set(row, new ArrayList<>());
        }
        problems.get(row).add(problem.in(columns.table().place(part.line(row))));
    }

    private void refuse(int row, Problem problem) {
        note(row, problem);
        outcomes[row] = Outcome.REFUSED;
    }

    /** Reads a column; a row with a cell that is not a number is refused. */
    private void read(int input) {
        int column = columns.inputs().get(input);
        double[] into = inputs[input];
        DoubtfulCells.Column cells = doubtfulCells.column(columns.name(column), columns.hasDecimalComma());
        for (int row = 0; row < part.rows(); row++) {
            into[row] = NONE;
            // Of a row that is refused for another cell all cells are looked at.
            if (outcomes[row] == Outcome.READ || (outcomes[row] == Outcome.REFUSED && part.isWhole(row))) {
                try {
                    into[row] = number(row, column, cells);
                } catch (InvalidScenarioException e) {
                    for (Problem problem : e.problems()) {
                        Problem told = ofCell(problem, row, column);
                        boolean isNoted = isNoted(row, columns.name(column));
                        if (!isNoted && (isNeeded[input] || !NO_NUMBER.contains(told.code()))) {
                            refuse(row, told.at(columns.name(column)));
                        }
                    }
                }
            }
        }
    }

    /**
     * What is wrong with a cell, with what is right in a table: a cell holds no formula, a lone sign is more likely a mark for a missing
     * value, and what is wrong with all cells alike is put right in the mapping.
     */
    private Problem ofCell(Problem problem, int row, int column) {
        String text = part.text(row, column);
        if (NO_FORMULA.contains(problem.code())) {
            String withMinus = LONG_MINUS.matcher(text).replaceFirst("-");
            List<String> numbers = Stream.concat(problem.suggestions().stream(), Stream.of(withMinus))
                    .filter(this::isNumber)
                    .toList();
            return Problem.of(
                            ProblemCode.NOT_A_NUMBER,
                            Problem.NO_PATH,
                            Problem.shown(text),
                            columns.isMapped() ? "cell" : "cell_of_parameter")
                    .suggesting(numbers);
        }
        if (problem.code() == ProblemCode.NOT_FINITE) {
            return with(problem, "cell");
        }
        boolean isCommas = COMMAS.contains(problem.code())
                || (problem.code() == ProblemCode.THOUSANDS_SEPARATOR && text.indexOf('.') >= 0);
        return columns.isMapped() && !columns.hasDecimalComma() && isCommas ? with(problem, "in_mapping") : problem;
    }

    private boolean isNumber(String text) {
        try {
            return Double.isFinite(columns.number(text));
        } catch (InvalidScenarioException e) {
            return false;
        }
    }

    /** The same problem with a word that its hint is found by. */
    private static Problem with(Problem problem, String word) {
        List<String> arguments = new ArrayList<>(problem.arguments());
        arguments.add(word);
        return new Problem(problem.code(), problem.path(), problem.atKey(), arguments, List.of(), problem.location());
    }

    private double number(int row, int column, DoubtfulCells.Column cells) {
        double number;
        switch (part.kind(row, column)) {
            case TEXT -> {
                String text = part.text(row, column);
                if (columns.isMissing(text)) {
                    return NONE;
                }
                number = columns.number(text);
                if (!columns.isMissing(number)) {
                    cells.add(text, number, part.line(row));
                }
            }
            case EMPTY -> {
                if (columns.isMapped()) {
                    return NONE;
                }
                number = part.number(row, column);
            }
            case OTHER -> {
                if (columns.isMissing(part.text(row, column))) {
                    return NONE;
                }
                number = part.number(row, column);
            }
            default -> {
                number = part.number(row, column);
                if (columns.isMissing(number)) {
                    return NONE;
                }
                if (part.isPercentage(row, column)) {
                    cells.addPercentage(number, part.line(row));
                } else {
                    cells.add(number);
                }
            }
        }
        return columns.isMissing(number) ? NONE : number;
    }

    private void evaluate(int place) {
        TableColumns.Target target = targets.get(place);
        int[] references = target.formula().references();
        BitSet tooSmall = new BitSet();
        double[] results = target.formula().evaluate(inputs, part.rows(), tooSmall);
        double[] into = values[place];
        for (int row = 0; row < part.rows(); row++) {
            into[row] = results[row] + 0.0;
            if (outcomes[row] == Outcome.PASSED_OVER) {
                continue;
            }
            int missing = missing(references, row);
            if (missing >= 0) {
                missing(target, place, columns.inputs().get(missing), row);
            } else if (!Double.isFinite(results[row]) && outcomes[row] != Outcome.REFUSED) {
                refuse(row, ofFormula(ProblemCode.FORMULA_WITHOUT_NUMBER, target, references, row));
            } else if (tooSmall.get(row) && outcomes[row] != Outcome.REFUSED) {
                refuse(row, ofFormula(ProblemCode.FORMULA_TOO_SMALL, target, references, row));
            }
        }
    }

    /** The first input of a formula that has no value; −1 if all have one. */
    private int missing(int[] references, int row) {
        for (int reference : references) {
            if (Double.isNaN(inputs[reference][row])) {
                return reference;
            }
        }
        return -1;
    }

    private void missing(TableColumns.Target target, int place, int column, int row) {
        if (target.ifMissing() == IfMissing.KEEP) {
            BitSet ofRow = kept.get(row);
            if (ofRow == null) {
                ofRow = new BitSet();
                kept.set(row, ofRow);
            }
            ofRow.set(place);
        } else if (target.ifMissing() == IfMissing.SKIP) {
            outcomes[row] = outcomes[row] == Outcome.READ ? Outcome.LEFT_OUT : outcomes[row];
        } else if (!isNotedOfOthers(row, columns.name(column), target.parameter())) {
            String text = part.text(row, column);
            refuse(
                    row,
                    missing(
                            columns.name(column),
                            text.isEmpty() ? "nothing" : "`" + Problem.shown(text) + "`",
                            List.of(target.parameter())));
        }
    }

    /** One cell without a value, and all parameters that need it. */
    private static Problem missing(String column, String found, List<String> parameters) {
        List<String> arguments = new ArrayList<>();
        arguments.add(found);
        arguments.add(parameters.stream().collect(Collectors.joining("`, `", "`", "`")));
        arguments.add(parameters.stream().collect(Collectors.joining(": skip, ", "", ": skip")));
        arguments.addAll(parameters);
        return Problem.of(ProblemCode.MISSING_VALUE, column, arguments.toArray(String[]::new));
    }

    /** Whether it was said that this cell has no value; then the parameter is added to those that need it. */
    private boolean isNotedOfOthers(int row, String column, String parameter) {
        List<Problem> ofRow = problems.get(row);
        for (int i = 0; i < ofRow.size(); i++) {
            Problem noted = ofRow.get(i);
            if (noted.code() == ProblemCode.MISSING_VALUE && noted.path().equals(column)) {
                List<String> arguments = noted.arguments();
                List<String> parameters = new ArrayList<>(arguments.subList(WORDS_OF_MISSING, arguments.size()));
                parameters.add(parameter);
                ofRow.set(
                        i,
                        missing(column, arguments.get(0), parameters)
                                .in(columns.table().place(part.line(row))));
                return true;
            }
        }
        return isNoted(row, column);
    }

    /** Whether something was said of this cell: what follows from that is not said again. */
    private boolean isNoted(int row, String column) {
        for (Problem problem : problems.get(row)) {
            if (problem.path().equals(column) || problem.code() == ProblemCode.WRONG_NUMBER_OF_CELLS) {
                return true;
            }
        }
        return false;
    }

    private Problem ofFormula(ProblemCode code, TableColumns.Target target, int[] references, int row) {
        StringBuilder cells = new StringBuilder();
        for (int reference : references) {
            cells.append(cells.isEmpty() ? "" : ", ")
                    .append(columns.name(columns.inputs().get(reference)))
                    .append(" = ")
                    .append(Problem.number(inputs[reference][row]));
        }
        return Problem.of(
                code,
                target.parameter(),
                Problem.shown(target.formula().formula().text()),
                references.length == 0 ? "no_column" : cells.toString());
    }

    /**
     * {@return what the cells of a row give, after a problem that only the calculation shows: it speaks of what follows from
     * them} None without a mapping, where columns are called after parameters.
     *
     * @param row its number in the part, from 0
     * @param found what the calculation refused
     */
    public Optional<Problem> cellsBehind(int row, Problem found) {
        if (!columns.isMapped()) {
            return Optional.empty();
        }
        List<String> given = new ArrayList<>();
        for (int target = 0; target < targets.size(); target++) {
            double value = value(row, target);
            if (!Double.isNaN(value)) {
                List<String> cells = new ArrayList<>();
                for (int reference : targets.get(target).formula().references()) {
                    int column = columns.inputs().get(reference);
                    cells.add(columns.name(column) + " `" + Problem.shown(part.text(row, column)) + "`");
                }
                given.add(targets.get(target).parameter() + " = " + Problem.number(value)
                        + (cells.isEmpty() ? "" : " (" + String.join(", ", cells) + ")"));
            }
        }
        return Optional.of(Problem.of(ProblemCode.REFUSED_ROW, found.path(), String.join("; ", given)));
    }

    /**
     * {@return what is made of a row}
     *
     * @param ofPart the part that the row is in
     * @param row its number in the part, from 0
     */
    public Outcome outcome(PlaceTable.RowBatch ofPart, int row) {
        if (ofPart != part) {
            throw new IllegalStateException("Another part was read");
        }
        return outcomes[row];
    }

    /**
     * {@return the id of the place that a row is about}
     *
     * @param row its number in the part, from 0
     */
    public String id(int row) {
        return part.text(row, columns.id());
    }

    /**
     * {@return the group of the place that a row is about; empty without a column of groups}
     *
     * @param row its number in the part, from 0
     */
    public String group(int row) {
        return columns.group() < 0 ? "" : part.text(row, columns.group());
    }

    /**
     * {@return the name of the place that a row is about; empty without a column of names}
     *
     * @param row its number in the part, from 0
     */
    public String name(int row) {
        return columns.hasNames() ? part.text(row, columns.placeName()) : "";
    }

    /**
     * {@return the value that a row gives a parameter, a fraction for a percentage; NaN if it gives none}
     *
     * @param row its number in the part, from 0
     * @param parameter its place in {@link TableColumns#parameters}
     */
    public double value(int row, int parameter) {
        BitSet ofRow = kept.get(row);
        return ofRow != null && ofRow.get(parameter) ? NONE : values[parameter][row];
    }

    /**
     * {@return a number that was wanted besides the parameters' values; NaN if the row has none}
     *
     * @param row its number in the part, from 0
     * @param each its place among those that were asked for
     */
    public double further(int row, int each) {
        double number = further[each][row];
        return Double.isFinite(number) ? number : NONE;
    }

    /** Whether a formula names a column that has no value in a row, whatever the mapping says of that. */
    boolean isMissing(int row, int parameter) {
        return missing(targets.get(parameter).formula().references(), row) >= 0;
    }

    /**
     * {@return the parameters that keep the scenario's own value in a row, by their place; null if there are none}
     *
     * @param row its number in the part, from 0
     */
    public @Nullable BitSet kept(int row) {
        return kept.get(row);
    }

    /**
     * {@return what is wrong with a row, with its place}
     *
     * @param row its number in the part, from 0
     */
    public List<Problem> problems(int row) {
        return List.copyOf(problems.get(row));
    }

    /** {@return the cells of the part that were perhaps meant otherwise than they are read} */
    public DoubtfulCells doubtfulCells() {
        return doubtfulCells;
    }

    private static final PlaceTable.RowBatch NO_ROWS = new SheetRows(new int[0], 0, 0);
}
