package nl.mkba.scenario;

import nl.mkba.expression.Expression;

/**
 * Money spent to carry out an intervention or keep it up; positive is a cost.
 *
 * @param id its id within the intervention
 * @param paidBy who pays
 * @param amount how much
 * @param terms timing, prices and discounting
 */
public record Cost(String id, Shares paidBy, StreamAmount amount, StreamTerms terms) implements Stream {

    /** A cost of an amount a year. */
    public static Cost perYear(String id, Shares paidBy, String amount, StreamTerms terms) {
        return new Cost(id, paidBy, new StreamAmount.PerYear(Expression.parse(amount)), terms);
    }

    /** A whole sum, spread over the years by strength. */
    public static Cost total(String id, Shares paidBy, String amount, StreamTerms terms) {
        return new Cost(id, paidBy, new StreamAmount.Total(Expression.parse(amount)), terms);
    }

    @Override
    public StreamKind kind() {
        return StreamKind.COST;
    }
}
