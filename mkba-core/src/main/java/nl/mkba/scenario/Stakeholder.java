package nl.mkba.scenario;

import java.util.Map;
import nl.mkba.engine.input.Inputs;
import nl.mkba.expression.Expression;
import nl.mkba.text.Text;
import org.jspecify.annotations.Nullable;

/** Who pays, gains or loses (partij). */
public final class Stakeholder extends Part {

    private static final String PUBLIC = "public";

    private final String id;
    private final @Nullable Text name;
    private final @Nullable String sector;
    private final boolean counts;
    private final @Nullable Expression statedWeight;
    private final boolean canPay;
    private final @Nullable Expression income;
    private final @Nullable Boolean statedGovernment;

    private Stakeholder(Builder stakeholder) {
        this.id = stakeholder.id;
        this.name = stakeholder.name;
        this.sector = stakeholder.sector;
        this.counts = stakeholder.counts;
        this.statedWeight = stakeholder.weight;
        this.canPay = stakeholder.canPay;
        this.income = stakeholder.income;
        this.statedGovernment = stakeholder.government;
    }

    /**
     * Begins a stakeholder by itself, to be added to a scenario later.
     *
     * @param id small letters, digits and {@code _}, a letter first; unique among those of its kind
     * @return its builder
     */
    public static Builder builder(String id) {
        return new Builder(id, Inputs.whole());
    }

    /**
     * The same stakeholder, ready to be changed.
     *
     * @return a builder with all of it
     */
    public Builder toBuilder() {
        return builder(id)
                .name(name)
                .sector(sector)
                .counts(counts)
                .weight(statedWeight)
                .canPay(canPay)
                .income(income)
                .government(statedGovernment);
    }

    @Override
    public Map<String, @Nullable Object> components() {
        return components(
                "id", id,
                "name", name,
                "sector", sector,
                "counts", counts,
                "statedWeight", statedWeight,
                "canPay", canPay,
                "income", income,
                "statedGovernment", statedGovernment);
    }

    /** {@return its id} */
    public String id() {
        return id;
    }

    /** {@return what people call it, or null for the id} */
    public @Nullable Text name() {
        return name;
    }

    /**
     * {@return the id of the group it is added up with ({@code public}, {@code private}, {@code households} or another), or
     * null for none}
     */
    public @Nullable String sector() {
        return sector;
    }

    /** {@return whether it belongs to the society whose welfare is measured} */
    public boolean counts() {
        return counts;
    }

    /** {@return the distributional weight, used only for the weighted net present value, as stated, or null} */
    public @Nullable Expression statedWeight() {
        return statedWeight;
    }

    /** {@return its distributional weight where no weight follows from its income: as stated, or else 1} */
    public Expression weight() {
        return statedWeight == null ? Expression.ONE : statedWeight;
    }

    /**
     * {@return its yearly disposable income, above 0, in prices of the price level, from which {@link IncomeWeights} make a
     * weight; or null}
     */
    public @Nullable Expression income() {
        return income;
    }

    /** {@return whether its cash is public money, as stated, or null} */
    public @Nullable Boolean statedGovernment() {
        return statedGovernment;
    }

    /** {@return whether its cash is public money: as stated, or else whether its sector is {@code public}} */
    public boolean isGovernment() {
        return statedGovernment == null ? PUBLIC.equals(sector) : statedGovernment;
    }

    /** {@return whether it can make side payments} */
    public boolean canPay() {
        return canPay;
    }

    /** {@return what people call it} */
    public Text label() {
        return name == null ? Text.of(id) : name;
    }

    /** Says a stakeholder in the words of a file. Not for more than one thread. */
    public static final class Builder {
        private final String id;
        private final Inputs inputs;
        private @Nullable Text name;
        private @Nullable String sector;
        private boolean counts = true;
        private @Nullable Expression weight;
        private boolean canPay = true;
        private @Nullable Expression income;
        private @Nullable Boolean government;

        Builder(String id, Inputs inputs) {
            this.id = id;
            this.inputs = inputs;
        }

        /**
         * What people call it; the id unless said otherwise.
         *
         * @param label one text for every language; null for none
         * @return this builder
         */
        public Builder name(@Nullable String label) {
            return name(Text.ofNullable(label));
        }

        /**
         * As {@link #name(String)}, in Dutch and English.
         *
         * @param label in Dutch and English; null for none
         * @return this builder
         */
        public Builder name(@Nullable Text label) {
            this.name = label;
            return this;
        }

        /**
         * The group it is added up with.
         *
         * @param group the group's id, such as {@code public}; null for none
         * @return this builder
         */
        public Builder sector(@Nullable String group) {
            this.sector = group;
            return this;
        }

        /**
         * Whether it belongs to the society whose welfare is measured; so unless said otherwise.
         *
         * @param inSociety false for one whose gains and losses are shown and not counted
         * @return this builder
         */
        public Builder counts(boolean inSociety) {
            this.counts = inSociety;
            return this;
        }

        /**
         * The distributional weight, used only for the weighted net present value; 1 unless said otherwise.
         *
         * @param text a number, a percentage or a formula
         * @return this builder
         */
        public Builder weight(String text) {
            return weight(inputs.expression("weight", text));
        }

        /**
         * As {@link #weight(String)}.
         *
         * @param number a plain number
         * @return this builder
         */
        public Builder weight(double number) {
            return weight(inputs.expression("weight", number));
        }

        /**
         * As {@link #weight(String)}.
         *
         * @param factor an expression that was read before
         * @return this builder
         */
        public Builder weight(@Nullable Expression factor) {
            this.weight = factor;
            return this;
        }

        /**
         * Whether it can make side payments; so unless said otherwise.
         *
         * @param sidePayments whether it can pay others for what they lose
         * @return this builder
         */
        public Builder canPay(boolean sidePayments) {
            this.canPay = sidePayments;
            return this;
        }

        /**
         * Yearly disposable income, above 0, in prices of the price level, from which {@code income_weights} make a weight.
         *
         * @param text a number, a percentage or a formula
         * @return this builder
         */
        public Builder income(String text) {
            return income(inputs.expression("income", text));
        }

        /**
         * As {@link #income(String)}.
         *
         * @param number a plain number
         * @return this builder
         */
        public Builder income(double number) {
            return income(inputs.expression("income", number));
        }

        /**
         * As {@link #income(String)}.
         *
         * @param perYear an expression that was read before
         * @return this builder
         */
        public Builder income(@Nullable Expression perYear) {
            this.income = perYear;
            return this;
        }

        /**
         * Whether its cash is public money; unless said otherwise, whether its sector is {@code public}.
         *
         * @param publicMoney null for what its sector says
         * @return this builder
         */
        public Builder government(@Nullable Boolean publicMoney) {
            this.government = publicMoney;
            return this;
        }

        /**
         * {@return the stakeholder}
         *
         * @throws nl.mkba.problem.InvalidScenarioException with what was refused, unless this is part of something larger
         */
        public Stakeholder build() {
            inputs.complete();
            return new Stakeholder(this);
        }
    }
}
