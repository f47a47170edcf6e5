package nl.mkba.cli.command;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.mkba.Mkba;
import nl.mkba.appraisal.NetResult;
import nl.mkba.cli.render.ComparisonText;
import nl.mkba.engine.explain.CaseComparer;
import nl.mkba.engine.spelling.Spelling;
import nl.mkba.explain.Comparison;
import nl.mkba.json.tree.ComparisonTree;
import nl.mkba.json.tree.Json;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;
import org.jspecify.annotations.Nullable;

/** {@code mkba compare}: what differs in the input, and what each difference does to the result. */
final class CompareCommand implements Command {

    @Override
    public Syntax syntax() {
        return new Syntax(
                "compare", "FILE[:ALT] FILE[:ALT]", 2, 2, List.of("text", "json"), Option.reading(Option.FORMAT));
    }

    /** A side of the comparison: a file and perhaps the alternative named behind it. */
    private record Side(ScenarioSession study, List<String> alternatives) {}

    @Override
    public Result run(Invocation invocation) {
        List<Side> sides = new ArrayList<>();
        for (String operand : invocation.arguments().operands()) {
            int colon = isFile(operand) ? -1 : operand.lastIndexOf(':');
            String file = colon <= 0 ? operand : operand.substring(0, colon);
            try {
                ScenarioSession study = ScenarioSession.read(file, invocation);
                study.appraise();
                sides.add(side(study, colon <= 0 ? null : operand.substring(colon + 1)));
                invocation.tell(study.warnings(), file);
            } catch (InvalidScenarioException e) {
                invocation.tell(e.problems(), file);
            }
        }
        return sides.size() < 2 ? Result.wrong() : compare(sides.get(0), sides.get(1), invocation);
    }

    private static boolean isFile(String name) {
        try {
            return Files.exists(Path.of(name));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static Side side(ScenarioSession study, @Nullable String alternative) {
        Map<String, ?> known = study.scenario().alternatives();
        if (alternative == null) {
            List<String> asked = study.selection().alternatives();
            return new Side(study, asked.isEmpty() ? List.copyOf(known.keySet()) : asked);
        }
        if (!known.containsKey(alternative)) {
            throw new InvalidScenarioException(Problem.of(ProblemCode.UNKNOWN_ALTERNATIVE, Problem.NO_PATH, alternative)
                    .suggesting(Spelling.nearest(alternative, known.keySet())));
        }
        return new Side(study, List.of(alternative));
    }

    private static Result compare(Side first, Side second, Invocation invocation) {
        Scenario before = first.study.scenario();
        Scenario after = second.study.scenario();
        if (!before.currency().equals(after.currency())) {
            throw invocation.wrong("usage.currencies", before.currency(), after.currency());
        }
        Selection asked = first.study.selection();
        List<Map<String, @Nullable Object>> trees = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (List<String> pair : pairs(first.alternatives, second.alternatives, invocation)) {
            for (Optional<String> outlook : asked.runs()) {
                Comparison.Side one = new Comparison.Side(before, pair.get(0), outlook);
                Comparison.Side other = new Comparison.Side(after, pair.get(1), outlook);
                Comparison comparison = CaseComparer.compare(one, other, scenario -> netPresentValue(scenario, asked));
                trees.add(ComparisonTree.of(
                        one, other, comparison, invocation.messages().language().locale()));
                text.append(text.isEmpty() ? "" : "\n\n");
                text.append(ComparisonText.of(one, other, comparison, invocation.messages()));
            }
            text.append(ComparisonText.inEveryOutlook(
                    new Comparison.Side(before, pair.get(0), Optional.empty()),
                    new Comparison.Side(after, pair.get(1), Optional.empty()),
                    nets(first.study, pair.get(0)),
                    nets(second.study, pair.get(1)),
                    asked,
                    invocation.messages()));
        }
        if (invocation.isFormat("json")) {
            return Result.done(Json.line(ComparisonTree.of(before.currency(), trees)) + "\n");
        }
        return Result.done(text.toString(), before);
    }

    /** One with one, or else those of the same name on both sides. */
    private static List<List<String>> pairs(List<String> first, List<String> second, Invocation invocation) {
        if (first.size() == 1 && second.size() == 1) {
            return List.of(List.of(first.get(0), second.get(0)));
        }
        List<List<String>> pairs = new ArrayList<>();
        for (String id : first) {
            if (second.contains(id)) {
                pairs.add(List.of(id, id));
            }
        }
        if (pairs.isEmpty()) {
            throw invocation.wrong("usage.no_pair", String.join(", ", first), String.join(", ", second));
        }
        return pairs;
    }

    /** The nets of an alternative without an outlook and in every one of its file. */
    private static List<NetResult> nets(ScenarioSession study, String alternative) {
        Selection asked = study.selection();
        Selection every = new Selection(
                List.of(alternative),
                List.copyOf(study.scenario().outlooks().keySet()),
                true,
                asked.set(),
                asked.discounting(),
                asked.effectsTimes(),
                asked.limitsTimes());
        try {
            return study.nets(every);
        } catch (InvalidScenarioException e) {
            // Too many outlooks to be calculated: what was not asked for refuses nothing.
            return List.of();
        }
    }

    private static double netPresentValue(Scenario scenario, Selection asked) {
        boolean inOutlook = !scenario.outlooks().isEmpty();
        Selection selection = new Selection(
                        List.of(),
                        List.copyOf(scenario.outlooks().keySet()),
                        !inOutlook,
                        asked.set(),
                        asked.discounting())
                .limitsTimes(asked.limitsTimes());
        return Mkba.appraise(scenario, selection).results().get(0).npv().value();
    }
}
