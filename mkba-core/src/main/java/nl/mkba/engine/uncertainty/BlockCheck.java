package nl.mkba.engine.uncertainty;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.mkba.engine.plan.Check;
import nl.mkba.engine.plan.Evaluator;
import nl.mkba.engine.plan.FirstRefusal;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;

/** What is clamped in a block of draws, and the first draw of it that is refused. */
final class BlockCheck implements Evaluator.Sink {

    private final Map<String, Integer> clamped = new LinkedHashMap<>();
    private final FirstRefusal refusal;

    /** @param draws how many draws a block has at most */
    BlockCheck(int draws) {
        this.refusal = new FirstRefusal(draws);
    }

    @Override
    public void clamped(Check check, int draw, double value) {
        clamped.merge(check.path(), 1, Integer::sum);
    }

    @Override
    public void refused(Check check, int draw, double value) {
        refusal.refused(check, draw, value);
    }

    /** How often a value was clamped, by its path. */
    Map<String, Integer> clamped() {
        return Collections.unmodifiableMap(clamped);
    }

    /** The first draw that is refused, counted within the block; after all others if none is. */
    int refusedDraw() {
        return refusal.isAny() ? refusal.row() : Integer.MAX_VALUE;
    }

    /**
     * Throws if a draw is refused.
     *
     * @param first the number of the block's first draw
     */
    void throwIfRefused(UncertainCase theCase, Evaluator.DrawBlock block, int first) {
        if (!refusal.isAny()) {
            return;
        }
        int draw = refusal.row();
        Problem problem = refusal.problem(draw);
        throw new InvalidScenarioException(List.of(
                problem,
                FirstRefusal.ofDraw(
                        problem,
                        first + draw,
                        theCase.alternative(),
                        theCase.parameters(),
                        p -> block.input(p)[draw])));
    }
}
