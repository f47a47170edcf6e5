package nl.mkba.scenario;

import nl.mkba.expression.Expression;
import nl.mkba.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * A stakeholder that pays, gains or loses.
 *
 * @param id its id
 * @param name shown to people, or null for the id
 * @param sector id of the group it is added up with ({@code public}, {@code private}, {@code households} or another), or
 *     null for none
 * @param counts whether it belongs to the society whose welfare is measured
 * @param statedWeight distributional weight, used only for the weighted net present value, or null for the default
 * @param canPay whether it can make side payments
 * @param income yearly disposable income, above 0, in prices of the price level, from which {@link IncomeWeights} make a weight;
 *     or null
 * @param statedGovernment whether its cash is public money, or null for the default: whether its sector is {@code public}
 */
public record Stakeholder(
        String id,
        @Nullable Text name,
        @Nullable String sector,
        boolean counts,
        @Nullable Expression statedWeight,
        boolean canPay,
        @Nullable Expression income,
        @Nullable Boolean statedGovernment) {

    private static final String PUBLIC = "public";

    /** A stakeholder of society with weight 1 that can make side payments. */
    public static Stakeholder of(String id, String name, String sector) {
        return new Stakeholder(id, Text.of(name), sector, true, null, true, null, null);
    }

    /** The same stakeholder, outside the society whose welfare is measured. */
    public Stakeholder outsideSociety() {
        return new Stakeholder(id, name, sector, false, statedWeight, canPay, income, statedGovernment);
    }

    /** The same stakeholder, which makes no side payments. */
    public Stakeholder withoutSidePayments() {
        return new Stakeholder(id, name, sector, counts, statedWeight, false, income, statedGovernment);
    }

    /** The same stakeholder with another distributional weight. */
    public Stakeholder withWeight(String expression) {
        return new Stakeholder(
                id, name, sector, counts, Expression.parse(expression), canPay, income, statedGovernment);
    }

    /** The same stakeholder with a yearly disposable income. */
    public Stakeholder withIncome(String expression) {
        return new Stakeholder(
                id, name, sector, counts, statedWeight, canPay, Expression.parse(expression), statedGovernment);
    }

    /** The same stakeholder, whose cash is public money or is not, whatever its sector. */
    public Stakeholder government(boolean isPublicMoney) {
        return new Stakeholder(id, name, sector, counts, statedWeight, canPay, income, isPublicMoney);
    }

    /** Its distributional weight where no weight follows from its income: as stated, or else 1. */
    public Expression weight() {
        return statedWeight == null ? Expression.ONE : statedWeight;
    }

    /** Whether its cash is public money: as stated, or else whether its sector is {@code public}. */
    public boolean isGovernment() {
        return statedGovernment == null ? PUBLIC.equals(sector) : statedGovernment;
    }

    /** What people call it. */
    public Text label() {
        return name == null ? Text.of(id) : name;
    }
}
