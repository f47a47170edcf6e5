package nl.mkba.cli.command;

import java.util.ArrayList;
import java.util.List;
import nl.mkba.appraisal.Appraisal;
import nl.mkba.json.Expectations;
import nl.mkba.json.tree.Plain;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Location;
import nl.mkba.scenario.Selection;

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
        private int checks;

        Run(ScenarioSession study, Invocation invocation) {
            this.study = study;
            this.invocation = invocation;
        }

        void check() {
            ScenarioSession asked = study.asked(selection());
            Appraisal appraisal = asked.appraise();
            invocation.tell(asked.warnings(), study.name());
            List<Expectations.Checked> checked;
            try {
                checked = Expectations.check(
                        appraisal, invocation.messages().language().locale());
            } catch (InvalidScenarioException unknown) {
                throw new InvalidScenarioException(study.file().located(unknown.problems()));
            }
            checks = checked.size();
            for (Expectations.Checked each : checked) {
                if (!each.holds()) {
                    failures.add(failure(each));
                }
            }
        }

        /** What was asked; without outlooks named, those that the expectations name. */
        private Selection selection() {
            Selection asked = study.selection();
            return invocation.arguments().has(Option.OUTLOOK) ? asked : Expectations.selection(study.scenario(), asked);
        }

        private String failure(Expectations.Checked checked) {
            String path = "expect[" + checked.index() + "].value";
            Location place = study.file().place(path);
            String where = checked.outlook()
                    .map(outlook -> checked.alternative() + " / " + outlook)
                    .orElse(checked.alternative());
            String message = invocation
                    .messages()
                    .text("test.failed", checked.expectation().figure(), checked.expected(), checked.found(), where);
            return Plain.line((place == null ? study.name() : place) + ": " + path + ": " + message);
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
