package nl.mkba.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import nl.mkba.appraisal.AlternativeResult.YearResult;
import nl.mkba.cli.report.Document.Block;
import nl.mkba.cli.report.Document.Cell;
import nl.mkba.cli.report.Document.Chart;
import nl.mkba.cli.report.Document.ChartKind;
import nl.mkba.cli.report.Document.Section;
import nl.mkba.cli.report.Document.Table;
import nl.mkba.cli.report.Findings.CaseFindings;
import nl.mkba.engine.uncertainty.CumulativeBalance;
import nl.mkba.uncertainty.Statistics;
import org.jspecify.annotations.Nullable;

/** The cumulative balance over the years, with its fan. */
final class BalanceTopic extends Topic {

    BalanceTopic(Findings findings, Words words) {
        super(findings, words);
    }

    @Override
    Section section() {
        List<Block> blocks = new ArrayList<>();
        boolean isDrawn =
                findings.cases().stream().anyMatch(each -> !each.balance().isEmpty());
        blocks.add(plain(words.text("balance.intro") + (isDrawn ? " " + words.text("balance.fan") : "")));
        blocks.addAll(perPriced(this::blocks));
        return new Section("balance", words.text("balance.heading"), blocks);
    }

    private List<Block> blocks(CaseFindings theCase) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(chart(theCase));
        double residual = theCase.result().residualValue().value();
        if (residual != 0) {
            blocks.add(note(words.text(
                    "balance.residual",
                    words.money(residual),
                    findings.scenario().lastYear())));
        }
        return blocks;
    }

    private Chart chart(CaseFindings theCase) {
        List<YearResult> years = years(theCase);
        Map<String, @Nullable Object> data = tree();
        data.put("years", years.stream().map(YearResult::year).toList());
        data.put(
                "central",
                years.stream().map(year -> year.cumulativeNpv().value()).toList());
        if (!theCase.balance().isEmpty()) {
            int end = years.size();
            data.put("p5", percentiles(theCase, end, Statistics::p5));
            data.put("p25", percentiles(theCase, end, Statistics::p25));
            data.put("p50", percentiles(theCase, end, Statistics::p50));
            data.put("p75", percentiles(theCase, end, Statistics::p75));
            data.put("p95", percentiles(theCase, end, Statistics::p95));
        }
        data.put(
                "names",
                List.of(
                        words.text("fan.central"),
                        words.text("fan.median"),
                        words.text("fan.half"),
                        words.text("fan.most")));
        return new Chart(
                ChartKind.FAN,
                words.text("balance.chart", words.numbers().currency()),
                description(theCase),
                data,
                List.of(table(theCase)),
                false);
    }

    /** The years up to the last in which something is paid or gained, in the central estimate or in the draws. */
    private static List<YearResult> years(CaseFindings theCase) {
        List<CumulativeBalance.Year> drawn = theCase.balance();
        int end = untilFlowsEnd(theCase.result().years()).size();
        for (int y = drawn.size() - 1; y >= end; y--) {
            if (moves(drawn.get(y - 1).balance(), drawn.get(y).balance())) {
                end = y + 1;
            }
        }
        return theCase.result().years().subList(0, end);
    }

    private static boolean moves(Statistics before, Statistics after) {
        return before.mean() != after.mean() || before.p5() != after.p5() || before.p95() != after.p95();
    }

    private String description(CaseFindings theCase) {
        List<YearResult> years = years(theCase);
        YearResult deepest = years.get(0);
        for (YearResult year : years) {
            deepest = year.cumulativeNpv().value() < deepest.cumulativeNpv().value() ? year : deepest;
        }
        YearResult last = years.get(years.size() - 1);
        return words.text(
                "balance.description",
                words.roughly(deepest.cumulativeNpv().value()),
                deepest.year(),
                words.roughly(last.cumulativeNpv().value()),
                last.year());
    }

    private static List<Double> percentiles(CaseFindings theCase, int end, ToDoubleFunction<Statistics> percentile) {
        return theCase.balance().stream()
                .limit(end)
                .map(year -> percentile.applyAsDouble(year.balance()))
                .toList();
    }

    private Table table(CaseFindings theCase) {
        TableMaker table = new TableMaker(
                        words.text("balance.table", words.numbers().currency()))
                .texts(words.shared("column.year"))
                .numbers(words.shared("column.central"));
        boolean isUncertain = !theCase.balance().isEmpty();
        if (isUncertain) {
            table.numbers("5%", "25%", words.shared("column.median"), "75%", "95%");
        }
        List<YearResult> years = years(theCase);
        for (int y = 0; y < years.size(); y++) {
            List<Cell> cells = new ArrayList<>();
            cells.add(Cell.of(String.valueOf(years.get(y).year())));
            cells.add(money(years.get(y).cumulativeNpv().value()));
            if (isUncertain) {
                CumulativeBalance.Year drawn = theCase.balance().get(y);
                cells.add(money(drawn.balance().p5()));
                cells.add(money(drawn.balance().p25()));
                cells.add(money(drawn.balance().p50()));
                cells.add(money(drawn.balance().p75()));
                cells.add(money(drawn.balance().p95()));
            }
            table.row(false, cells);
        }
        return table.make();
    }
}
