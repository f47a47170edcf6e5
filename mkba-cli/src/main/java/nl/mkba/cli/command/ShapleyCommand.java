package nl.mkba.cli.command;

import java.io.IOException;
import java.util.List;
import nl.mkba.cli.render.ShapleyText;
import nl.mkba.cooperation.ShapleyResult;
import nl.mkba.json.tree.ShapleyTree;

/** {@code mkba shapley}: what each intervention adds to the package. */
final class ShapleyCommand implements Command {

    @Override
    public Syntax syntax() {
        return new Syntax("shapley", "FILE", 1, 1, List.of("text", "json", "csv"), Option.drawing(Option.CSV));
    }

    @Override
    public Result run(Invocation invocation) throws IOException {
        SimulationArguments asked = new SimulationArguments(invocation);
        asked.checkOptional();
        return ScenarioSession.work(invocation, study -> {
            ShapleyResult result = asked.draws()
                    ? CommandThreads.work(invocation, workers -> study.shapley(asked.settings(study), workers))
                    : study.shapley();
            return invocation.rendered(
                    problems -> ShapleyTree.of(result, study.warnings(), problems),
                    () -> ShapleyText.of(result, study.selection(), invocation.messages()));
        });
    }
}
