package nl.mkba.uncertainty;

import java.util.OptionalDouble;
import nl.mkba.scenario.Simulation;

/**
 * What a simulation is asked for.
 *
 * @param settings draws, seed and sampling
 * @param rankCorrelations whether to correlate every parameter with the net present value
 * @param precision if given, independent replicates are added until the half width of the 95 % interval of the mean net
 *     present value is below this part of its standard deviation; above 0
 * @param units whether to say of every effect how its number of units spreads
 */
public record SimulationRequest(
        Simulation settings, boolean rankCorrelations, OptionalDouble precision, boolean units) {

    /**
     * A request in full; see {@link #of}.
     *
     * @param settings see {@link #settings()}
     * @param rankCorrelations see {@link #rankCorrelations()}
     * @param precision see {@link #precision()}
     * @param units see {@link #units()}
     * @throws IllegalArgumentException if there is not at least 1 draw, or the precision is not above 0
     */
    public SimulationRequest {
        if (settings.draws() < 1) {
            throw new IllegalArgumentException("The number of draws (" + settings.draws() + ") must be at least 1");
        }
        if (precision.isPresent() && !(precision.getAsDouble() > 0)) {
            throw new IllegalArgumentException("The precision (" + precision.getAsDouble() + ") must be above 0");
        }
    }

    /**
     * {@return a request for everything that is said of the draws, without replicates and without the units of effects}
     *
     * @param settings draws, seed and sampling
     */
    public static SimulationRequest of(Simulation settings) {
        return new SimulationRequest(settings, true, OptionalDouble.empty(), false);
    }

    /** {@return the same request without rank correlations} */
    public SimulationRequest withoutRankCorrelations() {
        return new SimulationRequest(settings, false, precision, units);
    }

    /**
     * {@return the same request with replicates until a precision is reached}
     *
     * @param partOfSd the half width of the 95 % interval of the mean to reach, as a part of the standard deviation; above 0
     * @throws IllegalArgumentException if it is not above 0
     */
    public SimulationRequest withPrecision(double partOfSd) {
        return new SimulationRequest(settings, rankCorrelations, OptionalDouble.of(partOfSd), units);
    }

    /** {@return the same request with the units of every effect} */
    public SimulationRequest withUnits() {
        return new SimulationRequest(settings, rankCorrelations, precision, true);
    }
}
