package nl.mkba.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import nl.mkba.plan.PlanStream;
import nl.mkba.scenario.StreamKind;
import nl.mkba.time.TimeFrame;

/** The streams of an alternative, a row each: present value, what flows after the horizon, and the flow of each year. */
final class StreamsSheet {

    private static final int SHARE = 4;
    private static final int PRESENT_VALUE = 5;
    private static final int TAIL = 6;
    private static final int FIRST_YEAR = 7;
    private static final int FIRST_ROW = 2;
    private static final String AMOUNT = "#,##0";

    private final Sheet sheet;
    private final Workings workings;
    private final CalculationSheet calculation;
    private final Words words;
    private final TimeFrame frame;

    /** A part of a stream, and its row. */
    private record Line(PlanStream stream, PlanStream.ValueComponent part, int row) {}

    StreamsSheet(Sheet sheet, Workings workings, CalculationSheet calculation, Words words) {
        this.sheet = sheet;
        this.workings = workings;
        this.calculation = calculation;
        this.words = words;
        this.frame = workings.plan().frame();
        head();
        List<Line> lines = new ArrayList<>();
        for (PlanStream stream : workings.plan().streams()) {
            for (PlanStream.ValueComponent part : stream.parts()) {
                Line line = new Line(stream, part, FIRST_ROW + lines.size());
                lines.add(line);
                write(line);
            }
        }
        totals(lines, FIRST_ROW + lines.size() + 1);
    }

    private void head() {
        sheet.text(0, 0, words.text("workbook.streams"));
        sheet.bold(0, 0);
        sheet.headings(
                1,
                0,
                words.shared("column.intervention"),
                words.text("column.kind"),
                words.text("column.stream"),
                words.text("workbook.id"),
                words.text("workbook.society_share"),
                words.shared("column.pv"),
                words.text("column.residual"));
        for (int y = 0; y < frame.horizon(); y++) {
            sheet.number(1, FIRST_YEAR + y, frame.firstYear() + y);
            sheet.heading(1, FIRST_YEAR + y);
        }
        sheet.width(0, 30);
        sheet.width(2, 34);
        sheet.width(3, 34);
        sheet.width(PRESENT_VALUE, 16);
        sheet.width(TAIL, 16);
        sheet.freeze(SHARE, FIRST_ROW);
    }

    private void write(Line line) {
        PlanStream.ValueComponent part = line.part();
        String id = line.stream().stream().id() + (part.valueId().isEmpty() ? "" : "." + part.valueId());
        sheet.text(
                line.row(),
                0,
                words.labels().intervention(line.stream().intervention().id()));
        sheet.text(
                line.row(),
                1,
                words.shared("kind." + line.stream().stream().kind().id()));
        sheet.text(line.row(), 2, words.labels().line(line.stream().stream().label()));
        sheet.text(line.row(), 3, line.stream().intervention().id() + "." + id);
        scalar(line.row(), SHARE, part.societyShare(), "0%");
        scalar(line.row(), PRESENT_VALUE, part.presentValue(), AMOUNT);
        if (part.tail() >= 0) {
            scalar(line.row(), TAIL, part.tail(), AMOUNT);
        }
        for (int y = 0; y < frame.horizon(); y++) {
            sheet.formula(
                    line.row(),
                    FIRST_YEAR + y,
                    calculation.yearElsewhere(part.flow(), y),
                    workings.vector(part.flow()).get(y));
            sheet.form(line.row(), FIRST_YEAR + y, AMOUNT);
        }
    }

    private void scalar(int row, int column, int register, String form) {
        sheet.formula(row, column, calculation.scalarElsewhere(register), workings.scalar(register));
        sheet.form(row, column, form);
    }

    /** Society's costs, benefits and transfers of each year, their balance, and the discount factors. */
    private void totals(List<Line> lines, int row) {
        total(row, words.shared("column.costs"), lines, StreamKind.COST);
        total(row + 1, words.shared("column.benefits"), lines, StreamKind.EFFECT);
        total(row + 2, words.shared("column.transfers"), lines, StreamKind.TRANSFER);
        sheet.text(row + 3, 0, words.shared("column.net"));
        sheet.text(row + 4, 0, words.shared("column.discount_factor"));
        for (int k = 0; k < 5; k++) {
            sheet.bold(row + k, 0);
        }
        for (int y = 0; y < frame.horizon(); y++) {
            int column = FIRST_YEAR + y;
            double net = sum(lines, StreamKind.EFFECT, y)
                    + sum(lines, StreamKind.TRANSFER, y)
                    - sum(lines, StreamKind.COST, y);
            sheet.formula(
                    row + 3,
                    column,
                    Sheet.cell(row + 1, column) + "+" + Sheet.cell(row + 2, column) + "-" + Sheet.cell(row, column),
                    net);
            sheet.form(row + 3, column, AMOUNT);
            int factors = workings.plan().discountFactors();
            sheet.formula(
                    row + 4,
                    column,
                    calculation.yearElsewhere(factors, y),
                    workings.vector(factors).get(y));
        }
    }

    private void total(int row, String name, List<Line> lines, StreamKind kind) {
        sheet.text(row, 0, name);
        for (int y = 0; y < frame.horizon(); y++) {
            StringJoiner terms = new StringJoiner("+");
            for (Line line : lines) {
                if (line.stream().stream().kind() == kind) {
                    terms.add(Sheet.cell(line.row(), SHARE) + "*" + Sheet.cell(line.row(), FIRST_YEAR + y));
                }
            }
            sheet.formula(row, FIRST_YEAR + y, terms.length() == 0 ? "0" : terms.toString(), sum(lines, kind, y));
            sheet.form(row, FIRST_YEAR + y, AMOUNT);
        }
    }

    private double sum(List<Line> lines, StreamKind kind, int year) {
        double sum = 0;
        for (Line line : lines) {
            if (line.stream().stream().kind() == kind) {
                sum += workings.scalar(line.part().societyShare())
                        * workings.vector(line.part().flow()).get(year);
            }
        }
        return sum;
    }
}
