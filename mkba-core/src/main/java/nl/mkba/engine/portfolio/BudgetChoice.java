package nl.mkba.engine.portfolio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;

/**
 * At most one alternative for every place, so that what they are worth together is the most that {@link ChoiceLimits the
 * limits} allow, or nearly: how near is proven. Immutable.
 *
 * <p>This is a multiple-choice knapsack (Kellerer, Pferschy and Pisinger 2004, <em>Knapsack Problems</em>, chapter 11). Prices
 * on what is scarce give a first choice and a bound that no choice exceeds; then {@link BudgetSearch} looks through what could
 * still be better. With one budget alone the price is where the {@link Ranking} no longer fits, which gives the bound of the
 * linear relaxation (Sinha and Zoltners 1979; section 11.2 there); with more budgets, or a floor, {@link Relaxation} looks for
 * the prices.
 */
public final class BudgetChoice {

    /** Stands for a place that is left as it is. */
    public static final int NONE = -1;

    /** Steps of the search after which the best choice so far is taken. */
    public static final long MOST_STEPS = 5_000_000;

    private final int[] alternatives;
    private final double[] costs;
    private final double[] prices;
    private final double value;
    private final double bound;
    private final boolean isFeasible;

    private BudgetChoice(
            int[] alternatives, double[] costs, double[] prices, double value, double bound, boolean isFeasible) {
        this.alternatives = alternatives;
        this.costs = costs;
        this.prices = prices;
        this.value = value;
        this.bound = bound;
        this.isFeasible = isFeasible;
    }

    /** A choice that keeps to the limits. */
    static BudgetChoice of(Options options, int[] chosen, double[] prices, double bound) {
        return new BudgetChoice(chosen, costs(options, chosen), prices, value(options, chosen), bound, true);
    }

    /** No choice that keeps to the limits was found. */
    static BudgetChoice none(Options options, double[] prices, double bound) {
        int[] nothing = new int[options.places()];
        Arrays.fill(nothing, NONE);
        return new BudgetChoice(nothing, new double[options.budgets()], prices, 0, bound, false);
    }

    /**
     * {@return the best choice}
     *
     * @param options what can be chosen
     * @param ranking that of the options
     * @param limits what the choice keeps to
     */
    public static BudgetChoice of(Options options, Ranking ranking, ChoiceLimits limits) {
        return of(options, ranking, limits, MOST_STEPS);
    }

    /**
     * {@return the same, with another limit to the search}
     *
     * @param options what can be chosen
     * @param ranking of the same options
     * @param limits what the choice keeps to
     * @param steps after this many the best choice so far is taken; 0 for the first choice and its bound
     */
    public static BudgetChoice of(Options options, Ranking ranking, ChoiceLimits limits, long steps) {
        if (limits.budgets() != options.budgets()) {
            throw new IllegalArgumentException(
                    "There are " + limits.budgets() + " ceilings for " + options.budgets() + " budgets");
        }
        Slack slack = new Slack(options, limits);
        return limits.isOneCeiling()
                ? withinOneBudget(options, ranking, limits, slack, steps)
                : withinLimits(options, limits, slack, new double[limits.budgets()], true, steps);
    }

    /**
     * {@return the best choice where another is known for nearly the same options, such as that of the central estimate for a
     * draw}
     *
     * @param nearby where the search for prices begins
     * @param options what can be chosen
     * @param ranking of the same options
     * @param limits what the choice keeps to
     * @param steps how many steps the search may take
     */
    public static BudgetChoice near(
            BudgetChoice nearby, Options options, Ranking ranking, ChoiceLimits limits, long steps) {
        return limits.isOneCeiling()
                ? of(options, ranking, limits, steps)
                : withinLimits(options, limits, new Slack(options, limits), nearby.prices, false, steps);
    }

