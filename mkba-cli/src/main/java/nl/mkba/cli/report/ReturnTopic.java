package nl.mkba.cli.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import nl.mkba.appraisal.AlternativeResult;
import nl.mkba.appraisal.AlternativeResult.Payback;
import nl.mkba.appraisal.ResultFigure;
import nl.mkba.cli.render.IncrementText;
import nl.mkba.cli.render.Negligible;
import nl.mkba.cli.render.PaybackText;
import nl.mkba.cli.report.Document.Block;
import nl.mkba.cli.report.Document.Cell;
import nl.mkba.cli.report.Document.Chart;
import nl.mkba.cli.report.Document.ChartKind;
import nl.mkba.cli.report.Document.Section;
import nl.mkba.cli.report.Document.Table;
import nl.mkba.cli.report.Findings.CaseFindings;
import nl.mkba.uncertainty.Statistics;
import org.jspecify.annotations.Nullable;

/** Return per euro and net present value of every alternative. */
final class ReturnTopic extends Topic {

    private static final List<ResultFigure> FIRST = List.of(
            ResultFigure.PV_COSTS,
            ResultFigure.PV_BENEFITS,
            ResultFigure.NPV,
            ResultFigure.EQUIVALENT_ANNUAL_VALUE,
            ResultFigure.WEIGHTED_NPV,
            ResultFigure.RESIDUAL_VALUE,
            ResultFigure.NPV_WITHOUT_OPTIMISM_BIAS,
            ResultFigure.IRR,
            ResultFigure.DISCOUNTED_PAYBACK_YEAR);

