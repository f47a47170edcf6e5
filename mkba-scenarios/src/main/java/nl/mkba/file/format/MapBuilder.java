package nl.mkba.file.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nl.mkba.expression.Expression;
import nl.mkba.file.yaml.ListNode;
import nl.mkba.file.yaml.MapNode;
import nl.mkba.file.yaml.Node;
import nl.mkba.file.yaml.ScalarNode;
import nl.mkba.problem.Location;
import nl.mkba.text.Text;
import org.jspecify.annotations.Nullable;

/** Gathers the entries of a map that is to be written; what is absent or says nothing new is left out. */
final class MapBuilder {

    private static final Location NOWHERE = new Location("", 1, 1);

    private final Map<String, MapNode.Entry> entries = new LinkedHashMap<>();

    MapBuilder put(String key, @Nullable Node value) {
        if (value != null) {
            entries.put(key, new MapNode.Entry(key, NOWHERE, value));
        }
        return this;
    }

    /** What stands under a key, unless that holds without it. */
    <T> MapBuilder put(Key<T> key, @Nullable T value) {
        return value == null || value.equals(key.byDefault())
                ? this
                : put(key.name(), key.kind().write(value));
    }

    /** What stands under a key, also if that holds without it. */
    <T> MapBuilder always(Key<T> key, T value) {
        return put(key.name(), key.kind().write(value));
    }

    MapBuilder put(Key<?> key, @Nullable Node value) {
        return put(key.name(), value);
    }

    static Node words(Text text) {
        String plain = text.plain();
        return plain == null ? map(text.versions(), MapBuilder::scalar) : scalar(plain);
    }

    /** A map with an entry for each value, if there are any. */
    <K, V> MapBuilder each(String key, Map<K, V> values, Function<V, Node> writer) {
        return values.isEmpty() ? this : put(key, map(values, writer));
    }

    <K, V> MapBuilder each(Key<?> key, Map<K, V> values, Function<V, Node> writer) {
        return each(key.name(), values, writer);
    }

    /** A map with an entry for each item, if there are any. */
    <T> MapBuilder each(Key<?> key, List<T> items, Function<T, String> id, Function<T, Node> writer) {
        Map<String, T> byId = new LinkedHashMap<>();
        items.forEach(item -> byId.put(id.apply(item), item));
        return each(key, byId, writer);
    }

    /** A list, if it has any items. */
    <T> MapBuilder items(String key, List<T> items, Function<T, Node> writer) {
        return items.isEmpty() ? this : put(key, list(items, writer));
    }

    <T> MapBuilder items(Key<?> key, List<T> items, Function<T, Node> writer) {
        return items(key.name(), items, writer);
    }

    MapNode map() {
        return new MapNode(entries, NOWHERE);
    }

    static <K, V> MapNode map(Map<K, V> values, Function<V, Node> writer) {
        MapBuilder map = new MapBuilder();
        values.forEach((key, value) -> map.put(String.valueOf(key), writer.apply(value)));
        return map.map();
    }

    static <T> ListNode list(List<T> items, Function<T, Node> writer) {
        return new ListNode(items.stream().map(writer).toList(), NOWHERE);
    }

    static Node scalar(String text) {
        return new ScalarNode(text, ScalarNode.Form.TEXT, NOWHERE);
    }

    static Node nothing() {
        return new ScalarNode("", ScalarNode.Form.NULL, NOWHERE);
    }

    static Node number(double number) {
        return scalar(Expression.of(number).text());
    }

    static Node expression(Expression expression) {
        return scalar(expression.text().replaceAll("\\s+", " "));
    }
}
