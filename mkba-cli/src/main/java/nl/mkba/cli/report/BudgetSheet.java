package nl.mkba.cli.report;

import java.util.List;
import nl.mkba.appraisal.Amount;
import nl.mkba.appraisal.LabelAppraiser;
import nl.mkba.budget.BudgetRequest;
import nl.mkba.budget.BudgetResult;
import nl.mkba.budget.Budgets;
import nl.mkba.cli.report.Findings.CaseFindings;
import nl.mkba.expression.Expression;
import nl.mkba.label.LabelList;
import nl.mkba.scenario.Scenario;

/**
 * The budget of every stakeholder with cash, in prices of each year: a row for each task field where the scenario has those, and a
 * column for each year. Numbers: a budget is copied, not varied.
 */
final class BudgetSheet {

    private static final String AMOUNT = "#,##0";

    /** The columns before those of the years. */
    private static final int FIRST_YEAR = 3;

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
        sheet.width(1, 40);
        sheet.width(2, 14);
        sheet.text(row, 0, words.text("workbook.budget"));
        sheet.title(row++, 0);
        sheet.text(row++, 0, words.shared("budget.note.cash"));
        boolean withoutInflation = scenario.inflation().equals(Expression.ZERO);
        sheet.text(row++, 0, words.shared(withoutInflation ? "budget.note.no_inflation" : "budget.note.nominal"));
        findings.cases().forEach(this::add);
    }

    private void add(CaseFindings theCase) {
        row++;
        sheet.text(row, 0, words.run(theCase));
        sheet.title(row++, 0);
        String[] headings = new String[FIRST_YEAR + scenario.horizon()];
        headings[0] = words.shared("column.party");
        headings[1] = byTaskField ? LabelList.TAAKVELD.id() : "";
        headings[2] = "";
        for (int y = 0; y < scenario.horizon(); y++) {
            headings[FIRST_YEAR + y] = String.valueOf(scenario.firstYear() + y);
        }
        sheet.headings(row++, 0, headings);
        for (String party : scenario.stakeholders().keySet()) {
            BudgetRequest whole = BudgetRequest.of(party);
            BudgetResult.Budget budget =
                    Budgets.of(theCase.plan(), byTaskField ? whole.by(LabelList.TAAKVELD.id()) : whole);
            if (isSomething(budget.total())) {
                add(words.labels().stakeholder(party), budget);
            }
        }
    }

    private void add(String party, BudgetResult.Budget budget) {
        if (byTaskField) {
            for (BudgetResult.Row each : budget.rows()) {
                if (isSomething(each)) {
                    rows(party, words.labels().label(LabelList.TAAKVELD.id(), each.label()), each);
                }
            }
        }
        int total = row;
        rows(party, words.shared("explain.total"), budget.total());
        for (int each = total; each < row; each++) {
            sheet.bold(each, 1);
        }
    }

    private void rows(String party, String label, BudgetResult.Row each) {
        row(party, label, words.shared("column.expenditure"), each.expenditure());
        row(party, label, words.shared("column.income"), each.income());
        row(party, label, words.shared("column.net"), each.net());
    }

    private void row(String party, String label, String side, List<Amount> years) {
        sheet.text(row, 0, party);
        sheet.text(row, 1, label);
        sheet.text(row, 2, side);
        for (int y = 0; y < years.size(); y++) {
            sheet.number(row, FIRST_YEAR + y, years.get(y).value());
            sheet.form(row, FIRST_YEAR + y, AMOUNT);
        }
        row++;
    }

    private static boolean isSomething(BudgetResult.Row each) {
        return each.expenditure().stream().anyMatch(amount -> amount.value() != 0)
                || each.income().stream().anyMatch(amount -> amount.value() != 0);
    }
}
