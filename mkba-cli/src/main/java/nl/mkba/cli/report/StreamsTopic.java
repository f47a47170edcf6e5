package nl.mkba.cli.report;

import java.util.List;
import nl.mkba.appraisal.AlternativeResult.StreamResult;
import nl.mkba.cli.report.Document.Cell;
import nl.mkba.cli.report.Document.Section;
import nl.mkba.cli.report.Document.Table;
import nl.mkba.cli.report.Findings.CaseFindings;
import nl.mkba.engine.plan.PlanStream;

/** Every cost, effect and transfer in full. */
final class StreamsTopic extends Topic {

    StreamsTopic(Findings findings, Words words) {
        super(findings, words);
    }

    @Override
    Section section() {
        return new Section("streams", words.text("streams.heading"), perPriced(each -> List.of(streams(each))), true);
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
