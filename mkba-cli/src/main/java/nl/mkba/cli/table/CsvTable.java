package nl.mkba.cli.table;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.mkba.json.tree.Json;

/** A table as CSV (RFC 4180, comma, decimal point, lines that end with a line feed). */
final class CsvTable implements Table {

    private final BufferedWriter writer;

    CsvTable(OutputStream out, List<String> columns) throws IOException {
        writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        for (int i = 0; i < columns.size(); i++) {
            writer.write(i == 0 ? "" : ",");
            writer.write(quoted(columns.get(i)));
        }
        writer.write('\n');
    }

    private static String quoted(String text) {
        boolean isPlain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return isPlain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    @Override
    public void row(int number, double[] figures) throws IOException {
        writer.write(Integer.toString(number));
        for (double figure : figures) {
            writer.write(',');
            writer.write(Json.number(figure));
        }
        writer.write('\n');
    }

    @Override
    public void close() throws IOException {
        writer.flush();
    }
}
