package nl.mkba.file.key;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.mkba.engine.distribution.DistributionForm;

/**
 * What people call the format's keys and fixed words who do not know them yet: in Dutch, in capitals, with blanks, or by another
 * English word. Loaded with the first word that is not known.
 */
public final class KeyWords {

    private static final SortedMap<String, String[]> BY_KEY = read();

    private KeyWords() {}

    /** The other words of each key and fixed word, the one that says best what it is first. */
    public static SortedMap<String, String[]> byKey() {
        return BY_KEY;
    }

    /** What an editor calls a key: the Dutch for it and the key itself. */
    public static String title(String key) {
        String[] words = BY_KEY.get(key);
        if (words == null) {
            throw new IllegalStateException("The key " + key + " has no other words");
        }
        return words[0].replace('_', ' ') + " / " + key;
    }

    private static SortedMap<String, String[]> read() {
        Properties words = new Properties();
        try (InputStream in = KeyWords.class.getResourceAsStream("words.properties")) {
            if (in == null) {
                throw new IllegalStateException("The resource words.properties is missing");
            }
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (DistributionForm form : DistributionForm.values()) {
            words.setProperty(form.word(), form.otherWords());
        }
        SortedMap<String, String[]> byKey = new TreeMap<>();
        for (String key : words.stringPropertyNames()) {
            byKey.put(key, words.getProperty(key).strip().split("\\s*,\\s*"));
        }
        return byKey;
    }
}
