package nl.mkba.engine.spelling;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How ids are written, and which one was meant by a text that is none. */
public final class IdSpelling {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_]*");

    private IdSpelling() {}

    /**
     * {@return whether a text is written as an id is}
     *
     * @param text any
     */
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /**
     * {@return the id that was meant: without capitals, blanks, hyphens and letters of another alphabet that look like Latin ones; null if
     * none can be made of the text}
     *
     * @param text any
     */
    public static @Nullable String meant(String text) {
        String snake = LookAlikes.asLatin(text.strip())
                .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .replaceAll("[^A-Za-z0-9]+", "_")
                .replaceAll("^_+|_+$", "")
                .toLowerCase(Locale.ROOT);
        return isId(snake) ? snake : null;
    }
}
