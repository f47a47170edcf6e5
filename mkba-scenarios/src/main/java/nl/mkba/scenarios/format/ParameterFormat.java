package nl.mkba.scenarios.format;

import nl.mkba.distribution.Distribution;
import nl.mkba.expression.Expression;
import nl.mkba.scenario.Parameter;
import nl.mkba.source.Provenance;
import nl.mkba.source.Quality;
import org.jspecify.annotations.Nullable;

/** A figure, under {@code parameters}: a number, a formula, or a map. */
final class ParameterFormat {

    private ParameterFormat() {}

    static Parameter read(String id, Value value) {
        if (!value.isMap()) {
            return Parameter.of(id, value.expression("parameter"));
        }
        Section figure = value.section(
                "value",
                "distribution",
                "unit",
                "name",
                "source",
                "note",
                "url",
                "licence",
                "quality",
                "group",
                "price_year");
        Distribution distribution = figure.read("distribution", DistributionFormat::read);
        return new Parameter(
                id,
                central(figure, distribution),
                distribution,
                figure.read("price_year", Calendar::year),
                figure.text("name"),
                figure.text("unit"),
                figure.text("group"),
                new Provenance(
                        figure.text("source"),
                        figure.text("note"),
                        figure.text("url"),
                        figure.text("licence"),
                        figure.read("quality", quality -> quality.choice(Quality.class))));
    }

    /** The value, or null where the distribution brings it. */
    private static @Nullable Expression central(Section figure, @Nullable Distribution distribution) {
        if (figure.has("value") || !figure.has("distribution")) {
            return figure.required("value").expression();
        }
        return distribution == null ? Expression.UNKNOWN : null;
    }
}
