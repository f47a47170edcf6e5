package nl.mkba.cli.command;

import java.util.List;
import nl.mkba.cli.render.CoalitionText;
import nl.mkba.cli.render.CoalitionTree;
import nl.mkba.cli.render.Csv;
import nl.mkba.cli.render.Json;
import nl.mkba.cli.render.ProblemTree;
import nl.mkba.cooperation.CoalitionResult;
import nl.mkba.problem.InvalidScenarioException;

/** {@code mkba coalition}: who pays, who gains, and who would have to compensate whom. */
final class CoalitionCommand implements Command {

    @Override
    public Syntax syntax() {
        return new Syntax(
                "coalition",
                "FILE",
                1,
                1,
                List.of("text", "json", "csv"),
                Option.reading(
                        Option.DRAWS,
                        Option.SEED,
                        Option.SAMPLING,
                        Option.EFFECTS,
                        Option.THREADS,
                        Option.QUIET,
                        Option.CSV,
                        Option.FORMAT));
    }

    @Override
    public Result run(Invocation invocation) {
        String name = invocation.arguments().operands().get(0);
        SimulationArguments asked = new SimulationArguments(invocation);
        asked.checkOptional();
        try {
            Study study = Study.read(name, invocation);
            CoalitionResult result = coalition(study, asked, invocation);
            invocation.tell(study.warnings(), name);
            return Result.done(render(study, result, invocation));
        } catch (InvalidScenarioException e) {
            invocation.tell(e.problems(), name);
            return Result.wrong();
        }
    }

    private static CoalitionResult coalition(Study study, SimulationArguments asked, Invocation invocation) {
        if (!asked.draws()) {
            return study.coalition();
        }
        try (Crew crew = Crew.of(invocation)) {
            return study.coalition(asked.settings(study.scenario().simulation()), crew.workers());
        }
    }

    private static String render(Study study, CoalitionResult result, Invocation invocation) {
        if (invocation.isFormat("csv")) {
            return Csv.of(List.of(CoalitionTree.forTable(result)));
        }
        if (invocation.isFormat("json")) {
            ProblemTree problems =
                    new ProblemTree(invocation.messages().language().locale());
            return Json.line(CoalitionTree.of(result, study.warnings(), problems)) + "\n";
        }
        return CoalitionText.of(result, study.selection(), invocation.messages());
    }
}
