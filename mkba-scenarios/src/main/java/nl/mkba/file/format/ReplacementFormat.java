package nl.mkba.file.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.mkba.distribution.Distribution;
import nl.mkba.expression.Expression;
import nl.mkba.file.yaml.Node;
import nl.mkba.scenario.Replacement;

/** What an alternative or an outlook changes in a parameter, under {@code set}: a number, a formula, or a map. */
final class ReplacementFormat {

    static final Key<Value> SET = Key.of("set", Kind.written("set"));

    private static final Key<Expression> VALUE =
            Key.of("value", Kind.EXPRESSION, "De nieuwe waarde.", "The new value.");
    private static final Key<Distribution> DISTRIBUTION = Key.of("distribution", Kind.DISTRIBUTION);
    private static final Key<Expression> TIMES = Key.of(
            "times",
            Kind.EXPRESSION,
            "Een factor op de waarde en haar verdeling.",
            "A factor on the value and its distribution.");
    private static final Keys KEYS = Keys.of(VALUE, DISTRIBUTION, TIMES);

    private ReplacementFormat() {}

    /** What a section sets, by parameter. */
    static Map<String, Replacement> set(Section section) {
        Map<String, Replacement> set = new LinkedHashMap<>();
        Value changes = section.optional(SET);
        if (changes != null) {
            for (Map.Entry<String, Value> change : changes.entries().entrySet()) {
                set.put(change.getKey(), read(change.getValue()));
            }
        }
        return set;
    }

    static Replacement read(Value value) {
        if (!value.isMap()) {
            return new Replacement.Value(value.expression("parameter"), null);
        }
        Section keys = value.section(KEYS);
        if (keys.has(TIMES)) {
            keys.notWith(TIMES, List.of(VALUE, DISTRIBUTION));
            return new Replacement.Times(keys.required(TIMES));
        }
        if (!keys.hasAny(VALUE, DISTRIBUTION)) {
            value.someEntries();
            return new Replacement.Value(Expression.UNKNOWN, null);
        }
        Expression central = keys.optional(VALUE);
        Distribution distribution = keys.optional(DISTRIBUTION);
        return new Replacement.Value(
                central == null && distribution == null ? Expression.UNKNOWN : central, distribution);
    }

    static Node write(Replacement replacement) {
        if (replacement instanceof Replacement.Times times) {
            return new MapBuilder().put(TIMES, times.factor()).map();
        }
        Replacement.Value value = (Replacement.Value) replacement;
        Expression central = value.value();
        if (value.distribution() == null && central != null) {
            return MapBuilder.expression(central);
        }
        return new MapBuilder()
                .put(VALUE, central)
                .put(DISTRIBUTION, value.distribution())
                .map();
    }

    static Map<String, Object> schema() {
        return KEYS.schema()
                .like(TIMES, "130%")
                .some()
                .alone(TIMES)
                .with(DISTRIBUTION, Keys.is(VALUE, "number"))
                .entries();
    }
}
