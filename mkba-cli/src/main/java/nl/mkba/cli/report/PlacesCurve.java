package nl.mkba.cli.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.mkba.portfolio.Options;
import nl.mkba.portfolio.Ranking;
import org.jspecify.annotations.Nullable;

/**
 * What a budget buys in one outlook, in the central estimate: the steps of the ranking one after the other, with what they cost and are
 * worth together. Not to be changed once it is made.
 */
final class PlacesCurve {

    private final Optional<String> outlook;
    private final List<String> alternatives;
    private final Ranking ranking;
    private final double[] costs;
    private final double[] npvs;

    private PlacesCurve(Optional<String> outlook, List<String> alternatives, Ranking ranking) {
        this.outlook = outlook;
        this.alternatives = alternatives;
        this.ranking = ranking;
        int steps = ranking.steps().size();
        this.costs = new double[steps + 1];
        this.npvs = new double[steps + 1];
        costs[0] = ranking.beginCost();
        npvs[0] = ranking.beginNpv();
        for (int k = 0; k < steps; k++) {
            costs[k + 1] = costs[k] + ranking.steps().get(k).cost();
            npvs[k + 1] = npvs[k] + ranking.steps().get(k).npv();
        }
    }

    /**
     * A curve for each outlook, in the order of the cases.
     *
     * @param budgetOf whose costs count; null for those of society
     */
    static List<PlacesCurve> of(PlaceFigures figures, @Nullable String budgetOf) {
        Map<Optional<String>, List<Integer>> outlooks = new LinkedHashMap<>();
        for (int c = 0; c < figures.cases(); c++) {
            outlooks.computeIfAbsent(figures.outlook(c), outlook -> new ArrayList<>()).add(c);
        }
        String cost = budgetOf == null ? "pv_costs" : "costs_" + budgetOf;
        List<PlacesCurve> curves = new ArrayList<>();
        outlooks.forEach((outlook, cases) -> {
            Options options = new Options(figures.places(), cases.size());
            for (int place = 0; place < figures.places(); place++) {
                for (int a = 0; a < cases.size(); a++) {
                    options.set(
                            place,
                            a,
                            figures.figure(cases.get(a), cost, place),
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

    /** What so many steps cost together. */
    double cost(int steps) {
        return costs[steps];
    }

    /** What so many steps are worth together. */
    double npv(int steps) {
        return npvs[steps];
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

    /** Numbers of steps at which a curve of at most so many points has one: evenly over the costs, with both ends. */
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
