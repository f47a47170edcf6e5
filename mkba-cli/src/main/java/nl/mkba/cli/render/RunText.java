package nl.mkba.cli.render;

import java.util.ArrayList;
import java.util.List;
import nl.mkba.appraisal.AlternativeResult;
import nl.mkba.appraisal.Appraisal;
import nl.mkba.appraisal.NetResult;
import nl.mkba.cli.language.Messages;
import nl.mkba.cli.language.Numbers;
import nl.mkba.json.tree.Plain;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;

/** The result of a scenario as text to paste into a memo. */
public final class RunText {

    private static final String INDENT = "  ";

    private RunText() {}

    /**
     * What decides, on one screen.
     *
     * @param appraisal the results
     * @param nets of the same alternatives without an outlook and in every outlook
     * @param selection what was asked for
     * @param file how to name the scenario's file on a command line
     */
    public static String brief(
            Appraisal appraisal, List<NetResult> nets, Selection selection, String file, Messages messages) {
        return new ShortRunText(
                        appraisal,
                        nets,
                        selection,
                        file,
                        messages.in(appraisal.scenario().currency()))
                .write();
    }

    /**
     * Everything.
     *
     * @param appraisal the results
     * @param selection what was asked for
     * @param file how to name the scenario's file on a command line
     * @param texts the texts in a language
     */
    public static String of(Appraisal appraisal, Selection selection, String file, Messages texts) {
        Scenario scenario = appraisal.scenario();
        Messages messages = texts.in(scenario.currency());
        Labels labels = new Labels(scenario, messages);
        List<AlternativeResult> results = appraisal.results();
        StringBuilder text = new StringBuilder(8192);
        underlined(text, labels.title(), '=');
        if (results.size() > 1) {
            comparison(text, appraisal, labels, messages);
        }
        for (AlternativeResult result : results) {
            text.append('\n');
            underlined(text, labels.run(result), '-');
            ResultText one = new ResultText(scenario, result, messages, text);
            one.write();
            if (results.size() == 1) {
                one.writeYears();
            }
        }
        text.append('\n');
        underlined(text, messages.text("section.conventions"), '-');
        Conventions.write(text, scenario, selection, messages);
        uncertainty(text, scenario, file, messages);
        if (results.size() > 1) {
            text.append(INDENT)
                    .append(messages.text("note.years", file, results.get(0).alternative()))
                    .append('\n');
        }
        return text.toString();
    }

    private static void comparison(StringBuilder text, Appraisal appraisal, Labels labels, Messages messages) {
        Numbers numbers = new Numbers(messages.language(), appraisal.scenario().currency());
        text.append('\n')
                .append(messages.text("section.comparison", numbers.currency()))
                .append('\n');
        boolean hasTransfers = OutsideTransfers.matter(appraisal.results());
        List<String> headings = new ArrayList<>(List.of(
                messages.text("column.alternative"),
                messages.text("column.return_per_euro"),
                messages.text("column.net"),
                messages.text("column.costs"),
                messages.text("column.benefits")));
        if (hasTransfers) {
            headings.add(messages.text("column.transfers_outside"));
        }
        TextTable table = new TextTable(headings.toArray(String[]::new));
        for (AlternativeResult result : appraisal.results()) {
            List<String> cells = new ArrayList<>(List.of(
                    labels.run(result),
                    result.bcr().isPresent() ? numbers.perEuro(result.bcr().getAsDouble()) : "–",
                    numbers.whole(result.npv().value()),
                    numbers.whole(result.pvCosts().value()),
                    numbers.whole(result.pvBenefits().value())));
            if (hasTransfers) {
                cells.add(numbers.whole(OutsideTransfers.of(result)));
            }
            table.row(cells.toArray(String[]::new));
        }
        table.writeTo(text, INDENT);
    }

    private static void uncertainty(StringBuilder text, Scenario scenario, String file, Messages messages) {
        int uncertain = Uncertainty.count(scenario);
        if (uncertain > 0) {
            text.append('\n').append(INDENT);
            text.append(messages.text("note.uncertain", uncertain, file));
            text.append('\n');
        }
        illustrative(text, scenario, messages);
    }

    static void illustrative(StringBuilder text, Scenario scenario, Messages messages) {
        int illustrative = Uncertainty.illustrative(scenario);
        if (illustrative > 0) {
            text.append(INDENT);
            text.append(messages.text("note.illustrative", illustrative));
            text.append('\n');
        }
    }

    static void underlined(StringBuilder text, String heading, char line) {
        text.append(heading).append('\n');
        text.append(String.valueOf(line).repeat(Plain.width(heading))).append('\n');
    }
}
