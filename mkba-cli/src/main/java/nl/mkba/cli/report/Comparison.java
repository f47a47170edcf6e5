package nl.mkba.cli.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.mkba.appraisal.Account;
import nl.mkba.cli.language.Language;
import nl.mkba.cli.render.Conventions;
import nl.mkba.cli.report.Document.Block;
import nl.mkba.cli.report.Document.Bullets;
import nl.mkba.cli.report.Document.Cell;
import nl.mkba.cli.report.Document.Chart;
import nl.mkba.cli.report.Document.ChartKind;
import nl.mkba.cli.report.Document.Paragraph;
import nl.mkba.cli.report.Document.Section;
import nl.mkba.cli.report.Document.Tone;
import nl.mkba.cli.report.Findings.CaseFindings;
import nl.mkba.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/** Puts two scenarios beside each other: their returns, their net present values, and their stakeholders. */
final class Comparison {

    private final List<Side> sides = new ArrayList<>();
    private final Words words;
    private final Repetition repetition;

    /** A scenario with its name in the comparison, and its sections' words. */
    private record Side(String name, Findings findings, Words words) {

        String name(CaseFindings theCase) {
            return findings.cases().size() == 1 ? name : name + ": " + words.run(theCase);
        }
    }

    Comparison(Findings first, Findings second, Repetition repetition, Language language) {
        this.words = new Words(first.scenario(), language);
        this.repetition = repetition;
        boolean sameTitle = first.scenario().title().equals(second.scenario().title());
        for (Findings each : List.of(first, second)) {
            Words own = new Words(each.scenario(), language);
            String file = repetition.scenarios().get(sides.size());
            sides.add(new Side(own.labels().title() + (sameTitle ? " (" + file + ")" : ""), each, own));
        }
    }

    Document document() {
        return new Document(
                words.language(),
                words.departures(repetition),
                words.text("compare.title", sides.get(0).name(), sides.get(1).name()),
                words.text("subtitle"),
                List.of(summary(), stakeholders(), conventions(), repeat()));
    }

    private Section summary() {
        List<Block> blocks = new ArrayList<>();
        for (Side side : sides) {
            SummaryTopic summary = new SummaryTopic(side.findings(), side.words());
            List<String> sentences = new ArrayList<>(summary.choice());
            sentences.add(summary.sentences(shown(side)));
            blocks.add(new Paragraph(
                    Tone.LEAD, words.text("compare.answer", side.name(shown(side)), String.join(" ", sentences))));
            side.words()
                    .headline()
                    .caution(shown(side).simulated())
                    .ifPresent(text -> blocks.add(new Paragraph(Tone.WARNING, text)));
        }
        if (sides.stream().anyMatch(side -> !side.findings().isUncertain())) {
            blocks.add(new Paragraph(Tone.WARNING, words.text("certain.warning")));
        }
        different().forEach(text -> blocks.add(new Paragraph(Tone.WARNING, text)));
        blocks.add(returns());
        for (Side side : sides) {
            blocks.addAll(
                    new SummaryTopic(side.findings(), side.words()).inOutlooks(shown(side), side.name(shown(side))));
        }
        return new Section("summary", words.text("summary.heading"), blocks);
    }

    /** Conventions in which the two differ, so that their figures say less beside each other. */
    private List<String> different() {
        Scenario first = sides.get(0).findings().scenario();
        Scenario second = sides.get(1).findings().scenario();
        List<String> texts = new ArrayList<>();
        if (first.baseYear() != second.baseYear()) {
            texts.add(words.text("compare.base_year", first.baseYear(), second.baseYear()));
        }
        if (first.priceLevel() != second.priceLevel()) {
            texts.add(words.text("compare.price_level", first.priceLevel(), second.priceLevel()));
        }
        if (first.horizon() != second.horizon()) {
            texts.add(words.text("compare.horizon", first.horizon(), second.horizon()));
        }
        if (first.flowsAt() != second.flowsAt()) {
            texts.add(words.text("compare.flows_at"));
        }
        List<String> policies = sides.stream().map(Comparison::policies).toList();
        if (!policies.get(0).equals(policies.get(1))) {
            texts.add(words.text("compare.discounting", policies.get(0), policies.get(1)));
        }
        return texts;
    }

