package nl.mkba.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TimeZone;
import java.util.stream.Stream;
import nl.mkba.Mkba;
import nl.mkba.appraisal.AlternativeResult;
import nl.mkba.budget.BudgetRequest;
import nl.mkba.budget.BudgetResult;
import nl.mkba.cli.language.Language;
import nl.mkba.cli.language.Messages;
import nl.mkba.cli.render.Departures;
import nl.mkba.discounting.DiscountPolicy;
import nl.mkba.engine.budget.Budgets;
import nl.mkba.expression.Expression;
import nl.mkba.file.ScenarioFile;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.scenario.Parameter;
import nl.mkba.scenario.Replacement;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import nl.mkba.scenario.Simulation;
import nl.mkba.uncertainty.Workers;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.CellValue;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The workbook, calculated by another program, comes to the engine's figures; also after a figure is changed. */
class WorkbookReportTest {

    private static final Path ROOT = Path.of(System.getProperty("mkba.root"));
    private static final Repetition REPETITION =
            new Repetition("mkba report x.yaml --out x.xlsx", "test", List.of("x"), List.of(), Departures.NONE);
    private static final int FIRST_FIGURE = 4;
    private static final Map<Language, String> CENTRAL_NET =
            Map.of(Language.EN, "Net, central estimate", Language.NL, "Saldo, centrale raming");

    /** The golden scenarios use every rule of the format. */
    static List<Path> golden() throws IOException {
        try (Stream<Path> files =
                Files.list(ROOT.resolve("mkba-testkit/src/main/resources/nl/mkba/testkit/conformance/scenarios"))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    private static byte[] workbook(Scenario scenario) throws IOException {
        return workbook(scenario, Language.EN);
    }

    private static byte[] workbook(Scenario scenario, Language language) throws IOException {
        Simulation few = new Simulation(50, 1, Simulation.Sampling.RANDOM);
        Findings findings = Findings.of(scenario, Selection.ALL, few, Workers.callerOnly());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        WorkbookReport.write(findings, REPETITION, language, out);
        return out.toByteArray();
    }

    private static Workbook open(byte[] bytes) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(bytes));
    }

    private static double npv(Workbook workbook, int alternative) {
        FormulaEvaluator evaluator = workbook.getCreationHelper().createFormulaEvaluator();
        Cell heading = heading(workbook, Language.EN);
        Cell cell = workbook.getSheetAt(0)
                .getRow(heading.getRowIndex() + 1 + alternative)
                .getCell(heading.getColumnIndex());
        return evaluator.evaluate(cell).getNumberValue();
    }

    /** The heading above the central estimates of the alternatives. */
    private static Cell heading(Workbook workbook, Language language) {
        for (Row row : workbook.getSheetAt(0)) {
            for (Cell cell : row) {
                if (text(row, cell.getColumnIndex()).equals(CENTRAL_NET.get(language))) {
                    return cell;
                }
            }
        }
        throw new AssertionError("There is no column of central estimates");
    }

    /** The texts of a row of the first sheet, in order; a number is its value. */
    private static List<Object> cells(Row row) {
        List<Object> cells = new ArrayList<>();
        row.forEach(cell -> {
            if (cell.getCellType() == CellType.STRING) {
                cells.add(cell.getStringCellValue());
            } else if (cell.getCellType() != CellType.BLANK) {
                cells.add(cell.getNumericCellValue());
            }
        });
        return cells;
    }

    private static Scenario sentences(String name) throws Exception {
        return ScenarioFile.read(Path.of(
                Objects.requireNonNull(WorkbookReportTest.class.getResource("/nl/mkba/cli/sentences/" + name + ".yaml"))
                        .toURI()));
    }

