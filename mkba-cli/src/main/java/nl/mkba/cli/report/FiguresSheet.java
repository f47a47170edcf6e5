package nl.mkba.cli.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.mkba.discounting.DiscountPolicy;
import nl.mkba.engine.plan.VariableRates;
import nl.mkba.engine.time.TimeFrame;
import nl.mkba.scenario.Parameter;
import nl.mkba.source.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * The figures on which everything rests, a row each and a column of values for each alternative, the discount rates last. The
 * white cells are there to be changed; the grey ones are locked, and a column says why. Where an alternative has the same figure
 * as the first, its cell refers to that one.
 */
final class FiguresSheet {

    private static final int FIRST_VALUE = 4;
    private static final int FIRST_ROW = 4;
    private static final String RATE = "0.0##%";

    private final Sheet sheet;
    private final Words words;
    private final List<Workings> alternatives;
    private final int why;
    private final Map<String, Integer> rows = new HashMap<>();

    FiguresSheet(Sheet sheet, Findings findings, List<Workings> alternatives, Words words) {
        this.sheet = sheet;
        this.words = words;
        this.alternatives = alternatives;
        this.why = FIRST_VALUE + alternatives.size();
        head(findings);
        int row = FIRST_ROW;
        for (Parameter parameter : findings.scenario().parameters().values()) {
            rows.put(parameter.id(), row);
            describe(parameter, row++);
        }
        for (Workings workings : alternatives) {
            for (Map.Entry<String, VariableRates.Rate> rate : workings.rates().entrySet()) {
                if (rows.putIfAbsent(rate.getKey(), row) == null) {
                    describe(rate.getValue(), row++);
                }
            }
        }
        for (int k = 0; k < alternatives.size(); k++) {
            inputs(k);
        }
    }

    private void head(Findings findings) {
        sheet.width(0, 40);
        sheet.width(1, 26);
        sheet.width(2, 18);
        sheet.width(3, 8);
        for (int c = FIRST_VALUE; c < why; c++) {
            sheet.width(c, 14);
        }
        sheet.width(why, 30);
        sheet.width(why + 1, 12);
        sheet.width(why + 2, 40);
        sheet.width(why + 3, 40);
        sheet.width(why + 4, 24);
        sheet.text(0, 0, words.text("workbook.figures"));
        sheet.title(0, 0);
        sheet.paragraph(1, why, words.text("workbook.figures.how"));
        sheet.headings(
                FIRST_ROW - 1,
                0,
                words.shared("column.parameter"),
                words.text("workbook.id"),
                words.text("column.unit"),
                words.text("workbook.price_year"));
        int column = FIRST_VALUE;
        for (Findings.CaseFindings each : findings.cases()) {
            sheet.numberHeadings(FIRST_ROW - 1, column++, words.alternative(each));
        }
        sheet.headings(
                FIRST_ROW - 1,
                why,
                words.text("workbook.locked"),
                words.text("column.quality"),
                words.text("column.source"),
                words.text("workbook.note"),
                words.text("workbook.address"));
        sheet.freeze(2, FIRST_ROW);
    }

    private void describe(Parameter parameter, int row) {
        text(row, 0, words.labels().text(parameter.label()));
        text(row, 1, parameter.id());
        text(row, 2, words.labels().words(parameter.unit()));
        Integer year = parameter.priceYear();
        if (year != null) {
            sheet.number(row, 3, year);
            sheet.form(row, 3, "0");
        }
        Provenance origin = parameter.provenance();
        if (origin.quality() != null) {
            text(row, why + 1, words.shared("quality." + origin.quality().id()));
        }
        text(row, why + 2, origin.source());
        text(row, why + 3, words.labels().words(origin.note()));
        text(row, why + 4, origin.url());
    }

    private void describe(VariableRates.Rate rate, int row) {
        String from = String.valueOf(rate.from());
        String name = TimeFrame.isCalendarYear(rate.from())
                ? words.text("workbook.rate.from_calendar_year", from)
                : rate.from() == 0 ? words.text("workbook.rate") : words.text("workbook.rate.from_year", from);
        text(
                row,
                0,
                rate.rateClass().equals(DiscountPolicy.STANDARD)
                        ? name
                        : words.text("workbook.rate.of_class", name, rate.rateClass()));
        text(row, 1, "discounting");
        text(row, 2, words.text("workbook.unit.per_year", "1"));
    }

    private void text(int row, int column, @Nullable String text) {
        if (text != null) {
            sheet.lines(row, column, text);
        }
    }

    private void inputs(int k) {
        Workings workings = alternatives.get(k);
        Map<String, Double> values = workings.plan().compiled().centralValues();
        workings.description().inputs().keySet().forEach(id -> {
            int row = row(id);
            double value = values.getOrDefault(id, Double.NaN);
            if (k > 0 && isSameInFirst(id, value)) {
                sheet.formula(row, FIRST_VALUE + k, Sheet.cell(row, FIRST_VALUE), value);
            } else {
                sheet.number(row, FIRST_VALUE + k, value);
            }
            sheet.input(row, FIRST_VALUE + k);
            if (workings.rates().containsKey(id)) {
                sheet.form(row, FIRST_VALUE + k, RATE);
            }
        });
    }

    private boolean isSameInFirst(String id, double value) {
        Workings first = alternatives.get(0);
        Double there = first.plan().compiled().centralValues().get(id);
        return first.description().inputs().containsKey(id) && there != null && there == value;
    }

    /** Where the inputs of an alternative stand, by the parameter's id. */
    Map<String, String> inputCells(int alternative) {
        Map<String, String> cells = new HashMap<>();
        alternatives
                .get(alternative)
                .description()
                .inputs()
                .keySet()
                .forEach(id -> cells.put(id, sheet.reference(row(id), FIRST_VALUE + alternative)));
        return cells;
    }

    /** Fills in what is calculated from other figures, and what shapes the calculation and is fixed here. */
    void calculated(int k, CalculationSheet calculation) {
        Workings workings = alternatives.get(k);
        workings.plan().parameters().forEach((id, register) -> {
            if (!workings.description().inputs().containsKey(id)) {
                int row = row(id);
                double value = workings.scalar(register);
                boolean isComputed = workings.plan().compiled().isComputed(id);
                if (isComputed) {
                    sheet.formula(row, FIRST_VALUE + k, calculation.scalarElsewhere(register), value);
                } else {
                    sheet.number(row, FIRST_VALUE + k, value);
                }
                if (isComputed || workings.plan().compiled().isFormula(id)) {
                    text(
                            row,
                            why,
                            words.text(
                                    "workbook.locked.calculated",
                                    workings.plan().compiled().written(id)));
                } else {
                    text(row, why, words.text("workbook.locked.shapes", id));
                }
                sheet.locked(row, FIRST_VALUE + k);
            }
        });
    }

    private int row(String id) {
        Integer row = rows.get(id);
        if (row == null) {
            throw new IllegalStateException("The parameter (" + id + ") has no row");
        }
        return row;
    }
}
