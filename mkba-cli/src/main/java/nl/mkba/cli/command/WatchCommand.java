package nl.mkba.cli.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.mkba.cli.language.Numbers;
import nl.mkba.cli.render.OptionHint;
import nl.mkba.file.format.InputFile;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Location;
import nl.mkba.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * {@code mkba watch}: calculates again whenever the scenario or a file that it includes is saved, and shows the screen of
 * {@code run} or keeps a report fresh in the browser; until it is stopped.
 */
final class WatchCommand implements Command {

    private static final String CLEAR = "\u001b[H\u001b[2J\u001b[3J";

    @Override
    public Syntax syntax() {
        List<Option> options = new ArrayList<>(Option.drawing(Option.FULL, Option.REPORT));
        options.removeAll(List.of(Option.OUT, Option.FORMAT));
        return new Syntax("watch", "FILE", 1, 1, List.of(), options);
    }

    @Override
    public Result run(Invocation invocation) throws IOException {
        new SimulationArguments(invocation).check();
        String name = invocation.arguments().operands().get(0);
        boolean isReport = invocation.arguments().has(Option.REPORT);
        if (!isReport && invocation.arguments().has(Option.DRAWS)) {
            throw invocation.wrong("usage.only_with", Option.DRAWS.word(), Option.REPORT.word());
        }
        try (WatchedFiles files = new WatchedFiles();
                CommandThreads threads = CommandThreads.of(invocation);
                WatchedReport report = isReport ? WatchedReport.of(invocation, threads) : null) {
            Set<String> watched = new LinkedHashSet<>(Set.of(name));
            while (true) {
                files.take(watched);
                Set<String> read = new LinkedHashSet<>(Set.of(name));
                if (once(name, files, report, read, invocation)) {
                    watched = read;
                } else {
                    // Of a file that is refused it is not known what it includes.
                    watched.addAll(read);
                }
                files.add(watched);
                files.await();
            }
        } catch (InterruptedException e) {
            return Result.done("");
        }
    }

    /**
     * Calculates, and shows what comes of it.
     *
     * @param read is given the names of the files that were read, or have a problem
     * @return whether the scenario was right
     */
    private static boolean once(
            String name, WatchedFiles files, @Nullable WatchedReport report, Set<String> read, Invocation invocation)
            throws IOException {
        long begin = System.nanoTime();
        Console console = invocation.console();
        try {
            ScenarioSession study = ScenarioSession.read(name, invocation);
            study.file().inputs().stream().map(InputFile::name).forEach(read::add);
            String shown =
                    report == null ? invocation.toRead(RunCommand.text(study, invocation), study.scenario()) : "";
            if (report != null) {
                boolean isWhole =
                        report.write(study, files::haveChanged, draws -> tellFirst(report, draws, begin, invocation));
                if (!isWhole) {
                    return true;
                }
            }
            clear(console);
            if (!shown.isEmpty()) {
                console.print(shown.endsWith("\n") ? shown : shown + "\n");
            }
            invocation.tell(study.warnings(), name);
            String seconds = seconds(begin, invocation);
            console.tell(
                    report == null
                            ? invocation.messages().text("watch.shown", name, seconds)
                            : invocation.messages().text("watch.written", report.name(), seconds));
            return true;
        } catch (InvalidScenarioException e) {
            for (Problem problem : e.problems()) {
                Location place = problem.location();
                if (place != null) {
                    read.add(place.file());
                }
            }
            clear(console);
            invocation.tell(e.problems(), name);
            if (report != null) {
                report.tell(e.problems().stream()
                        .map(problem -> OptionHint.line(
                                problem, invocation.messages().language().locale()))
                        .collect(Collectors.joining("\n")));
            }
            console.tell(invocation.messages().text("watch.refused", name));
            return false;
        }
    }

    /** Tells that the page is there with fewer draws, while the others are made. */
    private static void tellFirst(WatchedReport report, int draws, long begin, Invocation invocation) {
        invocation
                .console()
                .tell(invocation
                        .messages()
                        .text(
                                "watch.first",
                                report.name(),
                                new Numbers(invocation.messages().language(), "EUR").whole(draws),
                                seconds(begin, invocation)));
    }

    private static String seconds(long begin, Invocation invocation) {
        return new Numbers(invocation.messages().language(), "EUR").decimal((System.nanoTime() - begin) / 1e9, 2);
    }

    private static void clear(Console console) throws IOException {
        if (console.isTerminal()) {
            console.print(CLEAR);
        }
    }
}
