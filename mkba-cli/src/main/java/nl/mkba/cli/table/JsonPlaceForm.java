package nl.mkba.cli.table;

import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.mkba.engine.portfolio.Portfolio;
import nl.mkba.file.evaluation.EvaluatedPart;
import nl.mkba.json.tree.Json;
import nl.mkba.json.tree.ShortestDecimal;

/** Figures of places as JSON, an object on each line; what is absent is null. */
final class JsonPlaceForm implements PlaceForm {

    private static final byte[] ABSENT = bytes("null");
    private static final byte[] LINE_END = bytes("}\n");

    private final byte[][] keys;
    private final int longest;

    JsonPlaceForm(List<String> figures) {
        this.keys = new byte[figures.size()][];
        int most = LINE_END.length;
        for (int figure = 0; figure < keys.length; figure++) {
            keys[figure] = bytes("," + Json.line(figures.get(figure)) + ":");
            most += keys[figure].length + ShortestDecimal.MOST_BYTES;
        }
        this.longest = most;
    }

    @Override
    public byte[] begin() {
        return new byte[0];
    }

    @Override
    public String write(EvaluatedPart part, ByteBlock block) {
        Portfolio portfolio = part.portfolio();
        byte[][] ofCase = new byte[portfolio.cases()][];
        for (int c = 0; c < ofCase.length; c++) {
            ofCase[c] = bytes(",\"alternative\":\""
                    + portfolio.alternative(c)
                    + "\",\"outlook\":"
                    + portfolio.outlook(c).map(outlook -> '"' + outlook + '"').orElse("null"));
        }
        for (int place = 0; place < part.ids().size(); place++) {
            String id = "{\"id\":" + Json.line(part.ids().get(place));
            if (part.names().isPresent()) {
                id += ",\"name\":" + Json.line(part.names().get().get(place));
            }
            byte[] ofPlace = bytes(id);
            for (int c = 0; c < ofCase.length; c++) {
                line(ofPlace, ofCase[c], part, c, place, block);
            }
        }
        return "";
    }

    private void line(byte[] ofPlace, byte[] ofCase, EvaluatedPart part, int theCase, int place, ByteBlock block) {
        block.room(ofPlace.length + ofCase.length + longest);
        block.put(ofPlace);
        block.put(ofCase);
        for (int figure = 0; figure < keys.length; figure++) {
            block.put(keys[figure]);
            double number = part.figure(theCase, figure, place);
            if (Double.isNaN(number)) {
                block.put(ABSENT);
            } else {
                block.put(number, (byte) '.');
            }
        }
        block.put(LINE_END);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] end(List<Long> starts, List<String> notes) {
        return new byte[0];
    }
}
