package nl.mkba.cli.command;

import java.io.IOException;
import java.util.List;
import nl.mkba.cli.render.CoalitionText;
import nl.mkba.cli.render.Csv;
import nl.mkba.cooperation.CoalitionResult;
import nl.mkba.json.tree.CoalitionTree;

/** {@code mkba coalition}: who pays, who gains, and who would have to compensate whom. */
final class CoalitionCommand implements Command {

    @Override
    public Syntax syntax() {
        return new Syntax("coalition", "FILE", 1, 1, List.of("text", "json", "csv"), Option.drawing(Option.CSV));
    }

    @Override
    public Result run(Invocation invocation) throws IOException {
        SimulationArguments asked = new SimulationArguments(invocation);
        asked.checkOptional();
        return ScenarioSession.work(invocation, study -> {
            CoalitionResult result = asked.draws()
                    ? CommandThreads.work(invocation, workers -> study.coalition(asked.settings(study), workers))
                    : study.coalition();
            if (invocation.isFormat("csv")) {
                // A line has both bases beside each other, which the tree has apart.
                return Csv.of(List.of(CoalitionTree.forTable(result)));
            }
            return invocation.rendered(
                    problems -> CoalitionTree.of(result, study.warnings(), problems),
                    () -> CoalitionText.of(result, study.selection(), invocation.messages()));
        });
    }
}
