package nl.mkba.scenario;

import nl.mkba.expression.Expression;
import nl.mkba.label.Labels;
import nl.mkba.text.Text;
import nl.mkba.time.Profile;
import org.jspecify.annotations.Nullable;

/**
 * What every stream may say about itself.
 *
 * @param name shown to people, or null for the id
 * @param note remark, or null
 * @param source where its figures come from, or null
 * @param perParticipant whether the amount is per entering participant and the profile counts years since entry
 * @param when the time profile
 * @param growth real price change a year, above −1, counted from the price level
 * @param prices real or nominal
 * @param rateClass class of the discount policy, or null for the standard one
 * @param continues whether the stream goes on beyond the horizon
 * @param evidence grade of the optimism bias, or null
 * @param cashable the part that is cash (0 … 1), or null for the default: 1 for costs and transfers, 0 for
 *     effects
 * @param labels under what else it is counted; of an intervention's it has those that it does not name itself
 */
public record StreamTerms(
        @Nullable Text name,
        @Nullable Text note,
        @Nullable String source,
        boolean perParticipant,
        Profile when,
        Expression growth,
        Prices prices,
        @Nullable String rateClass,
        boolean continues,
        @Nullable String evidence,
        @Nullable Expression cashable,
        Labels labels) {

    /** Nothing is said: every year from the start on, in constant prices. */
    public static final StreamTerms DEFAULT = new StreamTerms(
            null,
            null,
            null,
            false,
            Profile.ALWAYS,
            Expression.ZERO,
            Prices.REAL,
            null,
            false,
            null,
            null,
            Labels.NONE);

    /** Terms without labels. */
    public StreamTerms(
            @Nullable Text name,
            @Nullable Text note,
            @Nullable String source,
            boolean perParticipant,
            Profile when,
            Expression growth,
            Prices prices,
            @Nullable String rateClass,
            boolean continues,
            @Nullable String evidence,
            @Nullable Expression cashable) {
        this(
                name,
                note,
                source,
                perParticipant,
                when,
                growth,
                prices,
                rateClass,
                continues,
                evidence,
                cashable,
                Labels.NONE);
    }

    /** These terms with that time profile. */
    public StreamTerms when(Profile profile) {
        return new StreamTerms(
                name,
                note,
                source,
                perParticipant,
                profile,
                growth,
                prices,
                rateClass,
                continues,
                evidence,
                cashable,
                labels);
    }

    /** These terms, per entering participant. */
    public StreamTerms forEachParticipant() {
        return new StreamTerms(
                name, note, source, true, when, growth, prices, rateClass, continues, evidence, cashable, labels);
    }

    /** These terms with a real price change a year. */
    public StreamTerms growing(String ratePerYear) {
        return new StreamTerms(
                name,
                note,
                source,
                perParticipant,
                when,
                Expression.parse(ratePerYear),
                prices,
                rateClass,
                continues,
                evidence,
                cashable,
                labels);
    }

    /** These terms, with amounts fixed in money. */
    public StreamTerms nominal() {
        return new StreamTerms(
                name,
                note,
                source,
                perParticipant,
                when,
                growth,
                Prices.NOMINAL,
                rateClass,
                continues,
                evidence,
                cashable,
                labels);
    }

    /** These terms with a class of the discount policy. */
    public StreamTerms inRateClass(String name) {
        return new StreamTerms(
                this.name,
                note,
                source,
                perParticipant,
                when,
                growth,
                prices,
                name,
                continues,
                evidence,
                cashable,
                labels);
    }

    /** These terms, going on beyond the horizon. */
    public StreamTerms continuing() {
        return new StreamTerms(
                name, note, source, perParticipant, when, growth, prices, rateClass, true, evidence, cashable, labels);
    }

    /** These terms with a grade of evidence. */
    public StreamTerms graded(String grade) {
        return new StreamTerms(
                name,
                note,
                source,
                perParticipant,
                when,
                growth,
                prices,
                rateClass,
                continues,
                grade,
                cashable,
                labels);
    }

    /** These terms with the part that is cash. */
    public StreamTerms cashable(String fraction) {
        return new StreamTerms(
                name,
                note,
                source,
                perParticipant,
                when,
                growth,
                prices,
                rateClass,
                continues,
                evidence,
                Expression.parse(fraction),
                labels);
    }

    /** These terms with a name for people. */
    public StreamTerms named(String label) {
        return new StreamTerms(
                Text.of(label),
                note,
                source,
                perParticipant,
                when,
                growth,
                prices,
                rateClass,
                continues,
                evidence,
                cashable,
                labels);
    }

    /** These terms with labels. */
    public StreamTerms labelled(Labels others) {
        return new StreamTerms(
                name,
                note,
                source,
                perParticipant,
                when,
                growth,
                prices,
                rateClass,
                continues,
                evidence,
                cashable,
                others);
    }
}
