package nl.mkba.engine.plan;

import java.util.Map;
import java.util.OptionalDouble;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.problem.Problems;
import nl.mkba.scenario.Outlook;

/**
 * Refuses figures that are too large for a number, by the name that they have in results. No result has infinity in it, nor
 * what is not a number.
 */
public final class Overflow {

    /** Where the stream's own id stands in its path. */
    private static final int STREAM = 3;

    private Overflow() {}

    /**
     * {@return a figure of a case, if it is a finite number}
     *
     * @param theCase an alternative, in an outlook or without
     * @param value the figure
     * @param name the parts of its name in results, which are joined by points if it is refused
     * @throws InvalidScenarioException if it is not
     */
    public static double require(Case theCase, double value, String... name) {
        if (!Double.isFinite(value)) {
            throw new InvalidScenarioException(problem(theCase, String.join(".", name)));
        }
        return value;
    }

    /**
     * {@return the message about a refused figure of a case}
     *
     * @param theCase an alternative, in an outlook or without
     * @param name its name in results
     */
    public static Problem problem(Case theCase, String name) {
        return problem(ProblemCode.OVERFLOW, theCase, name);
    }

    static Problem problem(ProblemCode code, Case theCase, String name) {
        return Problem.of(code, path(theCase), name, label(theCase));
    }

    /**
     * The same of the present value of a stream.
     *
     * @param path its path in the scenario, {@code interventions.ID.KIND.ID}, or that of what it is a part of
     */
    static Problem ofStream(Case theCase, String path) {
        String[] keys = path.split("\\.");
        return problem(theCase, keys.length > STREAM ? "streams." + keys[1] + "." + keys[STREAM] + ".pv" : path)
                .at(path);
    }

    private static String path(Case theCase) {
        return "alternatives." + theCase.alternative().id();
    }

    private static String label(Case theCase) {
        String alternative = theCase.alternative().id();
        return theCase.outlook()
                .map(Outlook::id)
                .map(outlook -> alternative + " (" + outlook + ")")
                .orElse(alternative);
    }

    /**
     * Adds what is too large in the accounts of a central estimate; the first stream, or else the first account.
     *
     * @param isWhole whether the scenario is known to lack nothing. Otherwise what is not a number may follow from a problem
     *     that was reported elsewhere, and only what is infinite is told of
     */
    static void check(Plan plan, boolean isWhole, Problems problems) {
        if (problems.hasErrors()) {
            return;
        }
        Case theCase = plan.compiled();
        for (PlanStream stream : plan.streams()) {
            for (PlanStream.ValueComponent part : stream.parts()) {
                if (isTooLarge(plan.value(part.presentValue()), isWhole)) {
                    problems.add(ofStream(theCase, stream.intervention().path(stream.stream())));
                    return;
                }
            }
        }
        Plan.Society society = plan.society();
        if (isTooLarge(plan, society.costs(), "pv_costs", isWhole, problems)
                || isTooLarge(plan, society.benefits(), "pv_benefits", isWhole, problems)
                || isTooLarge(plan, society.npv(), "npv", isWhole, problems)
                || isTooLarge(plan, society.weightedNpv(), "weighted_npv", isWhole, problems)) {
            return;
        }
        OptionalDouble ratio = plan.ratio();
        if (ratio.isPresent() && isTooLarge(ratio.getAsDouble(), isWhole)) {
            problems.add(problem(theCase, "bcr"));
            return;
        }
        for (Map.Entry<String, Plan.Account> stakeholder : plan.stakeholders().entrySet()) {
            Plan.Account account = stakeholder.getValue();
            String name = "stakeholders." + stakeholder.getKey();
            if (isTooLarge(plan, account.costs(), name + ".costs", isWhole, problems)
                    || isTooLarge(plan, account.benefits(), name + ".benefits", isWhole, problems)
                    || isTooLarge(plan, account.transfers(), name + ".transfers", isWhole, problems)
                    || isTooLarge(plan, account.net(), name + ".net", isWhole, problems)
                    || isTooLarge(plan, account.cash(), name + ".cash", isWhole, problems)) {
                return;
            }
        }
    }

    private static boolean isTooLarge(double value, boolean isWhole) {
        return isWhole ? !Double.isFinite(value) : Double.isInfinite(value);
    }

    private static boolean isTooLarge(Plan plan, Scalar register, String name, boolean isWhole, Problems problems) {
        if (!isTooLarge(plan.value(register), isWhole)) {
            return false;
        }
        problems.add(problem(plan.compiled(), name));
        return true;
    }
}
