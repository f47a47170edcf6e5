package nl.mkba.file.format;

import java.util.List;
import java.util.Map;
import nl.mkba.expression.Expression;
import nl.mkba.file.yaml.Node;
import nl.mkba.scenario.Cost;
import nl.mkba.scenario.Shares;

/** A cost of an intervention, under {@code costs}. */
final class CostFormat {

    private static final Key<Shares> PAID_BY =
            Key.of("paid_by", Kind.SHARES, "Verplicht; een id of aandelen.", "Required; an id or shares.");
    private static final Key<Expression> AMOUNT = Key.of(
            "amount",
            Kind.EXPRESSION,
            "Formule: zoveel per jaar op volle sterkte; positief is een uitgave.",
            "Formula: the amount a year at full strength; positive is a cost.");
    private static final Key<Expression> TOTAL = Key.of(
            "total",
            Kind.EXPRESSION,
            "Formule, in plaats van `amount`: het hele bedrag (met `per: participant` het hele bedrag per deelnemer), naar sterkte verdeeld over de jaren van `when`. Dat moet een einde hebben en mag geen `fade_out` hebben; ook jaren na de zichtperiode krijgen hun deel.",
            "Formula, instead of `amount`: the whole sum (with `per: participant`, the whole sum for each), spread over the years of `when` by strength. `when` must end and have no `fade_out`; years after the horizon get their part too.");
    private static final Keys KEYS = new Keys(List.of(PAID_BY, AMOUNT, TOTAL), StreamFormat.TERMS);

    private CostFormat() {}

    static Cost read(String id, Value value) {
        Section keys = value.section(KEYS);
        Cost.Builder cost = Cost.builder(id).paidBy(keys.required(PAID_BY));
        if (StreamFormat.isTotal(keys, AMOUNT, TOTAL)) {
            cost.total(keys.required(TOTAL));
        } else {
            cost.amount(StreamFormat.perYear(keys, AMOUNT, TOTAL));
        }
        StreamFormat.terms(keys, cost);
        return cost.build();
    }

    static Node write(Cost cost) {
        MapBuilder map = new MapBuilder()
                .put(StreamFormat.NAME, cost.terms().name())
                .put(PAID_BY, cost.paidBy())
                .put(
                        StreamFormat.isTotal(cost.amount()) ? TOTAL : AMOUNT,
                        cost.amount().amount());
        return StreamFormat.write(map, cost.terms());
    }

    static Map<String, Object> schema() {
        return KEYS.schema()
                .like(PAID_BY, SchemaParts.json("city", "75%", "landlord", "25%"), "city", "landlord")
                .like(AMOUNT, "2 * counsellor", 2000, 5000, 8000)
                .like(TOTAL, 20000)
                .like(StreamFormat.NAME, "Two counsellors", "Twee hulpverleners")
                .like(
                        StreamFormat.WHEN,
                        SchemaParts.json("years", 4),
                        SchemaParts.json("years", 2),
                        SchemaParts.json("in", 0),
                        SchemaParts.json("in", List.of(2, 2030)))
                .like(StreamFormat.LABELS, SchemaParts.json("taakveld", "0.4 Overhead"))
                .needs(PAID_BY)
                .and(StreamFormat.amountOrTotal(AMOUNT, TOTAL))
                .entries();
    }
}
