package nl.mkba.scenario;

import java.util.Locale;
import nl.mkba.label.Labels;
import nl.mkba.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * Something that matters and is not expressed in money (PM-post); shown, never added up.
 *
 * @param name what it is
 * @param sign in which direction it works
 * @param stakeholder id of the stakeholder it concerns
 * @param note remark, or null
 * @param labels under what else it is listed; of its intervention's it has those that it does not name itself
 */
public record UnpricedItem(
        Text name, Sign sign, String stakeholder, @Nullable Text note, Labels labels) {

    /** An item without labels. */
    public UnpricedItem(Text name, Sign sign, String stakeholder, @Nullable Text note) {
        this(name, sign, stakeholder, note, Labels.NONE);
    }

    /** In which direction an unpriced item works. */
    public enum Sign {
        /** A gain. */
        POSITIVE,
        /** A loss. */
        NEGATIVE,
        /** Neither. */
        NEUTRAL,
        /** Not known. */
        UNKNOWN;

        /** The word in a scenario file. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
