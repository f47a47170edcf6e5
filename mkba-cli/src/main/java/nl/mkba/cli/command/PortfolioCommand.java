package nl.mkba.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.mkba.cli.language.Messages;
import nl.mkba.cli.language.Numbers;
import nl.mkba.cli.render.ChoiceOfPlaces;
import nl.mkba.cli.render.ChoiceText;
import nl.mkba.cli.render.ChoiceTree;
import nl.mkba.cli.table.PlaceForm;
import nl.mkba.file.format.ColumnMapping;
import nl.mkba.file.format.InputFile;
import nl.mkba.file.portfolio.KeptPortfolios;
import nl.mkba.file.portfolio.PlaceTable;
import nl.mkba.file.portfolio.TableColumns;
import nl.mkba.json.tree.Json;
import nl.mkba.json.tree.Plain;
import nl.mkba.portfolio.BudgetChoice;
import nl.mkba.portfolio.ChoiceFigures;
import nl.mkba.portfolio.ChoiceLimits;
import nl.mkba.portfolio.Portfolio;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.problem.Spelling;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Simulation;
import org.jspecify.annotations.Nullable;

/** {@code mkba portfolio}: one scenario for every row of a table. */
final class PortfolioCommand implements Command {

    /** Columns of which the names are told. */
    private static final int MOST_NAMED = 20;

    @Override
    public Syntax syntax() {
        return new Syntax(
                "portfolio",
                "FILE",
                1,
                1,
                List.of("text", "json"),
                Option.reading(
                        Option.TABLE,
                        Option.COLUMNS,
                        Option.SHEET,
                        Option.CHECK,
                        Option.DRAWS,
                        Option.SEED,
                        Option.SAMPLING,
                        Option.EFFECTS,
                        Option.UNITS,
                        Option.CSV,
                        Option.IGNORE_COLUMNS,
                        Option.SKIP_BAD_ROWS,
                        Option.RESUME,
                        Option.BUDGET,
                        Option.BUDGET_OF,
                        Option.OBJECTIVE,
                        Option.AT_LEAST,
                        Option.PER,
                        Option.PRICES,
                        Option.REPORT,
                        Option.MAP,
                        Option.MAP_ID,
                        Option.BENCHMARK,
                        Option.THREADS,
                        Option.QUIET,
                        Option.FORMAT));
    }

    @Override
    public Result run(Invocation invocation) throws IOException {
        PlacesArguments asked = new PlacesArguments(invocation);
        asked.check();
        String name = invocation.arguments().operands().get(0);
        ScenarioSession study;
        ColumnMapping mapping;
        try {
            study = ScenarioSession.read(name, invocation);
            mapping = asked.mapping();
        } catch (InvalidScenarioException e) {
            invocation.tell(e.problems(), name);
            return Result.wrong();
        }
        List<String> inputs = new ArrayList<>(
                study.file().inputs().stream().map(InputFile::name).toList());
        inputs.add(asked.table());
        if (mapping != null) {
            inputs.addAll(mapping.inputs().stream().map(InputFile::name).toList());
        }
        PageArguments page = new PageArguments(invocation);
        String map = page.map();
        if (map != null) {
            inputs.add(map);
        }
        if (!asked.isCheck()) {
            asked.keep(inputs);
            page.keep(inputs);
        }
        try (TableFile file = TableFile.of(asked.table(), invocation);
                PlaceTable table = file.open(mapping != null, asked.sheet())) {
            String per = asked.choice().per();
            if (per != null && mapping == null) {
                table.require(per);
            }
            List<String> likeness = page.benchmark(table, mapping);
            TableColumns columns = mapping == null
                    ? TableColumns.named(table, columns(table, study, per, likeness, invocation), per, likeness)
                    : TableColumns.mapped(
                            table, mapping, study.scenario().parameters().keySet(), per, likeness);
            if (mapping != null && asked.isCheck()) {
                return ColumnsCheck.of(columns, mapping, invocation);
            }
            if (mapping != null) {
                tellPassedOver(mapping, study, invocation);
            }
            PlacesPage pageOfPlaces = page.isAsked() ? new PlacesPage(page, study, file, invocation) : null;
            return run(new Work(study, columns, mapping, file, asked, pageOfPlaces, invocation));
        } catch (InvalidScenarioException e) {
            invocation.tell(e.problems(), name);
            return Result.wrong();
        }
    }

