package nl.mkba.file.format;

import java.util.List;
import java.util.Map;
import nl.mkba.expression.Expression;
import nl.mkba.file.yaml.Node;
import nl.mkba.scenario.Stream;
import nl.mkba.scenario.Transfer;
import nl.mkba.time.Profile;

/** A transfer of an intervention, under {@code transfers}. */
final class TransferFormat {

    private static final Key<String> FROM = Key.of("from", Kind.ID, "Wie betaalt.", "Who pays.");
    private static final Key<String> TO = Key.of("to", Kind.ID, "Wie ontvangt.", "Who receives.");
    private static final Key<Expression> AMOUNT = Key.of(
            "amount",
            Kind.EXPRESSION,
            "Bedrag per jaar op volle sterkte, of per eenheid van het effect dat de overdracht volgt.",
            "Money a year at full strength, or per unit of the effect it follows.");
    private static final Key<Expression> TOTAL = Key.of(
            "total",
            Kind.EXPRESSION,
            "Het hele bedrag, naar sterkte verdeeld over de jaren.",
            "The whole sum, spread over the years by strength.");
    private static final Key<String> FOLLOWS = Key.of(
            "follows",
            Kind.ID,
            "Id van een effect van dezelfde maatregel: `amount` geldt dan per eenheid van dat effect, met alle correcties en het tijdprofiel, zodat de overdracht met het effect meebeweegt. Zij heeft zelf geen `when`, `per`, `total` of `beyond_horizon`.",
            "Id of an effect of the same intervention: `amount` is then per unit of that effect, corrections and time included, so the transfer shrinks and grows with it. It has no `when`, `per`, `total` or `beyond_horizon` of its own.");
    private static final Keys KEYS = new Keys(List.of(FROM, TO, AMOUNT, TOTAL, FOLLOWS), StreamFormat.TERMS);

    private static final Keys.Together FOLLOWER = new Keys.Together(
            List.of(AMOUNT), List.of(TOTAL, StreamFormat.WHEN, StreamFormat.PER, StreamFormat.BEYOND_HORIZON));

    private TransferFormat() {}

    static Transfer read(String id, Value value) {
        Section keys = value.section(KEYS);
        Transfer.Builder transfer =
                Transfer.builder(id).from(keys.required(FROM)).to(keys.required(TO));
        boolean follows = keys.has(FOLLOWS);
        if (follows) {
            keys.notWith(FOLLOWS, FOLLOWER.without());
            transfer.follows(keys.required(FOLLOWS)).amount(keys.required(AMOUNT));
        } else if (StreamFormat.isTotal(keys, AMOUNT, TOTAL)) {
            transfer.total(keys.required(TOTAL));
        } else {
            transfer.amount(StreamFormat.perYear(keys, AMOUNT, TOTAL));
        }
        StreamFormat.terms(keys, transfer);
        if (follows) {
            // What a follower has no say in was reported.
            transfer.per(null).when(Profile.ALWAYS).beyondHorizon(null);
        }
        return transfer.build();
    }

    static Node write(Transfer transfer) {
        Stream.Amount amount = transfer.amount();
        MapBuilder map = new MapBuilder()
                .put(StreamFormat.NAME, transfer.terms().name())
                .put(FROM, transfer.from())
                .put(TO, transfer.to())
                .put(FOLLOWS, amount instanceof Stream.Amount.PerUnitOf following ? following.effect() : null)
                .put(StreamFormat.isTotal(amount) ? TOTAL : AMOUNT, amount.amount());
        return StreamFormat.write(map, transfer.terms());
    }

    static Map<String, Object> schema() {
        return KEYS.schema()
                .like(FROM, "family")
                .like(TO, "city")
                .like(AMOUNT, 14000)
                .like(FOLLOWS, "work")
                .like(StreamFormat.NAME, "Less social assistance", "Minder bijstand")
                .needs(FROM, TO)
                .and(Keys.either(FOLLOWS, FOLLOWER.schema(), StreamFormat.amountOrTotal(AMOUNT, TOTAL)))
                .entries();
    }
}
