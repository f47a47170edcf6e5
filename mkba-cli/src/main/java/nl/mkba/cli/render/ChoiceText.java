package nl.mkba.cli.render;

import java.util.ArrayList;
import java.util.List;
import nl.mkba.cli.language.Messages;
import nl.mkba.cli.language.Numbers;
import nl.mkba.json.tree.Plain;
import nl.mkba.portfolio.BudgetChoice;
import nl.mkba.portfolio.Ranking;
import nl.mkba.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/** A choice of places within a budget as text: what it comes to, where to begin, and what more money would buy. */
public final class ChoiceText {

    /** Steps of the ranking that are shown; JSON has them all. */
    private static final int MOST_STEPS = 20;

    /** Places that are named one by one. */
    private static final int MOST_NAMED = 8;

    /** A gap below this part of the net present value is shown as less than that. */
    private static final double SMALLEST_GAP = 1e-6;

    private final ChoiceOfPlaces choice;
    private final Labels labels;
    private final Messages messages;
    private final Numbers numbers;
    private final StringBuilder text = new StringBuilder();

    private ChoiceText(ChoiceOfPlaces choice, Scenario scenario, Messages messages) {
        this.choice = choice;
        this.labels = new Labels(scenario, messages);
        this.messages = messages;
        this.numbers = new Numbers(messages.language(), scenario.currency());
    }

    /** @param budgetOf id of the party whose costs the budget is for, or null */
    public static String of(ChoiceOfPlaces choice, Scenario scenario, @Nullable String budgetOf, Messages messages) {
        return new ChoiceText(choice, scenario, messages).text(budgetOf);
    }

    private String text(@Nullable String budgetOf) {
        BudgetChoice made = choice.choice();
        text.append('\n');
        line(
                budgetOf == null ? "choice.heading" : "choice.heading.of_party",
                numbers.money(made.budget()),
                budgetOf == null ? "" : labels.stakeholder(budgetOf));
        choice.outlook().ifPresent(outlook -> line("choice.outlook", labels.outlook(outlook)));
        text.append('\n');
        TextTable figures = new TextTable("", "");
        figures.row(
                messages.text("choice.count"),
                numbers.whole(made.count()) + " / " + numbers.whole(choice.ids().size()));
        figures.row(messages.text("choice.cost"), numbers.money(made.cost()));
        figures.row(messages.text("choice.npv"), numbers.money(made.npv()));
        if (made.cost() > 0) {
            figures.row(messages.text("choice.npv_per_euro"), numbers.ratio(made.npv() / made.cost()));
        }
        figures.writeTo(text, "  ");
        if (made.gap() == 0) {
            line("choice.proven");
        } else {
            line("choice.gap", numbers.decimal(Math.max(made.gap(), SMALLEST_GAP) * 100, 4) + "%");
        }
        nextMillion();
        ranking();
        return text.toString();
    }

    private void line(String key, Object... details) {
        text.append(messages.text(key, details)).append('\n');
    }

    private void nextMillion() {
        double more = choice.more().npv() - choice.choice().npv();
        List<String> changed = new ArrayList<>();
        for (int place = 0; place < choice.ids().size(); place++) {
            int after = choice.more().alternative(place);
            if (choice.choice().alternative(place) != after) {
                String id = id(place);
                changed.add(after == BudgetChoice.NONE ? messages.text("choice.not", id) : named(place, after));
            }
        }
        if (changed.isEmpty()) {
            line("choice.next_million.nothing");
            return;
        }
        int rest = changed.size() - MOST_NAMED;
        String names = String.join(", ", changed.subList(0, Math.min(MOST_NAMED, changed.size())));
        line(
                "choice.next_million",
                numbers.money(more),
                rest > 0 ? messages.text("choice.and_more", names, rest) : names);
    }

    private String named(int place, int alternative) {
        String id = id(place);
        return choice.alternatives().size() == 1 ? id : id + " (" + label(alternative) + ")";
    }

    private String id(int place) {
        return Plain.line(choice.ids().get(place));
    }

    private String label(int alternative) {
        String id = choice.alternative(alternative);
        return id == null ? "-" : labels.alternative(id);
    }

    private void ranking() {
        text.append('\n');
        line("choice.ranking");
        boolean isDrawn = choice.draws() > 0;
        List<String> headings = new ArrayList<>(List.of(
                messages.text("column.place"),
                messages.text("column.alternative"),
                messages.text("column.instead_of"),
                messages.text("column.costs"),
                messages.text("column.net"),
                messages.text("column.npv_per_euro"),
                messages.text("column.cumulative_cost")));
        if (isDrawn) {
            headings.add(messages.text("column.in_draws"));
        }
        TextTable table = new TextTable(headings.toArray(String[]::new)).withTexts(3);
        double cumulative = choice.ranking().beginCost();
        List<Ranking.Step> steps = choice.ranking().steps();
        for (Ranking.Step step : steps.subList(0, Math.min(MOST_STEPS, steps.size()))) {
            cumulative += step.cost();
            List<String> cells = new ArrayList<>(List.of(
                    id(step.place()),
                    label(step.to()),
                    label(step.from()),
                    numbers.money(step.cost()),
                    numbers.money(step.npv()),
                    numbers.ratio(step.npvPerEuro()),
                    numbers.money(cumulative)));
            if (isDrawn) {
                cells.add(numbers.percentage(choice.share(step.place())));
            }
            table.row(cells.toArray(String[]::new));
        }
        table.writeTo(text, "  ");
        if (steps.size() > MOST_STEPS) {
            line("choice.more_steps", numbers.whole(steps.size() - MOST_STEPS));
        }
        if (isDrawn) {
            line("choice.in_draws", numbers.whole(choice.draws()));
        }
    }
}
