package nl.mkba.scenario;

import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import nl.mkba.engine.input.Inputs;
import nl.mkba.expression.Expression;
import nl.mkba.label.Labels;
import nl.mkba.text.Text;
import nl.mkba.time.Profile;
import org.jspecify.annotations.Nullable;

/** A cost, an effect or a transfer of an intervention. */
public sealed interface Stream permits Cost, Effect, Transfer {

    /** {@return its id, unique within the intervention} */
    String id();

    /** {@return which of the three it is} */
    Kind kind();

    /** {@return what it says about timing, prices and discounting} */
    Terms terms();

    /**
     * {@return its labels within its intervention: its own, or else those} Of an effect that reduces, the values may have others.
     *
     * @param intervention the one that it is part of
     */
    default Labels labels(Intervention intervention) {
        return terms().labels().within(intervention.labels());
    }

    /** {@return what people call it} */
    default Text label() {
        Text name = terms().name();
        return name == null ? Text.of(id()) : name;
    }

    /** The three kinds of streams. */
    enum Kind {
        /** Means to carry out an intervention and to keep it up. */
        COST,
        /** What the intervention brings about, for better or worse. */
        EFFECT,
        /** Money that moves from one stakeholder to another. */
        TRANSFER;

        private final String id = name().toLowerCase(Locale.ROOT);
        private final String section = id + "s";

        /** {@return the word in results} */
        public String id() {
            return id;
        }

        /** {@return the key of the section in a scenario file} */
        public String section() {
            return section;
        }
    }

    /** How large a cost or a transfer is. */
    sealed interface Amount {

        /** {@return the formula of the amount} */
        Expression amount();

        /**
         * An amount a year at full strength.
         *
         * @param amount in the currency, in prices of the price level
         */
        record PerYear(Expression amount) implements Amount {}

        /**
         * A whole sum, spread over the years by strength.
         *
         * @param amount in the currency, in prices of the price level
         */
        record Total(Expression amount) implements Amount {}

        /**
         * An amount per unit of an effect of the same intervention; for transfers.
         *
         * @param effect id of the effect
         * @param amount in the currency for each unit, in prices of the price level
         */
        record PerUnitOf(String effect, Expression amount) implements Amount {}
    }

    /** What a stream says about its timing, prices and discounting, and to people. {@link Stream.Builder} says it. */
    final class Terms extends Part {

        private final @Nullable Text name;
        private final @Nullable Text note;
        private final @Nullable String source;
        private final boolean perParticipant;
        private final Profile when;
        private final Expression growth;
        private final Prices prices;
        private final @Nullable String rateClass;
        private final boolean continues;
        private final @Nullable String evidence;
        private final @Nullable Expression cashable;
        private final Labels labels;

        Terms(Stream.Builder<?> stream) {
            this.name = stream.name;
            this.note = stream.note;
            this.source = stream.source;
            this.perParticipant = stream.per != null;
            this.when = stream.when;
            this.growth = stream.growth;
            this.prices = stream.prices;
            this.rateClass = stream.rateClass;
            this.continues = stream.beyondHorizon != null;
            this.evidence = stream.evidence;
            this.cashable = stream.cashable;
            this.labels = stream.labels;
        }

        @Override
        public Map<String, @Nullable Object> components() {
            return components(
                    "name",
                    name,
                    "note",
                    note,
                    "source",
                    source,
                    "perParticipant",
                    perParticipant,
                    "when",
                    when,
                    "growth",
                    growth,
                    "prices",
                    prices,
                    "rateClass",
                    rateClass,
                    "continues",
                    continues,
                    "evidence",
                    evidence,
                    "cashable",
                    cashable,
                    "labels",
                    labels);
        }

        /** {@return what people call it, or null for the id} */
        public @Nullable Text name() {
            return name;
        }

        /** {@return a remark, or null} */
        public @Nullable Text note() {
            return note;
        }

        /** {@return where its figures come from, or null} */
        public @Nullable String source() {
            return source;
        }

        /** {@return whether the amount is per entering participant and the profile counts years since entry} */
        public boolean perParticipant() {
            return perParticipant;
        }

        /** {@return the time profile} */
        public Profile when() {
            return when;
        }

        /** {@return the real price change a year, above −1, counted from the price level} */
        public Expression growth() {
            return growth;
        }

        /** {@return real or nominal} */
        public Prices prices() {
            return prices;
        }

        /** {@return the class of the discount policy, or null for the standard one} */
        public @Nullable String rateClass() {
            return rateClass;
        }

        /** {@return whether the stream goes on beyond the horizon} */
        public boolean continues() {
            return continues;
        }

        /** {@return the grade of the optimism bias, or null} */
        public @Nullable String evidence() {
            return evidence;
        }

        /** {@return the part that is cash (0 … 1), or null for the default: 1 for costs and transfers, 0 for effects} */
        public @Nullable Expression cashable() {
            return cashable;
        }

        /** {@return under what else it is counted; of its intervention's labels it has those that it does not name itself} */
        public Labels labels() {
            return labels;
        }
    }

    /**
     * Says what every stream may say, in the words of a file. Not for more than one thread.
     *
     * @param <B> the builder itself
     */
    abstract sealed class Builder<B extends Builder<B>> permits Cost.Builder, Effect.Builder, Transfer.Builder {

        final String id;
        final Inputs inputs;

        @Nullable
        Text name;

        @Nullable
        Text note;

        @Nullable
        String source;

        @Nullable
        Per per;

        Profile when = Profile.ALWAYS;
        Expression growth = Expression.ZERO;
        Prices prices = Prices.REAL;

        @Nullable
        String rateClass;

        @Nullable
        BeyondHorizon beyondHorizon;

        @Nullable
        String evidence;

