package nl.mkba.engine.portfolio;

import nl.mkba.engine.plan.Check;
import nl.mkba.engine.plan.Evaluator;
import nl.mkba.engine.plan.FirstRefusal;

/** Remembers of every row, or draw, of a block the first rule that it breaks: what follows may come from that. */
final class Refusals implements Evaluator.Sink {

    private final boolean isCentral;
    private final FirstRefusal refusal;
    private boolean anyClamped;

    /** @param isCentral whether a fraction outside 0 … 1 is refused, rather than clamped */
    Refusals(boolean isCentral, int rows) {
        this.isCentral = isCentral;
        this.refusal = new FirstRefusal(rows);
    }

    @Override
    public void clamped(Check check, int row, double value) {
        anyClamped = true;
        if (isCentral && check.isRefusedCentrally(value)) {
            refused(check, row, value);
        }
    }

    @Override
    public void refused(Check check, int row, double value) {
        refusal.refused(check, row, value);
    }

    boolean anyClamped() {
        return anyClamped;
    }

    /** What is refused. */
    FirstRefusal refusal() {
        return refusal;
    }
}
