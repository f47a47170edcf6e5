package nl.mkba.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import nl.mkba.cli.language.Language;
import nl.mkba.cli.language.Messages;
import nl.mkba.cli.report.HtmlReport;
import nl.mkba.problem.InvalidScenarioException;

/**
 * {@code mkba open}: calculates scenarios and opens their reports in the browser. It is what a click starts, or a file that is
 * dropped; the reports stand beside the scenarios.
 */
final class OpenCommand implements Command {

    private static final Pattern ENDING = Pattern.compile("(?i)\\.ya?ml$");

    /** Options that change nothing in what the report says. */
    private static final Set<Option> OF_NO_MATTER = Set.of(Option.QUIET, Option.THREADS, Option.STACKTRACE);

    @Override
    public Syntax syntax() {
        List<Option> options = new ArrayList<>(Option.drawing());
        options.removeAll(List.of(Option.OUT, Option.FORMAT));
        return new Syntax("open", "FILE…", 0, Syntax.ANY, List.of(), options);
    }

    @Override
    public Result run(Invocation invocation) throws IOException {
        new SimulationArguments(invocation).check();
        Map<String, String> environment = System.getenv();
        boolean isWindow = DroppedFiles.isWindow(environment);
        List<String> files = new ArrayList<>(invocation.arguments().operands());
        if (isWindow) {
            files.addAll(DroppedFiles.in(environment));
        }
        if (files.isEmpty()) {
            if (!isWindow) {
                throw invocation.wrong("usage.too_few", "open", syntax().operands(invocation.messages()));
            }
            tellInBoth("open.start", invocation.console());
            return Result.done("");
        }
        boolean allRight = true;
        for (String file : files) {
            allRight &= open(file, environment, invocation);
        }
        if (isWindow) {
            tellInBoth("open.next", invocation.console());
        }
        return allRight ? Result.done("") : Result.wrong();
    }

    /** Who has only clicked has not said yet which language is theirs. */
    private static void tellInBoth(String key, Console console) {
        for (Language language : Language.values()) {
            console.tell("\n" + new Messages(language).text(key));
        }
    }

    private static boolean open(String file, Map<String, String> environment, Invocation invocation)
            throws IOException {
        Messages messages = invocation.messages();
        try (CommandThreads crew = CommandThreads.of(invocation)) {
            ScenarioSession study = ScenarioSession.read(file, invocation);
            String name = ENDING.matcher(file).replaceFirst("") + messages.text("open.ending");
            String command = WrittenCommand.of("report", List.of(file), invocation.arguments(), OF_NO_MATTER)
                    + " --out " + WrittenCommand.quoted(name);
            String page = HtmlReport.of(
                    study.findings(new SimulationArguments(invocation).settings(study), crew.workers()),
                    ReportCommand.repetition(command, List.of(study), invocation),
                    messages.language());
            invocation.tell(study.warnings(), file);
            Path report = write(Path.of(name).toAbsolutePath(), page);
            boolean isOpen = WebBrowser.open(report, environment);
            invocation.console().tell(messages.text(isOpen ? "open.opened" : "open.not_opened", report));
            return true;
        } catch (InvalidScenarioException e) {
            invocation.tell(e.problems(), file);
            invocation.console().tell(messages.text("open.refused", file));
            return false;
        }
    }

    /** Writes the page, among the temporary files where nothing can be written beside the scenario; gives where it is. */
    private static Path write(Path page, String text) throws IOException {
        try {
            OutputFile.write(page, text);
            return page;
        } catch (IOException e) {
            Path elsewhere = Files.createTempDirectory("mkba").resolve(page.getFileName());
            OutputFile.write(elsewhere, text);
            return elsewhere;
        }
    }
}
