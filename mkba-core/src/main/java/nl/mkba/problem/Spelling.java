package nl.mkba.problem;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Finds the known word that a misspelt one was probably meant to be. */
public final class Spelling {

    /** Longer words, and words among more known ones, are not compared: it would take long and help nobody. */
    private static final int LONGEST = 100;

    private static final int MOST_KNOWN = 5_000;

    private Spelling() {}

    /**
     * The known word nearest to a misspelt one by the number of letters to insert, delete, replace or swap (optimal
     * string alignment distance; Damerau 1964), at most a third of the word's length; of several the first. Null if none
     * is near.
     */
    public static @Nullable String nearest(String misspelt, Collection<String> known) {
        if (misspelt.length() > LONGEST || known.size() > MOST_KNOWN) {
            return null;
        }
        String best = null;
        int fewest = misspelt.length() / 3 + 1;
        for (String word : known) {
            if (Math.abs(word.length() - misspelt.length()) >= fewest) {
                continue;
            }
            int edits = distance(misspelt, word);
            if (edits < fewest) {
                fewest = edits;
                best = word;
            }
        }
        return best;
    }

    private static int distance(String a, String b) {
        int[] twoBack = new int[b.length() + 1];
        int[] back = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            back[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replace = back[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replace, Math.min(back[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], twoBack[j - 2] + 1);
                }
            }
            int[] spare = twoBack;
            twoBack = back;
            back = row;
            row = spare;
        }
        return back[b.length()];
    }
}