    /** What a run is about. */
    private record Work(
            ScenarioSession study,
            TableColumns columns,
            @Nullable ColumnMapping mapping,
            TableFile file,
            PlacesArguments asked,
            @Nullable PlacesPage page,
            Invocation invocation) {}

    /** Warns of parameters of the mapping that the scenario has not, where they are nearly one of its own. */
    private static void tellPassedOver(ColumnMapping mapping, ScenarioSession study, Invocation invocation) {
        Set<String> parameters = study.scenario().parameters().keySet();
        List<Problem> near = new ArrayList<>();
        for (String mapped : mapping.parameters().keySet()) {
            String meant = parameters.contains(mapped) ? null : Spelling.nearest(mapped, parameters);
            if (meant != null && !mapping.parameters().containsKey(meant)) {
                near.add(mapping.located(Problem.ofKey(ProblemCode.MAPPED_PASSED_OVER, "parameters." + mapped, mapped)
                        .suggesting(meant)));
            }
        }
        invocation.tell(near, mapping.origin());
    }

    /** The table's columns that give a parameter a value. */
    private static List<String> columns(
            PlaceTable table,
            ScenarioSession study,
            @Nullable String per,
            List<String> likeness,
            Invocation invocation) {
        Map<String, ?> parameters = study.scenario().parameters();
        List<String> columns = new ArrayList<>(table.columns());
        columns.remove(PlaceTable.ID);
        columns.removeIf(
                column -> (column.equals(per) || likeness.contains(column)) && !parameters.containsKey(column));
        if (invocation.arguments().has(Option.IGNORE_COLUMNS)) {
            tellPassedOver(columns, parameters.keySet(), table, invocation);
            columns.retainAll(parameters.keySet());
            return columns;
        }
        List<Problem> unknown = new ArrayList<>();
        for (String column : columns) {
            if (!parameters.containsKey(column) && unknown.size() < PlacesRun.MOST_TOLD) {
                unknown.add(Problem.ofKey(ProblemCode.UNKNOWN_COLUMN, column, column)
                        .suggesting(Spelling.nearest(column, parameters.keySet()))
                        .in(table.place(1)));
            }
        }
        if (!unknown.isEmpty()) {
            throw new InvalidScenarioException(unknown);
        }
        return columns;
    }

    /** Names what is passed over, and warns of what was perhaps meant as a parameter. */
    private static void tellPassedOver(
            List<String> columns, Set<String> parameters, PlaceTable table, Invocation invocation) {
        List<String> names = new ArrayList<>();
        List<Problem> near = new ArrayList<>();
        for (String column : columns) {
            if (!parameters.contains(column)) {
                names.add("`" + Problem.shown(column) + "`");
                String meant = Spelling.nearest(column.toLowerCase(Locale.ROOT), parameters);
                if (meant != null && near.size() < MOST_NAMED) {
                    near.add(Problem.ofKey(ProblemCode.COLUMN_PASSED_OVER, column, column)
                            .suggesting(meant)
                            .in(table.place(1)));
                }
            }
        }
        if (!names.isEmpty()) {
            Messages messages = invocation.messages();
            int more = names.size() - MOST_NAMED;
            String named = String.join(", ", more > 0 ? names.subList(0, MOST_NAMED) : names);
            invocation
                    .console()
                    .tell(Plain.line(
                            more > 0
                                    ? messages.text("portfolio.passed_over_more", named, more)
                                    : messages.text("portfolio.passed_over", named)));
            invocation.tell(near, table.file());
        }
    }

