package nl.mkba.cli.command;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import nl.mkba.cli.render.CsvDialect;
import nl.mkba.cli.table.PlaceForm;
import nl.mkba.file.MappingFile;
import nl.mkba.file.format.ColumnMapping;
import org.jspecify.annotations.Nullable;

/** Reads the options of a run over many places. */
final class PlacesArguments {

    private final Invocation invocation;

    PlacesArguments(Invocation invocation) {
        this.invocation = invocation;
    }

    /** The name of the table. */
    String table() {
        return required(Option.TABLE);
    }

    /** Where the figures go; null if only a page is asked for. */
    @Nullable
    OutputFile out() {
        if (!invocation.arguments().has(Option.OUT) && invocation.arguments().has(Option.REPORT)) {
            return null;
        }
        if (!invocation.arguments().has(Option.OUT)) {
            throw invocation.wrong("usage.required_one", Option.OUT.word(), Option.REPORT.word());
        }
        OutputFile out =
                Objects.requireNonNull(OutputFile.named(Option.OUT, invocation.arguments(), invocation.messages()));
        if (!PlaceForm.isKnown(form(out))) {
            throw invocation.wrong("usage.place_form", Option.OUT.word(), out.name());
        }
        if (out.file() == null && invocation.arguments().has(Option.RESUME)) {
            throw invocation.wrong("usage.resume_without_file", Option.RESUME.word(), out.name());
        }
        return out;
    }

    /** A name that ends as the form of the figures wants; standard output has none, so there the format says it. */
    String form(@Nullable OutputFile out) {
        return out == null
                ? ".csv"
                : !out.isStandardOutput() ? out.name() : invocation.isFormat("json") ? ".jsonl" : ".csv";
    }

    /**
     * Sees to it that nothing that is read is overwritten or taken away, also not by what stands beside the output meanwhile.
     *
     * @param inputs names of files that are read
     */
    void keep(List<String> inputs) {
        OutputFile out = out();
        Path file = out == null ? null : out.file();
        if (file == null) {
            return;
        }
        List<Path> written = new ArrayList<>(UnfinishedFile.beside(file));
        written.add(file);
        for (String input : inputs) {
            for (Path path : written) {
                if (OutputFile.isSame(path, input)) {
                    throw invocation.wrong("usage.out_is_input", Option.OUT.word(), path, input);
                }
            }
        }
    }

    private String required(Option option) {
        String value = invocation.arguments().value(option);
        if (value == null) {
            throw invocation.wrong("usage.required", option.word());
        }
        return value;
    }

    /** How CSV is written. */
    CsvDialect dialect() {
        CsvDialect dialect = CsvArgument.dialect(invocation.arguments());
        OutputFile out = out();
        if (invocation.arguments().has(Option.CSV)
                && (out == null || !form(out).toLowerCase(Locale.ROOT).endsWith(".csv"))) {
            throw invocation.wrong("usage.csv_without_csv", Option.CSV.word());
        }
        return dialect;
    }

    /** Whether only the table is looked at. */
    boolean isCheck() {
        return invocation.arguments().has(Option.CHECK);
    }

    /** The sheet of a workbook, or null for the first one. */
    @Nullable
    String sheet() {
        return invocation.arguments().value(Option.SHEET);
    }

    /** What makes parameters of the columns, as {@code --columns} names it; null without it. */
    @Nullable
    ColumnMapping mapping() {
        String name = invocation.arguments().value(Option.COLUMNS);
        if (name == null) {
            return null;
        }
        if (invocation.arguments().has(Option.IGNORE_COLUMNS)) {
            throw invocation.wrong("usage.ignore_columns", Option.IGNORE_COLUMNS.word(), Option.COLUMNS.word());
        }
        try {
            return MappingFile.load(
                    name,
                    invocation.arguments().values(Option.LIBRARY).stream()
                            .map(Path::of)
                            .toList());
        } catch (InvalidPathException e) {
            throw invocation.wrong("usage.no_file_name", name);
        }
    }

    /** Whether every option is right, before a file is read. */
    void check() {
        table();
        if (isCheck()) {
            if (!invocation.arguments().has(Option.COLUMNS)) {
                throw invocation.wrong("usage.only_with", Option.CHECK.word(), Option.COLUMNS.word());
            }
            return;
        }
        new PageArguments(invocation).check(out());
        dialect();
        choice().check();
        SimulationArguments drawing = new SimulationArguments(invocation);
        drawing.check();
        if (!invocation.arguments().has(Option.DRAWS)) {
            for (Option option : List.of(Option.SEED, Option.SAMPLING)) {
                if (invocation.arguments().has(option)) {
                    throw invocation.wrong("usage.only_with", option.word(), Option.DRAWS.word());
                }
            }
        }
    }

    /** What is asked of a choice within a budget. */
    ChoiceArguments choice() {
        return new ChoiceArguments(invocation);
    }
}
