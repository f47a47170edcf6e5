package nl.mkba.engine.portfolio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Prices for the budgets at which the choice that is best for each place by itself comes as near to the limits as it can
 * (Lagrangian relaxation: Fisher 1981, <em>Management Science</em> 27). Whatever the prices, what that choice is worth with
 * them is a bound that no choice exceeds; the lowest bound is looked for budget by budget, then by subgradients with Polyak's
 * steps. A floor needs no search: within a group the places that lose least by it are the ones to take.
 *
 * <p>Choices met on the way are made to fit the ceilings, and filled up; the best of them is the first choice.
 */
final class Relaxation {

    /** Halvings of an interval for one price. */
    private static final int HALVINGS = 40;

    /** Fourfolds of a price after which no price keeps a budget within its ceiling. */
    private static final int FOURFOLDS = 60;

    /** Rounds over all budgets, one price after the other. */
    private static final int ROUNDS = 2;

    private static final int SUBGRADIENT_STEPS = 300;
    private static final int SUBGRADIENT_STEPS_NEARBY = 40;

    /** Steps without a lower bound after which they become half as long. */
    private static final int PATIENCE = 10;

    /** Steps between choices that are made to fit. */
    private static final int EVERY = 10;

    /** Passes over all places to make a choice fit, or to fill it up. */
    private static final int PASSES = 10;

    private final Options options;
    private final ChoiceLimits limits;
    private final Slack slack;

    /** What a budget's amounts are measured in. */
    private final double[] scales;

    private final int[][] members;
    private double[] prices;
    private double[] groupPrices;
    private double bound = Double.POSITIVE_INFINITY;
    private int[] best = {};
    private double bestValue = Double.NEGATIVE_INFINITY;

    /** What is best for each place at some prices, and what it takes of each budget. */
    private static final class Inner {
        private final int[] chosen;
        private final double[] groupPrices;
        private final double bound;
        private final double[] costs;

        Inner(int[] chosen, double[] groupPrices, double bound, double[] costs) {
            this.chosen = chosen;
            this.groupPrices = groupPrices;
            this.bound = bound;
            this.costs = costs;
        }
    }

    /** Another option for a place. */
    private record Move(int place, int from, int to, double order) {}

    /**
     * @param from where to begin
     * @param isFirst whether nothing is known yet of good prices
     */
    Relaxation(Options options, ChoiceLimits limits, Slack slack, double[] from, boolean isFirst) {
        this.options = options;
        this.limits = limits;
        this.slack = slack;
        this.prices = from.clone();
        this.groupPrices = new double[limits.groups()];
        this.scales = new double[limits.budgets()];
        for (int budget = 0; budget < scales.length; budget++) {
            scales[budget] = scale(budget);
        }
        this.members = members();
        if (isFirst) {
            for (int round = 0; round < ROUNDS; round++) {
                for (int budget = 0; budget < scales.length; budget++) {
                    settlePrice(budget);
                }
            }
        }
        lower(isFirst ? SUBGRADIENT_STEPS : SUBGRADIENT_STEPS_NEARBY);
    }

    private double scale(int budget) {
        if (limits.ceiling(budget) > 0) {
            return limits.ceiling(budget);
        }
        double sum = 0;
        for (int place = 0; place < options.places(); place++) {
            for (int alternative = 0; alternative < options.alternatives(); alternative++) {
                sum += Math.abs(options.cost(budget, place, alternative));
            }
        }
        return sum > 0 ? sum : 1;
    }