    /** In another table, or beside another figure. */
    private static final Set<ResultFigure> ELSEWHERE =
            Set.of(ResultFigure.BCR, ResultFigure.MVPF, ResultFigure.BELOW_AGAIN_UNTIL);

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
        IncrementText increments = new IncrementText(words.labels(), words.sharedMessages(), words::roughly);
        for (CaseFindings each : findings.cases()) {
            increment(increments, each).ifPresent(text -> blocks.add(plain(text)));
        }
        return new Section("return", words.text("return.heading"), blocks);
    }

    /** In expectation where the alternative that it is compared with was drawn as well. */
    private Optional<String> increment(IncrementText increments, CaseFindings theCase) {
        Optional<CaseFindings> base = theCase.result()
                .increment()
                .flatMap(more -> findings.cases().stream()
                        .filter(each -> each.result().alternative().equals(more.comparedWith()))
                        .findFirst());
        return base.isPresent()
                ? increments.sentence(
                        theCase.result(), theCase.simulated(), base.get().simulated())
                : increments.sentence(theCase.result());
    }

    /** The net present value of every alternative with its interval, and what is said beside it. */
    Chart chart() {
        List<@Nullable Object> rows = new ArrayList<>();
        TableMaker table = headings(
                words,
                findings.isUncertain(),
                words.text(
                        findings.cases().stream().anyMatch(ReturnTopic::hasInterval)
                                ? "return.table"
                                : "return.table.certain",
                        words.numbers().currency()));
        for (CaseFindings each : findings.cases()) {
            rows.add(row(words.alternative(each), each));
            table.row(false, cells(words.run(each), each, findings.isUncertain(), best(each)));
        }
        if (findings.cases().size() > 1) {
            table.row(false, nothing());
        }
        return intervals(words, findings.isUncertain(), rows, table.make());
    }

    /** How often an alternative is the best choice of its own scenario. */
    Cell best(CaseFindings theCase) {
        if (!findings.isUncertain()) {
            return none();
        }
        Double chance =
                findings.probabilityBest().alternatives().get(theCase.result().alternative());
        return chance == null ? none() : chance(chance);
    }

    /** The chart of {@link #row}s, with the table of {@link #cells}. */
    static Chart intervals(Words words, boolean isUncertain, List<@Nullable Object> rows, Table table) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("format", "money");
        data.put("reference", 0.0);
        data.put(
                "names",
                List.of(
                        words.text("return.expected.gain"),
                        words.text("return.expected.loss"),
                        words.text("fan.most"),
                        words.text("fan.central")));
        data.put("rows", rows);
        return new Chart(
                ChartKind.INTERVALS,
                words.text(
                        isUncertain ? "return.chart" : "return.chart.certain",
                        words.numbers().currency()),
                words.text(isUncertain ? "return.chart.description" : "return.chart.description.certain"),
                data,
                List.of(table),
                true);
    }

    /** A row of the chart. */
    Map<String, @Nullable Object> row(String name, CaseFindings theCase) {
        Statistics drawn = theCase.simulated().npv();
        boolean isUncertain = findings.isUncertain();
        Map<String, @Nullable Object> row = tree();
        row.put("name", name);
        row.put("expected", theCase.simulated().expected().npv());
        row.put("central", isUncertain ? (Double) theCase.result().npv().value() : null);
        row.put("low", isUncertain ? (Double) drawn.p5() : null);
        row.put("high", isUncertain ? (Double) drawn.p95() : null);
        return row;
    }

    /** The table of alternatives, to be filled with {@link #cells}. */
    static TableMaker headings(Words words, boolean isUncertain, String caption) {
        TableMaker table = new TableMaker(caption).texts(words.shared("column.alternative"));
        return isUncertain
                ? table.numbers(
                        words.shared("column.expected_net"),
                        words.text("column.per_euro"),
                        words.text("column.chance"),
                        words.text("column.best"),
                        words.text("column.central_net"))
                : table.numbers(words.text("column.central_net"), words.text("column.per_euro"));
    }

    /**
     * A row of the table of alternatives.
     *
     * @param isUncertainBeside whether the table has the columns of what is uncertain, itself or beside it
     * @param best the chance of being the best
     */
    List<Cell> cells(String name, CaseFindings theCase, boolean isUncertainBeside, Cell best) {
        OptionalDouble ratio = theCase.simulated().expected().bcr();
        Statistics npv = theCase.simulated().npv();
        if (!isUncertainBeside) {
            return List.of(Cell.of(name), money(theCase.result().npv().value()), ratio(ratio));
        }
        return List.of(
                Cell.of(name),
                within(money(theCase.simulated().expected().npv()), npv.p5(), npv.p95()),
                withinDraws(ratio(ratio), theCase),
                findings.isUncertain() ? chance(npv.probabilityPositive()) : none(),
                best,
                money(theCase.result().npv().value()));
    }

    /** Whether a draw differs from another, so that something lies between 5% and 95%. */
    static boolean hasInterval(CaseFindings theCase) {
        Statistics npv = theCase.simulated().npv();
        return npv.p5() < npv.p95()
                || theCase.simulated()
                        .bcr()
                        .statistics()
                        .filter(drawn -> drawn.p5() < drawn.p95())
                        .isPresent();
    }

    /** The choice that is always there. */
    private List<Cell> nothing() {
        Cell name = Cell.of(words.shared("simulate.reference"));
        return findings.isUncertain()
                ? List.of(
                        name,
                        money(0),
                        none(),
                        none(),
                        chance(findings.probabilityBest().reference()),
                        money(0))
                : List.of(name, money(0), none());
    }

    private Cell withinDraws(Cell ratio, CaseFindings theCase) {
        return theCase.simulated()
                .bcr()
                .statistics()
                // Of less than nothing only that it is.
                .filter(drawn -> !words.numbers().isBelowZero(drawn.p95()))
                .map(drawn -> within(ratio, words.numbers()::perEuro, drawn.p5(), drawn.p95()))
                .orElse(ratio);
    }

    private Table amounts() {
        List<ResultFigure> columns = columns();
        TableMaker table = new TableMaker(
                        words.text("return.amounts", words.numbers().currency()))
                .texts(words.shared("column.alternative"))
                .numbers(columns.stream().map(this::heading).toArray(String[]::new));
        for (CaseFindings each : findings.cases()) {
            List<Cell> cells = new ArrayList<>(List.of(Cell.of(words.run(each))));
            columns.forEach(figure -> cells.add(cell(figure, each)));
            table.row(false, cells);
        }
        return table.make();
    }

    /** In the order in which people read them; any other figure comes last. */
    private List<ResultFigure> columns() {
        Set<ResultFigure> columns = new LinkedHashSet<>(FIRST);
        columns.addAll(List.of(ResultFigure.values()));
        columns.removeAll(ELSEWHERE);
        if (!isWeighted()) {
            columns.remove(ResultFigure.WEIGHTED_NPV);
        }
        if (findings.cases().stream()
                .allMatch(each -> each.result().residualValue().value() == 0)) {
            columns.remove(ResultFigure.RESIDUAL_VALUE);
        }
        if (findings.cases().stream().allMatch(ReturnTopic::isWithoutBias)) {
            columns.remove(ResultFigure.NPV_WITHOUT_OPTIMISM_BIAS);
        }
        columns.removeIf(figure -> figure != ResultFigure.DISCOUNTED_PAYBACK_YEAR
                && findings.cases().stream()
                        .allMatch(each -> each.result().figure(figure).isEmpty()));
        return List.copyOf(columns);
    }

    /** Whether a correction for optimism bias changes nothing: a column of the same figures says nothing. */
    private static boolean isWithoutBias(CaseFindings theCase) {
        double npv = theCase.result().npv().value();
        OptionalDouble without = theCase.result().figure(ResultFigure.NPV_WITHOUT_OPTIMISM_BIAS);
        return without.isEmpty() || Negligible.isNegligible(without.getAsDouble() - npv, npv);
    }

    private String heading(ResultFigure figure) {
        return switch (figure) {
            case PV_COSTS -> words.shared("column.costs");
            case PV_BENEFITS -> words.shared("column.benefits");
            case NPV -> words.shared("column.net");
            case EQUIVALENT_ANNUAL_VALUE -> words.text("column.annual");
            case WEIGHTED_NPV -> words.text("column.weighted");
            case RESIDUAL_VALUE -> words.text("column.residual");
            case NPV_WITHOUT_OPTIMISM_BIAS -> words.text("column.without_bias");
            case IRR -> words.text("column.irr");
            case DISCOUNTED_PAYBACK_YEAR -> words.shared("column.payback");
            default -> words.shared("figure." + figure.key());
        };
    }

    private Cell cell(ResultFigure figure, CaseFindings theCase) {
        if (figure == ResultFigure.DISCOUNTED_PAYBACK_YEAR) {
            return payback(theCase.result());
        }
        OptionalDouble number = theCase.result().figure(figure);
        if (number.isEmpty()) {
            return none();
        }
        double value = number.getAsDouble();
        return switch (figure) {
            case WEIGHTED_NPV -> {
                Statistics drawn = theCase.simulated().weightedNpv();
                yield within(money(value), drawn.p5(), drawn.p95());
            }
            default ->
                switch (figure.form()) {
                    case AMOUNT -> money(value);
                    case RATIO -> ratio(number);
                    case RATE -> Cell.of(words.numbers().percentage(value), value);
                    case YEAR -> Cell.of(String.valueOf((int) value));
                };
        };
    }

    private Cell payback(AlternativeResult result) {
        Payback payback = result.payback();
        if (payback.year().isEmpty()) {
            return Cell.of(PaybackText.absent(result, words.sharedMessages()));
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

    /** Says in words why an alternative has no return per euro, or some of its draws have none. */
    private void absentRatios(List<Block> blocks) {
        for (CaseFindings each : findings.cases()) {
            int absent = each.simulated().bcr().absent();
            if (isNothingPriced(each)) {
                blocks.add(warning(words.text("nothing_priced", words.alternative(each))));
            } else if (each.result().bcr().isEmpty()) {
                double costs = each.result().pvCosts().value();
                blocks.add(warning(words.text(
                        costs < 0 ? "return.no_ratio" : "return.no_costs",
                        words.alternative(each),
                        words.money(costs))));
            } else if (findings.isUncertain() && absent > 0) {
                blocks.add(note(words.text(
                        "return.some_without",
                        words.alternative(each),
                        words.numbers().whole(absent),
                        words.numbers().whole(findings.draws()))));
            }
        }
    }
}
