package nl.mkba.cli.command;

import java.io.IOException;
import java.util.List;
import nl.mkba.cli.render.ExplanationText;
import nl.mkba.explain.Explanation;
import nl.mkba.json.tree.ExplanationTree;

/** {@code mkba explain}: one stream, from parameters to present value. */
final class ExplainCommand implements Command {

    @Override
    public Syntax syntax() {
        return new Syntax(
                "explain", "FILE INTERVENTION.STREAM", 2, 2, List.of("text", "json"), Option.reading(Option.FORMAT));
    }

    @Override
    public Result run(Invocation invocation) throws IOException {
        return ScenarioSession.work(invocation, study -> {
            List<Explanation> explanations =
                    explain(study, invocation.arguments().operands().get(1), invocation);
            return invocation.rendered(
                    problems -> ExplanationTree.of(study.scenario(), explanations, problems.locale()),
                    () -> ExplanationText.of(study.scenario(), explanations, invocation.messages()));
        });
    }

    private static List<Explanation> explain(ScenarioSession study, String path, Invocation invocation) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            throw invocation.wrong("usage.stream_path", path);
        }
        List<Explanation> explanations = study.explain(path.substring(0, dot), path.substring(dot + 1));
        if (explanations.isEmpty()) {
            throw invocation.wrong("usage.stream_not_in_alternative", path);
        }
        return explanations;
    }
}
