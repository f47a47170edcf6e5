package nl.mkba.cli.render;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import nl.mkba.budget.BudgetResult;
import nl.mkba.budget.BudgetResult.Budget;
import nl.mkba.budget.BudgetResult.Row;
import nl.mkba.cli.language.Messages;
import org.jspecify.annotations.Nullable;

/**
 * A budget as CSV: a line for each row and year, ready to be pasted into a budget. {@code row} is {@code label} or {@code
 * total}; {@code label} is the text in full, so that a spreadsheet takes a code for no number. The percentiles are filled in
 * for the total of a budget with draws.
 */
public final class BudgetCsv {

    private static final String HEADER =
            "scenario,alternative,outlook,stakeholder,prices,row,label,year,expenditure,income,net,net_p5,net_p95\n";

    private final BudgetResult budget;
    private final Labels labels;
    private final StringBuilder text = new StringBuilder(HEADER);

    private BudgetCsv(BudgetResult budget, Messages messages) {
        this.budget = budget;
        this.labels = new Labels(budget.scenario(), messages);
    }

    /** The text. */
    public static String of(BudgetResult budget, Messages messages) {
        BudgetCsv csv = new BudgetCsv(budget, messages);
        budget.results().forEach(csv::lines);
        return csv.text.toString();
    }

    private void lines(Budget one) {
        for (Row row : one.rows()) {
            for (int y = 0; y < one.years().size(); y++) {
                String label = budget.request()
                        .label()
                        .map(key -> labels.label(key, row.label()))
                        .orElse("");
                line(one, "label", label, row, y, null, null);
            }
        }
        for (int y = 0; y < one.years().size(); y++) {
            boolean drawn = !one.net().isEmpty();
            line(
                    one,
                    "total",
                    "",
                    one.total(),
                    y,
                    drawn ? one.net().get(y).p5().value() : null,
                    drawn ? one.net().get(y).p95().value() : null);
        }
    }

    private void line(
            Budget one, String kind, String label, Row row, int y, @Nullable Double p5, @Nullable Double p95) {
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(budget.scenario().id());
        cells.add(one.alternative());
        cells.add(one.outlook().orElse(null));
        cells.add(budget.request().stakeholder());
        cells.add(budget.request().prices().id());
        cells.add(kind);
        cells.add(label);
        cells.add(one.years().get(y));
        cells.add(row.expenditure().get(y).value());
        cells.add(row.income().get(y).value());
        cells.add(row.net().get(y).value());
        cells.add(p5);
        cells.add(p95);
        text.append(cells.stream().map(Csv::cell).collect(Collectors.joining(",")))
                .append('\n');
    }
}
