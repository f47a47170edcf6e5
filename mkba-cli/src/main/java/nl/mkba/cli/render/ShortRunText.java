package nl.mkba.cli.render;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.mkba.appraisal.Account;
import nl.mkba.appraisal.AlternativeResult;
import nl.mkba.appraisal.AlternativeResult.StreamResult;
import nl.mkba.appraisal.Appraisal;
import nl.mkba.appraisal.NetResult;
import nl.mkba.cli.language.Messages;
import nl.mkba.cli.language.Numbers;
import nl.mkba.json.tree.Plain;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import nl.mkba.scenario.Stream;

/** The result of a scenario on one screen: what decides, of every alternative beside doing nothing. */
final class ShortRunText {

    private static final String INDENT = "  ";
    private static final String ABSENT = "–";

    /** Keeps an amount on one line; written as a blank in the end. */
    private static final char NO_BREAK = '\u00a0';

    /** A line of a sentence is at most as long as this. */
    private static final int WIDTH = 124;

    private static final int MOST_EFFECTS = 2;

    /** The number of alternatives that still stand beside each other as columns. */
    private static final int MOST_COLUMNS = 3;

    /** More outlooks stand in a sentence with each alternative, or two alternatives would fill more than a screen. */
    private static final int MOST_ROWS = 6;

    private final Scenario scenario;
    private final Selection selection;
    private final String file;
    private final Messages messages;
    private final Numbers numbers;
    private final SentenceNumbers rounded;
    private final Labels labels;
    private final StringBuilder text = new StringBuilder(4096);

    /** Every alternative in the first run. */
    private final List<AlternativeResult> results = new ArrayList<>();

    private final List<NetResult> nets;

    ShortRunText(Appraisal appraisal, List<NetResult> nets, Selection selection, String file, Messages messages) {
        this.scenario = appraisal.scenario();
        this.nets = nets;
        this.selection = selection;
        this.file = file;
        this.messages = messages;
        this.numbers = new Numbers(messages.language(), scenario.currency());
        this.rounded = new SentenceNumbers(messages, numbers, NO_BREAK);
        this.labels = new Labels(scenario, messages);
        Optional<String> first = selection.runs().get(0);
        for (AlternativeResult result : appraisal.results()) {
            if (result.outlook().equals(first)) {
                results.add(result);
            }
        }
    }

    String write() {
        RunText.underlined(text, labels.title(), '=');
        comparison();
        boolean isMatrix = results.size() <= MOST_COLUMNS && scenario.outlooks().size() <= MOST_ROWS;
        if (isMatrix) {
            outlookTable();
        }
        refusedOutlooks();
        for (AlternativeResult result : results) {
            text.append('\n');
            if (results.size() > 1) {
                text.append(labels.run(result)).append('\n');
            }
            decisive(result, !isMatrix);
        }
        conventions();
        return text.toString().replace(NO_BREAK, ' ');
    }

    private void comparison() {
        text.append(messages.text("run.comparison", numbers.currency())).append('\n');
        boolean hasTransfers = OutsideTransfers.matter(results);
        TextTable table = new TextTable(cells(
                hasTransfers,
                messages.text("column.transfers_outside"),
                messages.text("column.alternative"),
                messages.text("column.return_per_euro"),
                messages.text("column.net"),
                messages.text("column.costs"),
                messages.text("column.benefits"),
                messages.text("column.payback")));
        for (AlternativeResult result : results) {
            table.row(cells(
                    hasTransfers,
                    numbers.whole(OutsideTransfers.of(result)),
                    labels.run(result),
                    result.bcr().isPresent() ? numbers.perEuro(result.bcr().getAsDouble()) : ABSENT,
                    numbers.whole(result.npv().value()),
                    numbers.whole(result.pvCosts().value()),
                    numbers.whole(result.pvBenefits().value()),
                    payback(result)));
        }
        table.row(cells(hasTransfers, "0", messages.text("simulate.reference"), ABSENT, "0", "0", "0", ABSENT));
        table.writeTo(text, INDENT);
    }

    /** A row, with transfers from outside society before the last cell if there are any. */
    private static String[] cells(boolean hasTransfers, String transfers, String... cells) {
        List<String> row = new ArrayList<>(List.of(cells));
        if (hasTransfers) {
            row.add(cells.length - 1, transfers);
        }
        return row.toArray(new String[0]);
    }

    private String payback(AlternativeResult result) {
        if (result.payback().year().isEmpty()) {
            return PaybackText.absent(result, messages);
        }
        String year = String.valueOf(result.payback().year().getAsInt());
        return result.payback().belowAgainUntil().isPresent()
                ? messages.text(
                        "figure.discounted_payback_year.below_again",
                        year,
                        result.payback().belowAgainUntil().getAsInt())
                : year;
    }

    /** The net in every outlook but the one above, a column for each alternative. */
    private void outlookTable() {
        Map<Optional<String>, Map<String, String>> byOutlook = netsByOutlook();
        if (byOutlook.size() < 2) {
            return;
        }
        text.append(messages.text("run.outlooks", numbers.currency())).append('\n');
        String[] headings = new String[results.size() + 1];
        headings[0] = messages.text("column.outlook");
        for (int a = 0; a < results.size(); a++) {
            headings[a + 1] = labels.alternative(results.get(a).alternative());
        }
        TextTable table = new TextTable(headings);
        for (Map.Entry<Optional<String>, Map<String, String>> entry : byOutlook.entrySet()) {
            if (entry.getKey().equals(results.get(0).outlook())) {
                continue;
            }
            String[] cells = new String[headings.length];
            cells[0] = outlook(entry.getKey());
            for (int a = 0; a < results.size(); a++) {
                cells[a + 1] = entry.getValue().getOrDefault(results.get(a).alternative(), ABSENT);
            }
            table.row(cells);
        }
        table.writeTo(text, INDENT);
    }

