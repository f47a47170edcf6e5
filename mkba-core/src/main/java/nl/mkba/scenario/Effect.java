package nl.mkba.scenario;

import java.util.Map;
import java.util.Optional;
import nl.mkba.engine.input.Inputs;
import nl.mkba.expression.Expression;
import nl.mkba.problem.ProblemCode;
import nl.mkba.text.Text;
import org.jspecify.annotations.Nullable;

/** What an intervention brings about: valued by itself, or by taking away a part of a shared outcome. */
public sealed interface Effect extends Stream {

    /** {@return what is not the intervention's doing} */
    Corrections corrections();

    /**
     * {@return what one unit of it is, if stated: its own, or for a reduction that of its outcome}
     *
     * @param scenario the analysis
     */
    Optional<Text> unit(Scenario scenario);

    /**
     * Begins an effect that says the same, ready to be changed.
     *
     * @param otherId its id
     * @return its builder
     */
    Builder toBuilder(String otherId);

    @Override
    default Stream.Kind kind() {
        return Stream.Kind.EFFECT;
    }

    /**
     * Begins an effect by itself, to be added to an intervention later.
     *
     * @param id small letters, digits and {@code _}, a letter first; unique among those of its kind
     * @return its builder
     */
    static Builder builder(String id) {
        return new Builder(id, Inputs.whole());
    }

    /** A quantity a year times a value each; negative is a loss. */
    final class Valued extends Part implements Effect {
        private final String id;
        private final Expression quantity;
        private final Expression value;
        private final Shares accruesTo;
        private final Corrections corrections;
        private final Stream.Terms terms;
        private final @Nullable Text unit;

        private Valued(Builder effect) {
            this.id = effect.id;
            this.quantity = effect.required("quantity", effect.quantity);
            this.value = effect.required("value", effect.value);
            this.accruesTo = effect.accruesTo.of(effect.inputs);
            this.corrections = effect.corrections();
            this.terms = new Stream.Terms(effect);
            this.unit = effect.unit;
        }

        @Override
        public Map<String, @Nullable Object> components() {
            return components(
                    "id",
                    id,
                    "quantity",
                    quantity,
                    "value",
                    value,
                    "accruesTo",
                    accruesTo,
                    "corrections",
                    corrections,
                    "terms",
                    terms,
                    "unit",
                    unit);
        }

        @Override
        public Builder toBuilder(String otherId) {
            return builder(otherId)
                    .quantity(quantity)
                    .value(value)
                    .accruesTo(accruesTo)
                    .corrections(corrections)
                    .terms(terms)
                    .unit(unit);
        }

        @Override
        public Optional<Text> unit(Scenario scenario) {
            return Optional.ofNullable(unit);
        }

        /** {@return what one unit is, or null} */
        public @Nullable Text unit() {
            return unit;
        }

        @Override
        public String id() {
            return id;
        }

        /** {@return the units a year at full strength} */
        public Expression quantity() {
            return quantity;
        }

        /** {@return what one unit is worth} */
        public Expression value() {
            return value;
        }

        /** {@return who gains} */
        public Shares accruesTo() {
            return accruesTo;
        }

        @Override
        public Corrections corrections() {
            return corrections;
        }

        @Override
        public Stream.Terms terms() {
            return terms;
        }
    }

    /** A share taken away of what is left of an outcome, which has prices, discounting and a cashable part of its own. */
    final class Reduction extends Part implements Effect {
        private final String id;
        private final String outcome;
        private final Expression by;
        private final Corrections corrections;
        private final Stream.Terms terms;

        private Reduction(Builder effect, String outcome) {
            this.id = effect.id;
            this.outcome = outcome;
            this.by = effect.required("by", effect.by);
            this.corrections = effect.corrections();
            this.terms = new Stream.Terms(effect);
        }

        @Override
        public Map<String, @Nullable Object> components() {
            return components("id", id, "outcome", outcome, "by", by, "corrections", corrections, "terms", terms);
        }

        @Override
        public Builder toBuilder(String otherId) {
            return builder(otherId)
                    .reduces(outcome)
                    .by(by)
                    .corrections(corrections)
                    .terms(terms);
        }

        @Override
        public Optional<Text> unit(Scenario scenario) {
            Outcome reduced = scenario.outcomes().get(outcome);
            return reduced == null ? Optional.empty() : Optional.ofNullable(reduced.unit());
        }

        @Override
        public String id() {
            return id;
        }

        /** {@return the id of the outcome} */
        public String outcome() {
            return outcome;
        }

