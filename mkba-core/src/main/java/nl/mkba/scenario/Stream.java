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

    /** Its id, unique within the intervention. */
    String id();

    /** Which of the three it is. */
    Kind kind();

    /** What it says about timing, prices and discounting. */
    Terms terms();

    /** Its labels within its intervention: its own, or else those. Of an effect that reduces, the values may have others. */
    default Labels labels(Intervention intervention) {
        return terms().labels().within(intervention.labels());
    }

    /** What people call it. */
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

        /** The word in results. */
        public String id() {
            return id;
        }

        /** The key of the section in a scenario file. */
        public String section() {
            return section;
        }
    }

    /** How large a cost or a transfer is. */
    sealed interface Amount {

        /** The formula of the amount. */
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

        /** What people call it, or null for the id. */
        public @Nullable Text name() {
            return name;
        }

        /** A remark, or null. */
        public @Nullable Text note() {
            return note;
        }

        /** Where its figures come from, or null. */
        public @Nullable String source() {
            return source;
        }

        /** Whether the amount is per entering participant and the profile counts years since entry. */
        public boolean perParticipant() {
            return perParticipant;
        }

        /** The time profile. */
        public Profile when() {
            return when;
        }

        /** The real price change a year, above −1, counted from the price level. */
        public Expression growth() {
            return growth;
        }

        /** Real or nominal. */
        public Prices prices() {
            return prices;
        }

        /** The class of the discount policy, or null for the standard one. */
        public @Nullable String rateClass() {
            return rateClass;
        }

        /** Whether the stream goes on beyond the horizon. */
        public boolean continues() {
            return continues;
        }

        /** The grade of the optimism bias, or null. */
        public @Nullable String evidence() {
            return evidence;
        }

        /** The part that is cash (0 … 1), or null for the default: 1 for costs and transfers, 0 for effects. */
        public @Nullable Expression cashable() {
            return cashable;
        }

        /** Under what else it is counted; of its intervention's labels it has those that it does not name itself. */
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

        /** Says what other terms say. */
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

        /** What people call it; the id unless said otherwise. */
        public final B name(@Nullable String label) {
            return name(Text.ofNullable(label));
        }

        /** As {@link #name(String)}, in Dutch and English. */
        public final B name(@Nullable Text label) {
            this.name = label;
            return self();
        }

        /** A remark for people. */
        public final B note(@Nullable String remark) {
            return note(Text.ofNullable(remark));
        }

        /** As {@link #note(String)}, in Dutch and English. */
        public final B note(@Nullable Text remark) {
            this.note = remark;
            return self();
        }

        /** Where its figures come from. */
        public final B source(@Nullable String publication) {
            this.source = publication;
            return self();
        }

        /** What the amount is per, other than a year; the time profile then counts years since entry. Null for nothing. */
        public final B per(@Nullable Per unit) {
            this.per = unit;
            return self();
        }

        /** The time profile; every year from the intervention's start, or since entry, unless said otherwise. */
        public final B when(Consumer<Profile.Builder> keys) {
            return when(Profile.of(keys, inputs.at("when")::refuse));
        }

        /** The time profile. */
        public final B when(Profile profile) {
            this.when = profile;
            return self();
        }

        /** The real price change a year, above −1, counted from the price level; 0 unless said otherwise. A number, a percentage or a formula. */
        public final B growth(String text) {
            return growth(inputs.expression("growth", text));
        }

        /** As {@link #growth(String)}: a plain number. */
        public final B growth(double number) {
            return growth(inputs.expression("growth", number));
        }

        /** As {@link #growth(String)}: an expression that was read before. */
        public final B growth(Expression ratePerYear) {
            this.growth = ratePerYear;
            return self();
        }

        /** Real or nominal; real unless said otherwise. */
        public final B prices(Prices kind) {
            this.prices = kind;
            return self();
        }

        /** A class of the discount policy; null for the standard one. */
        public final B rateClass(@Nullable String rates) {
            this.rateClass = rates;
            return self();
        }

        /** What it does after the last year that is counted; null, unless said otherwise, for: it stops. */
        public final B beyondHorizon(@Nullable BeyondHorizon after) {
            this.beyondHorizon = after;
            return self();
        }

        /** A grade of the optimism bias; null for none. */
        public final B evidence(@Nullable String grade) {
            this.evidence = grade;
            return self();
        }

        /** The part, 0 … 1, that is cash: what a budget sees. 1 for costs and transfers and 0 for effects unless said otherwise. A number, a percentage or a formula. */
        public final B cashable(String text) {
            return cashable(inputs.expression("cashable", text));
        }

        /** As {@link #cashable(String)}: a plain number. */
        public final B cashable(double number) {
            return cashable(inputs.expression("cashable", number));
        }

        /** As {@link #cashable(String)}: an expression that was read before. */
        public final B cashable(@Nullable Expression fraction) {
            this.cashable = fraction;
            return self();
        }

        /** A label: under what else it is counted, by a key such as {@code taakveld}. */
        public final B label(String key, String text) {
            return labels(labels.and(key, text));
        }

        /** All labels, instead of those that were handed over before. */
        public final B labels(Labels all) {
            this.labels = all;
            return self();
        }
    }
}
