package nl.mkba.uncertainty;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.mkba.plan.Evaluator;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;

/** What is clamped in a block of draws, and the first draw of it that is refused. */
final class BlockCheck implements Evaluator.Sink {

    private final Evaluator evaluator;
    private final Map<String, Integer> clamped = new LinkedHashMap<>();
    private int refusedDraw = Integer.MAX_VALUE;
    private int refusedCheck;
    private double refusedValue;

    BlockCheck(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    @Override
    public void clamped(int check, int draw, double value) {
        clamped.merge(evaluator.checkedPath(check), 1, Integer::sum);
    }

    @Override
    public void refused(int check, int draw, double value) {
        if (draw < refusedDraw) {
            refusedDraw = draw;
            refusedCheck = check;
            refusedValue = value;
        }
    }

    /** How often a value was clamped, by its path. */
    Map<String, Integer> clamped() {
        return Collections.unmodifiableMap(clamped);
    }

    /** Whether an earlier draw is refused than in another block. */
    boolean isBefore(BlockCheck other) {
        return refusedDraw < other.refusedDraw;
    }

    /**
     * Throws if a draw is refused.
     *
     * @param first the number of the block's first draw
     */
    void throwIfRefused(UncertainCase theCase, Evaluator.DrawBlock block, int first) {
        if (refusedDraw == Integer.MAX_VALUE) {
            return;
        }
        StringBuilder values = new StringBuilder();
        for (int p = 0; p < theCase.parameters().size(); p++) {
            values.append(p == 0 ? "" : ", ")
                    .append(theCase.parameters().get(p))
                    .append(" = ")
                    .append(block.input(p)[refusedDraw]);
        }
        Problem problem = evaluator.problem(refusedCheck, refusedValue);
        throw new InvalidScenarioException(List.of(
                problem,
                Problem.of(
                        ProblemCode.REFUSED_DRAW,
                        problem.path(),
                        String.valueOf(first + refusedDraw),
                        theCase.alternative(),
                        values.toString())));
    }
}
