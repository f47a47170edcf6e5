package nl.mkba.scenario;

import java.util.Map;
import nl.mkba.engine.input.Inputs;
import nl.mkba.expression.Expression;
import org.jspecify.annotations.Nullable;

/** Money spent to carry out an intervention or keep it up; positive is a cost. */
public final class Cost extends Part implements Stream {

    private final String id;
    private final Shares paidBy;
    private final Stream.Amount amount;
    private final Stream.Terms terms;

    private Cost(Builder cost) {
        this.id = cost.id;
        this.paidBy = cost.paidBy.of(cost.inputs);
        this.amount = cost.amount.of(cost.inputs);
        this.terms = new Stream.Terms(cost);
    }

    /**
     * Begins a cost by itself, to be added to an intervention later.
     *
     * @param id small letters, digits and {@code _}, a letter first; unique among those of its kind
     * @return its builder
     */
    public static Builder builder(String id) {
        return new Builder(id, Inputs.whole());
    }

    /**
     * Begins a cost that says the same, ready to be changed.
     *
     * @param otherId its id
     * @return its builder
     */
    public Builder toBuilder(String otherId) {
        Builder copy = builder(otherId).paidBy(paidBy).terms(terms);
        copy.amount.set(amount);
        return copy;
    }

    @Override
    public Map<String, @Nullable Object> components() {
        return components("id", id, "paidBy", paidBy, "amount", amount, "terms", terms);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Stream.Kind kind() {
        return Stream.Kind.COST;
    }

    /** {@return who pays} */
    public Shares paidBy() {
        return paidBy;
    }

    /** {@return how much: so much a year, or a whole sum} */
    public Stream.Amount amount() {
        return amount;
    }

    @Override
    public Stream.Terms terms() {
        return terms;
    }

    /** Says a cost in the words of a file. Not for more than one thread. */
    public static final class Builder extends Stream.Builder<Builder> {
        private final DividedShares paidBy = new DividedShares("paid_by");
        private final Sum amount = new Sum();

        Builder(String id, Inputs inputs) {
            super(id, inputs);
        }

        @Override
        Builder self() {
            return this;
        }

        /**
         * Who pays: one stakeholder, all of it.
         *
         * @param stakeholder the stakeholder's id
         * @return this builder
         */
        public Builder paidBy(String stakeholder) {
            return paidBy(Shares.of(stakeholder));
        }

        /**
         * Who pays: a stakeholder, for a share; all shares add up to 1.
         *
         * @param stakeholder the stakeholder's id
         * @param share 0 … 1: a number, a percentage or a formula
         * @return this builder
         */
        public Builder paidBy(String stakeholder, String share) {
            return paidBy(stakeholder, inputs.expression("paid_by." + stakeholder, share));
        }

        /**
         * As {@link #paidBy(String, String)}.
         *
         * @param stakeholder the stakeholder's id
         * @param share a plain number
         * @return this builder
         */
        public Builder paidBy(String stakeholder, double share) {
            return paidBy(stakeholder, inputs.expression("paid_by." + stakeholder, share));
        }

        /**
         * As {@link #paidBy(String, String)}.
         *
         * @param stakeholder the stakeholder's id
         * @param share an expression that was read before
         * @return this builder
         */
        public Builder paidBy(String stakeholder, Expression share) {
            paidBy.add(stakeholder, share);
            return this;
        }

        /**
         * Who pays: these shares, instead of those that were handed over before.
         *
         * @param shares of stakeholders
         * @return this builder
         */
        public Builder paidBy(Shares shares) {
            paidBy.set(shares);
            return this;
        }

        /**
         * What it costs a year at full strength (or each participant), in the scenario's currency and prices; negative is a
         * saving. Not with {@code total}.
         *
         * @param text a number, a percentage or a formula
         * @return this builder
         */
        public Builder amount(String text) {
            return amount(inputs.expression("amount", text));
        }

        /**
         * As {@link #amount(String)}.
         *
         * @param number a plain number
         * @return this builder
         */
        public Builder amount(double number) {
            return amount(inputs.expression("amount", number));
        }

        /**
         * As {@link #amount(String)}.
         *
         * @param perYear an expression that was read before
         * @return this builder
         */
        public Builder amount(Expression perYear) {
            amount.perYear(perYear, inputs);
            return this;
        }

        /**
         * What it costs in all, spread over its years by strength; negative is a saving. Not with {@code amount}.
         *
         * @param text a number, a percentage or a formula
         * @return this builder
         */
        public Builder total(String text) {
            return total(inputs.expression("total", text));
        }

        /**
         * As {@link #total(String)}.
         *
         * @param number a plain number
         * @return this builder
         */
        public Builder total(double number) {
            return total(inputs.expression("total", number));
        }

        /**
         * As {@link #total(String)}.
         *
         * @param sum an expression that was read before
         * @return this builder
         */
        public Builder total(Expression sum) {
            amount.total(sum, inputs);
            return this;
        }

        /**
         * {@return the cost}
         *
         * @throws nl.mkba.problem.InvalidScenarioException with what was refused, unless this is part of something larger
         */
        public Cost build() {
            Cost cost = new Cost(this);
            inputs.complete();
            return cost;
        }
    }
}
