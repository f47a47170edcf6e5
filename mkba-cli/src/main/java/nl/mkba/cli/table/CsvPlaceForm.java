package nl.mkba.cli.table;

import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.mkba.cli.render.CsvDialect;
import nl.mkba.engine.portfolio.Portfolio;
import nl.mkba.file.evaluation.EvaluatedPart;

/** Figures of places as CSV; what is absent is an empty cell. */
final class CsvPlaceForm implements PlaceForm {

    private final List<String> columns;
    private final CsvDialect dialect;

    CsvPlaceForm(List<String> columns, CsvDialect dialect) {
        this.columns = columns;
        this.dialect = dialect;
    }

    @Override
    public byte[] begin() {
        StringBuilder text = new StringBuilder(dialect == CsvDialect.EXCEL_NL ? CsvDialect.BYTE_ORDER_MARK : "");
        for (int i = 0; i < columns.size(); i++) {
            text.append(i == 0 ? "" : String.valueOf(dialect.separator())).append(columns.get(i));
        }
        return bytes(text.append(dialect.lineEnd()));
    }

    @Override
    public EncodedPart block(EvaluatedPart part) {
        Portfolio portfolio = part.portfolio();
        int figures = portfolio.figures().size();
        char separator = dialect.separator();
        StringBuilder text = new StringBuilder(part.ids().size() * portfolio.cases() * (figures + 2) * 18 + 16);
        for (int place = 0; place < part.ids().size(); place++) {
            String id = dialect.text(part.ids().get(place));
            if (part.names().isPresent()) {
                id += separator + dialect.text(part.names().get().get(place));
            }
            for (int c = 0; c < portfolio.cases(); c++) {
                text.append(id).append(separator).append(portfolio.alternative(c));
                text.append(separator).append(portfolio.outlook(c).orElse(""));
                for (int figure = 0; figure < figures; figure++) {
                    text.append(separator);
                    if (!part.isAbsent(c, figure, place)) {
                        text.append(dialect.number(part.figure(c, figure, place)));
                    }
                }
                text.append(dialect.lineEnd());
            }
        }
        return new EncodedPart(bytes(text), "");
    }

    private static byte[] bytes(StringBuilder text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] end(List<Long> starts, List<String> notes) {
        return new byte[0];
    }
}