    private static String policies(Side side) {
        return String.join(
                "; ",
                Conventions.policies(
                        side.findings().scenario(),
                        side.findings().selection(),
                        side.words().sharedMessages()));
    }

    private Chart returns() {
        boolean isUncertain = sides.stream().anyMatch(side -> side.findings().isUncertain());
        TableMaker table = ReturnTopic.headings(
                words,
                isUncertain,
                words.text(
                        sides.stream()
                                        .flatMap(side -> side.findings().cases().stream())
                                        .anyMatch(ReturnTopic::hasInterval)
                                ? "return.table"
                                : "return.table.certain",
                        words.numbers().currency()));
        List<@Nullable Object> rows = new ArrayList<>();
        for (Side side : sides) {
            ReturnTopic topic = new ReturnTopic(side.findings(), side.words());
            for (CaseFindings each : side.findings().cases()) {
                rows.add(topic.row(side.name(each), each));
                table.row(false, topic.cells(side.name(each), each, isUncertain, topic.best(each)));
            }
        }
        return ReturnTopic.intervals(words, isUncertain, rows, table.make());
    }

    /** The stakeholders of the alternative of each side that a report on it shows first. */
    private Section stakeholders() {
        Set<String> stakeholders = new LinkedHashSet<>();
        sides.forEach(
                side -> stakeholders.addAll(shown(side).result().stakeholders().keySet()));
        List<@Nullable Object> rows = new ArrayList<>();
        TableMaker table = new TableMaker(
                        words.text("compare.stakeholders.table", words.numbers().currency()))
                .texts(words.shared("column.stakeholder"));
        for (Side side : sides) {
            table.numbers(
                    words.text("compare.welfare", side.name(shown(side))),
                    words.text("compare.cash", side.name(shown(side))));
        }
        for (String id : stakeholders) {
            List<Cell> cells = new ArrayList<>();
            List<Double> nets = new ArrayList<>();
            cells.add(Cell.of(label(id)));
            for (Side side : sides) {
                Account account = shown(side).result().stakeholders().get(id);
                double net = account == null ? 0 : account.net().value();
                double cash = account == null ? 0 : account.cash().value();
                nets.add(net);
                cells.add(
                        account == null
                                ? Cell.of(Topic.NONE)
                                : Cell.of(words.numbers().whole(net), net));
                cells.add(
                        account == null
                                ? Cell.of(Topic.NONE)
                                : Cell.of(words.numbers().whole(cash), cash));
            }
            table.row(false, cells);
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("name", label(id));
            row.put("values", nets);
            rows.add(row);
        }
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("series", sides.stream().map(side -> side.name(shown(side))).toList());
        data.put("rows", rows);
        List<Block> blocks = List.of(
                new Paragraph(Tone.PLAIN, words.text("stakeholders.intro")),
                new Chart(
                        ChartKind.BARS,
                        words.text("compare.stakeholders", words.numbers().currency()),
                        words.text("compare.stakeholders.description"),
                        data,
                        List.of(table.make()),
                        true));
        return new Section("stakeholders", words.text("stakeholders.heading"), blocks);
    }

    private static CaseFindings shown(Side side) {
        return side.findings().shown();
    }

    /** A stakeholder's name on the first side that has it. */
    private String label(String id) {
        for (Side side : sides) {
            if (side.findings().scenario().stakeholders().containsKey(id)) {
                return side.words().labels().stakeholder(id);
            }
        }
        return id;
    }

    private Section conventions() {
        List<Block> blocks = new ArrayList<>();
        for (Side side : sides) {
            blocks.add(new Paragraph(Tone.PLAIN, side.name()));
            blocks.add(new Bullets(
                    Conventions.of(side.findings().scenario(), side.findings().selection(), words.sharedMessages())));
        }
        return new Section("conventions", words.text("conventions.heading"), blocks);
    }

    private Section repeat() {
        return new RepeatTopic(sides.get(0).findings(), words, repetition).section();
    }
}
