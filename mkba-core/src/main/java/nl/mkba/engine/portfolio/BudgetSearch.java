package nl.mkba.engine.portfolio;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Branch and bound for the choice within limits. With a price λ on every euro of a budget, and a reward μ for every place in
 * a group that has a floor, an option is worth {@code value − Σ λ cost + μ}; a choice falls short of the bound by what its
 * options lose against the best ones of their places at those prices, and by λ for each euro that is left over. So an option
 * that loses more than the gap is in no better choice (reduction by Lagrangian bounds: Kellerer, Pferschy and Pisinger 2004,
 * section 11.2.3), and with many places nearly all are settled at once.
 */
final class BudgetSearch {

    /** The search goes no deeper; places beyond keep their best option at the prices, and nothing is proven for them. */
    private static final int MOST_PLACES = 1_000;

    private final Options options;
    private final ChoiceLimits limits;
    private final Slack slack;
    private final double[] prices;
    private final double[] groupPrices;
    private final BudgetChoice first;

    private final double rounding;
    private final double bound;
    private final List<Place> open = new ArrayList<>();
    private final int[] settled;

    /** Per group, in how many places something is done, or may still be. */
    private final int[] possible;

    private boolean isWhole = true;
    private long stepsLeft;

    /** Per depth and budget, the least and the most that the places from there on take. */
    private double[][] leastCosts = {};

    private double[][] mostCosts = {};
    private int[] current = {};
    private int[] found = {};
    private boolean hasFound;

    /** Per depth and budget, what the places before it take. */
    private double[][] spent = {};

    private double shortfall;

    /**
     * A place with more than one option that may be in a better choice, the best at the prices first.
     *
     * @param counts whether something may be done here that counts for the floor of its group
     */
    private record Place(int index, int group, List<Candidate> candidates, boolean counts) {}

    private record Candidate(int alternative, double loss) {}

    /**
     * @param prices per budget what a euro of it is worth, 0 or more
     * @param groupPrices per group what one more place in it is worth, 0 or more
     * @param first a choice to better
     * @param steps limit of the search, after which the best choice found is given
     */
    BudgetSearch(
            Options options,
            ChoiceLimits limits,
            Slack slack,
            double[] prices,
            double[] groupPrices,
            BudgetChoice first,
            long steps) {
        this.options = options;
        this.limits = limits;
        this.slack = slack;
        this.prices = prices;
        this.groupPrices = groupPrices;
        this.first = first;
        this.stepsLeft = steps;
        this.settled = first.alternatives();
        this.possible = new int[limits.groups()];
        double best = 0;
        double size = 0;
        for (int budget = 0; budget < prices.length; budget++) {
            best += prices[budget] * limits.ceiling(budget);
        }
        for (double price : groupPrices) {
            best -= price * limits.atLeast();
        }
        size += Math.abs(best);
        for (int place = 0; place < options.places(); place++) {
            double here = best(place);
            best += here;
            size += Math.abs(here);
        }
        this.bound = best;
        this.rounding = Slack.ROUNDING * size;
        this.shortfall = first.isFeasible() ? bound - first.value() : Double.POSITIVE_INFINITY;
    }

