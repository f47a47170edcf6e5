package nl.mkba.engine.spelling;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the known words that a misspelt one was probably meant to be. One object serves one input: when it has compared
 * so much that nobody misspelt all that, it finds nothing more.
 */
public final class Spelling {

    /** Longer words are not compared: it would take long and help nobody. */
    private static final int LONGEST = 100;

    /** Of more equally near words these are named. */
    private static final int MOST_NAMED = 5;

    /** How many pairs of letters are compared for one input. */
    private static final long MOST_COMPARED = 20_000_000;

    private long compared;

    /** Compares the words of one input. */
    public Spelling() {}

    /**
     * {@return the first of {@link #allNearest} to a single misspelt word, or null}
     *
     * @param misspelt what was written
     * @param known what may be written
     */
    public static @Nullable String nearest(String misspelt, Collection<String> known) {
        List<String> all = new Spelling().allNearest(misspelt, known);
        return all.isEmpty() ? null : all.get(0);
    }

    /**
     * {@return the known words nearest to a misspelt one by the number of letters to insert, delete, replace or swap (optimal
     * string alignment distance; Damerau 1964), at most a third of the word's length, in the order in which they are known}
     * Empty if none is near; those that differ in capitals alone come before all.
     *
     * @param misspelt what was written
     * @param known what may be written
     */
    public List<String> allNearest(String misspelt, Collection<String> known) {
        List<String> nearest = new ArrayList<>();
        if (misspelt.length() > LONGEST) {
            return nearest;
        }
        for (String word : known) {
            if (word.equalsIgnoreCase(misspelt)) {
                nearest.add(word);
            }
        }
        if (!nearest.isEmpty()) {
            return nearest;
        }
        int fewest = misspelt.length() / 3;
        for (String word : known) {
            if (compared > MOST_COMPARED) {
                return List.of();
            }
            int edits = distance(misspelt, word, fewest);
            if (edits < fewest) {
                nearest.clear();
                fewest = edits;
            }
            if (edits <= fewest && nearest.size() < MOST_NAMED) {
                nearest.add(word);
            }
        }
        return nearest;
    }

    /** The distance of two words if it is at most {@code most}, and a larger number if it is not. */
    private int distance(String a, String b, int most) {
        compared++;
        if (Math.abs(a.length() - b.length()) > most) {
            return most + 1;
        }
        int far = most + 1;
        int[] twoBack = new int[b.length() + 1];
        int[] back = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            back[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            // Cells further from the diagonal than the distance allowed are never part of an alignment that counts.
            int from = Math.max(1, i - most);
            int to = Math.min(b.length(), i + most);
            row[from - 1] = from == 1 ? i : far;
            int least = row[from - 1];
            for (int j = from; j <= to; j++) {
                int replace = back[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                int above = j == i + most ? far : back[j];
                row[j] = Math.min(replace, Math.min(above, row[j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], twoBack[j - 2] + 1);
                }
                least = Math.min(least, row[j]);
            }
            compared += to - from + 1;
            if (least > most) {
                return far;
            }
            int[] spare = twoBack;
            twoBack = back;
            back = row;
            row = spare;
        }
        return Math.min(far, back[b.length()]);
    }
}
