package nl.mkba.cli.render;

import java.util.LinkedHashSet;
import java.util.Set;
import nl.mkba.cli.language.Messages;
import nl.mkba.cli.language.Numbers;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import nl.mkba.scenario.Simulation;
import nl.mkba.sensitivity.SensitivityResult;
import nl.mkba.sensitivity.SensitivityResult.PartialInformation;
import nl.mkba.sensitivity.SensitivityResult.SensitiveCase;
import nl.mkba.sensitivity.SensitivityResult.ValueOfInformation;

/** A sensitivity analysis as text to paste into a memo. */
public final class SensitivityText {

    private static final String INDENT = "  ";
    private static final int MOST = 10;

    private final SensitivityResult sensitivity;
    private final Selection selection;
    private final Messages messages;
    private final Numbers numbers;
    private final Labels labels;
    private final Set<String> named = new LinkedHashSet<>();
    private final StringBuilder text = new StringBuilder(8192);

    private SensitivityText(SensitivityResult sensitivity, Selection selection, Messages messages) {
        this.sensitivity = sensitivity;
        this.selection = selection;
        this.messages = messages;
        this.numbers = new Numbers(messages.language(), sensitivity.scenario().currency());
        this.labels = new Labels(sensitivity.scenario(), messages);
    }

    /**
     * The text.
     *
     * @param selection what was asked for
     */
    public static String of(SensitivityResult sensitivity, Selection selection, Messages messages) {
        return new SensitivityText(sensitivity, selection, messages).write();
    }

    private String write() {
        Scenario scenario = sensitivity.scenario();
        RunText.underlined(text, labels.title(), '=');
        for (SensitiveCase result : sensitivity.results()) {
            text.append('\n');
            RunText.underlined(text, labels.run(result.alternative(), result.outlook()), '-');
            new SensitiveCaseText(scenario, result, messages, text, named).write();
        }
        for (ValueOfInformation information : sensitivity.valueOfInformation()) {
            information(information);
        }
        names();
        text.append('\n');
        RunText.underlined(text, messages.text("section.conventions"), '-');
        Simulation settings = sensitivity.request().simulation();
        line(messages.text(
                "sensitivity.draws",
                numbers.whole(settings.draws()),
                settings.sampling().id(),
                settings.seed(),
                numbers.whole(sensitivity.request().baseSample())));
        Conventions.write(text, scenario, selection, messages);
        RunText.illustrative(text, scenario, messages);
        return text.toString();
    }

    /** What it is worth to know more, and so what to find out first. */
    private void information(ValueOfInformation information) {
        String title = messages.text("sensitivity.information");
        text.append('\n');
        RunText.underlined(
                text,
                information.outlook().isPresent()
                        ? title + " / " + labels.outlook(information.outlook().get())
                        : title,
                '-');
        if (information.evpi() <= 0) {
            line(messages.text("sensitivity.evpi.none"));
            return;
        }
        line(messages.text(
                "sensitivity.evpi",
                numbers.money(information.evpi()),
                information.evpiStandardError().isPresent()
                        ? numbers.money(information.evpiStandardError().getAsDouble())
                        : SimulatedCaseText.ABSENT));
        if (!information.parameters().isEmpty()
                && information.parameters().get(0).value() > 0) {
            PartialInformation first = information.parameters().get(0);
            line(messages.text("sensitivity.first", labels.parameter(first.name()), numbers.money(first.value())));
        }
        text.append('\n');
        TextTable table = new TextTable(
                messages.text("column.known"), messages.text("column.worth"), messages.text("column.part"));
        information.parameters().stream().limit(MOST).forEach(each -> {
            named.add(each.name());
            worth(table, labels.shortParameter(each.name()), each, information);
        });
        if (!information.groups().isEmpty()) {
            table.rule();
        }
        information.groups().forEach(each -> worth(table, labels.group(each.name()), each, information));
        table.writeTo(text, INDENT);
        more(information.parameters().size());
    }

    private void worth(TextTable table, String name, PartialInformation partial, ValueOfInformation information) {
        table.row(name, numbers.money(partial.value()), numbers.percentage(partial.value() / information.evpi()));
    }

    private void more(int count) {
        if (count > MOST) {
            line(messages.text("sensitivity.more", count - MOST));
        }
    }

    /** What the names are called in the file, where that is something else: for {@code --set}. */
    private void names() {
        named.removeIf(id -> labels.parameter(id).equals(id));
        if (named.isEmpty()) {
            return;
        }
        text.append('\n');
        RunText.underlined(text, messages.text("sensitivity.names"), '-');
        TextTable table = new TextTable("", "").withTexts(2);
        for (String id : sensitivity.scenario().parameters().keySet()) {
            if (named.contains(id)) {
                table.row(labels.parameter(id), id);
            }
        }
        table.writeTo(text, INDENT);
    }

    private void line(String line) {
        text.append(INDENT).append(line).append('\n');
    }
}
