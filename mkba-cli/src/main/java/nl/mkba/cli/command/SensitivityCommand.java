package nl.mkba.cli.command;

import java.io.IOException;
import java.util.List;
import nl.mkba.cli.render.SensitivityText;
import nl.mkba.json.tree.SensitivityTree;
import nl.mkba.sensitivity.SensitivityRequest;
import nl.mkba.sensitivity.SensitivityResult;

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
                Option.drawing(Option.SAMPLES, Option.CSV));
    }

    @Override
    public Result run(Invocation invocation) throws IOException {
        SimulationArguments asked = new SimulationArguments(invocation);
        asked.check();
        int samples = asked.whole(Option.SAMPLES, FEWEST_SAMPLES, SensitivityRequest.BASE_SAMPLE);
        return ScenarioSession.work(invocation, study -> {
            SensitivityRequest request = SensitivityRequest.of(study.scenario())
                    .withSimulation(asked.settings(study))
                    .withBaseSample(samples);
            SensitivityResult result = CommandThreads.work(invocation, workers -> study.analyse(request, workers));
            return invocation.rendered(
                    problems -> SensitivityTree.of(result, study.warnings(), problems),
                    () -> SensitivityText.of(result, study.selection(), invocation.messages()));
        });
    }
}
