package nl.mkba.cli.table;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.mkba.json.tree.ShortestDecimal;

/** A table as CSV (RFC 4180, comma, decimal point, lines that end with a line feed). */
final class CsvTable implements Table {

    /** What is kept until it is written, about. */
    private static final int MOST_KEPT = 1 << 16;

    private final OutputStream out;
    private final ByteBlock block = new ByteBlock();

    CsvTable(OutputStream out, List<String> columns) {
        this.out = out;
        StringBuilder header = new StringBuilder();
        for (int i = 0; i < columns.size(); i++) {
            header.append(i == 0 ? "" : ",").append(quoted(columns.get(i)));
        }
        text(header.append('\n').toString());
    }

    private void text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        block.room(bytes.length);
        block.put(bytes);
    }

    private static String quoted(String text) {
        boolean isPlain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return isPlain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    @Override
    public void row(int number, double[] figures) throws IOException {
        text(Integer.toString(number));
        block.room(figures.length * (1 + ShortestDecimal.MOST_BYTES) + 1);
        for (double figure : figures) {
            block.put((byte) ',');
            block.put(figure, (byte) '.');
        }
        block.put((byte) '\n');
        if (block.size() > MOST_KEPT) {
            write();
        }
    }

    private void write() throws IOException {
        block.writeTo(out);
        block.reset();
    }

    @Override
    public void close() throws IOException {
        write();
        out.flush();
    }
}
