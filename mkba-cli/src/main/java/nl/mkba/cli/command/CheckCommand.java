package nl.mkba.cli.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.mkba.cli.render.Json;
import nl.mkba.cli.render.ProblemTree;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.problem.Severity;
import nl.mkba.scenario.Parameter;
import nl.mkba.scenario.Scenario;
import nl.mkba.source.Provenance;
import nl.mkba.source.Quality;
import org.jspecify.annotations.Nullable;

/** {@code mkba check}: reads and validates. */
final class CheckCommand implements Command {

    @Override
    public Syntax syntax() {
        return new Syntax(
                "check", "FILE…", 1, Syntax.ANY, List.of("text", "json"), Option.reading(Option.STRICT, Option.FORMAT));
    }

    @Override
    public Result run(Invocation invocation) {
        boolean json = invocation.isFormat("json");
        List<Problem> all = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        boolean wrong = false;
        for (String name : invocation.arguments().operands()) {
            List<Problem> problems = check(name, invocation);
            problems.sort(ProblemPrinter::byPlace);
            all.addAll(problems);
            long errors = problems.stream()
                    .filter(problem -> problem.severity() == Severity.ERROR)
                    .count();
            wrong |= errors > 0;
            if (!json) {
                invocation.tell(problems, name);
            }
            text.append(summary(name, problems.size(), invocation)).append('\n');
        }
        int status = wrong ? Result.WRONG : Result.DONE;
        if (json) {
            Map<String, @Nullable Object> tree = new LinkedHashMap<>();
            tree.put(
                    "problems", new ProblemTree(invocation.messages().language().locale()).of(all));
            return new Result(status, Json.line(tree) + "\n");
        }
        return new Result(status, wrong ? "" : text.toString());
    }

    private static String summary(String name, int warnings, Invocation invocation) {
        return switch (warnings) {
            case 0 -> invocation.messages().text("check.right", name);
            case 1 -> invocation.messages().text("check.right.one_warning", name);
            default -> invocation.messages().text("check.right.warnings", name, warnings);
        };
    }

    private static List<Problem> check(String name, Invocation invocation) {
        Set<Problem> problems = new LinkedHashSet<>();
        try {
            ScenarioSession study = ScenarioSession.read(name, invocation);
            if (invocation.arguments().has(Option.STRICT)) {
                problems.addAll(study.file().located(unsourced(study.scenario())));
            }
            if (problems.stream().noneMatch(problem -> problem.severity() == Severity.ERROR)) {
                study.check();
            }
            problems.addAll(study.warnings());
        } catch (InvalidScenarioException e) {
            problems.addAll(e.problems());
        }
        return new ArrayList<>(problems);
    }

    /** Parameters without a unit, or without a source while they are not marked as illustrative. */
    private static List<Problem> unsourced(Scenario scenario) {
        List<Problem> problems = new ArrayList<>();
        for (Parameter parameter : scenario.parameters().values()) {
            String path = "parameters." + parameter.id();
            if (parameter.unit() == null) {
                problems.add(Problem.ofKey(ProblemCode.NO_UNIT, path, parameter.id()));
            }
            Provenance provenance = parameter.provenance();
            if (provenance.source() == null && provenance.quality() != Quality.ILLUSTRATIVE) {
                problems.add(Problem.ofKey(ProblemCode.NO_SOURCE, path, parameter.id()));
            }
        }
        return problems;
    }
}
