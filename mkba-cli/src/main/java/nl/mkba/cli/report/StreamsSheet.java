package nl.mkba.cli.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.mkba.cli.render.QualityText;
import nl.mkba.engine.appraisal.QualityShares;
import nl.mkba.engine.plan.PlanStream;
import nl.mkba.engine.time.TimeFrame;
import nl.mkba.label.LabelList;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The streams of an alternative, a row each: present value, what flows after the horizon, the flow of each year, and which part of
 * it is cash of each stakeholder. Other sheets add up its columns.
 */
final class StreamsSheet {

    private static final int KIND = 1;
    private static final int QUALITY = 4;
    private static final int TASK_FIELD = 5;
    private static final int SHARE = 6;
    private static final int PRESENT_VALUE = 7;
    private static final int TAIL = 8;
    private static final int SIZE = 9;
    private static final int FIRST_YEAR = 10;
    private static final int FIRST_ROW = 2;
    private static final String AMOUNT = "#,##0";

    /** How wide a column is that formulas of other sheets add up with. */
    private static final int FOR_FORMULAS = 16;

    private final Sheet sheet;
    private final Workings workings;
    private final CalculationSheet calculation;
    private final Words words;
    private final TimeFrame frame;
    private final Map<String, Integer> columns = new HashMap<>();
    private final List<Line> lines = new ArrayList<>();

    /** A part of a stream, and its row. */
    private record Line(PlanStream stream, PlanStream.ValueComponent part, int row) {

        Stream.Kind kind() {
            return stream.stream().kind();
        }
    }

    StreamsSheet(Sheet sheet, Workings workings, CalculationSheet calculation, String alternative, Words words) {
        this.sheet = sheet;
        this.workings = workings;
        this.calculation = calculation;
        this.words = words;
        this.frame = workings.plan().frame();
        head(alternative);
        for (PlanStream stream : workings.plan().streams()) {
            for (int k = 0; k < stream.parts().size(); k++) {
                Line line = new Line(stream, stream.parts().get(k), FIRST_ROW + lines.size());
                lines.add(line);
                write(line);
                if (k == 0) {
                    size(line);
                }
            }
        }
        int totals = FIRST_ROW + lines.size() + 1;
        totals(totals);
        sheet.print(totals + 4, FIRST_YEAR + frame.horizon() - 1);
    }

    private void head(String alternative) {
        sheet.width(0, 26);
        sheet.width(2, 32);
        sheet.width(3, 28);
        sheet.width(QUALITY, 12);
        sheet.width(TASK_FIELD, 26);
        sheet.width(SHARE, 13);
        sheet.width(PRESENT_VALUE, 14);
        sheet.width(TAIL, 14);
        sheet.width(SIZE, 14);
        sheet.text(
                0,
                0,
                alternative + ": "
                        + words.text(
                                "workbook.streams.in",
                                words.numbers().currency(),
                                workings.plan().compiled().scenario().priceLevel()));
        sheet.bold(0, 0);
        sheet.headings(
                1,
                0,
                words.shared("column.intervention"),
                words.text("column.kind"),
                words.text("column.stream"),
                words.text("workbook.id"),
                words.text("column.quality"),
                words.labels().labelHeading(LabelList.TAAKVELD.id()),
                words.text("workbook.society_share"),
                words.shared("column.pv"),
                words.text("column.residual"),
                words.text("workbook.size"));
        for (int y = 0; y < frame.horizon(); y++) {
            sheet.number(1, FIRST_YEAR + y, frame.firstYear() + y);
            sheet.heading(1, FIRST_YEAR + y);
        }
        sheet.freeze(KIND + 2, FIRST_ROW);
    }

    private void write(Line line) {
        PlanStream.ValueComponent part = line.part();
        int row = line.row();
        String id = line.stream().stream().id() + (part.valueId().isEmpty() ? "" : "." + part.valueId());
        sheet.lines(
                row, 0, words.labels().intervention(line.stream().intervention().id()));
        sheet.text(row, KIND, kind(line.kind()));
        sheet.number(row, column(kind(line.kind())), 1);
        sheet.lines(row, 2, words.labels().line(line.stream().stream().label()));
        sheet.lines(row, 3, line.stream().intervention().id() + "." + id);
        sheet.text(
                row,
                QUALITY,
                QualityText.name(QualityShares.of(workings.plan().compiled(), line.stream()), words.sharedMessages()));
        sheet.lines(row, TASK_FIELD, taskField(line));
        sheet.number(row, column(taskField(line)), 1);
        scalar(row, SHARE, part.societyShare(), "0%");
        scalar(row, PRESENT_VALUE, part.presentValue(), AMOUNT);
        if (part.tail() >= 0) {
            scalar(row, TAIL, part.tail(), AMOUNT);
        }
        for (int y = 0; y < frame.horizon(); y++) {
            sheet.formula(
                    row,
                    FIRST_YEAR + y,
                    calculation.yearElsewhere(part.flow(), y),
                    workings.vector(part.flow()).get(y));
            sheet.form(row, FIRST_YEAR + y, AMOUNT);
        }
        part.shares().forEach((stakeholder, share) -> cash(line, stakeholder, share));
    }

    private void scalar(int row, int column, int register, String form) {
        sheet.formula(row, column, calculation.scalarElsewhere(register), workings.scalar(register));
        sheet.form(row, column, form);
    }

