package nl.mkba.file.format;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.mkba.file.yaml.Node;
import nl.mkba.price.PriceIndex;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.source.Provenance;
import org.jspecify.annotations.Nullable;

/** A price index: the name of a built-in one, or numbers by year. */
final class PriceIndexFormat extends Kind<PriceIndex> {

    @Override
    @Nullable
    PriceIndex read(Value value) {
        if (value.isMap()) {
            SortedMap<Integer, Double> numbers = new TreeMap<>();
            value.years().forEach((year, entry) -> {
                Double number = entry.number();
                if (number != null && number > 0) {
                    numbers.put(year, number);
                } else if (number != null) {
                    entry.refuse(ProblemCode.OUT_OF_RANGE, entry.id(), "> 0");
                }
            });
            return numbers.isEmpty() ? null : new PriceIndex(null, numbers, Provenance.NONE);
        }
        if (!value.isText()) {
            value.wrongType("index");
            return null;
        }
        String name = value.id();
        PriceIndex index = PriceIndex.builtIn(name).orElse(null);
        if (index == null) {
            value.refuse(Problem.of(ProblemCode.UNKNOWN_PRICE_INDEX, value.path(), name)
                    .suggesting(value.problems().nearest(name, PriceIndex.builtInNames())));
        }
        return index;
    }

    @Override
    Node write(PriceIndex index) {
        String name = index.name();
        return name == null || PriceIndex.builtIn(name).filter(index::equals).isEmpty()
                ? MapBuilder.map(index.values(), MapBuilder::number)
                : MapBuilder.scalar(name);
    }

    @Override
    void describe(Map<String, Object> schema) {
        Map<String, Object> number = SchemaParts.json("type", "number", "exclusiveMinimum", 0);
        Map<String, Object> text = SchemaParts.json("type", "string", "pattern", SchemaParts.NOT_NEGATIVE);
        schema.put(
                "anyOf",
                List.of(
                        SchemaParts.json("enum", PriceIndex.builtInNames()),
                        SchemaParts.json(
                                "type",
                                "object",
                                "minProperties",
                                1,
                                "propertyNames",
                                SchemaParts.json("pattern", SchemaParts.YEARS),
                                "additionalProperties",
                                SchemaParts.json("anyOf", List.of(number, text)))));
    }
}
