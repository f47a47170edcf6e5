package nl.mkba.cli.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.mkba.cli.language.Messages;
import nl.mkba.cli.language.Numbers;
import nl.mkba.engine.portfolio.BudgetChoice;
import nl.mkba.engine.portfolio.Objective;
import nl.mkba.json.tree.Plain;
import nl.mkba.portfolio.ChoiceResult;
import nl.mkba.scenario.Prices;
import nl.mkba.scenario.Scenario;

/** A choice of places within a budget as text: its value, where to start, and what more money would buy. */
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
    private final ObjectiveText objective;
    private final StringBuilder text = new StringBuilder();

    private ChoiceText(ChoiceOfPlaces choice, Scenario scenario, Messages texts) {
        this.choice = choice;
        this.messages = texts.in(scenario.currency());
        this.labels = new Labels(scenario, messages);
        this.numbers = new Numbers(messages.language(), scenario.currency());
        this.objective =
                new ObjectiveText(Objective.of(choice.request().objective()).orElseThrow(), labels, messages, numbers);
    }

    /** The choice, where to begin, and what more money would buy. */
    public static String of(ChoiceOfPlaces choice, Scenario scenario, Messages messages) {
        return new ChoiceText(choice, scenario, messages).text();
    }

    private String text() {
        BudgetChoice made = choice.choice();
        text.append('\n');
        heading();
        choice.outlook().ifPresent(outlook -> line("choice.outlook", labels.outlook(outlook)));
        choice.places()
                .per()
                .ifPresent(column ->
                        line("choice.at_least", numbers.whole(choice.limits().atLeast()), Plain.line(column)));
        text.append('\n');
        TextTable figures = new TextTable("", "");
        figures.row(
                messages.text("choice.count"),
                numbers.whole(made.count()) + " / " + numbers.whole(choice.ids().size()));
        if (choice.years().isEmpty()) {
            figures.row(messages.text("choice.cost"), numbers.money(made.cost()));
        }
        figures.row(objective(), value(made.value()));
        if (choice.years().isEmpty() && made.cost() > 0) {
            figures.row(
                    messages.text("choice.npv_per_euro", objective(), objective.unitOfCosts()),
                    perEuro(made.value() / made.cost()));
        }
        figures.writeTo(text, "  ");
        if (!choice.years().isEmpty()) {
            years();
        }
        if (made.gap() == 0) {
            line("choice.proven");
        } else {
            line("choice.gap", numbers.decimal(Math.max(made.gap(), SMALLEST_GAP) * 100, 4) + "%");
        }
        if (choice.years().isEmpty()) {
            nextMillion(choice.result().nextMillion().get(0));
        }
        ranking();
        if (choice.places().drawsWithout() > 0) {
            line("choice.draws_without", numbers.whole(choice.places().drawsWithout()), numbers.whole(choice.draws()));
        }
        return text.toString();
    }

    private void heading() {
        String payer = choice.request().stakeholder().map(labels::stakeholder).orElse("");
        String whose = payer.isEmpty() ? "choice.heading" : "choice.heading.of_stakeholder";
        if (choice.years().isEmpty()) {
            line(whose, numbers.money(choice.limits().ceiling(0)), payer);
        } else {
            line(
                    payer.isEmpty() ? "choice.heading.years" : "choice.heading.years.of_stakeholder",
                    messages.text(choice.request().prices() == Prices.NOMINAL ? "choice.nominal" : "choice.real"),
                    payer);
        }
        if (!choice.isNpv()) {
            line("choice.objective", objective());
        }
    }

    /** What is taken of the budget of each year, and what a million more in it would be worth. */
    private void years() {
        text.append('\n');
        TextTable table = new TextTable(
                messages.text("column.year"),
                messages.text("column.budget"),
                messages.text("column.taken"),
                messages.text("column.next_million"));
        List<Integer> years = choice.years();
        List<ChoiceResult.Raise> raises = choice.result().nextMillion();
        for (int budget = 0; budget < years.size(); budget++) {
            table.row(
                    String.valueOf(years.get(budget)),
                    numbers.money(choice.limits().ceiling(budget)),
                    numbers.money(choice.choice().cost(budget)),
                    value(raises.get(budget).value()));
        }
        table.writeTo(text, "  ");
    }

    private String objective() {
        return objective.name();
    }

    private String value(double value) {
        return objective.value(value);
    }

    private void line(String key, Object... details) {
        text.append(messages.text(key, details)).append('\n');
    }

    private void nextMillion(ChoiceResult.Raise raise) {
        List<String> changed = raise.changes().stream().map(this::changed).toList();
        if (changed.isEmpty()) {
            line("choice.next_million.nothing");
            return;
        }
        int rest = changed.size() - MOST_NAMED;
        String names = String.join(", ", changed.subList(0, Math.min(MOST_NAMED, changed.size())));
        line(
                choice.isNpv() ? "choice.next_million" : "choice.next_million.objective",
                value(raise.value()),
                rest > 0 ? messages.text("choice.and_more", names, rest) : names,
                objective());
    }

    private String changed(ChoiceResult.Change change) {
        String id = id(change.row());
        return change.alternative()
                .map(after -> choice.alternatives().size() == 1 ? id : id + " (" + labels.alternative(after) + ")")
                .orElseGet(() -> messages.text("choice.not", id));
    }

    private String perEuro(double value) {
        return objective.perEuro(value);
    }

    private String id(int place) {
        return Plain.line(choice.ids().get(place));
    }

    private String label(Optional<String> alternative) {
        return alternative.map(labels::alternative).orElse("-");
    }

    private void ranking() {
        text.append('\n');
        line(choice.isNpv() ? "choice.ranking" : "choice.ranking.objective", objective(), objective.unitOfCosts());
        if (choice.ranking().steps().isEmpty()) {
            text.append("  ");
            line(startsWithNothing() ? "choice.ranking.none" : "choice.ranking.free", objective());
        } else {
            steps();
        }
    }

    /** Whether no place has an alternative that adds something and takes nothing of the budget. */
    private boolean startsWithNothing() {
        for (int place = 0; place < choice.ids().size(); place++) {
            if (choice.ranking().begin(place) != BudgetChoice.NONE) {
                return false;
            }
        }
        return true;
    }

    private void steps() {
        boolean isDrawn = choice.draws() > 0;
        List<String> headings = new ArrayList<>(List.of(
                messages.text("column.place"),
                messages.text("column.alternative"),
                messages.text("column.instead_of"),
                messages.text("column.costs"),
                choice.isNpv() ? messages.text("column.net") : objective(),
                choice.isNpv() ? messages.text("column.npv_per_euro") : objective.headingPerEuro(),
                messages.text("column.cumulative_cost")));
        if (isDrawn) {
            headings.add(messages.text("column.in_draws"));
        }
        TextTable table = new TextTable(headings.toArray(String[]::new)).withTexts(3);
        List<ChoiceResult.Step> steps = choice.result().ranking();
        for (ChoiceResult.Step step : steps.subList(0, Math.min(MOST_STEPS, steps.size()))) {
            List<String> cells = new ArrayList<>(List.of(
                    id(step.row()),
                    label(step.alternative()),
                    label(step.insteadOf()),
                    numbers.money(step.cost()),
                    value(step.value()),
                    perEuro(step.valuePerEuro()),
                    numbers.money(step.cumulativeCost())));
            if (isDrawn) {
                cells.add(numbers.percentage(choice.share(step.row())));
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
