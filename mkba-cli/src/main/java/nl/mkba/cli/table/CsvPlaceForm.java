package nl.mkba.cli.table;

import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.mkba.cli.render.CsvDialect;
import nl.mkba.engine.portfolio.Portfolio;
import nl.mkba.file.evaluation.EvaluatedPart;
import nl.mkba.json.tree.ShortestDecimal;

/** Figures of places as CSV; what is absent is an empty cell. */
final class CsvPlaceForm implements PlaceForm {

    private final List<String> columns;
    private final CsvDialect dialect;
    private final byte separator;
    private final byte point;
    private final byte[] lineEnd;

    CsvPlaceForm(List<String> columns, CsvDialect dialect) {
        this.columns = columns;
        this.dialect = dialect;
        this.separator = (byte) dialect.separator();
        this.point = (byte) dialect.point();
        this.lineEnd = bytes(dialect.lineEnd());
    }

    @Override
    public byte[] begin() {
        StringBuilder text = new StringBuilder(dialect == CsvDialect.EXCEL_NL ? CsvDialect.BYTE_ORDER_MARK : "");
        for (int i = 0; i < columns.size(); i++) {
            text.append(i == 0 ? "" : String.valueOf(dialect.separator())).append(columns.get(i));
        }
        return bytes(text.append(dialect.lineEnd()).toString());
    }

    @Override
    public String write(EvaluatedPart part, ByteBlock block) {
        Portfolio portfolio = part.portfolio();
        byte[][] ofCase = new byte[portfolio.cases()][];
        for (int c = 0; c < ofCase.length; c++) {
            ofCase[c] = bytes(dialect.separator()
                    + portfolio.alternative(c)
                    + dialect.separator()
                    + portfolio.outlook(c).orElse(""));
        }
        for (int place = 0; place < part.ids().size(); place++) {
            String id = dialect.text(part.ids().get(place));
            if (part.names().isPresent()) {
                id += dialect.separator() + dialect.text(part.names().get().get(place));
            }
            byte[] ofPlace = bytes(id);
            for (int c = 0; c < ofCase.length; c++) {
                line(ofPlace, ofCase[c], part, c, place, block);
            }
        }
        return "";
    }

    /** A method of its own, so that it is compiled after some lines. */
    private void line(byte[] ofPlace, byte[] ofCase, EvaluatedPart part, int theCase, int place, ByteBlock block) {
        int figures = part.portfolio().figures().size();
        block.room(ofPlace.length + ofCase.length + figures * (1 + ShortestDecimal.MOST_BYTES) + lineEnd.length);
        block.put(ofPlace);
        block.put(ofCase);
        for (int figure = 0; figure < figures; figure++) {
            block.put(separator);
            double number = part.figure(theCase, figure, place);
            if (!Double.isNaN(number)) {
                block.put(number, point);
            }
        }
        block.put(lineEnd);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] end(List<Long> starts, List<String> notes) {
        return new byte[0];
    }
}
