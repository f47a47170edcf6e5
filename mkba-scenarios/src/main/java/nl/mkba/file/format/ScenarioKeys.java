package nl.mkba.file.format;

import java.util.List;
import java.util.Map;
import nl.mkba.expression.Expression;
import nl.mkba.file.yaml.Node;
import nl.mkba.price.PriceIndex;
import nl.mkba.scenario.Scenario;
import nl.mkba.text.Text;
import nl.mkba.time.FlowTiming;
import org.jspecify.annotations.Nullable;

/** The keys at the top of a scenario's file. {@link ScenarioFormat} reads them and {@link ScenarioWriter} writes them. */
final class ScenarioKeys {

    static final Key<Integer> MKBA =
            Key.of("mkba", new Version(), "Versie van het formaat: `1`.", "Version of the format: `1`.");
    static final Key<String> ID = Key.of("id", Kind.ID, "Kenmerk (id) van het scenario.", "Identity of the scenario.");
    static final Key<Text> TITLE = Key.of("title", Kind.WORDS, "De kop boven elke uitkomst.", "Its heading.");
    static final Key<Text> DESCRIPTION =
            Key.of("description", Kind.WORDS, "Wat er wordt doorgerekend.", "What is analysed.");
    static final Key<List<String>> AUTHORS = Key.of(
                    "authors", new Texts(), "Een tekst, of een lijst van teksten.", "A text, or a list of texts.")
            .otherwise(List.of());
    static final Key<Text> NOTES = Key.of("notes", Kind.WORDS, "Opmerkingen.", "Remarks.");
    static final Key<String> CURRENCY = Key.of(
                    "currency",
                    new Currency(),
                    "ISO-code van alle bedragen in het bestand. Zonder: `EUR`.",
                    "ISO code of every amount in the file. Without: `EUR`.")
            .otherwise("EUR");
    static final Key<Integer> BASE_YEAR = Key.of(
            "base_year",
            Kind.YEAR,
            "Contante waarden zijn waarden aan het begin van dit jaar (1000 tot en met 9999).",
            "Present values are values at the start of this year (1000 to 9999).");
    static final Key<Integer> FIRST_YEAR = Key.of(
            "first_year",
            Kind.YEAR,
            "Eerste jaar waarin iets kan vallen; mag voor of na het basisjaar liggen. Zonder: `base_year`.",
            "First year in which anything flows; may lie before or after the base year. Without: `base_year`.");
    static final Key<Long> HORIZON = Key.of(
            "horizon",
            Kind.whole(1, Scenario.LONGEST_HORIZON, "([1-9]\\d?|1\\d\\d|200)"),
            "Aantal jaren dat meetelt, 1 tot en met 200, te beginnen met `first_year`.",
            "Number of years that count, 1 to 200, starting with `first_year`.");
    static final Key<Integer> PRICE_LEVEL = Key.of(
            "price_level",
            Kind.YEAR,
            "Alle uitkomsten zijn in constante prijzen van dit jaar. Zonder: `base_year`, of het laatste jaar van de index als dat eerder is.",
            "All results are in constant prices of this year. Without: `base_year`, or the last year of the index if that is earlier.");
    static final Key<PriceIndex> PRICE_INDEX = Key.of(
            "price_index",
            new PriceIndexFormat(),
            "Rekent bedragen met een `price_year` om: de naam van een ingebouwde index, of een eigen index als `{2015: 100, 2025: 134.6}`. Zonder: `nl_cpi`.",
            "Converts amounts with a `price_year`: the name of a built-in index, or your own as `{2015: 100, 2025: 134.6}`. Without: `nl_cpi`.");
    static final Key<Expression> INFLATION = Key.of(
            "inflation",
            Kind.EXPRESSION,
            "Verwachte inflatie per jaar, voor posten met prices: nominal; zonder deze sleutel 0.",
            "Expected yearly inflation, for nominal streams; 0 without.");
    static final Key<Value> INCOME_WEIGHTS = Key.of(
            "income_weights",
            Kind.map("income_weights"),
            "Verdelingsgewichten uit inkomens: (reference / income) ^ elasticity, voor elke partij met een income.",
            "Distributional weights from incomes: (reference / income) ^ elasticity, for every stakeholder with an income.");
    static final Key<FlowTiming> FLOWS_AT = Key.of(
                    "flows_at",
                    Kind.oneOf(FlowTiming.class),
                    "Wanneer in het jaar bedragen vallen: `start` (begin), `mid` (midden) of `end` (eind). Zonder: `start`.",
                    "When in the year money flows: `start`, `mid` or `end`. Without: `start`.")
            .otherwise(FlowTiming.START);
    static final Key<Value> DISCOUNTING = Key.of("discounting", Kind.written("discounting"));
    static final Key<Value> STAKEHOLDERS = Key.of(
            "stakeholders",
            Kind.someEntries("stakeholder"),
            "De partijen: wie betaalt, wint of verliest.",
            "Who pays, gains or loses.");
    static final Key<Value> PARAMETERS = Key.of(
            "parameters",
            Kind.entries("parameter"),
            "De invoergegevens waarop de analyse berust, elk met zijn bron.",
            "The inputs on which the analysis rests, each with its source.");
    static final Key<Value> OUTCOMES = Key.of(
            "outcomes",
            Kind.entries("outcome"),
            "Wat meer maatregelen samen veranderen.",
            "What several interventions change together.");
    static final Key<Value> INTERVENTIONS =
            Key.of("interventions", Kind.someEntries("intervention"), "De maatregelen.", "The interventions.");
    static final Key<Value> ALTERNATIVES = Key.of(
            "alternatives",
            Kind.someEntries("alternative"),
            "De projectalternatieven; zonder deze sleutel is er één, met alle maatregelen.",
            "The project alternatives; one with every intervention without.");
    static final Key<Value> OUTLOOKS = Key.of(
            "outlooks",
            Kind.entries("outlook"),
            "De toekomsten waarin de alternatieven terecht kunnen komen (omgevingsscenario's).",
            "The futures in which the alternatives may find themselves.");
    static final Key<Value> OPTIMISM_BIAS = Key.of(
            "optimism_bias",
            Kind.written(SchemaParts.json("type", "object", "additionalProperties", SchemaParts.part("optimism_bias"))),
            "Correcties ten nadele van het project, per graad van bewijs.",
            "Corrections against the project, per grade of evidence.");
    static final Key<Value> CORRELATIONS = Key.of(
            "correlations",
            Kind.maps("correlation"),
            "Hoe onzekere invoergegevens samenhangen.",
            "How uncertain parameters move together.");
    static final Key<Value> SIMULATION =
            Key.of("simulation", Kind.map("simulation"), "Hoe er wordt gesimuleerd.", "How to simulate.");
    static final Key<Value> EXPECT = Key.of(
            "expect",
            Kind.maps("expectation"),
            "Waar de maker de uitkomsten aan houdt.",
            "What the author holds the results to.");
    static final Key<Value> INCLUDE = Key.of(
            "include",
            Kind.written(
                    SchemaParts.json("type", "array", "items", SchemaParts.json("type", "string", "minLength", 1))),
            "Bestanden met invoergegevens, partijen en uitkomsten om in te sluiten, geteld vanaf dit bestand; catalogue:NAAM is een ingebouwd bestand.",
            "Files with parameters, stakeholders and outcomes to include, relative to this one; catalogue:NAME is a built-in one.");
    static final Keys KEYS = Keys.of(
            MKBA,
            ID,
            TITLE,
            DESCRIPTION,
            AUTHORS,
            NOTES,
            CURRENCY,
            BASE_YEAR,
            FIRST_YEAR,
            HORIZON,
            PRICE_LEVEL,
            PRICE_INDEX,
            INFLATION,
            INCOME_WEIGHTS,
            FLOWS_AT,
            DISCOUNTING,
            STAKEHOLDERS,
            PARAMETERS,
            OUTCOMES,
            INTERVENTIONS,
            ALTERNATIVES,
            OUTLOOKS,
            OPTIMISM_BIAS,
            CORRELATIONS,
            SIMULATION,
            EXPECT,
            INCLUDE);

