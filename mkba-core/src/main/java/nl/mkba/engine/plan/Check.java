package nl.mkba.engine.plan;

import java.io.Serializable;
import java.util.List;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;

/**
 * A rule that a value must keep to, and the message if it does not.
 *
 * @param number among the rules of its program, by which instructions know it
 * @param code of the problem
 * @param path of the key whose value it is
 * @param arguments of the message; {@link #VALUE} stands for the value found
 */
public record Check(int number, ProblemCode code, String path, List<String> arguments) implements Serializable {

    /** The argument of a message that stands for the value found. */
    static final String VALUE = "\0value";

    /**
     * Copies its list, so that it cannot change.
     *
     * @param number see {@link #number()}
     * @param code see {@link #code()}
     * @param path see {@link #path()}
     * @param arguments see {@link #arguments()}
     */
    public Check {
        arguments = List.copyOf(arguments);
    }

    // By hand: asked for every row in which something is clamped.
    @Override
    public boolean equals(Object other) {
        return other instanceof Check check
                && number == check.number
                && code.equals(check.code)
                && path.equals(check.path)
                && arguments.equals(check.arguments);
    }

    @Override
    public int hashCode() {
        return number;
    }

    /**
     * {@return the message about a value that breaks the rule}
     *
     * @param value the value that is refused
     */
    public Problem problem(double value) {
        String[] filled = arguments.stream()
                .map(argument -> argument.equals(VALUE) ? Problem.number(value) : argument)
                .toArray(String[]::new);
        return Problem.of(code, path, filled);
    }

    /**
     * {@return whether a value that is clamped in a draw would be refused in a central estimate} A reduction of an outcome may
     * be outside 0 … 1 by rounding.
     *
     * @param value the value before it was clamped
     */
    public boolean isRefusedCentrally(double value) {
        double rounding = code == ProblemCode.REDUCTION_OUT_OF_RANGE ? Interpreter.SHARES_TOLERANCE : 0;
        return value < -rounding || value > 1 + rounding;
    }
}
