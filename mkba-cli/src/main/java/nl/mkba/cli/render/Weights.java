package nl.mkba.cli.render;

import nl.mkba.uncertainty.Statistics;

/** Whether a net present value with distributional weights says something that the plain one does not. */
public final class Weights {

    private Weights() {}

    /** Whether weights make a difference to a net present value. */
    public static boolean matter(double npv, double weighted) {
        return !Negligible.isNegligible(weighted - npv, npv);
    }

    /** Whether weights make a difference among the draws. */
    public static boolean matter(Statistics npv, Statistics weighted) {
        return matter(npv.min(), weighted.min())
                || matter(npv.mean(), weighted.mean())
                || matter(npv.max(), weighted.max());
    }
}
