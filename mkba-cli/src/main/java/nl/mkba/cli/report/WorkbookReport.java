package nl.mkba.cli.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.mkba.cli.language.Language;
import nl.mkba.cli.report.Findings.CaseFindings;
import org.dhatim.fastexcel.Workbook;

/**
 * The report as a workbook whose formulas live: change a figure, and what depends on it moves. The formulas are the steps of the
 * compiled plan, so that there is no second arithmetic.
 */
public final class WorkbookReport {

    private static final String APPLICATION = "mkba";

    private WorkbookReport() {}

    /** Writes the workbook. */
    public static void write(Findings findings, Repetition repetition, Language language, OutputStream out)
            throws IOException {
        Words words = new Words(findings.scenario(), language);
        Path raw = Files.createTempFile("mkba", ".xlsx");
        try {
            WorkbookFile.finish(raw, write(raw, findings, repetition, words), out);
        } finally {
            Files.delete(raw);
        }
    }

    /** Writes the sheets, and gives the values of their formulas. */
    private static List<Map<String, Double>> write(Path raw, Findings findings, Repetition repetition, Words words)
            throws IOException {
        List<Workings> workings =
                findings.cases().stream().map(each -> Workings.of(each.plan())).toList();
        List<Sheet> sheets = new ArrayList<>();
        SheetNames names = new SheetNames();
        try (OutputStream stream = Files.newOutputStream(raw);
                Workbook workbook = new Workbook(stream, APPLICATION, null)) {
            ResultsSheet results = new ResultsSheet(
                    sheet(workbook, names.next(words.text("workbook.results")), sheets), findings, repetition, words);
            FiguresSheet figures = new FiguresSheet(
                    sheet(workbook, names.next(words.text("workbook.figures")), sheets), findings, workings, words);
            BudgetSheet budget = new BudgetSheet(
                    sheet(workbook, names.next(words.text("workbook.budget")), sheets), findings, words);
            for (int k = 0; k < workings.size(); k++) {
                CaseFindings theCase = findings.cases().get(k);
                String name = words.alternative(theCase);
                Sheet streamsSheet = sheet(workbook, names.next(name, words.text("workbook.streams_of")), sheets);
                CalculationSheet calculation = new CalculationSheet(
                        sheet(workbook, names.next(name, words.text("workbook.steps_of")), sheets),
                        workings.get(k),
                        figures.inputCells(k),
                        name,
                        words);
                figures.calculated(k, calculation);
                StreamsSheet streams = new StreamsSheet(streamsSheet, workings.get(k), calculation, name, words);
                results.add(k, theCase, workings.get(k), streams, calculation);
                budget.add(theCase, workings.get(k), streams, calculation);
            }
        }
        return sheets.stream().map(Sheet::results).toList();
    }

    private static Sheet sheet(Workbook workbook, String name, List<Sheet> sheets) {
        Sheet sheet = new Sheet(workbook, name);
        sheets.add(sheet);
        return sheet;
    }
}
