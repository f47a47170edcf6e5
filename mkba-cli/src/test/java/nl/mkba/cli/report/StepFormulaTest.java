package nl.mkba.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.mkba.cli.language.Language;
import nl.mkba.cli.language.Messages;
import nl.mkba.engine.plan.Op;
import nl.mkba.engine.plan.OpCase;
import nl.mkba.engine.plan.PlanDescription.Step;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.CellValue;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The workbook's formulas, calculated by another program, come to the worked cases of every operation. */
class StepFormulaTest {

    /** Operations that are formulas in a workbook: not checks, nor what is written for speed. */
    static List<Op> shown() {
        return Stream.of(Op.values())
                .filter(op -> op.hasResult() && !op.isFused())
                .toList();
    }

    static List<OpCase> cases() {
        return OpCase.all().stream().filter(each -> shown().contains(each.op())).toList();
    }

    /** Operands in rows from 0 on, the result in the row below: as cells, or scalars as numbers in the formula itself. */
    private record Cells(OpCase worked, boolean areNumbers) implements StepFormula.Cells {

        @Override
        public int years() {
            return worked.years();
        }

        private boolean isNumber(int register) {
            return areNumbers
                    && register < worked.operands().size()
                    && worked.operands().get(register).stream().allMatch(Double::isFinite);
        }

        @Override
        public String scalar(int register) {
            return isNumber(register)
                    ? CalculationSheet.number(worked.operands().get(register).get(0))
                    : Sheet.cell(register, 0);
        }

        @Override
        public String year(int register, int year) {
            return Sheet.cell(register, year);
        }

        @Override
        public String range(int register) {
            return Sheet.cell(register, 0) + ":" + Sheet.cell(register, years() - 1);
        }

        @Override
        public boolean isZero(int register, int year) {
            return areNumbers && worked.operands().get(register).get(year) == 0;
        }
    }

    @Test
    void everyOperationHasWorkedCases() {
        assertThat(OpCase.without(cases(), shown().toArray(Op[]::new))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theFormulaComesToIt(OpCase worked) throws IOException {
        comesToIt(worked, new Cells(worked, false));
        comesToIt(worked, new Cells(worked, true));
    }

    private static void comesToIt(OpCase worked, Cells cells) throws IOException {
        int result = worked.operands().size();
        Step step = new Step(
                worked.op(), IntStream.range(0, result).boxed().toList(), worked.immediates(), OptionalInt.of(result));
        List<String> formulas = StepFormula.of(step, cells);
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            org.apache.poi.ss.usermodel.Sheet sheet = workbook.createSheet();
            for (int r = 0; r < result; r++) {
                fill(sheet.createRow(r), worked.operands().get(r));
            }
            Row row = sheet.createRow(result);
            for (int k = 0; k < formulas.size(); k++) {
                row.createCell(k).setCellFormula(formulas.get(k));
            }
            FormulaEvaluator evaluator = workbook.getCreationHelper().createFormulaEvaluator();
            List<Double> found = new ArrayList<>();
            for (int k = 0; k < formulas.size(); k++) {
                CellValue value = evaluator.evaluate(row.getCell(k));
                found.add(value.getCellType() == CellType.ERROR ? Double.NaN : value.getNumberValue());
            }
            assertThat(found)
                    .hasSize(worked.result() == null ? 1 : worked.result().size());
            for (int k = 0; k < found.size(); k++) {
                double expected =
                        worked.result() == null ? Double.NaN : worked.result().get(k);
                if (Double.isFinite(expected)) {
                    assertThat(found.get(k))
                            .as(formulas.get(k))
                            .isCloseTo(expected, within(1e-12 * Math.max(Math.abs(expected), 1e-3)));
                } else {
                    assertThat(found.get(k)).as(formulas.get(k)).isNaN();
                }
            }
        }
    }

    /** An amount without end is an error in a cell. */
    private static void fill(Row row, List<Double> numbers) {
        for (int k = 0; k < numbers.size(); k++) {
            if (Double.isFinite(numbers.get(k))) {
                row.createCell(k).setCellValue(numbers.get(k));
            } else {
                row.createCell(k).setCellFormula("NA()");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyOperationHasItsName(Language language) {
        Messages texts = Messages.ofReport(language);
        for (Op op : shown()) {
            String key = "operation." + op.name().toLowerCase(Locale.ROOT);
            assertThat(texts.text(key)).as(key).isNotBlank();
        }
    }
}
