package nl.mkba.file.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table in which the figures were collected from their sources, before there was a catalogue. Units and
 * descriptions of sources are in Dutch, in the collector's words.
 */
record CollectedFigure(
        String row,
        String parameter,
        @Nullable Double low,
        @Nullable Double central,
        @Nullable Double high,
        String unit,
        @Nullable Integer priceYear,
        String described,
        String leftOutBecause) {

    static List<CollectedFigure> all() {
        try (InputStream in = CollectedFigure.class.getResourceAsStream("/catalogue/key-figures.tsv")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> of(line.split("\t", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CollectedFigure of(String[] cells) {
        return new CollectedFigure(
                cells[0],
                cells[1],
                number(cells[2]),
                number(cells[3]),
                number(cells[4]),
                cells[5],
                cells[6].isEmpty() ? null : Integer.valueOf(cells[6]),
                cells[7],
                cells[8]);
    }

    private static @Nullable Double number(String cell) {
        return cell.isEmpty() ? null : Double.valueOf(cell);
    }

    boolean isMoney() {
        return unit.startsWith("EUR");
    }

    @Override
    public String toString() {
        return row;
    }
}
