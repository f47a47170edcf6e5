package nl.mkba.file.format;

import java.util.LinkedHashMap;
import java.util.Map;
import nl.mkba.expression.Expression;
import nl.mkba.file.yaml.Node;
import nl.mkba.problem.ProblemCode;
import nl.mkba.scenario.Baseline;
import nl.mkba.scenario.Outcome;
import nl.mkba.scenario.OutcomeValue;
import nl.mkba.scenario.Prices;

/** Something that several interventions change together, under {@code outcomes}. */
final class OutcomeFormat {

    private static final String[] VALUE_KEYS = {
        "value", "borne_by", "cashable", "growth", "prices", "rate_class", LabelFormat.KEY
    };

    private OutcomeFormat() {}

    static Outcome read(String id, Value value) {
        Section outcome = value.section(
                "name",
                "unit",
                "baseline",
                "trend",
                "value",
                "borne_by",
                "cashable",
                "growth",
                "prices",
                "rate_class",
                LabelFormat.KEY,
                "values");
        return new Outcome(id, outcome.words("name"), outcome.words("unit"), baseline(outcome), values(outcome));
    }

    private static Baseline baseline(Section outcome) {
        Value level = outcome.required("baseline");
        if (!level.isMap()) {
            return new Baseline.Trend(level.expression("baseline"), outcome.expression("trend", Expression.ZERO));
        }
        Map<Integer, Expression> levels = new LinkedHashMap<>();
        level.years().forEach((year, number) -> levels.put(year, number.expression()));
        Value trend = outcome.optional("trend");
        if (trend != null && !levels.isEmpty()) {
            trend.refuseKey(ProblemCode.NOT_WITH, "trend", "baseline: {…}");
        }
        return levels.isEmpty() ? new Baseline.Trend(Expression.UNKNOWN, Expression.ZERO) : new Baseline.Path(levels);
    }

    private static Map<String, OutcomeValue> values(Section outcome) {
        Map<String, OutcomeValue> values = new LinkedHashMap<>();
        Value several = outcome.optional("values");
        if (several != null) {
            outcome.notWith("values", VALUE_KEYS);
            several.someEntries().forEach((id, value) -> values.put(id, value(value.section(VALUE_KEYS))));
            return values;
        }
        if (!outcome.hasAny("value", "borne_by")) {
            outcome.oneOf("value", "values");
            outcome.silence("value", "borne_by");
        }
        values.put(Outcome.SINGLE_VALUE, value(outcome));
        return values;
    }

    private static OutcomeValue value(Section value) {
        return new OutcomeValue(
                value.required("value").expression(),
                SharesFormat.read(value.required("borne_by")),
                value.expression("cashable", Expression.ZERO),
                value.expression("growth", Expression.ZERO),
                value.choice("prices", Prices.class, Prices.REAL),
                value.text("rate_class"),
                LabelFormat.read(value));
    }

    static Node write(Outcome outcome) {
        MapBuilder map = new MapBuilder().text("name", outcome.name()).text("unit", outcome.unit());
        if (outcome.baseline() instanceof Baseline.Trend trend) {
            map.expression("baseline", trend.level()).expression("trend", trend.trend(), Expression.ZERO);
        } else if (outcome.baseline() instanceof Baseline.Path levels) {
            map.each("baseline", levels.levels(), MapBuilder::expression);
        }
        OutcomeValue single = outcome.values().size() == 1 ? outcome.values().get(Outcome.SINGLE_VALUE) : null;
        return single == null
                ? map.each("values", outcome.values(), value -> write(new MapBuilder(), value))
                        .map()
                : write(map, single);
    }

    private static Node write(MapBuilder map, OutcomeValue value) {
        map.expression("value", value.value())
                .put("borne_by", SharesFormat.write(value.borneBy()))
                .expression("cashable", value.cashable(), Expression.ZERO)
                .expression("growth", value.growth(), Expression.ZERO)
                .word("prices", value.prices().id(), value.prices() != Prices.REAL)
                .text("rate_class", value.rateClass());
        return LabelFormat.write(map, value.labels()).map();
    }
}
