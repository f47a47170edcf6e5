package nl.mkba.discounting;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.mkba.discounting.DiscountPolicy.RateSchedule;
import nl.mkba.engine.time.TimeFrame;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;

/** What is wrong in the years of a discount policy's steps, given the base year that they are counted from. */
final class DiscountCheck {

    private final int baseYear;
    private final List<Problem> problems = new ArrayList<>();

    private DiscountCheck(int baseYear) {
        this.baseYear = baseYear;
    }

    /** What is wrong with a policy, with paths from the policy. */
    static List<Problem> of(DiscountPolicy policy, int baseYear) {
        DiscountCheck check = new DiscountCheck(baseYear);
        check.schedule(policy.standard(), DiscountPolicy.STANDARD);
        for (Map.Entry<String, RateSchedule> rateClass : policy.classes().entrySet()) {
            check.schedule(rateClass.getValue(), "classes." + rateClass.getKey());
        }
        return check.problems;
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
