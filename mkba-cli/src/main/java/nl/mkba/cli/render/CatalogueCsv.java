package nl.mkba.cli.render;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue's parameters, effects and stakeholders, and the parameters that a mapping makes of a table's columns, or those that a
 * search found, as CSV: a header and then one a line. Each leaves the columns of the others empty.
 */
public final class CatalogueCsv {

    private static final List<String> COLUMNS = List.of(
            "include",
            "id",
            "name_nl",
            "name_en",
            "value",
            "distribution",
            "low",
            "high",
            "unit",
            "price_year",
            "quality",
            "source",
            "url",
            "note_nl",
            "note_en",
            "sector",
            "formula",
            "programme_nl",
            "programme_en",
            "population_nl",
            "population_en",
            "comparison",
            "scale",
            "interval",
            "decay_nl",
            "decay_en",
            "country",
            "design",
            "year",
            "finding",
            "read_at",
            "columns");

    /** What a mapping says of all its parameters. */
    private static final List<String> OF_MAPPING = List.of("source", "url", "note", "quality");

    private CatalogueCsv() {}

    /** The text, from the same tree as the JSON. */
    public static String of(Map<String, @Nullable Object> catalogue) {
        StringBuilder text = new StringBuilder(16384);
        text.append(String.join(",", COLUMNS)).append('\n');
        for (String section : List.of("key_figures", "effects", "stakeholders")) {
            for (Object entry : (List<?>) catalogue.getOrDefault(section, List.of())) {
                text.append(line((Map<?, ?>) entry)).append('\n');
            }
        }
        for (Object mapping : (List<?>) catalogue.getOrDefault("columns", List.of())) {
            Map<?, ?> whole = (Map<?, ?>) mapping;
            if (whole.get("parameters") instanceof Map<?, ?> parameters) {
                mapped(whole, parameters)
                        .forEach(entry -> text.append(line(entry)).append('\n'));
            }
        }
        return text.toString();
    }

    /** The parameters of a mapping, each with the formula over columns that it becomes. */
    private static List<Map<String, @Nullable Object>> mapped(Map<?, ?> mapping, Map<?, ?> parameters) {
        List<Map<String, @Nullable Object>> entries = new ArrayList<>();
        parameters.forEach((id, formula) -> {
            Map<String, @Nullable Object> entry = new HashMap<>();
            entry.put("columns", mapping.get("id"));
            entry.put("id", id);
            entry.put("name", mapping.get("title"));
            entry.put("formula", formula);
            OF_MAPPING.forEach(key -> entry.put(key, mapping.get(key)));
            entries.add(entry);
        });
        return entries;
    }

    private static String line(Map<?, ?> entry) {
        return COLUMNS.stream().map(column -> Csv.cell(value(entry, column))).collect(Collectors.joining(","));
    }

    /** The value of a column; {@code name_nl} is the Dutch one of the two names. */
    private static @Nullable Object value(Map<?, ?> entry, String column) {
        int language = column.indexOf('_');
        Object inBothLanguages = language < 0 ? null : entry.get(column.substring(0, language));
        return inBothLanguages instanceof Map<?, ?> texts
                ? texts.get(column.substring(language + 1))
                : entry.get(column);
    }
}
