package nl.mkba.cli.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import nl.mkba.appraisal.AlternativeResult;
import nl.mkba.appraisal.UnpricedResult;
import nl.mkba.cli.language.Language;
import nl.mkba.cli.render.Conventions;
import nl.mkba.cli.render.QualityText;
import nl.mkba.cli.report.Document.Block;
import nl.mkba.cli.report.Document.Bullets;
import nl.mkba.cli.report.Document.Cell;
import nl.mkba.cli.report.Document.Code;
import nl.mkba.cli.report.Document.Paragraph;
import nl.mkba.cli.report.Document.Section;
import nl.mkba.cli.report.Document.Tile;
import nl.mkba.cli.report.Document.Tiles;
import nl.mkba.cli.report.Document.Tone;
import nl.mkba.scenario.UnpricedItem;

/** What a page about places says, in one language. The map and the table of all places are drawn by its scripts. */
final class PlacesDocument extends PlacesTopic {

    /** The section in which the page draws the map, and that in which it shows all places. */
    static final String MAP = "map";

    static final String TABLE = "places";

    /** Ids that are named one by one. */
    private static final int MOST_NAMED = 500;

    private final Repetition repetition;
    private final List<PlacesCurve> curves;

    private PlacesDocument(
            PlacesFindings findings, List<PlacesCurve> curves, Repetition repetition, Language language) {
        super(findings, new Words(findings.scenario(), language));
        this.repetition = repetition;
        this.curves = curves;
    }

    /** @param curves what a budget buys, for each outlook */
    static Document of(PlacesFindings findings, List<PlacesCurve> curves, Repetition repetition, Language language) {
        return new PlacesDocument(findings, curves, repetition, language).document();
    }

