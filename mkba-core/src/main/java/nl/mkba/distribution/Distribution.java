package nl.mkba.distribution;

import java.util.Optional;
import nl.mkba.problem.InvalidScenarioException;

/**
 * The probability distribution of an uncertain parameter, in the parameter's own unit and before any price index. Every
 * constructor refuses parameters that are not finite or out of order with an {@link InvalidScenarioException} whose
 * problem has no path.
 */
public sealed interface Distribution permits Continuous, Discrete, Empirical {

    /** The expected value. */
    double mean();

    /** The least value it can take, or minus infinity. */
    double lowest();

    /** The values that it can take, in ascending order, each once; empty if it is continuous. */
    default Optional<double[]> possibleValues() {
        return Optional.empty();
    }

    /** The greatest value it can take, or infinity. */
    double highest();

    /** The standard deviation. */
    double standardDeviation();

    /**
     * The value that is not exceeded with chance p: the inverse of {@link #cumulative}; of several values, the first in
     * ascending order whose cumulative chance reaches p. {@link #lowest} for 0, {@link #highest} for 1. For a great many
     * chances use {@link #table}.
     *
     * @throws IllegalArgumentException unless p is from 0 to 1
     */
    double quantile(double p);

    /** The chance that x is not exceeded. */
    double cumulative(double x);

    /** The {@link #quantile} made fast; worth its making from some hundreds of chances on. */
    QuantileTable table();
}