        /** {@return the share that is taken away at full strength} */
        public Expression by() {
            return by;
        }

        @Override
        public Corrections corrections() {
            return corrections;
        }

        @Override
        public Stream.Terms terms() {
            return terms;
        }
    }

    /**
     * Says an effect in the words of a file: {@code quantity} and {@code value}, or what it {@code reduces} and {@code by}
     * how much. Not for more than one thread.
     */
    final class Builder extends Stream.Builder<Builder> {
        private @Nullable Expression quantity;
        private @Nullable Expression value;
        private final DividedShares accruesTo = new DividedShares("accrues_to");
        private @Nullable Text unit;
        private @Nullable String reduces;
        private @Nullable Expression by;
        private Expression deadweight = Expression.ZERO;
        private Expression dueToOthers = Expression.ZERO;
        private Expression displacement = Expression.ZERO;

        Builder(String id, Inputs inputs) {
            super(id, inputs);
        }

        @Override
        Builder self() {
            return this;
        }

        /**
         * How many units a year at full strength (or per participant); negative is a loss.
         *
         * @param text a number, a percentage or a formula
         * @return this builder
         */
        public Builder quantity(String text) {
            return quantity(inputs.expression("quantity", text));
        }

        /**
         * As {@link #quantity(String)}.
         *
         * @param number a plain number
         * @return this builder
         */
        public Builder quantity(double number) {
            return quantity(inputs.expression("quantity", number));
        }

        /**
         * As {@link #quantity(String)}.
         *
         * @param units an expression that was read before
         * @return this builder
         */
        public Builder quantity(Expression units) {
            this.quantity = units;
            return this;
        }

        /**
         * What one unit is worth, in the scenario's currency and prices.
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
         * Who gains: one stakeholder, all of it.
         *
         * @param stakeholder the stakeholder's id
         * @return this builder
         */
        public Builder accruesTo(String stakeholder) {
            return accruesTo(Shares.of(stakeholder));
        }

        /**
         * Who gains: a stakeholder, for a share; all shares add up to 1.
         *
         * @param stakeholder the stakeholder's id
         * @param share 0 … 1: a number, a percentage or a formula
         * @return this builder
         */
        public Builder accruesTo(String stakeholder, String share) {
            return accruesTo(stakeholder, inputs.expression("accrues_to." + stakeholder, share));
        }

        /**
         * As {@link #accruesTo(String, String)}.
         *
         * @param stakeholder the stakeholder's id
         * @param share a plain number
         * @return this builder
         */
        public Builder accruesTo(String stakeholder, double share) {
            return accruesTo(stakeholder, inputs.expression("accrues_to." + stakeholder, share));
        }

        /**
         * As {@link #accruesTo(String, String)}.
         *
         * @param stakeholder the stakeholder's id
         * @param share an expression that was read before
         * @return this builder
         */
        public Builder accruesTo(String stakeholder, Expression share) {
            accruesTo.add(stakeholder, share);
            return this;
        }

        /**
         * Who gains: these shares, instead of those that were handed over before.
         *
         * @param shares of stakeholders
         * @return this builder
         */
        public Builder accruesTo(Shares shares) {
            accruesTo.set(shares);
            return this;
        }

        /**
         * What one unit of the quantity is. A reduction has that of its outcome.
         *
         * @param name one text for every language; null for none
         * @return this builder
         */
        public Builder unit(@Nullable String name) {
            return unit(Text.ofNullable(name));
        }

        /**
         * As {@link #unit(String)}, in Dutch and English.
         *
         * @param name in Dutch and English; null for none
         * @return this builder
         */
        public Builder unit(@Nullable Text name) {
            this.unit = name;
            return this;
        }

        /**
         * The outcome of which it takes away a share; instead of a quantity and a value.
         *
         * @param outcome the outcome's id
         * @return this builder
         */
        public Builder reduces(String outcome) {
            this.reduces = outcome;
            return this;
        }

        /**
         * The share, 0 … 1, of what is left of the outcome that it takes away at full strength.
         *
         * @param text a number, a percentage or a formula
         * @return this builder
         */
        public Builder by(String text) {
            return by(inputs.expression("by", text));
        }

        /**
         * As {@link #by(String)}.
         *
         * @param number a plain number
         * @return this builder
         */
        public Builder by(double number) {
            return by(inputs.expression("by", number));
        }

        /**
         * As {@link #by(String)}.
         *
         * @param share an expression that was read before
         * @return this builder
         */
        public Builder by(Expression share) {
            this.by = share;
            return this;
        }

