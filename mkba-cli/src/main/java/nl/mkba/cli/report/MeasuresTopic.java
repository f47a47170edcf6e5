package nl.mkba.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.mkba.appraisal.AlternativeResult.InterventionResult;
import nl.mkba.cli.report.Document.Block;
import nl.mkba.cli.report.Document.Cell;
import nl.mkba.cli.report.Document.Chart;
import nl.mkba.cli.report.Document.ChartKind;
import nl.mkba.cli.report.Document.Section;
import nl.mkba.cli.report.Document.Table;
import nl.mkba.cli.report.Findings.CaseFindings;
import org.jspecify.annotations.Nullable;

/** What each intervention costs and brings; of a single one that is the result as a whole. */
final class MeasuresTopic extends Topic {

    MeasuresTopic(Findings findings, Words words) {
        super(findings, words);
    }

    @Override
    Section section() {
        List<Block> blocks = new ArrayList<>();
        if (findings.cases().stream()
                .allMatch(each -> each.result().interventions().size() < 2)) {
            return new Section("measures", words.text("measures.heading"), blocks);
        }
        blocks.add(plain(words.text("measures.intro")));
        blocks.addAll(perPriced(this::blocks));
        return new Section("measures", words.text("measures.heading"), blocks);
    }

    /** Of an alternative with one intervention a chart would say what the page said already. */
    private List<Block> blocks(CaseFindings theCase) {
        Set<String> interventions = theCase.result().interventions().keySet();
        return interventions.size() == 1
                ? List.of(plain(words.text(
                        "measures.one",
                        words.labels().intervention(interventions.iterator().next()))))
                : List.of(chart(theCase), note(words.shared("note.last")));
    }

    private Chart chart(CaseFindings theCase) {
        List<@Nullable Object> rows = new ArrayList<>();
        for (InterventionResult each : theCase.result().interventions().values()) {
            Map<String, @Nullable Object> row = tree();
            row.put("name", words.labels().intervention(each.id()));
            row.put(
                    "values",
                    List.of(
                            -each.costs().value(),
                            each.benefits().value(),
                            each.npv().value()));
            rows.add(row);
        }
        Map<String, @Nullable Object> data = tree();
        data.put(
                "series",
                List.of(words.shared("column.costs"), words.shared("column.benefits"), words.shared("column.net")));
        data.put("tones", List.of("loss", "gain", "total"));
        data.put("rows", rows);
        return new Chart(
                ChartKind.BARS,
                words.text("measures.chart", words.numbers().currency()),
                words.text("measures.description"),
                data,
                List.of(table(theCase)),
                true);
    }

    private Table table(CaseFindings theCase) {
        TableMaker table = new TableMaker(
                        words.text("measures.table", words.numbers().currency()))
                .texts(words.shared("column.intervention"))
                .numbers(
                        words.shared("column.costs"),
                        words.shared("column.benefits"),
                        words.shared("column.net"),
                        words.shared("column.last"));
        for (InterventionResult each : theCase.result().interventions().values()) {
            table.row(
                    Cell.of(words.labels().intervention(each.id())),
                    money(each.costs().value()),
                    money(each.benefits().value()),
                    change(each.npv().value()),
                    each.last().map(amount -> change(amount.value())).orElseGet(this::none));
        }
        return table.make();
    }
}
