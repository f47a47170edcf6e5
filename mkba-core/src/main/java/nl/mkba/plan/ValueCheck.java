package nl.mkba.plan;

import java.util.List;
import nl.mkba.problem.Problems;
import nl.mkba.scenario.Scenario;
import nl.mkba.scenario.Selection;

/** Finds what is wrong once values are known: for every alternative, without an outlook and with each. */
public final class ValueCheck {

    private ValueCheck() {}

    /** Adds what is wrong, and what deserves attention, to {@code problems}; consequences of those are left out. */
    public static void run(Scenario scenario, Problems problems) {
        Selection everything =
                new Selection(List.of(), List.copyOf(scenario.outlooks().keySet()), true, Selection.ALL.set(), null);
        for (Case theCase : Case.all(scenario, everything, problems)) {
            StreamCompiler streams = StreamCompiler.central(theCase, problems);
            HorizonCheck.run(streams, problems);
            if (!problems.hasErrors()) {
                Overflow.check(new Plan(streams), false, problems);
            }
        }
    }
}
