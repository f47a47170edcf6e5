package nl.mkba.scenario;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import nl.mkba.engine.input.Inputs;
import nl.mkba.expression.Expression;
import nl.mkba.label.Labels;
import nl.mkba.text.Text;
import nl.mkba.time.Profile;
import org.jspecify.annotations.Nullable;

/**
 * Says what every stream may say, in the words of a file. Not for more than one thread.
 *
 * @param <B> the builder itself
 */
public abstract sealed class StreamBuilder<B extends StreamBuilder<B>>
        permits Cost.Builder, Effect.Builder, Transfer.Builder {

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

    StreamBuilder(String id, Inputs inputs) {
        this.id = id;
        this.inputs = inputs;
    }

    abstract B self();

    /** Says what other terms say. */
    public final B terms(StreamTerms terms) {
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

    /** Shares that are handed over one by one, or all at once. */
    static final class Divided {
        private final String key;
        private final Map<String, Expression> shares = new LinkedHashMap<>();
        private boolean stated;

        Divided(String key) {
            this.key = key;
        }

        void add(String stakeholder, Expression share) {
            shares.put(stakeholder, share);
            stated = true;
        }

        void set(Shares all) {
            shares.clear();
            shares.putAll(all.byStakeholder());
            stated = true;
        }

        boolean isStated() {
            return stated;
        }

        Shares of(Inputs inputs) {
            if (!stated) {
                inputs.missing(key);
            }
            return new Shares(shares);
        }
    }
}
