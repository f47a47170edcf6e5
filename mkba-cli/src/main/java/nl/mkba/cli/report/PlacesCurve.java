package nl.mkba.cli.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.mkba.cli.render.ChoiceOfPlaces;
import nl.mkba.engine.portfolio.Options;
import nl.mkba.engine.portfolio.Ranking;

/**
 * What a budget buys in one outlook, in the central estimate: the steps of the ranking one after the other, with what they cost and are
 * worth together. Not to be changed once it is made.
 */
final class PlacesCurve {

    private final Optional<String> outlook;
    private final List<String> alternatives;
    private final Ranking ranking;
    private final double[] costs;
    private final double[] values;

    private PlacesCurve(Optional<String> outlook, List<String> alternatives, Ranking ranking) {
        this.outlook = outlook;
        this.alternatives = alternatives;
        this.ranking = ranking;
        int steps = ranking.steps().size();
        this.costs = new double[steps + 1];
        this.values = new double[steps + 1];
        costs[0] = ranking.beginCost();
        values[0] = ranking.beginValue();
        for (int k = 0; k < steps; k++) {
            costs[k + 1] = costs[k] + ranking.steps().get(k).cost();
            values[k + 1] = values[k] + ranking.steps().get(k).value();
        }
    }

    /** A curve for each choice, or where there is none for each outlook: of net present values and the costs of society. */
    static List<PlacesCurve> of(PlaceFigures figures, List<ChoiceOfPlaces> choices) {
        if (!choices.isEmpty()) {
            return choices.stream()
                    .map(choice -> new PlacesCurve(choice.outlook(), choice.alternatives(), choice.ranking()))
                    .toList();
        }
        Map<Optional<String>, List<Integer>> outlooks = new LinkedHashMap<>();
        for (int c = 0; c < figures.cases(); c++) {
            outlooks.computeIfAbsent(figures.outlook(c), outlook -> new ArrayList<>())
                    .add(c);
        }
        List<PlacesCurve> curves = new ArrayList<>();
        outlooks.forEach((outlook, cases) -> {
            Options options = new Options(figures.places(), cases.size());
            for (int place = 0; place < figures.places(); place++) {
                for (int a = 0; a < cases.size(); a++) {
                    options.set(
                            place,
                            a,
                            figures.figure(cases.get(a), "pv_costs", place),
                            figures.figure(cases.get(a), "npv", place));
                }
            }
            curves.add(new PlacesCurve(
                    outlook, cases.stream().map(figures::alternative).toList(), Ranking.of(options)));
        });
        return curves;
    }

    Optional<String> outlook() {
        return outlook;
    }

    /** Ids of the alternatives between which steps are taken. */
    List<String> alternatives() {
        return alternatives;
    }

    Ranking ranking() {
        return ranking;
    }

    /** What the first steps cost together. */
    double cost(int steps) {
        return costs[steps];
    }

    /** What the first steps are worth together. */
    double value(int steps) {
        return values[steps];
    }

    /** The first step that no longer fits if all are taken in their order; nothing if all fit. */
    Optional<Ranking.Step> firstBeyond(double budget) {
        for (int k = 1; k < costs.length; k++) {
            if (costs[k] > budget) {
                return Optional.of(ranking.steps().get(k - 1));
            }
        }
        return Optional.empty();
    }

    /** Numbers of steps at which a curve has points, of which there are at most this many: evenly over the costs, with both ends. */
    List<Integer> points(int most) {
        List<Integer> points = new ArrayList<>();
        points.add(0);
        if (costs.length - 1 <= most) {
            for (int k = 1; k < costs.length; k++) {
                points.add(k);
            }
            return points;
        }
        points.addAll(partsOfTheWay(most - 1));
        return points;
    }

    /** Numbers of steps, each the last within a next equal part of all costs; the last is that of all steps. */
    List<Integer> partsOfTheWay(int parts) {
        List<Integer> found = new ArrayList<>();
        int step = 0;
        int last = costs.length - 1;
        for (int part = 1; part <= parts; part++) {
            double limit = costs[0] + (costs[last] - costs[0]) * part / parts;
            while (step < last && (part == parts || costs[step + 1] <= limit)) {
                step++;
            }
            if (step > 0 && (found.isEmpty() || found.get(found.size() - 1) != step)) {
                found.add(step);
            }
        }
        return found;
    }
}
