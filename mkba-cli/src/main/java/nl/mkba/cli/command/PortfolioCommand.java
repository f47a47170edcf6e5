package nl.mkba.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import nl.mkba.cli.language.Messages;
import nl.mkba.cli.language.Numbers;
import nl.mkba.cli.render.ChoiceOfPlaces;
import nl.mkba.cli.render.ChoiceText;
import nl.mkba.cli.render.ChoiceTree;
import nl.mkba.cli.render.Json;
import nl.mkba.cli.table.PlaceForm;
import nl.mkba.file.portfolio.PlaceTable;
import nl.mkba.portfolio.Portfolio;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.problem.Spelling;
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
                        Option.DRAWS,
                        Option.SEED,
                        Option.SAMPLING,
                        Option.EFFECTS,
                        Option.CSV,
                        Option.IGNORE_COLUMNS,
                        Option.SKIP_BAD_ROWS,
                        Option.RESUME,
                        Option.BUDGET,
                        Option.BUDGET_OF,
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
        Portfolio portfolio;
        try {
            study = ScenarioSession.read(name, invocation);
        } catch (InvalidScenarioException e) {
            invocation.tell(e.problems(), name);
            return Result.wrong();
        }
        try (PlaceTable table = PlaceTable.open(asked.table())) {
            portfolio = portfolio(study, columns(table, study, invocation), invocation);
            invocation.tell(study.warnings(), name);
            return run(study, portfolio, table, asked, invocation);
        } catch (InvalidScenarioException e) {
            invocation.tell(e.problems(), name);
            return Result.wrong();
        }
    }

    /** The table's columns that give a parameter a value. */
    private static List<String> columns(PlaceTable table, ScenarioSession study, Invocation invocation) {
        Map<String, ?> parameters = study.scenario().parameters();
        List<String> columns = new ArrayList<>(table.columns());
        columns.remove(PlaceTable.ID);
        if (invocation.arguments().has(Option.IGNORE_COLUMNS)) {
            columns.retainAll(parameters.keySet());
            return columns;
        }
        List<Problem> unknown = new ArrayList<>();
        for (String column : columns) {
            if (!parameters.containsKey(column)) {
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

    private static Portfolio portfolio(ScenarioSession study, List<String> columns, Invocation invocation) {
        Simulation simulation =
                invocation.arguments().has(Option.DRAWS) ? new SimulationArguments(invocation).settings(study) : null;
        return study.portfolio(columns, simulation, new PlacesArguments(invocation).budgetOf());
    }

    private static Result run(
            ScenarioSession study, Portfolio portfolio, PlaceTable table, PlacesArguments asked, Invocation invocation)
            throws IOException {
        Messages messages = invocation.messages();
        Path out = asked.out();
        PlaceForm form = PlaceForm.of(String.valueOf(out), asked.dialect(), portfolio)
                .orElseThrow(() -> invocation.wrong("usage.place_form", Option.OUT.word(), out));
        boolean skips = invocation.arguments().has(Option.SKIP_BAD_ROWS);
        boolean resumes = invocation.arguments().has(Option.RESUME);
        if (!resumes && UnfinishedFile.isThere(out)) {
            invocation.console().tell(messages.text("portfolio.anew", out));
        }
        String fingerprint = Fingerprint.of(study, portfolio, asked, invocation);
        try (CommandThreads crew = CommandThreads.of(invocation);
                UnfinishedFile file = UnfinishedFile.open(out, fingerprint, resumes)) {
            PlacesRun run = new PlacesRun(portfolio, table, form, skips, costFigure(portfolio, asked), crew);
            run.into(file);
            crew.clear();
            invocation.tell(run.told(), table.file());
            if (run.bad() > PlacesRun.MOST_TOLD) {
                invocation.console().tell(messages.text("portfolio.more_bad_rows", run.bad() - PlacesRun.MOST_TOLD));
            }
            if (run.rows() == 0) {
                invocation.tell(
                        List.of(Problem.of(ProblemCode.EMPTY_TABLE, Problem.NO_PATH)
                                .in(table.place(1))),
                        table.file());
            }
            if (run.rows() == 0 || (run.bad() > 0 && !skips)) {
                file.discard();
                return Result.wrong();
            }
            List<Long> starts = new ArrayList<>();
            List<String> notes = new ArrayList<>();
            for (UnfinishedFile.WrittenPart part :
                    file.parts().subList(1, file.parts().size())) {
                starts.add(part.start());
                notes.add(part.note());
            }
            List<ChoiceOfPlaces> choices = choices(portfolio, file, asked, crew, invocation);
            file.finish(form.end(starts, notes));
            tell(run, invocation);
            invocation.console().print(summary(study, portfolio, run, choices, asked, invocation));
            return Result.done("");
        } catch (UnfinishedFile.CannotGoOnException e) {
            throw invocation.wrong(e.reason(), out);
        }
    }

    /** The figure that the budget is for; −1 without a budget. */
    private static int costFigure(Portfolio portfolio, PlacesArguments asked) {
        if (asked.budget().isEmpty()) {
            return -1;
        }
        String party = asked.budgetOf();
        return portfolio.figures().indexOf(party == null ? "pv_costs" : "costs_" + party);
    }

    private static List<ChoiceOfPlaces> choices(
            Portfolio portfolio, UnfinishedFile file, PlacesArguments asked, CommandThreads crew, Invocation invocation)
            throws IOException {
        OptionalDouble budget = asked.budget();
        if (budget.isEmpty()) {
            return List.of();
        }
        List<Long> starts = file.parts().subList(1, file.parts().size()).stream()
                .map(UnfinishedFile.WrittenPart::keptStart)
                .toList();
        try (OptionRecord kept = OptionRecord.open(file.kept(), starts, portfolio.cases())) {
            Set<String> ids = new HashSet<>();
            for (String id : kept.ids()) {
                if (!ids.add(id)) {
                    file.discard();
                    throw invocation.wrong("portfolio.repeated_id", id);
                }
            }
            return new PlacesChoice(portfolio, kept, budget.getAsDouble(), crew).all();
        }
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

    private static String summary(
            ScenarioSession study,
            Portfolio portfolio,
            PlacesRun run,
            List<ChoiceOfPlaces> choices,
            PlacesArguments asked,
            Invocation invocation) {
        long places = run.rows() - run.bad();
        if (invocation.isFormat("json")) {
            Map<String, @Nullable Object> tree = new LinkedHashMap<>();
            tree.put("id", study.scenario().id());
            tree.put("rows", run.rows());
            tree.put("skipped", run.bad());
            tree.put("lines", places * portfolio.cases());
            tree.put("draws", portfolio.draws() == 0 ? null : portfolio.draws());
            tree.put("clamped", run.clamped());
            if (!choices.isEmpty()) {
                tree.put(
                        "choices",
                        choices.stream()
                                .map(choice -> ChoiceTree.of(choice, asked.budgetOf()))
                                .toList());
            }
            return Json.line(tree) + "\n";
        }
        Messages messages = invocation.messages();
        Numbers numbers = new Numbers(messages.language(), study.scenario().currency());
        StringBuilder text = new StringBuilder(messages.text(
                "portfolio.done",
                numbers.whole((double) places),
                numbers.whole(portfolio.cases()),
                numbers.whole((double) places * portfolio.cases()),
                asked.out()));
        text.append('\n');
        choices.forEach(choice -> text.append(ChoiceText.of(choice, study.scenario(), asked.budgetOf(), messages)));
        return invocation.toRead(text.toString());
    }
}
