package nl.mkba.cli.render;

import java.util.List;
import java.util.stream.Collectors;
import nl.mkba.cli.language.Messages;
import nl.mkba.cli.language.Numbers;
import nl.mkba.cooperation.Coalition;
import nl.mkba.cooperation.Coalition.Basis;
import nl.mkba.cooperation.CoalitionResult;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import nl.mkba.scenario.Simulation;
import nl.mkba.scenario.Stakeholder;

/** Who must join in, as text to paste into a memo. */
public final class CoalitionText {

    private static final String INDENT = "  ";

    private final CoalitionResult coalitions;
    private final Selection selection;
    private final Messages messages;
    private final Numbers numbers;
    private final Labels labels;
    private final StringBuilder text = new StringBuilder(4096);

    private CoalitionText(CoalitionResult coalitions, Selection selection, Messages messages) {
        this.coalitions = coalitions;
        this.selection = selection;
        this.messages = messages;
        this.numbers = new Numbers(messages.language(), coalitions.scenario().currency());
        this.labels = new Labels(coalitions.scenario(), messages);
    }

    /**
     * The text.
     *
     * @param selection what was asked for
     */
    public static String of(CoalitionResult coalitions, Selection selection, Messages messages) {
        return new CoalitionText(coalitions, selection, messages).write();
    }

    private String write() {
        Scenario scenario = coalitions.scenario();
        RunText.underlined(text, labels.title(), '=');
        int bases = Basis.values().length;
        for (int i = 0; i < coalitions.results().size(); i += bases) {
            Coalition first = coalitions.results().get(i);
            text.append('\n');
            RunText.underlined(text, labels.run(first.alternative(), first.outlook()), '-');
            new CoalitionCaseText(
                            scenario,
                            coalitions.results().get(i),
                            coalitions.results().get(i + 1),
                            messages,
                            text)
                    .write();
        }
        text.append('\n');
        RunText.underlined(text, messages.text("section.conventions"), '-');
        conventions(scenario);
        Conventions.write(text, scenario, selection, messages);
        RunText.illustrative(text, scenario, messages);
        return text.toString();
    }

    private void conventions(Scenario scenario) {
        line(messages.text("coalition.note.bases"));
        line(messages.text("coalition.note.payments", scenario.baseYear()));
        line(messages.text("coalition.note.smallest"));
        line(messages.text("coalition.note.shares"));
        if (coalitions.simulation().isPresent()) {
            Simulation settings = coalitions.simulation().get();
            line(messages.text(
                    "coalition.note.draws",
                    numbers.whole(settings.draws()),
                    settings.sampling().id(),
                    settings.seed()));
        }
        List<Stakeholder> outside = scenario.stakeholders().values().stream()
                .filter(stakeholder -> !stakeholder.counts())
                .toList();
        if (!outside.isEmpty()) {
            line(messages.text(
                    "coalition.note.outside",
                    outside.stream()
                            .map(stakeholder -> labels.stakeholder(stakeholder.id()))
                            .collect(Collectors.joining(", "))));
        }
    }

    private void line(String line) {
        text.append(INDENT).append(line).append('\n');
    }
}
