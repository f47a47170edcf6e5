package nl.mkba.cli.render;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Results as CSV (RFC 4180, comma, lines that end with a line feed) in long form: a header and then one figure a line.
 *
 * <p>The columns are {@code scenario,alternative,outlook,section,item,figure,value}. {@code section} is {@code result}
 * for the figures of the alternative as a whole, and else the key under which the figure stands in the JSON output;
 * {@code item} is the party, sector, intervention, {@code INTERVENTION.STREAM}, year, {@code YEAR.PARTY} or the number
 * of the unpriced item (from 0), or empty. {@code value} is a number with a decimal point, a text, or empty where the
 * figure is absent. A text that a spreadsheet would take for a formula is preceded by an apostrophe.
 */
public final class Csv {

    private static final String HEADER = "scenario,alternative,outlook,section,item,figure,value\n";

    private final StringBuilder text = new StringBuilder(4096);
    private String scenario = "";
    private String run = "";

    private Csv() {}

    /** The results of one or more scenarios, each as {@link ResultTree} gives them. */
    public static String of(List<Map<String, @Nullable Object>> appraisals) {
        Csv csv = new Csv();
        csv.text.append(HEADER);
        for (Map<String, @Nullable Object> appraisal : appraisals) {
            csv.scenario = cell(appraisal.get("id"));
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
            if (key.equals("incremental") && entry.getValue() == null) {
                continue;
            }
            if (entry.getValue() instanceof Map<?, ?> map) {
                section(key, "", map);
            } else if (entry.getValue() instanceof List<?> list) {
                for (int i = 0; i < list.size(); i++) {
                    Map<?, ?> element = (Map<?, ?>) list.get(i);
                    section(key, name(key, element, i), element);
                }
            } else {
                line("result", "", key, entry.getValue());
            }
        }
    }

    /** What is said of all alternatives together, or of the run as a whole. */
    private void beyondResults(Map<String, @Nullable Object> tree) {
        for (Map.Entry<String, @Nullable Object> entry : tree.entrySet()) {
            String key = entry.getKey();
            if (entry.getValue() instanceof Map<?, ?> map) {
                run = ",";
                section(key, "", map);
            } else if (entry.getValue() instanceof List<?> list && !key.equals("results") && !key.equals("warnings")) {
                for (Object element : list) {
                    Map<Object, @Nullable Object> figures = new LinkedHashMap<>((Map<?, ?>) element);
                    run = "," + cell(figures.remove("outlook"));
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
            default -> false;
        };
    }

    /** What tells an element of a list from the others. */
    private static String name(String section, Map<?, ?> element, int index) {
        return switch (section) {
            case "streams" -> element.get("intervention") + "." + element.get("id");
            case "years" -> String.valueOf(element.get("year"));
            default -> String.valueOf(index);
        };
    }

    private void section(String section, String item, Map<?, ?> figures) {
        for (Map.Entry<?, ?> entry : figures.entrySet()) {
            String key = (String) entry.getKey();
            if (isName(section, key)) {
                continue;
            }
            if (!(entry.getValue() instanceof Map<?, ?> deeper)) {
                line(section, item, key, entry.getValue());
            } else if (key.equals("stakeholders")) {
                for (Map.Entry<?, ?> party : deeper.entrySet()) {
                    section(section, item + "." + party.getKey(), (Map<?, ?>) party.getValue());
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

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Double number) {
            return Json.number(number);
        }
        if (value instanceof Integer || value instanceof Long) {
            return value.toString();
        }
        return quoted(harmless(value.toString()));
    }

    private static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
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
