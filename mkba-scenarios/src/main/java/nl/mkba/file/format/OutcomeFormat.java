package nl.mkba.file.format;

import java.util.List;
import java.util.Map;
import nl.mkba.expression.Expression;
import nl.mkba.file.yaml.Node;
import nl.mkba.label.Labels;
import nl.mkba.problem.ProblemCode;
import nl.mkba.scenario.Outcome;
import nl.mkba.scenario.Prices;
import nl.mkba.scenario.Shares;
import nl.mkba.text.Text;

/** Something that several interventions change together, under {@code outcomes}. */
final class OutcomeFormat {

    private static final Key<Text> NAME = Key.of("name", Kind.WORDS, "Hoe mensen het noemen.", "What people call it.");
    private static final Key<Text> UNIT = Key.of("unit", Kind.WORDS, "Wat één keer is.", "What one occurrence is.");
    private static final Key<Value> BASELINE = Key.of(
            "baseline",
            Kind.written(SchemaParts.json(
                    "anyOf", List.of(SchemaParts.reference("expression"), SchemaParts.reference("years")))),
            "Hoe vaak het per jaar gebeurt zonder maatregelen: een formule, 0 of meer; of standen per jaar, `{2026: 120, 2031: 100}`: daartussen een rechte lijn, ervoor en erna gelijk.",
            "How often a year it happens without any intervention: a formula, 0 or more; or levels by year, `{2026: 120, 2031: 100}`: in between on a straight line, before and after constant.");
    private static final Key<Expression> TREND = Key.of(
                    "trend",
                    Kind.EXPRESSION,
                    "Formule boven −1: verandering van de stand per jaar, vanaf `first_year`; niet naast standen per jaar. Zonder: 0.",
                    "Formula above −1: change of the baseline a year from `first_year` on; not beside levels by year. Without: 0.")
            .otherwise(Expression.ZERO);
    private static final Key<Expression> VALUE =
            Key.of("value", Kind.EXPRESSION, "Wat één keer de samenleving kost.", "What one occurrence costs society.");
    private static final Key<Shares> BORNE_BY = Key.of("borne_by", Kind.SHARES, "Wie het draagt.", "Who bears it.");
    private static final Key<Expression> CASHABLE = Key.of(
                    "cashable",
                    Kind.SHARE,
                    "Welk deel echt geld is, 0 tot 1; zonder deze sleutel 0.",
                    "The share that is cash, 0 to 1; 0 without.")
            .otherwise(Expression.ZERO);
    private static final Key<Expression> GROWTH = Key.of(
                    "growth",
                    Kind.EXPRESSION,
                    "Reële prijsverandering per jaar, geteld vanaf het prijspeil; zonder deze sleutel 0.",
                    "Real price change a year, counted from the price level; 0 without.")
            .otherwise(Expression.ZERO);
    private static final Key<Prices> PRICES = Key.of(
                    "prices",
                    Kind.oneOf(Prices.class),
                    "Of de bedragen met de inflatie meegaan (real) of in geld vastliggen (nominal).",
                    "Whether the amounts keep pace with inflation (real) or are fixed in money (nominal).")
            .otherwise(Prices.REAL);
    private static final Key<String> RATE_CLASS = Key.of(
            "rate_class",
            Kind.ID_OR_NONE,
            "Een klasse van het discontobeleid; zonder deze sleutel standard.",
            "A class of the discount policy; standard without.");
    private static final Key<Labels> LABELS = Key.of(
                    "labels",
                    Kind.LABELS,
                    "Waaronder het ook telt: een tekst per sleutel. Sleutels die er niet bij staan, zijn die van het effect dat vermindert, of anders van de maatregel.",
                    "Under what else it is counted or listed: a text per key. Keys that it does not name are those of the effect that reduces, or else its intervention's.")
            .otherwise(Labels.NONE);
    private static final Key<Value> VALUES = Key.of(
            "values",
            Kind.someEntries("outcome_value"),
            "In plaats van de twee rijen hierboven: meer dragers, elk met een id en met die sleutels.",
            "Instead of the two rows above: several bearers, each under an id, each with those keys.");

    /** What one bearer's share of an outcome has: the keys of an entry of {@code values}, or of an outcome with a single one. */
    private static final Keys VALUE_KEYS = Keys.of(VALUE, BORNE_BY, CASHABLE, GROWTH, PRICES, RATE_CLASS, LABELS);

    private static final Keys KEYS =
            Keys.of(NAME, UNIT, BASELINE, TREND, VALUE, BORNE_BY, CASHABLE, GROWTH, PRICES, RATE_CLASS, LABELS, VALUES);

