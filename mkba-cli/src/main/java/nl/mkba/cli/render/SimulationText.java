package nl.mkba.cli.render;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import nl.mkba.cli.language.Messages;
import nl.mkba.cli.language.Numbers;
import nl.mkba.engine.uncertainty.KeptDraws;
import nl.mkba.json.tree.Plain;
import nl.mkba.scenario.Selection;
import nl.mkba.scenario.Simulation;
import nl.mkba.uncertainty.SimulationResult;
import nl.mkba.uncertainty.SimulationResult.ProbabilityBest;
import nl.mkba.uncertainty.SimulationResult.SimulatedCase;

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

    private SimulationText(SimulationResult simulation, Selection selection, String file, Messages texts) {
        this.simulation = simulation;
        this.selection = selection;
        this.file = file;
        this.messages = texts.in(simulation.scenario().currency());
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
                drawn(uncertain, settings.draws()),
                numbers.whole(settings.draws()),
                settings.sampling().id(),
                settings.seed(),
                uncertain));
        choice();
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
                            KeptDraws.of(simulation).cases().get(c).central(),
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

    /** Between two percentages lies something only where something varies. */
    private static String drawn(int uncertain, int draws) {
        if (uncertain == 0) {
            return "simulate.draws.certain";
        }
        return draws == 1 ? "simulate.draws.one" : "simulate.draws";
    }

    /** The alternatives beside each other: the expected value leads, doing nothing is one of them. */
    private void comparison() {
        text.append('\n')
                .append(messages.text("section.comparison", numbers.currency()))
                .append('\n');
        TextTable table = new TextTable(
                messages.text("column.alternative"),
                messages.text("column.return_per_euro"),
                messages.text("column.expected_net"),
                "5%",
                "95%",
                messages.text("column.chance_above", "0"),
                messages.text("column.central"));
        for (SimulatedCase result : simulation.results()) {
            table.row(
                    labels.run(result.alternative(), result.outlook()),
                    ratio(result.expected().bcr()),
                    numbers.whole(result.expected().npv()),
                    numbers.whole(result.npv().p5()),
                    numbers.whole(result.npv().p95()),
                    numbers.chance(result.npv().probabilityPositive()),
                    numbers.whole(result.centralNpv()));
        }
        table.row(
                messages.text("simulate.reference"),
                SimulatedCaseText.ABSENT,
                "0",
                "0",
                "0",
                SimulatedCaseText.ABSENT,
                "0");
        table.writeTo(text, INDENT);
        line(messages.text("simulate.comparison.note"));
    }

    /** Which alternative leads; of several outlooks, in which of them. How often each choice is best stands in a table then. */
    private void choice() {
        Headline headline = new Headline(labels, messages, new SentenceNumbers(messages, numbers, ' '));
        Map<String, List<String>> outlooks = new LinkedHashMap<>();
        for (ProbabilityBest best : simulation.probabilityBest()) {
            List<SimulatedCase> alternatives = simulation.results().stream()
                    .filter(each -> each.outlook().equals(best.outlook()))
                    .toList();
            List<String> sentences = headline.choice(alternatives, best);
            if (simulation.probabilityBest().size() == 1) {
                sentences.forEach(this::line);
            } else if (!sentences.isEmpty()) {
                outlooks.computeIfAbsent(sentences.get(0), sentence -> new ArrayList<>())
                        .add(best.outlook().map(labels::outlook).orElseGet(() -> messages.text("run.without_outlook")));
            }
        }
        outlooks.forEach(
                (sentence, names) -> line(messages.text("simulate.in_outlooks", String.join("; ", names), sentence)));
    }

    private String ratio(OptionalDouble ratio) {
        return ratio.isPresent() ? numbers.perEuro(ratio.getAsDouble()) : SimulatedCaseText.ABSENT;
    }

    private void best() {
        text.append(messages.text("simulate.best")).append('\n');
        boolean outlooks = simulation.probabilityBest().size() > 1;
        TextTable table = new TextTable("", "");
        for (ProbabilityBest each : simulation.probabilityBest()) {
            String behind = outlooks && each.outlook().isPresent()
                    ? " / " + labels.outlook(each.outlook().get())
                    : "";
            for (Map.Entry<String, Double> entry : each.alternatives().entrySet()) {
                table.row(labels.alternative(entry.getKey()) + behind, numbers.chance(entry.getValue()));
            }
            table.row(messages.text("simulate.reference") + behind, numbers.chance(each.reference()));
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
