package nl.mkba.engine.portfolio;

import nl.mkba.engine.plan.Evaluator;
import nl.mkba.engine.plan.FirstRefusal;

/** Remembers of every row, or draw, of a block the first rule that it breaks: what follows may come from that. */
final class Refusals implements Evaluator.Sink {

    private final Evaluator evaluator;
    private final boolean isCentral;
    private final FirstRefusal refusal;
    private boolean anyClamped;

    /** @param isCentral whether a fraction outside 0 … 1 is refused, rather than clamped */
    Refusals(Evaluator evaluator, boolean isCentral, int rows) {
        this.evaluator = evaluator;
        this.isCentral = isCentral;
        this.refusal = new FirstRefusal(evaluator, rows);
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
