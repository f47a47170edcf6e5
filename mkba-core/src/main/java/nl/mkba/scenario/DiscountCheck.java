package nl.mkba.scenario;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import nl.mkba.discounting.DiscountPolicy;
import nl.mkba.discounting.RateSchedule;
import nl.mkba.engine.problem.Problems;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.time.TimeFrame;

/** What is wrong in the years of a discount policy's steps, given the base year that they are counted from. */
public final class DiscountCheck {

    private final int baseYear;
    private final Problems problems;

    private DiscountCheck(int baseYear, Problems problems) {
        this.baseYear = baseYear;
        this.problems = problems;
    }

    /**
     * Adds what is wrong with a policy to {@code problems}.
     *
     * @param path the policy's path
     */
    public static void run(DiscountPolicy policy, String path, int baseYear, Problems problems) {
        DiscountCheck check = new DiscountCheck(baseYear, problems);
        check.schedule(policy.standard(), path + "." + DiscountPolicy.STANDARD);
        for (Map.Entry<String, RateSchedule> rateClass : policy.classes().entrySet()) {
            check.schedule(rateClass.getValue(), path + ".classes." + rateClass.getKey());
        }
    }

    private void schedule(RateSchedule schedule, String path) {
        if (schedule.isFlat()) {
            return;
        }
        Set<Integer> begun = new HashSet<>();
        for (int step : schedule.steps().keySet()) {
            String stepPath = path + ".steps." + step;
            int after = RateSchedule.yearsAfter(baseYear, step);
            if (after < 0 && TimeFrame.isCalendarYear(step)) {
                problems.add(Problem.ofKey(ProblemCode.YEAR_BEFORE_BASE, stepPath, "" + step, "" + baseYear));
            } else if (after < 0) {
                problems.add(Problem.ofKey(ProblemCode.OUT_OF_RANGE, stepPath, "" + step, "≥ 0"));
            } else if (!begun.add(after)) {
                problems.add(Problem.ofKey(ProblemCode.YEAR_NAMED_TWICE, stepPath, "" + (baseYear + after)));
            }
        }
        if (!begun.contains(0)) {
            problems.add(Problem.ofKey(ProblemCode.MISSING_KEY, path + ".steps.0", "0"));
        }
    }
}
