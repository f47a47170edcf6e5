package nl.mkba.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.mkba.appraisal.AlternativeResult;
import nl.mkba.appraisal.AlternativeResult.GrossToNet;
import nl.mkba.cli.render.Negligible;
import nl.mkba.cli.report.Document.Block;
import nl.mkba.cli.report.Document.Cell;
import nl.mkba.cli.report.Document.Chart;
import nl.mkba.cli.report.Document.ChartKind;
import nl.mkba.cli.report.Document.Section;
import nl.mkba.cli.report.Findings.CaseFindings;
import org.jspecify.annotations.Nullable;

/** From gross benefits, by what must be taken off, to the net present value. */
final class BridgeTopic extends Topic {

    BridgeTopic(Findings findings, Words words) {
        super(findings, words);
    }

    @Override
    Section section() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(plain(words.text("bridge.intro")));
        blocks.addAll(perPriced(each -> List.of(chart(each))));
        return new Section("bridge", words.text("bridge.heading"), blocks);
    }

    /** A step, or a total where the change starts from nothing. */
    private record Step(String name, double amount, boolean isTotal) {}

    private List<Step> steps(AlternativeResult result) {
        GrossToNet gross = result.grossToNet();
        double[] whole = {gross.gross().value(), result.pvBenefits().value()};
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(words.text("bridge.gross"), gross.gross().value(), true));
        step(steps, words.shared("gross.deadweight"), gross.deadweight().value(), whole);
        step(steps, words.shared("gross.due_to_others"), gross.dueToOthers().value(), whole);
        step(steps, words.shared("gross.displacement"), gross.displacement().value(), whole);
        step(steps, words.shared("gross.optimism_bias"), gross.optimismBias().value(), whole);
        step(steps, words.shared("gross.interactions"), gross.interactions().value(), whole);
        step(steps, words.shared("gross.overlap"), gross.overlap().value(), whole);
        if (steps.size() == 1) {
            steps.clear(); // gross is net: nothing is taken off
        }
        steps.add(new Step(words.text("bridge.net"), result.pvBenefits().value(), true));
        double npv = result.npv().value();
        double transfers = npv - result.pvBenefits().value() + result.pvCosts().value();
        steps.add(new Step(words.shared("column.costs"), -result.pvCosts().value(), false));
        step(
                steps,
                words.shared("figure.transfers"),
                transfers,
                npv,
                result.pvBenefits().value());
        steps.add(new Step(words.shared("column.net"), npv, true));
        return steps;
    }

    private static void step(List<Step> steps, String name, double change, double... whole) {
        if (!Negligible.isNegligible(change, whole)) {
            steps.add(new Step(name, change, false));
        }
    }

    private Chart chart(CaseFindings theCase) {
        TableMaker table = new TableMaker(
                        words.text("bridge.table", words.numbers().currency()))
                .texts(words.text("column.step"))
                .numbers(words.text("column.amount"));
        List<@Nullable Object> rows = new ArrayList<>();
        double level = 0;
        for (Step step : steps(theCase.result())) {
            double from = step.isTotal() ? 0 : level;
            level = from + step.amount();
            Map<String, @Nullable Object> row = tree();
            row.put("name", step.name());
            row.put("from", from);
            row.put("to", level);
            row.put("total", step.isTotal());
            rows.add(row);
            Cell name = Cell.of(step.name());
            if (step.isTotal()) {
                table.total(name, money(step.amount()));
            } else {
                table.row(name, change(step.amount()));
            }
        }
        Map<String, @Nullable Object> data = tree();
        data.put("rows", rows);
        AlternativeResult result = theCase.result();
        return new Chart(
                ChartKind.WATERFALL,
                words.text("bridge.chart", words.numbers().currency()),
                words.text(
                        "bridge.description",
                        words.roughly(result.grossToNet().gross().value()),
                        words.roughly(result.pvBenefits().value()),
                        words.roughly(result.npv().value())),
                data,
                List.of(table.make()),
                true);
    }
}