        @Nullable
        Expression cashable;

        Labels labels = Labels.NONE;

        Builder(String id, Inputs inputs) {
            this.id = id;
            this.inputs = inputs;
        }

        abstract B self();

        /**
         * Says what other terms say.
         *
         * @param terms made before
         * @return this builder
         */
        public final B terms(Stream.Terms terms) {
            name = terms.name();
            note = terms.note();
            source = terms.source();
            per = terms.perParticipant() ? Per.PARTICIPANT : null;
            when = terms.when();
            growth = terms.growth();
            prices = terms.prices();
            rateClass = terms.rateClass();
            beyondHorizon = terms.continues() ? BeyondHorizon.CONTINUE : null;
            evidence = terms.evidence();
            cashable = terms.cashable();
            labels = terms.labels();
            return self();
        }

        /**
         * What people call it; the id unless said otherwise.
         *
         * @param label null for the id
         * @return this builder
         */
        public final B name(@Nullable String label) {
            return name(Text.ofNullable(label));
        }

        /**
         * As {@link #name(String)}, in Dutch and English.
         *
         * @param label null for the id
         * @return this builder
         */
        public final B name(@Nullable Text label) {
            this.name = label;
            return self();
        }

        /**
         * A remark for people.
         *
         * @param remark null for none
         * @return this builder
         */
        public final B note(@Nullable String remark) {
            return note(Text.ofNullable(remark));
        }

        /**
         * As {@link #note(String)}, in Dutch and English.
         *
         * @param remark null for none
         * @return this builder
         */
        public final B note(@Nullable Text remark) {
            this.note = remark;
            return self();
        }

        /**
         * Where its figures come from.
         *
         * @param publication with organisation and year; null for none
         * @return this builder
         */
        public final B source(@Nullable String publication) {
            this.source = publication;
            return self();
        }

        /**
         * What the amount is per, other than a year; the time profile then counts years since entry. Null for nothing.
         *
         * @param unit null for nothing
         * @return this builder
         */
        public final B per(@Nullable Per unit) {
            this.per = unit;
            return self();
        }

        /**
         * The time profile; every year from the intervention's start, or since entry, unless said otherwise.
         *
         * @param keys says the profile to a builder
         * @return this builder
         */
        public final B when(Consumer<Profile.Builder> keys) {
            return when(Profile.of(keys, inputs.at("when")::refuse));
        }

        /**
         * The time profile.
         *
         * @param profile made before
         * @return this builder
         */
        public final B when(Profile profile) {
            this.when = profile;
            return self();
        }

        /**
         * The real price change a year, above −1, counted from the price level; 0 unless said otherwise.
         *
         * @param text a number, a percentage or a formula
         * @return this builder
         */
        public final B growth(String text) {
            return growth(inputs.expression("growth", text));
        }

        /**
         * As {@link #growth(String)}.
         *
         * @param number a plain number
         * @return this builder
         */
        public final B growth(double number) {
            return growth(inputs.expression("growth", number));
        }

        /**
         * As {@link #growth(String)}.
         *
         * @param ratePerYear an expression that was read before
         * @return this builder
         */
        public final B growth(Expression ratePerYear) {
            this.growth = ratePerYear;
            return self();
        }

        /**
         * Real or nominal; real unless said otherwise.
         *
         * @param kind real or nominal
         * @return this builder
         */
        public final B prices(Prices kind) {
            this.prices = kind;
            return self();
        }

        /**
         * A class of the discount policy; null for the standard one.
         *
         * @param rates the name of a class; null for the standard one
         * @return this builder
         */
        public final B rateClass(@Nullable String rates) {
            this.rateClass = rates;
            return self();
        }

        /**
         * What it does after the last year that is counted; null, unless said otherwise, for: it stops.
         *
         * @param after null for: it stops
         * @return this builder
         */
        public final B beyondHorizon(@Nullable BeyondHorizon after) {
            this.beyondHorizon = after;
            return self();
        }

        /**
         * A grade of the optimism bias; null for none.
         *
         * @param grade the id of a grade; null for none
         * @return this builder
         */
        public final B evidence(@Nullable String grade) {
            this.evidence = grade;
            return self();
        }

        /**
         * The part, 0 … 1, that is cash: what a budget sees. 1 for costs and transfers and 0 for effects unless said otherwise.
         *
         * @param text a number, a percentage or a formula
         * @return this builder
         */
        public final B cashable(String text) {
            return cashable(inputs.expression("cashable", text));
        }

        /**
         * As {@link #cashable(String)}.
         *
         * @param number a plain number
         * @return this builder
         */
        public final B cashable(double number) {
            return cashable(inputs.expression("cashable", number));
        }

        /**
         * As {@link #cashable(String)}.
         *
         * @param fraction an expression that was read before; null for the default
         * @return this builder
         */
        public final B cashable(@Nullable Expression fraction) {
            this.cashable = fraction;
            return self();
        }

        /**
         * A label: under what else it is counted, by a key such as {@code taakveld}.
         *
         * @param key such as {@code taakveld}
         * @param text what it is counted under
         * @return this builder
         */
        public final B label(String key, String text) {
            return labels(labels.and(key, text));
        }

        /**
         * All labels, instead of those that were handed over before.
         *
         * @param all made before
         * @return this builder
         */
        public final B labels(Labels all) {
            this.labels = all;
            return self();
        }
    }

    /** What an amount is counted per, other than a year. */
    enum Per {
        /** Per participant who enters; the time profile counts years since entry. */
        PARTICIPANT;

        /** {@return the word in a scenario file} */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What a stream does after the last year that is counted. */
    enum BeyondHorizon {
        /** It goes on by the same formulas; what it is worth is the residual value. */
        CONTINUE;

        /** {@return the word in a scenario file} */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
