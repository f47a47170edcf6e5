package nl.mkba.engine.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much of something there is each year, before it is valued: a scalar times a vector of years.
 *
 * @param factors what the scalar is made of
 * @param scalar the number at full strength
 * @param entering the participants who enter each year, or null
 * @param strength the strengths, over all participants
 * @param interactions what other interventions do each year, or null
 * @param time strength times interactions
 * @param tail how it goes on after the horizon, or null
 */
record Units(
        List<PlanStream.Factor> factors,
        Scalar scalar,
        @Nullable Vector entering,
        Vector strength,
        @Nullable Vector interactions,
        Vector time,
        @Nullable Continuation tail) {

    /** The same number of the same units, whose amount is made of these factors. */
    Units with(List<PlanStream.Factor> others) {
        return new Units(others, scalar, entering, strength, interactions, time, tail);
    }

    /**
     * How a stream goes on after the horizon.
     *
     * @param begin the run's first year, counted from the first year
     * @param open the run
     */
    record Continuation(int begin, Strength.Open open) {}
}