    /** The sheet opens with what the report opens with; the same words, since what they are made of is the same. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void theResultsBeginWithWhatTheReportSaysFirst(Language language) throws Exception {
        for (String name : List.of("far_from_central", "all_lose", "transfers")) {
            Scenario scenario = sentences(name);
            Simulation settings = new Simulation(50, 1, Simulation.Sampling.RANDOM);
            Findings findings = Findings.of(scenario, Selection.ALL, settings, Workers.callerOnly());
            List<String> leads = new ArrayList<>();
            leads(
                    new SummaryTopic(findings, new Words(scenario, language))
                            .section()
                            .blocks(),
                    leads);
            assertThat(leads).isNotEmpty();
            try (Workbook workbook = open(workbook(scenario, language))) {
                int headings = heading(workbook, language).getRowIndex();
                List<String> before = new ArrayList<>();
                for (Row row : workbook.getSheetAt(0)) {
                    if (row.getRowNum() < headings) {
                        before.add(text(row, 0));
                    }
                }
                for (String lead : leads) {
                    assertThat(before).as(name).anyMatch(said -> said.endsWith(lead));
                }
            }
        }
    }

    private static void leads(List<Document.Block> blocks, List<String> leads) {
        for (Document.Block block : blocks) {
            if (block instanceof Document.AlternativePart part) {
                leads(part.blocks(), leads);
            } else if (block instanceof Document.Paragraph paragraph && paragraph.tone() == Document.Tone.LEAD) {
                leads.add(paragraph.text());
            }
        }
    }

    /** Four years at a discount rate of 0: the sum of what is drawn leads, and doing nothing is beside it with 0. */
    @Test
    void theExpectationLeadsAndDoingNothingStandsBesideTheAlternatives() throws Exception {
        Scenario scenario = sentences("far_from_central");
        Simulation settings = new Simulation(50, 1, Simulation.Sampling.RANDOM);
        Findings findings = Findings.of(scenario, Selection.ALL, settings, Workers.callerOnly());
        try (Workbook workbook = open(workbook(scenario))) {
            Sheet sheet = workbook.getSheetAt(0);
            int headings = heading(workbook, Language.EN).getRowIndex();
            assertThat(cells(sheet.getRow(headings)).subList(0, 6))
                    .containsExactly("Alternative", "Expected net", "5%", "95%", "Chance > 0", "Net, central estimate");
            List<Object> first = cells(sheet.getRow(headings + 1));
            assertThat(first.get(1))
                    .isEqualTo(findings.cases().get(0).simulated().expected().npv());
            // Its central estimate, of which the sentence says €120.
            assertThat((double) first.get(5)).isCloseTo(120, within(1e-9));
            assertThat(cells(sheet.getRow(headings + 1 + findings.cases().size()))
                            .subList(0, 7))
                    .containsExactly("Doing nothing", 0.0, 0.0, 0.0, Topic.NONE, 0.0, Topic.NONE);
            List<String> texts = new ArrayList<>();
            sheet.forEach(row -> texts.add(text(row, 0)));
            assertThat(texts).anyMatch(text -> text.startsWith("Read this first: the central estimate (€120)"));
        }
    }

    /** Where nothing is drawn there is no column for what would be. */
    @Test
    void withoutDrawsOnlyTheCentralEstimateStands() throws Exception {
        try (Workbook workbook = open(workbook(sentences("transfers")))) {
            Sheet sheet = workbook.getSheetAt(0);
            int headings = heading(workbook, Language.EN).getRowIndex();
            assertThat(cells(sheet.getRow(headings)))
                    .containsExactly("Alternative", "Net, central estimate", "Benefits per euro, central estimate");
            assertThat(cells(sheet.getRow(headings + 2))).containsExactly("Doing nothing", 0.0, Topic.NONE);
        }
    }

