package nl.mkba.cli.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.StringJoiner;
import nl.mkba.appraisal.AlternativeResult.MarginalValue;
import nl.mkba.appraisal.QualityShare;
import nl.mkba.appraisal.UnpricedResult;
import nl.mkba.cli.render.QualityText;
import nl.mkba.cli.render.Refusal;
import nl.mkba.cli.report.Findings.CaseFindings;
import nl.mkba.cli.report.Findings.OutlookFindings;
import nl.mkba.engine.plan.Plan;
import nl.mkba.engine.plan.Rounding;
import nl.mkba.engine.plan.Scalar;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Stakeholder;
import nl.mkba.scenario.Stream;
import nl.mkba.scenario.UnpricedItem;
import nl.mkba.uncertainty.SimulationResult.SimulatedCase;
import nl.mkba.uncertainty.Statistics;

/**
 * The result of every alternative, for society and each stakeholder, and from gross to net. What comes from draws, and the other
 * outlooks, are numbers in grey: a workbook makes no draws.
 */
final class ResultsSheet {

    private static final String RATIO = "0.00;\"< 0\"";
    private static final String CHANCE = "0.0%";
    private static final int LAST_COLUMN = 10;

    /** Where what comes from draws stands before the central estimate. */
    private static final int DRAWN_NET = 1;

    private static final int DRAWN_RATIO = 6;
    private static final int CASH = 5;
    private static final int NET = 4;
    private static final List<String> STAGES =
            List.of("gross", "deadweight", "due_to_others", "displacement", "optimism_bias", "interactions", "overlap");

    private final Sheet sheet;
    private final Findings findings;
    private final Words words;
    private final String amount;
    private final boolean isWeighted;

    /** The columns of the central estimate, each the last of its figures. */
    private final int centralNet;

    private final int centralRatio;

    private int row;
    private int firstOverviewRow;

    ResultsSheet(Sheet sheet, Findings findings, Repetition repetition, Words words) {
        this.sheet = sheet;
        this.findings = findings;
        this.words = words;
        String currency = words.numbers().currency().replace("\"", "");
        this.amount = "\"" + currency + "\" #,##0;\"" + currency + "\" -#,##0";
        this.isWeighted = canBeWeighted(findings.scenario());
        this.centralNet = findings.isUncertain() ? DRAWN_RATIO - 1 : 1;
        this.centralRatio = findings.isUncertain() ? LAST_COLUMN : 2;
        sheet.width(0, 40);
        for (int c = 1; c <= LAST_COLUMN; c++) {
            sheet.width(c, 15);
        }
        String departures = words.departures(repetition);
        if (!departures.isEmpty()) {
            sheet.text(row, 0, departures);
            sheet.bold(row++, 0);
        }
        sheet.text(row, 0, words.labels().title());
        sheet.title(row++, 0);
        sheet.text(row++, 0, words.text("subtitle"));
        sheet.paragraph(row++, LAST_COLUMN, words.text("workbook.how"));
        sheet.paragraph(row++, LAST_COLUMN, words.text("workbook.repeat", repetition.command(), repetition.version()));
        row++;
        SummaryTopic summary = new SummaryTopic(findings, words);
        answer(summary);
        overview();
        sheet.paragraph(row++, LAST_COLUMN, summary.basis());
        outlooks();
    }

    /** What the report's first sheet says first, in grey: sentences are not recalculated. */
    private void answer(SummaryTopic summary) {
        for (CaseFindings each : findings.cases()) {
            words.headline().caution(each.simulated()).ifPresent(text -> said(each, text));
        }
        summary.choice().forEach(this::said);
        for (CaseFindings each : findings.cases()) {
            said(each, summary.sentences(each));
            summary.transfers(each).ifPresent(text -> said(each, text));
        }
        sheet.paragraph(row++, LAST_COLUMN, words.text("workbook.sentences"));
        row++;
    }

    private void said(CaseFindings theCase, String text) {
        said(findings.cases().size() == 1 ? text : words.alternative(theCase) + ": " + text);
    }

    private void said(String text) {
        sheet.paragraph(row, LAST_COLUMN, text);
        sheet.locked(row++, 0);
    }