    private int[][] members() {
        List<List<Integer>> groups = new ArrayList<>();
        for (int group = 0; group < limits.groups(); group++) {
            groups.add(new ArrayList<>());
        }
        for (int place = 0; place < options.places() && limits.groups() > 0; place++) {
            groups.get(limits.group(place)).add(place);
        }
        return groups.stream()
                .map(group -> group.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    private double worth(int place, int alternative, double[] at) {
        double worth = options.value(place, alternative);
        for (int budget = 0; budget < at.length; budget++) {
            worth -= at[budget] * options.cost(budget, place, alternative);
        }
        return worth;
    }

    private Inner inner(double[] at) {
        int[] chosen = new int[options.places()];
        double bound = 0;
        for (int budget = 0; budget < at.length; budget++) {
            bound += at[budget] * limits.ceiling(budget);
        }
        int[] something = new int[limits.groups() == 0 ? 0 : chosen.length];
        double[] losses = new double[something.length];
        for (int place = 0; place < chosen.length; place++) {
            chosen[place] = BudgetChoice.NONE;
            double most = 0;
            double mostOfSomething = Double.NEGATIVE_INFINITY;
            for (int alternative = 0; alternative < options.alternatives(); alternative++) {
                double worth = worth(place, alternative, at);
                if (worth > most) {
                    most = worth;
                    chosen[place] = alternative;
                }
                if (worth > mostOfSomething) {
                    mostOfSomething = worth;
                    if (something.length > 0) {
                        something[place] = alternative;
                    }
                }
            }
            bound += most;
            if (losses.length > 0) {
                losses[place] = most - mostOfSomething;
            }
        }
        double[] rewards = new double[limits.groups()];
        for (int group = 0; group < rewards.length; group++) {
            rewards[group] = fillGroup(members[group], chosen, something, losses);
            for (int place : members[group]) {
                bound -= chosen[place] != BudgetChoice.NONE && losses[place] > 0 ? losses[place] : 0;
            }
        }
        return new Inner(chosen, rewards, bound, BudgetChoice.costs(options, chosen));
    }

    /** Adds places until the floor is reached, those that lose least first; gives what the last one loses. */
    private double fillGroup(int[] places, int[] chosen, int[] something, double[] losses) {
        long count = Arrays.stream(places)
                .filter(place -> chosen[place] != BudgetChoice.NONE)
                .count();
        if (count >= limits.atLeast()) {
            return 0;
        }
        List<Integer> others = new ArrayList<>();
        for (int place : places) {
            if (chosen[place] == BudgetChoice.NONE) {
                others.add(place);
            }
        }
        others.sort(Comparator.comparingDouble(place -> losses[place]));
        double last = 0;
        for (int place : others.subList(0, (int) Math.min(others.size(), limits.atLeast() - count))) {
            chosen[place] = something[place];
            last = losses[place];
        }
        return last;
    }

    /** The price of one budget at which the bound is lowest while the others stay as they are: its slope changes sign there. */
    private void settlePrice(int budget) {
        double[] at = prices.clone();
        at[budget] = 0;
        if (isWithin(budget, look(at))) {
            return;
        }
        double low = 0;
        double high = startingPrice() / scales[budget];
        for (int fourfolds = 0; fourfolds < FOURFOLDS; fourfolds++) {
            at[budget] = high;
            if (isWithin(budget, look(at))) {
                break;
            }
            low = high;
            high *= 4;
        }
        for (int halving = 0; halving < HALVINGS; halving++) {
            at[budget] = low + (high - low) / 2;
            if (isWithin(budget, look(at))) {
                high = at[budget];
            } else {
                low = at[budget];
            }
        }
    }

    private boolean isWithin(int budget, Inner inner) {
        return inner.costs[budget] <= limits.ceiling(budget) + slack.of(budget);
    }

    /** Of the size of what there is to gain. */
    private double startingPrice() {
        double sum = 0;
        for (int place = 0; place < options.places(); place++) {
            for (int alternative = 0; alternative < options.alternatives(); alternative++) {
                sum = Math.max(sum, Math.abs(options.value(place, alternative)));
            }
        }
        return sum > 0 ? sum : 1;
    }

    /** Evaluates prices and keeps what is better than before: a lower bound, a choice that fits. */
    private Inner look(double[] at) {
        Inner inner = inner(at);
        if (inner.bound < bound) {
            bound = inner.bound;
            groupPrices = inner.groupPrices;
            prices = at.clone();
        }
        return inner;
    }

    private void lower(int steps) {
        double[] at = prices.clone();
        Inner inner = look(at);
        fit(inner);
        at = prices.clone();
        double length = 1;
        int patience = PATIENCE;
        for (int step = 0; step < steps; step++) {
            double target = bestValue > Double.NEGATIVE_INFINITY ? bestValue : bound - Math.abs(bound) / 20;
            double[] slope = new double[at.length];
            double size = 0;
            for (int budget = 0; budget < at.length; budget++) {
                slope[budget] = (limits.ceiling(budget) - inner.costs[budget]) / scales[budget];
                if (at[budget] == 0 && slope[budget] > 0) {
                    slope[budget] = 0;
                }
                size += slope[budget] * slope[budget];
            }
            double above = inner.bound - target;
            if (size == 0 || above <= Slack.ROUNDING * Math.abs(target)) {
                break;
            }
            for (int budget = 0; budget < at.length; budget++) {
                at[budget] = Math.max(0, at[budget] - length * above / size * slope[budget] / scales[budget]);
            }
            double before = bound;
            inner = look(at);
            if (bound < before) {
                patience = PATIENCE;
            } else if (--patience == 0) {
                length /= 2;
                patience = PATIENCE;
                at = prices.clone();
                inner = inner(at);
            }
            if (step % EVERY == 0) {
                fit(inner);
            }
        }
        fit(inner(prices));
    }

    /** Makes the choice keep to the ceilings, fills it up, and keeps it if it is the best so far. */
    private void fit(Inner inner) {
        int[] chosen = inner.chosen.clone();
        double[] costs = inner.costs.clone();
        int[] counts = new int[limits.groups()];
        for (int place = 0; place < chosen.length && counts.length > 0; place++) {
            counts[limits.group(place)] += chosen[place] == BudgetChoice.NONE ? 0 : 1;
        }
        if (Arrays.stream(counts).anyMatch(count -> count < limits.atLeast())) {
            return;
        }
        for (int pass = 0; pass < PASSES && excess(costs) > 0; pass++) {
            for (Move move : cheaper(chosen, costs)) {
                if (excess(costs) == 0) {
                    break;
                }
                if (chosen[move.place()] == move.from() && excessAfter(costs, move) < excess(costs)) {
                    make(move, chosen, costs, counts);
                }
            }
        }
        if (excess(costs) > 0) {
            return;
        }
        boolean isChanged = true;
        for (int pass = 0; pass < PASSES && isChanged; pass++) {
            isChanged = false;
            for (Move move : better(chosen)) {
                if (chosen[move.place()] == move.from() && excessAfter(costs, move) == 0) {
                    isChanged |= make(move, chosen, costs, counts);
                }
            }
        }
        double value = BudgetChoice.value(options, chosen);
        // Added up again: what is left after many steps to and fro may differ in the last digits.
        if (value > bestValue && excess(BudgetChoice.costs(options, chosen)) == 0) {
            best = chosen;
            bestValue = value;
        }
    }

    private boolean make(Move move, int[] chosen, double[] costs, int[] counts) {
        int group = limits.group(move.place());
        int change = (move.to() == BudgetChoice.NONE ? 0 : 1) - (move.from() == BudgetChoice.NONE ? 0 : 1);
        if (group >= 0 && counts[group] + change < limits.atLeast() && change < 0) {
            return false;
        }
        if (group >= 0) {
            counts[group] += change;
        }
        for (int budget = 0; budget < costs.length; budget++) {
            costs[budget] += more(budget, move);
        }
        chosen[move.place()] = move.to();
        return true;
    }

    /** What a move takes more of a budget. */
    private double more(int budget, Move move) {
        return options.cost(budget, move.place(), move.to()) - options.cost(budget, move.place(), move.from());
    }

    /** By how much all budgets together are exceeded, each as a part of itself. */
    private double excess(double[] costs) {
        double excess = 0;
        for (int budget = 0; budget < costs.length; budget++) {
            excess += excess(budget, costs[budget]);
        }
        return excess;
    }

    /** The same after a move. */
    private double excessAfter(double[] costs, Move move) {
        double excess = 0;
        for (int budget = 0; budget < costs.length; budget++) {
            excess += excess(budget, costs[budget] + more(budget, move));
        }
        return excess;
    }

    private double excess(int budget, double cost) {
        double above = cost - limits.ceiling(budget);
        return above > slack.of(budget) ? above / scales[budget] : 0;
    }

    /** Moves that bring the budgets nearer to their ceilings, those first that lose least by it. */
    private List<Move> cheaper(int[] chosen, double[] costs) {
        double excess = excess(costs);
        List<Move> moves = new ArrayList<>();
        for (int place = 0; place < chosen.length; place++) {
            double here = worth(place, chosen[place], prices);
            for (int to = BudgetChoice.NONE; to < options.alternatives(); to++) {
                Move move = new Move(place, chosen[place], to, 0);
                double gain = to == chosen[place] ? 0 : excess - excessAfter(costs, move);
                if (gain > 0) {
                    moves.add(new Move(place, chosen[place], to, (here - worth(place, to, prices)) / gain));
                }
            }
        }
        moves.sort(Comparator.comparingDouble(Move::order));
        return moves;
    }

    /** Moves that are worth more, those first that are worth most for what they take. */
    private List<Move> better(int[] chosen) {
        List<Move> moves = new ArrayList<>();
        for (int place = 0; place < chosen.length; place++) {
            for (int to = BudgetChoice.NONE; to < options.alternatives(); to++) {
                double gain = options.value(place, to) - options.value(place, chosen[place]);
                if (gain > 0) {
                    double takes = 0;
                    for (int budget = 0; budget < scales.length; budget++) {
                        double more = options.cost(budget, place, to) - options.cost(budget, place, chosen[place]);
                        takes += Math.max(0, more) / scales[budget];
                    }
                    moves.add(new Move(place, chosen[place], to, -gain / (takes + Double.MIN_NORMAL)));
                }
            }
        }
        moves.sort(Comparator.comparingDouble(Move::order));
        return moves;
    }

    /** The best choice that keeps to the limits, or one that says that none was found. */
    BudgetChoice choice() {
        return bestValue == Double.NEGATIVE_INFINITY
                ? BudgetChoice.none(options, prices, bound)
                : BudgetChoice.of(options, best, prices, bound);
    }

    /** Per budget what a euro of it is worth where the bound is lowest. */
    double[] prices() {
        return prices.clone();
    }

    /** Per group what one more place in it is worth there. */
    double[] groupPrices() {
        return groupPrices.clone();
    }
}
