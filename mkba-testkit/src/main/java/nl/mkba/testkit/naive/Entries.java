package nl.mkba.testkit.naive;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a valid scenario has under a name. */
final class Entries {

    private Entries() {}

    static <K, V> V of(Map<K, V> map, K key) {
        return stated(map.get(key));
    }

    static <V> V stated(@Nullable V value) {
        return Objects.requireNonNull(value, "a valid scenario has it");
    }
}
