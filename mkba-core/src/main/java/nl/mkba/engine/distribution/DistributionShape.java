package nl.mkba.engine.distribution;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.mkba.distribution.Distribution;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind the {@link Distribution#form} of a distribution in a scenario file. What a distribution leaves out is not there.
 *
 * @param row the numbers in a row; empty if they stand under keys
 * @param numbers the keys with one number, in the order in which they are written
 * @param lists the keys with a list of numbers, likewise
 */
public record DistributionShape(List<Double> row, Map<String, Double> numbers, Map<String, List<Double>> lists) {

    /**
     * Copies its lists and maps, so that they cannot change.
     *
     * @param row see {@link #row()}
     * @param numbers see {@link #numbers()}
     * @param lists see {@link #lists()}
     */
    public DistributionShape {
        row = List.copyOf(row);
        numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
        lists = Collections.unmodifiableMap(new LinkedHashMap<>(lists));
    }

    /**
     * {@return what is written as numbers in a row}
     *
     * @param numbers in their order
     */
    public static DistributionShape row(List<Double> numbers) {
        return new DistributionShape(numbers, Map.of(), Map.of());
    }

    double at(int place) {
        return row.get(place);
    }

    double number(String key) {
        return stated(key, numbers.get(key));
    }

    @Nullable
    Double optional(String key) {
        return numbers.get(key);
    }

    List<Double> list(String key) {
        return stated(key, lists.get(key));
    }

    @Nullable
    List<Double> optionalList(String key) {
        return lists.get(key);
    }

    private static <T> T stated(String key, @Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("The key " + key + " is not stated");
        }
        return value;
    }
}
