package nl.mkba.cli.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

final class ParquetTable implements Table {
    ParquetTable(Path file, List<String> columns) throws IOException {
        throw new IOException("not yet");
    }

    @Override
    public void row(int number, double[] figures) {}

    @Override
    public void close() {}
}
