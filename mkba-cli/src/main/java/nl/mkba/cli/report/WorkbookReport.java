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
            Sheet results = sheet(workbook, names, words.text("workbook.results"), sheets);
            Sheet figures = sheet(workbook, names, words.text("workbook.figures"), sheets);
            ResultsSheet resultsSheet = new ResultsSheet(results, findings, repetition, words);
            FiguresSheet figuresSheet = new FiguresSheet(figures, findings, workings, words);
            for (int k = 0; k < workings.size(); k++) {
                CaseFindings theCase = findings.cases().get(k);
                Sheet streams = sheet(workbook, names, words.text("workbook.streams_of", k + 1), sheets);
                Sheet steps = sheet(workbook, names, words.text("workbook.steps_of", k + 1), sheets);
                CalculationSheet calculation =
                        new CalculationSheet(steps, workings.get(k), figuresSheet.inputCells(k), words);
                figuresSheet.calculated(k, calculation);
                new StreamsSheet(streams, workings.get(k), calculation, words);
                resultsSheet.add(k, theCase, workings.get(k), calculation);
            }
            new BudgetSheet(sheet(workbook, names, words.text("workbook.budget"), sheets), findings, words);
        }
        return sheets.stream().map(Sheet::results).toList();
    }

    private static Sheet sheet(Workbook workbook, SheetNames names, String name, List<Sheet> sheets) {
        Sheet sheet = new Sheet(workbook, names.next(name));
        sheets.add(sheet);
        return sheet;
    }
}
