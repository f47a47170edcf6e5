package nl.mkba.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.mkba.cli.language.Messages;
import nl.mkba.cli.render.ChoiceOfPlaces;
import nl.mkba.cli.table.PlaceForm;
import nl.mkba.engine.portfolio.ChoiceFigures;
import nl.mkba.engine.portfolio.ChosenRows;
import nl.mkba.engine.portfolio.Portfolio;
import nl.mkba.file.evaluation.KeptPortfolios;
import nl.mkba.file.format.ColumnMapping;
import nl.mkba.file.format.InputFile;
import nl.mkba.file.portfolio.PlaceTable;
import nl.mkba.file.portfolio.TableColumns;
import nl.mkba.portfolio.ChoiceRequest;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.scenario.Simulation;
import org.jspecify.annotations.Nullable;

/** {@code mkba portfolio}: one scenario for every row of a table. */
final class PortfolioCommand implements Command {

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
                    ? TableColumns.named(
                            table, PlacesColumns.named(table, study, per, likeness, invocation), per, likeness)
                    : TableColumns.mapped(
                            table, mapping, study.scenario().parameters().keySet(), per, likeness);
            if (mapping != null && asked.isCheck()) {
                return ColumnsCheck.of(columns, mapping, invocation);
            }
            if (mapping != null) {
                invocation.tell(
                        mapping.nearlyPassedOver(study.scenario().parameters().keySet()), mapping.origin());
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

    /** What a choice needs; a page ranks places, and so needs as much without a budget. */
    private static @Nullable ChoiceFigures figures(Invocation invocation) {
        ChoiceRequest request = new ChoiceArguments(invocation).request();
        if (request != null) {
            return ChosenRows.figures(request);
        }
        return invocation.arguments().has(Option.REPORT) ? ChoiceFigures.netPresentValue() : null;
    }

    private static Portfolio portfolio(ScenarioSession study, List<String> columns, Invocation invocation) {
        Simulation simulation =
                invocation.arguments().has(Option.DRAWS) ? new SimulationArguments(invocation).settings(study) : null;
        return study.portfolio(
                columns,
                simulation,
                invocation.arguments().has(Option.UNITS),
                figures(invocation),
                CommandThreads.unwatched(invocation));
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
                invocation.console().tell(invocation.messages().text("portfolio.discarded", out));
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
                .orElseThrow(() -> invocation.wrong("usage.place_form", Option.OUT.word(), OutputFile.shown(out)));
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
        boolean isEmpty = run.rows() == 0 || (run.places() == 0 && (run.bad() == 0 || skips));
        if (isEmpty) {
            invocation.tell(List.of(noPlace(run, work.mapping(), table)), table.file());
        }
        if (isEmpty || (run.bad() > 0 && !skips) || !run.repeated().isEmpty()) {
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
        List<ChoiceOfPlaces> choices =
                PlacesChoice.asked(work.study(), portfolio, file, asked.choice(), run.groups(), crew, invocation);
        String made = page == null ? "" : page.made(file, portfolio, run, choices, crew);
        file.finish(form.end(starts, notes));
        tell(run, invocation);
        if (page != null) {
            page.write(made);
        }
        String summary = new PlacesSummary(work.study(), portfolio, run, choices, invocation)
                .of(work.mapping() != null, out, page == null ? null : page.file());
        if ((out != null && out.isStandardOutput()) || (page != null && page.isStandardOutput())) {
            invocation.console().tell(summary.stripTrailing());
        } else {
            invocation.console().print(summary);
        }
        return Result.done("");
    }

    /** What to tell where no row is left. */
    private static Problem noPlace(PlacesRun run, @Nullable ColumnMapping mapping, PlaceTable table) {
        if (run.rows() > 0) {
            Problem problem = Problem.of(
                    ProblemCode.NO_PLACE_LEFT,
                    Problem.NO_PATH,
                    String.valueOf(run.leftOut()),
                    String.valueOf(run.bad()));
            return problem.in(table.place(1));
        }
        return mapping != null && run.passedOver() > 0
                ? mapping.noPlaceKept(run.passedOver(), table.file())
                : Problem.of(ProblemCode.EMPTY_TABLE, Problem.NO_PATH).in(table.place(1));
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
}
