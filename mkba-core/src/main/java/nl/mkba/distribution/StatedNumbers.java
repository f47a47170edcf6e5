package nl.mkba.distribution;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects what a distribution was made with, in the order in which it is written; what was left out is not there. */
final class StatedNumbers {

    private final Map<String, List<Double>> byName = new LinkedHashMap<>();

    StatedNumbers with(String name, @Nullable Double number) {
        return with(name, number == null ? null : List.of(number));
    }

    StatedNumbers with(String name, @Nullable List<Double> numbers) {
        if (numbers != null) {
            byName.put(name, numbers);
        }
        return this;
    }

    Map<String, List<Double>> byName() {
        return Collections.unmodifiableMap(byName);
    }
}