    /** The alternatives beside each other, doing nothing being one of them; the expectation leads where there is one. */
    private void overview() {
        sheet.headings(row, 0, words.shared("column.alternative"));
        if (findings.isUncertain()) {
            sheet.numberHeadings(
                    row,
                    DRAWN_NET,
                    words.shared("column.expected_net"),
                    "5%",
                    "95%",
                    words.shared("column.chance_above", "0"));
            sheet.numberHeadings(
                    row,
                    DRAWN_RATIO,
                    words.text("workbook.ratio.expected"),
                    "5%",
                    "95%",
                    words.shared("column.chance_above", "1"));
        }
        sheet.numberHeadings(row, centralNet, words.text("column.central_net"));
        sheet.numberHeadings(row++, centralRatio, words.text("workbook.ratio.central"));
        firstOverviewRow = row;
        for (CaseFindings each : findings.cases()) {
            sheet.lines(row, 0, words.alternative(each));
            if (findings.isUncertain()) {
                drawn(each.simulated());
            }
            row++;
        }
        nothing();
        sheet.paragraph(
                row++, LAST_COLUMN, words.text(findings.isUncertain() ? "workbook.intervals" : "workbook.certain"));
    }

    private void drawn(SimulatedCase simulated) {
        Statistics npv = simulated.npv();
        drawn(DRAWN_NET, simulated.expected().npv(), amount);
        drawn(DRAWN_NET + 1, npv.p5(), amount);
        drawn(DRAWN_NET + 2, npv.p95(), amount);
        drawn(DRAWN_NET + 3, npv.probabilityPositive(), CHANCE);
        drawn(DRAWN_RATIO, simulated.expected().bcr(), RATIO);
        simulated.bcr().statistics().ifPresent(ratio -> {
            drawn(DRAWN_RATIO + 1, ratio.p5(), RATIO);
            drawn(DRAWN_RATIO + 2, ratio.p95(), RATIO);
        });
        drawn(DRAWN_RATIO + 3, simulated.bcr().probabilityAboveOne(), CHANCE);
    }

    /** Doing nothing costs nothing and brings nothing. */
    private void nothing() {
        sheet.text(row, 0, words.shared("simulate.reference"));
        for (int column = 1; column <= centralRatio; column++) {
            sheet.text(row, column, Topic.NONE);
            sheet.locked(row, column);
        }
        for (int column = DRAWN_NET; column < centralNet - 1; column++) {
            drawn(column, 0, amount);
        }
        drawn(centralNet, 0, amount);
        row++;
    }

    /** Every alternative in every outlook, none before another. */
    private void outlooks() {
        if (findings.outlooks().isEmpty()) {
            return;
        }
        row++;
        String figure = words.shared(findings.isUncertain() ? "column.expected_net" : "column.net");
        sheet.headings(row, 0, words.shared("column.outlook") + " (" + figure + ")");
        Map<String, Integer> columns = new HashMap<>();
        for (CaseFindings each : findings.cases()) {
            columns.put(each.result().alternative(), columns.size() + 1);
            sheet.numberHeadings(row, columns.size(), words.alternative(each));
        }
        Optional<String> last = Optional.of("");
        for (OutlookFindings each : findings.outlooks()) {
            if (!each.outlook().equals(last)) {
                last = each.outlook();
                sheet.lines(++row, 0, outlook(each));
            }
            Integer column = columns.get(each.alternative());
            if (column != null && each.simulated().isPresent()) {
                SimulatedCase simulated = each.simulated().get();
                drawn(column, findings.isUncertain() ? simulated.expected().npv() : simulated.centralNpv(), amount);
            } else if (column != null) {
                sheet.text(row, column, Topic.NONE);
            }
        }
        row++;
        sheet.paragraph(row++, LAST_COLUMN, words.text("workbook.outlooks"));
        for (OutlookFindings each : findings.outlooks()) {
            if (!each.refused().isEmpty()) {
                String reason = Refusal.reason(each.refused(), words.sharedMessages());
                sheet.paragraph(row++, LAST_COLUMN, words.shared("run.outlooks.refused", outlook(each), reason));
            }
        }
    }

    private String outlook(OutlookFindings each) {
        return each.outlook().map(words.labels()::outlook).orElseGet(() -> words.text("summary.without_outlook"));
    }