    /** Stands where values were reported as missing. */
    private static final Outcome.Value NONE = Outcome.Value.builder()
            .value(Expression.UNKNOWN)
            .borneBy(Shares.UNKNOWN)
            .build();

    private OutcomeFormat() {}

    static Outcome read(String id, Value value) {
        Section outcome = value.section(KEYS);
        Outcome.Builder built = Outcome.builder(id).name(outcome.optional(NAME)).unit(outcome.optional(UNIT));
        baseline(outcome, built);
        values(outcome, built);
        return built.build();
    }

    private static void baseline(Section outcome, Outcome.Builder built) {
        Value level = outcome.required(BASELINE);
        if (!level.isMap()) {
            built.baseline(level.expression("baseline")).trend(outcome.stated(TREND));
            return;
        }
        Map<Integer, Value> levels = level.years();
        levels.forEach((year, number) -> built.baseline(year, number.expression()));
        if (levels.isEmpty()) {
            built.baseline(Expression.UNKNOWN);
        }
        Value trend = outcome.optional(TREND.name());
        if (trend != null && !levels.isEmpty()) {
            trend.refuseKey(ProblemCode.NOT_WITH, TREND.name(), "baseline: {…}");
        }
    }

    private static void values(Section outcome, Outcome.Builder built) {
        Value several = outcome.optional(VALUES);
        if (several != null) {
            outcome.notWith(VALUES, VALUE_KEYS.all());
            Map<String, Value> values = several.someEntries();
            values.forEach((id, value) -> built.values(id, value(value.section(VALUE_KEYS))));
            if (values.isEmpty()) {
                outcome.silence(VALUE, BORNE_BY);
                built.values(Outcome.SINGLE_VALUE, NONE);
            }
            return;
        }
        if (!outcome.hasAny(VALUE, BORNE_BY)) {
            outcome.oneOf(VALUE, VALUES);
            outcome.silence(VALUE, BORNE_BY);
        }
        built.values(Outcome.SINGLE_VALUE, value(outcome));
    }

    private static Outcome.Value value(Section keys) {
        return Outcome.Value.builder()
                .value(keys.required(VALUE))
                .borneBy(keys.required(BORNE_BY))
                .cashable(keys.stated(CASHABLE))
                .growth(keys.stated(GROWTH))
                .prices(keys.stated(PRICES))
                .rateClass(keys.optional(RATE_CLASS))
                .labels(keys.stated(LABELS))
                .build();
    }

    static Node write(Outcome outcome) {
        MapBuilder map = new MapBuilder().put(NAME, outcome.name()).put(UNIT, outcome.unit());
        if (outcome.baseline() instanceof Outcome.Baseline.Trend trend) {
            map.put(BASELINE, MapBuilder.expression(trend.level())).put(TREND, trend.trend());
        } else if (outcome.baseline() instanceof Outcome.Baseline.Path levels) {
            map.each(BASELINE, levels.levels(), MapBuilder::expression);
        }
        Outcome.Value single = outcome.values().size() == 1 ? outcome.values().get(Outcome.SINGLE_VALUE) : null;
        return single == null
                ? map.each(VALUES, outcome.values(), value -> write(new MapBuilder(), value))
                        .map()
                : write(map, single);
    }

    private static Node write(MapBuilder map, Outcome.Value value) {
        return map.put(VALUE, value.value())
                .put(BORNE_BY, value.borneBy())
                .put(CASHABLE, value.cashable())
                .put(GROWTH, value.growth())
                .put(PRICES, value.prices())
                .put(RATE_CLASS, value.rateClass())
                .put(LABELS, value.labels())
                .map();
    }

    static Map<String, Object> schema() {
        Map<String, Object> levels = SchemaParts.json(
                "required",
                List.of(BASELINE.name()),
                "properties",
                SchemaParts.json(BASELINE.name(), SchemaParts.json("type", "object")));
        return KEYS.schema()
                .like(NAME, "Families with rent arrears", "Gezinnen met huurachterstand")
                .like(UNIT, "family", "gezin")
                .like(BASELINE, 120)
                .like(TREND, "-1%")
                .needs(BASELINE)
                .and(SchemaParts.json(
                        "allOf",
                        List.of(
                                Keys.either(VALUES, Keys.notThere(VALUE_KEYS.all()), Keys.there(VALUE, BORNE_BY)),
                                SchemaParts.json("if", levels, "then", Keys.notThere(List.of(TREND))))))
                .entries();
    }

    static Map<String, Object> valueSchema() {
        return VALUE_KEYS
                .schema()
                .like(VALUE, 900, 400)
                .like(BORNE_BY, "landlord", "family")
                .like(CASHABLE, "60%")
                .like(GROWTH, "1%")
                .needs(VALUE, BORNE_BY)
                .entries();
    }
}
