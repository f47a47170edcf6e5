package nl.mkba.engine.portfolio;

/**
 * What can be chosen: for every place some alternatives, each with what it takes of one or more budgets and what it is worth.
 * A place may also be left as it is, which takes nothing and is worth nothing. To be filled by one thread, and then only read.
 */
public final class Options {

    private final int places;
    private final int alternatives;
    private final int budgets;
    private final double[] costs;
    private final double[] values;

    /**
     * Options for a number of places and alternatives, and one budget.
     *
     * @param places how many
     * @param alternatives how many for each place
     */
    public Options(int places, int alternatives) {
        this(places, alternatives, 1);
    }

    /**
     * Options for a number of places, alternatives and budgets.
     *
     * @param places how many
     * @param alternatives how many for each place
     * @param budgets how many each option may take of
     */
    public Options(int places, int alternatives, int budgets) {
        if (budgets < 1) {
            throw new IllegalArgumentException("There must be a budget");
        }
        this.places = places;
        this.alternatives = alternatives;
        this.budgets = budgets;
        this.values = new double[Math.multiplyExact(places, alternatives)];
        this.costs = new double[Math.multiplyExact(values.length, budgets)];
    }

    /**
     * Sets an option of a choice within one budget.
     *
     * @param place the place's number, from 0
     * @param alternative the alternative's number, from 0
     * @param cost what it takes of the budget; below 0 if it brings money in
     * @param value what it is worth, such as its net present value
     * @throws IllegalArgumentException if one of them is not a finite number: a place without figures has no options
     */
    public void set(int place, int alternative, double cost, double value) {
        set(place, alternative, new double[] {cost}, value);
    }

    /**
     * Sets an option.
     *
     * @param place the place's number, from 0
     * @param alternative the alternative's number, from 0
     * @param optionCosts what it takes of each budget; below 0 if it brings money in
     * @param value what it is worth, such as its net present value
     * @throws IllegalArgumentException if one of them is not a finite number, or there are not as many costs as budgets
     */
    public void set(int place, int alternative, double[] optionCosts, double value) {
        if (optionCosts.length != budgets) {
            throw new IllegalArgumentException(
                    "There are " + optionCosts.length + " costs for " + budgets + " budgets");
        }
        int option = place * alternatives + alternative;
        for (int budget = 0; budget < budgets; budget++) {
            requireFinite(optionCosts[budget]);
            costs[option * budgets + budget] = optionCosts[budget];
        }
        requireFinite(value);
        values[option] = value;
    }

    private static void requireFinite(double amount) {
        if (!Double.isFinite(amount)) {
            throw new IllegalArgumentException(
                    "The costs and the value of an option must be finite, and not " + amount);
        }
    }

    /** {@return how many places there are} */
    public int places() {
        return places;
    }

    /** {@return how many alternatives there are} */
    public int alternatives() {
        return alternatives;
    }

    /** {@return how many budgets there are} */
    public int budgets() {
        return budgets;
    }

    /**
     * {@return what an option takes of a budget; 0 for {@link BudgetChoice#NONE}}
     *
     * @param budget the budget's number, from 0
     * @param place the place's number, from 0
     * @param alternative the alternative's number, from 0
     */
    public double cost(int budget, int place, int alternative) {
        return alternative < 0 ? 0 : costs[(place * alternatives + alternative) * budgets + budget];
    }

    /**
     * {@return what an option takes of all budgets together; 0 for {@link BudgetChoice#NONE}}
     *
     * @param place the place's number, from 0
     * @param alternative the alternative's number, from 0
     */
    public double cost(int place, int alternative) {
        double cost = cost(0, place, alternative);
        for (int budget = 1; budget < budgets; budget++) {
            cost += cost(budget, place, alternative);
        }
        return cost;
    }

    /**
     * {@return what an option is worth; 0 for {@link BudgetChoice#NONE}}
     *
     * @param place the place's number, from 0
     * @param alternative the alternative's number, from 0
     */
    public double value(int place, int alternative) {
        return alternative < 0 ? 0 : values[place * alternatives + alternative];
    }
}
