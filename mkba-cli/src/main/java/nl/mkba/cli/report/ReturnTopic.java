package nl.mkba.cli.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import nl.mkba.appraisal.AlternativeResult;
import nl.mkba.appraisal.Amount;
import nl.mkba.appraisal.Increment;
import nl.mkba.appraisal.Payback;
import nl.mkba.cli.report.Document.Block;
import nl.mkba.cli.report.Document.Cell;
import nl.mkba.cli.report.Document.Chart;
import nl.mkba.cli.report.Document.ChartKind;
import nl.mkba.cli.report.Document.Section;
import nl.mkba.cli.report.Document.Table;
import nl.mkba.cli.report.Findings.CaseFindings;
import nl.mkba.uncertainty.SimulationResult.ProbabilityBest;
import nl.mkba.uncertainty.Statistics;
import org.jspecify.annotations.Nullable;

/** Return per euro and net present value of every alternative. */
final class ReturnTopic extends Topic {

    ReturnTopic(Findings findings, Words words) {
        super(findings, words);
    }

    @Override
    Section section() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(plain(words.text("return.intro")));
        blocks.add(amounts());
        if (isWeighted()) {
            blocks.add(note(words.text("return.weighted")));
        }
        absentRatios(blocks);
        for (CaseFindings each : findings.cases()) {
            each.result().increment().ifPresent(increment -> blocks.add(plain(increment(each, increment))));
        }
        best().ifPresent(table -> {
            blocks.add(table);
            blocks.add(note(words.text("best.note")));
        });
        if (!findings.otherRuns().isEmpty()) {
            blocks.add(table(findings.otherRuns(), words.text("return.outlooks")));
        }
        return new Section("return", words.text("return.heading"), blocks);
    }

    /** The net present value of every alternative with its interval, and the return beside it. */
    Chart chart() {
        List<@Nullable Object> rows = new ArrayList<>();
        for (CaseFindings each : findings.cases()) {
            rows.add(row(words.alternative(each), each));
        }
        return intervals(
                words,
                rows,
                table(
                        findings.cases(),
                        words.text("return.table", words.numbers().currency())));
    }

    /** The chart of {@link #row}s, with the table of {@link #cells}. */
    static Chart intervals(Words words, List<@Nullable Object> rows, Table table) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("format", "money");
        data.put("reference", 0.0);
        data.put("rows", rows);
        return new Chart(
                ChartKind.INTERVALS,
                words.text("return.chart", words.numbers().currency()),
                words.text("return.chart.description"),
                data,
                List.of(table),
                true);
    }

    /** A row of the chart. */
    Map<String, @Nullable Object> row(String name, CaseFindings theCase) {
        Statistics drawn = theCase.simulated().npv();
        Map<String, @Nullable Object> row = tree();
        row.put("name", name);
        row.put("central", theCase.result().npv().value());
        row.put("low", findings.isUncertain() ? (Double) drawn.p5() : null);
        row.put("high", findings.isUncertain() ? (Double) drawn.p95() : null);
        return row;
    }

    private Table table(List<CaseFindings> cases, String caption) {
        TableMaker table = headings(words, caption);
        cases.forEach(each -> table.row(false, cells(words.run(each), each)));
        return table.make();
    }

    /** The table of alternatives, to be filled with {@link #cells}. */
    static TableMaker headings(Words words, String caption) {
        return new TableMaker(caption)
                .texts(words.shared("column.alternative"))
                .numbers(
                        words.text("column.per_euro"),
                        words.text("column.net_per_euro"),
                        words.shared("column.net"),
                        words.text("column.chance"));
    }

    /** A row of the table of alternatives. */
    List<Cell> cells(String name, CaseFindings theCase) {
        OptionalDouble ratio = theCase.result().bcr();
        Statistics npv = theCase.simulated().npv();
        return List.of(
                Cell.of(name),
                withinDraws(ratio(ratio), theCase),
                ratio.isPresent() ? signedRatio(ratio.getAsDouble() - 1) : none(),
                within(money(theCase.result().npv().value()), npv.p5(), npv.p95()),
                findings.isUncertain() ? chance(npv.probabilityPositive()) : none());
    }

    private Cell signedRatio(double net) {
        String text = words.numbers().ratio(net);
        return Cell.of(net > 0 ? "+" + text : text, net);
    }

    private Cell withinDraws(Cell ratio, CaseFindings theCase) {
        return theCase.simulated()
                .bcr()
                .statistics()
                .map(drawn -> within(ratio, words.numbers()::ratio, drawn.p5(), drawn.p95()))
                .orElse(ratio);
    }

    private Table amounts() {
        boolean hasResidual = findings.cases().stream()
                .anyMatch(each -> each.result().residualValue().value() != 0);
        TableMaker table = new TableMaker(
                        words.text("return.amounts", words.numbers().currency()))
                .texts(words.shared("column.alternative"))
                .numbers(
                        words.shared("column.costs"),
                        words.shared("column.benefits"),
                        words.shared("column.net"),
                        words.text("column.annual"))
                .numbers(isWeighted() ? new String[] {words.text("column.weighted")} : new String[0])
                .numbers(hasResidual ? new String[] {words.text("column.residual")} : new String[0])
                .numbers(words.text("column.without_bias"), words.text("column.irr"), words.text("column.payback"));
        for (CaseFindings each : findings.cases()) {
            AlternativeResult result = each.result();
            List<Cell> cells = new ArrayList<>(List.of(
                    Cell.of(words.run(each)),
                    money(result.pvCosts().value()),
                    money(result.pvBenefits().value()),
                    money(result.npv().value()),
                    amount(result.equivalentAnnualValue())));
            if (isWeighted()) {
                Statistics drawn = each.simulated().weightedNpv();
                cells.add(within(money(result.weightedNpv().value()), drawn.p5(), drawn.p95()));
            }
            if (hasResidual) {
                cells.add(money(result.residualValue().value()));
            }
            OptionalDouble rate = result.internalRate().rate();
            cells.add(amount(result.npvWithoutOptimismBias()));
            cells.add(
                    rate.isPresent()
                            ? Cell.of(words.numbers().percentage(rate.getAsDouble()), rate.getAsDouble())
                            : none());
            cells.add(payback(result.payback()));
            table.row(false, cells);
        }
        return table.make();
    }

    private Cell payback(Payback payback) {
        if (payback.year().isEmpty()) {
            return none();
        }
        String year = String.valueOf(payback.year().getAsInt());
        return Cell.of(
                payback.belowAgainUntil().isPresent()
                        ? words.text(
                                "tile.payback.below_again",
                                year,
                                String.valueOf(payback.belowAgainUntil().getAsInt()))
                        : year);
    }

    private Cell amount(Optional<Amount> amount) {
        return amount.map(each -> money(each.value())).orElseGet(this::none);
    }

    /** Says in words why an alternative has no return per euro, or some of its draws have none. */
    private void absentRatios(List<Block> blocks) {
        for (CaseFindings each : findings.cases()) {
            int absent = each.simulated().bcr().absent();
            if (each.result().bcr().isEmpty()) {
                blocks.add(warning(words.text(
                        "return.no_ratio",
                        words.alternative(each),
                        words.money(each.result().pvCosts().value()))));
            } else if (findings.isUncertain() && absent > 0) {
                blocks.add(note(words.text(
                        "return.some_without",
                        words.alternative(each),
                        words.numbers().whole(absent),
                        words.numbers().whole(findings.draws()))));
            }
        }
    }

    private String increment(CaseFindings theCase, Increment increment) {
        return words.text(
                "return.increment",
                words.alternative(theCase),
                words.labels().alternative(increment.comparedWith()),
                words.money(increment.pvCosts().value()),
                words.money(increment.pvBenefits().value()),
                words.money(increment.npv().value()));
    }

    private Optional<Table> best() {
        if (!findings.isUncertain()) {
            return Optional.empty();
        }
        ProbabilityBest best = findings.simulation().probabilityBest().get(0);
        TableMaker table = new TableMaker(words.text("best.caption"))
                .texts(words.text("best.choice"))
                .numbers(words.shared("column.chance"));
        best.alternatives()
                .forEach((id, chance) -> table.row(Cell.of(words.labels().alternative(id)), chance(chance)));
        table.row(Cell.of(words.shared("simulate.reference")), chance(best.reference()));
        return Optional.of(table.make());
    }
}
