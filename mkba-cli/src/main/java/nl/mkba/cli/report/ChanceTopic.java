package nl.mkba.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import nl.mkba.cli.report.Document.Block;
import nl.mkba.cli.report.Document.Cell;
import nl.mkba.cli.report.Document.Chart;
import nl.mkba.cli.report.Document.ChartKind;
import nl.mkba.cli.report.Document.Section;
import nl.mkba.cli.report.Findings.CaseFindings;
import nl.mkba.engine.plan.Evaluator;
import nl.mkba.engine.uncertainty.KeptDraws;
import nl.mkba.uncertainty.Statistics;
import org.jspecify.annotations.Nullable;

/** How the return per euro is distributed over the draws; where no draw has one, the net present value. */
final class ChanceTopic extends Topic {

    private static final int BINS = 40;

    ChanceTopic(Findings findings, Words words) {
        super(findings, words);
    }

    @Override
    Section section() {
        List<Block> blocks = new ArrayList<>();
        if (findings.isUncertain()) {
            blocks.add(plain(words.text("chance.intro", words.numbers().whole(findings.draws()))));
            blocks.addAll(perPriced(this::blocks));
        } else {
            blocks.add(warning(words.text("certain.warning")));
        }
        return new Section("chance", words.text("chance.heading"), blocks);
    }

    private List<Block> blocks(CaseFindings theCase) {
        // Of benefits below nothing the page says only that they are: how far below is in the net.
        Optional<Statistics> ratio = theCase.simulated()
                .bcr()
                .statistics()
                .filter(drawn -> !words.numbers().isBelowZero(drawn.p95()));
        Statistics statistics = ratio.orElse(theCase.simulated().npv());
        if (!(statistics.max() > statistics.min())) {
            return List.of(plain(words.shared("simulate.no_spread")));
        }
        return List.of(ratio.isPresent() ? ofRatio(theCase, statistics) : ofBalance(theCase, statistics));
    }

    private Chart ofRatio(CaseFindings theCase, Statistics statistics) {
        KeptDraws draws = KeptDraws.of(findings.simulation());
        double[] costs = draws.column(theCase.column(), Evaluator.COSTS);
        double[] gains = draws.column(theCase.column(), Evaluator.GAINS);
        double[] ratios = new double[statistics.count()];
        int count = 0;
        for (int i = 0; i < costs.length; i++) {
            if (costs[i] > 0) {
                ratios[count++] = gains[i] / costs[i];
            }
        }
        double chance = theCase.simulated().bcr().probabilityAboveOne().orElse(0);
        return chart(
                new Histogram(ratios, statistics, 1, theCase.result().bcr(), "ratio", words.numbers()::ratio),
                words.text("chance.chart"),
                words.text(
                        "chance.description",
                        words.cents(statistics.p5()),
                        words.cents(statistics.p95()),
                        words.chance(chance)));
    }

    private Chart ofBalance(CaseFindings theCase, Statistics statistics) {
        return chart(
                new Histogram(
                        KeptDraws.of(findings.simulation()).column(theCase.column(), Evaluator.NPV),
                        statistics,
                        0,
                        OptionalDouble.of(theCase.result().npv().value()),
                        "money",
                        words.numbers()::whole),
                words.text("chance.chart.npv", words.numbers().currency()),
                words.text(
                        "chance.description.npv",
                        words.roughly(statistics.p5()),
                        words.roughly(statistics.p95()),
                        words.chance(statistics.probabilityPositive())));
    }

    /** What is counted, and the value that divides gain from loss. */
    private static final class Histogram {
        private final double[] values;
        private final Statistics statistics;
        private final double breakEven;
        private final OptionalDouble central;
        private final String format;
        private final DoubleFunction<String> text;

        Histogram(
                double[] values,
                Statistics statistics,
                double breakEven,
                OptionalDouble central,
                String format,
                DoubleFunction<String> text) {
            this.values = values;
            this.statistics = statistics;
            this.breakEven = breakEven;
            this.central = central;
            this.format = format;
            this.text = text;
        }

        double edge(int bin) {
            double way = (statistics.max() - statistics.min()) * bin;
            // Of draws near the largest number there is, the range may be beyond it.
            return Double.isFinite(way)
                    ? statistics.min() + way / BINS
                    : statistics.min() / BINS * (BINS - bin) + statistics.max() / BINS * bin;
        }

        int[] counts() {
            int[] counts = new int[BINS];
            double range = (statistics.max() - statistics.min()) / BINS;
            double width = Double.isFinite(range) ? range : statistics.max() / BINS - statistics.min() / BINS;
            for (double value : values) {
                counts[Math.max(0, Math.min(BINS - 1, (int) ((value - statistics.min()) / width)))]++;
            }
            return counts;
        }
    }

    private Chart chart(Histogram histogram, String caption, String description) {
        TableMaker table = new TableMaker(caption)
                .texts(words.text("column.from"), words.text("column.to"))
                .numbers(words.text("column.draws"), words.text("column.share"));
        int[] counts = histogram.counts();
        List<@Nullable Object> edges = new ArrayList<>();
        List<@Nullable Object> heights = new ArrayList<>();
        edges.add(histogram.edge(0));
        for (int bin = 0; bin < BINS; bin++) {
            edges.add(histogram.edge(bin + 1));
            heights.add(counts[bin]);
            double share = counts[bin] / (double) histogram.statistics.count();
            table.row(
                    Cell.of(histogram.text.apply(histogram.edge(bin)), histogram.edge(bin)),
                    Cell.of(histogram.text.apply(histogram.edge(bin + 1)), histogram.edge(bin + 1)),
                    Cell.of(words.numbers().whole(counts[bin]), counts[bin]),
                    Cell.of(words.numbers().percentage(share), share));
        }
        Map<String, @Nullable Object> data = tree();
        data.put("format", histogram.format);
        data.put("edges", edges);
        data.put("counts", heights);
        data.put("reference", histogram.breakEven);
        data.put("central", histogram.central.isPresent() ? (Double) histogram.central.getAsDouble() : null);
        data.put("low", histogram.statistics.p5());
        data.put("high", histogram.statistics.p95());
        data.put(
                "names",
                List.of(
                        words.text("histogram.loss"),
                        words.text("histogram.gain"),
                        words.text("fan.central"),
                        words.text("histogram.interval")));
        return new Chart(ChartKind.HISTOGRAM, caption, description, data, List.of(table.make()), false);
    }
}
