package nl.mkba.label;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Labels of a stream, an unpriced item, a value of an outcome or an intervention: under what it is counted, besides its
 * place in the scenario.
 *
 * @param texts the text under each key, in the author's order; as written
 */
public record Labels(Map<String, String> texts) {

    /** The text of what has no label under a key. */
    public static final String NONE_TEXT = "";

    /** No labels. */
    public static final Labels NONE = new Labels(Map.of());

    /**
     * Copies its map, so that it cannot change.
     *
     * @param texts see {@link #texts()}
     */
    public Labels {
        texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
    }

    /**
     * {@return one label}
     *
     * @param key the label's key
     * @param text the label's text
     */
    public static Labels of(String key, String text) {
        return new Labels(Map.of(key, text));
    }

    /**
     * {@return these labels and another one, which replaces that under the same key}
     *
     * @param key the label's key
     * @param text the label's text
     */
    public Labels and(String key, String text) {
        Map<String, String> all = new LinkedHashMap<>(texts);
        all.put(key, text);
        return new Labels(all);
    }

    /**
     * {@return these labels, and those of what it is a part of under the keys that these do not name: the nearest holds}
     *
     * @param outer the labels of what it is a part of
     */
    public Labels within(Labels outer) {
        if (outer.texts.isEmpty() || equals(outer)) {
            return this;
        }
        if (texts.isEmpty()) {
            return outer;
        }
        Map<String, String> all = new LinkedHashMap<>(texts);
        outer.texts.forEach(all::putIfAbsent);
        return new Labels(all);
    }

    /**
     * {@return the text by which a result is cut, or {@link #NONE_TEXT}: as written but for the keys with a {@link LabelList},
     * whose texts may be written in more than one way}
     *
     * @param key the label's key
     */
    public String text(String key) {
        String written = texts.get(key);
        if (written == null) {
            return NONE_TEXT;
        }
        Optional<LabelList> list = LabelList.of(key);
        return list.isPresent() ? list.get().text(written) : written.strip();
    }
}
