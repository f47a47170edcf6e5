package nl.mkba.cli.report;

import java.util.List;
import nl.mkba.appraisal.QualityShare;
import nl.mkba.cli.render.QualityText;
import nl.mkba.cli.report.Findings.CaseFindings;
import nl.mkba.plan.Plan;
import nl.mkba.uncertainty.Statistics;

/** The result of every alternative, for society and each stakeholder, and from gross to net. The intervals are numbers: a workbook does not draw. */
final class ResultsSheet {

    private static final String AMOUNT = "#,##0";
    private static final String RATIO = "0.00";
    private static final String CHANCE = "0.0%";
    private static final List<String> STAGES =
            List.of("gross", "deadweight", "due_to_others", "displacement", "optimism_bias", "interactions", "overlap");

    private final Sheet sheet;
    private final Words words;
    private final boolean isWeighted;
    private int row;
    private int firstOverviewRow;

    ResultsSheet(Sheet sheet, Findings findings, Repetition repetition, Words words) {
        this.sheet = sheet;
        this.words = words;
        this.isWeighted = Topic.isWeighted(findings.scenario());
        String departures = words.departures(repetition);
        if (!departures.isEmpty()) {
            sheet.text(row, 0, departures);
            sheet.bold(row++, 0);
        }
        sheet.text(row, 0, words.labels().title());
        sheet.title(row++, 0);
        sheet.text(row++, 0, words.text("subtitle"));
        sheet.text(row++, 0, words.text("workbook.how"));
        sheet.text(row++, 0, words.text("workbook.repeat", repetition.command(), repetition.version()));
        sheet.width(0, 40);
        for (int c = 1; c < 9; c++) {
            sheet.width(c, 17);
        }
        row++;
        overview(findings);
    }

    private void overview(Findings findings) {
        sheet.headings(
                row++,
                0,
                words.shared("column.alternative"),
                words.shared("column.net"),
                "5%",
                "95%",
                words.shared("column.chance_above", "0"),
                words.shared("column.return_per_euro"),
                "5%",
                "95%",
                words.shared("column.chance_above", "1"));
        firstOverviewRow = row;
        for (CaseFindings each : findings.cases()) {
            sheet.text(row, 0, words.alternative(each));
            if (findings.isUncertain()) {
                Statistics npv = each.simulated().npv();
                number(2, npv.p5(), AMOUNT);
                number(3, npv.p95(), AMOUNT);
                number(4, npv.probabilityPositive(), CHANCE);
                each.simulated().bcr().statistics().ifPresent(ratio -> {
                    number(6, ratio.p5(), RATIO);
                    number(7, ratio.p95(), RATIO);
                });
                each.simulated().bcr().probabilityAboveOne().ifPresent(chance -> number(8, chance, CHANCE));
            }
            row++;
        }
        sheet.text(row++, 0, words.text(findings.isUncertain() ? "workbook.intervals" : "workbook.certain"));
    }

    private void number(int column, double value, String form) {
        sheet.number(row, column, value);
        sheet.form(row, column, form);
    }

    /** Adds an alternative: its two figures above, its accounts and its way from gross to net below. */
    void add(int index, CaseFindings theCase, Workings workings, CalculationSheet calculation) {
        int overviewRow = firstOverviewRow + index;
        Plan.Society society = workings.plan().society();
        put(overviewRow, 1, workings, calculation, society.npv());
        double costs = workings.scalar(society.costs());
        double gains = workings.scalar(society.benefits()) + workings.scalar(society.transfers());
        String paid = calculation.scalarElsewhere(society.costs());
        sheet.formula(
                overviewRow,
                5,
                "IF(" + paid + ">0,(" + calculation.scalarElsewhere(society.benefits()) + "+"
                        + calculation.scalarElsewhere(society.transfers()) + ")/" + paid + ",\"" + Topic.NONE + "\")",
                costs > 0 ? gains / costs : Double.NaN);
        sheet.form(overviewRow, 5, RATIO);
        row++;
        sheet.text(row, 0, words.alternative(theCase));
        sheet.title(row++, 0);
        accounts(workings, calculation);
        row++;
        grossToNet(workings, calculation);
        row++;
        if (isWeighted) {
            sheet.text(row, 0, words.shared("figure.weighted"));
            put(row++, 1, workings, calculation, workings.plan().society().weightedNpv());
        }
        theCase.result().marginalValue().ratio().ifPresent(ratio -> {
            sheet.text(row, 0, words.shared("figure.mvpf"));
            number(1, ratio, RATIO);
            row++;
        });
        restsOn(theCase);
    }

    /** What the result rests on; the shares are numbers, since they follow from the structure of the file. */
    private void restsOn(CaseFindings theCase) {
        sheet.headings(
                row++,
                0,
                words.text("column.quality"),
                words.text("column.count"),
                words.shared("column.costs"),
                words.shared("column.benefits"),
                words.text("column.variance"));
        QualityText quality = new QualityText(theCase.simulated().quality(), words.sharedMessages(), words.numbers());
        for (QualityShare share : theCase.simulated().quality()) {
            sheet.text(row, 0, quality.name(share.quality()));
            sheet.number(row, 1, share.parameters());
            number(2, share.costs(), CHANCE);
            number(3, share.benefits(), CHANCE);
            number(4, share.variance().orElse(0), CHANCE);
            row++;
        }
    }

    private void accounts(Workings workings, CalculationSheet calculation) {
        sheet.headings(
                row++,
                0,
                words.shared("column.party"),
                words.shared("column.costs"),
                words.shared("column.benefits"),
                words.shared("column.transfers"),
                words.shared("column.net"),
                words.shared("column.cash"));
        workings.plan().parties().forEach((id, account) -> {
            sheet.text(row, 0, words.labels().stakeholder(id));
            put(row, 1, workings, calculation, account.costs());
            put(row, 2, workings, calculation, account.benefits());
            put(row, 3, workings, calculation, account.transfers());
            put(row, 4, workings, calculation, account.net());
            put(row++, 5, workings, calculation, account.cash());
        });
        Plan.Society society = workings.plan().society();
        sheet.text(row, 0, words.shared("row.society"));
        sheet.bold(row, 0);
        put(row, 1, workings, calculation, society.costs());
        put(row, 2, workings, calculation, society.benefits());
        put(row, 3, workings, calculation, society.transfers());
        put(row++, 4, workings, calculation, society.npv());
    }

    private void put(int at, int column, Workings workings, CalculationSheet calculation, int register) {
        sheet.formula(at, column, calculation.scalarElsewhere(register), workings.scalar(register));
        sheet.form(at, column, AMOUNT);
    }

    private void grossToNet(Workings workings, CalculationSheet calculation) {
        sheet.headings(row++, 0, words.shared("section.gross_to_net"), words.text("column.amount"));
        int[] stages = workings.plan().grossToNet();
        for (int k = 0; k < stages.length; k++) {
            sheet.text(row, 0, words.shared("gross." + STAGES.get(k)));
            if (k == 0) {
                put(row, 1, workings, calculation, stages[0]);
            } else {
                sheet.formula(
                        row,
                        1,
                        calculation.scalarElsewhere(stages[k]) + "-" + calculation.scalarElsewhere(stages[k - 1]),
                        workings.scalar(stages[k]) - workings.scalar(stages[k - 1]));
                sheet.form(row, 1, AMOUNT);
            }
            row++;
        }
        sheet.text(row, 0, words.shared("gross.net"));
        sheet.bold(row, 0);
        put(row++, 1, workings, calculation, workings.plan().society().benefits());
    }
}
