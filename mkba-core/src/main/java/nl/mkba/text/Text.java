package nl.mkba.text;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A text that people read: one for every language, or versions in Dutch, English or both. What is missing in one language is
 * said in the other.
 *
 * @param plain the text in every language, or null if there are versions
 * @param versions the text by the code of its language, in the author's order; empty if it is plain
 */
public record Text(@Nullable String plain, Map<String, String> versions) {

    /** Code of Dutch. */
    public static final String DUTCH = "nl";

    /** Code of English. */
    public static final String ENGLISH = "en";

    /**
     * Copies its map, so that it cannot change.
     *
     * @param plain see {@link #plain()}
     * @param versions see {@link #versions()}
     * @throws IllegalArgumentException if there is both a plain text and versions, or neither, or a language is not {@link #DUTCH} or
     *     {@link #ENGLISH}
     */
    public Text {
        versions = versions.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(versions));
        if ((plain == null) == versions.isEmpty()) {
            throw new IllegalArgumentException(
                    "A text is plain or has versions, not both (" + plain + ", " + versions + ")");
        }
        for (String language : versions.keySet()) {
            if (!language.equals(DUTCH) && !language.equals(ENGLISH)) {
                throw new IllegalArgumentException("The language (" + language + ") must be nl or en");
            }
        }
    }

    /**
     * {@return a text that is the same in every language}
     *
     * @param text any
     */
    public static Text of(String text) {
        return new Text(text, Map.of());
    }

    /**
     * {@return a text in Dutch and in English}
     *
     * @param dutch the text in Dutch
     * @param english the same in English
     */
    public static Text of(String dutch, String english) {
        Map<String, String> versions = new LinkedHashMap<>();
        versions.put(DUTCH, dutch);
        versions.put(ENGLISH, english);
        return new Text(null, versions);
    }

    /**
     * {@return the text of a key that may be absent, the same in every language; null if it is}
     *
     * @param text any
     */
    public static @Nullable Text ofNullable(@Nullable String text) {
        return text == null ? null : of(text);
    }

    /**
     * {@return the text in the language of a locale, or in the other if it is not there}
     *
     * @param locale whose language is looked at, and nothing else
     */
    public String in(Locale locale) {
        String own = versions.get(locale.getLanguage());
        return own == null ? toString() : own;
    }

    /**
     * {@return whether it is this text in some language}
     *
     * @param text any
     */
    public boolean says(String text) {
        return text.equals(plain) || versions.containsValue(text);
    }

    /** The text for whom no language is known: the first version. */
    @Override
    public String toString() {
        return plain == null ? versions.values().iterator().next() : plain;
    }
}
