package nl.mkba.portfolio;

/**
 * What can be chosen: for every place some alternatives, each with what it takes of the budget and what it is worth. A place
 * may also be left as it is, which takes nothing and is worth nothing. To be filled by one thread, and then only read.
 */
public final class Options {

    private final int places;
    private final int alternatives;
    private final double[] costs;
    private final double[] npvs;

    /** Options for a number of places and alternatives. */
    public Options(int places, int alternatives) {
        this.places = places;
        this.alternatives = alternatives;
        this.costs = new double[Math.multiplyExact(places, alternatives)];
        this.npvs = new double[costs.length];
    }

    /**
     * Sets an option.
     *
     * @param cost what it takes of the budget; below 0 if it brings money in
     * @param npv its net present value
     * @throws IllegalArgumentException if one of them is not a finite number: a place without figures has no options
     */
    public void set(int place, int alternative, double cost, double npv) {
        if (!Double.isFinite(cost) || !Double.isFinite(npv)) {
            throw new IllegalArgumentException(
                    "The cost (" + cost + ") and the net present value (" + npv + ") must be finite");
        }
        costs[place * alternatives + alternative] = cost;
        npvs[place * alternatives + alternative] = npv;
    }

    /** How many places there are. */
    public int places() {
        return places;
    }

    /** How many alternatives there are. */
    public int alternatives() {
        return alternatives;
    }

    /** What an option takes of the budget; 0 for {@link BudgetChoice#NONE}. */
    public double cost(int place, int alternative) {
        return alternative < 0 ? 0 : costs[place * alternatives + alternative];
    }

    /** What an option is worth; 0 for {@link BudgetChoice#NONE}. */
    public double npv(int place, int alternative) {
        return alternative < 0 ? 0 : npvs[place * alternatives + alternative];
    }
}
