package nl.mkba.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.Stream;
import nl.mkba.Mkba;
import nl.mkba.cli.language.Language;
import nl.mkba.cli.render.Departures;
import nl.mkba.expression.Expression;
import nl.mkba.file.ScenarioFile;
import nl.mkba.scenario.Replacement;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import nl.mkba.scenario.Simulation;
import nl.mkba.uncertainty.Workers;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.CellValue;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The workbook, calculated by another program, comes to the engine's figures; also after a figure is changed. */
class WorkbookReportTest {

    private static final Path ROOT = Path.of(System.getProperty("mkba.root"));
    private static final Repetition REPETITION =
            new Repetition("mkba report x.yaml --out x.xlsx", "test", List.of("x"), List.of(), Departures.NONE);
    private static final int FIRST_FIGURE = 4;
    private static final int FIRST_ALTERNATIVE = 6;

    /** The golden scenarios use every rule of the format. */
    static List<Path> golden() throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve("mkba-scenarios/src/test/resources/golden/scenarios"))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    private static byte[] workbook(Scenario scenario) throws IOException {
        Simulation few = new Simulation(50, 1, Simulation.Sampling.RANDOM);
        Findings findings = Findings.of(scenario, Selection.ALL, few, Workers.callerOnly());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        WorkbookReport.write(findings, REPETITION, Language.EN, out);
        return out.toByteArray();
    }

    private static Workbook open(byte[] bytes) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(bytes));
    }

    private static double npv(Workbook workbook, int alternative) {
        FormulaEvaluator evaluator = workbook.getCreationHelper().createFormulaEvaluator();
        Cell cell =
                workbook.getSheetAt(0).getRow(FIRST_ALTERNATIVE + alternative).getCell(1);
        return evaluator.evaluate(cell).getNumberValue();
    }

    @ParameterizedTest
    @MethodSource("golden")
    void everyFormulaComesToWhatThePlanComesTo(Path file) throws IOException {
        Scenario scenario = ScenarioFile.read(file);
        try (Workbook workbook = open(workbook(scenario))) {
            FormulaEvaluator evaluator = workbook.getCreationHelper().createFormulaEvaluator();
            int formulas = 0;
            for (Sheet sheet : workbook) {
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        if (cell.getCellType() == CellType.FORMULA) {
                            formulas++;
                            same(cell, evaluator.evaluate(cell));
                        }
                    }
                }
            }
            assertThat(formulas).isGreaterThan(10);
            List<Double> npvs = Mkba.appraise(scenario).results().stream()
                    .map(result -> result.npv().value())
                    .toList();
            for (int k = 0; k < npvs.size(); k++) {
                assertThat(npv(workbook, k)).isCloseTo(npvs.get(k), within(1e-9 * Math.max(1, Math.abs(npvs.get(k)))));
            }
        }
    }

    private static void same(Cell cell, CellValue calculated) {
        String place = cell.getSheet().getSheetName() + " " + cell.getAddress() + " =" + cell.getCellFormula();
        if (calculated.getCellType() == CellType.STRING) {
            // a ratio that is not defined
            assertThat(calculated.getStringValue()).as(place).isEqualTo(Topic.NONE);
            return;
        }
        double stored = cell.getNumericCellValue();
        assertThat(calculated.getNumberValue())
                .as(place)
                .isCloseTo(stored, within(1e-9 * Math.max(1, Math.abs(stored))));
    }

    @Test
    void aChangedFigureMovesTheResultAsTheEngineSays() throws IOException {
        Scenario scenario = ScenarioFile.read(ROOT.resolve("examples/achter_de_voordeur/achter_de_voordeur.yaml"));
        Replacement higher = new Replacement.Value(Expression.parse("27.5%"), null);
        List<Double> expected =
                Mkba.appraise(scenario, Selection.ALL.with("trajectory_share", higher)).results().stream()
                        .map(result -> result.npv().value())
                        .toList();
        try (Workbook workbook = open(workbook(scenario))) {
            double before = npv(workbook, 1);
            // The second alternative's cell refers to the first's.
            figure(workbook, "trajectory_share").setCellValue(0.275);
            for (int k = 0; k < expected.size(); k++) {
                assertThat(npv(workbook, k)).isCloseTo(expected.get(k), within(1e-6));
            }
            assertThat(npv(workbook, 1)).isGreaterThan(before);
        }
    }

    private static Cell figure(Workbook workbook, String id) {
        for (Row row : workbook.getSheetAt(1)) {
            if (row.getCell(1) != null && id.equals(row.getCell(1).getStringCellValue())) {
                return row.getCell(FIRST_FIGURE);
            }
        }
        throw new AssertionError("There is no row for " + id);
    }

    /**
     * Discounting that next to nothing outweighs growth: adding 1 to each of the rates would leave a few digits of their difference. The
     * engine adds the rates themselves up, and so do the workbook's formulas, within a step of the rates and in the last one without end.
     */
    @ParameterizedTest
    @ValueSource(strings = {"{from: 2026}", "{from: 2026, every: 3}", "{from: 2026, drop_off: 0.0000001%}"})
    void whatGoesOnForEverIsAsPreciseAsTheEngine(String when) throws IOException {
        Scenario scenario = ScenarioFile.read("""
                mkba: 1
                id: slow
                title: slow
                base_year: 2026
                price_level: 2026
                horizon: 4
                discounting: {standard: {steps: {0: 3.0000001%%, 12: 3.000000002%%}}}
                stakeholders: {city: {sector: public}}
                interventions:
                  m:
                    costs:
                      c: {paid_by: city, amount: 1, growth: 3%%, when: %s, beyond_horizon: continue}
                """.formatted(when));
        double expected = Mkba.appraise(scenario).results().get(0).npv().value();
        try (Workbook workbook = open(workbook(scenario))) {
            assertThat(npv(workbook, 0)).isCloseTo(expected, within(1e-12 * Math.abs(expected)));
        }
    }

    @Test
    void textsThatLookLikeFormulasAreTexts() throws IOException {
        String yaml = Files.readString(ROOT.resolve("mkba-scenarios/src/test/resources/golden/scenarios/growth.yaml"));
        Path file = Files.createTempFile("mkba", ".yaml");
        try {
            Files.writeString(
                    file, yaml.replaceFirst("(?m)^title: .*$", "title: '=HYPERLINK(\"http://example.org\")<x>&'"));
            try (Workbook workbook = open(workbook(ScenarioFile.read(file)))) {
                Cell title = workbook.getSheetAt(0).getRow(0).getCell(0);
                assertThat(title.getCellType()).isEqualTo(CellType.STRING);
                assertThat(title.getStringCellValue()).isEqualTo("=HYPERLINK(\"http://example.org\")<x>&");
            }
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void theSameInputGivesTheSameBytes() throws IOException {
        Scenario scenario = ScenarioFile.read(golden().get(0));
        assertThat(workbook(scenario)).isEqualTo(workbook(scenario));
    }

    /** 1.021^-1 is half a year later 1.021^-1.5: what stands in the formulas for flows in the middle of the year. */
    @Test
    void discountFactorsAreChained() {
        DiscountSteps steps = new DiscountSteps(1, List.of(0, 2));
        Map<Integer, String> rates = Map.of(0, "r", 1, "s");
        assertThat(steps.factor(0, rates::get)).isEqualTo("(1+r)^(-0.5)");
        assertThat(steps.factor(3, rates::get)).isEqualTo("(1+r)^(-2)*(1+s)^(-1)*(1+s)^(-0.5)");
        assertThat(steps.change(1, rates::get)).isEqualTo("/(1+r)");
        assertThat(steps.change(2, rates::get)).isEqualTo("/(1+r)*((1+r)/(1+s))^0.5");
    }

    @Test
    void theTimeZoneOfTheMachineChangesNoByte() throws IOException {
        Scenario scenario = ScenarioFile.read(golden().get(0));
        TimeZone own = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
            byte[] there = workbook(scenario);
            for (String zone : List.of("Europe/Amsterdam", "America/New_York", "Pacific/Kiritimati")) {
                TimeZone.setDefault(TimeZone.getTimeZone(zone));
                assertThat(workbook(scenario)).as(zone).isEqualTo(there);
            }
        } finally {
            TimeZone.setDefault(own);
        }
    }

    @Test
    void aNoteThatNoCellHoldsIsCutAndOneThatLooksLikeAnEscapeStaysAText(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("t.yaml"), """
                mkba: 1
                id: t
                title: t
                base_year: 2026
                price_level: 2026
                horizon: 1
                discounting: 0%
                stakeholders: {city: {sector: public}}
                parameters:
                  x: {value: 5, note: NOTE, source: _x000D_ and "_x0041_"}
                interventions:
                  m: {costs: {c: {paid_by: city, amount: x}}}
                """.replace("NOTE", "é_x000D_".repeat(5_000)));
        try (Workbook workbook = open(workbook(ScenarioFile.read(file)))) {
            Row row = workbook.getSheetAt(1).getRow(FIRST_FIGURE);
            List<String> texts = new ArrayList<>();
            row.forEach(cell -> {
                if (cell.getCellType() == CellType.STRING) {
                    texts.add(cell.getStringCellValue());
                }
            });
            assertThat(texts).contains("_x000D_ and \"_x0041_\"");
            assertThat(texts).contains("é_x000D_".repeat(5_000).substring(0, 32_763) + " […]");
        }
    }
}
