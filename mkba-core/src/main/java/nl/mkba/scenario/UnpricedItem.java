package nl.mkba.scenario;

import java.util.Locale;
import nl.mkba.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * Something that matters and is not expressed in money (PM-post); shown, never added up.
 *
 * @param name what it is
 * @param sign in which direction it works
 * @param stakeholder id of the party it concerns
 * @param note remark, or null
 */
public record UnpricedItem(
        Text name,
        Sign sign,
        String stakeholder,
        @Nullable Text note) {

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
