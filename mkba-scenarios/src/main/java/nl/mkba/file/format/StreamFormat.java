package nl.mkba.file.format;

import java.util.ArrayList;
import java.util.List;
import nl.mkba.expression.Expression;
import nl.mkba.scenario.Corrections;
import nl.mkba.scenario.Cost;
import nl.mkba.scenario.Effect;
import nl.mkba.scenario.Prices;
import nl.mkba.scenario.StreamAmount;
import nl.mkba.scenario.StreamTerms;
import nl.mkba.scenario.Transfer;
import nl.mkba.time.Profile;

/** The streams of an intervention: {@code costs}, {@code effects} and {@code transfers}. */
final class StreamFormat {

    private static final List<String> TERMS = List.of(
            "name",
            "note",
            "source",
            "per",
            "when",
            "growth",
            "prices",
            "rate_class",
            "beyond_horizon",
            "evidence",
            "cashable",
            LabelFormat.KEY);

    private StreamFormat() {}

    static Cost cost(String id, Value value) {
        Section cost = stream(value, "paid_by", "amount", "total");
        return new Cost(id, SharesFormat.read(cost.required("paid_by")), amount(cost), terms(cost));
    }

    static Effect effect(String id, Value value) {
        Section effect = stream(
                value,
                "quantity",
                "value",
                "accrues_to",
                "reduces",
                "by",
                "deadweight",
                "due_to_others",
                "displacement",
                "unit");
        boolean valued = effect.hasAny("quantity", "value", "accrues_to");
        if (effect.has("reduces") || (effect.has("by") && !valued)) {
            return reduction(id, effect);
        }
        effect.notWith("by", "quantity", "value", "accrues_to");
        if (!valued) {
            effect.oneOf("quantity", "reduces");
            effect.silence("quantity", "value", "accrues_to");
        }
        return new Effect.Valued(
                id,
                effect.required("quantity").expression(),
                effect.required("value").expression(),
                SharesFormat.read(effect.required("accrues_to")),
                corrections(effect),
                terms(effect),
                effect.words("unit"));
    }

    private static Effect reduction(String id, Section effect) {
        effect.notWith(
                "reduces",
                "quantity",
                "value",
                "accrues_to",
                "unit",
                "cashable",
                "growth",
                "prices",
                "rate_class",
                "beyond_horizon");
        return new Effect.Reduction(
                id,
                effect.required("reduces").id(),
                effect.required("by").expression(),
                corrections(effect),
                reductionTerms(effect));
    }

    static Transfer transfer(String id, Value value) {
        Section transfer = stream(value, "from", "to", "amount", "total", "follows");
        return new Transfer(
                id,
                transfer.required("from").id(),
                transfer.required("to").id(),
                transfer.has("follows") ? following(transfer) : amount(transfer),
                transfer.has("follows") ? followingTerms(transfer) : terms(transfer));
    }

    private static StreamAmount following(Section transfer) {
        transfer.notWith("follows", "total", "when", "per", "beyond_horizon");
        return new StreamAmount.PerUnitOf(
                transfer.required("follows").id(), transfer.required("amount").expression());
    }

    private static StreamAmount amount(Section stream) {
        Value total = stream.optional("total");
        Value perYear = stream.optional("amount");
        if (perYear != null) {
            stream.notWith("total", "amount");
            return new StreamAmount.PerYear(perYear.expression());
        }
        if (total != null) {
            return new StreamAmount.Total(total.expression());
        }
        stream.oneOf("amount", "total");
        return new StreamAmount.PerYear(Expression.UNKNOWN);
    }

    private static Corrections corrections(Section effect) {
        return new Corrections(
                effect.expression("deadweight", Expression.ZERO),
                effect.expression("due_to_others", Expression.ZERO),
                effect.expression("displacement", Expression.ZERO));
    }

    private static Section stream(Value value, String... keys) {
        List<String> known = new ArrayList<>(List.of(keys));
        known.addAll(TERMS);
        return value.section(known.toArray(String[]::new));
    }

    /** Without what a reduction has no say in, and what is reported. */
    private static StreamTerms reductionTerms(Section effect) {
        StreamTerms terms = terms(effect);
        return new StreamTerms(
                terms.name(),
                terms.note(),
                terms.source(),
                terms.perParticipant(),
                terms.when(),
                Expression.ZERO,
                Prices.REAL,
                null,
                false,
                terms.evidence(),
                null,
                terms.labels());
    }

    /** Without what a transfer that follows an effect has no say in, and what is reported. */
    private static StreamTerms followingTerms(Section transfer) {
        StreamTerms terms = terms(transfer);
        return new StreamTerms(
                terms.name(),
                terms.note(),
                terms.source(),
                false,
                Profile.ALWAYS,
                terms.growth(),
                terms.prices(),
                terms.rateClass(),
                false,
                terms.evidence(),
                terms.cashable(),
                terms.labels());
    }

    private static StreamTerms terms(Section stream) {
        Profile when = stream.read("when", ProfileFormat::read);
        return new StreamTerms(
                stream.words("name"),
                stream.words("note"),
                stream.text("source"),
                stream.says("per", "participant"),
                when == null ? Profile.ALWAYS : when,
                stream.expression("growth", Expression.ZERO),
                stream.choice("prices", Prices.class, Prices.REAL),
                stream.text("rate_class"),
                stream.says("beyond_horizon", "continue"),
                stream.text("evidence"),
                stream.expression("cashable"),
                LabelFormat.read(stream));
    }
}
