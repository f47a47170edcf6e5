package nl.mkba.cli.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import nl.mkba.cli.language.Language;
import nl.mkba.cli.map.PlaceMap;
import nl.mkba.cli.render.ChoiceOfPlaces;
import nl.mkba.json.tree.Plain;
import org.jspecify.annotations.Nullable;

/** The page about all places of a table, as one web page that needs nothing else: no network, no other file. */
public final class PlacesReport {

    private static final List<String> SCRIPTS =
            List.of("echarts.min.js", "charts.js", "page.js", "places_table.js", "places_map.js");

    /** From here on a page shows no cents. */
    private static final double WHOLE = 1_000;

    private static final double HUNDRED = 100;
    private static final double TEN_THOUSAND = 10_000;

    private PlacesReport() {}

    /**
     * The page.
     *
     * @param language the one that is shown first; the other is in the page too
     */
    public static String of(PlacesFindings findings, Repetition repetition, Language language) {
        PlaceFigures figures = findings.figures();
        List<PlacesCurve> curves = PlacesCurve.of(figures, findings.choices());
        String currency = findings.scenario().currency();
        List<PlacesView.Voice> voices = new ArrayList<>();
        voices.add(voice(findings, curves, repetition, language, currency));
        for (Language other : Language.values()) {
            if (other != language) {
                voices.add(voice(findings, curves, repetition, other, currency));
            }
        }
        List<String> scripts = SCRIPTS.stream().map(HtmlReport::resource).toList();
        PlacesView view = new PlacesView(
                language.id(),
                voices,
                String.valueOf(leader(figures)),
                currency,
                repetition.version(),
                figures.draws() > 0,
                figures.hasExpectedCosts(),
                !findings.choices().isEmpty(),
                findings.like().isAsked(),
                Page.embedded(data(findings, curves)),
                HtmlReport.resource("page.css") + HtmlReport.resource("places.css"),
                scripts,
                HtmlReport.policy(scripts));
        StringOutput html = new StringOutput(1 << 20);
        TemplateEngine.createPrecompiled(
                        null, ContentType.Html, PlacesReport.class.getClassLoader(), HtmlReport.TEMPLATES)
                .render("places.jte", view, html);
        return html.toString();
    }

    private static PlacesView.Voice voice(
            PlacesFindings findings,
            List<PlacesCurve> curves,
            Repetition repetition,
            Language language,
            String currency) {
        Words words = new Words(findings.scenario(), language);
        PlaceFigures figures = findings.figures();
        Map<String, String> cases = new LinkedHashMap<>();
        for (int c = 0; c < figures.cases(); c++) {
            cases.put(String.valueOf(c), words.labels().run(figures.alternative(c), figures.outlook(c)));
        }
        List<String> alternatives = curves.get(0).alternatives().stream()
                .map(words.labels()::alternative)
                .toList();
        return new PlacesView.Voice(
                new Page.Voice(PlacesDocument.of(findings, curves, repetition, language), currency),
                cases,
                alternatives);
    }

