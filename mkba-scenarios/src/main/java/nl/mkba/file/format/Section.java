package nl.mkba.file.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import nl.mkba.file.yaml.MapNode;
import nl.mkba.problem.Problem;
import nl.mkba.problem.ProblemCode;
import nl.mkba.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * A map whose keys are the format's own. Unknown keys are reported at once. What stands under a key that is misspelt is
 * taken as if it stood under the key it is nearest to, so that nothing follows from the mistake; under a key that is near
 * to nothing may stand what any absent key should hold.
 */
final class Section {

    private final Value value;
    private final MapNode map;

    /** How many keys are near to none: any of them may stand for one that is missing. */
    private int strays;

    Section(Value value, MapNode map, List<String> known) {
        this.value = value;
        this.map = map;
        List<String> absent = null;
        for (MapNode.Entry entry : map.entries()) {
            if (!known.contains(entry.key()) && !entry.key().equals(MapNode.MERGE_KEY)) {
                absent = absent == null ? absent(known) : absent;
                unknown(entry, known, absent);
            }
        }
    }

    private List<String> absent(List<String> known) {
        List<String> absent = new ArrayList<>(known);
        absent.removeIf(this::has);
        return absent;
    }

    private void unknown(MapNode.Entry entry, List<String> known, List<String> absent) {
        if (value.problems().isFull()) {
            return;
        }
        List<String> near = OtherWords.meant(entry.key(), absent, value.problems());
        String meant = near.isEmpty() ? null : near.get(0);
        if (meant != null) {
            absent.remove(meant);
            value.misspelt().take(map, meant, entry);
        } else {
            strays++;
            absent.forEach(key -> value.problems().markIncomplete(path(key)));
        }
        List<String> suggestions = meant == null ? OtherWords.meant(entry.key(), known, value.problems()) : near;
        value.problems()
                .add(Problem.ofKey(
                                ProblemCode.UNKNOWN_KEY,
                                path(entry.key()),
                                Value.shortened(entry.key()),
                                String.join(", ", known))
                        .suggesting(suggestions)
                        .in(entry.place()));
    }

    String path(String key) {
        return value.path().isEmpty() ? key : value.path() + "." + key;
    }

    boolean has(String key) {
        return value.misspelt().entry(map, key) != null;
    }

    boolean has(Key<?> key) {
        return has(key.name());
    }

    /** Whether at least one of these keys is there. */
    boolean hasAny(Key<?>... keys) {
        return hasAny(Keys.names(List.of(keys)));
    }

    boolean hasAny(String... keys) {
        for (String key : keys) {
            if (has(key)) {
                return true;
            }
        }
        return false;
    }

    /** The value of a key, or null. */
    @Nullable
    Value optional(String key) {
        MapNode.Entry found = value.misspelt().entry(map, key);
        return found == null ? null : value.child(found, path(key));
    }

    /** The value of a key that must be there; its absence is reported. */
    Value required(String key) {
        Value found = optional(key);
        if (found == null) {
            missing(key, ProblemCode.MISSING_KEY, key);
            return Value.faulty(path(key), value.keyPlace(), value.problems());
        }
        return found;
    }

    /** What stands under a key that must be there; its absence is reported, and something stands for it. */
    <T> T required(Key<T> key) {
        return known(key, needed(key));
    }

    /**
     * What stands under a key that must be there; its absence is reported.
     *
     * @param instead what stands for it if it is absent or was refused
     */
    <T> T required(Key<T> key, T instead) {
        T read = needed(key);
        return read == null ? instead : read;
    }

    /** What stands under a key that must be there, or null; its absence is reported. */
    <T> @Nullable T needed(Key<T> key) {
        return key.kind().read(required(key.name()));
    }

    /** What stands under a key, or what holds without it, or null if nothing does. */
    <T> @Nullable T optional(Key<T> key) {
        Value found = optional(key.name());
        T read = found == null ? null : key.kind().read(found);
        return read == null ? key.byDefault() : read;
    }

    /** What stands under a key without which something holds, or that. */
    <T> T stated(Key<T> key) {
        return known(key, optional(key));
    }

    private static <T> T known(Key<T> key, @Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("Nothing stands for the key " + key.name());
        }
        return value;
    }

    void oneOf(Key<?> first, Key<?> second) {
        oneOf(first.name(), second.name());
    }

    /** Reports that exactly one of these keys is needed, as a missing first one. */
    void oneOf(String... keys) {
        missing(keys[0], ProblemCode.ONE_OF, String.join(", ", keys));
    }

    /** Leaves out what is found at these keys: it follows from what was reported. */
    void silence(Key<?>... keys) {
        silence(Keys.names(List.of(keys)));
    }

    void silence(String... keys) {
        for (String key : keys) {
            value.problems().silence(path(key));
        }
    }

    private void missing(String key, ProblemCode code, String argument) {
        boolean knownToBeIncomplete = value.isFaulty() || value.problems().isIncomplete(value.path()) || !value.isMap();
        if (knownToBeIncomplete || isPerhapsMisspelt()) {
            value.problems().silence(path(key));
        } else {
            value.problems().add(Problem.ofKey(code, path(key), argument).in(value.keyPlace()));
        }
    }

    /** Whether a missing key is perhaps there under another name, which was reported; at the top each such name stands for one. */
    private boolean isPerhapsMisspelt() {
        if (strays == 0) {
            return false;
        }
        if (value.path().isEmpty()) {
            strays--;
        }
        return true;
    }

    /**
     * Reports keys that cannot go with another one, if that and they are there; of two keys the later is at fault.
     *
     * @return whether any of them is there
     */
    boolean notWith(String other, String... keys) {
        Value otherValue = optional(other);
        boolean any = false;
        for (String key : keys) {
            Value found = optional(key);
            if (found == null || otherValue == null) {
                continue;
            }
            any = true;
            if (found.keyPlace().compareTo(otherValue.keyPlace()) > 0) {
                found.refuseKey(ProblemCode.NOT_WITH, key, other);
            } else {
                otherValue.refuseKey(ProblemCode.NOT_WITH, other, key);
            }
        }
        return any;
    }

    boolean notWith(Key<?> other, List<Key<?>> keys) {
        return notWith(other.name(), Keys.names(keys));
    }

    /** The text of a key, or null. */
    @Nullable
    String text(String key) {
        Value found = optional(key);
        return found == null ? null : found.text();
    }

    /** The text of a key in its languages, or null. */
    @Nullable
    Text words(String key) {
        Value found = optional(key);
        return found == null ? null : found.inLanguages();
    }

    /** What a section of another class makes of the value of a key, or null. */
    <T> @Nullable T read(Key<Value> key, Function<Value, T> reader) {
        Value found = optional(key);
        return found == null ? null : reader.apply(found);
    }

    /** What a section of another class makes of each entry of a map; none without the key. */
    <T> List<T> each(Key<Value> key, BiFunction<String, Value, T> reader) {
        List<T> all = new ArrayList<>();
        Value found = optional(key);
        if (found != null) {
            for (Map.Entry<String, Value> entry : found.entries().entrySet()) {
                all.add(reader.apply(entry.getKey(), entry.getValue()));
            }
        }
        return all;
    }

    /** What a section of another class makes of each item of a list; none without the key. */
    <T> List<T> items(Key<Value> key, Function<Value, T> reader) {
        List<T> all = new ArrayList<>();
        Value found = optional(key);
        if (found != null) {
            for (Value item : found.items()) {
                all.add(reader.apply(item));
            }
        }
        return all;
    }
}
