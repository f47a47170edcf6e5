package nl.mkba.engine.plan;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * Remembers of every row of a block, such as a draw or a place, the first rule that it breaks: what follows may come from that.
 * Fractions may be clamped. Takes no memory until something is refused.
 */
public final class FirstRefusal implements Evaluator.Sink {

    private final int rows;

    /** Per row the rule that it breaks; none until something is refused. */
    private @Nullable Check[] checks = {};

    private double[] values = {};
    private int first;
    private boolean isAny;

    /**
     * Nothing is refused yet.
     *
     * @param rows how many rows there are at most
     */
    public FirstRefusal(int rows) {
        this.rows = rows;
    }

    @Override
    public void clamped(Check check, int row, double value) {
        // Let pass; who counts it, has a sink of its own.
    }

    @Override
    public void refused(Check check, int row, double value) {
        if (checks.length == 0) {
            checks = new Check[rows];
            values = new double[rows];
        }
        if (checks[row] == null) {
            checks[row] = check;
            values[row] = value;
            first = isAny ? Math.min(first, row) : row;
            isAny = true;
        }
    }

    /** Forgets what was refused, for the next block. */
    public void clear() {
        if (isAny) {
            Arrays.fill(checks, null);
            isAny = false;
        }
    }

    /**
     * {@return the first row that is refused}
     *
     * @throws IllegalStateException if none {@link #isAny is}
     */
    public int row() {
        if (!isAny) {
            throw new IllegalStateException("No row is refused");
        }
        return first;
    }

    /** {@return whether some row is refused} */
    public boolean isAny() {
        return isAny;
    }

    /**
     * {@return whether this row is refused}
     *
     * @param row its number, from 0
     */
    public boolean isRefused(int row) {
        return isAny && checks[row] != null;
    }

    /**
     * {@return what is wrong with a row}
     *
     * @param row its number, from 0
     * @throws IllegalStateException if it is not refused
     */
    public Problem problem(int row) {
        Check broken = isAny ? checks[row] : null;
        if (broken == null) {
            throw new IllegalStateException("Row " + row + " is not refused");
        }
        return broken.problem(values[row]);
    }

    /**
     * {@return which draw a problem was found in, and the values drawn in it}
     *
     * @param problem what is refused
     * @param draw its number, from 0
     * @param alternative in which it is refused
     * @param parameters their ids
     * @param value the value of each in that draw, by its place among the ids
     */
    public static Problem ofDraw(
            Problem problem, int draw, String alternative, List<String> parameters, IntToDoubleFunction value) {
        return Problem.of(
                ProblemCode.REFUSED_DRAW, problem.path(), String.valueOf(draw), alternative, values(parameters, value));
    }

    /**
     * {@return the values of a row that is refused, as messages show them: {@code a = 1.0, b = 2.0}}
     *
     * @param parameters their ids
     * @param value the value of each, by its place among the ids
     */
    public static String values(List<String> parameters, IntToDoubleFunction value) {
        StringBuilder values = new StringBuilder();
        for (int p = 0; p < parameters.size(); p++) {
            values.append(p == 0 ? "" : ", ")
                    .append(parameters.get(p))
                    .append(" = ")
                    .append(value.applyAsDouble(p));
        }
        return values.toString();
    }
}
