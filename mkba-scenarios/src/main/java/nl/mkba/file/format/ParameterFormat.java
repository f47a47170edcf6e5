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
            return Parameter.builder(id).value(value.expression("parameter")).build();
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
        return Parameter.builder(id)
                .value(central(figure, distribution))
                .distribution(distribution)
                .priceYear(figure.read("price_year", Calendar::year))
                .name(figure.words("name"))
                .unit(figure.words("unit"))
                .group(figure.text("group"))
                .source(figure.text("source"))
                .note(figure.words("note"))
                .url(figure.text("url"))
                .licence(figure.text("licence"))
                .quality(figure.read("quality", quality -> quality.choice(Quality.class)))
                .build();
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
        if (central != null && figure.isPlain()) {
            return MapBuilder.expression(central);
        }
        return new MapBuilder()
                .text("name", figure.name())
                .expression("value", central)
                .put("distribution", distribution == null ? null : DistributionFormat.write(distribution))
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
