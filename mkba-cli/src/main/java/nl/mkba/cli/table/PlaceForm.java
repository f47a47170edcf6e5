package nl.mkba.cli.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.mkba.cli.render.CsvDialect;
import nl.mkba.engine.portfolio.Portfolio;
import nl.mkba.file.evaluation.EvaluatedPart;

/**
 * The form of a file with the figures of places: something to begin with, a block for each part of the table, and something to
 * end with. Blocks are made by any thread, and do not depend on each other.
 */
public interface PlaceForm {

    /** The columns before the figures. */
    List<String> NAMES = List.of("id", "alternative", "outlook");

    /** What the file begins with. */
    byte[] begin();

    /**
     * Writes a line for each place, alternative and outlook of a part.
     *
     * @param block where to; empty before
     * @return what {@link #end} needs to know of it, on one line; often nothing
     */
    String write(EvaluatedPart part, ByteBlock block);

    /**
     * What the file ends with.
     *
     * @param starts per block the place in the file of its first byte
     * @param notes what {@link #write} said of each block
     */
    byte[] end(List<Long> starts, List<String> notes) throws IOException;

    /** The column after the id, if places have names. */
    String NAME = "name";

    /**
     * The form of a file of that name: {@code .csv}, {@code .parquet}, {@code .jsonl} or {@code .ndjson}.
     *
     * @param hasNames whether places have names
     */
    static Optional<PlaceForm> of(String name, CsvDialect dialect, Portfolio portfolio, boolean hasNames) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".csv")) {
            return Optional.of(new CsvPlaceForm(columns(portfolio, hasNames), dialect));
        }
        if (lower.endsWith(".jsonl") || lower.endsWith(".ndjson")) {
            return Optional.of(new JsonPlaceForm(portfolio.figures()));
        }
        if (lower.endsWith(".parquet")) {
            return Optional.of(new ParquetPlaceForm(columns(portfolio, hasNames)));
        }
        return Optional.empty();
    }

    /** Whether a file of that name has a form. */
    static boolean isKnown(String name) {
        return name.toLowerCase(Locale.ROOT).matches("(?s).*\\.(csv|parquet|jsonl|ndjson)");
    }

    private static List<String> columns(Portfolio portfolio, boolean hasNames) {
        List<String> columns = new ArrayList<>(NAMES);
        if (hasNames) {
            columns.add(1, NAME);
        }
        columns.addAll(portfolio.figures());
        return columns;
    }
}
