package nl.mkba.cli.command;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import nl.mkba.cli.language.Language;
import nl.mkba.cli.report.Documents;
import nl.mkba.cli.report.Findings;
import nl.mkba.cli.report.HtmlReport;
import nl.mkba.cli.report.MarkdownReport;
import nl.mkba.cli.report.Repetition;
import nl.mkba.cli.report.WorkbookReport;
import nl.mkba.problem.InvalidScenarioException;

/** {@code mkba report}: the report for people. */
final class ReportCommand implements Command {

    private static final String WORKBOOK = "xlsx";

    private static final List<String> FORMATS = List.of("html", "md", WORKBOOK);

    /** Options that change nothing in what the report says. */
    private static final Set<Option> OF_NO_MATTER = Set.of(Option.QUIET, Option.THREADS, Option.STACKTRACE);

    private static final Pattern PLAIN_WORD = Pattern.compile("[\\w./:=@%+,-]+");

    @Override
    public Syntax syntax() {
        return new Syntax(
                "report",
                "FILE",
                1,
                1,
                FORMATS,
                Option.reading(
                        Option.DRAWS,
                        Option.SEED,
                        Option.SAMPLING,
                        Option.EFFECTS,
                        Option.THREADS,
                        Option.QUIET,
                        Option.FORMAT));
    }

    @Override
    public Result run(Invocation invocation) throws IOException {
        String name = invocation.arguments().operands().get(0);
        String format = format(invocation);
        SimulationArguments asked = new SimulationArguments(invocation);
        asked.check();
        try {
            Study study = Study.read(name, invocation);
            Findings findings;
            try (Crew crew = Crew.of(invocation)) {
                findings = study.findings(asked.settings(study.scenario().simulation()), crew.workers());
            }
            invocation.tell(study.warnings(), name);
            Repetition repetition = repetition(study, invocation);
            if (format.equals(WORKBOOK)) {
                write(findings, repetition, invocation);
                return Result.done("");
            }
            return Result.done(render(findings, repetition, format, invocation));
        } catch (InvalidScenarioException e) {
            invocation.tell(e.problems(), name);
            return Result.wrong();
        }
    }

    private static void write(Findings findings, Repetition repetition, Invocation invocation) throws IOException {
        Path out = OutputFile.named(Option.OUT, invocation.arguments(), invocation.messages());
        if (out == null) {
            throw invocation.wrong("usage.report_out");
        }
        OutputFile.write(out, file -> {
            try (OutputStream stream = Files.newOutputStream(file)) {
                WorkbookReport.write(findings, repetition, invocation.messages().language(), stream);
            }
        });
    }

    private static String render(Findings findings, Repetition repetition, String format, Invocation invocation) {
        Language language = invocation.messages().language();
        return format.equals("md")
                ? MarkdownReport.of(Documents.of(findings, repetition, language))
                : HtmlReport.of(findings, repetition, language);
    }

    /** The format that is asked for, or that the name of the output asks for. A web page wants a file of its own. */
    private static String format(Invocation invocation) {
        String asked = invocation.arguments().value(Option.FORMAT);
        String out = invocation.arguments().value(Option.OUT);
        if (asked == null && out != null) {
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

    private static Repetition repetition(Study study, Invocation invocation) {
        String version = ReportCommand.class.getPackage().getImplementationVersion();
        return new Repetition(
                command(invocation.arguments()),
                version == null ? "?" : version,
                study.file().inputs().stream()
                        .map(input -> new Repetition.Input(input.name(), input.sha256()))
                        .toList());
    }

    private static String command(Arguments arguments) {
        List<String> words = new ArrayList<>(List.of("mkba", "report"));
        arguments.operands().forEach(operand -> words.add(quoted(operand)));
        for (Option option : Option.values()) {
            if (arguments.has(option) && !OF_NO_MATTER.contains(option)) {
                arguments.values(option).forEach(value -> {
                    words.add(option.word());
                    if (option.kind() != Option.Kind.FLAG) {
                        words.add(quoted(value));
                    }
                });
            }
        }
        return String.join(" ", words);
    }

    /** A word as a shell takes it. */
    private static String quoted(String word) {
        return PLAIN_WORD.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
