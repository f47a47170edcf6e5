package nl.mkba.file.format;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.mkba.file.key.KeyWords;
import nl.mkba.problem.Problems;

/** Which of the format's keys and fixed words was meant by another one. Loaded with the first word that is not known. */
final class OtherWords {

    private static final Map<String, List<String>> MEANINGS = read();

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

    private static Map<String, List<String>> read() {
        Map<String, List<String>> meanings = new HashMap<>();
        for (Map.Entry<String, String[]> key : KeyWords.byKey().entrySet()) {
            for (String word : key.getValue()) {
                meanings.computeIfAbsent(word, unknown -> new ArrayList<>()).add(key.getKey());
            }
        }
        return meanings;
    }
}
