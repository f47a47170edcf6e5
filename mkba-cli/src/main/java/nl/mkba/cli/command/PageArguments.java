package nl.mkba.cli.command;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import nl.mkba.cli.map.PlaceMap;
import nl.mkba.engine.spelling.Spelling;
import nl.mkba.file.format.ColumnMapping;
import nl.mkba.file.portfolio.PlaceTable;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/** Reads the options of the page about the places. */
final class PageArguments {

    /** What goes on a page only. */
    private static final List<Option> OF_THE_PAGE = List.of(Option.MAP, Option.MAP_ID, Option.BENCHMARK);

    private final Invocation invocation;

    PageArguments(Invocation invocation) {
        this.invocation = invocation;
    }

    /** Whether a page is asked for. */
    boolean isAsked() {
        return invocation.arguments().has(Option.REPORT);
    }

    /** Where the page goes. */
    OutputFile file() {
        return Objects.requireNonNull(OutputFile.named(Option.REPORT, invocation.arguments(), invocation.messages()));
    }

    /**
     * Looks at all options, before a file is read.
     *
     * @param out where the figures go, if anywhere
     * @throws UsageException if one is wrong
     */
    void check(@Nullable OutputFile out) {
        Arguments arguments = invocation.arguments();
        if (!isAsked()) {
            for (Option option : OF_THE_PAGE) {
                if (arguments.has(option)) {
                    throw invocation.wrong("usage.only_with", option.word(), Option.REPORT.word());
                }
            }
            return;
        }
        requireBoth(Option.MAP, Option.MAP_ID);
        requireBoth(Option.MAP_ID, Option.MAP);
        OutputFile page = file();
        String name = page.name().toLowerCase(Locale.ROOT);
        if (!page.isStandardOutput() && !name.endsWith(".html") && !name.endsWith(".htm")) {
            throw invocation.wrong("usage.page_form", Option.REPORT.word(), page.name());
        }
        if (out != null && page.isSameAs(out)) {
            throw invocation.wrong("usage.same_file", Option.REPORT.word(), Option.OUT.word());
        }
        if (out == null && arguments.has(Option.RESUME)) {
            throw invocation.wrong("usage.only_with", Option.RESUME.word(), Option.OUT.word());
        }
        benchmark();
    }

    private void requireBoth(Option option, Option other) {
        if (invocation.arguments().has(option) && !invocation.arguments().has(other)) {
            throw invocation.wrong("usage.only_with", option.word(), other.word());
        }
    }

    /** Sees to it that no file that is read is overwritten. */
    void keep(List<String> inputs) {
        Path page = isAsked() ? file().file() : null;
        if (page != null) {
            for (String input : inputs) {
                if (OutputFile.isSame(page, input)) {
                    throw invocation.wrong("usage.out_is_input", Option.REPORT.word(), page, input);
                }
            }
        }
    }

    /** The name of the map, if there is one. */
    @Nullable
    String map() {
        return invocation.arguments().value(Option.MAP);
    }

    /**
     * Reads the map; null if none is asked for.
     *
     * @throws InvalidScenarioException if it is none
     */
    @Nullable
    PlaceMap readMap() {
        String name = map();
        if (name == null) {
            return null;
        }
        try {
            return PlaceMap.read(
                    Path.of(name), name, String.valueOf(invocation.arguments().value(Option.MAP_ID)));
        } catch (InvalidPathException e) {
            throw invocation.wrong("usage.no_file_name", name);
        }
    }

    /** Where the map is; null without one. */
    @Nullable
    Path mapPath() {
        String name = map();
        return name == null ? null : Path.of(name);
    }

    /** The columns by which places are compared. */
    List<String> benchmark() {
        String text = invocation.arguments().value(Option.BENCHMARK);
        if (text == null) {
            return List.of();
        }
        List<String> columns = new ArrayList<>();
        for (String each : text.split(",", -1)) {
            String column = each.strip();
            if (column.isEmpty() || columns.contains(column)) {
                throw invocation.wrong("usage.benchmark", Option.BENCHMARK.word(), text);
            }
            columns.add(column);
        }
        return columns;
    }

    /**
     * The columns by which places are compared, as a table has them, or by what a mapping calls them, or parameters that it makes of them.
     *
     * @throws InvalidScenarioException if it has not one of them
     */
    List<String> benchmark(PlaceTable table, @Nullable ColumnMapping mapping) {
        List<String> columns = benchmark();
        List<String> known = new ArrayList<>(table.columns());
        if (mapping != null) {
            known.addAll(mapping.parameters().keySet());
            known.addAll(mapping.columns().keySet());
        }
        List<Problem> missing = new ArrayList<>();
        for (String column : columns) {
            if (!known.contains(column) || column.equals(PlaceTable.ID)) {
                missing.add(Problem.of(ProblemCode.MISSING_COLUMN, Option.BENCHMARK.word(), column)
                        .suggesting(Spelling.nearest(column, known))
                        .in(table.place(1)));
            }
        }
        if (!missing.isEmpty()) {
            throw new InvalidScenarioException(missing);
        }
        return columns;
    }
}
