package nl.mkba.file.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The keys of a map, in the order in which messages name them. */
final class Keys {

    private final List<Key<?>> all = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    /** Of two lists, one after the other. */
    Keys(List<Key<?>> own, List<Key<?>> others) {
        all.addAll(own);
        all.addAll(others);
        for (Key<?> key : all) {
            names.add(key.name());
        }
    }

    List<String> names() {
        return names;
    }

    static String[] names(List<Key<?>> keys) {
        String[] names = new String[keys.size()];
        for (int i = 0; i < names.length; i++) {
            names[i] = keys.get(i).name();
        }
        return names;
    }

    /** What the schema says of the map. */
    Schema schema() {
        return new Schema();
    }

    /** A map that stands for an example: keys and values in turn. */
    static Map<String, Object> example(Object... keysAndValues) {
        Map<String, Object> example = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            example.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return example;
    }

    /**
     * Which keys go together in some form of a map.
     *
     * @param needs those that must be there
     * @param without those that cannot be there
     */
    record Together(List<Key<?>> needs, List<Key<?>> without) {

        private Map<String, Object> schema() {
            Map<String, Object> stated = new LinkedHashMap<>();
            without.forEach(key -> stated.put(key.name(), false));
            needs.forEach(key -> stated.put(key.name(), true));
            Map<String, Object> schema = new LinkedHashMap<>();
            schema.put("required", List.of(names(needs)));
            schema.put("properties", stated);
            return schema;
        }
    }

    /** Gathers what the schema says of a map with these keys. */
    final class Schema {

        private final Map<Key<?>, List<Object>> examples = new LinkedHashMap<>();
        private final Map<String, Object> rules = new LinkedHashMap<>();

        /** Values of a key as the pages have them. */
        Schema like(Key<?> key, Object... values) {
            examples.put(key, List.of(values));
            return this;
        }

        /** Keys that are always there. */
        Schema needs(Key<?>... keys) {
            rules.put("required", List.of(names(List.of(keys))));
            return this;
        }

        /** What goes together if a key is there, and what if it is not. */
        Schema either(Key<?> key, Together with, Map<String, Object> without) {
            rules.put("if", new Together(List.of(key), List.of()).schema());
            rules.put("then", with.schema());
            rules.put("else", without);
            return this;
        }

        Schema either(Key<?> key, Together with, Together without) {
            return either(key, with, without.schema());
        }

        Schema and(Map<String, Object> others) {
            rules.putAll(others);
            return this;
        }

        /** The entries of the map's schema. */
        Map<String, Object> entries() {
            Map<String, Object> properties = new LinkedHashMap<>();
            for (Key<?> key : all) {
                Map<String, Object> property = new LinkedHashMap<>();
                property.put("title", OtherWords.title(key.name()));
                property.put("description", SchemaParts.inBothLanguages(key.description()));
                if (examples.containsKey(key)) {
                    property.put("examples", examples.get(key));
                }
                key.kind().describe(property);
                properties.put(key.name(), property);
            }
            Map<String, Object> entries = new LinkedHashMap<>();
            entries.put("properties", properties);
            entries.putAll(rules);
            return entries;
        }
    }

    /** Just one of two keys; the second goes with a third, whose values are then of a certain definition. */
    static Map<String, Object> oneOf(Key<?> first, Key<?> second, Key<?> third, String definition) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put(
                "oneOf",
                List.of(
                        new Together(List.of(first), List.of()).schema(),
                        new Together(List.of(second), List.of()).schema()));
        Map<String, Object> needed = new LinkedHashMap<>();
        needed.put("required", List.of(third.name()));
        needed.put("properties", Map.of(third.name(), Map.of("$ref", "#/$defs/" + definition)));
        schema.put("dependentSchemas", Map.of(second.name(), needed));
        return schema;
    }
}