    /** Society's part of a stream's present value, all its parts together, without its sign. */
    private void size(Line line) {
        List<String> terms = new ArrayList<>();
        double size = 0;
        for (int k = 0; k < line.stream().parts().size(); k++) {
            PlanStream.ValueComponent part = line.stream().parts().get(k);
            terms.add(Sheet.cell(line.row() + k, SHARE) + "*" + Sheet.cell(line.row() + k, PRESENT_VALUE));
            size += workings.scalar(part.societyShare()) * workings.scalar(part.presentValue());
        }
        sheet.formula(line.row(), SIZE, "ABS(" + String.join("+", terms) + ")", Math.abs(size));
        sheet.form(line.row(), SIZE, AMOUNT);
    }

    /** Which part of the flow is a stakeholder's cash, in the column of what it pays or of what it receives. */
    private void cash(Line line, String stakeholder, int share) {
        int cashable = line.part().cashable();
        if (isNothing(cashable)) {
            return;
        }
        double cash = workings.scalar(share) * workings.scalar(cashable);
        boolean pays = line.kind() == Stream.Kind.COST || (line.kind() == Stream.Kind.TRANSFER && cash < 0);
        int column = column(cashHeading(stakeholder, pays));
        sheet.formula(
                line.row(),
                column,
                "ABS(" + calculation.scalarElsewhere(share) + "*" + calculation.scalarElsewhere(cashable) + ")",
                Math.abs(cash));
        sheet.form(line.row(), column, "0%");
    }

    /** Whether a scalar is 0 whatever is changed. */
    private boolean isNothing(int register) {
        return List.of(0.0).equals(workings.description().constants().get(register));
    }

    private String cashHeading(String stakeholder, boolean pays) {
        return words.text(
                pays ? "workbook.pays" : "workbook.receives",
                words.labels().stakeholder(stakeholder) + " (" + stakeholder + ")");
    }

    /** The column after the years with this heading, with which flows are multiplied to be added up. */
    private int column(String heading) {
        return columns.computeIfAbsent(heading, unseen -> {
            int column = FIRST_YEAR + frame.horizon() + columns.size();
            sheet.width(column, FOR_FORMULAS);
            sheet.headings(1, column, heading);
            return column;
        });
    }

    private String taskField(Line line) {
        String key = LabelList.TAAKVELD.id();
        Scenario scenario = workings.plan().compiled().scenario();
        return words.labels()
                .label(key, line.stream().labels(scenario, line.part()).text(key));
    }

    private String kind(Stream.Kind kind) {
        return words.shared("kind." + kind.id());
    }

    /** Society's costs, benefits and transfers of each year, their balance, and the discount factors. */
    private void totals(int row) {
        total(row, words.shared("column.costs"), Stream.Kind.COST);
        total(row + 1, words.shared("column.benefits"), Stream.Kind.EFFECT);
        total(row + 2, words.shared("column.transfers"), Stream.Kind.TRANSFER);
        sheet.text(row + 3, 0, words.shared("column.net"));
        sheet.text(row + 4, 0, words.shared("column.discount_factor"));
        for (int k = 0; k < 5; k++) {
            sheet.bold(row + k, 0);
        }
        for (int y = 0; y < frame.horizon(); y++) {
            int column = FIRST_YEAR + y;
            double net = sum(Stream.Kind.EFFECT, y) + sum(Stream.Kind.TRANSFER, y) - sum(Stream.Kind.COST, y);
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
            sheet.form(row + 4, column, "0.0000");
        }
    }

    private void total(int row, String name, Stream.Kind kind) {
        sheet.text(row, 0, name);
        for (int y = 0; y < frame.horizon(); y++) {
            String sum = columns.containsKey(kind(kind))
                    ? "SUMPRODUCT(" + cells(column(kind(kind))) + "," + cells(SHARE) + "," + cells(FIRST_YEAR + y) + ")"
                    : "0";
            sheet.formula(row, FIRST_YEAR + y, sum, sum(kind, y));
            sheet.form(row, FIRST_YEAR + y, AMOUNT);
        }
    }

    private double sum(Stream.Kind kind, int year) {
        double sum = 0;
        for (Line line : lines) {
            if (line.kind() == kind) {
                sum += workings.scalar(line.part().societyShare())
                        * workings.vector(line.part().flow()).get(year);
            }
        }
        return sum;
    }

    /** All rows of a column, from any sheet. */
    private String cells(int column) {
        return sheet.reference(FIRST_ROW, FIRST_ROW + lines.size() - 1, column);
    }

    /** Whether a stakeholder can have cash here; of the streams of a task field, if one is given. */
    boolean hasCash(String stakeholder, @Nullable String taskField) {
        return lines.stream()
                .filter(line -> taskField == null || taskField(line).equals(taskField))
                .anyMatch(line -> line.part().shares().containsKey(stakeholder)
                        && !isNothing(line.part().cashable()));
    }

    /** What a stakeholder pays, or receives, in a year; of the streams of a task field, if one is given. Not discounted. */
    String cash(String stakeholder, boolean pays, @Nullable String taskField, int year) {
        Integer cash = columns.get(cashHeading(stakeholder, pays));
        if (cash == null) {
            return "0";
        }
        String which = taskField == null ? "" : cells(column(taskField)) + ",";
        return "SUMPRODUCT(" + which + cells(cash) + "," + cells(FIRST_YEAR + year) + ")";
    }

    /** The share that a quality, as it is called here, has in society's costs or effects. */
    String shareOf(Stream.Kind kind, String quality) {
        if (lines.isEmpty()) {
            return "0";
        }
        String ofKind = cells(SIZE) + "," + cells(KIND) + ",\"" + kind(kind) + "\"";
        String all = "SUMIFS(" + ofKind + ")";
        return "IF(" + all + "=0,0,SUMIFS(" + ofKind + "," + cells(QUALITY) + ",\"" + quality + "\")/" + all + ")";
    }
}
