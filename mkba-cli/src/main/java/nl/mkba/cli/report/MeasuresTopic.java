package nl.mkba.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.mkba.appraisal.InterventionResult;
import nl.mkba.appraisal.StreamResult;
import nl.mkba.cli.report.Document.Block;
import nl.mkba.cli.report.Document.Cell;
import nl.mkba.cli.report.Document.Chart;
import nl.mkba.cli.report.Document.ChartKind;
import nl.mkba.cli.report.Document.Section;
import nl.mkba.cli.report.Document.Table;
import nl.mkba.cli.report.Findings.CaseFindings;
import nl.mkba.plan.PlanStream;
import org.jspecify.annotations.Nullable;

/** What each intervention costs and brings, and every stream behind it. */
final class MeasuresTopic extends Topic {

    MeasuresTopic(Findings findings, Words words) {
        super(findings, words);
    }

    @Override
    Section section() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(plain(words.text("measures.intro")));
        blocks.addAll(perAlternative(each -> List.of(chart(each))));
        blocks.add(note(words.shared("note.last")));
        return new Section("measures", words.text("measures.heading"), blocks);
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
        data.put("rows", rows);
        return new Chart(
                ChartKind.BARS,
                words.text("measures.chart", words.numbers().currency()),
                words.text("measures.description"),
                data,
                List.of(table(theCase), streams(theCase)),
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

    private Table streams(CaseFindings theCase) {
        TableMaker table = new TableMaker(
                        words.text("measures.streams", words.numbers().currency()))
                .texts(words.text("column.stream"), words.shared("column.intervention"), words.text("column.kind"))
                .numbers(words.shared("column.pv"), words.text("column.undiscounted"), words.text("column.residual"));
        List<StreamResult> results = theCase.result().streams();
        for (int s = 0; s < results.size(); s++) {
            StreamResult each = results.get(s);
            PlanStream stream = theCase.plan().streams().get(s);
            table.row(
                    Cell.of(words.labels().text(stream.stream().label())),
                    Cell.of(words.labels().intervention(each.intervention())),
                    Cell.of(
                            switch (each.kind()) {
                                case COST -> words.shared("kind.cost");
                                case EFFECT -> words.shared("kind.effect");
                                case TRANSFER -> words.shared("kind.transfer");
                            }),
                    money(each.pv().value()),
                    money(each.undiscounted().value()),
                    money(each.residualValue().value()));
        }
        return table.make();
    }
}
