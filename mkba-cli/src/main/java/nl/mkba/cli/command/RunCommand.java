package nl.mkba.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.mkba.appraisal.Appraisal;
import nl.mkba.cli.render.Csv;
import nl.mkba.cli.render.Json;
import nl.mkba.cli.render.ProblemTree;
import nl.mkba.cli.render.ResultTree;
import nl.mkba.cli.render.RunText;
import nl.mkba.problem.InvalidScenarioException;
import org.jspecify.annotations.Nullable;

/** {@code mkba run}: the central estimate. */
final class RunCommand implements Command {

    @Override
    public Syntax syntax() {
        return new Syntax(
                "run",
                "FILE…",
                1,
                Syntax.ANY,
                List.of("text", "json", "csv"),
                Option.reading(Option.CSV, Option.FORMAT));
    }

    @Override
    public Result run(Invocation invocation) {
        List<ScenarioSession> studies = new ArrayList<>();
        List<Appraisal> appraisals = new ArrayList<>();
        boolean allRight = true;
        for (String name : invocation.arguments().operands()) {
            try {
                ScenarioSession study = ScenarioSession.read(name, invocation);
                appraisals.add(study.appraise());
                studies.add(study);
                invocation.tell(study.warnings(), name);
            } catch (InvalidScenarioException e) {
                invocation.tell(e.problems(), name);
                allRight = false;
            }
        }
        return allRight ? Result.done(render(studies, appraisals, invocation)) : Result.wrong();
    }

    private static String render(List<ScenarioSession> studies, List<Appraisal> appraisals, Invocation invocation) {
        StringBuilder text = new StringBuilder();
        if (invocation.isFormat("csv")) {
            return Csv.of(trees(studies, appraisals, invocation));
        }
        if (invocation.isFormat("json")) {
            for (Map<String, @Nullable Object> tree : trees(studies, appraisals, invocation)) {
                text.append(Json.line(tree)).append('\n');
            }
            return text.toString();
        }
        for (int i = 0; i < studies.size(); i++) {
            ScenarioSession study = studies.get(i);
            text.append(i == 0 ? "" : "\n\n");
            text.append(RunText.of(appraisals.get(i), study.selection(), study.name(), invocation.messages()));
        }
        return text.toString();
    }

    private static List<Map<String, @Nullable Object>> trees(
            List<ScenarioSession> studies, List<Appraisal> appraisals, Invocation invocation) {
        ProblemTree problems = new ProblemTree(invocation.messages().language().locale());
        List<Map<String, @Nullable Object>> trees = new ArrayList<>();
        for (int i = 0; i < studies.size(); i++) {
            trees.add(ResultTree.of(appraisals.get(i), studies.get(i).warnings(), problems));
        }
        return trees;
    }
}
