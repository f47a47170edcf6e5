package nl.mkba.cli.command;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import nl.mkba.cli.render.Csv;
import nl.mkba.cli.render.Json;
import nl.mkba.cli.render.ProblemTree;
import nl.mkba.cli.render.SimulationText;
import nl.mkba.cli.render.SimulationTree;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.uncertainty.SimulationRequest;
import nl.mkba.uncertainty.SimulationResult;
import org.jspecify.annotations.Nullable;

/** {@code mkba simulate}: every result with its chance. */
final class SimulateCommand implements Command {

    @Override
    public Syntax syntax() {
        return new Syntax(
                "simulate",
                "FILE",
                1,
                1,
                List.of("text", "json", "csv"),
                Option.reading(
                        Option.DRAWS,
                        Option.SEED,
                        Option.SAMPLING,
                        Option.PRECISION,
                        Option.EFFECTS,
                        Option.DRAWS_OUT,
                        Option.THREADS,
                        Option.QUIET,
                        Option.CSV,
                        Option.FORMAT));
    }

    @Override
    public Result run(Invocation invocation) throws IOException {
        String name = invocation.arguments().operands().get(0);
        DrawsFile file = DrawsFile.named(invocation);
        SimulationArguments asked = new SimulationArguments(invocation);
        asked.check();
        try {
            Study study = Study.read(name, invocation);
            SimulationResult result = simulate(study, asked, invocation);
            if (file != null) {
                file.write(result.draws());
            }
            invocation.tell(study.warnings(), name);
            return Result.done(render(study, result, invocation));
        } catch (InvalidScenarioException e) {
            invocation.tell(e.problems(), name);
            return Result.wrong();
        }
    }

    private static SimulationResult simulate(Study study, SimulationArguments asked, Invocation invocation) {
        SimulationRequest request =
                SimulationRequest.of(asked.settings(study.scenario().simulation()));
        OptionalDouble precision = asked.precision();
        if (precision.isPresent()) {
            request = request.withPrecision(precision.getAsDouble());
        }
        try (Crew crew = Crew.of(invocation)) {
            return study.simulate(request, crew.workers());
        }
    }

    private static String render(Study study, SimulationResult result, Invocation invocation) {
        boolean isCsv = invocation.isFormat("csv");
        if (isCsv || invocation.isFormat("json")) {
            ProblemTree problems =
                    new ProblemTree(invocation.messages().language().locale());
            Map<String, @Nullable Object> tree = SimulationTree.of(result, study.warnings(), problems);
            return isCsv ? Csv.of(List.of(tree)) : Json.line(tree) + "\n";
        }
        return SimulationText.of(result, study.selection(), study.name(), invocation.messages());
    }
}
