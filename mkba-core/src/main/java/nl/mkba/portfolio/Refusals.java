package nl.mkba.portfolio;

import java.util.Arrays;
import nl.mkba.plan.Evaluator;
import nl.mkba.problem.Problem;

/** Remembers of every row, or draw, of a block the first rule that it breaks: what follows may come from that. */
final class Refusals implements Evaluator.Sink {

    private final Evaluator evaluator;
    private final boolean isCentral;
    private final int[] checks;
    private final double[] values;
    private boolean anyClamped;

    /** @param isCentral whether a fraction outside 0 … 1 is refused, rather than clamped */
    Refusals(Evaluator evaluator, boolean isCentral, int rows) {
        this.evaluator = evaluator;
        this.isCentral = isCentral;
        this.checks = new int[rows];
        this.values = new double[rows];
        Arrays.fill(checks, -1);
    }

    @Override
    public void clamped(int check, int row, double value) {
        anyClamped = true;
        if (isCentral && evaluator.isRefusedCentrally(check, value)) {
            refused(check, row, value);
        }
    }

    @Override
    public void refused(int check, int row, double value) {
        if (checks[row] < 0) {
            checks[row] = check;
            values[row] = value;
        }
    }

    boolean anyClamped() {
        return anyClamped;
    }

    boolean isRefused(int row) {
        return checks[row] >= 0;
    }

    /** The first row that is refused, or −1. */
    int first() {
        for (int row = 0; row < checks.length; row++) {
            if (checks[row] >= 0) {
                return row;
            }
        }
        return -1;
    }

    /** What is wrong with a row that is refused. */
    Problem problem(int row) {
        return evaluator.problem(checks[row], values[row]);
    }
}
