package nl.mkba.file.format;

import nl.mkba.expression.Expression;
import nl.mkba.file.yaml.Node;
import nl.mkba.scenario.Corrections;
import nl.mkba.scenario.Cost;
import nl.mkba.scenario.Effect;
import nl.mkba.scenario.Prices;
import nl.mkba.scenario.Stream;
import nl.mkba.scenario.StreamAmount;
import nl.mkba.scenario.StreamTerms;
import nl.mkba.scenario.Transfer;
import nl.mkba.time.Profile;

/** Writes costs, effects and transfers as {@link StreamFormat} reads them. */
final class StreamWriter {

    private StreamWriter() {}

    static Node write(Stream stream) {
        StreamTerms terms = stream.terms();
        MapBuilder map = new MapBuilder().text("name", terms.name());
        if (stream instanceof Cost cost) {
            amount(map.put("paid_by", SharesFormat.write(cost.paidBy())), cost.amount());
        } else if (stream instanceof Transfer transfer) {
            amount(map.text("from", transfer.from()).text("to", transfer.to()), transfer.amount());
        } else if (stream instanceof Effect effect) {
            effect(map, effect);
        }
        return terms(map, terms);
    }

    private static void amount(MapBuilder map, StreamAmount amount) {
        if (amount instanceof StreamAmount.PerUnitOf following) {
            map.text("follows", following.effect());
        }
        map.expression(amount instanceof StreamAmount.Total ? "total" : "amount", amount.amount());
    }

    private static void effect(MapBuilder map, Effect effect) {
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

    private static Node terms(MapBuilder map, StreamTerms terms) {
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
