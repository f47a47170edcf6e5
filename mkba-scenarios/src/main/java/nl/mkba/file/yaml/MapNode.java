package nl.mkba.file.yaml;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.mkba.problem.Location;
import org.jspecify.annotations.Nullable;

/** A map from keys to values, in the file's order. */
public final class MapNode implements Node {

    /** The key that would merge another map into this one; it is reported, and kept as a faulty entry. */
    public static final String MERGE_KEY = "<<";

    private final Map<String, Entry> entries;
    private final Location location;

    /**
     * A map of these entries, in their order.
     *
     * @param entries each with its key
     * @param location where the map begins
     */
    public MapNode(Map<String, Entry> entries, Location location) {
        this.entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        this.location = location;
    }

    /**
     * A key and its value.
     *
     * @param key the key's text
     * @param place where the key stands
     * @param value what it holds
     */
    public record Entry(String key, Location place, Node value) {}

    /** {@return the entries, in the file's order} */
    public Collection<Entry> entries() {
        return entries.values();
    }

    /**
     * {@return the entry of a key, or null}
     *
     * @param key as it is written
     */
    public @Nullable Entry entry(String key) {
        return entries.get(key);
    }

    @Override
    public Location location() {
        return location;
    }
}
