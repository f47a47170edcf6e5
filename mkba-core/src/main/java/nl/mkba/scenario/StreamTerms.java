package nl.mkba.scenario;

import java.util.Map;
import nl.mkba.expression.Expression;
import nl.mkba.label.Labels;
import nl.mkba.text.Text;
import nl.mkba.time.Profile;
import org.jspecify.annotations.Nullable;

/** What a stream says about its timing, prices and discounting, and to people. {@link StreamBuilder} says it. */
public final class StreamTerms extends Part {

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

    StreamTerms(StreamBuilder<?> stream) {
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
