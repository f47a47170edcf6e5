package nl.mkba.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Makes a table of neighbourhoods for the scenario {@code alle_buurten}. The neighbourhoods are made up: their number and size
 * are of the order of the Dutch ones, and vulnerable households, nuisance and social rent go together in the way one would
 * expect, but no row is a place. The same number of rows always gives the same bytes.
 *
 * <p>It needs nothing else: {@code java NeighbourhoodTable.java FILE [ROWS]}.
 */
public final class NeighbourhoodTable {

    private static final int ROWS = 14_000;
    private static final long SEED = 14;

    private NeighbourhoodTable() {}

    /** @param args the file to write, and how many rows; 14,000 unless said otherwise */
    public static void main(String[] args) throws IOException {
        try (Writer out = Files.newBufferedWriter(Path.of(args[0]))) {
            write(out, args.length > 1 ? Integer.parseInt(args[1]) : ROWS);
        }
    }

    /** Writes the table as CSV. */
    static void write(Appendable out, int rows) {
        try {
            out.append("id,households,vulnerable_share,nuisance,rent_share,programme_years\n");
            SplittableRandom random = new SplittableRandom(SEED);
            for (int row = 0; row < rows; row++) {
                out.append(row(row, random)).append('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String row(int row, SplittableRandom random) {
        // One common cause, "pressure", and something of its own for each figure.
        double pressure = normal(random);
        long households = Math.round(20 + 480 * StrictMath.exp(0.8 * normal(random)));
        double vulnerable = Math.min(0.4, 0.045 * StrictMath.exp(0.6 * pressure + 0.3 * normal(random)));
        double reports = households * 0.08 * StrictMath.exp(0.7 * pressure + 0.5 * normal(random));
        double rent = 1 / (1 + StrictMath.exp(1.1 - 0.8 * pressure - 0.6 * normal(random)));
        int years = 4 + 2 * random.nextInt(3);
        return String.format(
                Locale.ROOT, "V%05d,%d,%.4f,%.0f,%.3f,%d", row + 1, households, vulnerable, reports, rent, years);
    }

    /** About a standard normal number: the sum of twelve uniform ones. */
    private static double normal(SplittableRandom random) {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += random.nextDouble();
        }
        return sum;
    }
}
