package nl.mkba.cli.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import nl.mkba.appraisal.AlternativeResult;
import nl.mkba.appraisal.UnpricedResult;
import nl.mkba.cli.language.Language;
import nl.mkba.cli.render.ChoiceOfPlaces;
import nl.mkba.cli.render.Conventions;
import nl.mkba.cli.render.ObjectiveText;
import nl.mkba.cli.render.QualityText;
import nl.mkba.cli.report.Document.AlternativePart;
import nl.mkba.cli.report.Document.Block;
import nl.mkba.cli.report.Document.Bullets;
import nl.mkba.cli.report.Document.Cell;
import nl.mkba.cli.report.Document.Chart;
import nl.mkba.cli.report.Document.ChartKind;
import nl.mkba.cli.report.Document.Code;
import nl.mkba.cli.report.Document.Paragraph;
import nl.mkba.cli.report.Document.Section;
import nl.mkba.cli.report.Document.Tile;
import nl.mkba.cli.report.Document.Tiles;
import nl.mkba.cli.report.Document.Tone;
import nl.mkba.engine.portfolio.BudgetChoice;
import nl.mkba.engine.portfolio.ChoiceLimits;
import nl.mkba.engine.portfolio.Objective;
import nl.mkba.engine.portfolio.Ranking;
import nl.mkba.scenario.UnpricedItem;
import org.jspecify.annotations.Nullable;

/** What a page about places says, in one language. The map and the table of all places are drawn by its scripts. */
final class PlacesDocument {

    /** The section in which the page draws the map, and that in which it shows all places. */
    static final String MAP = "map";

    static final String TABLE = "places";

    private static final int BINS = 40;

    /** Points of a curve: more, and none of them is seen. */
    private static final int MOST_POINTS = 240;

    /** Rows of the table behind the curve. */
    private static final int PARTS_OF_THE_WAY = 10;

    /** Steps of the ranking; the table of places has the rest. */
    private static final int MOST_STEPS = 40;

    /** A gap below this is shown as less than that. */
    private static final double SMALLEST_GAP = 1e-6;

    /** Ids that are named one by one. */
    private static final int MOST_NAMED = 500;

    private final PlacesFindings findings;
    private final Repetition repetition;
    private final Words words;
    private final PlaceFigures figures;
    private final List<PlacesCurve> curves;
    private final ObjectiveText objective;

    private PlacesDocument(
            PlacesFindings findings, List<PlacesCurve> curves, Repetition repetition, Language language) {
        this.findings = findings;
        this.repetition = repetition;
        this.words = new Words(findings.scenario(), language);
        this.figures = findings.figures();
        this.curves = curves;
        this.objective = new ObjectiveText(
                findings.choices().isEmpty()
                        ? new Objective.NetPresentValue()
                        : Objective.of(findings.choices().get(0).request().objective())
                                .orElseThrow(),
                words.labels(),
                words.sharedMessages(),
                words.numbers());
    }

    /** @param curves what a budget buys, for each outlook */
    static Document of(PlacesFindings findings, List<PlacesCurve> curves, Repetition repetition, Language language) {
        return new PlacesDocument(findings, curves, repetition, language).document();
    }

    private Document document() {
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("summary", words.text("places.summary"), summary()));
        sections.add(new Section("budget", words.text("places.budget"), budget()));
        sections.add(new Section("spread", words.text("places.spread"), spread()));
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

    private interface OfCase {
        List<Block> blocks(int theCase);
    }

    /** The same for each case; the page shows that of the case that is chosen there. */
    private List<Block> perCase(OfCase ofCase) {
        if (figures.cases() == 1) {
            return ofCase.blocks(0);
        }
        List<Block> parts = new ArrayList<>();
        for (int c = 0; c < figures.cases(); c++) {
            parts.add(new AlternativePart(String.valueOf(c), name(c), true, ofCase.blocks(c)));
        }
        return parts;
    }

    private String name(int theCase) {
        return words.labels().run(figures.alternative(theCase), figures.outlook(theCase));
    }

