package nl.mkba.scenario;

import java.util.Map;
import nl.mkba.engine.input.Inputs;
import nl.mkba.expression.Expression;
import nl.mkba.label.Labels;
import org.jspecify.annotations.Nullable;

/** What one occurrence of an outcome costs, and whom. */
public final class OutcomeValue extends Part {

    private final Expression value;
    private final Shares borneBy;
    private final Expression cashable;
    private final Expression growth;
    private final Prices prices;
    private final @Nullable String rateClass;
    private final Labels labels;

    private OutcomeValue(Builder each) {
        Expression stated = each.value;
        if (stated == null) {
            each.inputs.missing("value");
        }
        this.value = stated == null ? Expression.UNKNOWN : stated;
        this.borneBy = each.borneBy.of(each.inputs);
        this.cashable = each.cashable;
        this.growth = each.growth;
        this.prices = each.prices;
        this.rateClass = each.rateClass;
        this.labels = each.labels;
    }

    /**
     * Begins a value by itself, to be added to an outcome later.
     *
     * @return its builder
     */
    public static Builder builder() {
        return new Builder(Inputs.whole());
    }

    /**
     * The same value, ready to be changed.
     *
     * @return this builder
     */
    public Builder toBuilder() {
        return builder()
                .value(value)
                .borneBy(borneBy)
                .cashable(cashable)
                .growth(growth)
                .prices(prices)
                .rateClass(rateClass)
                .labels(labels);
    }

    @Override
    public Map<String, @Nullable Object> components() {
        return components(
                "value",
                value,
                "borneBy",
                borneBy,
                "cashable",
                cashable,
                "growth",
                growth,
                "prices",
                prices,
                "rateClass",
                rateClass,
                "labels",
                labels);
    }

    /** {@return what one occurrence costs, 0 or more} */
    public Expression value() {
        return value;
    }

    /** {@return who bears it} */
    public Shares borneBy() {
        return borneBy;
    }

    /** {@return the part that is cash, 0 … 1} */
    public Expression cashable() {
        return cashable;
    }

    /** {@return the real price change a year, above −1, counted from the price level} */
    public Expression growth() {
        return growth;
    }

    /** {@return whether it is real, in prices of the price level, or nominal, in those of each year} */
    public Prices prices() {
        return prices;
    }

    /** {@return the class of the discount policy, or null for the standard one} */
    public @Nullable String rateClass() {
        return rateClass;
    }

    /**
     * {@return under what else it is counted; it has the labels of the effect that reduces, and then those of the effect's
     * intervention, that it does not name itself}
     */
    public Labels labels() {
        return labels;
    }

    /** Says a value in the words of a file. Not for more than one thread. */
    public static final class Builder {
        private final Inputs inputs;
        private @Nullable Expression value;
        private final DividedShares borneBy = new DividedShares("borne_by");
        private Expression cashable = Expression.ZERO;
        private Expression growth = Expression.ZERO;
        private Prices prices = Prices.REAL;
        private @Nullable String rateClass;
        private Labels labels = Labels.NONE;

        Builder(Inputs inputs) {
            this.inputs = inputs;
        }

        /**
         * What one occurrence costs, 0 or more, in the scenario's currency and prices.
         *
         * @param text a number, a percentage or a formula
         * @return this builder
         */
        public Builder value(String text) {
            return value(inputs.expression("value", text));
        }

        /**
         * As {@link #value(String)}.
         *
         * @param number a plain number
         * @return this builder
         */
        public Builder value(double number) {
            return value(inputs.expression("value", number));
        }

        /**
         * As {@link #value(String)}.
         *
         * @param each an expression that was read before
         * @return this builder
         */
        public Builder value(Expression each) {
            this.value = each;
            return this;
        }

        /**
         * Who bears it: one stakeholder, all of it.
         *
         * @param stakeholder the stakeholder's id
         * @return this builder
         */
        public Builder borneBy(String stakeholder) {
            return borneBy(Shares.of(stakeholder));
        }