    private ScenarioKeys() {}

    static Map<String, Object> schema() {
        return KEYS.schema()
                .like(ID, "debt_help")
                .like(TITLE, "Debt help near home", "Schuldhulp dicht bij huis")
                .like(DESCRIPTION, "What does debt help yield, and for whom?", "Wat levert schuldhulp op, en voor wie?")
                .like(AUTHORS, List.of("Research department"), List.of("Afdeling onderzoek"))
                .like(BASE_YEAR, 2026)
                .like(FIRST_YEAR, 2025)
                .like(HORIZON, 10, 12)
                .like(PRICE_LEVEL, 2025)
                .like(INFLATION, "2%")
                .like(INCOME_WEIGHTS, SchemaParts.json("reference", 32000, "elasticity", 1.3))
                .like(DISCOUNTING, "nl_2026")
                .like(CORRELATIONS, List.of(SchemaParts.json("between", List.of("success", "counsellor"), "rank", 0.3)))
                .like(SIMULATION, SchemaParts.json("draws", 10000, "seed", 42, "sampling", "latin_hypercube"))
                .needs(MKBA, ID, TITLE, BASE_YEAR, HORIZON, DISCOUNTING, INTERVENTIONS)
                .and(Keys.anyOf(List.of(STAKEHOLDERS, INCLUDE)))
                .entries();
    }

    /** The version of the format, of which {@link FormatVersion} judges what is written. */
    private static final class Version extends Kind<Integer> {

        @Override
        Integer read(Value value) {
            return FormatVersion.LATEST;
        }

        @Override
        Node write(Integer version) {
            return MapBuilder.number(version);
        }

        @Override
        void describe(Map<String, Object> schema) {
            schema.put("enum", List.of(FormatVersion.LATEST, String.valueOf(FormatVersion.LATEST)));
        }
    }

    /** A text, or a list of texts. */
    private static final class Texts extends Kind<List<String>> {

        @Override
        List<String> read(Value value) {
            if (value.isFaulty()) {
                return List.of();
            }
            if (value.isList()) {
                return value.items().stream().map(Value::words).toList();
            }
            if (!value.isText()) {
                value.wrongType("text_or_list");
            }
            return List.of(value.words());
        }

        @Override
        Node write(List<String> texts) {
            return MapBuilder.list(texts, MapBuilder::scalar);
        }

        @Override
        void describe(Map<String, Object> schema) {
            Map<String, Object> text = SchemaParts.reference("text");
            schema.put("anyOf", List.of(text, SchemaParts.json("type", "array", "items", text)));
        }
    }

    /** A currency by its code. */
    private static final class Currency extends Kind<String> {

        @Override
        @Nullable
        String read(Value value) {
            return value.text();
        }

        @Override
        Node write(String code) {
            return MapBuilder.scalar(code);
        }

        @Override
        void describe(Map<String, Object> schema) {
            schema.put("type", "string");
            schema.put("pattern", "^[A-Z]{3}$");
        }
    }
}