    private String outlook(Optional<String> outlook) {
        return outlook.isPresent() ? labels.outlook(outlook.get()) : messages.text("run.without_outlook");
    }

    private Map<Optional<String>, Map<String, String>> netsByOutlook() {
        Map<Optional<String>, Map<String, String>> byOutlook = new LinkedHashMap<>();
        for (NetResult net : nets) {
            byOutlook
                    .computeIfAbsent(net.outlook(), outlook -> new LinkedHashMap<>())
                    .put(
                            net.alternative(),
                            net.npv().isPresent()
                                    ? numbers.whole(net.npv().get().value())
                                    : ABSENT);
        }
        return byOutlook;
    }

    /** Which outlooks have no net, and why: a line for each reason. */
    private void refusedOutlooks() {
        Map<String, Set<String>> byReason = new LinkedHashMap<>();
        for (NetResult net : nets) {
            if (!net.refused().isEmpty()) {
                byReason.computeIfAbsent(Refusal.reason(net.refused(), messages), reason -> new LinkedHashSet<>())
                        .add(outlook(net.outlook()));
            }
        }
        for (Map.Entry<String, Set<String>> entry : byReason.entrySet()) {
            String names = GainersText.most(List.copyOf(entry.getValue()), MOST_ROWS, messages);
            line(messages.text("run.outlooks.refused", names, entry.getKey()));
        }
    }

    private void decisive(AlternativeResult result, boolean withOutlooks) {
        String increment = new IncrementText(labels, messages, rounded::roughly)
                .sentence(result)
                .orElse("");
        Map<String, Double> stakeholders = new LinkedHashMap<>();
        for (Map.Entry<String, Account> each : result.stakeholders().entrySet()) {
            stakeholders.put(each.getKey(), each.getValue().net().value());
        }
        line(joined(
                increment,
                new GainersText(scenario, labels, messages, rounded::roughly).of(stakeholders),
                String.join(" ", Payers.of(scenario, result).sentences(labels, messages, rounded)),
                new ResidualText(scenario, messages, rounded).sentence(result).orElse("")));
        line(joined(
                effects(result),
                UnpricedText.sentence(result.unpriced(), labels, messages),
                new QualityText(result.quality(), messages, numbers).sentence().orElse("")));
        if (withOutlooks) {
            List<String> parts = new ArrayList<>();
            netsByOutlook()
                    .forEach((outlook, net) ->
                            parts.add(outlook(outlook) + " " + net.getOrDefault(result.alternative(), ABSENT)));
            if (parts.size() > 1) {
                line(messages.text("run.outlooks.line", String.join("; ", parts)));
            }
        }
    }

    /** Society's part of the effects, as the benefits above have it, the largest first; those that bring less than nothing apart. */
    private String effects(AlternativeResult result) {
        List<StreamResult> effects = new ArrayList<>();
        double largest = 0;
        for (StreamResult stream : result.streams()) {
            if (stream.kind() == Stream.Kind.EFFECT) {
                effects.add(stream);
                largest = Math.max(largest, Math.abs(stream.pvSociety().value()));
            }
        }
        // Written out: the virtual machine keeps no comparator of its own ready.
        effects.sort((one, other) -> Double.compare(
                Math.abs(other.pvSociety().value()), Math.abs(one.pvSociety().value())));
        List<String> gains = new ArrayList<>();
        List<String> losses = new ArrayList<>();
        for (StreamResult effect : effects) {
            double pv = effect.pvSociety().value();
            if (!Negligible.isNegligible(pv, largest)) {
                (pv > 0 ? gains : losses)
                        .add(labels.effect(effect.intervention(), effect.id()) + " (" + rounded.roughly(pv) + ")");
            }
        }
        List<String> sentences = new ArrayList<>();
        if (!gains.isEmpty()) {
            sentences.add(messages.text("run.benefits", GainersText.most(gains, MOST_EFFECTS, messages)));
        }
        if (!losses.isEmpty()) {
            sentences.add(messages.text("run.benefits.negative", GainersText.most(losses, MOST_EFFECTS, messages)));
        }
        return String.join(" ", sentences);
    }

    private static String joined(String... sentences) {
        StringBuilder joined = new StringBuilder();
        for (String sentence : sentences) {
            if (!sentence.isEmpty()) {
                joined.append(joined.isEmpty() ? "" : " ").append(sentence);
            }
        }
        return joined.toString();
    }

    private void conventions() {
        text.append('\n');
        line(String.join(" ", Conventions.basis(scenario, selection, messages)));
        int uncertain = Uncertainty.count(scenario);
        if (uncertain > 0) {
            text.append(INDENT)
                    .append(messages.text("note.uncertain", uncertain, file))
                    .append('\n');
        }
        text.append(INDENT).append(messages.text("run.full", file)).append('\n');
    }

    /** A sentence, on as many lines as it needs. */
    private void line(String sentence) {
        int width = 0;
        for (String word : sentence.split(" ")) {
            if (word.isEmpty()) {
                continue;
            }
            int added = Plain.width(word);
            if (width == 0) {
                text.append(INDENT);
                width = INDENT.length();
            } else if (width + 1 + added > WIDTH) {
                text.append('\n').append(INDENT).append(INDENT);
                width = 2 * INDENT.length();
            } else {
                text.append(' ');
                width++;
            }
            text.append(word);
            width += added;
        }
        if (width > 0) {
            text.append('\n');
        }
    }
}
