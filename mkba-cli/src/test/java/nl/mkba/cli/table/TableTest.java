package nl.mkba.cli.table;

import static org.assertj.core.api.Assertions.assertThat;

import blue.strategic.parquet.Hydrator;
import blue.strategic.parquet.ParquetReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables, read back: Parquet by a reader that shares no code with what wrote it. */
class TableTest {

    private static final List<String> COLUMNS = List.of("draw", "a/npv", "a/net_city");

    /** More than a row group. */
    private static final int ROWS = 140_000;

    @TempDir
    private Path folder;

    @Test
    void csvHasAHeaderAndALineForEachRow() throws IOException {
        Path file = folder.resolve("t.csv");
        try (OutputStream out = Files.newOutputStream(file);
                Table table = TableForm.CSV.create(out, List.of("draw", "with,comma"))) {
            table.row(0, new double[] {0.1});
            table.row(1, new double[] {-1e-7});
        }
        assertThat(Files.readString(file)).isEqualTo("draw,\"with,comma\"\n0,0.1\n1,-1.0E-7\n");
    }

    @Test
    void parquetGivesBackEveryFigureBitForBit() throws IOException {
        Path file = folder.resolve("t.parquet");
        write(file, ROWS);
        List<double[]> rows = read(file);
        assertThat(rows).hasSize(ROWS);
        for (int i = 0; i < ROWS; i++) {
            assertThat(rows.get(i)).containsExactly(i, first(i), second(i));
        }
    }

    @Test
    void parquetNamesItsColumns() throws IOException {
        Path file = folder.resolve("t.parquet");
        write(file, 1);
        var schema = ParquetReader.readMetadata(file.toFile()).getFileMetaData().getSchema();
        assertThat(schema.getColumns())
                .extracting(column -> column.getPath()[0])
                .isEqualTo(COLUMNS);
    }

    @Test
    void anEmptyParquetTableIsOne() throws IOException {
        Path file = folder.resolve("t.parquet");
        write(file, 0);
        assertThat(read(file)).isEmpty();
    }

    @Test
    void theEndingOfTheNameSaysTheForm() {
        assertThat(TableForm.of("draws.CSV")).contains(TableForm.CSV);
        assertThat(TableForm.of("draws.parquet")).contains(TableForm.PARQUET);
        assertThat(TableForm.of("draws.xlsx")).isEmpty();
    }

    private static double first(int row) {
        return Math.sin(row) * 1e6;
    }

    private static double second(int row) {
        return row == 0 ? -0.0 : 1.0 / row;
    }

    private static void write(Path file, int rows) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                Table table = TableForm.PARQUET.create(out, COLUMNS)) {
            double[] figures = new double[2];
            for (int i = 0; i < rows; i++) {
                figures[0] = first(i);
                figures[1] = second(i);
                table.row(i, figures);
            }
        }
    }

    private static List<double[]> read(Path file) throws IOException {
        try (Stream<double[]> rows = ParquetReader.streamContent(file.toFile(), new Rows())) {
            return new ArrayList<>(rows.toList());
        }
    }

    private static final class Rows implements Hydrator<double[], double[], String[]> {
        @Override
        public double[] start() {
            return new double[COLUMNS.size()];
        }

        @Override
        public double[] add(double[] row, String[] path, Object value) {
            row[COLUMNS.indexOf(path[0])] = ((Number) value).doubleValue();
            return row;
        }

        @Override
        public double[] finish(double[] row) {
            return row;
        }
    }
}