    /** A number that stays as it is. */
    private void drawn(int column, double value, String form) {
        sheet.number(row, column, value);
        sheet.form(row, column, form);
        sheet.locked(row, column);
    }

    private void drawn(int column, OptionalDouble value, String form) {
        value.ifPresent(number -> drawn(column, number, form));
    }

    /** Whether there are weights, which a cell may change also where they make no difference yet. */
    private static boolean canBeWeighted(Scenario scenario) {
        return scenario.incomeWeights() != null
                || scenario.stakeholders().values().stream()
                        .anyMatch(stakeholder -> stakeholder.counts() && stakeholder.statedWeight() != null);
    }

    static String stage(Words words, int stage) {
        return words.shared("gross." + STAGES.get(stage));
    }

    /** Adds an alternative: its two figures above, its accounts and its way from gross to net below. */
    void add(int index, CaseFindings theCase, Workings workings, StreamsSheet streams, CalculationSheet calculation) {
        int overviewRow = firstOverviewRow + index;
        Plan.Society society = workings.plan().society();
        put(overviewRow, centralNet, workings, calculation, society.npv());
        Optional<Scalar> size = workings.plan().sizeRegister(society.costs());
        sheet.formula(
                overviewRow,
                centralRatio,
                ratio(
                        calculation.scalarElsewhere(society.costs()),
                        size.isPresent() ? calculation.scalarElsewhere(size.get()) : "0",
                        calculation.scalarElsewhere(society.benefits()) + "+"
                                + calculation.scalarElsewhere(society.transfers())),
                theCase.result().bcr().orElse(Double.NaN));
        sheet.form(overviewRow, centralRatio, RATIO);
        row++;
        sheet.text(row, 0, words.alternative(theCase));
        sheet.title(row++, 0);
        Map<String, Integer> stakeholders = accounts(workings, calculation);
        row++;
        grossToNet(workings, calculation);
        if (isWeighted) {
            sheet.text(row, 0, words.shared("figure.weighted_npv"));
            put(row++, 1, workings, calculation, society.weightedNpv());
        }
        marginalValue(theCase, stakeholders);
        restsOn(theCase, streams);
        unpriced(theCase);
    }

    /** What has no price, which counts in none of the numbers above. */
    private void unpriced(CaseFindings theCase) {
        if (theCase.result().unpriced().isEmpty()) {
            return;
        }
        row++;
        sheet.headings(
                row++,
                0,
                words.text("unpriced.table"),
                words.text("column.works"),
                words.shared("column.stakeholder"),
                words.shared("column.intervention"));
        for (UnpricedResult each : theCase.result().unpriced()) {
            UnpricedItem item = each.item();
            sheet.lines(row, 0, words.labels().line(item.name()));
            sheet.lines(row, 1, Topic.sign(item.sign(), words));
            sheet.lines(row, 2, words.labels().stakeholder(item.stakeholder()));
            sheet.lines(row, 3, words.labels().intervention(each.intervention()));
            row++;
        }
    }

    /** @param size of the amounts that the divisor is made of: {@link Rounding} of it is no divisor */
    private static String ratio(String divisor, String size, String dividend) {
        return "IF(" + divisor + ">" + Rounding.PART + "*(" + size + "),(" + dividend + ")/(" + divisor + "),\""
                + Topic.NONE + "\")";
    }

    private void marginalValue(CaseFindings theCase, Map<String, Integer> stakeholders) {
        MarginalValue value = theCase.result().marginalValue();
        if (value.absent().equals(Optional.of(MarginalValue.Reason.NO_GOVERNMENT))) {
            return;
        }
        StringJoiner costs = new StringJoiner("+", "0-(", ")");
        StringJoiner gains = new StringJoiner("+");
        StringJoiner sizes = new StringJoiner("+");
        gains.add("0");
        sizes.add("0");
        stakeholders.forEach((id, at) -> {
            Stakeholder stakeholder = findings.scenario().stakeholders().get(id);
            if (stakeholder != null && stakeholder.counts()) {
                boolean governs = stakeholder.isGovernment();
                (governs ? costs : gains).add(Sheet.cell(at, governs ? CASH : NET));
                if (governs) {
                    sizes.add("ABS(" + Sheet.cell(at, CASH) + ")");
                }
            }
        });
        sheet.text(row, 0, words.shared("figure.mvpf"));
        sheet.formula(
                row,
                1,
                ratio(costs.toString(), sizes.toString(), gains.toString()),
                value.ratio().orElse(Double.NaN));
        sheet.form(row++, 1, RATIO);
    }

