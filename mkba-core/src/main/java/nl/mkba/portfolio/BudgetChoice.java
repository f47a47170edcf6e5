package nl.mkba.portfolio;

/**
 * At most one alternative for every place, so that the net present value is the greatest that a budget allows, or nearly: how
 * near is proven. Immutable.
 *
 * <p>This is a multiple-choice knapsack. Steps are taken in the order of the {@link Ranking} as long as they fit; where the
 * first does not, a part of it would give the bound of the linear relaxation (Sinha and Zoltners 1979; Kellerer, Pferschy and
 * Pisinger 2004, <em>Knapsack Problems</em>, section 11.2), which no choice exceeds. Then {@link BudgetSearch} looks through
 * what could still be better.
 */
public final class BudgetChoice {

    /** Stands for a place that is left as it is. */
    public static final int NONE = -1;

    /** Differences smaller than this part of the amounts are rounding. */
    private static final double ROUNDING = 1e-12;

    /** Steps of the search after which the best choice so far has to do. */
    private static final long MOST_STEPS = 5_000_000;

    private final int[] alternatives;
    private final double budget;
    private final double cost;
    private final double npv;
    private final double bound;

    BudgetChoice(int[] alternatives, double budget, double cost, double npv, double bound) {
        this.alternatives = alternatives;
        this.budget = budget;
        this.cost = cost;
        this.npv = npv;
        this.bound = bound;
    }

    /**
     * The best choice within a budget.
     *
     * @param ranking that of the options
     * @param budget 0 or more; costs may be above it by a part of 1e-12, which is rounding
     */
    public static BudgetChoice of(Options options, Ranking ranking, double budget) {
        return of(options, ranking, budget, MOST_STEPS);
    }

    /**
     * The same, with another limit to the search.
     *
     * @param steps after this many the best choice so far is taken; 0 for the first choice and its bound
     */
    public static BudgetChoice of(Options options, Ranking ranking, double budget, long steps) {
        if (!(budget >= 0 && budget < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("The budget (" + budget + ") must be a number of 0 or more");
        }
        int[] chosen = ranking.beginning();
        double left = budget - ranking.beginCost();
        double slack = slack(budget, ranking);
        double npv = ranking.beginNpv();
        double bound = Double.NaN;
        double price = 0;
        for (Ranking.Step step : ranking.steps()) {
            boolean isNext = chosen[step.place()] == step.from();
            if (isNext && step.cost() <= left + slack) {
                chosen[step.place()] = step.to();
                left -= step.cost();
                npv += step.npv();
            } else if (Double.isNaN(bound)) {
                price = step.npvPerEuro();
                bound = npv + left * price;
            }
        }
        double exact = npv(options, chosen);
        // Where every step fits, nothing is better.
        BudgetChoice first =
                new BudgetChoice(chosen, budget, cost(options, chosen), exact, Double.isNaN(bound) ? exact : bound);
        return Double.isNaN(bound) || steps == 0 ? first : new BudgetSearch(options, first, price, slack, steps).best();
    }

    /**
     * By how much costs may be above the budget: sums of amounts with decimals differ in the last digits, and costs that add up
     * to the budget on paper are to be within it.
     */
    private static double slack(double budget, Ranking ranking) {
        return ROUNDING * (budget - ranking.beginCost());
    }

    static double cost(Options options, int[] chosen) {
        double cost = 0;
        for (int place = 0; place < chosen.length; place++) {
            cost += options.cost(place, chosen[place]);
        }
        return cost;
    }

    static double npv(Options options, int[] chosen) {
        double npv = 0;
        for (int place = 0; place < chosen.length; place++) {
            npv += options.npv(place, chosen[place]);
        }
        return npv;
    }

    /** The alternative that is chosen for a place, or {@link #NONE}. */
    public int alternative(int place) {
        return alternatives[place];
    }

    /** For how many places something is chosen. */
    public int count() {
        int count = 0;
        for (int alternative : alternatives) {
            count += alternative == NONE ? 0 : 1;
        }
        return count;
    }

    /** The budget. */
    public double budget() {
        return budget;
    }

    /** What the choice takes of it. */
    public double cost() {
        return cost;
    }

    /** What the choice is worth. */
    public double npv() {
        return npv;
    }

    /** What no choice exceeds; the same as {@link #npv} if the choice is known to be the best. */
    public double bound() {
        return Math.max(bound, npv);
    }

    /** By what part of the bound the best choice could be better, at most; 0 if this is known to be the best. */
    public double gap() {
        return bound() == npv ? 0 : (bound() - npv) / Math.abs(bound());
    }

    int[] alternatives() {
        return alternatives.clone();
    }
}
