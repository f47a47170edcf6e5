package nl.mkba.file.format;

import java.util.List;
import java.util.Map;
import nl.mkba.expression.Expression;
import nl.mkba.file.yaml.Node;
import nl.mkba.label.Labels;
import nl.mkba.scenario.Prices;
import nl.mkba.scenario.Stream;
import nl.mkba.scenario.Stream.BeyondHorizon;
import nl.mkba.scenario.Stream.Per;
import nl.mkba.text.Text;
import nl.mkba.time.Profile;

/** What costs, effects and transfers have in common. What is read here is written here. */
final class StreamFormat {

    static final Key<Text> NAME = Key.of(
            "name",
            Kind.WORDS,
            "Hoe mensen het noemen; zonder deze sleutel de id.",
            "What people call it; the id without.");
    static final Key<Text> NOTE =
            Key.of("note", Kind.WORDS, "Een opmerking voor de lezer.", "A remark for the reader.");
    static final Key<String> SOURCE =
            Key.of("source", Kind.TEXT, "Waar de getallen vandaan komen.", "Where its figures come from.");
    static final Key<Per> PER = Key.of(
            "per",
            Kind.oneOf(Per.class),
            "Het bedrag geldt voor ieder die instroomt, en `when` telt de jaren sinds de instroom.",
            "The amount is for each person who enters, and `when` counts years since entry.");
    static final Key<Profile> WHEN = Key.of(
                    "when",
                    Kind.PROFILE,
                    "In welke jaren, en hoe sterk; zonder deze sleutel elk jaar vanaf de start.",
                    "In which years, and how strongly; every year from the start on without.")
            .otherwise(Profile.ALWAYS);
    static final Key<Expression> GROWTH = Key.of(
                    "growth",
                    Kind.EXPRESSION,
                    "Formule boven −1: reële prijsverandering per jaar, geteld vanaf het prijspeil: het bedrag dat er staat, is dat van het jaar `price_level`. Zonder: 0.",
                    "Formula above −1: real price change a year, counted from the price level: the amount written is that of the year `price_level`. Without: 0.")
            .otherwise(Expression.ZERO);
    static final Key<Prices> PRICES = Key.of(
                    "prices",
                    Kind.oneOf(Prices.class),
                    "`nominal`: het bedrag ligt in geld vast en wordt dus elk jaar `inflation` minder waard. Zonder: `real`.",
                    "`nominal`: fixed in money, so it loses `inflation` each year. Without: `real`.")
            .otherwise(Prices.REAL);
    static final Key<String> RATE_CLASS = Key.of(
            "rate_class",
            Kind.ID_OR_NONE,
            "Klasse van het discontobeleid. Zonder: `standard`.",
            "Class of the discount policy. Without: `standard`.");
    static final Key<BeyondHorizon> BEYOND_HORIZON = Key.of(
            "beyond_horizon",
            Kind.oneOf(BeyondHorizon.class),
            "De post loopt door na de zichtperiode; die staart telt mee als restwaarde.",
            "The stream goes on after the horizon; its tail is added as residual value.");
    static final Key<String> EVIDENCE =
            Key.of("evidence", Kind.TEXT, "Een graad van `optimism_bias`.", "A grade of `optimism_bias`.");
    static final Key<Expression> CASHABLE = Key.of(
            "cashable",
            Kind.SHARE,
            "Formule tussen 0 en 1: welk deel echt geld is. Alleen wat “in geld” heet, gebruikt dit. Zonder: 1 bij kosten en overdrachten, 0 bij effecten.",
            "Formula between 0 and 1: the share that is cash, which a budget notices. Only the `cash` figures use it. Without: 1 for costs and transfers, 0 for effects.");
    static final Key<Labels> LABELS = Key.of(
                    "labels",
                    Kind.LABELS,
                    "Waaronder de post ook telt: een tekst per sleutel. Sleutels die er niet bij staan, zijn die van de maatregel.",
                    "Under what else it is counted or listed: a text per key. Keys that it does not name are its intervention's.")
            .otherwise(Labels.NONE);
    /** The keys that all of them have. */
    static final List<Key<?>> TERMS = List.of(
            NAME, NOTE, SOURCE, PER, WHEN, GROWTH, PRICES, RATE_CLASS, BEYOND_HORIZON, EVIDENCE, CASHABLE, LABELS);

    private StreamFormat() {}

    /** Whether there is a {@code total} and no {@code amount}. */
    static boolean isTotal(Section stream, Key<?> amount, Key<?> total) {
        if (stream.has(amount)) {
            stream.notWith(total, List.of(amount));
            return false;
        }
        return stream.has(total);
    }

    static boolean isTotal(Stream.Amount amount) {
        return amount instanceof Stream.Amount.Total;
    }

    /** The amount, without which a total was needed. */
    static Expression perYear(Section stream, Key<Expression> amount, Key<Expression> total) {
        if (!stream.has(amount)) {
            stream.oneOf(amount, total);
            stream.silence(amount);
            return Expression.UNKNOWN;
        }
        return stream.required(amount);
    }

    /** The rule for these two in the schema: a total is spread over years that end. */
    static Map<String, Object> amountOrTotal(Key<?> amount, Key<?> total) {
        Map<String, Object> ending = SchemaParts.json("required", List.of(WHEN.name()));
        ending.putAll(Keys.is(WHEN, "ending"));
        Map<String, Object> rule = Keys.oneOf(List.of(amount, total));
        rule.put("dependentSchemas", SchemaParts.json(total.name(), ending));
        return rule;
    }

    static void terms(Section keys, Stream.Builder<?> stream) {
        stream.name(keys.optional(NAME))
                .note(keys.optional(NOTE))
                .source(keys.optional(SOURCE))
                .per(keys.optional(PER))
                .when(keys.stated(WHEN))
                .growth(keys.stated(GROWTH))
                .prices(keys.stated(PRICES))
                .rateClass(keys.optional(RATE_CLASS))
                .beyondHorizon(keys.optional(BEYOND_HORIZON))
                .evidence(keys.optional(EVIDENCE))
                .cashable(keys.optional(CASHABLE))
                .labels(keys.stated(LABELS));
    }

    /** The node of a stream whose name and own keys are there. */
    static Node write(MapBuilder map, Stream.Terms terms) {
        return map.put(PER, terms.perParticipant() ? Per.PARTICIPANT : null)
                .put(WHEN, terms.when())
                .put(GROWTH, terms.growth())
                .put(PRICES, terms.prices())
                .put(RATE_CLASS, terms.rateClass())
                .put(BEYOND_HORIZON, terms.continues() ? BeyondHorizon.CONTINUE : null)
                .put(EVIDENCE, terms.evidence())
                .put(CASHABLE, terms.cashable())
                .put(LABELS, terms.labels())
                .put(SOURCE, terms.source())
                .put(NOTE, terms.note())
                .map();
    }
}
