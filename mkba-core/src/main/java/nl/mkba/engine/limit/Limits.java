package nl.mkba.engine.limit;

import java.util.Locale;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.problem.Problems;

/**
 * How much one question may ask for. What asks for more is refused before anything is computed, so that a small file or a
 * mistyped number cannot take all memory or run for hours. The limits are far beyond any real analysis, and whoever means it
 * raises them all at once.
 *
 * @param times by how much each limit is raised; 1 for the standard ones
 */
public record Limits(double times) {

    /** The limits unless they are raised. */
    public static final Limits STANDARD = new Limits(1);

    private static final int BYTES_PER_NUMBER = 8;

    /** What is counted. */
    public enum Size {
        /** Alternatives × outlooks: 5,000. */
        CASES(5_000),
        /**
         * Numbers that are kept at once, such as draws × figures: as many as fill half the memory that Java may use. The
         * other half is for working with them.
         */
        NUMBERS(Runtime.getRuntime().maxMemory() / 2 / BYTES_PER_NUMBER),
        /** Evaluations of a part of a package in a draw: 33,554,432. */
        EVALUATIONS(1 << 25),
        /** Steps of calculation in an analysis of very many parameters: 20 billion. */
        STEPS(20_000_000_000L);

        private final long most;

        Size(long most) {
            this.most = most;
        }
    }

    /**
     * The standard limits, each raised by the same factor.
     *
     * @param times see {@link #times()}
     * @throws IllegalArgumentException if that is not a number above 0
     */
    public Limits {
        if (!(times > 0 && times < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("The factor of the limits (" + times + ") must be above 0");
        }
    }

    /**
     * {@return whether this much may be asked for}
     *
     * @param size what is counted
     * @param asked how much of it is asked for
     */
    public boolean allow(Size size, double asked) {
        return asked <= most(size);
    }

    /**
     * Reports what asks for more than the limits allow.
     *
     * @param size what is counted
     * @param asked how much of it is asked for
     * @param path the path of the key that asks for it, or {@link Problem#NO_PATH}
     * @param problems receives the problem
     * @return whether it may go on
     */
    public boolean check(Size size, double asked, String path, Problems problems) {
        boolean allowed = allow(size, asked);
        if (!allowed) {
            problems.add(
                    ProblemCode.TOO_LARGE,
                    path,
                    size.name().toLowerCase(Locale.ROOT),
                    Problem.number(asked),
                    Problem.number(Math.floor(most(size))),
                    needed(size, asked));
        }
        return allowed;
    }

    /**
     * {@return how much may be asked for, as a number of what is counted}
     *
     * @param size what is counted
     */
    public double most(Size size) {
        return size.most * times;
    }

    /**
     * {@return by how much the standard limits must be raised for this, as a user writes it}
     *
     * @param size what is counted
     * @param asked how much of it is asked for
     */
    public static String needed(Size size, double asked) {
        return Problem.number(Math.ceil(asked / size.most));
    }
}
