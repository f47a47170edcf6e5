package nl.mkba.file.format;

import java.util.List;
import java.util.Map;
import nl.mkba.expression.Expression;
import nl.mkba.file.yaml.Node;
import nl.mkba.scenario.Effect;
import nl.mkba.scenario.Prices;
import nl.mkba.scenario.Shares;
import nl.mkba.text.Text;

/** An effect of an intervention, under {@code effects}: a quantity with a value, or a reduction of an outcome. */
final class EffectFormat {

    private static final Key<Expression> QUANTITY = Key.of(
            "quantity",
            Kind.EXPRESSION,
            "Verplicht, formule: hoeveelheid per jaar op volle sterkte.",
            "Required, formula: units a year at full strength.");
    private static final Key<Expression> VALUE = Key.of(
            "value", Kind.EXPRESSION, "Verplicht, formule: waarde per eenheid.", "Required, formula: of one unit.");
    private static final Key<Shares> ACCRUES_TO =
            Key.of("accrues_to", Kind.SHARES, "Verplicht; een id of aandelen.", "Required; an id or shares.");
    private static final Key<String> REDUCES = Key.of(
            "reduces",
            Kind.ID,
            "De uitkomst waarvan het een deel wegneemt.",
            "The outcome of which it takes away a share.");
    private static final Key<Expression> BY = Key.of(
            "by",
            Kind.SHARE,
            "Het deel dat het op volle sterkte wegneemt.",
            "The share that it takes away at full strength.");
    private static final Key<Expression> DEADWEIGHT = Key.of(
                    "deadweight",
                    Kind.SHARE,
                    "Het deel dat ook zonder de maatregel was gebeurd, 0 tot 1.",
                    "What would have happened anyway, 0 to 1.")
            .otherwise(Expression.ZERO);
    private static final Key<Expression> DUE_TO_OTHERS = Key.of(
                    "due_to_others",
                    Kind.SHARE,
                    "Het deel dat aan anderen is toe te rekenen, 0 tot 1.",
                    "What others bring about, 0 to 1.")
            .otherwise(Expression.ZERO);
    private static final Key<Expression> DISPLACEMENT = Key.of(
                    "displacement",
                    Kind.SHARE,
                    "Het deel dat alleen verschuift, 0 tot 1.",
                    "What only moves elsewhere, 0 to 1.")
            .otherwise(Expression.ZERO);
    private static final Key<Text> UNIT =
            Key.of("unit", Kind.WORDS, "Wat één eenheid van quantity is.", "What one unit of the quantity is.");
    private static final Keys KEYS = new Keys(
            List.of(QUANTITY, VALUE, ACCRUES_TO, REDUCES, BY, DEADWEIGHT, DUE_TO_OTHERS, DISPLACEMENT, UNIT),
            StreamFormat.TERMS);

    private static final Keys.Together REDUCTION = new Keys.Together(
            List.of(BY),
            List.of(
                    QUANTITY,
                    VALUE,
                    ACCRUES_TO,
                    UNIT,
                    StreamFormat.CASHABLE,
                    StreamFormat.GROWTH,
                    StreamFormat.PRICES,
                    StreamFormat.RATE_CLASS,
                    StreamFormat.BEYOND_HORIZON));

    private static final Keys.Together VALUED = new Keys.Together(List.of(QUANTITY, VALUE, ACCRUES_TO), List.of(BY));

    private EffectFormat() {}

    static Effect read(String id, Value value) {
        Section effect = value.section(KEYS);
        boolean valued = effect.hasAny(QUANTITY, VALUE, ACCRUES_TO);
        if (effect.has(REDUCES) || (effect.has(BY) && !valued)) {
            return reduction(id, effect);
        }
        effect.notWith(BY, VALUED.needs());
        if (!valued) {
            effect.oneOf(QUANTITY, REDUCES);
            effect.silence(QUANTITY, VALUE, ACCRUES_TO);
        }
        Effect.Builder built = Effect.builder(id)
                .quantity(effect.required(QUANTITY))
                .value(effect.required(VALUE))
                .accruesTo(effect.required(ACCRUES_TO))
                .unit(effect.optional(UNIT));
        corrections(effect, built);
        StreamFormat.terms(effect, built);
        return built.build();
    }

    private static Effect reduction(String id, Section effect) {
        effect.notWith(REDUCES, REDUCTION.without());
        Effect.Builder built =
                Effect.builder(id).reduces(effect.required(REDUCES)).by(effect.required(BY));
        corrections(effect, built);
        StreamFormat.terms(effect, built);
        // What a reduction has no say in was reported.
        return built.growth(Expression.ZERO)
                .prices(Prices.REAL)
                .rateClass(null)
                .beyondHorizon(null)
                .cashable((Expression) null)
                .build();
    }

    private static void corrections(Section keys, Effect.Builder effect) {
        effect.deadweight(keys.stated(DEADWEIGHT))
                .dueToOthers(keys.stated(DUE_TO_OTHERS))
                .displacement(keys.stated(DISPLACEMENT));
    }

    static Node write(Effect effect) {
        MapBuilder map = new MapBuilder().put(StreamFormat.NAME, effect.terms().name());
        if (effect instanceof Effect.Valued valued) {
            map.put(QUANTITY, valued.quantity())
                    .put(VALUE, valued.value())
                    .put(ACCRUES_TO, valued.accruesTo())
                    .put(UNIT, valued.unit());
        } else if (effect instanceof Effect.Reduction reduction) {
            map.put(REDUCES, reduction.outcome()).put(BY, reduction.by());
        }
        Effect.Corrections corrections = effect.corrections();
        map.put(DEADWEIGHT, corrections.deadweight())
                .put(DUE_TO_OTHERS, corrections.dueToOthers())
                .put(DISPLACEMENT, corrections.displacement());
        return StreamFormat.write(map, effect.terms());
    }

    static Map<String, Object> schema() {
        return KEYS.schema()
                .like(QUANTITY, "success * 6%", "success * 10%", -1, 1)
                .like(VALUE, "eviction_cost", 9000, 500, 4000)
                .like(ACCRUES_TO, "landlord", "family")
                .like(REDUCES, "arrears")
                .like(BY, "15%", "10%")
                .like(DEADWEIGHT, "20%")
                .like(DUE_TO_OTHERS, "15%")
                .like(DISPLACEMENT, "5%")
                .like(
                        StreamFormat.NAME,
                        "Fewer evictions",
                        "Income from work",
                        "Time and worry",
                        "Minder huisuitzettingen")
                .like(
                        StreamFormat.WHEN,
                        SchemaParts.json("delay", 1, "years", 4),
                        SchemaParts.json("delay", 1, "ramp_up", 2, "years", 6, "fade_out", "25%"),
                        SchemaParts.json("delay", 1, "ramp_up", 3, "drop_off", "5%"),
                        SchemaParts.json("drop_off", "4%"))
                .like(StreamFormat.EVIDENCE, "B")
                .and(Keys.either(REDUCES, REDUCTION.schema(), VALUED.schema()))
                .entries();
    }
}
