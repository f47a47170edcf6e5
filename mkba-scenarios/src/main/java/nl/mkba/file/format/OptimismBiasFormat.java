package nl.mkba.file.format;

import java.util.LinkedHashMap;
import java.util.Map;
import nl.mkba.expression.Expression;
import nl.mkba.file.yaml.Node;
import nl.mkba.scenario.OptimismBias;

/** The corrections for optimism by grade of evidence: {@code optimism_bias}. */
final class OptimismBiasFormat {

    private static final Key<Expression> COSTS = Key.of(
                    "costs",
                    Kind.EXPRESSION,
                    "Het deel waarmee kosten omhoog gaan, 0 of meer; zonder deze sleutel 0.",
                    "The part by which costs are raised, 0 or more; default 0.")
            .otherwise(Expression.ZERO);
    private static final Key<Expression> EFFECTS = Key.of(
                    "effects",
                    Kind.EXPRESSION,
                    "Het deel waarmee effecten veranderen, -100% tot 0; zonder deze sleutel 0.",
                    "The part by which effects change, -100% to 0; default 0.")
            .otherwise(Expression.ZERO);
    private static final Keys KEYS = Keys.of(COSTS, EFFECTS);

    private OptimismBiasFormat() {}

    static Map<String, OptimismBias> read(Value value) {
        Map<String, OptimismBias> byGrade = new LinkedHashMap<>();
        for (Map.Entry<String, Value> grade : value.entries().entrySet()) {
            Section keys = grade.getValue().someSection(KEYS);
            byGrade.put(grade.getKey(), new OptimismBias(keys.stated(COSTS), keys.stated(EFFECTS)));
        }
        return byGrade;
    }

    static Node write(Map<String, OptimismBias> byGrade) {
        return MapBuilder.map(byGrade, OptimismBiasFormat::write);
    }

    private static Node write(OptimismBias bias) {
        MapBuilder map = new MapBuilder();
        if (bias.equals(OptimismBias.NONE)) {
            // A grade that corrects nothing must say so, for an empty one is refused.
            return map.always(COSTS, bias.costs())
                    .always(EFFECTS, bias.effects())
                    .map();
        }
        return map.put(COSTS, bias.costs()).put(EFFECTS, bias.effects()).map();
    }

    static Map<String, Object> schema() {
        return KEYS.schema()
                .like(COSTS, "0%", "10%")
                .like(EFFECTS, "0%", "-20%")
                .some()
                .entries();
    }
}
