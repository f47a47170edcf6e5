package nl.mkba.cli.report;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.mkba.engine.plan.PlanDescription;
import nl.mkba.engine.plan.PlanDescription.Step;
import nl.mkba.engine.plan.Scalar;
import nl.mkba.engine.plan.Vector;
import nl.mkba.engine.time.TimeFrame;

/**
 * Every step of an alternative, a row each: what it is, and its number, or its number of each year. Other sheets refer to these
 * rows.
 */
final class CalculationSheet implements StepFormula.Cells {

    private static final int NAME = 0;
    private static final int OPERATION = 1;
    private static final int UNIT = 2;
    private static final int SCALAR = 3;
    private static final int FIRST_YEAR = 4;
    private static final int FIRST_ROW = 2;

    /** Large numbers whole, small ones with the digits that tell them apart. */
    private static final String NUMBER = "[>=1000]#,##0;[<=-1000]-#,##0;0.0####";

    private final Sheet sheet;
    private final Workings workings;
    private final PlanDescription description;
    private final Map<Integer, Integer> rows = new HashMap<>();
    private final Map<Integer, String> inputs = new HashMap<>();
    private final RegisterLabels labels;
    private final Words words;

    /** @param inputCells where each input stands, by the parameter's id */
    CalculationSheet(Sheet sheet, Workings workings, Map<String, String> inputCells, String alternative, Words words) {
        this.sheet = sheet;
        this.workings = workings;
        this.description = workings.description();
        this.labels = new RegisterLabels(workings, words);
        this.words = words;
        description.inputs().forEach((id, register) -> inputs.put(register, inputCells.getOrDefault(id, "NA()")));
        head(alternative);
        int row = FIRST_ROW;
        for (Map.Entry<Integer, List<Double>> constant : description.constants().entrySet()) {
            // One number stands in the formulas themselves.
            if (constant.getValue().size() > 1) {
                rows.put(constant.getKey(), row++);
            }
        }
        for (Step step : description.steps()) {
            if (step.result().isPresent()) {
                rows.put(step.result().getAsInt(), row++);
            }
        }
        description.constants().forEach(this::constant);
        description.steps().forEach(step -> step.result().ifPresent(result -> step(step, result)));
    }

    private void head(String alternative) {
        TimeFrame frame = workings.plan().frame();
        sheet.headings(
                1,
                0,
                words.text("workbook.name"),
                words.text("workbook.operation"),
                words.text("column.unit"),
                words.shared("column.value"));
        for (int y = 0; y < description.years(); y++) {
            sheet.number(1, FIRST_YEAR + y, frame.firstYear() + y);
            sheet.heading(1, FIRST_YEAR + y);
        }
        sheet.text(0, 0, alternative + ": " + words.text("workbook.steps"));
        sheet.bold(0, 0);
        sheet.width(NAME, 60);
        sheet.width(OPERATION, 22);
        sheet.width(UNIT, 16);
        sheet.width(SCALAR, 12);
        sheet.freeze(FIRST_YEAR, FIRST_ROW);
    }

    private void constant(int register, List<Double> numbers) {
        Integer row = rows.get(register);
        if (row == null) {
            return;
        }
        label(row, register, words.text("operation.constant"));
        for (int y = 0; y < numbers.size(); y++) {
            sheet.number(row, FIRST_YEAR + y, numbers.get(y));
            sheet.form(row, FIRST_YEAR + y, NUMBER);
        }
    }

    private void step(Step step, int result) {
        int row = row(result);
        label(row, result, words.text("operation." + step.op().name().toLowerCase(Locale.ROOT)));
        List<String> formulas = StepFormula.of(step, this);
        int first = step.op().isVector() ? FIRST_YEAR : SCALAR;
        for (int k = 0; k < formulas.size(); k++) {
            sheet.formula(
                    row, first + k, formulas.get(k), workings.numbers(result).get(k));
            sheet.form(row, first + k, NUMBER);
        }
    }

    private void label(int row, int register, String operation) {
        sheet.text(row, NAME, labels.name(register));
        sheet.text(row, OPERATION, operation);
        sheet.text(row, UNIT, labels.unit(register));
    }

    private int row(int register) {
        Integer row = rows.get(register);
        if (row == null) {
            throw new IllegalStateException("The register (" + register + ") has no row");
        }
        return row;
    }

    @Override
    public int years() {
        return description.years();
    }

    @Override
    public String scalar(int register) {
        String input = inputs.get(register);
        if (input != null) {
            return input;
        }
        return rows.containsKey(register)
                ? Sheet.cell(row(register), SCALAR)
                : number(workings.numbers(register).get(0));
    }

    /** A number in a formula. */
    static String number(double value) {
        return value < 0 ? "(" + value + ")" : String.valueOf(value);
    }

    @Override
    public String year(int register, int year) {
        return rows.containsKey(register)
                ? Sheet.cell(row(register), FIRST_YEAR + year)
                : number(workings.numbers(register).get(year));
    }

    @Override
    public String range(int register) {
        String first = year(register, 0);
        return years() == 1 ? first : first + ":" + year(register, years() - 1);
    }

    @Override
    public boolean isZero(int register, int year) {
        List<Double> constant = description.constants().get(register);
        return constant != null && constant.get(year) == 0;
    }

    /** A scalar, from any sheet. */
    String scalarElsewhere(Scalar register) {
        int number = register.number();
        return rows.containsKey(number) ? sheet.reference(row(number), SCALAR) : scalar(number);
    }

    /** A vector's number of a year, from any sheet. */
    String yearElsewhere(Vector register, int year) {
        int number = register.number();
        return rows.containsKey(number) ? sheet.reference(row(number), FIRST_YEAR + year) : year(number, year);
    }
}
