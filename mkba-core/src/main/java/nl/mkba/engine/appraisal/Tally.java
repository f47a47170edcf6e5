package nl.mkba.engine.appraisal;

import nl.mkba.engine.plan.Rounding;

/** Amounts added up in order, with their sizes, so that rounding can be told from 0. */
final class Tally {

    private double sum;
    private double size;

    void add(double amount) {
        add(amount, Math.abs(amount));
    }

    /** @param size the absolute amounts that the amount is itself made of, added up */
    void add(double amount, double size) {
        sum += amount;
        this.size += size;
    }

    /** The sum; 0 where it is rounding. */
    double value() {
        return Rounding.cleaned(sum, size);
    }

    /** Benefits less costs, with what is received; 0 where that is rounding. */
    static double net(Tally benefits, Tally costs, Tally received) {
        return Rounding.cleaned(benefits.sum - costs.sum + received.sum, benefits.size + costs.size + received.size);
    }
}
