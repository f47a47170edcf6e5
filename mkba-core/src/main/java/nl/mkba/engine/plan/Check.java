package nl.mkba.engine.plan;

import java.io.Serializable;
import java.util.List;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;

/**
 * A rule that a value must keep to, and the message if it does not.
 *
 * @param code of the problem
 * @param path of the key whose value it is
 * @param arguments of the message; {@link #VALUE} stands for the value found
 */
record Check(ProblemCode code, String path, List<String> arguments) implements Serializable {

    static final String VALUE = "\0value";

    /** The problem of a value that breaks the rule. */
    Problem problem(double value) {
        String[] filled = arguments.stream()
                .map(argument -> argument.equals(VALUE) ? Problem.number(value) : argument)
                .toArray(String[]::new);
        return Problem.of(code, path, filled);
    }
}
