package nl.mkba.distribution;

/** A distribution with a density. */
sealed interface Continuous extends Distribution
        permits Uniform, Triangular, Pert, Normal, Lognormal, LognormalInterval, Beta, Gamma {

    /** The density at x, 0 outside the range; infinite where it grows without bound. */
    double density(double x);
}
