package nl.mkba.file.format;

import java.util.List;
import java.util.Map;
import nl.mkba.file.yaml.Node;
import nl.mkba.scenario.Correlation;
import org.jspecify.annotations.Nullable;

/** How two uncertain parameters move together: an item of {@code correlations}. */
final class CorrelationFormat {

    private static final Key<List<String>> BETWEEN = Key.of(
            "between", new Pair(), "Twee invoergegevens met een verdeling.", "Two parameters with a distribution.");
    private static final Key<Double> RANK =
            Key.of("rank", new Rank(), "Hun rangcorrelatie, -1 tot 1.", "Their rank correlation, -1 to 1.");
    private static final Keys KEYS = Keys.of(BETWEEN, RANK);

    private CorrelationFormat() {}

    static Correlation read(Value value) {
        Section keys = value.section(KEYS);
        List<String> pair = keys.required(BETWEEN);
        return new Correlation(pair.get(0), pair.get(1), keys.required(RANK, 0.0));
    }

    static Node write(Correlation correlation) {
        return new MapBuilder()
                .put(BETWEEN, List.of(correlation.first(), correlation.second()))
                .put(RANK, correlation.rank())
                .map();
    }

    static Map<String, Object> schema() {
        return KEYS.schema()
                .like(BETWEEN, List.of("success", "counsellor"))
                .like(RANK, 0.3)
                .needs(BETWEEN, RANK)
                .entries();
    }

    /** The ids of two parameters; empty ones if there are not just two. */
    private static final class Pair extends Kind<List<String>> {

        @Override
        List<String> read(Value value) {
            List<Value> pair = value.isList() ? value.items() : List.of();
            if (pair.size() != 2) {
                value.wrongType("pair");
                return List.of("", "");
            }
            return List.of(pair.get(0).id(), pair.get(1).id());
        }

        @Override
        Node write(List<String> pair) {
            return MapBuilder.list(pair, MapBuilder::scalar);
        }

        @Override
        void describe(Map<String, Object> schema) {
            schema.put("type", "array");
            schema.put("minItems", 2);
            schema.put("maxItems", 2);
            schema.put("items", SchemaParts.reference("id"));
        }
    }

    /** A number from −1 to 1. */
    private static final class Rank extends Kind<Double> {

        @Override
        @Nullable
        Double read(Value value) {
            return value.number();
        }

        @Override
        Node write(Double rank) {
            return MapBuilder.number(rank);
        }

        @Override
        void describe(Map<String, Object> schema) {
            schema.put(
                    "anyOf",
                    List.of(
                            SchemaParts.json("type", "number", "minimum", -1, "maximum", 1),
                            SchemaParts.json(
                                    "type",
                                    "string",
                                    "pattern",
                                    "^\\s*-?\\s*(\\d+(\\.\\d+)?|\\.\\d+)([eE][+-]?\\d+)?\\s*%?\\s*$")));
        }
    }
}