    /** What the result rests on; the numbers of parameters, and what comes from draws, stay as they are. */
    private void restsOn(CaseFindings theCase, StreamsSheet streams) {
        row++;
        sheet.headings(row, 0, words.text("column.quality"));
        sheet.numberHeadings(
                row++,
                1,
                words.text("column.count"),
                words.shared("column.costs"),
                words.shared("column.benefits"),
                words.text("column.variance"));
        for (QualityShare share : theCase.simulated().quality()) {
            String name = QualityText.name(share.quality(), words.sharedMessages());
            sheet.text(row, 0, name);
            drawn(1, share.parameters(), "0");
            sheet.formula(row, 2, streams.shareOf(Stream.Kind.COST, name), share.costs());
            sheet.form(row, 2, CHANCE);
            sheet.formula(row, 3, streams.shareOf(Stream.Kind.EFFECT, name), share.benefits());
            sheet.form(row, 3, CHANCE);
            drawn(4, share.variance(), CHANCE);
            row++;
        }
    }

    /** @return the row of each stakeholder */
    private Map<String, Integer> accounts(Workings workings, CalculationSheet calculation) {
        sheet.headings(row, 0, words.shared("column.stakeholder"));
        sheet.numberHeadings(
                row++,
                1,
                words.shared("column.costs"),
                words.shared("column.benefits"),
                words.shared("column.transfers"),
                words.shared("column.net"),
                words.shared("column.cash"));
        Map<String, Integer> rows = new HashMap<>();
        workings.plan().stakeholders().forEach((id, account) -> {
            rows.put(id, row);
            sheet.lines(row, 0, words.labels().stakeholder(id));
            put(row, 1, workings, calculation, account.costs());
            put(row, 2, workings, calculation, account.benefits());
            put(row, 3, workings, calculation, account.transfers());
            put(row, NET, workings, calculation, account.net());
            put(row++, CASH, workings, calculation, account.cash());
        });
        Plan.Society society = workings.plan().society();
        sheet.text(row, 0, words.shared("row.society"));
        sheet.bold(row, 0);
        put(row, 1, workings, calculation, society.costs());
        put(row, 2, workings, calculation, society.benefits());
        put(row, 3, workings, calculation, society.transfers());
        put(row++, NET, workings, calculation, society.npv());
        return rows;
    }

    private void put(int at, int column, Workings workings, CalculationSheet calculation, Scalar register) {
        sheet.formula(at, column, calculation.scalarElsewhere(register), workings.scalar(register));
        sheet.form(at, column, amount);
    }

    /** The steps that there are: where nothing can take off, the plan has one register for before and after. */
    private void grossToNet(Workings workings, CalculationSheet calculation) {
        List<Scalar> stages = workings.plan().grossToNet();
        if (stages.get(0) == stages.get(stages.size() - 1)) {
            return;
        }
        sheet.headings(row, 0, words.shared("section.gross_to_net"));
        sheet.numberHeadings(row++, 1, words.text("column.amount"));
        for (int k = 0; k < stages.size(); k++) {
            Scalar stage = stages.get(k);
            if (k > 0 && stage == stages.get(k - 1)) {
                continue;
            }
            sheet.text(row, 0, stage(words, k));
            if (k == 0) {
                put(row, 1, workings, calculation, stage);
            } else {
                Scalar before = stages.get(k - 1);
                sheet.formula(
                        row,
                        1,
                        calculation.scalarElsewhere(stage) + "-" + calculation.scalarElsewhere(before),
                        workings.scalar(stage) - workings.scalar(before));
                sheet.form(row, 1, amount);
            }
            row++;
        }
        sheet.text(row, 0, words.shared("gross.net"));
        sheet.bold(row, 0);
        put(row++, 1, workings, calculation, workings.plan().society().benefits());
        row++;
    }
}
