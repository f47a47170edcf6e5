package nl.mkba.scenario;

import nl.mkba.engine.input.Inputs;
import nl.mkba.expression.Expression;
import nl.mkba.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/** What a builder is told about the size of a cost or a transfer. */
final class Sum {

    private Stream.@Nullable Amount amount;
    private @Nullable String follows;

    void set(Stream.Amount sum) {
        amount = sum;
        follows = sum instanceof Stream.Amount.PerUnitOf follower ? follower.effect() : null;
    }

    void perYear(Expression perYear, Inputs inputs) {
        if (amount instanceof Stream.Amount.Total) {
            inputs.refuseKey(ProblemCode.NOT_WITH, "amount", "amount", "total");
        }
        amount = new Stream.Amount.PerYear(perYear);
    }

    void total(Expression total, Inputs inputs) {
        if (amount != null && !(amount instanceof Stream.Amount.Total)) {
            inputs.refuseKey(ProblemCode.NOT_WITH, "total", "total", "amount");
        }
        amount = new Stream.Amount.Total(total);
    }

    void follows(String effect) {
        follows = effect;
    }

    Stream.Amount of(Inputs inputs) {
        Stream.Amount sum = amount;
        String effect = follows;
        if (sum == null) {
            if (effect == null) {
                inputs.refuseKey(ProblemCode.ONE_OF, "amount", "amount, total");
                inputs.silence("amount");
            } else {
                inputs.missing("amount");
            }
            sum = new Stream.Amount.PerYear(Expression.UNKNOWN);
        }
        if (effect == null) {
            return sum;
        }
        if (sum instanceof Stream.Amount.Total) {
            inputs.refuseKey(ProblemCode.NOT_WITH, "total", "total", "follows");
        }
        return new Stream.Amount.PerUnitOf(effect, sum.amount());
    }
}
