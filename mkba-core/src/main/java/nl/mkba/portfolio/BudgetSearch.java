package nl.mkba.portfolio;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Branch and bound for the choice within a budget. With a price λ on every euro of the budget, an option is worth {@code npv −
 * λ cost}; a choice falls short of the bound by what its options lose against the best ones of their places at that price, and
 * by λ for each euro that is left over. So an option that loses more than the gap is in no better choice (reduction by
 * Lagrangian bounds: Kellerer, Pferschy and Pisinger 2004, section 11.2.3), and with many places nearly all are settled at
 * once.
 */
final class BudgetSearch {

    /** The search goes no deeper; places beyond keep their best option at the price, and nothing is proven for them. */
    private static final int MOST_PLACES = 1_000;

    /** Differences smaller than this part of the amounts are rounding. */
    private static final double ROUNDING = 1e-12;

    private final Options options;
    private final BudgetChoice first;
    private final double price;

    /** By how much costs may be above the budget: adding them up in another order does that. */
    private final double slack;

    private final double rounding;
    private final double bound;
    private final List<Place> open = new ArrayList<>();
    private final int[] settled;
    private boolean isWhole = true;
    private long stepsLeft;
    private double[] leastCosts = {};
    private double[] mostCosts = {};
    private int[] current = {};
    private int[] found = {};
    private double shortfall;

    /** A place with more than one option that may be in a better choice, the best at the price first. */
    private record Place(int index, List<Candidate> candidates) {}

    private record Candidate(int alternative, double cost, double loss) {}

    BudgetSearch(Options options, BudgetChoice first, double price, double slack, long steps) {
        this.options = options;
        this.first = first;
        this.price = price;
        this.slack = slack;
        this.stepsLeft = steps;
        this.settled = first.alternatives();
        double best = price * first.budget();
        double size = Math.abs(best);
        for (int place = 0; place < options.places(); place++) {
            double here = best(place);
            best += here;
            size += Math.abs(here);
        }
        this.bound = best;
        this.rounding = ROUNDING * size;
        this.shortfall = bound - first.npv();
    }

    private double worth(int place, int alternative) {
        return options.npv(place, alternative) - price * options.cost(place, alternative);
    }

    private double best(int place) {
        double best = 0;
        for (int alternative = 0; alternative < options.alternatives(); alternative++) {
            best = Math.max(best, worth(place, alternative));
        }
        return best;
    }

    /** The best choice that is found, with the bound that is proven. */
    BudgetChoice best() {
        if (shortfall <= rounding) {
            return choice(settled, true);
        }
        for (int place = 0; place < options.places(); place++) {
            reduce(place);
        }
        // Where much is at stake first, so that hopeless choices end early.
        open.sort(Comparator.comparingDouble(place -> -place.candidates().get(1).loss()));
        if (open.size() > MOST_PLACES) {
            isWhole = false;
            for (Place place : open.subList(0, open.size() - MOST_PLACES)) {
                settled[place.index()] = place.candidates().get(0).alternative();
            }
            open.subList(0, open.size() - MOST_PLACES).clear();
        }
        prepare();
        double cost = 0;
        for (int place = 0; place < settled.length; place++) {
            cost += options.cost(place, settled[place]);
        }
        for (Place place : open) {
            cost -= options.cost(place.index(), settled[place.index()]);
        }
        current = new int[open.size()];
        search(0, cost, 0);
        if (found.length > 0) {
            for (int k = 0; k < found.length; k++) {
                settled[open.get(k).index()] = found[k];
            }
            return choice(settled, isWhole && stepsLeft > 0);
        }
        return choice(first.alternatives(), isWhole && stepsLeft > 0);
    }

    private void reduce(int index) {
        double best = best(index);
        List<Candidate> candidates = new ArrayList<>();
        for (int alternative : Ranking.undominated(options, index)) {
            double loss = best - worth(index, alternative);
            if (loss < shortfall) {
                candidates.add(new Candidate(alternative, options.cost(index, alternative), loss));
            }
        }
        candidates.sort(Comparator.comparingDouble(Candidate::loss));
        if (candidates.size() > 1) {
            open.add(new Place(index, candidates));
        } else if (candidates.size() == 1) {
            settled[index] = candidates.get(0).alternative();
        }
    }

    private void prepare() {
        leastCosts = new double[open.size() + 1];
        mostCosts = new double[open.size() + 1];
        for (int k = open.size() - 1; k >= 0; k--) {
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (Candidate candidate : open.get(k).candidates()) {
                least = Math.min(least, candidate.cost());
                most = Math.max(most, candidate.cost());
            }
            leastCosts[k] = leastCosts[k + 1] + least;
            mostCosts[k] = mostCosts[k + 1] + most;
        }
    }

    private void search(int depth, double cost, double loss) {
        double unspent = first.budget() - cost - mostCosts[depth];
        if (loss + price * Math.max(0, unspent) >= shortfall - rounding || stepsLeft <= 0) {
            return;
        }
        stepsLeft--;
        if (depth == open.size()) {
            take();
            return;
        }
        for (Candidate candidate : open.get(depth).candidates()) {
            if (cost + candidate.cost() + leastCosts[depth + 1] <= first.budget() + slack) {
                current[depth] = candidate.alternative();
                search(depth + 1, cost + candidate.cost(), loss + candidate.loss());
            }
        }
    }

    private void take() {
        int[] chosen = settled.clone();
        for (int k = 0; k < current.length; k++) {
            chosen[open.get(k).index()] = current[k];
        }
        double shorter = bound - BudgetChoice.npv(options, chosen);
        if (BudgetChoice.cost(options, chosen) <= first.budget() + slack && shorter < shortfall) {
            shortfall = shorter;
            found = current.clone();
        }
    }

    private BudgetChoice choice(int[] chosen, boolean isProven) {
        double npv = BudgetChoice.npv(options, chosen);
        return new BudgetChoice(
                chosen,
                first.budget(),
                BudgetChoice.cost(options, chosen),
                npv,
                isProven ? npv : Math.min(first.bound(), bound));
    }
}