    /** What a choice needs; a page ranks places, and so needs as much without a budget. */
    private static @Nullable ChoiceFigures figures(Invocation invocation) {
        ChoiceFigures figures = new ChoiceArguments(invocation).figures();
        return figures == null && invocation.arguments().has(Option.REPORT) ? ChoiceFigures.netPresentValue() : figures;
    }

    private static Portfolio portfolio(ScenarioSession study, List<String> columns, Invocation invocation) {
        Simulation simulation =
                invocation.arguments().has(Option.DRAWS) ? new SimulationArguments(invocation).settings(study) : null;
        return study.portfolio(columns, simulation, invocation.arguments().has(Option.UNITS), figures(invocation));
    }

    private static Result run(Work work) throws IOException {
        OutputFile out = work.asked().out();
        Path file = out == null ? null : out.file();
        Portfolio portfolio = portfolio(work.study(), work.columns().parameters(), work.invocation());
        if (file != null) {
            return into(file, portfolio, work);
        }
        // What cannot be put in its place in one step is made elsewhere, and written when it is whole.
        try (TemporaryFile folder = TemporaryFile.folder()) {
            Path whole = folder.path().resolve("places");
            Result result = into(whole, portfolio, work);
            if (out != null && Files.exists(whole)) {
                out.write(stream -> Files.copy(whole, stream), work.invocation().console());
            }
            return result;
        }
    }

    private static Result into(Path out, Portfolio portfolio, Work work) throws IOException {
        Invocation invocation = work.invocation();
        boolean resumes = invocation.arguments().has(Option.RESUME);
        String fingerprint = Fingerprint.of(work.study(), portfolio, work.file(), work.mapping(), invocation);
        try (CommandThreads crew = CommandThreads.of(invocation);
                UnfinishedFile file = UnfinishedFile.open(out, fingerprint, resumes)) {
            // Not before: while another run is writing, only that is told.
            invocation.tell(work.study().warnings(), work.study().name());
            if (file.hasDiscarded()) {
                invocation.console().tell(invocation.messages().text("portfolio.anew", out));
            }
            try {
                return evaluated(file, portfolio, work, crew);
            } catch (InvalidScenarioException | UsageException e) {
                file.discard();
                throw e;
            }
        } catch (UnfinishedFile.CannotGoOnException e) {
            throw invocation.wrong(e.reason(), e.file());
        }
    }

    private static Result evaluated(UnfinishedFile file, Portfolio portfolio, Work work, CommandThreads crew)
            throws IOException {
        Invocation invocation = work.invocation();
        PlacesArguments asked = work.asked();
        PlacesPage page = work.page();
        PlaceTable table = work.columns().table();
        Messages messages = invocation.messages();
        OutputFile out = asked.out();
        PlaceForm form = PlaceForm.of(
                        asked.form(out),
                        asked.dialect(),
                        portfolio,
                        work.columns().hasNames())
                .orElseThrow(() -> invocation.wrong("usage.place_form", Option.OUT.word(), name(out)));
        boolean skips = invocation.arguments().has(Option.SKIP_BAD_ROWS);
        KeptPortfolios portfolios =
                new KeptPortfolios(portfolio, columns -> portfolio(work.study(), columns, invocation));
        PlacesRun run =
                new PlacesRun(portfolios, work.columns(), form, skips, page == null ? null : page.likeness(), crew);
        run.into(file);
        crew.clear();
        invocation.tell(run.told(), table.file());
        invocation.tell(run.repeated(), table.file());
        invocation.tell(run.warnings(), table.file());
        if (run.bad() > PlacesRun.MOST_TOLD) {
            invocation.console().tell(messages.text("portfolio.more_bad_rows", run.bad() - PlacesRun.MOST_TOLD));
        }
        if (run.rows() == 0) {
            invocation.tell(List.of(noPlace(run, work.mapping(), table)), table.file());
        }
        if (run.rows() == 0 || (run.bad() > 0 && !skips) || !run.repeated().isEmpty()) {
            file.discard();
            return Result.wrong();
        }
        List<Long> starts = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (UnfinishedFile.WrittenPart part :
                file.written().subList(1, file.written().size())) {
            starts.add(part.start());
            notes.add(part.note());
        }
        List<ChoiceOfPlaces> choices = choices(work.study(), portfolio, file, asked, crew, invocation);
        String made = page == null ? "" : page.made(file, portfolio, run, choices, crew);
        file.finish(form.end(starts, notes));
        tell(run, invocation);
        if (page != null) {
            page.write(made);
        }
        String summary = summary(portfolio, run, choices, work);
        if ((out != null && out.isStandardOutput()) || (page != null && page.isStandardOutput())) {
            invocation.console().tell(summary.stripTrailing());
        } else {
            invocation.console().print(summary);
        }
        return Result.done("");
    }

