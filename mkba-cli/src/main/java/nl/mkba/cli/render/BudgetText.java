package nl.mkba.cli.render;

import java.util.ArrayList;
import java.util.List;
import nl.mkba.appraisal.Amount;
import nl.mkba.budget.BudgetResult;
import nl.mkba.budget.BudgetResult.Budget;
import nl.mkba.budget.BudgetResult.Row;
import nl.mkba.cli.language.Messages;
import nl.mkba.cli.language.Numbers;
import nl.mkba.expression.Expression;
import nl.mkba.scenario.Prices;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import nl.mkba.scenario.Simulation;

/** The budget of one stakeholder, as text to paste into a memo. */
public final class BudgetText {

    private static final String INDENT = "  ";

    private final BudgetResult budget;
    private final Scenario scenario;
    private final Messages messages;
    private final Numbers numbers;
    private final Labels labels;
    private final StringBuilder text = new StringBuilder(4096);

    private BudgetText(BudgetResult budget, Messages messages) {
        this.budget = budget;
        this.scenario = budget.scenario();
        this.messages = messages;
        this.numbers = new Numbers(messages.language(), scenario.currency());
        this.labels = new Labels(scenario, messages);
    }

    /**
     * The text.
     *
     * @param selection what was asked for
     */
    public static String of(BudgetResult budget, Selection selection, Messages messages) {
        return new BudgetText(budget, messages).write(selection);
    }

    private String write(Selection selection) {
        RunText.underlined(text, labels.title(), '=');
        for (Budget one : budget.results()) {
            text.append('\n');
            RunText.underlined(text, labels.run(one.alternative(), one.outlook()), '-');
            write(one);
        }
        text.append('\n');
        RunText.underlined(text, messages.text("section.conventions"), '-');
        conventions();
        Conventions.write(text, scenario, selection, messages);
        RunText.illustrative(text, scenario, messages);
        return text.toString();
    }

    private void write(Budget one) {
        heading("budget.heading", labels.stakeholder(budget.request().stakeholder()));
        boolean drawn = !one.net().isEmpty();
        List<String> headings = new ArrayList<>(List.of(
                messages.text("column.year"),
                messages.text("column.expenditure"),
                messages.text("column.income"),
                messages.text("column.net")));
        if (drawn) {
            headings.addAll(List.of("5%", "95%"));
        }
        TextTable table = new TextTable(headings.toArray(String[]::new));
        for (int y = 0; y < one.years().size(); y++) {
            List<String> cells = new ArrayList<>();
            cells.add(String.valueOf(one.years().get(y)));
            cells(one.total(), y, cells);
            if (drawn) {
                cells.add(whole(one.net().get(y).p5()));
                cells.add(whole(one.net().get(y).p95()));
            }
            table.row(cells.toArray(String[]::new));
        }
        table.writeTo(text, INDENT);
        budget.request().label().ifPresent(key -> byLabel(one, key));
    }

    /** A row for each text and year, without those in which nothing happens. */
    private void byLabel(Budget one, String key) {
        heading("budget.by_label", labels.labelKey(key));
        TextTable table = new TextTable(
                        labels.labelHeading(key),
                        messages.text("column.year"),
                        messages.text("column.expenditure"),
                        messages.text("column.income"),
                        messages.text("column.net"))
                .withTexts(2);
        for (Row row : one.rows()) {
            String name = labels.label(key, row.label());
            boolean any = false;
            for (int y = 0; y < one.years().size(); y++) {
                if (isNothing(row, y)) {
                    continue;
                }
                List<String> cells = new ArrayList<>();
                cells.add(any ? "" : name);
                cells.add(String.valueOf(one.years().get(y)));
                cells(row, y, cells);
                table.row(cells.toArray(String[]::new));
                any = true;
            }
            if (!any) {
                table.row(name, "–", "0", "0", "0");
            }
        }
        table.writeTo(text, INDENT);
    }

    private static boolean isNothing(Row row, int y) {
        return row.expenditure().get(y).value() == 0 && row.income().get(y).value() == 0;
    }

    private void cells(Row row, int y, List<String> cells) {
        cells.add(whole(row.expenditure().get(y)));
        cells.add(whole(row.income().get(y)));
        cells.add(whole(row.net().get(y)));
    }

    private void conventions() {
        line(messages.text("budget.note.cash"));
        if (budget.request().prices() == Prices.REAL) {
            line(messages.text("budget.note.real", scenario.priceLevel()));
        } else if (scenario.inflation().equals(Expression.ZERO)) {
            line(messages.text("budget.note.no_inflation"));
        } else {
            line(messages.text("budget.note.nominal"));
        }
        if (budget.simulation().isPresent()) {
            Simulation settings = budget.simulation().get();
            line(messages.text(
                    "budget.note.draws",
                    numbers.whole(settings.draws()),
                    settings.sampling().id(),
                    settings.seed()));
        }
    }

    private void heading(String key, Object detail) {
        text.append(text.charAt(text.length() - 2) == '-' ? "" : "\n");
        text.append(messages.text(key, detail, numbers.currency())).append('\n');
    }

    private void line(String line) {
        text.append(INDENT).append(line).append('\n');
    }

    private String whole(Amount amount) {
        return numbers.whole(amount.value());
    }
}
