package nl.mkba.file.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.mkba.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * A key of the format, declared once: from it come what the reader knows and reads, what is written, and the schema.
 *
 * @param <T> what its value is to a program
 * @param name what stands in the file
 * @param kind how its value is read and written
 * @param dutch what it means, for editors: the text of the reference page; empty where that of the kind of value says it
 * @param english the same in English
 * @param byDefault what holds without it, and is not written; null if nothing does
 */
record Key<T>(
        String name,
        Kind<T> kind,
        String dutch,
        String english,
        @Nullable T byDefault) {

    static <T> Key<T> of(String name, Kind<T> kind, String dutch, String english) {
        return new Key<>(name, kind, dutch, english, null);
    }

    static <T> Key<T> of(String name, Kind<T> kind) {
        return of(name, kind, "", "");
    }

    Key<T> otherwise(T value) {
        return new Key<>(name, kind, dutch, english, value);
    }

    /** What the schema says of it. */
    Map<String, Object> schema(@Nullable List<Object> examples) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("title", OtherWords.title(name));
        if (!english.isEmpty()) {
            schema.put("description", SchemaParts.inBothLanguages(Text.of(dutch, english)));
        }
        if (examples != null) {
            schema.put("examples", examples);
        }
        kind.describe(schema);
        return schema;
    }
}