    private List<Block> answer(int theCase) {
        double[] npvs = npvs(theCase);
        long gaining = Arrays.stream(npvs).filter(npv -> npv > 0).count();
        double npv = Arrays.stream(npvs).sum();
        double costs = costs(theCase);
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
                words.money(npv),
                words.text("places.tile.all")));
        if (costs > 0) {
            tiles.add(new Tile(
                    words.text(figures.hasExpectedCosts() ? "places.tile.ratio.expected" : "places.tile.ratio"),
                    words.numbers().perEuro(1 + centralOrExpected(theCase, npv) / costs),
                    words.text("places.tile.costs", words.money(costs))));
        }
        double median = median(npvs);
        tiles.add(new Tile(
                words.text(isDrawn ? "places.tile.median.expected" : "places.tile.median"),
                words.money(median),
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

    private double[] npvs(int theCase) {
        return IntStream.range(0, figures.places())
                .mapToDouble(place -> figures.npv(theCase, place))
                .toArray();
    }

    private double costs(int theCase) {
        return IntStream.range(0, figures.places())
                .mapToDouble(place -> figures.costs(theCase, place))
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
            double costs = costs(c);
            double gaining = Arrays.stream(npvs).filter(each -> each > 0).count();
            double ratio = 1 + centralOrExpected(c, npv) / costs;
            table.row(
                    Cell.of(name(c)),
                    Cell.of(words.numbers().whole(gaining), gaining),
                    Cell.of(words.numbers().whole(costs), costs),
                    Cell.of(words.numbers().whole(npv), npv),
                    costs > 0 ? Cell.of(words.numbers().perEuro(ratio), ratio) : Cell.of(Topic.NONE));
        }
        return table.make();
    }

    // What a budget buys

    private List<Block> budget() {
        List<Block> blocks = new ArrayList<>();
        Optional<String> payer = findings.choices().stream()
                .findFirst()
                .flatMap(choice -> choice.request().stakeholder());
        blocks.add(plain(
                payer.isEmpty()
                        ? words.text("places.budget.intro", objective.name())
                        : words.text(
                                "places.budget.intro.of_party",
                                words.labels().stakeholder(payer.get()),
                                objective.name())));
        if (figures.draws() > 0) {
            blocks.add(note(words.text("places.budget.central")));
        }
        if (curves.stream().allMatch(curve -> curve.ranking().steps().isEmpty())) {
            blocks.add(plain(words.text("places.budget.nothing")));
            return blocks;
        }
        for (int c = 0; c < curves.size(); c++) {
            PlacesCurve curve = curves.get(c);
            ChoiceOfPlaces choice =
                    findings.choices().isEmpty() ? null : findings.choices().get(c);
            List<Block> ofOutlook = new ArrayList<>();
            if (choice != null) {
                ofOutlook.addAll(choice(choice, curve));
            }
            ofOutlook.add(plain(last(curve)));
            ofOutlook.add(chart(curve, choice));
            ofOutlook.add(ranking(curve, choice));
            if (curves.size() > 1) {
                blocks.add(new Paragraph(
                        Tone.LEAD,
                        curve.outlook()
                                .map(outlook -> words.text(
                                        "places.outlook", words.labels().outlook(outlook)))
                                .orElse(words.text("summary.without_outlook"))));
            }
            blocks.addAll(ofOutlook);
        }
        return blocks;
    }

    /** What a choice may take of its budgets, and what it takes, together. */
    private static double budget(ChoiceOfPlaces choice) {
        ChoiceLimits limits = choice.limits();
        return IntStream.range(0, limits.budgets()).mapToDouble(limits::ceiling).sum();
    }

    private List<Block> choice(ChoiceOfPlaces choice, PlacesCurve curve) {
        BudgetChoice made = choice.choice();
        boolean isYearly = !choice.years().isEmpty();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Paragraph(
                Tone.LEAD,
                words.text(
                        "places.choice",
                        words.money(budget(choice)),
                        words.numbers().whole(made.count()),
                        words.numbers().whole(figures.places()),
                        objective.value(made.value()),
                        objective.name())));
        choice.places()
                .per()
                .ifPresent(column -> blocks.add(plain(words.shared(
                        "choice.at_least", words.numbers().whole(choice.limits().atLeast()), column))));
        List<Tile> tiles = new ArrayList<>();
        tiles.add(new Tile(
                words.shared("choice.count"),
                words.numbers().whole(made.count()),
                words.text("places.tile.of", words.numbers().whole(figures.places()))));
        tiles.add(new Tile(
                words.shared("choice.cost"),
                words.money(made.cost()),
                words.text("places.tile.budget", words.money(budget(choice)))));
        tiles.add(new Tile(
                objective.name(),
                objective.value(made.value()),
                words.shared(
                        made.gap() == 0 ? "choice.proven" : "choice.gap",
                        words.numbers().decimal(Math.max(made.gap(), SMALLEST_GAP) * 100, 4) + "%")));
        if (made.cost() > 0) {
            tiles.add(new Tile(
                    words.shared("choice.npv_per_euro", objective.name()),
                    objective.perEuro(made.value() / made.cost()),
                    words.text("fan.central")));
        }
        blocks.add(new Tiles(tiles));
        if (isYearly) {
            blocks.add(years(choice));
        } else {
            curve.firstBeyond(budget(choice))
                    .ifPresent(step -> blocks.add(plain(words.text(
                            "places.next",
                            figures.label(step.place()),
                            words.money(step.cost()),
                            objective.perEuro(step.valuePerEuro())))));
        }
        return blocks;
    }

    /** What is taken of the budget of each year. */
    private Block years(ChoiceOfPlaces choice) {
        TableMaker table = new TableMaker(
                        words.text("places.years", words.numbers().currency()))
                .texts(words.shared("column.year"))
                .numbers(words.shared("column.budget"), words.shared("column.taken"));
        List<Integer> years = choice.years();
        for (int budget = 0; budget < years.size(); budget++) {
            table.row(
                    Cell.of(String.valueOf(years.get(budget))),
                    amount(choice.limits().ceiling(budget)),
                    amount(choice.choice().cost(budget)));
        }
        return table.make();
    }

    /** Where the curve ends: at the last place that still adds something. */
    private String last(PlacesCurve curve) {
        List<Ranking.Step> steps = curve.ranking().steps();
        Ranking.Step last = steps.get(steps.size() - 1);
        return words.text(
                "places.last",
                words.money(curve.cost(steps.size())),
                figures.label(last.place()),
                objective.perEuro(last.valuePerEuro()));
    }

    private Chart chart(PlacesCurve curve, @Nullable ChoiceOfPlaces choice) {
        List<@Nullable Object> points = new ArrayList<>();
        for (int step : curve.points(MOST_POINTS)) {
            points.add(List.of(curve.cost(step), curve.value(step)));
        }
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("points", points);
        data.put("budget", choice == null ? null : budget(choice));
        data.put("names", List.of(words.text("places.curve.line"), words.text("places.curve.budget")));
        data.put("format", objective.isUnits() ? "number" : "money");
        data.put("axes", List.of(words.text("places.curve.cost"), objective.name()));
        TableMaker table = new TableMaker(
                        words.text("places.curve.table", words.numbers().currency()))
                .texts(words.text("places.curve.cost"))
                .numbers(objective.name(), words.text("places.column.steps"), words.shared("column.value_per_euro"))
                .texts(words.text("places.column.marginal"));
        List<Ranking.Step> steps = curve.ranking().steps();
        for (int step : curve.partsOfTheWay(PARTS_OF_THE_WAY)) {
            Ranking.Step last = steps.get(step - 1);
            table.row(
                    amount(curve.cost(step)),
                    value(curve.value(step)),
                    amount(step),
                    Cell.of(objective.perEuro(last.valuePerEuro()), last.valuePerEuro()),
                    Cell.of(figures.label(last.place())));
        }
        return new Chart(
                ChartKind.CURVE,
                words.text("places.curve", objective.name(), words.numbers().currency()),
                words.text(
                        "places.curve.description",
                        words.roughly(curve.cost(steps.size())),
                        objective.value(curve.value(steps.size()))),
                data,
                List.of(table.make()),
                false);
    }

    /** What something is worth, without the currency that stands in the caption. */
    private Cell value(double value) {
        return objective.isUnits() ? Cell.of(words.numbers().rounded(value), value) : amount(value);
    }

    private Cell amount(double amount) {
        return Cell.of(words.numbers().whole(amount), amount);
    }

    private Block ranking(PlacesCurve curve, @Nullable ChoiceOfPlaces choice) {
        List<Ranking.Step> steps = curve.ranking().steps();
        boolean isDrawn = choice != null && choice.draws() > 0;
        boolean areSeveral = curve.alternatives().size() > 1;
        TableMaker table = new TableMaker(words.text(
                steps.size() > MOST_STEPS ? "places.ranking.first" : "places.ranking",
                MOST_STEPS,
                words.numbers().currency()));
        table.texts(words.shared("column.place"));
        if (areSeveral) {
            table.texts(words.shared("column.alternative"), words.shared("column.instead_of"));
        }
        table.numbers(
                words.shared("column.costs"),
                objective.name(),
                words.shared("column.value_per_euro"),
                words.shared("column.cumulative_cost"));
        if (isDrawn) {
            table.numbers(words.shared("column.in_draws"));
        }
        for (int k = 0; k < Math.min(MOST_STEPS, steps.size()); k++) {
            Ranking.Step step = steps.get(k);
            List<Cell> cells = new ArrayList<>();
            cells.add(Cell.of(figures.label(step.place())));
            if (areSeveral) {
                cells.add(Cell.of(alternative(curve, step.to())));
                cells.add(Cell.of(alternative(curve, step.from())));
            }
            cells.add(amount(step.cost()));
            cells.add(value(step.value()));
            cells.add(Cell.of(objective.perEuro(step.valuePerEuro()), step.valuePerEuro()));
            cells.add(amount(curve.cost(k + 1)));
            if (choice != null && isDrawn) {
                double share = choice.share(step.place());
                cells.add(Cell.of(words.numbers().percentage(share), share));
            }
            table.row(false, cells);
        }
        return table.make();
    }

    private String alternative(PlacesCurve curve, int index) {
        return index == BudgetChoice.NONE
                ? Topic.NONE
                : words.labels().alternative(curve.alternatives().get(index));
    }

    // The spread over places

    private List<Block> spread() {
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

    private static Paragraph plain(String text) {
        return new Paragraph(Tone.PLAIN, text);
    }

    private static Paragraph note(String text) {
        return new Paragraph(Tone.NOTE, text);
    }

    private static Paragraph warning(String text) {
        return new Paragraph(Tone.WARNING, text);
    }
}
