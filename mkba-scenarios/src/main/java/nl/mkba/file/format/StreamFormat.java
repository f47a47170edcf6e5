package nl.mkba.file.format;

import java.util.ArrayList;
import java.util.List;
import nl.mkba.expression.Expression;
import nl.mkba.file.yaml.Node;
import nl.mkba.scenario.BeyondHorizon;
import nl.mkba.scenario.Corrections;
import nl.mkba.scenario.Cost;
import nl.mkba.scenario.Effect;
import nl.mkba.scenario.Per;
import nl.mkba.scenario.Prices;
import nl.mkba.scenario.Stream;
import nl.mkba.scenario.StreamAmount;
import nl.mkba.scenario.StreamBuilder;
import nl.mkba.scenario.StreamTerms;
import nl.mkba.scenario.Transfer;
import nl.mkba.time.Profile;
import org.jspecify.annotations.Nullable;

/**
 * The streams of an intervention: {@code costs}, {@code effects} and {@code transfers}. What is read here is written here: a key stands among
 * the known ones, where it is read and where it is written.
 */
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
        Section keys = stream(value, "paid_by", "amount", "total");
        Cost.Builder cost = Cost.builder(id).paidBy(SharesFormat.read(keys.required("paid_by")));
        Value total = total(keys);
        if (total == null) {
            cost.amount(perYear(keys));
        } else {
            cost.total(total.expression());
        }
        terms(keys, cost);
        return cost.build();
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
        Effect.Builder built = Effect.builder(id)
                .quantity(effect.required("quantity").expression())
                .value(effect.required("value").expression())
                .accruesTo(SharesFormat.read(effect.required("accrues_to")))
                .unit(effect.words("unit"));
        corrections(effect, built);
        terms(effect, built);
        return built.build();
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
        Effect.Builder built = Effect.builder(id)
                .reduces(effect.required("reduces").id())
                .by(effect.required("by").expression());
        corrections(effect, built);
        terms(effect, built);
        // What a reduction has no say in was reported.
        return built.growth(Expression.ZERO)
                .prices(Prices.REAL)
                .rateClass(null)
                .beyondHorizon(null)
                .cashable((Expression) null)
                .build();
    }

    static Transfer transfer(String id, Value value) {
        Section keys = stream(value, "from", "to", "amount", "total", "follows");
        Transfer.Builder transfer = Transfer.builder(id)
                .from(keys.required("from").id())
                .to(keys.required("to").id());
        boolean follows = keys.has("follows");
        Value total = follows ? null : total(keys);
        if (follows) {
            keys.notWith("follows", "total", "when", "per", "beyond_horizon");
            transfer.follows(keys.required("follows").id());
            transfer.amount(keys.required("amount").expression());
        } else if (total == null) {
            transfer.amount(perYear(keys));
        } else {
            transfer.total(total.expression());
        }
        terms(keys, transfer);
        if (follows) {
            // What a follower has no say in was reported.
            transfer.per(null).when(Profile.ALWAYS).beyondHorizon(null);
        }
        return transfer.build();
    }

    /** The value of {@code total} where there is no {@code amount}, or null. */
    private static @Nullable Value total(Section stream) {
        if (stream.has("amount")) {
            stream.notWith("total", "amount");
            return null;
        }
        return stream.optional("total");
    }

    private static Expression perYear(Section stream) {
        Value perYear = stream.optional("amount");
        if (perYear == null) {
            stream.oneOf("amount", "total");
            stream.silence("amount");
            return Expression.UNKNOWN;
        }
        return perYear.expression();
    }

    private static void corrections(Section keys, Effect.Builder effect) {
        effect.deadweight(keys.expression("deadweight", Expression.ZERO))
                .dueToOthers(keys.expression("due_to_others", Expression.ZERO))
                .displacement(keys.expression("displacement", Expression.ZERO));
    }

    private static Section stream(Value value, String... keys) {
        List<String> known = new ArrayList<>(List.of(keys));
        known.addAll(TERMS);
        return value.section(known.toArray(String[]::new));
    }

    private static void terms(Section keys, StreamBuilder<?> stream) {
        Profile when = keys.read("when", ProfileFormat::read);
        stream.name(keys.words("name"))
                .note(keys.words("note"))
                .source(keys.text("source"))
                .per(keys.says("per", "participant") ? Per.PARTICIPANT : null)
                .when(when == null ? Profile.ALWAYS : when)
                .growth(keys.expression("growth", Expression.ZERO))
                .prices(keys.choice("prices", Prices.class, Prices.REAL))
                .rateClass(keys.text("rate_class"))
                .beyondHorizon(keys.says("beyond_horizon", "continue") ? BeyondHorizon.CONTINUE : null)
                .evidence(keys.text("evidence"))
                .cashable(keys.expression("cashable"))
                .labels(LabelFormat.read(keys));
    }

    /** The node of a stream, as it is read here. */
    static Node write(Stream stream) {
        StreamTerms terms = stream.terms();
        MapBuilder map = new MapBuilder().text("name", terms.name());
        if (stream instanceof Cost cost) {
            writeAmount(map.put("paid_by", SharesFormat.write(cost.paidBy())), cost.amount());
        } else if (stream instanceof Transfer transfer) {
            writeAmount(map.text("from", transfer.from()).text("to", transfer.to()), transfer.amount());
        } else if (stream instanceof Effect effect) {
            writeEffect(map, effect);
        }
        return writeTerms(map, terms);
    }

    private static void writeAmount(MapBuilder map, StreamAmount amount) {
        if (amount instanceof StreamAmount.PerUnitOf following) {
            map.text("follows", following.effect());
        }
        map.expression(amount instanceof StreamAmount.Total ? "total" : "amount", amount.amount());
    }

    private static void writeEffect(MapBuilder map, Effect effect) {
        if (effect instanceof Effect.Valued valued) {
            map.expression("quantity", valued.quantity())
                    .expression("value", valued.value())
                    .put("accrues_to", SharesFormat.write(valued.accruesTo()))
                    .text("unit", valued.unit());
        } else if (effect instanceof Effect.Reduction reduction) {
            map.text("reduces", reduction.outcome()).expression("by", reduction.by());
        }
        Corrections corrections = effect.corrections();
        map.expression("deadweight", corrections.deadweight(), Expression.ZERO)
                .expression("due_to_others", corrections.dueToOthers(), Expression.ZERO)
                .expression("displacement", corrections.displacement(), Expression.ZERO);
    }

    private static Node writeTerms(MapBuilder map, StreamTerms terms) {
        map.word("per", "participant", terms.perParticipant())
                .put("when", terms.when().equals(Profile.ALWAYS) ? null : ProfileFormat.write(terms.when()))
                .expression("growth", terms.growth(), Expression.ZERO)
                .word("prices", terms.prices().id(), terms.prices() != Prices.REAL)
                .text("rate_class", terms.rateClass())
                .word("beyond_horizon", "continue", terms.continues())
                .text("evidence", terms.evidence())
                .expression("cashable", terms.cashable());
        return LabelFormat.write(map, terms.labels())
                .text("source", terms.source())
                .text("note", terms.note())
                .map();
    }
}
