package nl.mkba.file.format;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.mkba.expression.Expression;
import nl.mkba.file.yaml.Node;
import nl.mkba.problem.InvalidScenarioException;
import nl.mkba.problem.ProblemCode;
import nl.mkba.scenario.Expectation;
import org.jspecify.annotations.Nullable;

/** What the author holds the result to: an item of {@code expect}. */
final class ExpectationFormat {

    /** What is only found in a text that was meant as a number. */
    private static final Set<ProblemCode> NUMBERS_GONE_WRONG = Set.of(
            ProblemCode.DECIMAL_COMMA,
            ProblemCode.UNCLEAR_COMMA,
            ProblemCode.THOUSANDS_SEPARATOR,
            ProblemCode.DATE_AS_NUMBER,
            ProblemCode.RANGE_AS_NUMBER,
            ProblemCode.NUMBER_IN_PARENTHESES,
            ProblemCode.NOT_FINITE,
            ProblemCode.NUMBER_TOO_SMALL);

    private static final Key<String> FIGURE = Key.of(
            "figure",
            Kind.TEXT,
            "Het pad van een cijfer in de uitkomst, zoals npv.",
            "The path of a figure in the result, such as npv.");
    private static final Key<Expectation.Value> VALUE = Key.of(
            "value",
            new Expected(),
            "Verplicht: een getal, een tekst, of `null` voor “is er niet”.",
            "Required: a number, a text, or `null` for \"absent\".");
    private static final Key<Expectation.Tolerance> WITHIN = Key.of(
                    "within",
                    new Within(),
                    "Hoe ver het ernaast mag zitten: een getal, of een percentage van `value`; zonder deze sleutel 1e-6, relatief of absoluut, de ruimste van de twee.",
                    "The tolerance: a number, or a percentage of `value`; without it 1e-6, relative or absolute, whichever is wider.")
            .otherwise(Expectation.Tolerance.DEFAULT);
    private static final Key<String> ALTERNATIVE = Key.of(
            "alternative",
            Kind.ID_OR_NONE,
            "Het enige alternatief waarvoor het geldt; zonder deze sleutel alle.",
            "The only alternative it holds for; all without.");
    private static final Key<String> OUTLOOK = Key.of(
            "outlook",
            Kind.ID_OR_NONE,
            "Het omgevingsscenario waarin het geldt; zonder deze sleutel de berekening zonder omgevingsscenario.",
            "The outlook it holds in; without it, the run without an outlook.");
    private static final Keys KEYS = Keys.of(FIGURE, VALUE, WITHIN, ALTERNATIVE, OUTLOOK);

    private ExpectationFormat() {}

    static Expectation read(Value value) {
        Section keys = value.section(KEYS);
        return new Expectation(
                keys.required(FIGURE, ""),
                keys.required(VALUE),
                keys.stated(WITHIN),
                keys.optional(ALTERNATIVE),
                keys.optional(OUTLOOK));
    }

    static Node write(Expectation expectation) {
        return new MapBuilder()
                .put(FIGURE, expectation.figure())
                .put(VALUE, expectation.value())
                .put(WITHIN, expectation.within())
                .put(ALTERNATIVE, expectation.alternative())
                .put(OUTLOOK, expectation.outlook())
                .map();
    }

    static Map<String, Object> schema() {
        return KEYS.schema()
                .like(FIGURE, "discounted_payback_year", "stakeholders.city.benefits", "payback_absent")
                .like(VALUE, 0, "never")
                .like(WITHIN, 0.01)
                .like(ALTERNATIVE, "all")
                .needs(FIGURE, VALUE)
                .entries();
    }

    /** A number, a text, or nothing where the figure is absent. */
    private static final class Expected extends Kind<Expectation.Value> {

        @Override
        Expectation.Value read(Value value) {
            if (value.isNull()) {
                return new Expectation.Value.Absent();
            }
            if (!value.isText()) {
                value.wrongType("expected");
                return new Expectation.Value.Absent();
            }
            String text = value.id();
            try {
                if (Expression.parse(text).number().isPresent()) {
                    Double number = value.number();
                    return new Expectation.Value.Number(number == null ? 0 : number);
                }
            } catch (InvalidScenarioException refused) {
                if (NUMBERS_GONE_WRONG.contains(refused.problems().get(0).code())) {
                    value.refuseAll(refused);
                }
            }
            return new Expectation.Value.Text(text);
        }

        @Override
        Node write(Expectation.Value value) {
            if (value instanceof Expectation.Value.Number number) {
                return MapBuilder.number(number.number());
            }
            return value instanceof Expectation.Value.Text text ? MapBuilder.scalar(text.text()) : MapBuilder.nothing();
        }

        @Override
        void describe(Map<String, Object> schema) {
            List<Object> types = new ArrayList<>();
            for (String type : List.of("number", "string", "boolean", "null")) {
                types.add(SchemaParts.json("type", type));
            }
            schema.put("anyOf", types);
        }
    }

    /** A number, or a percentage of what is expected. */
    private static final class Within extends Kind<Expectation.Tolerance> {

        @Override
        Expectation.@Nullable Tolerance read(Value value) {
            Double number = value.number();
            if (number == null) {
                return null;
            }
            if (number < 0) {
                value.refuse(ProblemCode.OUT_OF_RANGE, value.id(), "≥ 0");
            }
            return new Expectation.Tolerance(number, value.id().endsWith("%"));
        }

        @Override
        Node write(Expectation.Tolerance within) {
            if (!within.relative()) {
                return MapBuilder.number(within.amount());
            }
            BigDecimal percentage = BigDecimal.valueOf(within.amount()).movePointRight(2);
            return MapBuilder.scalar(percentage.stripTrailingZeros().toPlainString() + "%");
        }

        @Override
        void describe(Map<String, Object> schema) {
            schema.put(
                    "anyOf",
                    List.of(
                            SchemaParts.json("type", "number", "minimum", 0),
                            SchemaParts.json("type", "string", "pattern", SchemaParts.NOT_NEGATIVE)));
        }
    }
}
