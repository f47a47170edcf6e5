package nl.mkba.file.format;

import java.util.List;
import java.util.Map;
import nl.mkba.distribution.Distribution;
import nl.mkba.expression.Expression;
import nl.mkba.file.yaml.Node;
import nl.mkba.scenario.Parameter;
import nl.mkba.source.Provenance;
import nl.mkba.source.Quality;
import nl.mkba.text.Text;
import org.jspecify.annotations.Nullable;

/** A figure, under {@code parameters}: a number, a formula, or a map. */
final class ParameterFormat {

    private static final Key<Expression> VALUE = Key.of(
            "value",
            Kind.EXPRESSION,
            "Getal, percentage of formule. Verplicht, tenzij er een `distribution` is: dan geldt het gemiddelde daarvan.",
            "Number, percentage or formula. Required, unless there is a `distribution`: its mean is then the value.");
    private static final Key<Distribution> DISTRIBUTION = Key.of("distribution", Kind.DISTRIBUTION);
    private static final Key<Text> UNIT = Key.of(
            "unit",
            Kind.WORDS,
            "Waarin het gemeten is, zoals `EUR/jaar`; wordt getoond, er wordt niet mee gerekend.",
            "The unit, such as `EUR/year`; shown, not used in calculations.");
    private static final Key<Text> NAME = Key.of("name", Kind.WORDS, "Hoe mensen het noemen.", "What people call it.");
    private static final Key<String> SOURCE =
            Key.of("source", Kind.TEXT, "Waar het vandaan komt.", "Where it comes from.");
    private static final Key<Text> NOTE =
            Key.of("note", Kind.WORDS, "Een opmerking voor de lezer.", "A remark for the reader.");
    private static final Key<String> URL =
            Key.of("url", Kind.TEXT, "Waar de bron te lezen is.", "Where the source can be read.");
    private static final Key<String> LICENCE = Key.of(
            "licence",
            Kind.TEXT,
            "De licentie waaronder het gebruikt mag worden.",
            "The licence under which it may be used.");
    private static final Key<Quality> QUALITY = Key.of(
            "quality",
            Kind.oneOf(Quality.class),
            "Waarop het berust: `official` (officieel), `study` (onderzoek), `practice` (praktijk), `press` (pers), `weak` (zwak) of `illustrative` (illustratief). Of wat geen bewijs is: `choice`, wat wie het plan maakt besluit (jaren, plekken, wie welk deel betaalt), en `definition`, wat per definitie vastligt (12 maanden in een jaar).",
            "What it rests on: `official`, `study`, `practice`, `press`, `weak` or `illustrative`. Or, where evidence does not apply: `choice`, what the planner decides (years, places, who pays which share), and `definition`, what is true by definition (12 months in a year).");
    private static final Key<String> GROUP = Key.of(
            "group",
            Kind.ID_OR_NONE,
            "Een id; invoergegevens van één groep worden ook samen gevarieerd.",
            "An id; parameters of one group are also varied together.");
    private static final Key<Integer> PRICE_YEAR = Key.of(
            "price_year",
            Kind.YEAR,
            "De waarde (en elke trekking) is in prijzen van dat jaar en wordt met de prijsindex omgerekend naar het prijspeil; alleen bij een gewoon getal of een verdeling.",
            "The value (and every draw) is in prices of that year and is converted to the price level with the price index; only beside a plain number or a distribution.");
    private static final Keys KEYS =
            Keys.of(VALUE, DISTRIBUTION, UNIT, NAME, SOURCE, NOTE, URL, LICENCE, QUALITY, GROUP, PRICE_YEAR);

    private ParameterFormat() {}

    static Parameter read(String id, Value value) {
        if (!value.isMap()) {
            return Parameter.builder(id).value(value.expression("parameter")).build();
        }
        Section keys = value.section(KEYS);
        Distribution distribution = keys.optional(DISTRIBUTION);
        return Parameter.builder(id)
                .value(central(keys, distribution))
                .distribution(distribution)
                .priceYear(keys.optional(PRICE_YEAR))
                .name(keys.optional(NAME))
                .unit(keys.optional(UNIT))
                .group(keys.optional(GROUP))
                .source(keys.optional(SOURCE))
                .note(keys.optional(NOTE))
                .url(keys.optional(URL))
                .licence(keys.optional(LICENCE))
                .quality(keys.optional(QUALITY))
                .build();
    }

    /** The value, or null where the distribution brings it. */
    private static @Nullable Expression central(Section keys, @Nullable Distribution distribution) {
        if (keys.has(VALUE) || !keys.has(DISTRIBUTION)) {
            return keys.required(VALUE);
        }
        return distribution == null ? Expression.UNKNOWN : null;
    }

    static Node write(Parameter parameter) {
        Provenance origin = parameter.provenance();
        Expression central = parameter.value();
        if (central != null && parameter.isPlain()) {
            return MapBuilder.expression(central);
        }
        return new MapBuilder()
                .put(NAME, parameter.name())
                .put(VALUE, central)
                .put(DISTRIBUTION, parameter.distribution())
                .put(PRICE_YEAR, parameter.priceYear())
                .put(UNIT, parameter.unit())
                .put(GROUP, parameter.group())
                .put(SOURCE, origin.source())
                .put(URL, origin.url())
                .put(LICENCE, origin.licence())
                .put(QUALITY, origin.quality())
                .put(NOTE, origin.note())
                .map();
    }

    static Map<String, Object> schema() {
        return KEYS.schema()
                .like(VALUE, 50, 72000, "40%", 7500)
                .like(DISTRIBUTION, SchemaParts.json("pert", List.of("20%", "40%", "55%")))
                .like(UNIT, "family", "EUR/year", "1", "EUR")
                .like(NAME, "Families whose debts are solved", "Gezinnen van wie de schulden worden opgelost")
                .like(
                        SOURCE,
                        "plan of the city",
                        "Stichting Eropaf!, 2014",
                        "evaluation of the pilot",
                        "plan van de gemeente")
                .like(NOTE, "the pilot chose its families itself", "in de proef zijn de gezinnen uitgekozen")
                .like(URL, "https://example.org/evaluation", "https://example.org/evaluatie")
                .like(LICENCE, "CC BY 4.0")
                .like(GROUP, "effects")
                .like(PRICE_YEAR, 2014)
                .and(Keys.anyOf(List.of(VALUE, DISTRIBUTION)))
                .with(DISTRIBUTION, Keys.is(VALUE, "number"))
                .with(PRICE_YEAR, Keys.is(VALUE, "number"))
                .entries();
    }
}
