package nl.mkba.cli.command;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.mkba.appraisal.AlternativeResult;
import nl.mkba.cli.render.ExpectationCheck;
import nl.mkba.cli.render.FigurePath;
import nl.mkba.json.tree.Plain;
import nl.mkba.json.tree.ResultTree;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Location;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.problem.Problems;
import nl.mkba.scenario.Expectation;
import nl.mkba.scenario.Selection;
import org.jspecify.annotations.Nullable;

/** {@code mkba test}: what the authors hold the results to. */
final class TestCommand implements Command {

    @Override
    public Syntax syntax() {
        return new Syntax("test", "FILE…", 1, Syntax.ANY, List.of(), Option.reading());
    }

    @Override
    public Result run(Invocation invocation) {
        StringBuilder summaries = new StringBuilder();
        boolean allHold = true;
        for (String name : invocation.arguments().operands()) {
            try {
                Run run = new Run(ScenarioSession.read(name, invocation), invocation);
                run.check();
                run.tell();
                summaries.append(run.summary()).append('\n');
                allHold &= run.failures.isEmpty();
            } catch (InvalidScenarioException e) {
                invocation.tell(e.problems(), name);
                allHold = false;
            }
        }
        if (!allHold) {
            summaries.toString().lines().forEach(invocation.console()::tell);
            return Result.wrong();
        }
        return Result.done(summaries.toString());
    }

    /** The expectations of one file. */
    private static final class Run {
        private final ScenarioSession study;
        private final Invocation invocation;
        private final List<String> failures = new ArrayList<>();
        private final Problems problems = new Problems();
        private int checks;

        Run(ScenarioSession study, Invocation invocation) {
            this.study = study;
            this.invocation = invocation;
        }

        void check() {
            List<Expectation> expectations = study.scenario().expectations();
            ScenarioSession asked = study.asked(selection());
            List<AlternativeResult> results = asked.appraise().results();
            invocation.tell(asked.warnings(), study.name());
            List<Map<String, @Nullable Object>> trees = new ArrayList<>();
            for (AlternativeResult result : results) {
                trees.add(ResultTree.of(result, invocation.messages().language().locale()));
            }
            for (int i = 0; i < expectations.size(); i++) {
                Expectation expectation = expectations.get(i);
                for (int j = 0; j < results.size(); j++) {
                    if (isAbout(expectation, results.get(j))) {
                        check(expectation, "expect[" + i + "]", results.get(j), trees.get(j));
                    }
                }
            }
            List<Problem> unknown = study.file().located(problems.all());
            if (!unknown.isEmpty()) {
                throw new InvalidScenarioException(unknown);
            }
        }

        /** What was asked; without outlooks named, those that the expectations name. */
        private Selection selection() {
            Selection asked = study.selection();
            if (invocation.arguments().has(Option.OUTLOOK)) {
                return asked;
            }
            Set<String> outlooks = new LinkedHashSet<>();
            for (Expectation expectation : study.scenario().expectations()) {
                String outlook = expectation.outlook();
                if (outlook != null) {
                    outlooks.add(outlook);
                }
            }
            return new Selection(
                            asked.alternatives(), new ArrayList<>(outlooks), true, asked.set(), asked.discounting())
                    .limitsTimes(asked.limitsTimes());
        }

        private static boolean isAbout(Expectation expectation, AlternativeResult result) {
            String alternative = expectation.alternative();
            return (alternative == null || alternative.equals(result.alternative()))
                    && Optional.ofNullable(expectation.outlook()).equals(result.outlook());
        }

        private void check(
                Expectation expectation, String path, AlternativeResult result, Map<String, @Nullable Object> tree) {
            FigurePath.Found found = new FigurePath(expectation.figure()).in(tree);
            if (!found.exists()) {
                problems.add(Problem.of(ProblemCode.UNKNOWN_FIGURE, path + ".figure", expectation.figure())
                        .suggesting(found.suggestion()));
                return;
            }
            checks++;
            if (!ExpectationCheck.holds(expectation, found.value())) {
                failures.add(failure(expectation, path, result, found.value()));
            }
        }

        private String failure(Expectation expectation, String path, AlternativeResult result, @Nullable Object found) {
            Location place = study.file().place(path + ".value");
            String where = result.outlook()
                    .map(outlook -> result.alternative() + " / " + outlook)
                    .orElse(result.alternative());
            String message = invocation
                    .messages()
                    .text(
                            "test.failed",
                            expectation.figure(),
                            ExpectationCheck.expected(expectation),
                            ExpectationCheck.text(found),
                            where);
            return Plain.line((place == null ? study.name() : place) + ": " + path + ".value: " + message);
        }

        void tell() {
            failures.forEach(invocation.console()::tell);
        }

        String summary() {
            if (study.scenario().expectations().isEmpty()) {
                return Plain.line(invocation.messages().text("test.summary.none", study.name()));
            }
            String key = failures.isEmpty() ? "test.summary.hold" : "test.summary.fail";
            return Plain.line(invocation.messages().text(key, study.name(), checks - failures.size(), checks));
        }
    }
}
