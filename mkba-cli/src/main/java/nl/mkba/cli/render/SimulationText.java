package nl.mkba.cli.render;

import java.util.Map;
import java.util.OptionalDouble;
import nl.mkba.cli.language.Messages;
import nl.mkba.cli.language.Numbers;
import nl.mkba.json.tree.Plain;
import nl.mkba.scenario.Selection;
import nl.mkba.scenario.Simulation;
import nl.mkba.uncertainty.SimulationResult.SimulatedCase;
import nl.mkba.uncertainty.SimulationResult;

/** The results of a simulation as text to paste into a memo. */
public final class SimulationText {

    private static final String INDENT = "  ";
    private static final double HALF = 0.5;

    private final SimulationResult simulation;
    private final Selection selection;
    private final String file;
    private final Messages messages;
    private final Numbers numbers;
    private final Labels labels;
    private final StringBuilder text = new StringBuilder(8192);

    private SimulationText(SimulationResult simulation, Selection selection, String file, Messages messages) {
        this.simulation = simulation;
        this.selection = selection;
        this.file = file;
        this.messages = messages;
        this.numbers = new Numbers(messages.language(), simulation.scenario().currency());
        this.labels = new Labels(simulation.scenario(), messages);
    }

    /**
     * The text.
     *
     * @param selection what was asked for
     * @param file how to name the scenario's file on a command line
     */
    public static String of(SimulationResult simulation, Selection selection, String file, Messages messages) {
        return new SimulationText(simulation, selection, file, messages).write();
    }

    private String write() {
        RunText.underlined(text, labels.title(), '=');
        text.append('\n');
        Simulation settings = simulation.request().settings();
        int uncertain = simulation.draws().parameters().size();
        line(messages.text(
                uncertain == 1 ? "simulate.draws.one" : "simulate.draws",
                numbers.whole(settings.draws()),
                settings.sampling().id(),
                settings.seed(),
                uncertain));
        if (simulation.results().size() > 1) {
            comparison();
        }
        for (int c = 0; c < simulation.results().size(); c++) {
            SimulatedCase result = simulation.results().get(c);
            text.append('\n');
            RunText.underlined(text, labels.run(result.alternative(), result.outlook()), '-');
            new SimulatedCaseText(
                            simulation,
                            result,
                            simulation.draws().cases().get(c).central(),
                            messages,
                            text)
                    .write();
        }
        text.append('\n');
        best();
        clamped();
        sceptic();
        RunText.underlined(text, messages.text("section.conventions"), '-');
        Conventions.write(text, simulation.scenario(), selection, messages);
        RunText.illustrative(text, simulation.scenario(), messages);
        return text.toString();
    }

    private void comparison() {
        text.append('\n')
                .append(messages.text("section.comparison", numbers.currency()))
                .append('\n');
        TextTable table = new TextTable(
                messages.text("column.alternative"),
                messages.text("column.return_per_euro"),
                "5%",
                "95%",
                messages.text("column.chance_above", "1"),
                messages.text("column.net"),
                "5%",
                "95%",
                messages.text("column.chance_above", "0"));
        for (int c = 0; c < simulation.results().size(); c++) {
            SimulatedCase result = simulation.results().get(c);
            OptionalDouble central =
                    SimulatedCaseText.bcr(simulation.draws().cases().get(c).central());
            table.row(
                    labels.run(result.alternative(), result.outlook()),
                    ratio(central),
                    ratio(result.bcr()
                            .statistics()
                            .map(bcr -> OptionalDouble.of(bcr.p5()))
                            .orElse(OptionalDouble.empty())),
                    ratio(result.bcr()
                            .statistics()
                            .map(bcr -> OptionalDouble.of(bcr.p95()))
                            .orElse(OptionalDouble.empty())),
                    chance(result.bcr().probabilityAboveOne()),
                    numbers.whole(result.centralNpv()),
                    numbers.whole(result.npv().p5()),
                    numbers.whole(result.npv().p95()),
                    numbers.percentage(result.npv().probabilityPositive()));
        }
        table.writeTo(text, INDENT);
        line(messages.text("simulate.comparison.note"));
    }

    private String ratio(OptionalDouble ratio) {
        return ratio.isPresent() ? numbers.ratio(ratio.getAsDouble()) : SimulatedCaseText.ABSENT;
    }

    private String chance(OptionalDouble chance) {
        return chance.isPresent() ? numbers.percentage(chance.getAsDouble()) : SimulatedCaseText.ABSENT;
    }

    private void best() {
        text.append(messages.text("simulate.best")).append('\n');
        boolean outlooks = simulation.probabilityBest().size() > 1;
        TextTable table = new TextTable("", "");
        for (SimulationResult.ProbabilityBest each : simulation.probabilityBest()) {
            String behind = outlooks && each.outlook().isPresent()
                    ? " / " + labels.outlook(each.outlook().get())
                    : "";
            for (Map.Entry<String, Double> entry : each.alternatives().entrySet()) {
                table.row(labels.alternative(entry.getKey()) + behind, numbers.percentage(entry.getValue()));
            }
            table.row(messages.text("simulate.reference") + behind, numbers.percentage(each.reference()));
        }
        table.writeTo(text, INDENT);
        text.append('\n');
    }

    private void clamped() {
        if (simulation.clamped().isEmpty()) {
            return;
        }
        text.append(messages.text("simulate.clamped")).append('\n');
        TextTable table = new TextTable("", "");
        simulation.clamped().forEach((path, times) -> table.row(Plain.line(path), numbers.whole(times)));
        table.writeTo(text, INDENT);
        text.append('\n');
    }

    /** What to run to see what remains if the effects are half. */
    private void sceptic() {
        if (selection.effectsTimes() > HALF) {
            text.append(messages.text("simulate.sceptic", file)).append("\n\n");
        }
    }

    private void line(String line) {
        text.append(INDENT).append(line).append('\n');
    }
}
