package nl.mkba.file.format;

import nl.mkba.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * A key of the format, declared once: from it come what the reader knows and reads, what is written, and the schema.
 *
 * @param <T> what its value is to a program
 * @param name what stands in the file
 * @param kind how its value is read and written
 * @param description what it means, for editors: the text of the reference pages
 * @param byDefault what holds without it, and is not written; null if nothing does
 */
record Key<T>(
        String name,
        Kind<T> kind,
        Text description,
        @Nullable T byDefault) {

    static <T> Key<T> of(String name, Kind<T> kind, String dutch, String english) {
        return new Key<>(name, kind, Text.of(dutch, english), null);
    }

    Key<T> otherwise(T value) {
        return new Key<>(name, kind, description, value);
    }
}
