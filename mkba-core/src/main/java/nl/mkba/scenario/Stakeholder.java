package nl.mkba.scenario;

import java.util.Map;
import nl.mkba.expression.Expression;
import nl.mkba.expression.Inputs;
import org.jspecify.annotations.Nullable;

/** Who pays, gains or loses (partij). */
public final class Stakeholder extends Part {

    private final String id;
    private final @Nullable String name;
    private final @Nullable String sector;
    private final boolean counts;
    private final Expression weight;
    private final boolean canPay;

    private Stakeholder(Builder stakeholder) {
        this.id = stakeholder.id;
        this.name = stakeholder.name;
        this.sector = stakeholder.sector;
        this.counts = stakeholder.counts;
        this.weight = stakeholder.weight;
        this.canPay = stakeholder.canPay;
    }

    /** Begins a stakeholder by itself, to be added to a scenario later. */
    public static Builder builder(String id) {
        return new Builder(id, Inputs.whole());
    }

    /** The same stakeholder, ready to be changed. */
    public Builder toBuilder() {
        return builder(id)
                .name(name)
                .sector(sector)
                .counts(counts)
                .weight(weight)
                .canPay(canPay);
    }

    @Override
    public Map<String, @Nullable Object> components() {
        return components(
                "id", id, "name", name, "sector", sector, "counts", counts, "weight", weight, "canPay", canPay);
    }

    /** Its id. */
    public String id() {
        return id;
    }

    /** What people call it, or null for the id. */
    public @Nullable String name() {
        return name;
    }

    /**
     * The id of the group it is added up with ({@code public}, {@code private}, {@code households} or another), or null for
     * none.
     */
    public @Nullable String sector() {
        return sector;
    }

    /** Whether it belongs to the society whose welfare is measured. */
    public boolean counts() {
        return counts;
    }

    /** The distributional weight, used only for the weighted net present value. */
    public Expression weight() {
        return weight;
    }

    /** Whether it can make side payments. */
    public boolean canPay() {
        return canPay;
    }

    /** What people call it. */
    public String label() {
        return name == null ? id : name;
    }

    /** Says a stakeholder in the words of a file. Not for more than one thread. */
    public static final class Builder {
        private final String id;
        private final Inputs inputs;
        private @Nullable String name;
        private @Nullable String sector;
        private boolean counts = true;
        private Expression weight = Expression.ONE;
        private boolean canPay = true;

        Builder(String id, Inputs inputs) {
            this.id = id;
            this.inputs = inputs;
        }

        /** What people call it; the id unless said otherwise. */
        public Builder name(@Nullable String label) {
            this.name = label;
            return this;
        }

        /** The id of the group it is added up with, such as {@code public}; null for none. */
        public Builder sector(@Nullable String group) {
            this.sector = group;
            return this;
        }

        /** Whether it belongs to the society whose welfare is measured; so unless said otherwise. */
        public Builder counts(boolean inSociety) {
            this.counts = inSociety;
            return this;
        }

        /** The distributional weight, used only for the weighted net present value; 1 unless said otherwise. A number, a percentage or a formula. */
        public Builder weight(String text) {
            return weight(inputs.expression("weight", text));
        }

        /** As {@link #weight(String)}: a plain number. */
        public Builder weight(double number) {
            return weight(inputs.expression("weight", number));
        }

        /** As {@link #weight(String)}: an expression that was read before. */
        public Builder weight(Expression factor) {
            this.weight = factor;
            return this;
        }

        /** Whether it can make side payments; so unless said otherwise. */
        public Builder canPay(boolean sidePayments) {
            this.canPay = sidePayments;
            return this;
        }

        /**
         * The stakeholder.
         *
         * @throws nl.mkba.problem.InvalidScenarioException with what was refused, unless this is part of something larger
         */
        public Stakeholder build() {
            inputs.complete();
            return new Stakeholder(this);
        }
    }
}
