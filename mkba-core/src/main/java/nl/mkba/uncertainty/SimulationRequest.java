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

    public SimulationRequest {
        if (settings.draws() < 1) {
            throw new IllegalArgumentException("The number of draws (" + settings.draws() + ") must be at least 1");
        }
        if (precision.isPresent() && !(precision.getAsDouble() > 0)) {
            throw new IllegalArgumentException("The precision (" + precision.getAsDouble() + ") must be above 0");
        }
    }

    /** Everything that is said of the draws, once. */
    public static SimulationRequest of(Simulation settings) {
        return new SimulationRequest(settings, true, OptionalDouble.empty(), false);
    }

    /** The same without rank correlations. */
    public SimulationRequest withoutRankCorrelations() {
        return new SimulationRequest(settings, false, precision, units);
    }

    /** The same with replicates until a precision is reached. */
    public SimulationRequest withPrecision(double partOfSd) {
        return new SimulationRequest(settings, rankCorrelations, OptionalDouble.of(partOfSd), units);
    }

    /** The same with the units of every effect. */
    public SimulationRequest withUnits() {
        return new SimulationRequest(settings, rankCorrelations, precision, true);
    }
}
