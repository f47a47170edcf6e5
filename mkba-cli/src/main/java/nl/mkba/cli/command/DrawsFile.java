package nl.mkba.cli.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import nl.mkba.cli.table.Table;
import nl.mkba.cli.table.TableForm;
import nl.mkba.uncertainty.SimulationResult.Draws;
import org.jspecify.annotations.Nullable;

/** The file of {@code --draws-out}: a row for every draw, written as it is regenerated. */
final class DrawsFile {

    private static final String DRAW = "draw";

    private final OutputFile file;
    private final TableForm form;
    private final Console console;

    private DrawsFile(OutputFile file, TableForm form, Console console) {
        this.file = file;
        this.console = console;
        this.form = form;
    }

    /**
     * The file that the command line names, or null.
     *
     * @throws UsageException if it cannot be written, or has no known ending
     */
    static @Nullable DrawsFile named(Invocation invocation) {
        OutputFile file = OutputFile.named(Option.DRAWS_OUT, invocation.arguments(), invocation.messages());
        if (file == null) {
            return null;
        }
        String name = String.valueOf(invocation.arguments().value(Option.DRAWS_OUT));
        OutputFile out = OutputFile.named(Option.OUT, invocation.arguments(), invocation.messages());
        if (out == null ? file.isStandardOutput() : file.isSameAs(out)) {
            throw invocation.wrong("usage.same_file", Option.DRAWS_OUT.word(), Option.OUT.word());
        }
        // Standard output has no name to tell the form by.
        TableForm form = file.isStandardOutput()
                ? TableForm.CSV
                : TableForm.of(name)
                        .orElseThrow(() -> invocation.wrong("usage.table_form", Option.DRAWS_OUT.word(), name));
        return new DrawsFile(file, form, invocation.console());
    }

    /** Writes every draw. */
    void write(Draws draws) throws IOException {
        List<String> columns = new ArrayList<>();
        columns.add(DRAW);
        columns.addAll(draws.columns());
        file.write(
                stream -> {
                    try (Table table = form.create(stream, columns)) {
                        rows(draws, table);
                    }
                },
                console);
    }

    private static void rows(Draws draws, Table table) throws IOException {
        try {
            draws.forEach((draw, values) -> {
                try {
                    table.row(draw, values);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            IOException cause = e.getCause();
            throw cause == null ? new IOException(e) : cause;
        }
    }
}
