package nl.mkba.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import nl.mkba.appraisal.Account;
import nl.mkba.appraisal.AlternativeResult.LabelResult;
import nl.mkba.appraisal.UnpricedResult;
import nl.mkba.cli.report.Document.Block;
import nl.mkba.cli.report.Document.Cell;
import nl.mkba.cli.report.Document.Section;
import nl.mkba.cli.report.Document.Table;
import nl.mkba.cli.report.Findings.CaseFindings;
import nl.mkba.scenario.UnpricedItem;

/** The same result grouped differently: by task field, theme of well-being, or a label of the author's own. */
final class LabelsTopic extends Topic {

    LabelsTopic(Findings findings, Words words) {
        super(findings, words);
    }

    @Override
    Section section() {
        List<Block> blocks = new ArrayList<>();
        if (findings.cases().stream().anyMatch(each -> !each.result().labels().isEmpty())) {
            blocks.add(plain(words.text("labels.intro")));
            blocks.addAll(perAlternative(this::blocks));
        }
        return new Section("labels", words.text("labels.heading"), blocks);
    }

    private List<Block> blocks(CaseFindings theCase) {
        List<Block> blocks = new ArrayList<>();
        theCase.result().labels().forEach((key, texts) -> blocks.add(table(key, texts)));
        return blocks;
    }

    private Table table(String key, Map<String, LabelResult> texts) {
        TableMaker table = new TableMaker(words.shared(
                        "section.labels",
                        words.labels().labelKey(key),
                        words.numbers().currency()))
                .texts(words.shared("column.label"))
                .numbers(
                        words.shared("column.costs"),
                        words.shared("column.benefits"),
                        words.shared("column.transfers"),
                        words.shared("column.net"),
                        words.shared("column.cash"));
        texts.forEach((text, label) -> {
            Account society = label.society();
            List<String> unpriced =
                    label.unpriced().stream().map(this::unpriced).toList();
            table.row(
                    new Cell(words.labels().label(key, text), OptionalDouble.empty(), unpriced, null),
                    money(society.costs().value()),
                    money(society.benefits().value()),
                    change(society.transfers().value()),
                    change(society.net().value()),
                    change(society.cash().value()));
        });
        return table.make();
    }

    /** An item without a price, with its sign: a theme without money stays visible. */
    private String unpriced(UnpricedResult each) {
        UnpricedItem item = each.item();
        return words.text("labels.unpriced", words.labels().line(item.name()), sign(item.sign()));
    }
}
