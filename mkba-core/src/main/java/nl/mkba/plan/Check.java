package nl.mkba.plan;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;

/**
 * A rule that a value must keep to, and what is said if it does not.
 *
 * @param code of the problem
 * @param path of the key whose value it is
 * @param arguments of the message; {@link #VALUE} stands for the value found
 */
record Check(ProblemCode code, String path, List<String> arguments) {

    static final String VALUE = "\0value";

    /** The problem of a value that breaks the rule. */
    Problem problem(double value) {
        String[] filled = arguments.stream()
                .map(argument -> argument.equals(VALUE) ? text(value) : argument)
                .toArray(String[]::new);
        return Problem.of(code, path, filled);
    }

    /** A number as people write it: no exponent for ordinary sizes, no trailing zeros. */
    static String text(double value) {
        double size = Math.abs(value);
        if (value == Math.rint(value) && size < 1e15) {
            return Long.toString((long) value);
        }
        return size >= 1e-3 && size < 1e15
                ? new BigDecimal(value)
                        .round(new MathContext(12))
                        .stripTrailingZeros()
                        .toPlainString()
                : Double.toString(value);
    }
}
