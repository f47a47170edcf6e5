package nl.mkba.cli.render;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue's parameters, effects and stakeholders, or those that a search found, as CSV: a header and then one a line. Each
 * leaves the columns of the others empty.
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
            "read_at");

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
        return text.toString();
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
