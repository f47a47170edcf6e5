package nl.mkba.scenario;

import nl.mkba.expression.Expression;

/**
 * Money that moves between two stakeholders; nothing for society as a whole, unless one of them is outside it.
 *
 * @param id its id within the intervention
 * @param from who pays
 * @param to who receives
 * @param amount how much
 * @param terms timing, prices and discounting
 */
public record Transfer(String id, String from, String to, StreamAmount amount, StreamTerms terms) implements Stream {

    /** A transfer of an amount a year. */
    public static Transfer perYear(String id, String from, String to, String amount, StreamTerms terms) {
        return new Transfer(id, from, to, new StreamAmount.PerYear(Expression.parse(amount)), terms);
    }

    /** A transfer of an amount per unit of an effect of the same intervention. */
    public static Transfer following(String id, String from, String to, String effect, String amount) {
        return new Transfer(
                id, from, to, new StreamAmount.PerUnitOf(effect, Expression.parse(amount)), StreamTerms.DEFAULT);
    }

    @Override
    public StreamKind kind() {
        return StreamKind.TRANSFER;
    }
}
