package nl.mkba.cli.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import nl.mkba.cli.language.Language;
import nl.mkba.cli.report.Documents;
import nl.mkba.cli.report.Findings;
import nl.mkba.cli.report.HtmlReport;
import nl.mkba.cli.report.MarkdownReport;
import nl.mkba.cli.report.Repetition;
import nl.mkba.cli.report.WorkbookReport;
import nl.mkba.problem.InvalidScenarioException;

/** {@code mkba report}: the report for decision makers. */
final class ReportCommand implements Command {

    private static final String WORKBOOK = "xlsx";

    private static final List<String> FORMATS = List.of("html", "md", WORKBOOK);

    /** Options that change nothing in what the report says. */
    private static final Set<Option> OF_NO_MATTER = Set.of(Option.QUIET, Option.THREADS, Option.STACKTRACE);

    @Override
    public Syntax syntax() {
        return new Syntax("report", "FILE [FILE]", 1, 2, FORMATS, Option.drawing());
    }

    @Override
    public Result run(Invocation invocation) throws IOException {
        String format = format(invocation);
        SimulationArguments asked = new SimulationArguments(invocation);
        asked.check();
        List<ScenarioSession> studies = new ArrayList<>();
        List<Findings> findings = new ArrayList<>();
        for (String name : invocation.arguments().operands()) {
            try (CommandThreads crew = CommandThreads.of(invocation)) {
                ScenarioSession study = ScenarioSession.read(name, invocation);
                findings.add(study.findings(asked.settings(study), crew.workers()));
                studies.add(study);
            } catch (InvalidScenarioException e) {
                invocation.tell(e.problems(), name);
            }
        }
        if (studies.size() < invocation.arguments().operands().size()) {
            return Result.wrong();
        }
        studies.forEach(study -> invocation.tell(study.warnings(), study.name()));
        Repetition repetition =
                repetition(WrittenCommand.of("report", invocation.arguments(), OF_NO_MATTER), studies, invocation);
        if (format.equals(WORKBOOK)) {
            write(findings.get(0), repetition, invocation);
            return Result.done("");
        }
        return Result.done(
                findings.size() == 1
                        ? one(findings.get(0), repetition, format, invocation)
                        : two(findings.get(0), findings.get(1), repetition, format, invocation));
    }

    private static void write(Findings findings, Repetition repetition, Invocation invocation) throws IOException {
        OutputFile out = OutputFile.named(Option.OUT, invocation.arguments(), invocation.messages());
        if (out == null) {
            throw invocation.wrong("usage.report_out");
        }
        out.write(
                stream -> WorkbookReport.write(
                        findings, repetition, invocation.messages().language(), stream),
                invocation.console());
    }

    private static String one(Findings findings, Repetition repetition, String format, Invocation invocation) {
        Language language = invocation.messages().language();
        return format.equals("md")
                ? MarkdownReport.of(Documents.of(findings, repetition, language))
                : HtmlReport.of(findings, repetition, language);
    }

    private static String two(
            Findings first, Findings second, Repetition repetition, String format, Invocation invocation) {
        String currency = first.scenario().currency();
        if (!currency.equals(second.scenario().currency())) {
            throw invocation.wrong(
                    "usage.currencies", currency, second.scenario().currency());
        }
        Language language = invocation.messages().language();
        return format.equals("md")
                ? MarkdownReport.of(Documents.comparing(first, second, repetition, language))
                : HtmlReport.comparing(first, second, repetition, language);
    }

    /** The format that is asked for, or that the name of the output asks for. A web page and a workbook want a file of their own. */
    private static String format(Invocation invocation) {
        String format = formatOf(invocation);
        if (format.equals(WORKBOOK) && invocation.arguments().operands().size() > 1) {
            throw invocation.wrong("usage.workbook_of_one");
        }
        return format;
    }

    private static String formatOf(Invocation invocation) {
        String asked = invocation.arguments().value(Option.FORMAT);
        String out = invocation.arguments().value(Option.OUT);
        OutputFile file = OutputFile.named(Option.OUT, invocation.arguments(), invocation.messages());
        if (asked == null && out != null && file != null && !file.isStandardOutput()) {
            String ending = out.substring(out.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
            if (!FORMATS.contains(ending)) {
                throw invocation.wrong("usage.report_form", out, String.join(", ", FORMATS));
            }
            return ending;
        }
        if (!"md".equals(asked) && out == null) {
            throw invocation.wrong("usage.report_out");
        }
        return asked == null ? "html" : asked;
    }

    /**
     * What someone else needs to get the same report.
     *
     * @param command the command line that makes it
     */
    static Repetition repetition(String command, List<ScenarioSession> studies, Invocation invocation) {
        String version = ReportCommand.class.getPackage().getImplementationVersion();
        return new Repetition(
                command,
                version == null ? "?" : version,
                studies.stream().map(ScenarioSession::name).toList(),
                studies.stream()
                        .flatMap(study -> study.file().inputs().stream())
                        .map(input -> new Repetition.Input(input.name(), input.sha256()))
                        .distinct()
                        .toList(),
                SelectionArguments.departures(invocation.arguments(), invocation.messages()));
    }
}
