package nl.mkba.scenario;

import java.util.Map;
import nl.mkba.engine.input.Inputs;
import nl.mkba.expression.Expression;
import org.jspecify.annotations.Nullable;

/** Money that moves between two stakeholders; nothing for society as a whole, unless one of them is outside it. */
public final class Transfer extends Part implements Stream {

    private final String id;
    private final String from;
    private final String to;
    private final Stream.Amount amount;
    private final Stream.Terms terms;

    private Transfer(Builder transfer) {
        this.id = transfer.id;
        this.from = stated(transfer.from, "from", transfer.inputs);
        this.to = stated(transfer.to, "to", transfer.inputs);
        this.amount = transfer.amount.of(transfer.inputs);
        this.terms = new Stream.Terms(transfer);
    }

    private static String stated(@Nullable String stakeholder, String key, Inputs inputs) {
        if (stakeholder == null) {
            inputs.missing(key);
            return "";
        }
        return stakeholder;
    }

    /**
     * Begins a transfer by itself, to be added to an intervention later.
     *
     * @param id small letters, digits and {@code _}, a letter first; unique among those of its kind
     * @return its builder
     */
    public static Builder builder(String id) {
        return new Builder(id, Inputs.whole());
    }

    /**
     * Begins a transfer that says the same, ready to be changed.
     *
     * @param otherId its id
     * @return its builder
     */
    public Builder toBuilder(String otherId) {
        Builder copy = builder(otherId).from(from).to(to).terms(terms);
        copy.amount.set(amount);
        return copy;
    }

    @Override
    public Map<String, @Nullable Object> components() {
        return components("id", id, "from", from, "to", to, "amount", amount, "terms", terms);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Stream.Kind kind() {
        return Stream.Kind.TRANSFER;
    }

    /** {@return the id of the stakeholder who pays} */
    public String from() {
        return from;
    }

    /** {@return the id of the stakeholder who receives} */
    public String to() {
        return to;
    }

    /** {@return how much: so much a year, a whole sum, or so much per unit of an effect} */
    public Stream.Amount amount() {
        return amount;
    }

    @Override
    public Stream.Terms terms() {
        return terms;
    }

    /** Says a transfer in the words of a file. Not for more than one thread. */
    public static final class Builder extends Stream.Builder<Builder> {
        private @Nullable String from;
        private @Nullable String to;
        private final Sum amount = new Sum();

        Builder(String id, Inputs inputs) {
            super(id, inputs);
        }

        @Override
        Builder self() {
            return this;
        }

        /**
         * The stakeholder who pays.
         *
         * @param stakeholder the stakeholder's id
         * @return this builder
         */
        public Builder from(String stakeholder) {
            this.from = stakeholder;
            return this;
        }

        /**
         * The stakeholder who receives; another one.
         *
         * @param stakeholder the stakeholder's id
         * @return this builder
         */
        public Builder to(String stakeholder) {
            this.to = stakeholder;
            return this;
        }

        /**
         * What moves a year at full strength (or per participant, or per unit of the effect that it follows), in the scenario's
         * currency and prices. Not with {@code total}.
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
         * What moves in all, spread over its years by strength. Not with {@code amount}.
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
         * The effect of the same intervention, per unit of which the amount is.
         *
         * @param effect the effect's id
         * @return this builder
         */
        public Builder follows(String effect) {
            amount.follows(effect);
            return this;
        }

        /**
         * {@return the transfer}
         *
         * @throws nl.mkba.problem.InvalidScenarioException with what was refused, unless this is part of something larger
         */
        public Transfer build() {
            Transfer transfer = new Transfer(this);
            inputs.complete();
            return transfer;
        }
    }
}