    /** Only deadweight takes something off here, also where it is 0 for now: the cell may be changed. */
    @ParameterizedTest
    @ValueSource(strings = {"", ", deadweight: x"})
    void fromGrossToNetHasOnlyTheStepsThatThereAre(String corrections) throws IOException {
        Scenario scenario = ScenarioFile.read("""
                mkba: 1
                id: t
                title: t
                base_year: 2026
                price_level: 2026
                horizon: 1
                discounting: 0%%
                stakeholders: {city: {sector: public}}
                parameters:
                  x: {value: 0}
                interventions:
                  m:
                    costs: {c: {paid_by: city, amount: 5}}
                    effects: {e: {quantity: 1, value: 9, accrues_to: city%s}}
                """.formatted(corrections));
        List<String> names = new ArrayList<>();
        try (Workbook workbook = open(workbook(scenario))) {
            workbook.getSheetAt(0).forEach(row -> names.add(text(row, 0)));
        }
        Messages messages = new Messages(Language.EN);
        List<String> steps = List.of("deadweight", "due_to_others", "displacement", "optimism_bias", "interactions");
        List<String> shown = steps.stream()
                .filter(step -> names.contains(messages.text("gross." + step)))
                .toList();
        assertThat(shown).isEqualTo(corrections.isEmpty() ? List.of() : List.of("deadweight"));
        assertThat(names.contains(messages.text("section.gross_to_net"))).isEqualTo(!corrections.isEmpty());
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
            Objects.requireNonNull(figure(workbook, "trajectory_share")).setCellValue(0.275);
            for (int k = 0; k < expected.size(); k++) {
                assertThat(npv(workbook, k)).isCloseTo(expected.get(k), within(1e-6));
            }
            assertThat(npv(workbook, 1)).isGreaterThan(before);
        }
    }

    private static @Nullable Cell figure(Workbook workbook, String id) {
        for (Row row : workbook.getSheetAt(1)) {
            if (row.getCell(1) != null && id.equals(row.getCell(1).getStringCellValue())) {
                return row.getCell(FIRST_FIGURE);
            }
        }
        throw new AssertionError("There is no row for " + id);
    }

    /** 1 − 0.7 − 0.3 of x is 0 as decimals and not as doubles, whatever x is changed to: nothing is divided by it. */
    @Test
    void costsThatCancelOutAreNoDivisorInTheWorkbook() throws IOException {
        Scenario scenario = ScenarioFile.read("""
                mkba: 1
                id: t
                title: t
                base_year: 2026
                price_level: 2026
                horizon: 3
                discounting: 3%
                stakeholders: {city: {sector: public}, state: {sector: public}, house: {}}
                parameters:
                  x: {value: 1500}
                interventions:
                  m:
                    costs:
                      a: {paid_by: city, amount: x}
                      b: {paid_by: city, amount: 0 - 0.7 * x}
                      c: {paid_by: state, amount: 0 - 0.3 * x}
                    effects: {e: {quantity: 1, value: 9, accrues_to: house}}
                """);
        try (Workbook workbook = open(workbook(scenario))) {
            for (double x : new double[] {1500, 1003.7, 1911.3, 0.07, 261.2}) {
                Objects.requireNonNull(figure(workbook, "x")).setCellValue(x);
                FormulaEvaluator evaluator = workbook.getCreationHelper().createFormulaEvaluator();
                int ratios = 0;
                for (Row row : workbook.getSheetAt(0)) {
                    for (Cell cell : row) {
                        if (cell.getCellType() == CellType.FORMULA
                                && cell.getCellFormula().contains(">1.0E-12*(")) {
                            ratios++;
                            assertThat(evaluator.evaluate(cell).getStringValue())
                                    .as(cell.getAddress() + " of x = " + x)
                                    .isEqualTo(Topic.NONE);
                        }
                    }
                }
                // The benefit-cost ratio and the marginal value of public funds.
                assertThat(ratios).isEqualTo(2);
            }
        }
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

    /** A value that is a little different, or null if the engine does not take that one either way. */
    private static @Nullable Selection changed(Scenario scenario, Selection selection, String id, double value) {
        for (double other : new double[] {value * 1.07, value * 0.93}) {
            Selection changed =
                    selection.with(id, new Replacement.Value(Expression.parse(String.valueOf(other)), null));
            try {
                Mkba.appraise(scenario, changed);
                return changed;
            } catch (InvalidScenarioException refused) {
                // A value that the scenario does not allow, such as shares that do not add up, is not tried.
            }
        }
        return null;
    }

    @ParameterizedTest
    @MethodSource("golden")
    void whateverWhiteCellsAreChangedTheResultsAndBudgetsAreTheEngines(Path file) throws IOException {
        Scenario scenario = ScenarioFile.read(file);
        Selection selection = Selection.ALL;
        try (Workbook workbook = open(workbook(scenario))) {
            for (Parameter parameter : scenario.parameters().values()) {
                // What an alternative sets is not changed by --set alone.
                boolean isSet = scenario.alternatives().values().stream()
                        .anyMatch(each -> each.set().containsKey(parameter.id()));
                Cell cell = figure(workbook, parameter.id());
                if (isSet || cell == null || cell.getCellStyle().getLocked()) {
                    continue;
                }
                Selection changed = changed(scenario, selection, parameter.id(), cell.getNumericCellValue());
                if (changed != null) {
                    selection = changed;
                    Replacement.Value value = (Replacement.Value) changed.set().get(parameter.id());
                    cell.setCellValue(value.value().number().orElseThrow());
                }
            }
            List<AlternativeResult> results = Mkba.appraise(scenario, selection).results();
            FormulaEvaluator evaluator = workbook.getCreationHelper().createFormulaEvaluator();
            for (int k = 0; k < results.size(); k++) {
                near(npv(workbook, k), results.get(k).npv().value());
            }
            for (String stakeholder : scenario.stakeholders().keySet()) {
                BudgetResult budgets = Budgets.of(scenario, selection, BudgetRequest.of(stakeholder));
                Map<String, List<Double>> shown = budgets(workbook, evaluator, stakeholder(scenario, stakeholder));
                for (BudgetResult.Budget budget : budgets.results()) {
                    List<Double> years = shown.get(alternative(scenario, budget.alternative()));
                    for (int y = 0; y < scenario.horizon(); y++) {
                        double expected = budget.total().net().get(y).value();
                        near(years == null ? 0 : years.get(y), expected);
                    }
                }
            }
        }
    }

    private static void near(double found, double expected) {
        assertThat(found).isCloseTo(expected, within(1e-9 * Math.max(1, Math.abs(expected))));
    }

    private static String stakeholder(Scenario scenario, String id) {
        return new Words(scenario, Language.EN).labels().stakeholder(id);
    }

    private static String alternative(Scenario scenario, String id) {
        return new Words(scenario, Language.EN).labels().alternative(id);
    }

    /** The total net of each year, by the name of the alternative. */
    private static Map<String, List<Double>> budgets(
            Workbook workbook, FormulaEvaluator evaluator, String stakeholder) {
        Map<String, List<Double>> budgets = new HashMap<>();
        String alternative = "";
        for (Row row : workbook.getSheetAt(2)) {
            alternative = text(row, 1).isEmpty() && text(row, 3).isEmpty() ? text(row, 0) : alternative;
            if (text(row, 0).equals(stakeholder)
                    && text(row, 1).equals("Total")
                    && text(row, 2).equals("Net")) {
                List<Double> years = new ArrayList<>();
                for (int c = 4; c < row.getLastCellNum(); c++) {
                    years.add(evaluator.evaluate(row.getCell(c)).getNumberValue());
                }
                budgets.put(alternative, years);
            }
        }
        return budgets;
    }

    private static String text(Row row, int column) {
        Cell cell = row.getCell(column);
        return cell == null || cell.getCellType() != CellType.STRING ? "" : cell.getStringCellValue();
    }

    @ParameterizedTest
    @MethodSource("golden")
    void everyRowOfTheCalculationSaysWhatItIs(Path file) throws IOException {
        Scenario scenario = ScenarioFile.read(file);
        try (Workbook workbook = open(workbook(scenario))) {
            for (Sheet sheet : workbook) {
                if (sheet.getSheetName().endsWith(" - steps")) {
                    for (int r = 2; r <= sheet.getLastRowNum(); r++) {
                        assertThat(text(sheet.getRow(r), 0))
                                .as(sheet.getSheetName() + " row " + (r + 1))
                                .isNotBlank();
                        assertThat(text(sheet.getRow(r), 1)).isNotBlank();
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("golden")
    void aCellIsWhiteAndOpenOrGreyAndLockedAndSaysWhy(Path file) throws IOException {
        Scenario scenario = ScenarioFile.read(file);
        try (Workbook workbook = open(workbook(scenario))) {
            Sheet figures = workbook.getSheetAt(1);
            int why = FIRST_FIGURE + scenario.alternatives().size();
            for (int r = FIRST_FIGURE; r <= figures.getLastRowNum(); r++) {
                boolean isAnyGrey = false;
                for (int c = FIRST_FIGURE; c < why; c++) {
                    Cell cell = figures.getRow(r).getCell(c);
                    if (cell != null && cell.getCellType() != CellType.BLANK) {
                        boolean isGrey = cell.getCellStyle().getFillPattern() == FillPatternType.SOLID_FOREGROUND;
                        assertThat(cell.getCellStyle().getLocked())
                                .as(cell.getAddress().toString())
                                .isEqualTo(isGrey);
                        isAnyGrey |= isGrey;
                    }
                }
                assertThat(text(figures.getRow(r), why).isEmpty())
                        .as("row " + (r + 1))
                        .isEqualTo(!isAnyGrey);
            }
            for (Sheet sheet : workbook) {
                assertThat(sheet.getProtect()).isTrue();
            }
        }
    }

    /** What is written as a sum of numbers is calculated; it decides no years. What an alternative sets is told the same way. */
    @Test
    void aFormulaOfNumbersIsGreyBecauseItIsCalculated() throws IOException {
        Scenario scenario = ScenarioFile.read("""
                        mkba: 1
                        id: t
                        title: T
                        base_year: 2026
                        price_level: 2026
                        horizon: 3
                        discounting: 3%
                        stakeholders: {city: {sector: public}}
                        parameters: {wage: 12 * 4000, price: 3, run: 2}
                        interventions: {m: {costs: {c: {paid_by: city, amount: wage * price, when: {years: run}}}}}
                        alternatives: {a: {interventions: [m], set: {price: 1 + 7}}}
                        """);
        try (Workbook workbook = open(workbook(scenario))) {
            Sheet figures = workbook.getSheetAt(1);
            assertThat(text(figures.getRow(FIRST_FIGURE), FIRST_FIGURE + 1)).isEqualTo("calculated: 12 * 4000");
            assertThat(text(figures.getRow(FIRST_FIGURE + 1), FIRST_FIGURE + 1)).isEqualTo("calculated: 1 + 7");
            assertThat(text(figures.getRow(FIRST_FIGURE + 2), FIRST_FIGURE + 1)).startsWith("decides the structure");
        }
    }

    @Test
    void everySheetPrintsOnePageWideOnA4InLandscape() throws IOException {
        Scenario scenario = ScenarioFile.read(ROOT.resolve("examples/achter_de_voordeur/achter_de_voordeur.yaml"));
        try (Workbook workbook = open(workbook(scenario))) {
            for (Sheet sheet : workbook) {
                PrintSetup print = sheet.getPrintSetup();
                assertThat(print.getPaperSize()).isEqualTo(PrintSetup.A4_PAPERSIZE);
                assertThat(print.getLandscape()).isTrue();
                assertThat(sheet.getFitToPage()).isTrue();
                assertThat(print.getFitWidth()).isEqualTo((short) 1);
                assertThat(print.getFitHeight()).isEqualTo((short) 0);
            }
        }
    }

    /** Columns with which formulas add up are no part of the print: with them a page would be too wide to be read. */
    @Test
    void theStreamsPrintUpToTheLastYear() throws IOException {
        Scenario scenario = ScenarioFile.read(ROOT.resolve("examples/achter_de_voordeur/achter_de_voordeur.yaml"));
        try (Workbook workbook = open(workbook(scenario))) {
            int found = 0;
            for (int s = 0; s < workbook.getNumberOfSheets(); s++) {
                String printed = workbook.getPrintArea(s);
                if (printed != null) {
                    found++;
                    String last =
                            printed.substring(printed.lastIndexOf(':') + 1).replace("$", "");
                    Sheet sheet = workbook.getSheetAt(s);
                    Cell heading = sheet.getRow(1).getCell(new CellReference(last).getCol());
                    assertThat(heading.getNumericCellValue()).isEqualTo(2055);
                    assertThat(new CellReference(last).getRow()).isEqualTo(sheet.getLastRowNum());
                    assertThat((int) sheet.getRow(1).getLastCellNum())
                            .isGreaterThan(new CellReference(last).getCol() + 1);
                }
            }
            assertThat(found).isEqualTo(scenario.alternatives().size());
        }
    }

    /** What is grey is still as many lines as it needs: a long sentence is not cut at the edge of the sheet. */
    @Test
    void aGreySentenceTakesSeveralLines() throws IOException {
        Scenario scenario = ScenarioFile.read(ROOT.resolve("examples/achter_de_voordeur/achter_de_voordeur.yaml"));
        try (Workbook workbook = open(workbook(scenario))) {
            List<Cell> sentences = new ArrayList<>();
            for (Row row : workbook.getSheetAt(0)) {
                for (Cell cell : row) {
                    if (cell.getCellType() == CellType.STRING
                            && cell.getStringCellValue().length() > 200) {
                        sentences.add(cell);
                    }
                }
            }
            assertThat(sentences)
                    .hasSizeGreaterThan(2)
                    .allMatch(cell -> cell.getCellStyle().getWrapText());
        }
    }

    /** A program shows an amount that does not fit as signs, and lets the texts of a row that is too low run through each other. */
    @ParameterizedTest
    @ValueSource(strings = {"scp_2013", "krimp"})
    void everyAmountFitsItsColumnAndEveryTextItsRow(String example) throws IOException {
        DataFormatter formatter = new DataFormatter(Locale.US);
        int amounts = 0;
        int texts = 0;
        Path file = ROOT.resolve("examples").resolve(example).resolve(example + ".yaml");
        try (Workbook workbook = open(workbook(ScenarioFile.read(file)))) {
            for (Sheet sheet : workbook) {
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        CellStyle style = cell.getCellStyle();
                        double width = sheet.getColumnWidth(cell.getColumnIndex()) / 256.0;
                        boolean isNumber = cell.getCellType() == CellType.NUMERIC
                                || cell.getCellType() == CellType.FORMULA
                                        && cell.getCachedFormulaResultType() == CellType.NUMERIC;
                        if (isNumber && style.getDataFormatString().contains("#,##0")) {
                            amounts++;
                            assertThat(formatter
                                            .formatRawCellContents(
                                                    cell.getNumericCellValue(),
                                                    style.getDataFormat(),
                                                    style.getDataFormatString())
                                            .length())
                                    .as("%s %s", sheet.getSheetName(), cell.getAddress())
                                    .isLessThanOrEqualTo((int) Math.ceil(width));
                        } else if (cell.getCellType() == CellType.STRING
                                && style.getWrapText()
                                && sheet.getMergedRegions().stream().noneMatch(region -> region.isInRange(cell))) {
                            texts++;
                            double lines = Math.ceil(cell.getStringCellValue().length() / Math.ceil(width));
                            assertThat((double) row.getHeightInPoints())
                                    .as("%s %s", sheet.getSheetName(), cell.getAddress())
                                    .isGreaterThanOrEqualTo(Math.min(405, 15 * lines));
                        }
                    }
                }
            }
        }
        assertThat(amounts).isGreaterThan(100);
        assertThat(texts).isGreaterThan(50);
    }

    /** A policy of 4% from now on, instead of the file's: the cell of the rate does what the option does. */
    @Test
    void theDiscountRateIsACellOnWhichTheFactorsDepend() throws IOException {
        Scenario scenario = ScenarioFile.read(ROOT.resolve("examples/achter_de_voordeur/achter_de_voordeur.yaml"));
        Selection other = Selection.ALL.discountedBy(DiscountPolicy.flat(0.04));
        List<AlternativeResult> expected = Mkba.appraise(scenario, other).results();
        try (Workbook workbook = open(workbook(scenario))) {
            double before = npv(workbook, 0);
            for (Row row : workbook.getSheetAt(1)) {
                if (text(row, 1).equals("discounting")) {
                    row.getCell(FIRST_FIGURE).setCellValue(0.04);
                }
            }
            for (int k = 0; k < expected.size(); k++) {
                assertThat(npv(workbook, k)).isCloseTo(expected.get(k).npv().value(), within(1e-6));
            }
            assertThat(npv(workbook, 0)).isNotCloseTo(before, within(1.0));
        }
    }

    @Test
    void sheetsAreNamedAfterTheAlternatives() throws IOException {
        Scenario scenario = ScenarioFile.read(ROOT.resolve("examples/achter_de_voordeur/achter_de_voordeur.yaml"));
        try (Workbook workbook = open(workbook(scenario))) {
            Words words = new Words(scenario, Language.EN);
            for (String id : scenario.alternatives().keySet()) {
                String name = words.labels().alternative(id);
                String beginning = name.substring(0, Math.min(name.length(), 15));
                List<String> named = new ArrayList<>();
                workbook.forEach(sheet -> {
                    if (sheet.getSheetName().startsWith(beginning)) {
                        named.add(sheet.getSheetName());
                    }
                });
                assertThat(named).as(name).hasSizeGreaterThanOrEqualTo(2);
            }
        }
    }

    @Test
    void textsThatLookLikeFormulasAreTexts() throws IOException {
        String yaml = Files.readString(
                ROOT.resolve("mkba-testkit/src/main/resources/nl/mkba/testkit/conformance/scenarios/growth.yaml"));
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
