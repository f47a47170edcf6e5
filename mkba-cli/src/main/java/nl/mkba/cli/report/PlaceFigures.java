package nl.mkba.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.mkba.engine.plan.Rounding;
import nl.mkba.engine.portfolio.Portfolio;

/** The figures of all places of a table: for each place those of every case. To be filled by one thread, and then only read. */
public final class PlaceFigures {

    private final List<String> alternatives = new ArrayList<>();
    private final List<Optional<String>> outlooks = new ArrayList<>();
    private final List<String> figures;
    private final int draws;
    private final boolean hasExpectedCosts;
    private final List<String> likeness;
    private final List<String> ids = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<double[]> values = new ArrayList<>();

    /**
     * Of no places yet.
     *
     * @param portfolio whose figures they are
     * @param likeness columns by which places are alike or not; their values follow the figures
     */
    public PlaceFigures(Portfolio portfolio, boolean hasExpectedCosts, List<String> likeness) {
        for (int c = 0; c < portfolio.cases(); c++) {
            alternatives.add(portfolio.alternative(c));
            outlooks.add(portfolio.outlook(c));
        }
        this.figures = portfolio.figures();
        this.draws = portfolio.draws();
        this.hasExpectedCosts = hasExpectedCosts;
        this.likeness = List.copyOf(likeness);
    }

    /** How many numbers a place has. */
    public int width() {
        return cases() * (figures.size() + (hasExpectedCosts ? 1 : 0)) + likeness.size();
    }

    /**
     * Adds a place.
     *
     * @param name what it is called; an empty text if nothing but its id
     * @param all for each case its figures and, with draws, its expected costs, and then what it is like; NaN for what is absent
     */
    public void add(String id, String name, double[] all) {
        if (all.length != width()) {
            throw new IllegalArgumentException("A place has " + all.length + " numbers and not " + width());
        }
        ids.add(id);
        names.add(name);
        values.add(all.clone());
    }

    int cases() {
        return alternatives.size();
    }

    String alternative(int theCase) {
        return alternatives.get(theCase);
    }

    Optional<String> outlook(int theCase) {
        return outlooks.get(theCase);
    }

    /** How many draws there are; 0 for the central estimate only. */
    int draws() {
        return draws;
    }

    /** Whether the expected costs are known, and with them the expected return. */
    boolean hasExpectedCosts() {
        return hasExpectedCosts;
    }

    /** The columns by which places are alike. */
    List<String> likeness() {
        return likeness;
    }

    /** The ids of the places. */
    public List<String> ids() {
        return ids;
    }

    /** Their names; empty texts where there are none. */
    List<String> names() {
        return names;
    }

    /** What people call a place: its name and id, or its id. */
    String label(int place) {
        return names.get(place).isEmpty() ? ids.get(place) : names.get(place) + " (" + ids.get(place) + ")";
    }

    /** How many places there are. */
    public int places() {
        return ids.size();
    }

    /** A figure of the portfolio by its name; NaN if it is absent. */
    double figure(int theCase, String name, int place) {
        int figure = figures.indexOf(name);
        if (figure < 0) {
            throw new IllegalArgumentException("There is no figure " + name);
        }
        return values.get(place)[theCase * perCase() + figure];
    }

    private int perCase() {
        return figures.size() + (hasExpectedCosts ? 1 : 0);
    }

    /** The costs that lead: expected where they are known, else of the central estimate. */
    double costs(int theCase, int place) {
        return hasExpectedCosts
                ? values.get(place)[theCase * perCase() + figures.size()]
                : figure(theCase, "pv_costs", place);
    }

    /** The net present value that leads: expected where it is known, else of the central estimate. */
    double npv(int theCase, int place) {
        return figure(theCase, draws > 0 ? "npv_mean" : "npv", place);
    }

    /** Benefits and net transfers per euro of costs: of the expected values where both are known; NaN unless it costs something. */
    double ratio(int theCase, int place) {
        if (!hasExpectedCosts) {
            return figure(theCase, "bcr", place);
        }
        double costs = costs(theCase, place);
        return perEuro(npv(theCase, place), costs);
    }

    /** The costs of all places together; 0 where that is rounding of what they add up. */
    double costs(int theCase) {
        double sum = 0;
        double size = 0;
        for (int place = 0; place < places(); place++) {
            double costs = costs(theCase, place);
            sum += costs;
            size += Math.abs(costs);
        }
        return Rounding.cleaned(sum, size);
    }

    /** Benefits and net transfers per euro of costs, from a net present value; NaN without costs. */
    static double perEuro(double npv, double costs) {
        return costs > 0 ? 1 + npv / costs : Double.NaN;
    }

    /** The values of a column by which places are alike; NaN where there is none. */
    public double[] likeness(int column) {
        double[] all = new double[places()];
        for (int place = 0; place < all.length; place++) {
            all[place] = values.get(place)[width() - likeness.size() + column];
        }
        return all;
    }
}
