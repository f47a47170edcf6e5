package nl.mkba.cli.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.mkba.scenario.Parameter;
import nl.mkba.source.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * The figures on which everything rests, a row each and a column of values for each alternative. The marked cells are there to be
 * changed; where an alternative has the same figure as the first, its cell refers to that one.
 */
final class FiguresSheet {

    private static final int FIRST_VALUE = 4;
    private static final int FIRST_ROW = 4;

    private final Sheet sheet;
    private final Words words;
    private final List<Workings> alternatives;
    private final Map<String, Integer> rows = new HashMap<>();

    FiguresSheet(Sheet sheet, Findings findings, List<Workings> alternatives, Words words) {
        this.sheet = sheet;
        this.words = words;
        this.alternatives = alternatives;
        head(findings);
        int row = FIRST_ROW;
        for (Parameter parameter : findings.scenario().parameters().values()) {
            rows.put(parameter.id(), row);
            describe(parameter, row++);
        }
        for (int k = 0; k < alternatives.size(); k++) {
            inputs(k);
        }
    }

    private void head(Findings findings) {
        sheet.text(0, 0, words.text("workbook.figures"));
        sheet.title(0, 0);
        sheet.text(1, 0, words.text("workbook.figures.how"));
        sheet.headings(
                FIRST_ROW - 1,
                0,
                words.shared("column.parameter"),
                words.text("workbook.id"),
                words.text("column.unit"),
                words.text("workbook.price_year"));
        int column = FIRST_VALUE;
        for (Findings.CaseFindings each : findings.cases()) {
            sheet.headings(FIRST_ROW - 1, column++, words.alternative(each));
        }
        sheet.headings(
                FIRST_ROW - 1,
                column,
                words.text("column.quality"),
                words.text("column.source"),
                words.text("workbook.note"),
                words.text("workbook.address"));
        sheet.width(0, 44);
        sheet.width(1, 28);
        for (int c = 2; c < column; c++) {
            sheet.width(c, 16);
        }
        sheet.width(column + 1, 60);
        sheet.width(column + 2, 60);
        sheet.freeze(2, FIRST_ROW);
    }

    private void describe(Parameter parameter, int row) {
        sheet.text(row, 0, words.labels().text(parameter.label()));
        sheet.text(row, 1, parameter.id());
        String unit = words.labels().words(parameter.unit());
        sheet.text(row, 2, unit == null ? "" : unit);
        Integer year = parameter.priceYear();
        if (year != null) {
            sheet.number(row, 3, year);
        }
        int column = FIRST_VALUE + alternatives.size();
        Provenance origin = parameter.provenance();
        if (origin.quality() != null) {
            sheet.text(row, column, words.shared("quality." + origin.quality().id()));
        }
        optional(row, column + 1, origin.source());
        optional(row, column + 2, words.labels().words(origin.note()));
        optional(row, column + 3, origin.url());
    }

    private void optional(int row, int column, @Nullable String text) {
        if (text != null) {
            sheet.text(row, column, text);
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
                sheet.input(row, FIRST_VALUE + k);
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
            if (!workings.description().inputs().containsKey(id) && rows.containsKey(id)) {
                double value = workings.scalar(register);
                if (workings.plan().compiled().centralValues().containsKey(id)) {
                    sheet.number(row(id), FIRST_VALUE + k, value);
                } else {
                    sheet.formula(row(id), FIRST_VALUE + k, calculation.scalarElsewhere(register), value);
                }
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
