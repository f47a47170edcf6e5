package nl.mkba.testkit.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares what is expected with what was found, and collects what differs. */
final class Comparison {

    private static final double RELATIVE = 1e-9;

    /** Ratios, rates and factors: small numbers in which the ninth digit counts. */
    private static final Set<String> SHARP = Set.of("bcr", "return_per_euro", "irr", "discount_factor");

    private static final double SHARP_NEAR_ZERO = 1e-12;

    /** What names an entry of a list. */
    private static final List<String> NAMES = List.of(
            "alternative",
            "outlook",
            "intervention",
            "kind",
            "id",
            "name",
            "label",
            "quality",
            "convention",
            "factor",
            "year");

    private final boolean whole;
    private final double nearZero;
    private final List<String> differences;

    /**
     * A comparison.
     *
     * @param whole whether lists are expected entry by entry, without others
     * @param nearZero how far an amount may be off where 1e-9 of it is less
     */
    Comparison(boolean whole, double nearZero, List<String> differences) {
        this.whole = whole;
        this.nearZero = nearZero;
        this.differences = differences;
    }

    void compare(String path, JsonNode expected, @Nullable JsonNode found) {
        if (found == null) {
            differences.add(path + " is missing, expected " + shown(expected));
        } else if (expected.isObject()) {
            for (Map.Entry<String, JsonNode> field : expected.properties()) {
                String key = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
                compare(key, field.getValue(), found.get(field.getKey()));
            }
        } else if (expected.isArray()) {
            if (!found.isArray() || (whole && found.size() != expected.size())) {
                differences.add(path + " must have " + expected.size() + " entries");
                return;
            }
            for (int i = 0; i < expected.size(); i++) {
                JsonNode entry = expected.get(i);
                compare(path + "[" + i + "]", entry, whole ? found.get(i) : entry(found, entry, i));
            }
        } else if (expected.isNumber() && found.isNumber()) {
            number(path, expected, found);
        } else if (!expected.equals(found)) {
            differ(path, expected, found);
        }
    }

    private void number(String path, JsonNode expected, JsonNode found) {
        double off = Math.abs(expected.asDouble() - found.asDouble());
        String key = path.substring(path.lastIndexOf('.') + 1);
        double least = SHARP.contains(key) ? SHARP_NEAR_ZERO : nearZero;
        if (!(off <= Math.max(least, RELATIVE * Math.abs(expected.asDouble())))) {
            differ(path, expected, found);
        }
    }

    private void differ(String path, JsonNode expected, JsonNode found) {
        differences.add(path + " is " + shown(found) + ", expected " + shown(expected));
    }

    private static String shown(JsonNode node) {
        String text = node.toString();
        return text.length() > 80 ? text.substring(0, 80) + "…" : text;
    }

    /** The entry of the same names; of a list without names, that at the same position. */
    private static @Nullable JsonNode entry(JsonNode list, JsonNode expected, int position) {
        List<String> names =
                NAMES.stream().filter(name -> expected.path(name).isValueNode()).toList();
        if (names.isEmpty()) {
            return list.get(position);
        }
        for (JsonNode candidate : list) {
            if (names.stream().allMatch(name -> expected.path(name).equals(candidate.path(name)))) {
                return candidate;
            }
        }
        return null;
    }
}
