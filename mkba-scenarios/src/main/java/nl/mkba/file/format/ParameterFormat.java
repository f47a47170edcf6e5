package nl.mkba.file.format;

import nl.mkba.distribution.Distribution;
import nl.mkba.expression.Expression;
import nl.mkba.file.yaml.Node;
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
                figure.words("name"),
                figure.words("unit"),
                figure.text("group"),
                new Provenance(
                        figure.text("source"),
                        figure.words("note"),
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

    static Node write(Parameter figure) {
        Provenance origin = figure.provenance();
        Quality quality = origin.quality();
        Distribution distribution = figure.distribution();
        Expression central = figure.value();
        if (central != null && figure.equals(Parameter.of(figure.id(), central))) {
            return MapBuilder.expression(central);
        }
        return new MapBuilder()
                .text("name", figure.name())
                .expression("value", central)
                .put("distribution", distribution == null ? null : DistributionWriter.write(distribution))
                .number("price_year", figure.priceYear())
                .text("unit", figure.unit())
                .text("group", figure.group())
                .text("source", origin.source())
                .text("url", origin.url())
                .text("licence", origin.licence())
                .text("quality", quality == null ? null : quality.id())
                .text("note", origin.note())
                .map();
    }
}
