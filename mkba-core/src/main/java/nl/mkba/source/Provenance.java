package nl.mkba.source;

import nl.mkba.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * Where a figure comes from. Every part may be absent (null).
 *
 * @param source publication, organisation and year
 * @param note remark for the reader
 * @param url where it can be read
 * @param licence under which the figure may be used
 * @param quality what it rests on
 */
public record Provenance(
        @Nullable String source,
        @Nullable Text note,
        @Nullable String url,
        @Nullable String licence,
        @Nullable Quality quality) {

    /** Nothing is said about the figure. */
    public static final Provenance NONE = new Provenance(null, null, null, null, null);

    /**
     * {@return the origin of a value of which only the source is known}
     *
     * @param source where the value was found
     */
    public static Provenance of(String source) {
        return new Provenance(source, null, null, null, null);
    }
}
