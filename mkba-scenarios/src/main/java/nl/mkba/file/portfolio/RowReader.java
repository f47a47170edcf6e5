package nl.mkba.file.portfolio;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
            ProblemCode.TYPOGRAPHIC_OPERATOR, ProblemCode.EXPRESSION_INCOMPLETE, ProblemCode.EXPRESSION_ENDS_EARLY);

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
        for (int row = 0; row < next.rows(); row++) {
            outcomes[row] = outcome(row);
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

    private Outcome outcome(int row) {
        for (TableColumns.Filter filter : columns.filters()) {
            if (filter.column() < part.cells(row) && !filter.keeps(part.text(row, filter.column()))) {
                return Outcome.PASSED_OVER;
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

    /** Whether a cell can say which place or group this is. A spreadsheet makes a date of a code such as 1-2: what is one is not guessed at. */
    private boolean isCode(int row, int column) {
        if (part.kind(row, column) == PlaceTable.CellKind.OTHER) {
            try {
                part.number(row, column);
            } catch (InvalidScenarioException e) {
                e.problems().forEach(problem -> note(row, problem.at(columns.name(column))));
                return false;
            }
        }
        String text = part.text(row, column);
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
                        if (isNeeded[input] || !NO_NUMBER.contains(told.code())) {
                            refuse(row, told.at(columns.name(column)));
                        }
                    }
                }
            }
        }
    }

    /** Nobody is asked to finish a formula in a cell: a lone sign is more likely a mark for a missing value. */
    private Problem ofCell(Problem problem, int row, int column) {
        return columns.isMapped() && NO_FORMULA.contains(problem.code())
                ? Problem.of(ProblemCode.NOT_A_NUMBER, Problem.NO_PATH, Problem.shown(part.text(row, column)), "cell")
                : problem;
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
                if (!columns.isMissing(number)) {
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
        } else if (!isNoted(row, columns.name(column))) {
            String text = part.text(row, column);
            refuse(
                    row,
                    Problem.of(
                            ProblemCode.MISSING_VALUE,
                            columns.name(column),
                            text.isEmpty() ? "nothing" : "`" + Problem.shown(text) + "`",
                            target.parameter()));
        }
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
