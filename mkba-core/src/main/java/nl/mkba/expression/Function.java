package nl.mkba.expression;

import java.util.Locale;
import java.util.Optional;

/** The functions that a formula may use. Their names cannot be ids of parameters. */
public enum Function {
    /** The least of one or more arguments. */
    MIN(1, Integer.MAX_VALUE),
    /** The greatest of one or more arguments. */
    MAX(1, Integer.MAX_VALUE),
    /** The absolute value. */
    ABS(1, 1),
    /** The square root. */
    SQRT(1, 1),
    /** e to the power of the argument. */
    EXP(1, 1),
    /** The natural logarithm. */
    LN(1, 1),
    /** The first argument to the power of the second. */
    POW(2, 2);

    private final int fewest;
    private final int most;

    Function(int fewest, int most) {
        this.fewest = fewest;
        this.most = most;
    }

    /** The name in a formula. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the function takes this number of arguments. */
    boolean takes(int arguments) {
        return arguments >= fewest && arguments <= most;
    }

    /** How many arguments it takes, for a message. */
    String arity() {
        return most == Integer.MAX_VALUE ? fewest + "+" : Integer.toString(fewest);
    }

    /** The function of that name. */
    public static Optional<Function> named(String id) {
        for (Function function : values()) {
            if (function.id().equals(id)) {
                return Optional.of(function);
            }
        }
        return Optional.empty();
    }
}
