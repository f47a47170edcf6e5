package nl.mkba.cli.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import nl.mkba.cli.report.Document.Block;
import nl.mkba.cli.report.Document.Cell;
import nl.mkba.cli.report.Document.Chart;
import nl.mkba.cli.report.Document.ChartKind;
import org.jspecify.annotations.Nullable;

/** How the places differ: a histogram of the ratio, or of the net where most places have no costs. */
final class PlacesSpreadTopic extends PlacesTopic {

    private static final int BINS = 40;

    PlacesSpreadTopic(PlacesFindings findings, Words words) {
        super(findings, words);
    }

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(plain(words.text("places.spread.intro")));
        blocks.addAll(perCase(theCase -> {
            double[] ratios = IntStream.range(0, figures.places())
                    .mapToDouble(place -> figures.ratio(theCase, place))
                    .filter(ratio -> !Double.isNaN(ratio))
                    .toArray();
            // Where most places have no costs, the ratio says little of them all.
            boolean hasRatio = ratios.length * 2 > figures.places();
            double[] values = hasRatio ? ratios : npvs(theCase);
            Arrays.sort(values);
            if (!(values[values.length - 1] > values[0])) {
                return List.of(plain(words.text("places.spread.none")));
            }
            return List.of(hasRatio ? histogram(values, true) : histogram(values, false));
        }));
        return blocks;
    }

    /** A histogram of the middle 98 % of the places, so that a few extremes do not flatten all others; what is beyond counts at the ends. */
    private Chart histogram(double[] sorted, boolean ofRatio) {
        double reference = ofRatio ? 1 : 0;
        double low = quantile(sorted, 0.01);
        double high = quantile(sorted, 0.99);
        if (!(high > low)) {
            low = sorted[0];
            high = sorted[sorted.length - 1];
        }
        int[] counts = new int[BINS];
        for (double value : sorted) {
            counts[(int) Math.max(0, Math.min(BINS - 1, Math.floor((value - low) / (high - low) * BINS)))]++;
        }
        DoubleFunction<String> text = ofRatio ? words.numbers()::ratio : words.numbers()::whole;
        TableMaker table = new TableMaker(words.text(ofRatio ? "places.spread.ratio" : "places.spread.npv"))
                .texts(words.text("column.from"), words.text("column.to"))
                .numbers(words.text("places.column.places"), words.text("column.share"));
        List<@Nullable Object> edges = new ArrayList<>();
        List<@Nullable Object> heights = new ArrayList<>();
        edges.add(low);
        for (int bin = 0; bin < BINS; bin++) {
            double from = low + (high - low) * bin / BINS;
            double to = low + (high - low) * (bin + 1) / BINS;
            edges.add(to);
            heights.add(counts[bin]);
            double share = counts[bin] / (double) sorted.length;
            table.row(
                    Cell.of(bin == 0 ? words.text("places.spread.below") : text.apply(from)),
                    Cell.of(bin == BINS - 1 ? words.text("places.spread.above") : text.apply(to)),
                    Cell.of(words.numbers().whole(counts[bin]), counts[bin]),
                    Cell.of(words.numbers().percentage(share), share));
        }
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("format", ofRatio ? "ratio" : "money");
        data.put("edges", edges);
        data.put("counts", heights);
        data.put("reference", reference);
        data.put("central", null);
        data.put("low", quantile(sorted, 0.05));
        data.put("high", quantile(sorted, 0.95));
        data.put(
                "names",
                List.of(
                        words.text("histogram.loss"),
                        words.text("histogram.gain"),
                        "",
                        words.text("places.spread.interval")));
        long gaining = Arrays.stream(sorted).filter(value -> value > reference).count();
        return new Chart(
                ChartKind.HISTOGRAM,
                words.text(ofRatio ? "places.spread.ratio" : "places.spread.npv"),
                words.text(
                        "places.spread.description",
                        text.apply(quantile(sorted, 0.05)),
                        text.apply(quantile(sorted, 0.95)),
                        words.numbers().percentage(gaining / (double) sorted.length)),
                data,
                List.of(table.make()),
                false);
    }

    /** Interpolated linearly between the two values around it (type 7). */
    private static double quantile(double[] sorted, double part) {
        double at = part * (sorted.length - 1);
        int below = (int) Math.floor(at);
        int above = Math.min(sorted.length - 1, below + 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
