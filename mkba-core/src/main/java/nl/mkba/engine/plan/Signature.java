package nl.mkba.engine.plan;

import java.util.List;

/**
 * What an operation takes: operands, each a scalar or a vector of years, and immediates.
 *
 * @param operands the kinds of the operands that are always there
 * @param more the kinds of those that may follow, any number of times over
 * @param fixed how many immediates there always are
 * @param perMore how many come with each repetition of {@code more}
 * @param perYear how many come with each year
 * @param perYearAtMost whether there may be fewer of those
 */
record Signature(
        List<Op.Kind> operands, List<Op.Kind> more, int fixed, int perMore, int perYear, boolean perYearAtMost) {

    static Signature of(Op.Kind... operands) {
        return new Signature(List.of(operands), List.of(), 0, 0, 0, false);
    }

    /** Then these, any number of times over. */
    Signature andMore(Op.Kind... repeated) {
        return new Signature(operands, List.of(repeated), fixed, perMore, perYear, perYearAtMost);
    }

    Signature immediates(int number) {
        return new Signature(operands, more, number, perMore, perYear, perYearAtMost);
    }

    Signature immediatesPerMore(int number) {
        return new Signature(operands, more, fixed, number, perYear, perYearAtMost);
    }

    Signature immediatesPerYear(int number) {
        return new Signature(operands, more, fixed, perMore, number, false);
    }

    /** Immediates that are years, each at most once. */
    Signature someYears() {
        return new Signature(operands, more, fixed, perMore, 1, true);
    }

    /** The kind of an operand. */
    Op.Kind operand(int index) {
        return index < operands.size() ? operands.get(index) : more.get((index - operands.size()) % more.size());
    }

    /** Whether it takes this number of operands. */
    boolean takesOperands(int number) {
        int rest = number - operands.size();
        return more.isEmpty() ? rest == 0 : rest >= 0 && rest % more.size() == 0;
    }

    /** Whether it takes this number of immediates with that number of operands, over some years. */
    boolean takesImmediates(int number, int operandCount, int years) {
        int repetitions = more.isEmpty() ? 0 : (operandCount - operands.size()) / more.size();
        int most = fixed + perMore * repetitions + perYear * years;
        return perYearAtMost ? number >= most - perYear * years && number <= most : number == most;
    }
}
