package nl.mkba.distribution;

import java.util.List;
import java.util.Optional;
import nl.mkba.engine.number.CheckedNumber;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/** What distributions refuse, when they are made and when they are asked. */
final class Check {

    private Check() {}

    static double chance(double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("The chance (" + p + ") must be from 0 to 1");
        }
        return p;
    }

    static void finite(double... numbers) {
        for (double number : numbers) {
            Optional<Problem> refusal = CheckedNumber.refusal(number, Double.toString(number));
            if (refusal.isPresent()) {
                throw new InvalidScenarioException(refusal.get());
            }
        }
    }

    static void finite(List<Double> numbers) {
        finite(numbers.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** The number; for −0 plain 0, so that equal distributions are equal and a file can say them. */
    static double plain(double number) {
        return number == 0 ? 0.0 : number;
    }

    static @Nullable Double plain(@Nullable Double number) {
        return number == null ? null : (Double) plain(number.doubleValue());
    }

    static List<Double> plain(List<Double> numbers) {
        return numbers.stream().map(number -> plain(number.doubleValue())).toList();
    }

    /** Refuses the numbers found, unless the rule, whose text is that of {@code word.RULE}, holds for them. */
    static void require(boolean holds, String rule, double... found) {
        if (!holds) {
            StringBuilder numbers = new StringBuilder();
            for (double number : found) {
                numbers.append(numbers.length() == 0 ? "" : ", ").append(Problem.number(number));
            }
            throw new InvalidScenarioException(
                    Problem.of(ProblemCode.DISTRIBUTION_ORDER, Problem.NO_PATH, rule, numbers.toString()));
        }
    }
}
