package nl.mkba.engine.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import nl.mkba.explain.Comparison;
import nl.mkba.explain.Comparison.Detail;
import nl.mkba.explain.Comparison.Difference;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.scenario.Scenario;

/** Finds what differs between two cases, and what each difference alone does. */
public final class CaseComparer {

    private CaseComparer() {}

    /**
     * {@return what differs between two alternatives, of one scenario or of two, and what each difference does}
     *
     * @param before the case to start from
     * @param after the other case
     * @param netPresentValue of a scenario with one alternative, and one outlook where both cases are in one
     * @throws InvalidScenarioException if one of the two cases is refused, or what they differ by is too large for a number
     */
    public static Comparison compare(
            Comparison.Side before, Comparison.Side after, ToDoubleFunction<Scenario> netPresentValue) {
        CaseParts second = new CaseParts(after);
        double npvBefore = netPresentValue.applyAsDouble(new CaseParts(before).scenario());
        double npvAfter = netPresentValue.applyAsDouble(second.scenario());
        List<Difference> differences = new ArrayList<>();
        for (CasePart part : CasePart.of(new CaseParts(before), second)) {
            CaseParts changed = new CaseParts(before);
            List<Detail> details = InputTexts.differences(part.path(), part.get(changed), part.get(second));
            if (!details.isEmpty()) {
                part.copy(second, changed);
                differences.add(new Difference(part.path(), details, effect(changed, npvBefore, netPresentValue)));
            }
        }
        Comparison comparison = new Comparison(npvBefore, npvAfter, differences);
        requireFinite(npvAfter - npvBefore, "npv_change", after);
        for (Difference difference : differences) {
            requireFinite(difference.effect().orElse(0), "differences." + difference.path() + ".effect", after);
        }
        requireFinite(comparison.rest(), "rest", after);
        return comparison;
    }

    private static void requireFinite(double value, String name, Comparison.Side after) {
        if (!Double.isFinite(value)) {
            throw new InvalidScenarioException(
                    Problem.of(ProblemCode.OVERFLOW, Problem.NO_PATH, name, after.alternative()));
        }
    }

    private static OptionalDouble effect(
            CaseParts changed, double npvBefore, ToDoubleFunction<Scenario> netPresentValue) {
        try {
            return OptionalDouble.of(netPresentValue.applyAsDouble(changed.scenario()) - npvBefore);
        } catch (InvalidScenarioException e) {
            return OptionalDouble.empty();
        }
    }
}