    private double worth(int place, int alternative) {
        double worth = options.value(place, alternative);
        for (int budget = 0; budget < prices.length; budget++) {
            worth -= prices[budget] * options.cost(budget, place, alternative);
        }
        int group = limits.group(place);
        return group < 0 || alternative == BudgetChoice.NONE ? worth : worth + groupPrices[group];
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
                if (place.counts() && settled[place.index()] == BudgetChoice.NONE) {
                    possible[place.group()]--;
                }
            }
            open.subList(0, open.size() - MOST_PLACES).clear();
        }
        prepare();
        current = new int[open.size()];
        spent = new double[open.size() + 1][];
        spent[0] = settledCosts();
        for (int depth = 1; depth < spent.length; depth++) {
            spent[depth] = new double[options.budgets()];
        }
        search(0, 0);
        boolean isProven = isWhole && stepsLeft > 0;
        if (hasFound) {
            for (int k = 0; k < found.length; k++) {
                settled[open.get(k).index()] = found[k];
            }
            return choice(settled, isProven);
        }
        if (!first.isFeasible()) {
            return BudgetChoice.none(options, prices, isProven ? 0 : bound);
        }
        return choice(first.alternatives(), isProven);
    }

    private void settle(int place, int alternative) {
        settled[place] = alternative;
        count(place, alternative);
    }

    private void count(int place, int alternative) {
        if (limits.group(place) >= 0 && alternative != BudgetChoice.NONE) {
            possible[limits.group(place)]++;
        }
    }

    private double[] settledCosts() {
        int[] without = settled.clone();
        open.forEach(place -> without[place.index()] = BudgetChoice.NONE);
        return BudgetChoice.costs(options, without);
    }

    private void reduce(int index) {
        double best = best(index);
        List<Candidate> candidates = new ArrayList<>();
        for (int alternative = BudgetChoice.NONE; alternative < options.alternatives(); alternative++) {
            double loss = best - worth(index, alternative);
            if (loss < shortfall && !isDominated(index, alternative)) {
                candidates.add(new Candidate(alternative, loss));
            }
        }
        candidates.sort(Comparator.comparingDouble(Candidate::loss)
                .thenComparing(candidate -> options.cost(index, candidate.alternative())));
        if (candidates.size() > 1) {
            int group = limits.group(index);
            boolean counts = group >= 0;
            open.add(new Place(index, group, List.copyOf(candidates), counts));
            if (counts) {
                possible[group]++;
            }
        } else if (candidates.size() == 1) {
            settle(index, candidates.get(0).alternative());
        } else {
            count(index, settled[index]);
        }
    }

    /** Whether another option of the place costs no more and is worth no less, and counts as much for a floor. */
    private boolean isDominated(int place, int alternative) {
        for (int other = BudgetChoice.NONE; other < options.alternatives(); other++) {
            boolean isNothing = other == BudgetChoice.NONE && limits.group(place) >= 0;
            if (other != alternative && !isNothing && dominates(place, other, alternative)) {
                return true;
            }
        }
        return false;
    }

    private boolean dominates(int place, int one, int other) {
        boolean isEqual = options.value(place, one) == options.value(place, other);
        if (options.value(place, one) < options.value(place, other)) {
            return false;
        }
        for (int budget = 0; budget < options.budgets(); budget++) {
            double cost = options.cost(budget, place, one);
            double otherCost = options.cost(budget, place, other);
            if (cost > otherCost) {
                return false;
            }
            isEqual &= cost == otherCost;
        }
        return !isEqual || one < other;
    }

    private void prepare() {
        int budgets = options.budgets();
        leastCosts = new double[open.size() + 1][budgets];
        mostCosts = new double[open.size() + 1][budgets];
        for (int k = open.size() - 1; k >= 0; k--) {
            for (int budget = 0; budget < budgets; budget++) {
                double least = Double.POSITIVE_INFINITY;
                double most = Double.NEGATIVE_INFINITY;
                for (Candidate candidate : open.get(k).candidates()) {
                    double cost = options.cost(budget, open.get(k).index(), candidate.alternative());
                    least = Math.min(least, cost);
                    most = Math.max(most, cost);
                }
                leastCosts[k][budget] = leastCosts[k + 1][budget] + least;
                mostCosts[k][budget] = mostCosts[k + 1][budget] + most;
            }
        }
    }

    private void search(int depth, double loss) {
        double falls = loss;
        for (int budget = 0; budget < prices.length; budget++) {
            double unspent = limits.ceiling(budget) - spent[depth][budget] - mostCosts[depth][budget];
            falls += prices[budget] * Math.max(0, unspent);
        }
        if (falls >= shortfall - rounding || stepsLeft <= 0) {
            return;
        }
        stepsLeft--;
        if (depth == open.size()) {
            take();
            return;
        }
        Place place = open.get(depth);
        for (Candidate candidate : place.candidates()) {
            if (fits(depth, place.index(), candidate.alternative())) {
                current[depth] = candidate.alternative();
                boolean isLost = place.counts() && candidate.alternative() == BudgetChoice.NONE;
                if (isLost) {
                    possible[place.group()]--;
                }
                if (!isLost || possible[place.group()] >= limits.atLeast()) {
                    search(depth + 1, loss + candidate.loss());
                }
                if (isLost) {
                    possible[place.group()]++;
                }
            }
        }
    }

    /** Spends what an option takes; whether what the places after it take at least still fits. */
    private boolean fits(int depth, int place, int alternative) {
        boolean fits = true;
        for (int budget = 0; budget < prices.length; budget++) {
            double after = spent[depth][budget] + options.cost(budget, place, alternative);
            spent[depth + 1][budget] = after;
            fits &= after + leastCosts[depth + 1][budget] <= limits.ceiling(budget) + slack.of(budget);
        }
        return fits;
    }

    private void take() {
        int[] chosen = settled.clone();
        for (int k = 0; k < current.length; k++) {
            chosen[open.get(k).index()] = current[k];
        }
        if (isBetter(chosen)) {
            shortfall = bound - BudgetChoice.value(options, chosen);
            found = current.clone();
            hasFound = true;
        }
    }

    private boolean isBetter(int[] chosen) {
        return keepsToLimits(chosen) && bound - BudgetChoice.value(options, chosen) < shortfall;
    }

    private boolean keepsToLimits(int[] chosen) {
        double[] costs = BudgetChoice.costs(options, chosen);
        for (int budget = 0; budget < costs.length; budget++) {
            if (costs[budget] > limits.ceiling(budget) + slack.of(budget)) {
                return false;
            }
        }
        int[] counts = new int[limits.groups()];
        for (int place = 0; place < chosen.length; place++) {
            if (limits.group(place) >= 0 && chosen[place] != BudgetChoice.NONE) {
                counts[limits.group(place)]++;
            }
        }
        for (int count : counts) {
            if (count < limits.atLeast()) {
                return false;
            }
        }
        return true;
    }

    private BudgetChoice choice(int[] chosen, boolean isProven) {
        double value = BudgetChoice.value(options, chosen);
        return BudgetChoice.of(options, chosen, prices, isProven ? value : Math.min(first.bound(), bound));
    }
}
