package nl.mkba.cli.render;

import java.util.ArrayList;
import java.util.List;
import nl.mkba.cli.language.Messages;
import nl.mkba.cli.language.Numbers;
import nl.mkba.engine.portfolio.BudgetChoice;
import nl.mkba.engine.portfolio.Ranking;
import nl.mkba.json.tree.Plain;
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
    private final ChoiceOfPlaces.Question question;
    private final Labels labels;
    private final Messages messages;
    private final Numbers numbers;
    private final ObjectiveText objective;
    private final StringBuilder text = new StringBuilder();

    private ChoiceText(ChoiceOfPlaces choice, Scenario scenario, Messages messages) {
        this.choice = choice;
        this.question = choice.question();
        this.labels = new Labels(scenario, messages);
        this.messages = messages;
        this.numbers = new Numbers(messages.language(), scenario.currency());
        this.objective = new ObjectiveText(question.figures().objective(), labels, messages, numbers);
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
        question.per()
                .ifPresent(column ->
                        line("choice.at_least", numbers.whole(question.limits().atLeast()), Plain.line(column)));
        text.append('\n');
        TextTable figures = new TextTable("", "");
        figures.row(
                messages.text("choice.count"),
                numbers.whole(made.count()) + " / " + numbers.whole(choice.ids().size()));
        if (!question.isYearly()) {
            figures.row(messages.text("choice.cost"), numbers.money(made.cost()));
        }
        figures.row(objective(), value(made.value()));
        if (!question.isYearly() && made.cost() > 0) {
            figures.row(messages.text("choice.npv_per_euro", objective()), perEuro(made.value() / made.cost()));
        }
        figures.writeTo(text, "  ");
        if (question.isYearly()) {
            years();
        }
        if (made.gap() == 0) {
            line("choice.proven");
        } else {
            line("choice.gap", numbers.decimal(Math.max(made.gap(), SMALLEST_GAP) * 100, 4) + "%");
        }
        if (!question.isYearly()) {
            nextMillion(choice.more().get(0));
        }
        ranking();
        if (choice.drawsWithout() > 0) {
            line("choice.draws_without", numbers.whole(choice.drawsWithout()), numbers.whole(choice.draws()));
        }
        return text.toString();
    }

    private void heading() {
        String payer = question.figures().stakeholder().map(labels::stakeholder).orElse("");
        String whose = payer.isEmpty() ? "choice.heading" : "choice.heading.of_party";
        if (!question.isYearly()) {
            line(whose, numbers.money(question.limits().ceiling(0)), payer);
        } else {
            line(
                    payer.isEmpty() ? "choice.heading.years" : "choice.heading.years.of_party",
                    messages.text(question.figures().nominal() ? "choice.nominal" : "choice.real"),
                    payer);
        }
        if (!question.isNpv()) {
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
        List<Integer> years = question.figures().years();
        for (int budget = 0; budget < years.size(); budget++) {
            table.row(
                    String.valueOf(years.get(budget)),
                    numbers.money(question.limits().ceiling(budget)),
                    numbers.money(choice.choice().cost(budget)),
                    value(choice.more().get(budget).value() - choice.choice().value()));
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

    private void nextMillion(BudgetChoice richer) {
        double more = richer.value() - choice.choice().value();
        List<String> changed = new ArrayList<>();
        for (int place = 0; place < choice.ids().size(); place++) {
            int after = richer.alternative(place);
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
                question.isNpv() ? "choice.next_million" : "choice.next_million.objective",
                value(more),
                rest > 0 ? messages.text("choice.and_more", names, rest) : names,
                objective());
    }

    private String named(int place, int alternative) {
        String id = id(place);
        return choice.alternatives().size() == 1 ? id : id + " (" + label(alternative) + ")";
    }

    private String perEuro(double value) {
        return objective.perEuro(value);
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
        line(question.isNpv() ? "choice.ranking" : "choice.ranking.objective", objective());
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
                question.isNpv() ? messages.text("column.net") : objective(),
                messages.text(question.isNpv() ? "column.npv_per_euro" : "column.value_per_euro"),
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
                    value(step.value()),
                    perEuro(step.valuePerEuro()),
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
