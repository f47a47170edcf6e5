package nl.mkba.cli.command;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import nl.mkba.cli.render.CsvDialect;
import nl.mkba.cli.table.PlaceForm;
import nl.mkba.expression.WrittenNumber;
import org.jspecify.annotations.Nullable;

/** Reads the options of a run over many places. */
final class PlacesArguments {

    private final Invocation invocation;

    PlacesArguments(Invocation invocation) {
        this.invocation = invocation;
    }

    /** The table. */
    Path table() {
        String name = required(Option.TABLE);
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw invocation.wrong("usage.no_file_name", name);
        }
    }

    /** Where the figures go. */
    Path out() {
        String name = required(Option.OUT);
        Path out = OutputFile.named(Option.OUT, invocation.arguments(), invocation.messages());
        if (out == null || (Files.exists(out) && !Files.isRegularFile(out))) {
            throw invocation.wrong("usage.out_is_no_file", name);
        }
        if (!PlaceForm.isKnown(name)) {
            throw invocation.wrong("usage.place_form", Option.OUT.word(), name);
        }
        if (OutputFile.isSame(out, String.valueOf(invocation.arguments().value(Option.TABLE)))) {
            throw invocation.wrong("usage.same_file", Option.OUT.word(), Option.TABLE.word());
        }
        return out;
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
        CsvDialect dialect = CsvArgument.dialect(invocation.arguments(), invocation.messages());
        if (invocation.arguments().has(Option.CSV)
                && !required(Option.OUT).toLowerCase(Locale.ROOT).endsWith(".csv")) {
            throw invocation.wrong("usage.csv_without_csv", Option.CSV.word());
        }
        return dialect;
    }

    /** Whether every option is right, before a file is read. */
    void check() {
        table();
        out();
        dialect();
        budget();
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

    /** The budget, if there is one. */
    OptionalDouble budget() {
        String text = invocation.arguments().value(Option.BUDGET);
        if (text == null) {
            if (invocation.arguments().has(Option.BUDGET_OF)) {
                throw invocation.wrong("usage.only_with", Option.BUDGET_OF.word(), Option.BUDGET.word());
            }
            return OptionalDouble.empty();
        }
        Optional<WrittenNumber> budget =
                NumberArguments.read(Option.BUDGET, invocation.arguments(), invocation.messages());
        if (budget.isPresent() && budget.get().value() >= 0) {
            return OptionalDouble.of(budget.get().value());
        }
        throw invocation.wrong("usage.budget", Option.BUDGET.word(), text);
    }

    /** The party whose costs the budget is for; null for all costs of society. */
    @Nullable
    String budgetOf() {
        return invocation.arguments().value(Option.BUDGET_OF);
    }
}
