package nl.mkba.cli.table;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The form of a table, by the ending of its file's name. */
public enum TableForm {
    /** Comma-separated values (RFC 4180). */
    CSV(".csv") {
        @Override
        public Table create(OutputStream out, List<String> columns) throws IOException {
            return new CsvTable(out, columns);
        }
    },
    /** Apache Parquet. */
    PARQUET(".parquet") {
        @Override
        public Table create(OutputStream out, List<String> columns) throws IOException {
            return new ParquetTable(out, columns);
        }
    };

    private final String ending;

    TableForm(String ending) {
        this.ending = ending;
    }

    /** The form of a file of that name. */
    public static Optional<TableForm> of(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (TableForm form : values()) {
            if (lower.endsWith(form.ending)) {
                return Optional.of(form);
            }
        }
        return Optional.empty();
    }

    /** Begins a table with these columns; the stream stays open when the table is closed. */
    public abstract Table create(OutputStream out, List<String> columns) throws IOException;
}