    private static BudgetChoice withinOneBudget(
            Options options, Ranking ranking, ChoiceLimits limits, Slack slack, long steps) {
        int[] chosen = ranking.beginning();
        double left = limits.ceiling(0) - ranking.beginCost();
        double value = ranking.beginValue();
        double bound = Double.NaN;
        double price = 0;
        for (Ranking.Step step : ranking.steps()) {
            boolean isNext = chosen[step.place()] == step.from();
            if (isNext && step.cost() <= left + slack.of(0)) {
                chosen[step.place()] = step.to();
                left -= step.cost();
                value += step.value();
            } else if (Double.isNaN(bound)) {
                price = step.valuePerEuro();
                bound = value + left * price;
            }
        }
        double[] prices = {price};
        if (Double.isNaN(bound)) {
            // Every step fits: nothing is better.
            return of(options, chosen, prices, value(options, chosen));
        }
        BudgetChoice first = of(options, chosen, prices, bound);
        return steps == 0
                ? first
                : new BudgetSearch(options, limits, slack, prices, new double[0], first, steps).best();
    }

    private static BudgetChoice withinLimits(
            Options options, ChoiceLimits limits, Slack slack, double[] from, boolean isFirst, long steps) {
        Relaxation relaxation = new Relaxation(options, limits, slack, from, isFirst);
        BudgetChoice first = relaxation.choice();
        return steps == 0
                ? first
                : new BudgetSearch(options, limits, slack, relaxation.prices(), relaxation.groupPrices(), first, steps)
                        .best();
    }

    /**
     * {@return what the cheapest choice takes of a budget that does enough in every group, whatever it takes of the others}
     *
     * @param options what can be chosen
     * @param limits what the choice keeps to
     * @param budget the budget's number, from 0
     */
    public static double leastCost(Options options, ChoiceLimits limits, int budget) {
        double least = 0;
        List<PriorityQueue<Double>> extras = new ArrayList<>();
        for (int group = 0; group < limits.groups(); group++) {
            extras.add(new PriorityQueue<>());
        }
        for (int place = 0; place < options.places(); place++) {
            double something = Double.POSITIVE_INFINITY;
            for (int alternative = 0; alternative < options.alternatives(); alternative++) {
                something = Math.min(something, options.cost(budget, place, alternative));
            }
            least += Math.min(0, something);
            if (limits.groups() > 0) {
                extras.get(limits.group(place)).add(Math.max(0, something));
            }
        }
        for (PriorityQueue<Double> ofGroup : extras) {
            for (int k = 0; k < limits.atLeast() && !ofGroup.isEmpty(); k++) {
                least += ofGroup.remove();
            }
        }
        return least;
    }

    static double[] costs(Options options, int[] chosen) {
        double[] costs = new double[options.budgets()];
        for (int place = 0; place < chosen.length; place++) {
            for (int budget = 0; budget < costs.length; budget++) {
                costs[budget] += options.cost(budget, place, chosen[place]);
            }
        }
        return costs;
    }

    static double value(Options options, int[] chosen) {
        double value = 0;
        for (int place = 0; place < chosen.length; place++) {
            value += options.value(place, chosen[place]);
        }
        return value;
    }

    /** {@return whether it keeps to the limits; if not, none was found that does, and it chooses nothing} */
    public boolean isFeasible() {
        return isFeasible;
    }

    /**
     * {@return the alternative that is chosen for a place, or {@link #NONE}}
     *
     * @param place the place's number, from 0
     */
    public int alternative(int place) {
        return alternatives[place];
    }

    /** {@return for how many places something is chosen} */
    public int count() {
        int count = 0;
        for (int alternative : alternatives) {
            count += alternative == NONE ? 0 : 1;
        }
        return count;
    }

    /**
     * {@return what the choice takes of a budget}
     *
     * @param budget the budget's number, from 0
     */
    public double cost(int budget) {
        return costs[budget];
    }

    /** {@return what the choice takes of all budgets together} */
    public double cost() {
        double cost = costs[0];
        for (int budget = 1; budget < costs.length; budget++) {
            cost += costs[budget];
        }
        return cost;
    }

    /** {@return what the choice is worth} */
    public double value() {
        return value;
    }

    /** {@return what no choice exceeds; the same as {@link #value} if the choice is known to be the best} */
    public double bound() {
        return Math.max(bound, value);
    }

    /** {@return by what part of the bound the best choice could be better, at most; 0 if this is known to be the best} */
    public double gap() {
        return bound() == value ? 0 : (bound() - value) / Math.abs(bound());
    }

    int[] alternatives() {
        return alternatives.clone();
    }
}