    /** The case that is shown first: of those of the first outlook that in which all places together gain most. */
    private static int leader(PlaceFigures figures) {
        int leader = 0;
        double best = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < figures.cases(); c++) {
            int theCase = c;
            double npv = IntStream.range(0, figures.places())
                    .mapToDouble(place -> figures.npv(theCase, place))
                    .sum();
            if (figures.outlook(c).equals(figures.outlook(0)) && npv > best) {
                leader = c;
                best = npv;
            }
        }
        return leader;
    }

    private static Map<String, @Nullable Object> data(PlacesFindings findings, List<PlacesCurve> curves) {
        PlaceFigures figures = findings.figures();
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("ids", figures.ids().stream().map(Plain::line).toList());
        if (figures.names().stream().anyMatch(name -> !name.isEmpty())) {
            data.put("names", figures.names().stream().map(Plain::line).toList());
        }
        List<Object> cases = new ArrayList<>();
        for (int c = 0; c < figures.cases(); c++) {
            cases.add(ofCase(findings, curves, c));
        }
        data.put("cases", cases);
        data.put(
                "choices", findings.choices().stream().map(PlacesReport::choice).toList());
        MapCoverage coverage = findings.coverage();
        if (coverage != null) {
            PlaceMap map = coverage.map();
            data.put("width", map.width());
            data.put("height", map.height());
            data.put("places", coverage.places());
            data.put("shapes", map.shapes().stream().map(PlaceMap.Shape::rings).toList());
            List<String> names = new ArrayList<>();
            for (int shape = 0; shape < map.shapes().size(); shape++) {
                if (coverage.places().get(shape) == MapCoverage.NONE) {
                    names.add(Plain.line(map.shapes().get(shape).id()));
                }
            }
            data.put("others", names);
        }
        return data;
    }

    private static Map<String, @Nullable Object> ofCase(
            PlacesFindings findings, List<PlacesCurve> curves, int theCase) {
        PlaceFigures figures = findings.figures();
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        Optional<String> outlook = figures.outlook(theCase);
        columns.put(
                "choice",
                IntStream.range(0, curves.size())
                        .filter(c -> curves.get(c).outlook().equals(outlook))
                        .findFirst()
                        .orElse(0));
        columns.put("costs", amounts(figures, place -> figures.costs(theCase, place)));
        columns.put("npv", amounts(figures, place -> figures.npv(theCase, place)));
        columns.put("ratio", ratios(figures, place -> figures.ratio(theCase, place)));
        if (figures.draws() > 0) {
            columns.put("low", amounts(figures, place -> figures.figure(theCase, "npv_p5", place)));
            columns.put("high", amounts(figures, place -> figures.figure(theCase, "npv_p95", place)));
            columns.put("central", amounts(figures, place -> figures.figure(theCase, "npv", place)));
            columns.put("chance", ratios(figures, place -> figures.figure(theCase, "probability_positive", place)));
        }
        LikePlaces like = findings.like();
        if (like.isAsked()) {
            columns.put("like_ratio", ratios(figures, place -> like.ratio(theCase, place)));
            columns.put("like_npv", amounts(figures, place -> like.npv(theCase, place)));
        }
        return columns;
    }

    private static List<@Nullable Object> amounts(PlaceFigures figures, IntToDoubleFunction figure) {
        return numbers(figures, figure, value -> Math.abs(value) < WHOLE ? HUNDRED : 1);
    }

    private static List<@Nullable Object> ratios(PlaceFigures figures, IntToDoubleFunction figure) {
        return numbers(figures, figure, value -> TEN_THOUSAND);
    }

    /** Numbers as short as what they mean; null for what is absent. */
    private static List<@Nullable Object> numbers(
            PlaceFigures figures, IntToDoubleFunction figure, DoubleUnaryOperator precision) {
        List<@Nullable Object> numbers = new ArrayList<>(figures.places());
        for (int place = 0; place < figures.places(); place++) {
            double value = figure.applyAsDouble(place);
            if (Double.isNaN(value)) {
                numbers.add(null);
            } else {
                double times = precision.applyAsDouble(value);
                double rounded = Math.rint(value * times) / times;
                if (rounded == Math.rint(rounded) && Math.abs(rounded) < Long.MAX_VALUE / 2.0) {
                    numbers.add((long) rounded);
                } else {
                    numbers.add(Double.isFinite(rounded) ? rounded : value);
                }
            }
        }
        return numbers;
    }

    private static Map<String, @Nullable Object> choice(ChoiceOfPlaces choice) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put(
                "chosen",
                IntStream.range(0, choice.ids().size())
                        .mapToObj(place -> choice.choice().alternative(place))
                        .toList());
        if (choice.draws() > 0) {
            tree.put(
                    "share",
                    IntStream.range(0, choice.ids().size())
                            .mapToObj(place -> Math.rint(choice.share(place) * TEN_THOUSAND) / TEN_THOUSAND)
                            .toList());
        }
        return tree;
    }
}