        /**
         * Who bears it: a stakeholder, for a share; all shares add up to 1.
         *
         * @param stakeholder the stakeholder's id
         * @param share 0 … 1: a number, a percentage or a formula
         * @return this builder
         */
        public Builder borneBy(String stakeholder, String share) {
            return borneBy(stakeholder, inputs.expression("borne_by." + stakeholder, share));
        }

        /**
         * As {@link #borneBy(String, String)}.
         *
         * @param stakeholder the stakeholder's id
         * @param share a plain number
         * @return this builder
         */
        public Builder borneBy(String stakeholder, double share) {
            return borneBy(stakeholder, inputs.expression("borne_by." + stakeholder, share));
        }

        /**
         * As {@link #borneBy(String, String)}.
         *
         * @param stakeholder the stakeholder's id
         * @param share an expression that was read before
         * @return this builder
         */
        public Builder borneBy(String stakeholder, Expression share) {
            borneBy.add(stakeholder, share);
            return this;
        }

        /**
         * Who bears it: these shares, instead of those that were handed over before.
         *
         * @param shares of stakeholders
         * @return this builder
         */
        public Builder borneBy(Shares shares) {
            borneBy.set(shares);
            return this;
        }

        /**
         * The part, 0 … 1, that is cash; 0 unless said otherwise.
         *
         * @param text a number, a percentage or a formula
         * @return this builder
         */
        public Builder cashable(String text) {
            return cashable(inputs.expression("cashable", text));
        }

        /**
         * As {@link #cashable(String)}.
         *
         * @param number a plain number
         * @return this builder
         */
        public Builder cashable(double number) {
            return cashable(inputs.expression("cashable", number));
        }

        /**
         * As {@link #cashable(String)}.
         *
         * @param fraction an expression that was read before
         * @return this builder
         */
        public Builder cashable(Expression fraction) {
            this.cashable = fraction;
            return this;
        }

        /**
         * The real price change a year, above −1, counted from the price level; 0 unless said otherwise.
         *
         * @param text a number, a percentage or a formula
         * @return this builder
         */
        public Builder growth(String text) {
            return growth(inputs.expression("growth", text));
        }

        /**
         * As {@link #growth(String)}.
         *
         * @param number a plain number
         * @return this builder
         */
        public Builder growth(double number) {
            return growth(inputs.expression("growth", number));
        }

        /**
         * As {@link #growth(String)}.
         *
         * @param ratePerYear an expression that was read before
         * @return this builder
         */
        public Builder growth(Expression ratePerYear) {
            this.growth = ratePerYear;
            return this;
        }

        /**
         * Real or nominal; real unless said otherwise.
         *
         * @param kind in prices of the price level, or of each year
         * @return this builder
         */
        public Builder prices(Prices kind) {
            this.prices = kind;
            return this;
        }

        /**
         * The class of the discount policy.
         *
         * @param rates the class's name; null for the standard one
         * @return this builder
         */
        public Builder rateClass(@Nullable String rates) {
            this.rateClass = rates;
            return this;
        }

        /**
         * A label: under what else it is counted, by a key such as {@code taakveld}.
         *
         * @param key the label's key, such as {@code taakveld}
         * @param text the label's text
         * @return this builder
         */
        public Builder label(String key, String text) {
            return labels(labels.and(key, text));
        }

        /**
         * All labels, instead of those that were handed over before.
         *
         * @param all by their keys
         * @return this builder
         */
        public Builder labels(Labels all) {
            this.labels = all;
            return this;
        }

        /**
         * {@return the value}
         *
         * @throws nl.mkba.problem.InvalidScenarioException with what was refused, unless this is part of something larger
         */
        public OutcomeValue build() {
            OutcomeValue each = new OutcomeValue(this);
            inputs.complete();
            return each;
        }
    }
}
