package nl.mkba.cli.render;

import java.util.Optional;
import nl.mkba.cli.language.Messages;
import nl.mkba.cli.language.Numbers;
import nl.mkba.cooperation.Attribution;
import nl.mkba.cooperation.AttributionResult;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import nl.mkba.scenario.Simulation;
import nl.mkba.uncertainty.Statistics;

/** What each intervention adds, as text to paste into a memo. */
public final class AttributionText {

    private static final String INDENT = "  ";
    private static final String ABSENT = "–";

    /** Differences smaller than this part of the amounts they are made of are rounding of the computer. */
    private static final double NOTHING = 1e-12;

    private final AttributionResult attributions;
    private final Selection selection;
    private final Messages messages;
    private final Numbers numbers;
    private final Labels labels;
    private final StringBuilder text = new StringBuilder(4096);

    private AttributionText(AttributionResult attributions, Selection selection, Messages messages) {
        this.attributions = attributions;
        this.selection = selection;
        this.messages = messages;
        this.numbers = new Numbers(messages.language(), attributions.scenario().currency());
        this.labels = new Labels(attributions.scenario(), messages);
    }

    /**
     * The text.
     *
     * @param selection what was asked for
     */
    public static String of(AttributionResult attributions, Selection selection, Messages messages) {
        return new AttributionText(attributions, selection, messages).write();
    }

    private String write() {
        Scenario scenario = attributions.scenario();
        RunText.underlined(text, labels.title(), '=');
        if (selection.effectsTimes() != 1) {
            text.append('\n');
            line(messages.text("simulate.effects", numbers.precise(selection.effectsTimes() * 100) + "%"));
        }
        for (AttributionResult.CaseResult result : attributions.results()) {
            text.append('\n');
            RunText.underlined(text, labels.run(result.alternative(), result.outlook()), '-');
            if (result.interventions().isEmpty()) {
                line(messages.text("attribution.nothing"));
            } else {
                division(result);
                inWords(result);
                spread(result);
            }
        }
        text.append('\n');
        RunText.underlined(text, messages.text("section.conventions"), '-');
        line(messages.text("attribution.note.alone"));
        line(messages.text("attribution.note.last"));
        line(messages.text("attribution.note.shapley"));
        if (attributions.simulation().isPresent()) {
            Simulation settings = attributions.simulation().get();
            line(messages.text(
                    "attribution.note.draws",
                    numbers.whole(settings.draws()),
                    settings.sampling().id(),
                    settings.seed()));
        }
        Conventions.write(text, scenario, selection, messages);
        RunText.illustrative(text, scenario, messages);
        return text.toString();
    }

    private void division(AttributionResult.CaseResult result) {
        text.append(messages.text("attribution.division", numbers.currency())).append('\n');
        TextTable table = new TextTable(
                messages.text("column.intervention"),
                messages.text("column.alone"),
                messages.text("column.as_last"),
                messages.text("column.shapley"));
        result.interventions()
                .forEach((id, attribution) -> table.row(
                        labels.intervention(id),
                        numbers.whole(attribution.alone().value()),
                        numbers.whole(attribution.last().value()),
                        numbers.whole(attribution.shapley().value())));
        table.rule();
        table.row(
                messages.text("attribution.package"),
                ABSENT,
                ABSENT,
                numbers.whole(result.npv().value()));
        table.writeTo(text, INDENT);
    }

    /** Whether they reinforce each other or overlap. */
    private void inWords(AttributionResult.CaseResult result) {
        if (result.interventions().size() == 1) {
            return;
        }
        double sum = 0;
        double size = Math.abs(result.npv().value());
        for (Attribution attribution : result.interventions().values()) {
            sum += attribution.alone().value();
            size += Math.abs(attribution.alone().value());
        }
        double more = result.npv().value() - sum;
        if (Math.abs(more) <= NOTHING * size) {
            line(messages.text("attribution.independent"));
        } else {
            line(messages.text(
                    more > 0 ? "attribution.reinforce" : "attribution.overlap",
                    numbers.money(Math.abs(more)),
                    numbers.money(sum)));
        }
    }

    private void spread(AttributionResult.CaseResult result) {
        if (attributions.simulation().isEmpty()) {
            return;
        }
        text.append('\n')
                .append(messages.text("attribution.spread", numbers.currency()))
                .append('\n');
        TextTable table = new TextTable(
                        messages.text("column.intervention"),
                        "",
                        messages.text("column.mean"),
                        "5%",
                        "95%",
                        messages.text("column.chance_above", "0"))
                .withTexts(2);
        result.interventions().forEach((id, attribution) -> {
            Optional<Attribution.Spread> spread = attribution.spread();
            if (spread.isPresent()) {
                row(table, labels.intervention(id), "column.alone", spread.get().alone());
                row(table, "", "column.as_last", spread.get().last());
                row(table, "", "column.shapley", spread.get().shapley());
            }
        });
        table.writeTo(text, INDENT);
    }

    private void row(TextTable table, String name, String figure, Statistics statistics) {
        table.row(
                name,
                messages.text(figure),
                numbers.whole(statistics.mean()),
                numbers.whole(statistics.p5()),
                numbers.whole(statistics.p95()),
                numbers.percentage(statistics.probabilityPositive()));
    }

    private void line(String line) {
        text.append(INDENT).append(line).append('\n');
    }
}
