package nl.mkba.scenario;

import nl.mkba.expression.Expression;
import org.jspecify.annotations.Nullable;

/**
 * A party that pays, gains or loses.
 *
 * @param id its id
 * @param name shown to people, or null for the id
 * @param sector id of the group it is added up with ({@code public}, {@code private}, {@code households} or another), or
 *     null for none
 * @param counts whether it belongs to the society whose welfare is measured
 * @param weight distributional weight, used only for the weighted net present value
 * @param canPay whether it can make side payments
 */
public record Stakeholder(
        String id, @Nullable String name, @Nullable String sector, boolean counts, Expression weight, boolean canPay) {

    /** A party of society with weight 1 that can make side payments. */
    public static Stakeholder of(String id, String name, String sector) {
        return new Stakeholder(id, name, sector, true, Expression.ONE, true);
    }

    /** The same party, outside the society whose welfare is measured. */
    public Stakeholder outsideSociety() {
        return new Stakeholder(id, name, sector, false, weight, canPay);
    }

    /** The same party, which makes no side payments. */
    public Stakeholder withoutSidePayments() {
        return new Stakeholder(id, name, sector, counts, weight, false);
    }

    /** The same party with another distributional weight. */
    public Stakeholder withWeight(String expression) {
        return new Stakeholder(id, name, sector, counts, Expression.parse(expression), canPay);
    }

    /** What people call it. */
    public String label() {
        return name == null ? id : name;
    }
}
