package nl.mkba.cli.command;

import java.util.List;
import nl.mkba.cli.render.ExplanationText;
import nl.mkba.cli.render.ExplanationTree;
import nl.mkba.cli.render.Json;
import nl.mkba.explain.Explanation;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.problem.Spelling;
import nl.mkba.scenario.Intervention;
import nl.mkba.scenario.Stream;

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
        String interventionId = path.substring(0, dot);
        String streamId = path.substring(dot + 1);
        Intervention intervention = study.scenario().interventions().get(interventionId);
        if (intervention == null) {
            throw new InvalidScenarioException(Problem.of(
                            ProblemCode.UNKNOWN_INTERVENTION, Problem.NO_PATH, interventionId)
                    .suggesting(Spelling.nearest(
                            interventionId, study.scenario().interventions().keySet())));
        }
        List<String> streams = intervention.streams().stream().map(Stream::id).toList();
        if (!streams.contains(streamId)) {
            String known = String.join(", ", streams);
            throw new UsageException(invocation.messages().text("usage.unknown_stream", streamId, interventionId, known)
                    + Syntax.maybe(streamId, streams, invocation.messages()));
        }
        List<Explanation> explanations = study.explain(interventionId, streamId);
        if (explanations.isEmpty()) {
            throw invocation.wrong("usage.stream_not_in_alternative", path);
        }
        return explanations;
    }
}
