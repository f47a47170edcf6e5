package nl.mkba.cli.command;

import java.util.List;
import java.util.Map;
import nl.mkba.cli.render.AttributionText;
import nl.mkba.cli.render.AttributionTree;
import nl.mkba.cli.render.Csv;
import nl.mkba.cli.render.Json;
import nl.mkba.cli.render.ProblemTree;
import nl.mkba.cooperation.AttributionResult;
import nl.mkba.problem.InvalidScenarioException;
import org.jspecify.annotations.Nullable;

/** {@code mkba attribution}: what each intervention adds to the package. */
final class AttributionCommand implements Command {

    @Override
    public Syntax syntax() {
        return new Syntax(
                "attribution",
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
            AttributionResult result = attribution(study, asked, invocation);
            invocation.tell(study.warnings(), name);
            return Result.done(render(study, result, invocation));
        } catch (InvalidScenarioException e) {
            invocation.tell(e.problems(), name);
            return Result.wrong();
        }
    }

    private static AttributionResult attribution(Study study, SimulationArguments asked, Invocation invocation) {
        if (!asked.draws()) {
            return study.attribution();
        }
        try (Crew crew = Crew.of(invocation)) {
            return study.attribution(asked.settings(study.scenario().simulation()), crew.workers());
        }
    }

    private static String render(Study study, AttributionResult result, Invocation invocation) {
        boolean isCsv = invocation.isFormat("csv");
        if (isCsv || invocation.isFormat("json")) {
            ProblemTree problems =
                    new ProblemTree(invocation.messages().language().locale());
            Map<String, @Nullable Object> tree = AttributionTree.of(result, study.warnings(), problems);
            return isCsv ? Csv.of(List.of(tree)) : Json.line(tree) + "\n";
        }
        return AttributionText.of(result, study.selection(), invocation.messages());
    }
}