    private Document document() {
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("summary", words.text("places.summary"), summary()));
        sections.add(new Section(
                "budget", words.text("places.budget"), new PlacesBudgetTopic(findings, curves, words).blocks()));
        sections.add(
                new Section("spread", words.text("places.spread"), new PlacesSpreadTopic(findings, words).blocks()));
        MapCoverage coverage = findings.coverage();
        if (coverage != null) {
            sections.add(new Section(MAP, words.text("places.map"), coverage(coverage)));
        }
        sections.add(new Section(TABLE, words.text("places.table"), likeness()));
        sections.add(new Section("rests", words.text("places.rests"), rests()));
        sections.add(new Section("repeat", words.text("repeat.heading"), repeat()));
        return new Document(
                words.language(),
                words.departures(repetition),
                words.labels().title(),
                words.text("places.subtitle"),
                sections);
    }

    // The answer

    private List<Block> summary() {
        List<Block> blocks = new ArrayList<>();
        blocks.addAll(perCase(this::answer));
        blocks.add(cases());
        if (figures.draws() > 0) {
            blocks.add(note(words.text("places.drawn", words.numbers().whole(figures.draws()))));
            if (!figures.hasExpectedCosts()) {
                blocks.add(note(words.text("places.central_costs")));
            }
        } else {
            blocks.add(warning(words.text("places.not_drawn")));
        }
        if (findings.skipped() > 0) {
            blocks.add(warning(words.text("places.skipped", words.numbers().whole((double) findings.skipped()))));
        }
        if (findings.clamped() > 0) {
            blocks.add(note(words.text("places.clamped", words.numbers().whole((double) findings.clamped()))));
        }
        return blocks;
    }

    private List<Block> answer(int theCase) {
        double[] npvs = npvs(theCase);
        long gaining = Arrays.stream(npvs).filter(npv -> npv > 0).count();
        double npv = Arrays.stream(npvs).sum();
        double costs = figures.costs(theCase);
        boolean isDrawn = figures.draws() > 0;
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Paragraph(
                Tone.LEAD,
                words.text(
                        isDrawn ? "places.answer.expected" : "places.answer",
                        words.numbers().whole((double) gaining),
                        words.numbers().whole(figures.places()),
                        words.roughly(npv))));
        List<Tile> tiles = new ArrayList<>();
        tiles.add(new Tile(
                words.text(isDrawn ? "places.tile.gaining.expected" : "places.tile.gaining"),
                words.numbers().whole((double) gaining),
                words.text("places.tile.of", words.numbers().whole(figures.places()))));
        tiles.add(new Tile(
                words.text(isDrawn ? "places.tile.npv.expected" : "places.tile.npv"),
                words.roughly(npv),
                words.text("places.tile.all")));
        if (costs > 0) {
            tiles.add(new Tile(
                    words.text(figures.hasExpectedCosts() ? "places.tile.ratio.expected" : "places.tile.ratio"),
                    words.numbers().perEuro(PlaceFigures.perEuro(centralOrExpected(theCase, npv), costs)),
                    words.text("places.tile.costs", words.roughly(costs))));
        }
        double median = median(npvs);
        tiles.add(new Tile(
                words.text(isDrawn ? "places.tile.median.expected" : "places.tile.median"),
                words.roughly(median),
                words.text("places.tile.median_of")));
        blocks.add(new Tiles(tiles));
        return blocks;
    }

    /** Beside costs of the central estimate stands the net present value of the central estimate. */
    private double centralOrExpected(int theCase, double npv) {
        return figures.draws() == 0 || figures.hasExpectedCosts()
                ? npv
                : IntStream.range(0, figures.places())
                        .mapToDouble(place -> figures.figure(theCase, "npv", place))
                        .sum();
    }

    private static double median(double[] values) {
        double[] sorted = DoubleStream.of(values).sorted().toArray();
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : sorted[half - 1] / 2 + sorted[half] / 2;
    }

    /** All alternatives and outlooks side by side. */
    private Block cases() {
        TableMaker table = new TableMaker(
                        words.text("places.cases", words.numbers().currency()))
                .texts(words.shared("column.alternative"))
                .numbers(
                        words.text("places.column.gaining"),
                        words.shared("column.costs"),
                        words.text(figures.draws() > 0 ? "places.column.npv.expected" : "places.column.npv"),
                        words.text("places.column.ratio"));
        for (int c = 0; c < figures.cases(); c++) {
            double[] npvs = npvs(c);
            double npv = Arrays.stream(npvs).sum();
            double costs = figures.costs(c);
            double gaining = Arrays.stream(npvs).filter(each -> each > 0).count();
            double ratio = PlaceFigures.perEuro(centralOrExpected(c, npv), costs);
            table.row(
                    Cell.of(name(c)),
                    Cell.of(words.numbers().whole(gaining), gaining),
                    Cell.of(words.numbers().whole(costs), costs),
                    Cell.of(words.numbers().whole(npv), npv),
                    Double.isNaN(ratio)
                            ? Cell.of(Topic.NONE)
                            : Cell.of(words.numbers().perEuro(ratio), ratio));
        }
        return table.make();
    }

    // The map and the table

    private List<Block> coverage(MapCoverage coverage) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(plain(words.text("places.map.intro")));
        missing("places.map.without_shape", coverage.placesWithoutShape(), blocks);
        missing("places.map.without_row", coverage.shapesWithoutPlace(), blocks);
        if (coverage.map().notes().withoutId() > 0) {
            blocks.add(warning(
                    words.text("places.map.without_id", coverage.map().notes().withoutId())));
        }
        return blocks;
    }

    private void missing(String key, List<String> ids, List<Block> blocks) {
        if (!ids.isEmpty()) {
            String named = String.join(", ", ids.subList(0, Math.min(MOST_NAMED, ids.size())));
            String all =
                    ids.size() > MOST_NAMED ? words.shared("choice.and_more", named, ids.size() - MOST_NAMED) : named;
            blocks.add(note(words.text(key, words.numbers().whole(ids.size()), all)));
        }
    }

    private List<Block> likeness() {
        LikePlaces like = findings.like();
        List<Block> blocks = new ArrayList<>();
        if (like.isAsked()) {
            if (like.count() > 0) {
                blocks.add(plain(
                        words.text("places.like", like.count(), String.join(", ", columnNames(figures.likeness())))));
            }
            if (!like.constant().isEmpty()) {
                blocks.add(note(words.text("places.like.constant", String.join(", ", columnNames(like.constant())))));
            }
            if (like.without() > 0) {
                blocks.add(
                        note(words.text("places.like.without", words.numbers().whole(like.without()))));
            }
        }
        return blocks;
    }

    private List<String> columnNames(List<String> columns) {
        return columns.stream().map(words.labels()::parameter).toList();
    }

    // What it rests on

    private List<Block> rests() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(plain(
                findings.columns().isEmpty()
                        ? words.text("places.columns.none")
                        : words.text("places.columns", String.join(", ", columnNames(findings.columns())))));
        Set<String> unpriced = new LinkedHashSet<>();
        List<String> quality = new ArrayList<>();
        Optional<String> first = findings.selection().runs().get(0);
        for (AlternativeResult result : findings.appraisal().results()) {
            if (!result.outlook().equals(first)) {
                continue;
            }
            result.unpriced().forEach(each -> unpriced.add(item(each)));
            new QualityText(result.quality(), words.sharedMessages(), words.numbers())
                    .sentence()
                    .ifPresent(sentence ->
                            quality.add(words.labels().alternative(result.alternative()) + ": " + sentence));
        }
        if (!quality.isEmpty()) {
            blocks.add(plain(words.text("places.quality")));
            blocks.add(new Bullets(quality));
        }
        if (unpriced.isEmpty()) {
            blocks.add(plain(words.text("unpriced.none")));
        } else {
            blocks.add(plain(words.text("unpriced.intro")));
            blocks.add(new Bullets(List.copyOf(unpriced)));
        }
        blocks.add(new Bullets(Conventions.of(findings.scenario(), findings.selection(), words.sharedMessages())));
        if (!findings.warnings().isEmpty()) {
            blocks.add(plain(words.text("conventions.warnings")));
            blocks.add(new Bullets(findings.warnings().stream()
                    .map(warning -> warning.format(words.language().locale()))
                    .distinct()
                    .toList()));
        }
        return blocks;
    }

    private String item(UnpricedResult each) {
        UnpricedItem item = each.item();
        String sign = words.text(
                switch (item.sign()) {
                    case POSITIVE -> "sign.positive";
                    case NEGATIVE -> "sign.negative";
                    case NEUTRAL -> "sign.neutral";
                    case UNKNOWN -> "sign.unknown";
                });
        return words.labels().text(item.name()) + " (" + sign + ", "
                + words.labels().stakeholder(item.stakeholder()) + ")";
    }

    private List<Block> repeat() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(plain(words.text("places.repeat", repetition.version())));
        blocks.add(new Code(repetition.command()));
        TableMaker table = new TableMaker(words.text("repeat.inputs")).texts(words.text("column.file"), "SHA-256");
        repetition.inputs().forEach(input -> table.row(Cell.of(input.name()), Cell.of(input.sha256())));
        blocks.add(table.make());
        return blocks;
    }
}
