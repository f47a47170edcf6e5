package nl.mkba.cli.render;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import nl.mkba.json.tree.Json;
import nl.mkba.json.tree.Plain;
import nl.mkba.json.tree.ResultTree;
import org.jspecify.annotations.Nullable;

/**
 * Results as CSV (RFC 4180, comma, lines that end with a line feed) in long form: a header and then one figure a line.
 *
 * <p>The columns are {@code scenario,alternative,outlook,section,item,figure,value}. {@code section} is {@code result}
 * for the figures of the alternative as a whole, and else the key under which the figure stands in the JSON output;
 * {@code item} is the stakeholder, sector, intervention, parameter or group, {@code INTERVENTION.STREAM}, year, {@code
 * YEAR.STAKEHOLDER}, {@code STAKEHOLDER.net} or {@code STAKEHOLDER.cash}, {@code KEY.TEXT} of a label ({@code KEY[TEXT]} where that could be another line), the number of what has no name
 * (from 0), or empty. What concerns all alternatives together has none. {@code value} is a number with a decimal point, a text, or empty where the
 * figure is absent. A text stands on one line; one that a spreadsheet would take for a formula is preceded by an apostrophe.
 */
public final class Csv {

    private static final String HEADER = "scenario,alternative,outlook,section,item,figure,value\n";

    /** Groups of figures; one that is absent leaves nothing to write. */
    private static final Set<String> ABSENT_AS_A_WHOLE = Set.of("incremental", "frontier", "regression");

    private static final String LABELS = "labels";

    private final StringBuilder text = new StringBuilder(4096);
    private String scenario = "";
    private String run = "";

    /** The texts of labels, by key, that stand in brackets: plainly they would be taken for another. */
    private Map<String, Set<String>> bracketed = Map.of();

    private Csv() {}

    /** The results of one or more scenarios, each as {@link ResultTree} gives them. */
    public static String of(List<Map<String, @Nullable Object>> appraisals) {
        Csv csv = new Csv();
        csv.text.append(HEADER);
        for (Map<String, @Nullable Object> appraisal : appraisals) {
            csv.scenario = cell(appraisal.get("id"));
            csv.bracketed = ambiguous(appraisal);
            for (Object result : (List<?>) appraisal.getOrDefault("results", List.of())) {
                csv.result((Map<?, ?>) result);
            }
            csv.beyondResults(appraisal);
        }
        return csv.text.toString();
    }

    private void result(Map<?, ?> result) {
        run = cell(result.get("alternative")) + "," + cell(result.get("outlook"));
        for (Map.Entry<?, ?> entry : result.entrySet()) {
            String key = (String) entry.getKey();
            if (key.equals("alternative") || key.equals("outlook")) {
                continue;
            }
            if (ABSENT_AS_A_WHOLE.contains(key) && entry.getValue() == null) {
                continue;
            }
            if (entry.getValue() instanceof Map<?, ?> map) {
                if (key.equals(LABELS)) {
                    labels(map);
                } else {
                    section(key, "", map);
                }
            } else if (entry.getValue() instanceof List<?> list) {
                list(key, list);
            } else {
                line("result", "", key, entry.getValue());
            }
        }
    }

    private void labels(Map<?, ?> labels) {
        labels.forEach((key, texts) -> ((Map<?, ?>) texts)
                .forEach((label, figures) -> section(LABELS, item((String) key, (String) label), (Map<?, ?>) figures)));
    }

    /** {@code KEY.TEXT}; or {@code KEY[TEXT]}, with every character that is not seen as its number, so that no other is the same. */
    private String item(String key, String label) {
        if (!bracketed.getOrDefault(key, Set.of()).contains(label)) {
            return key + "." + label;
        }
        StringBuilder exact = new StringBuilder(key).append('[');
        label.codePoints().forEach(point -> {
            if (point == '\\' || !Plain.isShown(point)) {
                exact.append(String.format(Locale.ROOT, "\\u{%x}", point));
            } else {
                exact.appendCodePoint(point);
            }
        });
        return exact.append(']').toString();
    }

    /**
     * The texts of labels of which a line, written plainly, could be another's: a text that is another one with a stakeholder behind
     * it, or that differs from another in characters that are not shown alone. In every alternative alike.
     */
    private static Map<String, Set<String>> ambiguous(Map<String, @Nullable Object> appraisal) {
        Map<String, Map<String, Set<String>>> textsByItem = new LinkedHashMap<>();
        for (Object result : (List<?>) appraisal.getOrDefault("results", List.of())) {
            if (!(((Map<?, ?>) result).get(LABELS) instanceof Map<?, ?> labels)) {
                continue;
            }
            labels.forEach((key, texts) -> ((Map<?, ?>) texts).forEach((label, figures) -> {
                for (String item : items((String) label, (Map<?, ?>) figures)) {
                    textsByItem
                            .computeIfAbsent((String) key, k -> new LinkedHashMap<>())
                            .computeIfAbsent(item, i -> new LinkedHashSet<>())
                            .add((String) label);
                }
            }));
        }
        Map<String, Set<String>> ambiguous = new LinkedHashMap<>();
        textsByItem.forEach((key, byItem) -> byItem.values().stream()
                .filter(texts -> texts.size() > 1)
                .forEach(texts -> ambiguous
                        .computeIfAbsent(key, k -> new LinkedHashSet<>())
                        .addAll(texts)));
        return ambiguous;
    }

