package nl.mkba.cli.table;

import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.mkba.cli.render.CsvDialect;
import nl.mkba.cli.render.Json;
import nl.mkba.file.portfolio.EvaluatedPart;
import nl.mkba.portfolio.Portfolio;

/** Figures of places as CSV; what is absent is an empty cell. */
final class CsvPlaceForm implements PlaceForm {

    /** What a cell that a spreadsheet takes for a formula begins with. */
    private static final String FORMULA = "=+-@\t\r";

    private final List<String> columns;
    private final boolean isExcel;
    private final char separator;
    private final String lineEnd;

    CsvPlaceForm(List<String> columns, CsvDialect dialect) {
        this.columns = columns;
        this.isExcel = dialect == CsvDialect.EXCEL_NL;
        this.separator = isExcel ? ';' : ',';
        this.lineEnd = isExcel ? "\r\n" : "\n";
    }

    @Override
    public byte[] begin() {
        StringBuilder text = new StringBuilder(isExcel ? CsvDialect.BYTE_ORDER_MARK : "");
        for (int i = 0; i < columns.size(); i++) {
            text.append(i == 0 ? "" : String.valueOf(separator)).append(columns.get(i));
        }
        return bytes(text.append(lineEnd));
    }

    @Override
    public EncodedPart block(EvaluatedPart part) {
        Portfolio portfolio = part.portfolio();
        int figures = portfolio.figures().size();
        StringBuilder text = new StringBuilder(part.ids().size() * portfolio.cases() * (figures + 2) * 18 + 16);
        for (int place = 0; place < part.ids().size(); place++) {
            String id = quoted(part.ids().get(place));
            for (int c = 0; c < portfolio.cases(); c++) {
                text.append(id).append(separator).append(portfolio.alternative(c));
                text.append(separator).append(portfolio.outlook(c).orElse(""));
                for (int figure = 0; figure < figures; figure++) {
                    text.append(separator);
                    if (!part.isAbsent(c, figure, place)) {
                        String number = Json.number(part.figure(c, figure, place));
                        text.append(isExcel ? number.replace('.', ',') : number);
                    }
                }
                text.append(lineEnd);
            }
        }
        return new EncodedPart(bytes(text), "");
    }

    private String quoted(String id) {
        String text = isExcel && FORMULA.indexOf(id.charAt(0)) >= 0 ? "'" + id : id;
        boolean isPlain = text.chars().noneMatch(c -> c == ',' || c == ';' || c == '"' || c == '\r' || c == '\n');
        return isPlain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    private static byte[] bytes(StringBuilder text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] end(List<Long> starts, List<String> notes) {
        return new byte[0];
    }
}