    /** What to tell where no row is left. */
    private static Problem noPlace(PlacesRun run, @Nullable ColumnMapping mapping, PlaceTable table) {
        return mapping != null && run.passedOver() > 0
                ? mapping.located(
                        Problem.of(ProblemCode.NO_PLACE_KEPT, "where", Long.toString(run.passedOver()), table.file()))
                : Problem.of(ProblemCode.EMPTY_TABLE, Problem.NO_PATH).in(table.place(1));
    }

    private static List<ChoiceOfPlaces> choices(
            ScenarioSession study,
            Portfolio portfolio,
            UnfinishedFile file,
            PlacesArguments asked,
            CommandThreads crew,
            Invocation invocation)
            throws IOException {
        ChoiceArguments choice = asked.choice();
        ChoiceFigures figures = choice.figures();
        if (figures == null) {
            return List.of();
        }
        List<Long> starts = file.written().subList(1, file.written().size()).stream()
                .map(UnfinishedFile.WrittenPart::keptStart)
                .toList();
        try (OptionRecord kept = OptionRecord.open(file.kept(), starts, portfolio)) {
            Set<String> ids = new HashSet<>();
            for (String id : kept.ids()) {
                if (!ids.add(id)) {
                    throw invocation.wrong("portfolio.repeated_id", id);
                }
            }
            ChoiceLimits limits = limits(ChoiceLimits.of(choice.ceilings()), kept, choice, invocation);
            List<ChoiceOfPlaces> choices = new PlacesChoice(
                            portfolio,
                            kept,
                            new ChoiceOfPlaces.Question(figures, limits, Optional.ofNullable(choice.per())),
                            crew)
                    .all();
            for (ChoiceOfPlaces each : choices) {
                if (!each.choice().isFeasible()) {
                    throw tooDear(each, study.scenario(), invocation);
                }
            }
            return choices;
        }
    }

    /** Why nothing can be chosen: what the least that is to be done takes of each budget. */
    private static UsageException tooDear(ChoiceOfPlaces choice, Scenario scenario, Invocation invocation) {
        Messages messages = invocation.messages();
        Numbers numbers = new Numbers(messages.language(), scenario.currency());
        ChoiceLimits limits = choice.question().limits();
        List<Integer> years = choice.question().figures().years();
        List<String> needs = new ArrayList<>();
        for (int budget = 0; budget < limits.budgets(); budget++) {
            double least = BudgetChoice.leastCost(choice.options(), limits, budget);
            if (least > limits.ceiling(budget)) {
                String amount = numbers.money(least);
                needs.add(
                        years.isEmpty()
                                ? amount
                                : messages.text("usage.at_least_needs", amount, String.valueOf(years.get(budget))));
            }
        }
        String asked = choice.question().per().orElse("");
        return needs.isEmpty()
                ? invocation.wrong("usage.at_least_not_found", Option.AT_LEAST.word(), limits.atLeast(), asked)
                : invocation.wrong(
                        "usage.at_least_too_dear",
                        Option.AT_LEAST.word(),
                        limits.atLeast(),
                        asked,
                        String.join(", ", needs),
                        Option.BUDGET.word());
    }