        /**
         * The part, 0 … 1, that would have happened anyway; 0 unless said otherwise.
         *
         * @param text a number, a percentage or a formula
         * @return this builder
         */
        public Builder deadweight(String text) {
            return deadweight(inputs.expression("deadweight", text));
        }

        /**
         * As {@link #deadweight(String)}.
         *
         * @param number a plain number
         * @return this builder
         */
        public Builder deadweight(double number) {
            return deadweight(inputs.expression("deadweight", number));
        }

        /**
         * As {@link #deadweight(String)}.
         *
         * @param fraction an expression that was read before
         * @return this builder
         */
        public Builder deadweight(Expression fraction) {
            this.deadweight = fraction;
            return this;
        }

        /**
         * The part, 0 … 1, of the rest that others bring about; 0 unless said otherwise.
         *
         * @param text a number, a percentage or a formula
         * @return this builder
         */
        public Builder dueToOthers(String text) {
            return dueToOthers(inputs.expression("due_to_others", text));
        }

        /**
         * As {@link #dueToOthers(String)}.
         *
         * @param number a plain number
         * @return this builder
         */
        public Builder dueToOthers(double number) {
            return dueToOthers(inputs.expression("due_to_others", number));
        }

        /**
         * As {@link #dueToOthers(String)}.
         *
         * @param fraction an expression that was read before
         * @return this builder
         */
        public Builder dueToOthers(Expression fraction) {
            this.dueToOthers = fraction;
            return this;
        }

        /**
         * The part, 0 … 1, of the rest that only moves elsewhere; 0 unless said otherwise.
         *
         * @param text a number, a percentage or a formula
         * @return this builder
         */
        public Builder displacement(String text) {
            return displacement(inputs.expression("displacement", text));
        }

        /**
         * As {@link #displacement(String)}.
         *
         * @param number a plain number
         * @return this builder
         */
        public Builder displacement(double number) {
            return displacement(inputs.expression("displacement", number));
        }

        /**
         * As {@link #displacement(String)}.
         *
         * @param fraction an expression that was read before
         * @return this builder
         */
        public Builder displacement(Expression fraction) {
            this.displacement = fraction;
            return this;
        }

        /**
         * All three corrections.
         *
         * @param all each a fraction of what the one before left
         * @return this builder
         */
        public Builder corrections(Corrections all) {
            return deadweight(all.deadweight()).dueToOthers(all.dueToOthers()).displacement(all.displacement());
        }

        private Corrections corrections() {
            return new Corrections(deadweight, dueToOthers, displacement);
        }

        private Expression required(String key, @Nullable Expression stated) {
            if (stated == null) {
                inputs.missing(key);
                return Expression.UNKNOWN;
            }
            return stated;
        }

        /**
         * {@return the effect}
         *
         * @throws nl.mkba.problem.InvalidScenarioException with what was refused, unless this is part of something larger
         */
        public Effect build() {
            String outcome = reduces;
            Effect effect;
            if (outcome != null) {
                notWith("reduces", "quantity", quantity != null);
                notWith("reduces", "value", value != null);
                notWith("reduces", "accrues_to", accruesTo.isStated());
                notWith("reduces", "unit", unit != null);
                effect = new Reduction(this, outcome);
            } else if (quantity == null && value == null && !accruesTo.isStated()) {
                inputs.refuseKey(ProblemCode.ONE_OF, "quantity", "quantity, reduces");
                inputs.silence("quantity", "value", "accrues_to");
                quantity = Expression.UNKNOWN;
                value = Expression.UNKNOWN;
                accruesTo.set(Shares.UNKNOWN);
                effect = new Valued(this);
            } else {
                notWith("quantity", "by", by != null);
                effect = new Valued(this);
            }
            inputs.complete();
            return effect;
        }

        private void notWith(String other, String key, boolean stated) {
            if (stated) {
                inputs.refuseKey(ProblemCode.NOT_WITH, key, key, other);
            }
        }
    }

    /**
     * What is taken off an effect because it is not the intervention's doing, each a fraction of what the one before left.
     *
     * @param deadweight what would have happened anyway
     * @param dueToOthers what others bring about (attribution in social return on investment)
     * @param displacement what only moves elsewhere
     */
    record Corrections(Expression deadweight, Expression dueToOthers, Expression displacement) {

        /** Nothing is taken off. */
        public static final Corrections NONE = new Corrections(Expression.ZERO, Expression.ZERO, Expression.ZERO);
    }
}
