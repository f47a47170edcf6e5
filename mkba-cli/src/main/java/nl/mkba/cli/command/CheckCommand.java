package nl.mkba.cli.command;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import nl.mkba.appraisal.AlternativeResult;
import nl.mkba.appraisal.Appraisal;
import nl.mkba.appraisal.QualityShare;
import nl.mkba.cli.language.Messages;
import nl.mkba.cli.render.Labels;
import nl.mkba.json.tree.Json;
import nl.mkba.json.tree.ProblemTree;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.scenario.Alternative;
import nl.mkba.scenario.Parameter;
import nl.mkba.scenario.Scenario;
import nl.mkba.source.Provenance;
import nl.mkba.source.Quality;
import org.jspecify.annotations.Nullable;

/** {@code mkba check}: reads and validates. */
final class CheckCommand implements Command {

    /** Shares that differ by less are the same. */
    private static final double ROUNDING = 1e-9;

    @Override
    public Syntax syntax() {
        return new Syntax(
                "check",
                "FILE…",
                1,
                Syntax.ANY,
                List.of("text", "json"),
                Option.reading(Option.STRICT, Option.QUALITY, Option.FORMAT));
    }

    @Override
    public Result run(Invocation invocation) {
        OptionalDouble quality = quality(invocation);
        boolean json = invocation.isFormat("json");
        List<Problem> all = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        boolean wrong = false;
        for (String name : invocation.arguments().operands()) {
            List<Problem> problems = check(name, invocation, quality);
            problems.sort(ProblemPrinter::byPlace);
            all.addAll(problems);
            long errors = problems.stream()
                    .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                    .count();
            boolean fails = fails(problems, invocation);
            wrong |= errors > 0 || fails;
            if (!json) {
                invocation.tell(problems, name);
                if (fails) {
                    invocation.console().tell(invocation.messages().text("check.strict_thousands", name));
                }
            }
            text.append(summary(name, problems.size(), invocation)).append('\n');
        }
        int status = wrong ? Result.WRONG : Result.DONE;
        if (json) {
            ProblemTree tree = new ProblemTree(invocation.messages().language().locale());
            return new Result(status, Json.line(tree.whole(all)) + "\n");
        }
        return new Result(status, wrong ? "" : text.toString());
    }

    /** With {@code --strict} a number that was perhaps meant as thousands is not let pass. */
    private static boolean fails(List<Problem> problems, Invocation invocation) {
        return invocation.arguments().has(Option.STRICT)
                && problems.stream().anyMatch(problem -> problem.code() == ProblemCode.PERHAPS_THOUSANDS);
    }

    private static String summary(String name, int warnings, Invocation invocation) {
        return warnings == 0
                ? invocation.messages().text("check.right", name)
                : invocation.messages().text("check.right.warnings", name, warnings);
    }

    /** Which part of the benefits must rest on better than illustrative, if that is asked. */
    private static OptionalDouble quality(Invocation invocation) {
        String text = invocation.arguments().value(Option.QUALITY);
        if (text == null) {
            return OptionalDouble.empty();
        }
        if (!invocation.arguments().has(Option.STRICT)) {
            throw invocation.wrong("usage.only_with", Option.QUALITY.word(), Option.STRICT.word());
        }
        double share = NumberArguments.value(Option.QUALITY, invocation.arguments(), invocation.messages());
        if (!(share >= 0 && share <= 1)) {
            throw NumberArguments.noShare("usage.quality", Option.QUALITY, text, invocation.messages());
        }
        return OptionalDouble.of(share);
    }

    private static List<Problem> check(String name, Invocation invocation, OptionalDouble quality) {
        Set<Problem> problems = new LinkedHashSet<>();
        try {
            ScenarioSession study = ScenarioSession.read(name, invocation);
            if (invocation.arguments().has(Option.STRICT)) {
                problems.addAll(study.file().located(unsourced(study.scenario())));
            }
            if (quality.isPresent()) {
                problems.addAll(
                        study.file().located(unproven(study.appraise(), quality.getAsDouble(), invocation.messages())));
            } else {
                study.check();
            }
            problems.addAll(study.warnings());
        } catch (InvalidScenarioException e) {
            problems.addAll(e.problems());
        }
        return new ArrayList<>(problems);
    }

    /** Alternatives with benefits of which too small a part rests on better than illustrative. */
    private static List<Problem> unproven(Appraisal appraisal, double asked, Messages messages) {
        List<Problem> problems = new ArrayList<>();
        for (AlternativeResult result : appraisal.results()) {
            double all = 0;
            double proven = 0;
            for (QualityShare share : result.quality()) {
                all += share.benefits();
                proven += share.quality().isEvidence() ? share.benefits() : 0;
            }
            if (all > 0 && proven < asked - ROUNDING) {
                problems.add(Problem.ofKey(
                        ProblemCode.TOO_LITTLE_EVIDENCE,
                        "alternatives." + result.alternative(),
                        name(result, appraisal, messages),
                        Problem.number(Math.floor(proven * 1000) / 10),
                        Problem.number(asked * 100)));
            }
        }
        return problems;
    }

    /** An alternative by its id; the one that a file without alternatives has is not in the file, and so has none. */
    private static String name(AlternativeResult result, Appraisal appraisal, Messages messages) {
        String name = result.alternative().equals(Alternative.ALL)
                ? new Labels(appraisal.scenario(), messages).alternative(Alternative.ALL)
                : result.alternative();
        return name + result.outlook().map(outlook -> " / " + outlook).orElse("");
    }

    /** Whether a quality says that there is no source, or that none is needed. */
    private static boolean saysWhyNone(@Nullable Quality quality) {
        return quality == Quality.ILLUSTRATIVE || (quality != null && !quality.isEvidence());
    }

    /** Parameters without a unit, or without a source while their quality does not say why. */
    private static List<Problem> unsourced(Scenario scenario) {
        List<Problem> problems = new ArrayList<>();
        for (Parameter parameter : scenario.parameters().values()) {
            String path = "parameters." + parameter.id();
            if (parameter.unit() == null) {
                problems.add(Problem.ofKey(ProblemCode.NO_UNIT, path, parameter.id()));
            }
            Provenance provenance = parameter.provenance();
            if (provenance.source() == null && !saysWhyNone(provenance.quality())) {
                problems.add(Problem.ofKey(ProblemCode.NO_SOURCE, path, parameter.id()));
            }
        }
        return problems;
    }
}
