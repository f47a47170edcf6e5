package nl.mkba.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import nl.mkba.engine.explain.CasePart;
import nl.mkba.engine.explain.CaseParts;
import nl.mkba.engine.explain.InputTexts;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.scenario.Scenario;
import nl.mkba.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * Two cases side by side: what differs in their input, and what each difference alone does to the net present value of
 * the first.
 *
 * @param npvBefore net present value of the first case
 * @param npvAfter net present value of the second
 * @param differences in the order of a scenario file
 */
public record Comparison(double npvBefore, double npvAfter, List<Difference> differences) {

    public Comparison {
        differences = List.copyOf(differences);
    }

    /**
     * A part of the input that differs.
     *
     * @param path where it stands in a scenario
     * @param details what differs in it, at least one
     * @param effect the change in net present value when the first case is given only this part of the second; absent
     *     where that alone makes no valid scenario
     */
    public record Difference(String path, List<Detail> details, OptionalDouble effect) {
        public Difference {
            details = List.copyOf(details);
        }
    }

    /**
     * One value that differs.
     *
     * @param path where it stands in a scenario
     * @param before as written in the first case, or null if it is not there
     * @param after as written in the second, or null if it is not there
     */
    public record Detail(
            String path, @Nullable Text before, @Nullable Text after) {}

    /**
     * What the differences do together beyond the sum of what each does alone: what cannot be given alone, and what they
     * do to each other.
     */
    public double rest() {
        double single = 0;
        for (Difference difference : differences) {
            single += difference.effect().orElse(0);
        }
        return npvAfter - npvBefore - single;
    }

    /**
     * Compares two alternatives, of one scenario or of two.
     *
     * @param before the case to start from
     * @param after the other case
     * @param netPresentValue of a scenario with one alternative, and one outlook where both cases are in one
     * @throws InvalidScenarioException if one of the two cases is refused, or what they differ by is too large for a number
     */
    public static Comparison of(ComparedCase before, ComparedCase after, ToDoubleFunction<Scenario> netPresentValue) {
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

    private static void requireFinite(double value, String name, ComparedCase after) {
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
