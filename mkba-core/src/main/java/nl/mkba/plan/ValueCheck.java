package nl.mkba.plan;

import nl.mkba.problem.Problems;
import nl.mkba.scenario.Scenario;

/** Finds what is wrong in a scenario once its values are known: for every alternative, without an outlook and with each. */
public final class ValueCheck {

    private ValueCheck() {}

    /** Adds what is wrong, and what deserves attention, to {@code problems}; consequences of those are left out. */
    public static void run(Scenario scenario, Problems problems) {
        throw new IllegalStateException("being built");
    }
}
