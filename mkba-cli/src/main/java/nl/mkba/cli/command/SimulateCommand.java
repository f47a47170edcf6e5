package nl.mkba.cli.command;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import nl.mkba.cli.render.BasisTree;
import nl.mkba.cli.render.SimulationText;
import nl.mkba.json.tree.SimulationTree;
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
                Option.drawing(Option.PRECISION, Option.UNITS, Option.DRAWS_OUT, Option.CSV));
    }

    @Override
    public Result run(Invocation invocation) throws IOException {
        DrawsFile file = DrawsFile.named(invocation);
        SimulationArguments asked = new SimulationArguments(invocation);
        asked.check();
        return ScenarioSession.work(invocation, study -> {
            SimulationRequest request = asked.request(study);
            SimulationResult result = CommandThreads.work(invocation, workers -> study.simulate(request, workers));
            if (file != null) {
                study.checkColumns(result);
                file.write(result.draws());
            }
            return invocation.rendered(
                    problems -> {
                        Map<String, @Nullable Object> tree = SimulationTree.of(result, study.warnings(), problems);
                        if (invocation.isFormat("csv")) {
                            tree.put("basis", BasisTree.of(study.scenario(), study.selection(), invocation.messages()));
                        }
                        return tree;
                    },
                    () -> SimulationText.of(result, study.selection(), study.name(), invocation.messages()));
        });
    }
}
