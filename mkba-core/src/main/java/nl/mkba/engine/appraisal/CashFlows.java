package nl.mkba.engine.appraisal;

import nl.mkba.engine.plan.Rounding;

/** Flows added up year by year, with the sizes of the amounts they are made of, so that rounding can be told from 0. */
public final class CashFlows {

    private final double[] sums;
    private final double[] sizes;

    /**
     * Zero flows, for a number of years.
     *
     * @param years of the horizon
     */
    public CashFlows(int years) {
        this.sums = new double[years];
        this.sizes = new double[years];
    }

    /**
     * Adds a multiple of the flows.
     *
     * @param times the multiple, of any sign
     * @param flows year by year, of as many years
     */
    public void add(double times, double[] flows) {
        for (int y = 0; y < sums.length; y++) {
            add(y, times * flows[y]);
        }
    }

    private void add(int year, double amount) {
        sums[year] += amount;
        sizes[year] += Math.abs(amount);
    }

    /** Adds a multiple of the flows, each times its discount factor. */
    void addDiscounted(double times, double[] flows, double[] factors) {
        for (int y = 0; y < sums.length; y++) {
            add(y, times * flows[y] * factors[y]);
        }
    }

    /**
     * {@return the sum of a year; 0 where it is rounding}
     *
     * @param year counted from 0
     */
    public double of(int year) {
        return Rounding.cleaned(sums[year], sizes[year]);
    }

    /** The sums of all years. */
    double[] all() {
        double[] all = new double[sums.length];
        for (int y = 0; y < all.length; y++) {
            all[y] = of(y);
        }
        return all;
    }

    /** The sums up to each year. */
    double[] cumulative() {
        double[] cumulative = new double[sums.length];
        double sum = 0;
        double size = 0;
        for (int y = 0; y < cumulative.length; y++) {
            sum += sums[y];
            size += sizes[y];
            cumulative[y] = Rounding.cleaned(sum, size);
        }
        return cumulative;
    }
}
