package nl.mkba.engine.portfolio;

/**
 * By how much a choice may be above the ceilings: sums of amounts with decimals differ in the last digits, and costs that add
 * up to the budget on paper are to be within it. Immutable.
 */
final class Slack {

    /** Differences smaller than this part of the amounts are rounding. */
    static final double ROUNDING = 1e-12;

    /** The same of each place: adding it rounds by half a unit in the last place, and its own amount is off by a few. */
    private static final double PER_PLACE = 8 * 0x1p-53;

    private final double[] slack;

    Slack(Options options, ChoiceLimits limits) {
        this.slack = new double[limits.budgets()];
        for (int budget = 0; budget < slack.length; budget++) {
            double brought = 0;
            for (int place = 0; place < options.places(); place++) {
                double least = 0;
                for (int alternative = 0; alternative < options.alternatives(); alternative++) {
                    least = Math.min(least, options.cost(budget, place, alternative));
                }
                brought -= least;
            }
            slack[budget] = Math.min(ROUNDING, PER_PLACE * options.places()) * (limits.ceiling(budget) + brought);
        }
    }

    double of(int budget) {
        return slack[budget];
    }
}
