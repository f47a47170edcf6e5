package nl.mkba.distribution;

/** A {@link Distribution} with a density. */
interface Continuous {

    /** The density at x, 0 outside the range; infinite where it grows without bound. */
    double density(double x);
}
