package nl.mkba.scenario;

import nl.mkba.engine.input.Inputs;
import nl.mkba.expression.Expression;
import nl.mkba.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/** What a builder is told about the size of a cost or a transfer. */
final class Sum {

    private @Nullable StreamAmount amount;
    private @Nullable String follows;

    void set(StreamAmount sum) {
        amount = sum;
        follows = sum instanceof StreamAmount.PerUnitOf follower ? follower.effect() : null;
    }

    void perYear(Expression perYear, Inputs inputs) {
        if (amount instanceof StreamAmount.Total) {
            inputs.refuseKey(ProblemCode.NOT_WITH, "amount", "amount", "total");
        }
        amount = new StreamAmount.PerYear(perYear);
    }

    void total(Expression total, Inputs inputs) {
        if (amount != null && !(amount instanceof StreamAmount.Total)) {
            inputs.refuseKey(ProblemCode.NOT_WITH, "total", "total", "amount");
        }
        amount = new StreamAmount.Total(total);
    }

    void follows(String effect) {
        follows = effect;
    }

    StreamAmount of(Inputs inputs) {
        StreamAmount sum = amount;
        String effect = follows;
        if (sum == null) {
            if (effect == null) {
                inputs.refuseKey(ProblemCode.ONE_OF, "amount", "amount, total");
                inputs.silence("amount");
            } else {
                inputs.missing("amount");
            }
            sum = new StreamAmount.PerYear(Expression.UNKNOWN);
        }
        if (effect == null) {
            return sum;
        }
        if (sum instanceof StreamAmount.Total) {
            inputs.refuseKey(ProblemCode.NOT_WITH, "total", "total", "follows");
        }
        return new StreamAmount.PerUnitOf(effect, sum.amount());
    }
}
