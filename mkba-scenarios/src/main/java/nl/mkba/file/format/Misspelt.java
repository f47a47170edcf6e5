package nl.mkba.file.format;

import java.util.HashMap;
import java.util.Map;
import nl.mkba.file.yaml.MapNode;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of a file stand under a misspelt key, and for which key each is taken, as it comes out while the file is read. Not
 * for more than one thread until it has been.
 */
final class Misspelt {

    /** By the map, each of which is itself alone. */
    private final Map<MapNode, Map<String, MapNode.Entry>> standIns = new HashMap<>();

    /** From now on takes an entry of a map for that of the key that was meant. */
    void take(MapNode map, String meant, MapNode.Entry entry) {
        standIns.computeIfAbsent(map, unseen -> new HashMap<>()).put(meant, entry);
    }

    /** The entry of a key, or of the misspelt one that stands in for it, or null. */
    MapNode.@Nullable Entry entry(MapNode map, String key) {
        MapNode.Entry entry = map.entry(key);
        if (entry != null || standIns.isEmpty()) {
            return entry;
        }
        Map<String, MapNode.Entry> ofMap = standIns.get(map);
        return ofMap == null ? null : ofMap.get(key);
    }
}
