package nl.mkba.file.format;

import java.util.Map;
import nl.mkba.expression.Expression;
import nl.mkba.file.yaml.Node;
import nl.mkba.problem.ProblemCode;
import nl.mkba.scenario.Outcome;
import nl.mkba.scenario.Prices;
import nl.mkba.scenario.Shares;

/** Something that several interventions change together, under {@code outcomes}. */
final class OutcomeFormat {

    private static final String[] VALUE_KEYS = {
        "value", "borne_by", "cashable", "growth", "prices", "rate_class", LabelFormat.KEY
    };

    /** Stands where values were reported as missing. */
    private static final Outcome.Value NONE = Outcome.Value.builder()
            .value(Expression.UNKNOWN)
            .borneBy(Shares.UNKNOWN)
            .build();

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
        Outcome.Builder built = Outcome.builder(id).name(outcome.words("name")).unit(outcome.words("unit"));
        baseline(outcome, built);
        values(outcome, built);
        return built.build();
    }

    private static void baseline(Section outcome, Outcome.Builder built) {
        Value level = outcome.required("baseline");
        if (!level.isMap()) {
            built.baseline(level.expression("baseline")).trend(outcome.expression("trend", Expression.ZERO));
            return;
        }
        Map<Integer, Value> levels = level.years();
        levels.forEach((year, number) -> built.baseline(year, number.expression()));
        if (levels.isEmpty()) {
            built.baseline(Expression.UNKNOWN);
        }
        Value trend = outcome.optional("trend");
        if (trend != null && !levels.isEmpty()) {
            trend.refuseKey(ProblemCode.NOT_WITH, "trend", "baseline: {…}");
        }
    }

    private static void values(Section outcome, Outcome.Builder built) {
        Value several = outcome.optional("values");
        if (several != null) {
            outcome.notWith("values", VALUE_KEYS);
            Map<String, Value> values = several.someEntries();
            values.forEach((id, value) -> built.values(id, value(value.section(VALUE_KEYS))));
            if (values.isEmpty()) {
                outcome.silence("value", "borne_by");
                built.values(Outcome.SINGLE_VALUE, NONE);
            }
            return;
        }
        if (!outcome.hasAny("value", "borne_by")) {
            outcome.oneOf("value", "values");
            outcome.silence("value", "borne_by");
        }
        built.values(Outcome.SINGLE_VALUE, value(outcome));
    }

    private static Outcome.Value value(Section value) {
        return Outcome.Value.builder()
                .value(value.required("value").expression())
                .borneBy(SharesFormat.read(value.required("borne_by")))
                .cashable(value.expression("cashable", Expression.ZERO))
                .growth(value.expression("growth", Expression.ZERO))
                .prices(value.choice("prices", Prices.class, Prices.REAL))
                .rateClass(value.text("rate_class"))
                .labels(LabelFormat.read(value))
                .build();
    }

    static Node write(Outcome outcome) {
        MapBuilder map = new MapBuilder().text("name", outcome.name()).text("unit", outcome.unit());
        if (outcome.baseline() instanceof Outcome.Baseline.Trend trend) {
            map.expression("baseline", trend.level()).expression("trend", trend.trend(), Expression.ZERO);
        } else if (outcome.baseline() instanceof Outcome.Baseline.Path levels) {
            map.each("baseline", levels.levels(), MapBuilder::expression);
        }
        Outcome.Value single = outcome.values().size() == 1 ? outcome.values().get(Outcome.SINGLE_VALUE) : null;
        return single == null
                ? map.each("values", outcome.values(), value -> write(new MapBuilder(), value))
                        .map()
                : write(map, single);
    }

    private static Node write(MapBuilder map, Outcome.Value value) {
        map.expression("value", value.value())
                .put("borne_by", SharesFormat.write(value.borneBy()))
                .expression("cashable", value.cashable(), Expression.ZERO)
                .expression("growth", value.growth(), Expression.ZERO)
                .word("prices", value.prices().id(), value.prices() != Prices.REAL)
                .text("rate_class", value.rateClass());
        return LabelFormat.write(map, value.labels()).map();
    }
}
