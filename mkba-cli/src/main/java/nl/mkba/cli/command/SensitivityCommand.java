package nl.mkba.cli.command;

import java.util.List;
import java.util.Map;
import nl.mkba.cli.render.Csv;
import nl.mkba.cli.render.Json;
import nl.mkba.cli.render.ProblemTree;
import nl.mkba.cli.render.SensitivityText;
import nl.mkba.cli.render.SensitivityTree;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.sensitivity.SensitivityRequest;
import nl.mkba.sensitivity.SensitivityResult;
import org.jspecify.annotations.Nullable;

/** {@code mkba sensitivity}: what the result depends on, where it turns, and what it is worth to know more. */
final class SensitivityCommand implements Command {

    private static final int FEWEST_SAMPLES = 2;

    @Override
    public Syntax syntax() {
        return new Syntax(
                "sensitivity",
                "FILE",
                1,
                1,
                List.of("text", "json", "csv"),
                Option.reading(
                        Option.DRAWS,
                        Option.SEED,
                        Option.SAMPLING,
                        Option.SAMPLES,
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
        asked.check();
        int samples = asked.whole(Option.SAMPLES, FEWEST_SAMPLES, SensitivityRequest.BASE_SAMPLE);
        try {
            Study study = Study.read(name, invocation);
            SensitivityRequest request = SensitivityRequest.of(study.scenario())
                    .withSimulation(asked.settings(study.scenario().simulation()))
                    .withBaseSample(samples);
            SensitivityResult result = analyse(study, request, invocation);
            invocation.tell(study.warnings(), name);
            return Result.done(render(study, result, invocation));
        } catch (InvalidScenarioException e) {
            invocation.tell(e.problems(), name);
            return Result.wrong();
        }
    }

    private static SensitivityResult analyse(Study study, SensitivityRequest request, Invocation invocation) {
        try (Crew crew = Crew.of(invocation)) {
            return study.analyse(request, crew.workers());
        }
    }

    private static String render(Study study, SensitivityResult result, Invocation invocation) {
        boolean isCsv = invocation.isFormat("csv");
        if (isCsv || invocation.isFormat("json")) {
            ProblemTree problems =
                    new ProblemTree(invocation.messages().language().locale());
            Map<String, @Nullable Object> tree = SensitivityTree.of(result, study.warnings(), problems);
            return isCsv ? Csv.of(List.of(tree)) : Json.line(tree) + "\n";
        }
        return SensitivityText.of(result, study.selection(), invocation.messages());
    }
}
