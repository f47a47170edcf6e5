package nl.mkba.file.yaml;

import nl.mkba.problem.Location;

/**
 * A text; what it means depends on the key it stands under.
 *
 * @param text as it was meant, without quotation marks
 * @param form how it was written
 * @param location where it begins
 */
public record ScalarNode(String text, Form form, Location location) implements Node {

    /** How a scalar was written. */
    public enum Form {
        /** As a text, with or without quotation marks. */
        TEXT,
        /** As {@code null} or {@code ~}, without quotation marks. */
        NULL,
        /** Not at all: nothing stands behind the key. */
        NOTHING
    }
}