    /** The ceilings, and the floor if there is one. */
    private static ChoiceLimits limits(
            ChoiceLimits ceilings, OptionRecord kept, ChoiceArguments choice, Invocation invocation) {
        String per = choice.per();
        if (per == null) {
            return ceilings;
        }
        Map<String, Integer> sizes = new LinkedHashMap<>();
        kept.groups().forEach(group -> sizes.merge(group, 1, Integer::sum));
        for (Map.Entry<String, Integer> group : sizes.entrySet()) {
            if (group.getValue() < choice.atLeast()) {
                throw invocation.wrong(
                        "usage.at_least_too_many",
                        Option.AT_LEAST.word(),
                        choice.atLeast(),
                        group.getKey(),
                        group.getValue(),
                        per);
            }
        }
        List<String> groups = new ArrayList<>(sizes.keySet());
        Map<String, Integer> numbers = new HashMap<>();
        groups.forEach(group -> numbers.put(group, numbers.size()));
        return ceilings.atLeast(
                choice.atLeast(), kept.groups().stream().mapToInt(numbers::get).toArray());
    }

    private static void tell(PlacesRun run, Invocation invocation) {
        Messages messages = invocation.messages();
        if (run.bad() > 0) {
            invocation.console().tell(messages.text("portfolio.skipped", run.bad(), run.rows()));
        }
        if (run.clamped() > 0) {
            invocation.console().tell(messages.text("portfolio.clamped", run.clamped()));
        }
    }

    private static String summary(Portfolio portfolio, PlacesRun run, List<ChoiceOfPlaces> choices, Work work) {
        Invocation invocation = work.invocation();
        PlacesArguments asked = work.asked();
        PlacesPage page = work.page();
        ScenarioSession study = work.study();
        long places = run.rows() - run.bad() - run.leftOut();
        if (invocation.isFormat("json")) {
            Map<String, @Nullable Object> tree = new LinkedHashMap<>();
            tree.put("id", study.scenario().id());
            tree.put("rows", run.rows());
            tree.put("skipped", run.bad());
            tree.put("lines", places * portfolio.cases());
            tree.put("draws", portfolio.draws() == 0 ? null : portfolio.draws());
            tree.put("clamped", run.clamped());
            if (work.mapping() != null) {
                tree.put("passed_over", run.passedOver());
                tree.put("left_out", run.leftOut());
            }
            if (!choices.isEmpty()) {
                tree.put("choices", choices.stream().map(ChoiceTree::of).toList());
            }
            return Json.line(tree) + "\n";
        }
        Messages messages = invocation.messages();
        Numbers numbers = new Numbers(messages.language(), study.scenario().currency());
        StringBuilder text = new StringBuilder();
        if (asked.out() != null) {
            text.append(messages.text(
                            "portfolio.done",
                            numbers.whole((double) places),
                            numbers.whole(portfolio.cases()),
                            numbers.whole((double) places * portfolio.cases()),
                            name(asked.out())))
                    .append('\n');
        }
        if (page != null) {
            text.append(messages.text("portfolio.page", numbers.whole((double) places), name(page.file())))
                    .append('\n');
        }
        if (run.passedOver() + run.leftOut() > 0) {
            text.append(messages.text(
                            "portfolio.not_all", numbers.whole((double) run.passedOver()), numbers.whole((double)
                                    run.leftOut())))
                    .append('\n');
        }
        choices.forEach(choice -> text.append(ChoiceText.of(choice, study.scenario(), messages)));
        return invocation.toRead(text.toString());
    }

    private static Object name(@Nullable OutputFile out) {
        if (out == null) {
            return "";
        }
        Path file = out.file();
        return file == null ? out.name() : file;
    }
}
