package nl.mkba.engine.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import nl.mkba.discounting.DiscountPolicy;
import nl.mkba.discounting.DiscountPolicy.RateSchedule;
import nl.mkba.engine.time.TimeFrame;
import nl.mkba.expression.Expression;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/** Compiles a discount policy into vectors of discount factors, one per class of rates. */
final class DiscountCompiler {

    private final CompilationContext compilation;
    private final DiscountPolicy policy;
    private final TimeFrame frame;
    private final Map<String, Schedule> schedules = new HashMap<>();
    private final Schedule standard;

    /**
     * A compiled schedule of rates.
     *
     * @param factors the discount factors
     * @param rates the rates of the steps
     * @param steps whole years after the base year at which they begin
     */
    record Schedule(Vector factors, List<Scalar> rates, List<Integer> steps) {}

    DiscountCompiler(CompilationContext compilation) {
        this.compilation = compilation;
        this.policy = compilation.compiled().discounting();
        this.frame = compilation.frame();
        standard = schedule(DiscountPolicy.STANDARD, policy.standard());
        for (Map.Entry<String, RateSchedule> rateClass : policy.classes().entrySet()) {
            schedules.put(rateClass.getKey(), schedule(rateClass.getKey(), rateClass.getValue()));
        }
    }

    private Schedule schedule(String rateClass, RateSchedule schedule) {
        List<Scalar> rates = new ArrayList<>();
        List<Integer> immediates = new ArrayList<>(List.of(doubleTime(0)));
        SortedMap<Integer, RateSchedule.Step> steps =
                schedule.byYearsAfter(compilation.compiled().scenario().baseYear());
        if (!steps.containsKey(0)) {
            // That there is none was reported when the policy was checked.
            rates.add(compilation.bounded(Expression.UNKNOWN, Bound.ABOVE_MINUS_ONE, Problem.NO_PATH));
            immediates.add(0);
        }
        for (Map.Entry<Integer, RateSchedule.Step> step : steps.entrySet()) {
            String path = policy.path(
                    compilation.compiled().discountingPath(),
                    rateClass,
                    step.getValue().written());
            rates.add(compilation.bounded(step.getValue().rate(), Bound.ABOVE_MINUS_ONE, path));
            immediates.add(step.getKey());
        }
        Vector factors = compilation.program().vector(Op.DISCOUNT, rates, ProgramBuilder.unboxed(immediates));
        return new Schedule(factors, rates, immediates.subList(1, immediates.size()));
    }

    /** Twice the time of the y-th year counted: a whole number whenever in the year money flows. */
    int doubleTime(int index) {
        return (int) (2 * frame.timeOf(frame.firstYear() + index));
    }

    /** The schedule of everything without a class of its own. */
    Schedule standard() {
        return standard;
    }

    /** The schedule of a stream's class; the standard one if the policy in force does not tell it apart. */
    Schedule schedule(@Nullable String rateClass, String path) {
        if (rateClass == null || rateClass.equals(DiscountPolicy.STANDARD)) {
            return standard;
        }
        Schedule schedule = schedules.get(rateClass);
        if (schedule != null) {
            return schedule;
        }
        // For the scenario's own policy this was said when the scenario was checked.
        boolean isInOwn =
                compilation.compiled().scenario().discounting().classes().containsKey(rateClass);
        boolean isOwn = compilation.compiled().discountingOrigin() == Origin.SCENARIO;
        if (isInOwn
                && !isOwn
                && !compilation.problems().isInDoubt(compilation.compiled().discountingPath())) {
            compilation.refuse(ProblemCode.RATE_CLASS_NOT_IN_OUTLOOK, path, rateClass);
        }
        return standard;
    }
}
