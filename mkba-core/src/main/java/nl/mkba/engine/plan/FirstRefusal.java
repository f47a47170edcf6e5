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

    private static final int NONE = -1;

    private final Evaluator evaluator;
    private final int rows;
    private int @Nullable [] checks;
    private double[] values = {};
    private int first = NONE;

    /**
     * Nothing is refused yet.
     *
     * @param evaluator whose rules they are
     * @param rows how many rows there are at most
     */
    public FirstRefusal(Evaluator evaluator, int rows) {
        this.evaluator = evaluator;
        this.rows = rows;
    }

    @Override
    public void clamped(int check, int row, double value) {
        // Let pass; who counts it, has a sink of its own.
    }

    @Override
    public void refused(int check, int row, double value) {
        int[] known = checks;
        if (known == null) {
            known = new int[rows];
            Arrays.fill(known, NONE);
            checks = known;
            values = new double[rows];
        }
        if (known[row] == NONE) {
            known[row] = check;
            values[row] = value;
            first = first == NONE ? row : Math.min(first, row);
        }
    }

    /** Forgets what was refused, for the next block. */
    public void clear() {
        int[] known = checks;
        if (known != null && first != NONE) {
            Arrays.fill(known, NONE);
            first = NONE;
        }
    }

    /** {@return the first row that is refused, or −1 if none is} */
    public int row() {
        return first;
    }

    /** {@return whether some row is refused} */
    public boolean isAny() {
        return first != NONE;
    }

    /**
     * {@return whether this row is refused}
     *
     * @param row its number, from 0
     */
    public boolean isRefused(int row) {
        int[] known = checks;
        return known != null && known[row] != NONE;
    }

    /**
     * {@return what is wrong with a row}
     *
     * @param row its number, from 0
     * @throws IllegalStateException if it is not refused
     */
    public Problem problem(int row) {
        int[] known = checks;
        if (known == null || known[row] == NONE) {
            throw new IllegalStateException("Row " + row + " is not refused");
        }
        return evaluator.problem(known[row], values[row]);
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
