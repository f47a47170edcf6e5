package nl.mkba.cli.table;

import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.mkba.engine.portfolio.Portfolio;
import nl.mkba.file.evaluation.EvaluatedPart;
import nl.mkba.json.tree.Json;

/** Figures of places as JSON, an object on each line; what is absent is null. */
final class JsonPlaceForm implements PlaceForm {

    private final String[] keys;

    JsonPlaceForm(List<String> figures) {
        this.keys =
                figures.stream().map(figure -> "," + Json.line(figure) + ":").toArray(String[]::new);
    }

    @Override
    public byte[] begin() {
        return new byte[0];
    }

    @Override
    public EncodedPart block(EvaluatedPart part) {
        Portfolio portfolio = part.portfolio();
        StringBuilder text = new StringBuilder(part.ids().size() * portfolio.cases() * keys.length * 36 + 16);
        for (int place = 0; place < part.ids().size(); place++) {
            String id = Json.line(part.ids().get(place));
            for (int c = 0; c < portfolio.cases(); c++) {
                text.append("{\"id\":").append(id);
                if (part.names().isPresent()) {
                    text.append(",\"name\":")
                            .append(Json.line(part.names().get().get(place)));
                }
                text.append(",\"alternative\":\"").append(portfolio.alternative(c));
                text.append("\",\"outlook\":");
                text.append(
                        portfolio.outlook(c).map(outlook -> '"' + outlook + '"').orElse("null"));
                for (int figure = 0; figure < keys.length; figure++) {
                    text.append(keys[figure]);
                    text.append(part.isAbsent(c, figure, place) ? "null" : Json.number(part.figure(c, figure, place)));
                }
                text.append("}\n");
            }
        }
        return new EncodedPart(text.toString().getBytes(StandardCharsets.UTF_8), "");
    }

    @Override
    public byte[] end(List<Long> starts, List<String> notes) {
        return new byte[0];
    }
}
