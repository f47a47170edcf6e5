package nl.mkba.cli.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.mkba.appraisal.AlternativeResult;
import nl.mkba.appraisal.Appraisal;
import nl.mkba.appraisal.NetResult;
import nl.mkba.cli.render.BasisTree;
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
        String output = isText ? String.join("\n\n", texts) : render(studies, appraisals, invocation);
        return studies.size() == 1 ? Result.done(output, studies.get(0).scenario()) : Result.done(output);
    }

    private static String render(List<ScenarioSession> studies, List<Appraisal> appraisals, Invocation invocation) {
        List<Map<String, @Nullable Object>> trees = trees(studies, appraisals, invocation);
        if (invocation.isFormat("csv")) {
            for (int i = 0; i < trees.size(); i++) {
                ScenarioSession study = studies.get(i);
                trees.get(i).put("outlooks", outlooks(nets(study, appraisals.get(i))));
                trees.get(i).put("basis", BasisTree.of(study.scenario(), study.selection(), invocation.messages()));
            }
            return Csv.of(trees);
        }
        StringBuilder text = new StringBuilder();
        for (Map<String, @Nullable Object> tree : trees) {
            text.append(Json.line(tree)).append('\n');
        }
        return text.toString();
    }

    /** The net in every outlook, for a table. */
    private static List<@Nullable Object> outlooks(List<NetResult> nets) {
        List<@Nullable Object> outlooks = new ArrayList<>();
        for (NetResult net : nets) {
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            one.put("alternative", net.alternative());
            one.put("outlook", net.outlook().orElse(null));
            one.put("npv", net.npv().isPresent() ? net.npv().get().value() : null);
            outlooks.add(one);
        }
        return outlooks;
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
        return RunText.brief(appraisal, nets(study, appraisal), asked, study.name(), invocation.messages());
    }

    /**
     * The nets of the same alternatives without an outlook and in every outlook. What was not asked for refuses nothing: it says
     * why it has no net.
     */
    private static List<NetResult> nets(ScenarioSession study, Appraisal appraisal) {
        Selection asked = study.selection();
        List<NetResult> found = new ArrayList<>();
        for (AlternativeResult result : appraisal.results()) {
            found.add(new NetResult(result.alternative(), result.outlook(), Optional.of(result.npv()), List.of()));
        }
        List<String> others = new ArrayList<>(study.scenario().outlooks().keySet());
        others.removeAll(asked.outlooks());
        if (others.isEmpty() && asked.withoutOutlook()) {
            return found;
        }
        Selection rest = new Selection(
                asked.alternatives(),
                others,
                !asked.withoutOutlook(),
                asked.set(),
                asked.discounting(),
                asked.effectsTimes(),
                asked.limitsTimes());
        try {
            found.addAll(study.nets(rest));
        } catch (InvalidScenarioException e) {
            for (Optional<String> outlook : rest.runs()) {
                for (AlternativeResult result : appraisal.results()) {
                    found.add(new NetResult(result.alternative(), outlook, Optional.empty(), e.problems()));
                }
            }
        }
        List<NetResult> nets = new ArrayList<>();
        addOf(Optional.empty(), found, nets);
        for (String outlook : study.scenario().outlooks().keySet()) {
            addOf(Optional.of(outlook), found, nets);
        }
        return nets;
    }

    private static void addOf(Optional<String> outlook, List<NetResult> found, List<NetResult> nets) {
        for (NetResult each : found) {
            if (each.outlook().equals(outlook)) {
                nets.add(each);
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