    /** All that stands behind the key in the lines of a text, as a spreadsheet shows it. */
    private static List<String> items(String label, Map<?, ?> figures) {
        List<String> items = new ArrayList<>();
        items.add(Plain.line(label));
        if (figures.get("stakeholders") instanceof Map<?, ?> stakeholders) {
            stakeholders.keySet().forEach(stakeholder -> items.add(Plain.line(label + "." + stakeholder)));
        }
        if (figures.get("unpriced") instanceof List<?> unpriced) {
            for (int i = 0; i < unpriced.size(); i++) {
                items.add(Plain.line(label + ".unpriced." + i));
            }
        }
        return items;
    }

    private void list(String section, List<?> elements) {
        for (int i = 0; i < elements.size(); i++) {
            Map<?, ?> element = (Map<?, ?>) elements.get(i);
            section(section, name(section, element, i), element);
        }
    }

    /** A list within a section: of numbers, each by its place; of what carries a label, below it; any other has its own section. */
    private void list(String section, String item, String key, List<?> elements) {
        boolean ofLabel = section.equals(LABELS);
        for (int i = 0; i < elements.size(); i++) {
            if (!(elements.get(i) instanceof Map<?, ?> element)) {
                line(section, item.isEmpty() ? String.valueOf(i) : item + "." + i, key, elements.get(i));
            } else if (ofLabel) {
                section(section, item + "." + key + "." + i, element);
            } else {
                section(key, name(key, element, i), element);
            }
        }
    }

    /** What concerns all alternatives together, or the run as a whole. */
    private void beyondResults(Map<String, @Nullable Object> tree) {
        for (Map.Entry<String, @Nullable Object> entry : tree.entrySet()) {
            String key = entry.getKey();
            if (entry.getValue() instanceof Map<?, ?> map) {
                run = ",";
                section(key, "", map);
            } else if (entry.getValue() instanceof List<?> list && !key.equals("results") && !key.equals("warnings")) {
                for (Object element : list) {
                    Map<Object, @Nullable Object> figures = new LinkedHashMap<>((Map<?, ?>) element);
                    // Among chances, which stand under the ids of alternatives, one may have that id.
                    boolean ofAlternative = figures.get("alternative") instanceof String;
                    run = (ofAlternative ? cell(figures.remove("alternative")) : "") + ","
                            + cell(figures.remove("outlook"));
                    section(key, "", figures);
                }
            }
        }
    }

    /** Keys that stand in the column of the item already. */
    private static boolean isName(String section, String key) {
        return switch (section) {
            case "streams" -> key.equals("intervention") || key.equals("id");
            case "years" -> key.equals("year");
            case LABELS -> false;
            case "quality" -> key.equals("quality");
            default -> key.equals("parameter") || key.equals("group");
        };
    }

    /** A text or the number of a year; what is said of an id that happens to be such a key is a group, or a fraction. */
    private static boolean isOneValue(@Nullable Object value) {
        return value instanceof String || value instanceof Integer;
    }

    /** What tells an element of a list from the others. */
    private static String name(String section, Map<?, ?> element, int index) {
        return switch (section) {
            case "streams" -> element.get("intervention") + "." + element.get("id");
            case "years", "quality" -> String.valueOf(element.get(section.equals("years") ? "year" : "quality"));
            default -> {
                Object id = element.containsKey("parameter") ? element.get("parameter") : element.get("group");
                yield id == null ? String.valueOf(index) : id.toString();
            }
        };
    }

    private void section(String section, String item, Map<?, ?> figures) {
        for (Map.Entry<?, ?> entry : figures.entrySet()) {
            String key = (String) entry.getKey();
            if (isName(section, key) && isOneValue(entry.getValue())) {
                continue;
            }
            if (entry.getValue() instanceof List<?> list) {
                list(section, item, key, list);
            } else if (!(entry.getValue() instanceof Map<?, ?> deeper)) {
                line(section, item, key, entry.getValue());
            } else if (key.equals("stakeholders") && figures.get("net") instanceof Number) {
                // Beside figures of society it is a key of the output; among ids it is one of them.
                for (Map.Entry<?, ?> stakeholder : deeper.entrySet()) {
                    section(section, item + "." + stakeholder.getKey(), (Map<?, ?>) stakeholder.getValue());
                }
            } else {
                section(section, item.isEmpty() ? key : item + "." + key, deeper);
            }
        }
    }

    private void line(String section, String item, String figure, @Nullable Object value) {
        text.append(scenario).append(',').append(run).append(',').append(section);
        text.append(',').append(cell(item)).append(',').append(figure);
        text.append(',').append(cell(value)).append('\n');
    }

    /** A value as a cell. */
    static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Double number) {
            return Json.number(number);
        }
        if (value instanceof Integer || value instanceof Long) {
            return value.toString();
        }
        return quoted(harmless(Plain.line(value.toString())));
    }

    /** A text that a spreadsheet does not take for a formula. */
    static String harmless(String text) {
        return !text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String quoted(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (",\"\r\n".indexOf(text.charAt(i)) >= 0) {
                return '"' + text.replace("\"", "\"\"") + '"';
            }
        }
        return text;
    }
}
