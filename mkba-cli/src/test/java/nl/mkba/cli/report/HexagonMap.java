package nl.mkba.cli.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** A made-up map: hexagons on the Dutch national grid whose neighbours share a crooked border, 97 points around each. */
final class HexagonMap {

    private static final double RADIUS = 700;
    private static final int HALVINGS = 4;

    private final Map<String, List<double[]>> borders = new HashMap<>();
    private final Random random = new Random(42);

    private HexagonMap() {}

    /** Writes a map of places {@code BU00000000}, {@code BU00000001} … */
    static void write(Path file, int places) throws IOException {
        new HexagonMap().to(file, places);
    }

    private void to(Path file, int places) throws IOException {
        int columns = (int) Math.ceil(Math.sqrt(places));
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("{\"type\":\"FeatureCollection\",\"features\":[\n");
            for (int place = 0; place < places; place++) {
                int column = place % columns;
                out.write(String.format(
                        Locale.ROOT,
                        "%s{\"type\":\"Feature\",\"properties\":{\"buurtcode\":\"BU%08d\",\"naam\":\"Buurt\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[",
                        place == 0 ? "" : ",\n",
                        place));
                List<double[]> ring = ring(column, place / columns);
                for (int k = 0; k <= ring.size(); k++) {
                    double[] at = ring.get(k % ring.size());
                    out.write(String.format(Locale.ROOT, "%s[%.1f,%.1f]", k == 0 ? "" : ",", at[0], at[1]));
                }
                out.write("]]}}");
            }
            out.write("\n]}\n");
        }
    }

    private List<double[]> ring(int column, int row) {
        // Corners on a lattice of half radii and half heights, so that neighbours name them alike.
        int x = 3 * column;
        int y = 2 * row + column % 2;
        int[][] corners = {{x + 2, y}, {x + 1, y + 1}, {x - 1, y + 1}, {x - 2, y}, {x - 1, y - 1}, {x + 1, y - 1}};
        List<double[]> ring = new ArrayList<>();
        for (int k = 0; k < corners.length; k++) {
            List<double[]> border = border(corners[k], corners[(k + 1) % corners.length]);
            ring.addAll(border.subList(0, border.size() - 1));
        }
        return ring;
    }

    private List<double[]> border(int[] from, int[] to) {
        boolean isTurned = from[0] > to[0] || (from[0] == to[0] && from[1] > to[1]);
        int[] first = isTurned ? to : from;
        int[] last = isTurned ? from : to;
        List<double[]> border = borders.computeIfAbsent(
                first[0] + " " + first[1] + " " + last[0] + " " + last[1], key -> crooked(at(first), at(last)));
        if (!isTurned) {
            return border;
        }
        List<double[]> turned = new ArrayList<>(border);
        Collections.reverse(turned);
        return turned;
    }

    private static double[] at(int[] corner) {
        return new double[] {50_000 + corner[0] * RADIUS / 2, 350_000 + corner[1] * RADIUS * Math.sqrt(3) / 2};
    }

    private List<double[]> crooked(double[] from, double[] to) {
        List<double[]> points = List.of(from, to);
        for (int halving = 0; halving < HALVINGS; halving++) {
            List<double[]> finer = new ArrayList<>();
            for (int k = 0; k + 1 < points.size(); k++) {
                double[] a = points.get(k);
                double[] b = points.get(k + 1);
                double aside = (random.nextDouble() - 0.5) * 0.35;
                finer.add(a);
                finer.add(new double[] {
                    (a[0] + b[0]) / 2 - (b[1] - a[1]) * aside, (a[1] + b[1]) / 2 + (b[0] - a[0]) * aside
                });
            }
            finer.add(points.get(points.size() - 1));
            points = finer;
        }
        return points;
    }
}
