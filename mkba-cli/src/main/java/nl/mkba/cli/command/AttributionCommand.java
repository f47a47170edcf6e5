package nl.mkba.cli.command;

import java.io.IOException;
import java.util.List;
import nl.mkba.cli.render.AttributionText;
import nl.mkba.cli.render.AttributionTree;
import nl.mkba.cooperation.AttributionResult;

/** {@code mkba attribution}: what each intervention adds to the package. */
final class AttributionCommand implements Command {

    @Override
    public Syntax syntax() {
        return new Syntax("attribution", "FILE", 1, 1, List.of("text", "json", "csv"), Option.drawing(Option.CSV));
    }

    @Override
    public Result run(Invocation invocation) throws IOException {
        SimulationArguments asked = new SimulationArguments(invocation);
        asked.checkOptional();
        return Study.work(invocation, study -> {
            AttributionResult result = asked.draws()
                    ? Crew.work(invocation, workers -> study.attribution(asked.settings(study), workers))
                    : study.attribution();
            return invocation.rendered(
                    problems -> AttributionTree.of(result, study.warnings(), problems),
                    () -> AttributionText.of(result, study.selection(), invocation.messages()));
        });
    }
}
