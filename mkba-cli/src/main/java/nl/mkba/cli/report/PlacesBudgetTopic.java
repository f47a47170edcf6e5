package nl.mkba.cli.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.mkba.cli.render.ChoiceOfPlaces;
import nl.mkba.cli.render.ObjectiveText;
import nl.mkba.cli.report.Document.Block;
import nl.mkba.cli.report.Document.Cell;
import nl.mkba.cli.report.Document.Chart;
import nl.mkba.cli.report.Document.ChartKind;
import nl.mkba.cli.report.Document.Paragraph;
import nl.mkba.cli.report.Document.Tile;
import nl.mkba.cli.report.Document.Tiles;
import nl.mkba.cli.report.Document.Tone;
import nl.mkba.engine.portfolio.BudgetChoice;
import nl.mkba.engine.portfolio.ChoiceLimits;
import nl.mkba.engine.portfolio.Objective;
import nl.mkba.engine.portfolio.Ranking;
import org.jspecify.annotations.Nullable;

/** What a budget buys: the choice, the curve and the ranking, for each outlook. */
final class PlacesBudgetTopic extends PlacesTopic {

    /** Points of a curve: more, and none of them is seen. */
    private static final int MOST_POINTS = 240;

    /** Rows of the table behind the curve. */
    private static final int PARTS_OF_THE_WAY = 10;

    /** Steps of the ranking; the table of places has the rest. */
    private static final int MOST_STEPS = 40;

    /** A gap below this is shown as less than that. */
    private static final double SMALLEST_GAP = 1e-6;

    private final List<PlacesCurve> curves;
    private final ObjectiveText objective;

    /** @param curves what a budget buys, for each outlook */
    PlacesBudgetTopic(PlacesFindings findings, List<PlacesCurve> curves, Words words) {
        super(findings, words);
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

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        Optional<String> payer = findings.choices().stream()
                .findFirst()
                .flatMap(choice -> choice.request().stakeholder());
        blocks.add(plain(
                payer.isEmpty()
                        ? words.text("places.budget.intro", objective.nameWithin(), objective.unitOfCosts())
                        : words.text(
                                "places.budget.intro.of_stakeholder",
                                words.labels().stakeholder(payer.get()),
                                objective.nameWithin(),
                                objective.unitOfCosts())));
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

    /** An amount whose sign and number stay together, or a number of units. */
    private String written(double value) {
        return objective.isUnits() ? objective.value(value) : words.money(value);
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
                        objective.isUnits() ? written(made.value()) : words.roughly(made.value()),
                        objective.nameWithin())));
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
                written(made.value()),
                words.shared(
                        made.gap() == 0 ? "choice.proven" : "choice.gap",
                        words.numbers().decimal(Math.max(made.gap(), SMALLEST_GAP) * 100, 4) + "%")));
        if (made.cost() > 0) {
            tiles.add(new Tile(
                    words.shared("choice.npv_per_euro", objective.name(), objective.unitOfCosts()),
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
                            objective.withUnitOfCosts(step.valuePerEuro())))));
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
                objective.withUnitOfCosts(last.valuePerEuro()));
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
                .numbers(objective.name(), words.text("places.column.steps"), objective.headingPerEuro())
                .texts(words.text("places.column.marginal"));
        List<Ranking.Step> steps = curve.ranking().steps();
        for (int step : curve.partsOfTheWay(PARTS_OF_THE_WAY)) {
            Ranking.Step last = steps.get(step - 1);
            table.row(
                    amount(curve.cost(step)),
                    value(curve.value(step)),
                    amount(step),
                    perEuro(last),
                    Cell.of(figures.label(last.place())));
        }
        return new Chart(
                ChartKind.CURVE,
                words.text("places.curve", objective.name(), words.numbers().currency()),
                words.text(
                        "places.curve.description",
                        words.roughly(curve.cost(steps.size())),
                        written(curve.value(steps.size()))),
                data,
                List.of(table.make()),
                false);
    }

    /** What something is worth, without the currency that stands in the caption. */
    private Cell value(double value) {
        return objective.isUnits() ? Cell.of(words.numbers().rounded(value), value) : amount(value);
    }

    /** What a step brings for the money, sorted by the number that is shown. */
    private Cell perEuro(Ranking.Step step) {
        return Cell.of(objective.perEuro(step.valuePerEuro()), objective.shownPerEuro(step.valuePerEuro()));
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
                objective.headingPerEuro(),
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
            cells.add(perEuro(step));
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

    private Cell amount(double amount) {
        return Cell.of(words.numbers().whole(amount), amount);
    }
}
