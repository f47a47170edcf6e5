package nl.mkba.cli.render;

import java.util.Optional;
import nl.mkba.cli.language.Messages;
import nl.mkba.cli.language.Numbers;
import nl.mkba.cooperation.ShapleyResult;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import nl.mkba.scenario.Simulation;
import nl.mkba.uncertainty.Statistics;

/** What each intervention adds, as text to paste into a memo. */
public final class ShapleyText {

    private static final String INDENT = "  ";
    private static final String ABSENT = "–";

    private final ShapleyResult analysis;
    private final Selection selection;
    private final Messages messages;
    private final Numbers numbers;
    private final Labels labels;
    private final StringBuilder text = new StringBuilder(4096);

    private ShapleyText(ShapleyResult analysis, Selection selection, Messages messages) {
        this.analysis = analysis;
        this.selection = selection;
        this.messages = messages;
        this.numbers = new Numbers(messages.language(), analysis.scenario().currency());
        this.labels = new Labels(analysis.scenario(), messages);
    }

    /**
     * The text.
     *
     * @param selection what was asked for
     */
    public static String of(ShapleyResult analysis, Selection selection, Messages messages) {
        return new ShapleyText(analysis, selection, messages).write();
    }

    private String write() {
        Scenario scenario = analysis.scenario();
        RunText.underlined(text, labels.title(), '=');
        for (ShapleyResult.ShapleyCase result : analysis.results()) {
            text.append('\n');
            RunText.underlined(text, labels.run(result.alternative(), result.outlook()), '-');
            if (result.interventions().isEmpty()) {
                line(messages.text("shapley.nothing"));
            } else {
                division(result);
                inWords(result);
                spread(result);
            }
        }
        text.append('\n');
        RunText.underlined(text, messages.text("section.conventions"), '-');
        line(messages.text("shapley.note.alone"));
        line(messages.text("shapley.note.last"));
        line(messages.text("shapley.note.shapley"));
        if (analysis.simulation().isPresent()) {
            Simulation settings = analysis.simulation().get();
            line(messages.text(
                    "shapley.note.draws",
                    numbers.whole(settings.draws()),
                    settings.sampling().id(),
                    settings.seed()));
        }
        Conventions.write(text, scenario, selection, messages);
        RunText.illustrative(text, scenario, messages);
        return text.toString();
    }

    private void division(ShapleyResult.ShapleyCase result) {
        text.append(messages.text("shapley.division", numbers.currency())).append('\n');
        TextTable table = new TextTable(
                messages.text("column.intervention"),
                messages.text("column.alone"),
                messages.text("column.as_last"),
                messages.text("column.shapley"));
        result.interventions()
                .forEach((id, shapley) -> table.row(
                        labels.intervention(id),
                        numbers.whole(shapley.alone().value()),
                        numbers.whole(shapley.last().value()),
                        numbers.whole(shapley.shapley().value())));
        table.rule();
        table.row(
                messages.text("shapley.package"),
                ABSENT,
                ABSENT,
                numbers.whole(result.npv().value()));
        table.writeTo(text, INDENT);
    }

    /** Whether they reinforce each other or overlap. */
    private void inWords(ShapleyResult.ShapleyCase result) {
        if (result.interventions().size() == 1) {
            return;
        }
        double sum = 0;
        double size = Math.abs(result.npv().value());
        for (ShapleyResult.Contribution shapley : result.interventions().values()) {
            sum += shapley.alone().value();
            size += Math.abs(shapley.alone().value());
        }
        double more = result.npv().value() - sum;
        if (Negligible.isNegligible(more, size)) {
            line(messages.text("shapley.independent"));
        } else {
            line(messages.text(
                    more > 0 ? "shapley.reinforce" : "shapley.overlap",
                    numbers.money(Math.abs(more)),
                    numbers.money(sum)));
        }
    }

    private void spread(ShapleyResult.ShapleyCase result) {
        if (analysis.simulation().isEmpty()) {
            return;
        }
        text.append('\n')
                .append(messages.text("shapley.spread", numbers.currency()))
                .append('\n');
        TextTable table = new TextTable(
                        messages.text("column.intervention"),
                        "",
                        messages.text("column.mean"),
                        "5%",
                        "95%",
                        messages.text("column.chance_above", "0"))
                .withTexts(2);
        result.interventions().forEach((id, shapley) -> {
            Optional<ShapleyResult.Contribution.Spread> spread = shapley.spread();
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
                numbers.chance(statistics.probabilityPositive()));
    }

    private void line(String line) {
        text.append(INDENT).append(line).append('\n');
    }
}
