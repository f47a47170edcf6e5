package nl.mkba.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.mkba.appraisal.AlternativeResult;
import nl.mkba.appraisal.Appraisal;
import nl.mkba.cli.render.Csv;
import nl.mkba.cli.render.RunText;
import nl.mkba.file.catalogue.Catalogue;
import nl.mkba.json.tree.Json;
import nl.mkba.json.tree.ProblemTree;
import nl.mkba.json.tree.ResultTree;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.scenario.Selection;
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
                Option.reading(Option.FULL, Option.CSV, Option.FORMAT));
    }

    @Override
    public Result run(Invocation invocation) {
        List<ScenarioSession> studies = new ArrayList<>();
        List<Appraisal> appraisals = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        boolean isText = syntax().isText(invocation.arguments());
        boolean allRight = true;
        for (String name : invocation.arguments().operands()) {
            try {
                ScenarioSession study = ScenarioSession.read(name, invocation);
                Appraisal appraisal = study.appraise();
                if (isText) {
                    texts.add(text(study, appraisal, invocation));
                }
                appraisals.add(appraisal);
                studies.add(study);
                invocation.tell(study.warnings(), name);
            } catch (InvalidScenarioException e) {
                invocation.tell(e.problems(), name);
                allRight = false;
            }
        }
        if (!allRight) {
            return Result.wrong();
        }
        return Result.done(isText ? String.join("\n\n", texts) : render(studies, appraisals, invocation));
    }

    private static String render(List<ScenarioSession> studies, List<Appraisal> appraisals, Invocation invocation) {
        List<Map<String, @Nullable Object>> trees = trees(studies, appraisals, invocation);
        if (invocation.isFormat("csv")) {
            return Csv.of(trees);
        }
        StringBuilder text = new StringBuilder();
        for (Map<String, @Nullable Object> tree : trees) {
            text.append(Json.line(tree)).append('\n');
        }
        return text.toString();
    }

    /** The text of a study that is not calculated yet, and its warnings after that. */
    static String text(ScenarioSession study, Invocation invocation) {
        return text(study, study.appraise(), invocation);
    }

    /** Everything, or what decides on one screen with every outlook of the file beside what was asked for. */
    private static String text(ScenarioSession study, Appraisal appraisal, Invocation invocation) {
        Selection asked = study.selection();
        if (invocation.arguments().has(Option.FULL)) {
            return RunText.of(appraisal, asked, study.name(), invocation.messages());
        }
        Appraisal outlooks = withOthers(study, appraisal);
        return RunText.brief(appraisal, outlooks, asked, study.name(), invocation.messages());
    }

    /** The same alternatives without an outlook and in every outlook; what was calculated is not calculated again. */
    private static Appraisal withOthers(ScenarioSession study, Appraisal appraisal) {
        Selection asked = study.selection();
        List<String> others = new ArrayList<>(study.scenario().outlooks().keySet());
        others.removeAll(asked.outlooks());
        if (others.isEmpty() && asked.withoutOutlook()) {
            return appraisal;
        }
        Selection rest = new Selection(
                asked.alternatives(),
                others,
                !asked.withoutOutlook(),
                asked.set(),
                asked.discounting(),
                asked.effectsTimes(),
                asked.limits());
        Appraisal beside = study.asked(rest).appraise();
        List<AlternativeResult> results = new ArrayList<>();
        addOf(Optional.empty(), appraisal, beside, results);
        for (String outlook : study.scenario().outlooks().keySet()) {
            addOf(Optional.of(outlook), appraisal, beside, results);
        }
        return new Appraisal(appraisal.scenario(), results, appraisal.warnings());
    }

    private static void addOf(
            Optional<String> outlook, Appraisal appraisal, Appraisal beside, List<AlternativeResult> results) {
        for (AlternativeResult result : appraisal.results()) {
            if (result.outlook().equals(outlook)) {
                results.add(result);
            }
        }
        for (AlternativeResult result : beside.results()) {
            if (result.outlook().equals(outlook)) {
                results.add(result);
            }
        }
    }

    private static List<Map<String, @Nullable Object>> trees(
            List<ScenarioSession> studies, List<Appraisal> appraisals, Invocation invocation) {
        ProblemTree problems = new ProblemTree(invocation.messages().language().locale());
        List<Map<String, @Nullable Object>> trees = new ArrayList<>();
        for (int i = 0; i < studies.size(); i++) {
            trees.add(ResultTree.of(
                    appraisals.get(i), Catalogue.VERSION, studies.get(i).warnings(), problems));
        }
        return trees;
    }
}
