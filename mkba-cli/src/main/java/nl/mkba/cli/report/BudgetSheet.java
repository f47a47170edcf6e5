package nl.mkba.cli.report;

import java.util.List;
import java.util.function.IntFunction;
import nl.mkba.appraisal.Amount;
import nl.mkba.budget.BudgetRequest;
import nl.mkba.budget.BudgetResult;
import nl.mkba.cli.report.Findings.CaseFindings;
import nl.mkba.engine.appraisal.LabelAppraiser;
import nl.mkba.engine.budget.Budgets;
import nl.mkba.expression.Expression;
import nl.mkba.label.LabelList;
import nl.mkba.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/**
 * The budget of every stakeholder with cash, in prices of each year: a row for each task field where the scenario has those, and a
 * column for each year. Formulas over the streams and what a unit of money is in each year.
 */
final class BudgetSheet {

    private static final String AMOUNT = "#,##0";
    private static final int TASK_FIELD = 1;

    /** The columns before those of the years. */
    private static final int FIRST_YEAR = 4;

    private final Sheet sheet;
    private final Scenario scenario;
    private final Words words;
    private final boolean byTaskField;
    private int row;

    BudgetSheet(Sheet sheet, Findings findings, Words words) {
        this.sheet = sheet;
        this.scenario = findings.scenario();
        this.words = words;
        this.byTaskField = LabelAppraiser.keys(scenario).contains(LabelList.TAAKVELD.id());
        sheet.width(0, 30);
        sheet.width(TASK_FIELD, 40);
        sheet.width(2, 10);
        sheet.width(3, 10);
        sheet.text(row, 0, words.text("workbook.budget"));
        sheet.title(row++, 0);
        sheet.text(row++, 0, words.shared("budget.note.cash"));
        boolean withoutInflation = scenario.inflation().equals(Expression.ZERO);
        sheet.text(row++, 0, words.shared(withoutInflation ? "budget.note.no_inflation" : "budget.note.nominal"));
    }

    /** Adds the budgets of an alternative. */
    void add(CaseFindings theCase, Workings workings, StreamsSheet streams, CalculationSheet calculation) {
        row++;
        sheet.text(row, 0, words.run(theCase));
        sheet.title(row++, 0);
        String[] headings = new String[FIRST_YEAR + scenario.horizon()];
        headings[0] = words.shared("column.stakeholder");
        headings[TASK_FIELD] = byTaskField ? words.labels().labelHeading(LabelList.TAAKVELD.id()) : "";
        headings[2] = "";
        headings[3] = words.text("column.unit");
        for (int y = 0; y < scenario.horizon(); y++) {
            headings[FIRST_YEAR + y] = String.valueOf(scenario.firstYear() + y);
        }
        sheet.headings(row++, 0, headings);
        for (String stakeholder : scenario.stakeholders().keySet()) {
            BudgetRequest whole = BudgetRequest.of(stakeholder);
            if (streams.hasCash(stakeholder, null)) {
                new StakeholderBlock(stakeholder, workings, streams, calculation)
                        .add(Budgets.of(theCase.plan(), byTaskField ? whole.by(LabelList.TAAKVELD.id()) : whole));
            }
        }
    }

    /** The rows of one stakeholder. */
    private final class StakeholderBlock {
        private final String id;
        private final Workings workings;
        private final StreamsSheet streams;
        private final CalculationSheet calculation;

        StakeholderBlock(String id, Workings workings, StreamsSheet streams, CalculationSheet calculation) {
            this.id = id;
            this.workings = workings;
            this.streams = streams;
            this.calculation = calculation;
        }

        void add(BudgetResult.Budget budget) {
            if (byTaskField) {
                for (BudgetResult.Row each : budget.rows()) {
                    String taskField = words.labels().label(LabelList.TAAKVELD.id(), each.label());
                    if (streams.hasCash(id, taskField)) {
                        rows(taskField, taskField, each);
                    }
                }
            }
            int total = row;
            rows(words.shared("explain.total"), null, budget.total());
            for (int each = total; each < row; each++) {
                sheet.bold(each, TASK_FIELD);
            }
        }

        private void rows(String label, @Nullable String taskField, BudgetResult.Row each) {
            int expenditure = row;
            row(label, "column.expenditure", each.expenditure(), y -> sum(true, taskField, y));
            row(label, "column.income", each.income(), y -> sum(false, taskField, y));
            row(
                    label,
                    "column.net",
                    each.net(),
                    y -> Sheet.cell(expenditure + 1, FIRST_YEAR + y) + "-" + Sheet.cell(expenditure, FIRST_YEAR + y));
        }

        /** What is paid or received in a year, in prices of that year. */
        private String sum(boolean pays, @Nullable String taskField, int year) {
            return streams.cash(id, pays, taskField, year) + "*"
                    + calculation.yearElsewhere(workings.plan().inflated(), year);
        }

        private void row(String label, String side, List<Amount> years, IntFunction<String> formula) {
            sheet.text(row, 0, words.labels().stakeholder(id));
            sheet.text(row, TASK_FIELD, label);
            sheet.text(row, 2, words.shared(side));
            sheet.text(row, 3, words.numbers().currency());
            for (int y = 0; y < years.size(); y++) {
                sheet.formula(
                        row, FIRST_YEAR + y, formula.apply(y), years.get(y).value());
                sheet.form(row, FIRST_YEAR + y, AMOUNT);
            }
            row++;
        }
    }
}
