package nl.mkba.file.catalogue;

import java.util.List;
import java.util.function.Predicate;
import nl.mkba.label.LabelList;

/**
 * Entries of a list of labels.
 *
 * @param list the list
 * @param entries all of them, or those that a search found
 */
public record LabelEntries(LabelList list, List<String> entries) {

    /**
     * Copies its list, so that it cannot change.
     *
     * @param list see {@link #list()}
     * @param entries see {@link #entries()}
     */
    public LabelEntries {
        entries = List.copyOf(entries);
    }

    /** The whole list. */
    static LabelEntries of(LabelList list) {
        return new LabelEntries(list, list.entries());
    }

    /** The entries found by their own text, together with the key, source and year of the list. */
    LabelEntries matching(Predicate<String> found) {
        String ofList = list.id() + " " + list.year() + " " + list.provenance().source() + " ";
        return new LabelEntries(
                list,
                entries.stream().filter(entry -> found.test(ofList + entry)).toList());
    }
}
