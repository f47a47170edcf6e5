package nl.mkba.scenario;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A part of a scenario, or a whole one: immutable, and equal to another of its kind if all that they say is equal. */
public abstract class Part {

    Part() {}

    /** {@return all that it says, by the names of its methods and in the order of a file; null for what is absent} */
    public abstract Map<String, @Nullable Object> components();

    /** A map of names and values in turn. */
    static Map<String, @Nullable Object> components(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> components = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            components.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return Collections.unmodifiableMap(components);
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Part part
                        && getClass() == part.getClass()
                        && components().equals(part.components()));
    }

    @Override
    public final int hashCode() {
        return components().hashCode();
    }

    @Override
    public final String toString() {
        return getClass().getSimpleName() + components();
    }
}
