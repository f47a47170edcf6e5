package nl.mkba.cli.command;

import java.util.List;
import nl.mkba.cli.render.ExplanationText;
import nl.mkba.cli.render.ExplanationTree;
import nl.mkba.cli.render.Json;
import nl.mkba.explain.Explanation;
import nl.mkba.problem.InvalidScenarioException;

/** {@code mkba explain}: one stream, from parameters to present value. */
final class ExplainCommand implements Command {

    @Override
    public Syntax syntax() {
        return new Syntax(
                "explain", "FILE INTERVENTION.STREAM", 2, 2, List.of("text", "json"), Option.reading(Option.FORMAT));
    }

    @Override
    public Result run(Invocation invocation) {
        String name = invocation.arguments().operands().get(0);
        try {
            Study study = Study.read(name, invocation);
            String path = invocation.arguments().operands().get(1);
            List<Explanation> explanations = explain(study, path, invocation);
            invocation.tell(study.warnings(), name);
            return Result.done(
                    invocation.isFormat("json")
                            ? Json.line(ExplanationTree.of(study.scenario(), explanations)) + "\n"
                            : ExplanationText.of(study.scenario(), explanations, invocation.messages()));
        } catch (InvalidScenarioException e) {
            invocation.tell(e.problems(), name);
            return Result.wrong();
        }
    }

    private static List<Explanation> explain(Study study, String path, Invocation invocation) {
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
