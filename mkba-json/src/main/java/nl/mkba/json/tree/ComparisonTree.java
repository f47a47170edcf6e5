package nl.mkba.json.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.mkba.explain.Comparison;
import nl.mkba.text.Text;
import org.jspecify.annotations.Nullable;

/** Comparisons as a tree with the keys of the JSON output. */
public final class ComparisonTree {

    private ComparisonTree() {}

    /**
     * {@return the whole output of {@code compare}: comparisons, each as the other method gives them}
     *
     * @param currency ISO 4217 code of the amounts
     * @param comparisons pair by pair
     */
    public static Map<String, @Nullable Object> of(String currency, List<Map<String, @Nullable Object>> comparisons) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("currency", currency);
        tree.put("results", comparisons);
        return tree;
    }

    /**
     * {@return one comparison}
     *
     * @param before the case that was compared with
     * @param after the case that was compared
     * @param comparison what differs between them
     * @param locale the language of its texts
     */
    public static Map<String, @Nullable Object> of(
            Comparison.Side before, Comparison.Side after, Comparison comparison, Locale locale) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("before", side(before, comparison.npvBefore()));
        tree.put("after", side(after, comparison.npvAfter()));
        tree.put("outlook", before.outlook().orElse(null));
        tree.put("npv_change", comparison.npvAfter() - comparison.npvBefore());
        List<@Nullable Object> differences = new ArrayList<>();
        for (Comparison.Difference difference : comparison.differences()) {
            differences.add(difference(difference, locale));
        }
        tree.put("differences", differences);
        tree.put("rest", comparison.rest());
        return tree;
    }

    private static Map<String, @Nullable Object> side(Comparison.Side side, double npv) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("id", side.scenario().id());
        tree.put("alternative", side.alternative());
        tree.put("npv", npv);
        return tree;
    }

    private static Map<String, @Nullable Object> difference(Comparison.Difference difference, Locale locale) {
        List<@Nullable Object> details = new ArrayList<>();
        for (Comparison.Detail detail : difference.details()) {
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            one.put("path", detail.path());
            one.put("before", words(detail.before(), locale));
            one.put("after", words(detail.after(), locale));
            details.add(one);
        }
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("path", difference.path());
        tree.put(
                "npv_change",
                difference.effect().isPresent() ? difference.effect().getAsDouble() : null);
        tree.put("details", details);
        return tree;
    }

    private static @Nullable String words(@Nullable Text text, Locale locale) {
        return text == null ? null : text.in(locale);
    }
}
