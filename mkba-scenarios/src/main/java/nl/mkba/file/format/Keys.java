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

    static Keys of(Key<?>... keys) {
        return new Keys(List.of(keys), List.of());
    }

    List<Key<?>> all() {
        return all;
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

    /**
     * Which keys go together in some form of a map.
     *
     * @param needs those that must be there
     * @param without those that cannot be there
     */
    record Together(List<Key<?>> needs, List<Key<?>> without) {

        /** The rule that they do. */
        Map<String, Object> schema() {
            Map<String, Object> stated = new LinkedHashMap<>();
            without.forEach(key -> stated.put(key.name(), false));
            needs.forEach(key -> stated.put(key.name(), true));
            Map<String, Object> schema = new LinkedHashMap<>();
            if (!needs.isEmpty()) {
                schema.put("required", List.of(names(needs)));
            }
            schema.put("properties", stated);
            return schema;
        }
    }

    /** Gathers what the schema says of a map with these keys. */
    final class Schema {

        private final Map<Key<?>, List<Object>> examples = new LinkedHashMap<>();
        private final Map<String, Object> rules = new LinkedHashMap<>();
        private final Map<String, Object> dependent = new LinkedHashMap<>();

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

        /** At least one key is there. */
        Schema some() {
            rules.put("minProperties", 1);
            return this;
        }

        /** What holds if a key is there. */
        Schema with(Key<?> key, Map<String, Object> rule) {
            dependent.put(key.name(), rule);
            return this;
        }

        /** A key that is the only one if it is there. */
        Schema alone(Key<?> key) {
            return with(key, SchemaParts.json("maxProperties", 1));
        }

        /** Further rules. */
        Schema and(Map<String, Object> others) {
            rules.putAll(others);
            return this;
        }

        /** The entries of the map's schema. */
        Map<String, Object> entries() {
            Map<String, Object> properties = new LinkedHashMap<>();
            for (Key<?> key : all) {
                properties.put(key.name(), key.schema(examples.get(key)));
            }
            Map<String, Object> entries =
                    SchemaParts.json("type", "object", "additionalProperties", false, "properties", properties);
            entries.putAll(rules);
            if (!dependent.isEmpty()) {
                entries.put("dependentSchemas", dependent);
            }
            return entries;
        }
    }

    /** The rule that these keys are there. */
    static Map<String, Object> there(Key<?>... keys) {
        return new Together(List.of(keys), List.of()).schema();
    }

    /** The rule that none of these keys is there. */
    static Map<String, Object> notThere(List<Key<?>> keys) {
        return new Together(List.of(), keys).schema();
    }

    /** The rule that one of these keys is there, or more. */
    static Map<String, Object> anyOf(List<Key<?>> keys) {
        return SchemaParts.json("anyOf", eachThere(keys));
    }

    /** The rule that just one of these keys is there. */
    static Map<String, Object> oneOf(List<Key<?>> keys) {
        return SchemaParts.json("oneOf", eachThere(keys));
    }

    private static List<Object> eachThere(List<Key<?>> keys) {
        List<Object> there = new ArrayList<>();
        for (Key<?> key : keys) {
            there.add(there(key));
        }
        return there;
    }

    /** The rule that a key's value, if it is there, is of a certain definition. */
    static Map<String, Object> is(Key<?> key, String definition) {
        return SchemaParts.json("properties", SchemaParts.json(key.name(), SchemaParts.reference(definition)));
    }

    /** The rule of what holds if a key is there, and what if it is not. */
    static Map<String, Object> either(Key<?> key, Map<String, Object> with, Map<String, Object> without) {
        return SchemaParts.json("if", there(key), "then", with, "else", without);
    }
}
