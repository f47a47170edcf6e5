package nl.mkba.file.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.mkba.engine.distribution.DistributionForm;
import nl.mkba.problem.Problems;

/**
 * What people call the format's keys and fixed words who do not know them yet: in Dutch, in capitals, with blanks, or by another
 * English word. Loaded with the first word that is not known.
 */
final class OtherWords {

    /** The other words of each key and fixed word, the Dutch that says best what it is first. */
    private static final SortedMap<String, String[]> BY_KEY = read();

    private static final Map<String, List<String>> MEANINGS = meanings();

    private OtherWords() {}

    /**
     * Which of the known words was probably meant by another one: the same but for capitals, blanks and accents, else one that
     * means it, else one that is spelt nearly so; empty if none was.
     */
    static List<String> meant(String word, Collection<String> known, Problems problems) {
        String plain = plain(word);
        if (known.contains(plain)) {
            return List.of(plain);
        }
        List<String> meant = new ArrayList<>(MEANINGS.getOrDefault(plain, List.of()));
        meant.retainAll(known);
        return meant.isEmpty() ? problems.nearest(plain, known) : meant;
    }

    private static String plain(String word) {
        String plain = Normalizer.normalize(word, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+|[\"'\u201c-\u201e\u2018-\u201a]", "")
                .strip()
                .toLowerCase(Locale.ROOT);
        return plain.length() > 1 ? plain.replaceAll("[ -]+", "_") : plain;
    }

    /** The keys and fixed words that have other words. */
    static Set<String> keys() {
        return BY_KEY.keySet();
    }

    /** What an editor calls a key: the Dutch for it and the key itself, or just that where they are one word. */
    static String title(String key) {
        String[] words = BY_KEY.get(key);
        if (words == null) {
            throw new IllegalStateException("The key " + key + " has no other words");
        }
        String dutch = words[0].replace('_', ' ');
        return dutch.equals(key) ? key : dutch + " / " + key;
    }

    private static SortedMap<String, String[]> read() {
        Properties words = new Properties();
        try (InputStream in = OtherWords.class.getResourceAsStream("words.properties")) {
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

    /** The keys that each other word may stand for. */
    private static Map<String, List<String>> meanings() {
        Map<String, List<String>> meanings = new HashMap<>();
        for (Map.Entry<String, String[]> key : BY_KEY.entrySet()) {
            for (String word : key.getValue()) {
                meanings.computeIfAbsent(word, unknown -> new ArrayList<>()).add(key.getKey());
            }
        }
        return meanings;
    }
}
