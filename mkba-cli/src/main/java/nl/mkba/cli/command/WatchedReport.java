package nl.mkba.cli.command;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import nl.mkba.cli.report.Findings;
import nl.mkba.cli.report.HtmlReport;
import nl.mkba.cli.report.Refresh;
import nl.mkba.cli.report.Repetition;
import nl.mkba.scenario.Simulation;
import nl.mkba.uncertainty.CancelledException;
import org.jspecify.annotations.Nullable;

/**
 * A report that is written again and again while it is open in a browser. Beside it stands its sign, by which the page sees that
 * there is a new one. When the watching ends the sign goes, and the page becomes one that looks at nothing.
 */
final class WatchedReport implements Closeable {

    /** Draws of the page that is there first, if there are more. */
    private static final int FIRST_DRAWS = 1_000;

    private final Invocation invocation;
    private final CommandThreads threads;
    private final OutputFile out;
    private final Path file;
    private final Path sign;
    private final Thread ending;
    private String version = "";
    private boolean hasEnded;
    private @Nullable Findings last;
    private @Nullable Repetition lastRepetition;

    private WatchedReport(Invocation invocation, CommandThreads threads, OutputFile out, Path file) {
        this.invocation = invocation;
        this.threads = threads;
        this.out = out;
        this.file = file;
        this.sign = file.resolveSibling(file.getFileName() + ".watch.js");
        this.ending = new Thread(this::end);
        Runtime.getRuntime().addShutdownHook(ending);
    }

    /** The report that {@code --report} names. */
    static WatchedReport of(Invocation invocation, CommandThreads threads) {
        OutputFile out = OutputFile.named(Option.REPORT, invocation.arguments(), invocation.messages());
        Path file = out == null ? null : out.file();
        if (out == null || file == null || !out.name().toLowerCase(Locale.ROOT).endsWith(".html")) {
            String name = String.valueOf(invocation.arguments().value(Option.REPORT));
            throw invocation.wrong("usage.watch_form", name);
        }
        return new WatchedReport(invocation, threads, out, file);
    }

    String name() {
        return out.name();
    }

    /**
     * Calculates and writes the page, and then the sign. With many draws there is a page with a few of them first, which says how
     * many; it stays if the files change in the meantime.
     *
     * @param isOver whether the files have changed, so that the rest is not wanted any more
     * @param first is told when the first page is there, and with how many draws
     * @return whether the page with all draws was written
     */
    boolean write(ScenarioSession study, BooleanSupplier isOver, IntConsumer first) throws IOException {
        Simulation settings = new SimulationArguments(invocation).settings(study);
        if (settings.draws() > FIRST_DRAWS) {
            Simulation few = new Simulation(FIRST_DRAWS, settings.seed(), settings.sampling());
            Findings findings = study.asked(study.selection()).findings(few, threads.workers());
            if (!findings.isUncertain()) {
                // Draws make no difference.
                write(findings, command(false), study, version(study));
                return true;
            }
            write(findings, command(true), study, version(study) + "-" + FIRST_DRAWS);
            first.accept(FIRST_DRAWS);
        }
        try {
            Findings findings = study.findings(settings, threads.workers().cancelledWhen(isOver));
            write(findings, command(false), study, version(study));
            return true;
        } catch (CancelledException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw e;
            }
            return false;
        }
    }

    private void write(Findings findings, String command, ScenarioSession study, String next) throws IOException {
        Repetition repetition = ReportCommand.repetition(command, List.of(study), invocation);
        Refresh refresh = new Refresh(String.valueOf(sign.getFileName()), next);
        String page = HtmlReport.of(findings, repetition, invocation.messages().language(), refresh);
        synchronized (this) {
            if (hasEnded) {
                return;
            }
            out.write(page, invocation.console());
            version = next;
            last = findings;
            lastRepetition = repetition;
            tell("");
        }
    }

    /** Shows what is wrong with the file above the page as it was; nothing where the text is empty. */
    synchronized void tell(String problems) throws IOException {
        if (!version.isEmpty() && !hasEnded) {
            OutputFile.write(sign, Refresh.sign(version, problems));
        }
    }

    /** The command line that makes the page as it is in the end, or with few draws. */
    private String command(boolean isFirst) {
        Set<Option> without = EnumSet.of(Option.REPORT, Option.FULL, Option.QUIET, Option.THREADS, Option.STACKTRACE);
        if (isFirst) {
            without.add(Option.DRAWS);
        }
        return WrittenCommand.of("report", invocation.arguments(), without)
                + (isFirst ? " " + Option.DRAWS.word() + " " + FIRST_DRAWS : "")
                + " --out "
                + WrittenCommand.quoted(String.valueOf(invocation.arguments().value(Option.REPORT)));
    }

    /** Another one for each content of the files. */
    private static String version(ScenarioSession study) {
        String inputs = study.file().inputs().stream()
                .map(input -> input.name() + " " + input.sha256())
                .collect(Collectors.joining("\n"));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(inputs.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /**
     * The page becomes one that looks at nothing, and the sign goes. When the command is being stopped, nothing can be made that
     * goes if it is stopped: the page is written beside itself all the same, and put in its place.
     */
    private synchronized void end() {
        if (hasEnded) {
            return;
        }
        hasEnded = true;
        try {
            Files.deleteIfExists(sign);
            Findings findings = last;
            Repetition repetition = lastRepetition;
            if (findings != null && repetition != null) {
                FileMode mode = FileMode.of(file);
                Path beside = file.resolveSibling("." + file.getFileName() + ".last.tmp");
                Files.writeString(
                        beside,
                        HtmlReport.of(
                                findings, repetition, invocation.messages().language()));
                mode.applyTo(beside);
                Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            invocation
                    .console()
                    .tell(invocation.messages().text("failed.output", OutputFile.reason(e, invocation.messages())));
        }
    }

    @Override
    public void close() {
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(ending);
        } catch (IllegalStateException e) {
            // The command is being stopped, and the same is done there.
        }
    }
}
